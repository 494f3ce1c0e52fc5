"""The pointer on the canvas: turns presses and moves into clicks and gestures."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from canvas.commands import Commands
from canvas.hits import NOTHING, Hit, HitKind, hit
from canvas.painter import BoardPainter
from canvas.tools.base import Gesture, Stage
from canvas.tools.link import KeyboardLink
from canvas.tools.pan import Pan
from canvas.tools.select import click
from canvas.tools.start import gesture_for
from sprint.edits.journey import set_feeling

_DRAG_STARTS = 5.0  # pixels
_EDGE = 28.0  # pixels at the edge of the view in which a drag moves the board
_EDGE_STEP = 14.0
_NOTCH = 120.0
_ZOOM_A_NOTCH = 1.18
_PAN_A_NOTCH = 96.0


class Pointed(Stage, Protocol):
    """The canvas as the pointer sees it."""

    @property
    def commands(self) -> Commands:
        """What can be done to what is chosen."""

    @property
    def painter(self) -> BoardPainter:
        """Draws boxes, for the picture of what is dragged."""

    @property
    def gesture(self) -> Gesture | None:
        """What the person is doing now."""

    @property
    def may_edit(self) -> bool:
        """Whether the journey may be changed."""

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture."""

    def end(self, *, is_cancelled: bool) -> None:
        """Finish or cancel the gesture."""

    def handles(self) -> frozenset[str]:
        """Give the steps whose handle is shown."""

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom around a place in the widget."""

    def width(self) -> int:
        """The width of the view in pixels."""

    def height(self) -> int:
        """The height of the view in pixels."""

    def devicePixelRatioF(self) -> float:
        """Pixels of the device for one of the view."""

    def setCursor(self, cursor: Qt.CursorShape) -> None:
        """Change the shape of the pointer."""

    def unsetCursor(self) -> None:
        """Give the pointer its usual shape."""


class Pointer:
    """What the pointer is doing: where it was pressed, on what, and what it hovers over."""

    def __init__(self, canvas: Pointed) -> None:
        self._canvas = canvas
        self.hovered = ""
        self._pressed: Hit | None = None
        self._press_at = QPointF()
        self._is_space_held = False

    # ---- buttons

    def press(self, event: QMouseEvent) -> None:
        """Remember what was pressed; the middle button, or the space bar, takes hold of the board."""
        canvas = self._canvas
        if isinstance(canvas.gesture, KeyboardLink):
            canvas.end(is_cancelled=True)
        if canvas.gesture is not None:
            return
        place = event.position()
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._is_space_held
        ):
            canvas.begin(Pan(canvas, canvas.camera.to_board(place)))
        elif event.button() == Qt.MouseButton.LeftButton:
            canvas.settle()
            self._pressed = self._hit_at(place)
            self._press_at = place

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer: hover, start a gesture, or go on with it."""
        canvas, place = self._canvas, event.position()
        if canvas.gesture is None and self._pressed is None:
            self._hover(place)
            return
        if canvas.gesture is None and self._pressed is not None:
            if (place - self._press_at).manhattanLength() < _DRAG_STARTS:
                return
            # What was pressed is used up: a gesture that Esc ends does not begin again while the button is still held.
            pressed, self._pressed = self._pressed, None
            if not self._is_there(pressed):
                return
            self._start(pressed)
        if canvas.gesture is not None and not isinstance(canvas.gesture, KeyboardLink):
            self._pan_at_edge(place)
            canvas.gesture.move(canvas.camera.to_board(place), event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """Finish the gesture, or click."""
        canvas = self._canvas
        canvas.settle()  # what undo took away meanwhile cannot be put down: the gesture ends with the board it began on
        pressed, self._pressed = self._pressed, None
        if canvas.gesture is not None and not isinstance(canvas.gesture, KeyboardLink):
            if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
                gesture = canvas.gesture
                canvas.end(is_cancelled=False)
                gesture.finish(canvas.camera.to_board(event.position()), event.modifiers())
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton and self._is_there(pressed):
            self._click(pressed, event.modifiers())

    def double_click(self, event: QMouseEvent) -> None:
        """Type in what was hit; on the emotion band set a feeling; on a handle or elsewhere add a step."""
        canvas = self._canvas
        if event.button() != Qt.MouseButton.LeftButton:
            return
        canvas.settle()
        self._pressed = None
        found = self._hit_at(event.position())
        place = canvas.camera.to_board(event.position())
        board = canvas.scene.board
        if found.kind in (HitKind.STEP, HitKind.CARD, HitKind.PHASE):
            canvas.selection.choose([found.id])
            canvas.edit(found.id)
        elif found.kind is HitKind.HANDLE:
            # Its first click has made a step already; taking the focus from its field took it away again.
            self._click(found, event.modifiers())
        elif found.kind is HitKind.NOTHING and board.steps and board.emotion.rect.holds(place.x(), place.y()):
            column = board.columns[board.column_at(place.x())]
            if column.steps:
                value = board.emotion.feeling_at(place.y())
                canvas.do(set_feeling(canvas.document, [column.steps[0].id], value))
        elif found.kind is HitKind.NOTHING and canvas.may_edit:
            canvas.commands.add_step()

    def _click(self, found: Hit, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what was clicked; the plus of a step, when it is not pulled anywhere, gives it a next one."""
        if found.kind is HitKind.HANDLE and self._canvas.may_edit:
            self._canvas.commands.add_step(after=found.id)
        else:
            click(self._canvas, found, modifiers)

    def _start(self, pressed: Hit) -> None:
        canvas = self._canvas
        scale = canvas.camera.scale * canvas.devicePixelRatioF()
        start = canvas.camera.to_board(self._press_at)
        canvas.begin(gesture_for(canvas, canvas.painter, pressed, start, scale, may_edit=canvas.may_edit))

    def _pan_at_edge(self, place: QPointF) -> None:
        canvas = self._canvas
        if isinstance(canvas.gesture, Pan):
            return
        across = _EDGE_STEP if place.x() < _EDGE else -_EDGE_STEP if place.x() > canvas.width() - _EDGE else 0.0
        down = _EDGE_STEP if place.y() < _EDGE else -_EDGE_STEP if place.y() > canvas.height() - _EDGE else 0.0
        if across or down:
            canvas.pan(across, down)

    # ---- hovering and choosing

    def _is_there(self, pressed: Hit) -> bool:
        """Whether what was pressed is still on the board; undo may have taken it away meanwhile."""
        self._canvas.settle()
        return pressed == NOTHING or self._canvas.scene.board.rect_of(pressed.id) is not None

    def _hit_at(self, place: QPointF) -> Hit:
        canvas = self._canvas
        at = canvas.camera.to_board(place)
        return hit(canvas.scene, at.x(), at.y(), canvas.camera.scale, canvas.handles())

    def _hover(self, place: QPointF) -> None:
        found = self._hit_at(place)
        step_id = found.id if found.kind in (HitKind.STEP, HitKind.HANDLE) else ""
        if step_id != self.hovered:
            self.hovered = step_id
            self._canvas.update()
        if self._is_space_held:
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        elif found.kind is HitKind.POINT:
            self._canvas.setCursor(Qt.CursorShape.SizeVerCursor)
        elif found.kind is HitKind.HANDLE:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._canvas.unsetCursor()

    def choose_at(self, place: QPointF) -> None:
        """Choose what lies at a place in the widget unless it is chosen already, for the context menu."""
        found = self._hit_at(place)
        if found == NOTHING:
            self._canvas.selection.choose([])
        elif found.id not in self._canvas.selection:
            self._canvas.selection.choose([found.id])

    def leave(self) -> None:
        """Forget what was hovered over."""
        if self.hovered:
            self.hovered = ""
            self._canvas.update()

    # ---- wheel and space bar

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom to the pointer with Ctrl; else move the board, sideways with Shift or when it all fits in height."""
        canvas = self._canvas
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            canvas.zoom(_ZOOM_A_NOTCH ** (turn.y() / _NOTCH), event.position())
        else:
            pixels = QPointF(event.pixelDelta())
            if pixels.isNull():
                pixels = QPointF(turn) * (_PAN_A_NOTCH / _NOTCH)
            is_low = canvas.scene.board.height * canvas.camera.scale <= canvas.height() and not pixels.x()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or is_low:
                pixels = QPointF(pixels.x() + pixels.y(), 0)
            canvas.pan(pixels.x(), pixels.y())
        event.accept()

    def hold_space(self, event: QKeyEvent) -> None:
        """Make the pointer a hand that moves the board."""
        if not event.isAutoRepeat():
            self._is_space_held = True
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)

    def release_space(self, event: QKeyEvent) -> None:
        """Make the pointer a pointer again."""
        if not event.isAutoRepeat():
            self._is_space_held = False
            if self._canvas.gesture is None:
                self._canvas.unsetCursor()

    def lose_focus(self) -> None:
        """Forget keys whose release will not be seen here."""
        self._is_space_held = False
        self._pressed = None
