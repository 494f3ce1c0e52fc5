"""Which parts of the board look different after it was laid out again."""

from __future__ import annotations

from canvas.scene import Scene
from sprint.layout import Board, Rect

_LABEL_ROOM = 90.0
_MOST_PARTS = 60


def spoiled(old: Scene, new: Scene) -> list[Rect]:
    """Give the parts to paint again; one box around everything when the frame of the board has changed."""
    before, after = old.board, new.board
    if _frame(before) != _frame(after):
        return [_everything(before, after)]
    parts = [*_columns(old, new), *_links(before, after), *_phases(before, after)]
    if len(parts) > _MOST_PARTS:
        return [_everything(before, after)]
    return parts


def _frame(board: Board) -> tuple[object, ...]:
    return (
        board.journey_id,
        board.height,
        board.rows,
        board.emotion.zero_y,
        tuple((lane.lane, lane.rect.y) for lane in board.lanes),
        board.visibility_y,
    )


def _everything(before: Board, after: Board) -> Rect:
    return Rect(0, 0, max(before.width, after.width), max(before.height, after.height)).grown(100)


def _columns(old: Scene, new: Scene) -> list[Rect]:
    board = new.board
    most = max(len(old.board.columns), len(board.columns))
    parts: list[Rect] = []
    for number in range(most):
        before = old.board.columns[number] if number < len(old.board.columns) else None
        after = board.columns[number] if number < len(board.columns) else None
        if before is after:
            continue
        x = board.left + number * board.pitch
        parts.append(Rect(x, 0, board.metrics.column, max(board.height, old.board.height)).grown(16))
        for scene, column in ((old, before), (new, after)):
            if column is not None:
                parts.extend(scene.curve_area(step.id) for step in column.steps)
                parts.extend(step.rect.grown(10) for step in column.steps if step.is_pinned)
    if old.board.width != board.width:
        parts.append(Rect(min(old.board.width, board.width) - 60, 0, abs(old.board.width - board.width) + 120, 1e5))
    return parts


def _links(before: Board, after: Board) -> list[Rect]:
    if before.links is after.links or before.links == after.links:
        return []
    parts = []
    for link_id in before.links.keys() | after.links.keys():
        old, new = before.links.get(link_id), after.links.get(link_id)
        if old != new:
            parts.extend(link.bounds.grown(_LABEL_ROOM if link.label else 6) for link in (old, new) if link)
    return parts


def _phases(before: Board, after: Board) -> list[Rect]:
    if before.phases == after.phases:
        return []
    changed = set(before.phases) ^ set(after.phases)
    return [phase.rect.grown(4) for phase in changed]
