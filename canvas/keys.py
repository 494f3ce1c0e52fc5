"""Keys on the canvas: every gesture of the pointer has one, so that nobody needs to drag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from canvas.arranging import Arranging
from canvas.clipboard import Clipping
from canvas.commands import Commands
from canvas.selection import neighbour
from canvas.tools.base import Gesture, Stage
from canvas.tools.link import KeyboardLink
from sprint.records import Card, Phase, Step

_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FEELINGS: dict[int, int] = {Qt.Key.Key_1 + number: number - 3 for number in range(7)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Keyboard(Stage, Protocol):
    """The canvas as the keys see it."""

    @property
    def commands(self) -> Commands:
        """What can be done to what is chosen."""

    @property
    def clipping(self) -> Clipping:
        """Copy, cut and paste."""

    @property
    def arranging(self) -> Arranging:
        """Grouping, rows and pins."""

    def toggle_minimap(self) -> None:
        """Show the map or hide it."""

    def walk(self, by: int) -> str:
        """Go one step on along the path."""

    def paste(self) -> None:
        """Paste what is on the clipboard."""

    def open_menu(self) -> None:
        """Show the menu for what is chosen, beside it."""

    def attempt(self, edit: Callable[[], object]) -> None:
        """Do something and tell when a rule forbids it."""

    @property
    def gesture(self) -> Gesture | None:
        """What the person is doing now."""

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture."""

    def end(self, *, is_cancelled: bool) -> None:
        """Finish or cancel the gesture."""

    def fit(self) -> None:
        """Show the whole board."""

    def zoom(self, factor: float) -> None:
        """Zoom around the middle."""

    def go_to(self, record_id: str) -> None:
        """Bring a record into view."""

    def type_in(self, letter: str) -> None:
        """Start typing in what is current, with a first letter."""


def press(canvas: Keyboard, event: QKeyEvent) -> bool:
    """Act on a key; returns whether it meant anything here."""
    if canvas.gesture is not None:
        return _press_in_gesture(canvas, canvas.gesture, event)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _ARROWS:
        return _press_arrow(canvas, event.key(), modifiers)
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return _press_with_control(canvas, event.key(), modifiers)
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return False
    return _press_plain(canvas, event)


def _press_in_gesture(canvas: Keyboard, gesture: Gesture, event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        canvas.end(is_cancelled=True)
    elif isinstance(gesture, KeyboardLink) and event.key() in _ARROWS:
        gesture.step(*_ARROWS[event.key()])
        canvas.go_to(gesture.target)
    elif isinstance(gesture, KeyboardLink) and event.key() in _ENTER:
        gesture.finish(QPointF(), Qt.KeyboardModifier.NoModifier)
        canvas.end(is_cancelled=False)
    return True


def _press_arrow(canvas: Keyboard, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    across, down = _ARROWS[key]
    board, selection = canvas.scene.board, canvas.selection
    if modifiers & Qt.KeyboardModifier.AltModifier:
        if not canvas.commands.steps():
            return False
        canvas.arranging.nudge(across, down)
        canvas.settle()
        canvas.go_to(selection.current)
        return True
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        if across:
            canvas.commands.move_across(across)
        else:
            canvas.commands.move_down(down)
        canvas.settle()
        canvas.go_to(selection.current)
        return True
    found = neighbour(board, selection.current, across, down)
    if not found:
        return False
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        selection.choose([*(record_id for record_id in selection.ids if record_id != found), found])
    else:
        selection.choose([found])
    canvas.go_to(found)
    return True


def _press_with_control(canvas: Keyboard, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    edits = _edits(canvas)
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        edits = {Qt.Key.Key_T: canvas.arranging.tidy}
    if key in edits:
        canvas.attempt(edits[key])
        return True
    if key == Qt.Key.Key_0:
        canvas.fit()
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        canvas.zoom(1.25)
    elif key == Qt.Key.Key_Minus:
        canvas.zoom(0.8)
    elif key == Qt.Key.Key_A:
        canvas.selection.choose(canvas.scene.board.reading_order())
    else:
        return False
    return True


def _edits(canvas: Keyboard) -> dict[int, Callable[[], object]]:
    return {
        Qt.Key.Key_C: canvas.clipping.copy,
        Qt.Key.Key_X: canvas.clipping.cut,
        Qt.Key.Key_V: canvas.paste,
        Qt.Key.Key_D: canvas.clipping.duplicate,
        Qt.Key.Key_G: canvas.arranging.group,
        Qt.Key.Key_R: canvas.arranging.align,
        Qt.Key.Key_L: canvas.arranging.toggle_pins,
        Qt.Key.Key_M: canvas.toggle_minimap,
    }


def _press_plain(canvas: Keyboard, event: QKeyEvent) -> bool:
    key, current = event.key(), canvas.selection.current
    letter = event.text()
    is_named_step = current in canvas.scene.board.steps and not _is_blank(canvas, current)
    if key in _ENTER and (is_named_step or not current):
        canvas.commands.add_step()
    elif key == Qt.Key.Key_F2 or key in _ENTER:
        canvas.commands.rename()
    elif key in _REMOVE and current:
        canvas.commands.remove()
    elif key == Qt.Key.Key_Escape and current:
        canvas.selection.choose([])
    elif _is_blank(canvas, current) and letter.isprintable() and letter.strip():
        canvas.type_in(letter)
    elif key in _FEELINGS and canvas.commands.steps():
        canvas.commands.feel(_FEELINGS[key])
    elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        canvas.walk(1 if key == Qt.Key.Key_PageDown else -1)
    elif key == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        canvas.open_menu()
    elif key == Qt.Key.Key_F and (current or canvas.scene.board.steps):
        canvas.fit()
    elif key == Qt.Key.Key_L and current in canvas.scene.board.steps:
        canvas.begin(KeyboardLink(canvas, current))
    elif current and letter.isalpha():
        canvas.type_in(letter)
    elif letter.isalnum() and not canvas.scene.board.steps:
        # Nothing is there yet: what she types is the first step.
        canvas.commands.add_step()
        canvas.type_in(letter)
    else:
        return False
    return True


def _is_blank(canvas: Keyboard, record_id: str) -> bool:
    record = canvas.document.get(record_id)
    if isinstance(record, Card):
        return not record.text.strip()
    return isinstance(record, Step | Phase) and not record.title.strip()
