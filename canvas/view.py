"""The canvas: a journey that people can draw in, with the pointer, the keyboard or a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from canvas.handled import Handled
from sprint.diff import Diff
from sprint.errors import SprintError
from sprint.records import Card, Phase, Picture, Step

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPixmap,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QMenu

    from canvas.style import CanvasStyle
    from canvas.tools.base import Gesture
    from canvas.workspace import WorkspaceLike
    from sprint.i18n import Translator

_TYPING_SCALE = 0.8
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class JourneyCanvas(Handled):
    """Shows one journey of a workspace; choosing and zooming stay here, edits go to the workspace."""

    message = Signal(str, dict)
    """Something to tell a person: a key of the catalogue and its parameters."""
    target_chosen = Signal(str)
    """This step should be the target of the sprint."""

    def __init__(
        self, workspace: WorkspaceLike, t: Translator, style: CanvasStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, t, style, parent)
        self.pictures.loaded.connect(self._on_picture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._came_by_key = False

    # ---- edits

    def tell(self, key: str, **params: str | int) -> None:
        """Tell the person something, by a key of the catalogue."""
        self.message.emit(key, params)

    def paste(self) -> None:
        """Paste steps, lines, rows or a picture from the clipboard of the machine."""
        data = QGuiApplication.clipboard().mimeData()
        if self.may_edit and not self.dropping.paste(data):
            self.clipping.take(data)

    def attempt(self, edit: Callable[[], object]) -> None:
        """Do something that asks for edits; a rule that forbids it is told to the person."""
        try:
            edit()
        except SprintError as error:
            self.message.emit(error.key, error.params)

    def do(self, diff: Diff, merge: str = "") -> bool:
        """Ask the workspace for an edit; tells the person when it cannot be."""
        if not self.may_edit or not diff:
            return False
        try:
            self._workspace.do(diff, merge)
        except SprintError as error:
            self.message.emit(error.key, error.params)
            return False
        return True

    def mark(self) -> int:
        """Remember this place in the history, to bail back to it."""
        return self._workspace.mark()

    def bail(self, mark: int) -> None:
        """Take back what was done since a place, as if it had never been."""
        try:
            self._workspace.bail(mark)
        except SprintError as error:
            self.message.emit(error.key, error.params)

    def edit(self, record_id: str, *, since: int | None = None) -> None:
        """Start typing in a step, a card or a phase; `since` is the place in the history before a new one was made."""
        self.settle()
        if not self.may_edit or not isinstance(self.document.get(record_id), Step | Card | Phase):
            return
        if self.camera.scale < _TYPING_SCALE:
            self.zoom(1.0 / self.camera.scale)
        if record_id not in self.selection:
            self.selection.choose([record_id])
        self.go_to(record_id)
        self.hands.writing.start(record_id, since)

    def type_in(self, letter: str) -> None:
        """Start typing in what is current, with a first letter."""
        writing = self.hands.writing
        if writing.record_id != self.selection.current:
            self.edit(self.selection.current)
        writing.type_over(letter)

    # ---- gestures

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture; another one that goes on is cancelled."""
        if self.gesture is not None:
            self.gesture.cancel()
        self.gesture = gesture
        self.setCursor(gesture.cursor)
        self.update()

    def end(self, *, is_cancelled: bool) -> None:
        """End the gesture; one that is cancelled leaves no trace."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None and is_cancelled:
            gesture.cancel()
        self.unsetCursor()
        self.update()

    def begin_link(self) -> None:
        """Start linking the current step by keyboard."""
        if self.may_edit and self.selection.current in self.scene.board.steps:
            self.hands.begin_link(self.selection.current)

    def aim(self) -> None:
        """Ask that the current step becomes the target of the sprint."""
        if self.may_edit and self.commands.step():
            self.target_chosen.emit(self.commands.step())

    def handles(self) -> frozenset[str]:
        """Give the steps whose handle for links is shown: under the pointer, or the only one chosen."""
        if not self.may_edit or self.camera.scale < 0.3:
            return frozenset()
        shown = {self.pointer.hovered} if self._hands is not None else set()
        if len(self.selection) == 1 and self.hasFocus():
            shown.add(self.selection.current)
        return frozenset(step_id for step_id in shown if step_id in self.scene.board.steps)

    @property
    def is_ring_shown(self) -> bool:
        """Whether the edge says that the keyboard is here; a pointer needs no such ring."""
        return self._came_by_key and self.hasFocus() and len(self.selection) == 0

    def menu(self) -> QMenu:
        """Make the context menu for what is chosen now."""
        return self.hands.menu()

    # ---- pictures and drops

    def picture_of(self, picture_id: str) -> QPixmap | None:
        """Give the small copy of a picture, None until it is there."""
        picture = self.document.get(picture_id)
        return self.pictures.pixmap(picture.sha256) if isinstance(picture, Picture) else None

    def _on_picture(self, sha256: str) -> None:
        shown = (one for one in self.document.table(Picture).values() if one.sha256 == sha256)
        for card in (card for picture in shown for card in self.document.referrers(Card, picture.id)):
            box = self.scene.board.cards.get(card.id)
            if box is not None:
                self.spoil(box.rect)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome text, pictures and new things."""
        if self.may_edit and self.dropping.is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show at which step it would land."""
        self.settle()
        spot = self.dropping.spot_at(self.camera.to_board(event.position()))
        if spot.step_id:
            self.selection.choose([spot.step_id])
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.settle()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self.camera.to_board(event.position())
        data = event.mimeData()
        self.attempt(lambda: self.dropping.drop(data, place))
        event.acceptProposedAction()

    # ---- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a gesture."""
        self._came_by_key = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the click or the gesture."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type in what was hit, or add a step on an empty place."""
        self.pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else move the board."""
        self.pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the handle of the step the pointer was over."""
        super().leaveEvent(event)
        if self._hands is not None:
            self.pointer.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu for what lies under the pointer, or for what is chosen."""
        if not self.may_edit:
            return
        if event.reason() == event.Reason.Mouse:
            self.pointer.choose_at(QPointF(event.pos()))
            self.hands.open_menu(event.globalPos())
        else:
            self.open_menu()

    def open_menu(self) -> None:
        """Show the menu for what is chosen, beside it."""
        if not self.may_edit:
            return
        rect = self.scene.board.rect_of(self.selection.current)
        place = QPointF(self.rect().center())
        if rect is not None:
            place = QPointF(self.camera.rect_to_view(rect).center())
        self.hands.open_menu(self.mapToGlobal(place).toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key, or leave it to the window."""
        self._came_by_key = True
        self.settle()
        if event.key() == Qt.Key.Key_Space and self.gesture is None:
            self.pointer.hold_space(event)
        else:
            self.attempt(lambda: self._press(event))

    def _press(self, event: QKeyEvent) -> None:
        if not self.hands.press(event):
            QWidget.keyPressEvent(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.pointer.release_space(event)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a key brought the keyboard here."""
        super().focusInEvent(event)
        self._came_by_key = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave a gesture that can no longer be finished."""
        super().focusOutEvent(event)
        if self._hands is not None:
            self.pointer.lose_focus()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop typing and gestures on a canvas that nobody sees."""
        super().hideEvent(event)
        self.finish_typing()
        self._zoom_rest.stop()
        if self.gesture is not None:
            self.end(is_cancelled=True)
