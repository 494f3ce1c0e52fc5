"""What is chosen on the canvas, and how arrows move through it. Never saved, never undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sprint.layout import Board, CardBox, StepBox


class Selection:
    """An ordered set of ids; the last one chosen is the current one, which arrows and typing work on."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._ids: dict[str, None] = {}
        self._on_change = on_change

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> list[str]:
        """The chosen ids in the order in which they were chosen."""
        return list(self._ids)

    @property
    def current(self) -> str:
        """The id chosen last; empty when nothing is chosen."""
        return next(reversed(self._ids), "")

    def choose(self, ids: Iterable[str]) -> None:
        """Choose exactly these."""
        wanted = dict.fromkeys(ids)
        if list(wanted) != list(self._ids):
            self._ids = wanted
            self._on_change()

    def toggle(self, record_id: str) -> None:
        """Add one, or take it out."""
        if record_id in self._ids:
            del self._ids[record_id]
        else:
            self._ids[record_id] = None
        self._on_change()

    def add(self, ids: Iterable[str]) -> None:
        """Add some to what is chosen."""
        self.choose([*self._ids, *ids])

    def keep_only(self, is_there: Callable[[str], bool]) -> None:
        """Let go of what is no longer there."""
        self.choose([record_id for record_id in self._ids if is_there(record_id)])


def neighbour(board: Board, current: str, across: int, down: int) -> str:
    """Give the id an arrow leads to from `current`; the first step when nothing is current, "" when there is none."""
    box: StepBox | CardBox | None = board.steps.get(current) or board.cards.get(current)
    if box is None:
        return next(iter(board.reading_order()), "")
    number = _column_of(board, box)
    if down:
        stack = [*board.columns[number].steps, *board.columns[number].cards]
        place = next(index for index, other in enumerate(stack) if other.id == current) + down
        return stack[place].id if 0 <= place < len(stack) else current
    number += across
    while 0 <= number < len(board.columns) and not board.columns[number].steps:
        number += across
    if not 0 <= number < len(board.columns):
        return current
    column = board.columns[number]
    if isinstance(box, StepBox):
        return next((step.id for step in column.steps if step.row == box.row), column.steps[0].id)
    return next((card.id for card in column.cards if card.lane is box.lane), column.steps[0].id)


def range_between(board: Board, first: str, last: str) -> list[str]:
    """Give the steps from one to another in reading order, for a choice with Shift; both must be steps."""
    order = board.reading_order()
    if first not in board.steps or last not in board.steps:
        return [last]
    start, end = order.index(first), order.index(last)
    return order[start : end + 1] if start <= end else order[end : start + 1][::-1]


def _column_of(board: Board, box: StepBox | CardBox) -> int:
    return box.column if isinstance(box, StepBox) else board.steps[box.step_id].column
