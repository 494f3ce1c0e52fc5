"""Where a dragged step or card would land, and the mark that shows it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from canvas.landing import landing, landing_box
from canvas.scene import Scene
from sprint.journeys import steps_of_phase
from sprint.layout import Board, PhaseBox, Rect
from sprint.records import Lane

_NEW_ROW_REACH = 150.0
_MARK = 4.0


class StepPlace(NamedTuple):
    """A place for steps: in a phase, before a step ("" = at its end), in a row; `mark` shows it on the board.

    `is_box`: the mark is the box in which the first of them will stand, else a bar between two columns. `host` is the
    step below which it comes to stand, "" when it gets a column of its own.
    """

    phase_id: str
    before: str
    row: int
    mark: Rect
    is_box: bool
    host: str = ""


class CardPlace(NamedTuple):
    """A place for a card: under a step, in a lane, before a card ("" = at the end)."""

    step_id: str
    lane: Lane
    before: str
    mark: Rect


def step_place(scene: Scene, x: float, y: float, moving: Collection[str], row_now: int) -> StepPlace | None:
    """Find the place for steps that are held at x, y; None when there is no phase to put them in."""
    board = scene.board
    phase = _phase_at(board, x)
    if phase is None:
        return None
    row, top, height = _row_at(board, y, row_now)
    number = max(phase.first, min(phase.last - 1, board.column_at(x)))
    column = board.columns[number]
    is_right = x > column.x + board.metrics.column / 2
    has_row = any(step.row == row and step.id not in moving for step in column.steps)
    is_below = row > 0 and bool(column.steps) and not has_row
    following = number + 1 if is_right or is_below else number
    before = first_from(scene, phase, following, moving)
    chosen = row if row != row_now or len(moving) == 1 else None
    lands = landing(scene, moving, phase.id, before, chosen) if moving else None
    if lands is not None and (lands.host or not column.steps):
        return StepPlace(phase.id, before, row, landing_box(scene, lands.column, row), True, lands.host)
    if is_below or not column.steps:
        return StepPlace(phase.id, before, row, Rect(column.x, top, board.metrics.column, height), True)
    edge = column.x + (board.metrics.column + board.metrics.gap / 2 if is_right else -board.metrics.gap / 2)
    return StepPlace(phase.id, before, row, Rect(edge - _MARK / 2, top - 4, _MARK, height + 8), False)


def card_place(scene: Scene, x: float, y: float, card_id: str) -> CardPlace | None:
    """Find the place for a card that is held at x, y; None when there is no step above it."""
    board = scene.board
    card = board.cards.get(card_id)
    if card is None or not board.columns:
        return None
    column = board.columns[board.column_at(x)]
    if not column.steps:
        return None
    step = next((step for step in column.steps if step.rect.holds(x, y)), None)
    if step is None:
        step = next((step for step in column.steps if step.id == card.step_id), column.steps[0])
    lane = _lane_at(board, y) or card.lane
    others = [other for other in column.cards if other.lane is lane and other.id != card_id]
    own = [other for other in others if other.step_id == step.id]
    below = next((other for other in own if y < other.rect.middle.y), None)
    top = next((box.rect.y for box in board.lanes if box.lane is lane), board.emotion.rect.bottom)
    if below is not None:
        mark_y = below.rect.y - board.metrics.card_gap / 2
    else:
        mark_y = own[-1].rect.bottom + board.metrics.card_gap / 2 if own else top
    mark = Rect(column.x, mark_y - _MARK / 2, board.metrics.column, _MARK)
    return CardPlace(step.id, lane, below.id if below else "", mark)


def _phase_at(board: Board, x: float) -> PhaseBox | None:
    if not board.phases:
        return None
    return min(board.phases, key=lambda phase: max(phase.rect.x - x, x - phase.rect.right, 0.0))


def _row_at(board: Board, y: float, row_now: int) -> tuple[int, float, float]:
    """Give the row at a height with its top and height; just below the last row lies a new one."""
    between = board.metrics.corridor_between / 2
    for row in board.rows:
        if y < row.top + row.height + between:
            return row.row, row.top, row.height
    last = board.rows[-1]
    if y < last.top + last.height + _NEW_ROW_REACH:
        return last.row + 1, last.top + last.height + between, board.metrics.step_least * 0.6
    known = next((row for row in board.rows if row.row == row_now), board.rows[0])
    return known.row, known.top, known.height


def first_from(scene: Scene, phase: PhaseBox, column: int, moving: Collection[str]) -> str:
    """Give the step before which something lands that comes before a column; "" for the end of the phase."""
    if column >= phase.last:
        return ""
    wanted = {step.id for step in scene.board.columns[column].steps}
    is_behind = False
    for step in steps_of_phase(scene.document, phase.id):
        is_behind = is_behind or step.id in wanted
        if is_behind and step.id not in moving:
            return step.id
    return ""


def _lane_at(board: Board, y: float) -> Lane | None:
    if not board.lanes or y < board.emotion.rect.bottom:
        return None
    half = board.metrics.lane_gap / 2
    for lane in board.lanes:
        if y < lane.rect.bottom + half:
            return lane.lane
    return board.lanes[-1].lane
