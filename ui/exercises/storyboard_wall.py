"""The wall of frames: side by side in reading order, walked, moved, added and removed with keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.context import Context
from ui.exercises.storyboard_frame import FrameCard, FrameFace
from ui.widgets.columns import tab_in_order
from ui.widgets.picture_desk import PictureDesk

GAP = 12
_LEAST = 190


class StoryWall(QWidget):
    """Shows frames and the empty places behind them; frames that stay keep their widget, and with it the keyboard."""

    begun = Signal(str)
    """Somebody writes in an empty frame: its first words."""
    titled = Signal(str, str)
    worded = Signal(str, str)
    staged = Signal(str, str)
    left = Signal()
    moved = Signal(str, str)
    """A frame should come before another one ("" for the end)."""
    added = Signal(str)
    """Another frame behind this one."""
    thrown = Signal(str)
    dropped = Signal(object, str)
    drawing_pressed = Signal(str)
    pasted = Signal(str)
    current_changed = Signal(str)
    target_changed = Signal()
    """What is picked goes to another frame now."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._pictures = context, pictures
        self.frames: dict[str, FrameCard] = {}
        self.empty: list[FrameCard] = []
        self._current = ""
        self._target = 0
        self._begun: FrameCard | None = None
        self._wished = self._columns = 4
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        """The frame that has the keyboard, or had it last; the first one when none had."""
        return self._current if self._current in self.frames else next(iter(self.frames), "")

    @property
    def target(self) -> FrameFace | None:
        """The frame into which a piece goes: where the keyboard was last, else the first empty one."""
        cards = self._all()
        place = self._target if 0 < self._target <= len(cards) else len(self.frames) + 1
        return cards[min(place, len(cards)) - 1].face if cards else None

    def step_target(self, by: int) -> None:
        """Mean the frame before or behind."""
        here = self.target
        if here is not None and 0 < here.number + by <= len(self._all()):
            self._aim(here.number + by)

    def show_target(self, number: int) -> None:
        """Mark the frame of this number, 0 for none."""
        for card in self._all():
            card.mark(card.face.number == number)

    def face_at(self, point: QPoint) -> FrameFace | None:
        """Give the frame under a point of the screen."""
        at = self.mapFromGlobal(point)
        return next((card.face for card in self._all() if card.geometry().contains(at)), None)

    def card_of(self, number: int) -> FrameCard | None:
        """Give the frame of this number."""
        return next((card for card in self._all() if card.face.number == number), None)

    def current_card(self) -> FrameCard | None:
        """Give the frame that has the keyboard, an empty one too."""
        return next((card for card in self._all() if card.isAncestorOf(self.focusWidget() or self)), None)

    def show_faces(self, faces: Sequence[FrameFace], *, columns: int, is_writable: bool) -> None:
        """Show these frames, the empty ones last."""
        made = [face for face in faces if face.id]
        wanted = {face.id for face in made}
        order = list(self.frames)
        for gone in [frame_id for frame_id in order if frame_id not in wanted]:
            _drop(self.frames.pop(gone))
        self.frames = {
            face.id: self.frames.get(face.id) or self._begun_card(face.id) or self._card(face) for face in made
        }
        free = [face for face in faces if not face.id]
        while len(self.empty) > len(free):
            _drop(self.empty.pop())
        while len(self.empty) < len(free):
            self.empty.append(self._card(free[len(self.empty)]))
        for card, face in zip(self._all(), [*made, *free], strict=True):
            card.show_face(face, is_writable=is_writable)
        if list(self.frames) != order:
            stops = [stop for card in self._all() for stop in (card.drawing, card.title, card.words, card.backstage)]
            tab_in_order(stops[0], stops[1:])
        self._wished = columns
        self._lay_out()

    def go_to(self, frame_id: str) -> None:
        """Write in the title of a frame."""
        card = self.frames.get(frame_id)
        if card is not None:
            card.title.setFocus()

    def focus_empty(self) -> None:
        """Write in the first empty frame."""
        if self.empty:
            self.empty[0].title.setFocus()

    def focus_current(self) -> None:
        """Go on where the keyboard was, or in the first empty frame."""
        if self._current in self.frames:
            self.go_to(self._current)
        elif self.empty:
            self.focus_empty()
        else:
            self.go_to(self.current)

    # ---- inside

    def _all(self) -> list[FrameCard]:
        return [*self.frames.values(), *self.empty]

    def _card(self, face: FrameFace) -> FrameCard:
        card = FrameCard(self._context, self._pictures, face, self)
        card.titled.connect(self._on_titled)
        card.worded.connect(self.worded)
        card.staged.connect(self.staged)
        card.left.connect(self._on_left)
        card.dropped.connect(self.dropped)
        card.drawing_pressed.connect(self.drawing_pressed)
        card.pasted.connect(self.pasted)
        card.focused.connect(lambda frame_id: self._on_focus(frame_id, card.face.number))
        card.entered.connect(self._on_entered)
        for field in (card.title, card.words, card.backstage):
            field.textChanged.connect(self._lay_out)
        card.show()
        return card

    def _on_titled(self, frame_id: str, text: str) -> None:
        if frame_id:
            self.titled.emit(frame_id, text)
        elif text.strip():
            # The empty frame itself becomes the step, so that the letters that follow find their field.
            self._begun = next((card for card in self.empty if card.title.toPlainText() == text), None)
            self.begun.emit(text)
            self._begun = None

    def _begun_card(self, frame_id: str) -> FrameCard | None:
        card, self._begun = self._begun, None
        if card is not None:
            self.empty.remove(card)
            self._current = frame_id
        return card

    def _on_left(self) -> None:
        self.left.emit()

    def _on_focus(self, frame_id: str, number: int) -> None:
        if frame_id:
            self._current = frame_id
        self._aim(number)
        self.current_changed.emit(frame_id)

    def _aim(self, number: int) -> None:
        if number != self._target:
            self._target = number
            self.target_changed.emit()

    def _on_entered(self, number: int) -> None:
        """Enter in a title: the next frame."""
        cards = self._all()
        if number < len(cards):
            cards[number].title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add or remove the frame that has the keyboard."""
        card = self.current_card()
        frame_id = card.face.id if card is not None else ""
        key, order = event.key(), list(self.frames)
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not frame_id or not is_ctrl:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(frame_id, -1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit(frame_id)
        elif key == Qt.Key.Key_Delete:
            place = order.index(frame_id)
            self.thrown.emit(frame_id)
            left = list(self.frames)
            self.go_to(left[min(place, len(left) - 1)]) if left else self.focus_empty()
        else:
            super().keyPressEvent(event)

    def _move(self, frame_id: str, by: int) -> None:
        others = [other for other in self.frames if other != frame_id]
        there = list(self.frames).index(frame_id) + by
        if 0 <= there <= len(others):
            self.moved.emit(frame_id, others[there] if there < len(others) else "")

    # ---- where they are

    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _room(self) -> int:
        """Give the width that is there with and without a scroll bar: a bar that comes must not send itself away."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        bar = area.verticalScrollBar() if area is not None else None
        return self.width() - (bar.sizeHint().width() if bar is not None and not bar.isVisible() else 0)

    def _lay_out(self) -> None:
        cards, room = self._all(), self._room()
        fitting = max(1, (room + GAP) // (_LEAST + GAP))
        self._columns = max(1, min(self._wished, fitting))
        width = max(1, (room - GAP * (self._columns - 1)) // self._columns)
        y = 0
        for start in range(0, len(cards), self._columns):
            line = cards[start : start + self._columns]
            high = max((_height(card, width) for card in line), default=0)
            for column, card in enumerate(line):
                card.setGeometry(column * (width + GAP), y, width, high)
            y += high + GAP
        self.setFixedHeight(max(1, y - GAP))


def _height(card: FrameCard, width: int) -> int:
    layout = card.layout()
    return (
        layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else card.sizeHint().height()
    )


def _drop(card: FrameCard) -> None:
    card.hide()
    card.deleteLater()
