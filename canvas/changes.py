"""Which parts of the board look different after it was laid out again."""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce
from itertools import zip_longest

from canvas.scene import Scene
from sprint.layout import Board, Rect

_LABEL_ROOM = 90.0
_MOST_PARTS = 60
_MOST_COLUMNS = 24
_MOST_LINKS = 40
_TALL = 1e5


def spoiled(old: Scene, new: Scene) -> list[Rect]:
    """Give the parts to paint again; one box around everything when the frame of the board has changed."""
    before, after = old.board, new.board
    if _frame(before) != _frame(after):
        return [_everything(before, after)]
    parts = [*_columns(old, new), *_links(before, after), *_phases(before, after)]
    return [reduce(Rect.united, parts)] if len(parts) > _MOST_PARTS else parts


def _frame(board: Board) -> tuple[object, ...]:
    return (
        board.journey_id,
        board.height,
        board.rows,
        board.emotion.zero_y,
        tuple((lane.lane, lane.rect.y) for lane in board.lanes),
        board.lines,
    )


def _everything(before: Board, after: Board) -> Rect:
    return Rect(0, 0, max(before.width, after.width), max(before.height, after.height)).grown(100)


def _columns(old: Scene, new: Scene) -> list[Rect]:
    board, earlier = new.board, old.board
    pairs = list(zip_longest(earlier.columns, board.columns))
    changed = [number for number, (before, after) in enumerate(pairs) if before is not after]
    if len(changed) > _MOST_COLUMNS:
        # The columns themselves say nothing here, so they stay unplaced: all from the first one on moves.
        first = min(changed[0], _curve_before(board, changed[0]), _curve_before(earlier, changed[0]))
        x = board.left + first * board.pitch - 16
        parts = [Rect(x, 0, max(board.width, earlier.width) + 200 - x, _TALL)]
        loose = [(scene, number) for scene in (old, new) for number in scene.board.pinned]
    else:
        height = max(board.height, earlier.height)
        parts = [Rect(board.left + n * board.pitch, 0, board.metrics.column, height).grown(16) for n in changed]
        loose = [(scene, number) for scene in (old, new) for number in changed if number < len(scene.board.columns)]
        parts.extend(scene.curve_area(step.id) for scene, n in loose for step in scene.board.columns[n].steps)
    for scene, number in loose:
        parts.extend(step.rect.grown(10) for step in scene.board.columns[number].steps if step.is_pinned)
    if earlier.width != board.width:
        parts.append(Rect(min(earlier.width, board.width) - 60, 0, abs(earlier.width - board.width) + 120, _TALL))
    return parts


def _curve_before(board: Board, column: int) -> int:
    """Give the column from which a curve runs to the first point at or after a column."""
    found = column
    for numbers in (*board.emotion.curve_columns, *board.emotion.felt_columns):
        place = bisect_left(numbers, column)
        if 0 < place < len(numbers) + 1:
            found = min(found, numbers[place - 1])
    return found


def _links(before: Board, after: Board) -> list[Rect]:
    if before.links is after.links:
        return []
    parts: list[Rect] = []
    differing = after.links.differing(before.links)
    if len(differing) > _MOST_LINKS:
        # To work out where hundreds of lines run costs more than to paint the columns below them again.
        spans = [board.links.columns_of(differing) for board in (before, after)]
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        width = (last - first + 1) * after.pitch + 2 * _LABEL_ROOM
        return [
            Rect(
                after.left + first * after.pitch - _LABEL_ROOM,
                0,
                width,
                _TALL if after.pinned else after.emotion.rect.y,
            )
        ]
    for link_id in differing:
        old, new = before.links.get(link_id), after.links.get(link_id)
        if old != new:
            parts.extend(link.bounds.grown(_LABEL_ROOM if link.label else 6) for link in (old, new) if link)
    return parts


def _phases(before: Board, after: Board) -> list[Rect]:
    if before.phases == after.phases:
        return []
    changed = set(before.phases) ^ set(after.phases)
    return [phase.rect.grown(4) for phase in changed]
