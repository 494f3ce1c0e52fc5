"""A wall of sheets: walk along it with the arrows, open, hang elsewhere, throw away, drop photos on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context
from ui.widgets.columns import tab_in_order
from ui.widgets.fields import LineField
from ui.widgets.picture_card import PictureCard, SheetFace
from ui.widgets.picture_desk import PictureDesk

GAP = 16
_LEAST_WIDTH, _MOST_WIDTH = 230, 340
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PictureGrid(QWidget):
    """Shows sheets in rows; cards that stay keep their widget, and with it the keyboard."""

    opened = Signal(str)
    """A sheet was pressed: look at it."""
    moved = Signal(str, str)
    """A sheet should hang before another one ("" for the end)."""
    thrown = Signal(str)
    key_pressed = Signal(str, str)
    """A letter was typed on a sheet: its id and the letter, as typed."""
    dropped = Signal(object, str)
    """What was dropped (a QMimeData) and the id of the sheet it fell on, "" beside them."""
    current_changed = Signal(str)
    written = Signal(str, str)
    """The words of a sheet are these now."""
    write_ended = Signal()
    write_requested = Signal(str)
    """F2 on a sheet: its words want a field."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._pictures = context, pictures
        self.cards: dict[str, PictureCard] = {}
        self.is_movable, self.is_writable = False, True
        self._current = ""
        self._mark: int | None = None
        self._columns = 1
        self._writing = ""
        self.editor = LineField(self)
        self.editor.hide()
        self.editor.typed.connect(self._on_typed)
        self.editor.left.connect(self.end_writing)
        self.editor.returnPressed.connect(self._on_enter)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.loaded.connect(self._on_loaded)
        context.theme.changed.connect(self._lay_out)

    @property
    def current(self) -> str:
        """The sheet that has the keyboard, or had it last; the first one when none had."""
        return self._current if self._current in self.cards else next(iter(self.cards), "")

    def show_faces(self, faces: Sequence[SheetFace]) -> None:
        """Show these sheets in this order."""
        wanted = {face.id: face for face in faces}
        order = list(self.cards)
        had_focus = any(card.hasFocus() for card in self.cards.values())
        for gone in [card_id for card_id in order if card_id not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        lost = self._current and self._current not in wanted
        self.cards = {card_id: self._card(face) for card_id, face in wanted.items()}
        if lost:
            place = order.index(self._current) if self._current in order else 0
            left = list(self.cards)
            self._current = left[min(place, len(left) - 1)] if left else ""
        if list(self.cards) != order:
            cards = list(self.cards.values())
            if cards:
                tab_in_order(cards[0], cards[1:])
        self._lay_out()
        if had_focus and lost:
            self.go_to(self._current)

    def go_to(self, card_id: str) -> None:
        """Take the keyboard to a sheet."""
        card = self.cards.get(card_id)
        if card is not None:
            card.setFocus()

    def focus_current(self) -> None:
        """Take the keyboard to the sheet that had it last."""
        self.go_to(self.current)

    # ---- writing on a sheet

    def write_on(self, card_id: str, words: str | None = None) -> None:
        """Open a field over the words of a sheet; `words` are what it holds when that is not the title."""
        card = self.cards.get(card_id)
        if card is None or not self.is_writable:
            return
        self._writing = card_id
        self.editor.setText(card.face.title if words is None else words)
        high = self._context.theme.size("target.touch")
        self.editor.setGeometry(card.x() + 4, card.geometry().bottom() - high - 8, card.width() - 8, high)
        self.editor.setAccessibleName(card.accessibleName())
        self.editor.show()
        self.editor.raise_()
        self.editor.selectAll()
        self.editor.setFocus()

    def end_writing(self) -> None:
        """Keep what is written and close the field."""
        if self._writing:
            self._writing = ""
            self.editor.hide()
            self.write_ended.emit()

    def _on_typed(self, words: str) -> None:
        if self._writing:
            self.written.emit(self._writing, words)

    def _on_enter(self) -> None:
        card_id = self._writing
        self.end_writing()
        self.go_to(card_id)

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, hang elsewhere with Ctrl, throw away, or hand a letter on."""
        card_id = next((card_id for card_id, card in self.cards.items() if card.hasFocus()), "")
        step = _ARROWS.get(Qt.Key(event.key()))
        if self._writing and event.key() == Qt.Key.Key_Escape:
            self._on_enter()
        elif not card_id or event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.write_requested.emit(card_id)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._hang(card_id, step[0] + step[1] * self._columns)
        elif step is not None:
            self._walk(card_id, step)
        elif event.key() == Qt.Key.Key_Delete:
            self.thrown.emit(card_id)
        elif event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.key_pressed.emit(card_id, event.text())
        else:
            super().keyPressEvent(event)

    def _walk(self, card_id: str, step: tuple[int, int]) -> None:
        order = list(self.cards)
        place = order.index(card_id) + step[0] + step[1] * self._columns
        if 0 <= place < len(order):
            self.go_to(order[place])

    def _hang(self, card_id: str, by: int) -> None:
        order = list(self.cards)
        place = order.index(card_id)
        there = max(0, min(len(order) - 1, place + by))
        if not self.is_movable or there == place:
            return
        others = [other for other in order if other != card_id]
        self.moved.emit(card_id, others[there] if there < len(others) else "")
        self.go_to(card_id)

    # ---- dropping and carrying

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let pictures in."""
        if PictureDesk.is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        at = event.position().toPoint()
        on = next((card_id for card_id, card in self.cards.items() if card.geometry().contains(at)), "")
        self.take(event.mimeData(), on)
        event.acceptProposedAction()

    def take(self, data: QMimeData, card_id: str) -> None:
        """Hand on what was dropped on a sheet, or beside all of them."""
        self.dropped.emit(data, card_id)

    def _on_carried(self, at: QPoint) -> None:
        self._mark = self._place_at(at)
        self.update()

    def _on_put_down(self, card_id: str, at: QPoint) -> None:
        place, self._mark = self._place_at(at), None
        order = list(self.cards)
        before = order[place] if place < len(order) else ""
        following = order[order.index(card_id) + 1 :]
        if before != card_id and before != next(iter(following), ""):
            self.moved.emit(card_id, before)
        self._lay_out()
        self.go_to(card_id)

    def _place_at(self, at: QPoint) -> int:
        """Give before which place a card is let go: the gap nearest to the hand."""
        width, height = self._size()
        column = max(0, min(self._columns, round((at.x()) / (width + GAP))))
        row = max(0, at.y() // (height + GAP))
        return min(len(self.cards), row * self._columns + column)

    # ---- where they are

    def _card(self, face: SheetFace) -> PictureCard:
        card = self.cards.get(face.id)
        if card is not None:
            card.show_face(face)
            card.is_movable = self.is_movable
            return card
        card = PictureCard(self._context, face, self._pictures.pixmap, self)
        card.is_movable = self.is_movable
        card.clicked.connect(lambda: self.opened.emit(face.id))
        card.focused.connect(self._on_focus)
        card.carried.connect(self._on_carried)
        card.put_down.connect(lambda at: self._on_put_down(face.id, at))
        card.show()
        return card

    def _on_focus(self, card_id: str) -> None:
        self._current = card_id
        self.current_changed.emit(card_id)

    def _on_loaded(self, picture_id: str) -> None:
        for card in self.cards.values():
            if card.face.picture_id == picture_id:
                card.update()

    def _size(self) -> tuple[int, int]:
        width = min(_MOST_WIDTH, (max(1, self.width()) - GAP * (self._columns - 1)) // self._columns)
        card = next(iter(self.cards.values()), None)
        return width, card.height_for(width) if card is not None else width

    def _lay_out(self) -> None:
        self._columns = max(1, (self.width() + GAP) // (_LEAST_WIDTH + GAP))
        width, height = self._size()
        for place, card in enumerate(self.cards.values()):
            row, column = divmod(place, self._columns)
            card.setGeometry(column * (width + GAP), row * (height + GAP), width, height)
        rows = -(-len(self.cards) // self._columns)
        self.setFixedHeight(max(1, rows * (height + GAP)))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark is None:
            return
        width, height = self._size()
        row, column = divmod(self._mark, self._columns)
        if column == 0 and row > 0 and self._mark == len(self.cards):
            row, column = row - 1, self._columns
        x = column * (width + GAP) - GAP / 2
        painter = QPainter(self)
        painter.setPen(QPen(self._context.theme.colour("ink"), 4))
        painter.drawLine(round(x), row * (height + GAP), round(x), row * (height + GAP) + height)
        painter.end()
