"""One step of the journey, large: what the citizen does, how it feels, and what is known about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from canvas.style import CanvasStyle
from sprint.document import Document
from sprint.journeys import cards_of, main_route, steps_of
from sprint.layout import BoardWords
from sprint.records import Card, Lane, Phase, Step
from ui.room.look import RoomLook
from ui.room.words import RoomWords, broken
from ui.widgets.painting import feeling_role, paint_face

_MOST_CARDS = 3
_ORDER = (Lane.QUOTE, Lane.PAIN, Lane.THOUGHT, Lane.OPPORTUNITY, Lane.IDEA)
"""What says most about a step stands first; other lanes follow in their own order."""
_FACE = 190
_CURVE = 230
_LEADING = 1.24
_CARD_GROW = 1.4
"""Cards may be so much larger than drawn where there is room."""


class StepSheet(QWidget):
    """Paints a step with its first cards, and the curve of the whole route below with the place on it."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._document: Document | None = None
        self._step_id = ""
        self._phase = RoomWords(look, self, "lead", "room_now", bold=True)
        self._title = RoomWords(look, self, "question", bold=True, most_lines=3)
        self._note = RoomWords(look, self, "lead", "room_muted", most_lines=2)
        self._place = RoomWords(look, self, colour="room_muted")
        self._cards: list[Card] = []
        self._labels: list[str] = []
        self._route: list[Step] = []
        self._row = self._curve = QRectF()
        look.changed.connect(self._arrange)

    @property
    def step_id(self) -> str:
        """The step that is shown."""
        return self._step_id

    def set_document(self, document: Document) -> None:
        """Say where steps come from."""
        self._document = document
        leave = document.subscribe(lambda _diff: self.say())
        self.destroyed.connect(leave)

    def show_step(self, step_id: str) -> None:
        """Show another step."""
        self._step_id = step_id
        self.say()

    def words(self) -> list[str]:
        """List every text on it."""
        parts = (self._phase, self._title, self._note, self._place)
        return [text for text in (*(p.text for p in parts), *self._labels, *(c.text for c in self._cards)) if text]

    def say(self) -> None:
        """Put the step into words."""
        document = self._document
        step = document.get(self._step_id) if document is not None else None
        if document is None or not isinstance(step, Step):
            return
        texts = self._look.context.texts
        board_words = BoardWords(texts.translator)
        phase = document.get(step.phase_id)
        self._route = main_route(document, step.journey_id) or steps_of(document, step.journey_id)
        number = next((place for place, other in enumerate(self._route, 1) if other.id == step.id), 0)
        self._phase.say(phase.title if isinstance(phase, Phase) else "")
        self._title.say(step.title or texts("canvas.untitled"))
        self._note.say(board_words.step_note(step))
        self._place.say(texts("room.step", number=number, count=len(self._route)) if number else "")
        cards = sorted((card for card in cards_of(document, step.id) if card.text.strip()), key=_rank)
        self._cards = cards[:_MOST_CARDS]
        self._labels = [board_words.card_label(card) for card in self._cards]
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        px = self._look.px
        field = self.rect().adjusted(px(80), px(62), -px(80), -px(64))
        face = px(_FACE) + px(60)
        y = field.top()
        width = field.width() - face
        for part, gap in ((self._phase, 10), (self._title, 16), (self._note, 40)):
            height = part.height_for(width)
            part.setGeometry(field.left(), y, width, height)
            y += height + (px(gap) if height else 0)
        curve = px(_CURVE)
        place = self._place.height_for(field.width())
        self._curve = QRectF(field.left(), field.bottom() - curve, field.width(), curve)
        self._place.setGeometry(field.left(), round(self._curve.top()) - place - px(8), field.width(), place)
        top = max(y, field.top() + face)
        self._row = QRectF(field.left(), top, field.width(), self._place.y() - px(28) - top)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._document
        step = document.get(self._step_id) if document is not None else None
        if not isinstance(step, Step):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_feeling(painter, step)
        self._paint_cards(painter)
        self._paint_curve(painter, step)
        painter.end()

    def _paint_feeling(self, painter: QPainter, step: Step) -> None:
        if step.feeling is None:
            return
        look, px = self._look, self._look.px
        side = px(_FACE)
        disc = QRectF(self.width() - px(80) - side, px(62), side, side)
        paint_face(painter, disc, step.feeling, look.colour(feeling_role(step.feeling)), look.colour("on_feeling"))
        painter.setFont(look.font(look.type_size("lead"), bold=True))
        painter.setPen(look.colour("room_text"))
        signed = look.context.texts.translator.signed(step.feeling)
        below = QRectF(disc.x(), disc.bottom() + px(4), side, look.type_size("lead") * 1.3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, signed)

    def _paint_cards(self, painter: QPainter) -> None:
        if not self._cards or self._row.height() < self._look.px(80):
            return
        look, px = self._look, self._look.px
        style = CanvasStyle.from_theme(look.context.theme.look)
        gap = px(28)
        width = (self._row.width() - gap * (_MOST_CARDS - 1)) / _MOST_CARDS
        pad = px(24)
        size, texts = self._card_type(width - 2 * pad, self._row.height() - 2 * pad)
        label_font, text_font = look.font(look.type_size("line"), bold=True), look.font(size)
        line, head = size * _LEADING, look.type_size("line") * _LEADING * 1.1
        most = max(1, int((self._row.height() - 2 * pad - head) / line))
        height = min(self._row.height(), 2 * pad + head + line * min(most, max(map(len, texts))))
        for number, (card, label, lines) in enumerate(zip(self._cards, self._labels, texts, strict=True)):
            box = QRectF(self._row.x() + number * (width + gap), self._row.y(), width, height)
            painter.setPen(QPen(style.card_line, style.card_line_width) if style.card_line_width else Qt.PenStyle.NoPen)
            painter.setBrush(style.cards[card.lane])
            painter.drawRoundedRect(box, px(14), px(14))
            inner = box.adjusted(pad, pad, -pad, -pad)
            painter.setPen(style.on_card_muted)
            painter.setFont(label_font)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), label)
            painter.setPen(style.on_card)
            painter.setFont(text_font)
            inner.setTop(inner.top() + head)
            self._paint_lines(painter, inner, lines, most, line)

    def _card_type(self, width: float, height: float) -> tuple[int, list[list[str]]]:
        """Give the largest type in which all cards fit, and their lines."""
        look = self._look
        least, head = look.type_size("line"), look.type_size("line") * _LEADING * 1.1
        size = round(look.type_size("lead") * _CARD_GROW)
        while True:
            texts = [broken(card.text, look.font(size), width) for card in self._cards]
            if size <= least or head + size * _LEADING * max(map(len, texts)) <= height:
                return size, texts
            size = max(least, size - 2)

    def _paint_lines(self, painter: QPainter, box: QRectF, lines: list[str], most: int, height: float) -> None:
        shown = lines[:most]
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            shown[-1] = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(box.width()))
        for number, text in enumerate(shown):
            painter.drawText(QPointF(box.x(), box.y() + number * height + painter.fontMetrics().ascent()), text)

    def _paint_curve(self, painter: QPainter, step: Step) -> None:
        """Draw the route as dots at the height of their feelings; dashed, for the team assumes them."""
        look, px, area = self._look, self._look.px, self._curve
        count = len(self._route)
        if count < 2:
            return
        across = area.width() / max(1, count - 1)
        radius = min(px(11), across / 3)
        middle = area.center().y()
        places = [
            QPointF(
                area.x() + radius + (area.width() - 2 * radius) * number / (count - 1),
                middle - (other.feeling or 0) / 3 * (area.height() / 2 - px(26)),
            )
            for number, other in enumerate(self._route)
        ]
        painter.setPen(QPen(look.colour("room_track"), px(3)))
        painter.drawLine(QPointF(area.x(), middle), QPointF(area.right(), middle))
        pen = QPen(look.colour("room_muted"), px(4))
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        felt = [place for place, other in zip(places, self._route, strict=True) if other.feeling is not None]
        painter.drawPolyline(felt)
        for place, other in zip(places, self._route, strict=True):
            is_now = other.id == step.id
            colour = look.colour("room_now" if is_now else "room_muted")
            if other.feeling is None and not is_now:
                _hollow(painter, place, radius * 0.8, colour, look.colour("room_ground"), px(3))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                size = radius * (2.0 if is_now else 1.0)
                painter.drawEllipse(place, size, size)


def _hollow(painter: QPainter, place: QPointF, radius: float, colour: QColor, ground: QColor, width: int) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(ground)
    painter.drawEllipse(place, radius, radius)


def _rank(card: Card) -> tuple[int, int, str]:
    return (_ORDER.index(card.lane) if card.lane in _ORDER else len(_ORDER), card.order, card.id)
