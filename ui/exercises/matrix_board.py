"""Two axes with notes between them: drag a card to its place, or move it with Alt and the arrows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.context import Context
from ui.exercises.cards import PAD, CardFace, CardWidget, tone_role
from ui.exercises.wall_moves import nearest
from ui.widgets.fields import TextField

STEP = 0.05
"""How far one press of an arrow moves a card, of the whole board."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_CARD_WIDTH, _AXIS, _TRAY = 190, 26, 214
_LEAST = 260


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """What stands along the axes and in the corners: low and high of each, and four names, in reading order."""

    across: tuple[str, str, str]
    up: tuple[str, str, str]
    corners: tuple[str, str, str, str]
    tray: str


class BoardEditor(TextField):
    """The field that lies over a card while somebody writes on it; Enter and Esc are done."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.hide()

    def begin(self, card: CardWidget) -> None:
        """Write on this card."""
        theme = self._context.theme
        ground, ink = theme.hex(tone_role(card.face.tone)), theme.hex("on_card")
        self.setStyleSheet(
            f"QPlainTextEdit {{ color: {ink}; font-size: {theme.size('lead')}px; background: {ground}; border: none;"
            f" border-bottom: 2px solid {ink}; border-radius: 0; padding: 0; min-height: 0; }}"
        )
        box, top = card.geometry(), card.text_top()
        self.setGeometry(box.x() + PAD - 1, box.y() + top, box.width() - 2 * PAD + 2, box.height() - top - 6)
        self.setAccessibleName(card.accessibleName())
        self.show_text(card.face.text)
        self.show()
        self.raise_()
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class MatrixBoard(QWidget):
    """Cards with a place lie on the board, those without in a tray beside it."""

    placed = Signal(str, float, float)
    """A card has this place now, 0 … 1 from the left and from below."""
    lifted = Signal(str)
    """A card goes back to the tray."""
    thrown = Signal(str)
    written = Signal(str, str)
    """A card (by id) has these words now."""
    left = Signal(str)
    """The field of a card was left."""
    key_pressed = Signal(str, str)
    went_up = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = MatrixWords(("", "", ""), ("", "", ""), ("", "", "", ""), "")
        self.cards: dict[str, CardWidget] = {}
        self.places: dict[str, tuple[float, float] | None] = {}
        self.is_open = True
        self._current = ""
        self._grip: QPoint | None = None
        self._is_dragging = False
        self.editor = BoardEditor(context, self)
        self.editor.typed.connect(lambda text: self.written.emit(self._current, text))
        self.editor.entered.connect(self.end_writing)
        self.editor.left.connect(self._on_left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST + _TRAY, _LEAST)
        context.theme.changed.connect(self.update)

    # ---- showing

    @property
    def current(self) -> str:
        """The id of the card that has the keyboard, or had it last."""
        return self._current

    def show_cards(self, faces: list[CardFace], places: dict[str, tuple[float, float] | None]) -> None:
        """Show these cards at these places; None lies in the tray."""
        self.setAccessibleName(self._context.texts("work.wall"))
        known = list(self.cards)
        wanted = {face.id for face in faces}
        had_focus = self._current and self.cards.get(self._current) is QApplication.focusWidget()
        for gone in [card_id for card_id in self.cards if card_id not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for face in faces:
            self._card(face)
        self.cards = {face.id: self.cards[face.id] for face in faces}
        self.places = places
        self.lay_out()
        if self._current not in self.cards:
            place = known.index(self._current) if self._current in known else 0
            left = [card_id for card_id in known if card_id in self.cards]
            self._current = left[min(place, len(left) - 1)] if left else ""
            if had_focus:
                self.take_focus()

    def _card(self, face: CardFace) -> None:
        card = self.cards.get(face.id)
        if card is None:
            card = self.cards[face.id] = CardWidget(self._context, face, self)
            card.installEventFilter(self)
            QWidget.setTabOrder(self, card)  # Tab goes on behind the matrix
            card.show()
        elif card.face != face:
            card.show_face(face)

    @property
    def square(self) -> QRect:
        """Where the board lies beside the tray."""
        return QRect(_TRAY + _AXIS, 4, self.width() - _TRAY - _AXIS - 4, self.height() - _AXIS - 8)

    def lay_out(self) -> None:
        """Give every card its place."""
        box, y = self.square, _AXIS + 8
        for card_id, card in self.cards.items():
            if self._is_dragging and card_id == self._current:
                continue
            place = self.places.get(card_id)
            height = card.height_for(_CARD_WIDTH)
            if place is None:
                card.setGeometry(4, y, _CARD_WIDTH, height)
                y += height + 8
            else:
                card.setGeometry(self._rect_at(box, place, height))
        self.setMinimumHeight(max(_LEAST, y))
        self.update()

    def _rect_at(self, box: QRect, place: tuple[float, float], height: int) -> QRect:
        """The whole card stays on the board: 0 and 1 are where it touches an edge."""
        x = box.x() + round(place[0] * max(0, box.width() - _CARD_WIDTH))
        y = box.y() + round((1 - place[1]) * max(0, box.height() - height))
        return QRect(x, y, _CARD_WIDTH, height)

    def go_to(self, card_id: str) -> None:
        """Take the keyboard to a card."""
        card = self.cards.get(card_id)
        if card is not None:
            self._current = card_id
            card.raise_()
            card.setFocus()

    def take_focus(self) -> None:
        """Take the keyboard to the card that had it last, or the first."""
        self.go_to(self._current if self._current in self.cards else next(iter(self.cards), ""))

    # ---- writing

    def write_in(self, card_id: str) -> None:
        """Begin to write on a card."""
        card = self.cards.get(card_id)
        if card is not None and self.is_open:
            self._current = card_id
            self.editor.begin(card)

    def end_writing(self) -> None:
        """The words stand; the keyboard goes back to the card."""
        self.editor.hide()
        self.left.emit(self._current)
        self.go_to(self._current)

    def _on_left(self) -> None:
        if self.editor.isVisible() and QApplication.focusWidget() is not self.editor:
            self.editor.hide()
            self.left.emit(self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def sizeHint(self) -> QSize:
        """As large as there is room for."""
        return QSize(800, 520)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board with its corners and its axes."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.square), theme.size("radius.band")
        half = QSize(self.square.width() // 2 - 3, self.square.height() // 2 - 3)
        for number, name in enumerate(self.words.corners):
            right, low = number % 2, number // 2
            corner = QRectF(
                box.x() + right * (half.width() + 6), box.y() + low * (half.height() + 6), half.width(), half.height()
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self._is_best(number) else "band"))
            painter.drawRoundedRect(corner, radius, radius)
            painter.setPen(theme.colour("accent" if self._is_best(number) else "muted"))
            painter.setFont(theme.font("lead", bold=True))
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            height = Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignTop
            painter.drawText(corner.adjusted(14, 10, -14, -10), int(side | height), name)
        self._paint_axes(painter, box)
        painter.end()

    def _is_best(self, number: int) -> bool:
        """The upper left corner is where one begins."""
        return number == 0

    def _paint_axes(self, painter: QPainter, box: QRectF) -> None:
        theme, words = self._context.theme, self.words
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("small", bold=True))
        painter.drawText(QRectF(4, 4, _TRAY - 20, _AXIS), int(Qt.AlignmentFlag.AlignVCenter), words.tray)
        row = QRectF(box.x(), box.bottom() + 4, box.width(), _AXIS - 4)
        self._paint_axis(painter, row, words.across)
        painter.save()
        painter.translate(QPointF(_TRAY, box.bottom()))
        painter.rotate(-90)
        self._paint_axis(painter, QRectF(0, 0, box.height(), _AXIS - 4), words.up)
        painter.restore()
        painter.setPen(QPen(theme.colour("line_soft"), 1))
        painter.drawLine(QPointF(_TRAY - 12, 4), QPointF(_TRAY - 12, self.height() - 4))

    def _paint_axis(self, painter: QPainter, row: QRectF, words: tuple[str, str, str]) -> None:
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for text, side in zip(words, sides, strict=True):
            painter.drawText(row, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    # ---- hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CardWidget):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self._current = watched.face.id
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._grip = None
            self.write_in(watched.face.id)
            return True
        elif isinstance(event, QMouseEvent):
            return self._on_mouse(watched, event)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched.face.id, event)
        return super().eventFilter(watched, event)

    def _on_mouse(self, card: CardWidget, event: QMouseEvent) -> bool:
        at = card.mapToParent(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self.go_to(card.face.id)
            return True
        if event.type() == QEvent.Type.MouseMove and self._grip is not None and self.is_open:
            far = (at - self._grip - card.pos()).manhattanLength() >= QApplication.startDragDistance()
            if self._is_dragging or far:
                self._is_dragging = True
                card.raise_up(True)
                card.move(at - self._grip)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._grip is not None:
            was_dragging, self._is_dragging, self._grip = self._is_dragging, False, None
            card.raise_up(False)
            if was_dragging:
                self._drop(card)
            return True
        return False

    def _drop(self, card: CardWidget) -> None:
        box = self.square
        if card.geometry().center().x() < box.left():
            self.lifted.emit(card.face.id)
        else:
            x = (card.x() - box.x()) / max(1, box.width() - card.width())
            y = 1 - (card.y() - box.y()) / max(1, box.height() - card.height())
            self.placed.emit(card.face.id, _within(x), _within(y))
        self.lay_out()

    def _on_key(self, card_id: str, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._is_dragging:
            self._is_dragging, self._grip = False, None
            self.cards[card_id].raise_up(False)
            self.lay_out()
            return True
        if key in _ARROWS:
            across, up = _ARROWS[key]
            if not held & Qt.KeyboardModifier.AltModifier:
                self._walk(card_id, across, -up)
            elif self.is_open:
                self._push(card_id, across, up)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.write_in(card_id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.is_open:
            self.thrown.emit(card_id)
        elif key == Qt.Key.Key_Escape:
            self.went_up.emit()
        elif event.text().strip() and self.is_open and not held & Qt.KeyboardModifier.ControlModifier:
            self.key_pressed.emit(card_id, event.text().casefold())
        else:
            return False
        return True

    def _push(self, card_id: str, across: int, up: int) -> None:
        """Move a card one step; out of the tray it comes to the middle of the board, and it can be pushed back in."""
        place = self.places.get(card_id)
        if place is None:
            self.placed.emit(card_id, 0.5, 0.5)
        elif place[0] <= 0 and across < 0:
            self.lifted.emit(card_id)
        else:
            self.placed.emit(card_id, _within(place[0] + across * STEP), _within(place[1] + up * STEP))

    def _walk(self, card_id: str, across: int, down: int) -> None:
        found = nearest({one: card.geometry() for one, card in self.cards.items()}, card_id, across, down)
        if found:
            self.go_to(found)
        elif down < 0:
            self.went_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The board itself hands the keyboard on to a card."""
        if event.key() in _ARROWS and self.cards:
            self.take_focus()
        else:
            super().keyPressEvent(event)


def _within(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 3)
