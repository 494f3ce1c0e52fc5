"""The pieces of the storyboard: sketches, what stood out and ideas, picked into a frame by key or by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from sprint.frozen import dataclass
from ui.context import Context
from ui.exercises.cards import tone_role
from ui.widgets.carried_card import CarriedCard
from ui.widgets.columns import ScrollColumn, tab_in_order
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_card import broken, paint_fitted
from ui.widgets.picture_desk import PictureDesk

WIDTH = 252
_PAD, _GAP, _SHAPE = 10, 4, 0.46
_LINES_BESIDE, _LINES_ALONE = 2, 4
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class PieceFace:
    """What stands on a piece: where it comes from and in which frames it hangs, its words, its drawing."""

    id: str
    text: str
    label: str = ""
    picture_id: str = ""
    tone: str = "idea"


class PieceCard(CarriedCard):
    """One piece; pressing it hangs it in the frame that is chosen, dragging it in the frame where it is let go."""

    dragged = Signal(str, QPoint)
    """It is carried; its id and where the pointer is on the screen."""
    dropped = Signal(str, QPoint)

    def __init__(self, context: Context, pictures: PictureDesk, face: PieceFace, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._pictures, self._face = pictures, face
        pictures.loaded.connect(self._on_loaded)
        self.show_face(face)

    @property
    def face(self) -> PieceFace:
        """What it shows."""
        return self._face

    def show_face(self, face: PieceFace) -> None:
        """Show another state of the same piece."""
        self._face = face
        self.say(": ".join(part for part in (face.label, face.text) if part), face.text)
        self.setFixedHeight(self.height_for(WIDTH - 12))
        self.update()

    def height_for(self, width: int) -> int:
        """Give the height at a width: the drawing, the label, and as many lines as the words need."""
        theme, inner = self.context.theme, width - 2 * _PAD
        label = QFontMetricsF(theme.font("small", bold=True)).height()
        words = len(self._lines(inner)) * QFontMetricsF(theme.font("body")).height()
        drawing = inner * _SHAPE + _GAP if self._face.picture_id else 0
        return round(2 * _PAD + drawing + label + _GAP + words)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 12, self.height_for(WIDTH - 12))

    def _lines(self, width: float) -> list[str]:
        most = _LINES_BESIDE if self._face.picture_id else _LINES_ALONE
        return broken(self._face.text, QFontMetricsF(self.context.theme.font("body")), width, most)

    def _on_loaded(self, picture_id: str) -> None:
        if picture_id == self._face.picture_id:
            self.update()

    # ---- hands

    def _carry(self, at: QPoint, grip: QPoint) -> None:
        self.dragged.emit(self._face.id, self.mapToGlobal(at))

    def _put_down(self, at: QPoint) -> None:
        self.dropped.emit(self._face.id, self.mapToGlobal(at))

    # ---- paint

    def _paper(self) -> tuple[QPen, str]:
        theme, is_sheet = self.context.theme, bool(self._face.picture_id)
        pen = QPen(Qt.PenStyle.NoPen)
        if is_sheet or self.is_hovered:
            pen = QPen(theme.colour("accent" if self.is_hovered else "line_soft"), max(1, theme.line("card_line")))
        return pen, "surface" if is_sheet else tone_role(self._face.tone)

    def _paint_on(self, painter: QPainter, body: QRectF) -> None:
        width, top = self.width() - 2 * _PAD, float(_PAD)
        if self._face.picture_id:
            place = QRectF(_PAD, top, width, width * _SHAPE)
            painter.fillRect(place, self.context.theme.colour("band"))
            pixmap = self._pictures.pixmap(self._face.picture_id)
            if pixmap is not None:
                paint_fitted(painter, pixmap, place)
            top = place.bottom() + _GAP
        self._paint_words(painter, top, width)

    def _paint_words(self, painter: QPainter, top: float, width: float) -> None:
        theme, is_sheet = self.context.theme, bool(self._face.picture_id)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(theme.colour("muted" if is_sheet else "on_card_muted"))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(self._face.label, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(_PAD, top, width, metrics.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        top += metrics.height() + _GAP
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink" if is_sheet else "on_card"))
        metrics = QFontMetricsF(painter.font())
        for line in self._lines(width):
            painter.drawText(QRectF(_PAD, top, width, metrics.height()), int(Qt.AlignmentFlag.AlignVCenter), line)
            top += metrics.height()


class PieceColumn(ScrollColumn):
    """All pieces below each other: up and down walk, left and right choose the frame, Enter hangs it there."""

    picked = Signal(str)
    """A piece was pressed: its id."""
    frame_stepped = Signal(int)
    """Another frame is meant: one back (−1) or one on (+1)."""
    left = Signal()
    """Esc: back to the frame."""
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, spacing=8)
        self._context, self._pictures = context, pictures
        self.cards: dict[str, PieceCard] = {}
        self._current = ""
        self._title, self._hint = PlainLabel(role="section", wrap=True), PlainLabel(role="small", wrap=True)
        self.column.setContentsMargins(0, 0, 10, 8)
        for label in (self._title, self._hint):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self.setFixedWidth(WIDTH)

    def say(self, title: str, hint: str) -> None:
        """Show what this is and what Enter does now."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)

    def show_pieces(self, faces: Sequence[PieceFace]) -> None:
        """Show these pieces; those that stay keep their widget, and with it the keyboard."""
        order, wanted = list(self.cards), {face.id for face in faces}
        for gone in [piece_id for piece_id in order if piece_id not in wanted]:
            card = self.cards.pop(gone)
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {face.id: self._card(face) for face in faces}
        if list(self.cards) == order:
            return
        for place, card in enumerate(self.cards.values(), start=2):
            self.column.insertWidget(place, card)
            card.show()
        tab_in_order(self, self.cards.values())

    def _card(self, face: PieceFace) -> PieceCard:
        card = self.cards.get(face.id)
        if card is not None:
            if card.face != face:
                card.show_face(face)
            return card
        made = PieceCard(self._context, self._pictures, face, self.inside)
        made.clicked.connect(lambda: self._on_clicked(face.id))
        made.dragged.connect(self.dragged)
        made.dropped.connect(self.dropped)
        return made

    def _on_clicked(self, piece_id: str) -> None:
        self._current = piece_id
        self.picked.emit(piece_id)

    def take_focus(self) -> None:
        """Take the keyboard to the piece that had it last, or the first."""
        self._go_to(self._current if self._current in self.cards else next(iter(self.cards), ""))

    def _go_to(self, piece_id: str) -> None:
        card = self.cards.get(piece_id)
        if card is not None:
            self._current = piece_id
            card.setFocus()
            self.ensureWidgetVisible(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose another frame, or go back to it."""
        key, ids = Qt.Key(event.key()), list(self.cards)
        here = next((piece_id for piece_id, card in self.cards.items() if card.hasFocus()), "")
        if here and key in _WALK:
            place = ids.index(here) + _WALK[key]
            if 0 <= place < len(ids):
                self._go_to(ids[place])
        elif here and key in _CHOOSE:
            self.frame_stepped.emit(_CHOOSE[key])
        elif here and key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
