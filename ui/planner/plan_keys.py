"""The keys of the timetable as a table: what each does to the block that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.planner.geometry import nearest, neighbour
from ui.planner.plan_view import BlockView

if TYPE_CHECKING:
    from ui.planner.programme_page import ProgrammePage

_STEP, _EXACT = 5, 1
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ANY = Qt.KeyboardModifier.KeypadModifier
_Act = Callable[["ProgrammePage", BlockView], object]


def _walk(page: ProgrammePage, view: BlockView, step: int) -> None:
    day = page.plan.day(view.day_id)
    other = neighbour(day, view.id, step) if day is not None else None
    if other is not None:
        page.timetable.go_to(other.id)


def _walk_day(page: ProgrammePage, view: BlockView, step: int) -> None:
    ids = [day.id for day in page.plan.days]
    place = ids.index(view.day_id) + step
    if 0 <= place < len(ids):
        there = nearest(page.plan.days[place], view.start)
        page.timetable.go_to(there.id if there is not None else ids[place])


def _resize(page: ProgrammePage, view: BlockView, minutes: int) -> None:
    page.editor.resize(view.id, view.minutes + minutes, is_step=True)


def _remove(page: ProgrammePage, view: BlockView) -> None:
    day = page.plan.day(view.day_id)
    other = (neighbour(day, view.id, 1) or neighbour(day, view.id, -1)) if day is not None else None
    if page.editor.remove(view.id):
        page.go_to(other.id if other is not None else view.day_id)


def _shift(page: ProgrammePage, view: BlockView, step: int) -> None:
    if page.editor.shift(page.plan, view, step):
        page.timetable.go_to(view.id)


def _shift_day(page: ProgrammePage, view: BlockView, step: int) -> None:
    if page.editor.shift_day(page.plan, view, step):
        page.timetable.go_to(view.id)


_KEYS: dict[tuple[Qt.KeyboardModifier, Qt.Key], _Act] = {
    (_NONE, Qt.Key.Key_Up): lambda page, view: _walk(page, view, -1),
    (_NONE, Qt.Key.Key_Down): lambda page, view: _walk(page, view, 1),
    (_NONE, Qt.Key.Key_Left): lambda page, view: _walk_day(page, view, -1),
    (_NONE, Qt.Key.Key_Right): lambda page, view: _walk_day(page, view, 1),
    (_ALT, Qt.Key.Key_Up): lambda page, view: _shift(page, view, -1),
    (_ALT, Qt.Key.Key_Down): lambda page, view: _shift(page, view, 1),
    (_ALT, Qt.Key.Key_Left): lambda page, view: _shift_day(page, view, -1),
    (_ALT, Qt.Key.Key_Right): lambda page, view: _shift_day(page, view, 1),
    (_NONE, Qt.Key.Key_Plus): lambda page, view: _resize(page, view, _STEP),
    (_SHIFT, Qt.Key.Key_Plus): lambda page, view: _resize(page, view, _STEP),
    (_NONE, Qt.Key.Key_Equal): lambda page, view: _resize(page, view, _STEP),
    (_NONE, Qt.Key.Key_Minus): lambda page, view: _resize(page, view, -_STEP),
    (_SHIFT, Qt.Key.Key_Down): lambda page, view: _resize(page, view, _EXACT),
    (_SHIFT, Qt.Key.Key_Up): lambda page, view: _resize(page, view, -_EXACT),
    (_NONE, Qt.Key.Key_Delete): _remove,
    (_NONE, Qt.Key.Key_S): lambda page, view: page.editor.split(view.id),
    (_NONE, Qt.Key.Key_X): lambda page, view: page.editor.toggle_skip(view.id),
    (_NONE, Qt.Key.Key_Insert): lambda page, _view: page.open_insert(),
    (_NONE, Qt.Key.Key_N): lambda page, _view: page.open_insert(),
    (_NONE, Qt.Key.Key_Return): lambda page, _view: page.write_title(),
    (_NONE, Qt.Key.Key_Enter): lambda page, _view: page.write_title(),
    (_NONE, Qt.Key.Key_F2): lambda page, _view: page.write_title(),
}


def run_key(page: ProgrammePage, view: BlockView, event: QKeyEvent) -> bool:
    """Do what a key means on a block; False when it means nothing here."""
    act = _KEYS.get((event.modifiers() & ~_ANY, Qt.Key(event.key())))
    if act is None:
        return False
    act(page, view)
    return True
