"""Paints steps and cards."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from canvas.icons import CHANNEL_ICONS, KIND_ICONS, LANE_ICONS, IconStore
from canvas.lens import GHOST, Mark, Tone
from canvas.style import CanvasStyle
from canvas.text import BoardText, board_font
from sprint.document import Document
from sprint.layout import (
    METRICS,
    CardBox,
    Metrics,
    Rect,
    StepBox,
    TextStyle,
    card_text_width,
    step_note_width,
    step_title_width,
)
from sprint.records import Card, Lane, Step, Track

PictureOf = Callable[[str], QPixmap | None]
"""Gives the small copy of a picture by its id."""
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RADIUS = 8.0
EDGE = 5.0
_STAR_SIZE, _STAR_WIDE, _STAR_DEEP = 14.0, 26.0, 32.0
"""How large the star of a step is from afar, and what it takes from the lines beside it."""
_LEAST_SHRUNK = 0.8
_VOWELS, _LEAST_PART = "aeiouyéëï", 3
SMALL_TYPE = 9.5  # pixels on the screen, the least that can be read from nearby


class BoxPainter:
    """Draws one step or one card, near or small."""

    def __init__(
        self,
        style: CanvasStyle,
        text: BoardText,
        icons: IconStore,
        untitled: str,
        picture_of: PictureOf,
        metrics: Metrics = METRICS,
    ) -> None:
        self._picture_of = picture_of
        self.small_type = SMALL_TYPE
        self._style = style
        self._text = text
        self._icons = icons
        self._untitled = untitled
        self._metrics = metrics

    # ---- steps

    def paint_step(self, painter: QPainter, document: Document, box: StepBox) -> None:
        """Draw a step with its title, the line below it, its star and the count of remarks."""
        step = document.get(box.id)
        if not isinstance(step, Step):
            return
        m = self._metrics
        self._paint_frame(painter, box)
        x, y = box.rect.x + m.step_pad, box.rect.y + m.step_top
        if step.title:
            painter.setPen(self._style.ink)
            y = self._text.draw(painter, step.title, x, y, step_title_width(m, step), TextStyle.STEP)
        else:
            painter.setPen(self._style.muted)
            y = self._text.draw(painter, self._untitled, x, y, step_title_width(m, step), TextStyle.STEP)
        self._paint_note(painter, step, box, x, y + m.note_above)
        if step.truth_reason:
            draw_star(painter, box.rect.right - m.step_pad - 7, box.rect.y + m.step_top + 9, 8.5, self._style)
        if box.remarks:
            self._paint_badge(painter, box)
        self._paint_track(painter, step, box)

    def _paint_track(self, painter: QPainter, step: Step, box: StepBox) -> None:
        """Draw the sign of the track on the upper edge: a stopwatch for time well saved, a heart for well spent."""
        if step.track is Track.OPEN:
            return
        is_saved = step.track is Track.SAVED
        colour = self._style.track_saved if is_saved else self._style.track_spent
        middle = QPointF(box.rect.right - 17, box.rect.y + 1)
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(self._style.surface)
        painter.drawEllipse(middle, 11.0, 11.0)
        icon = "stopwatch" if is_saved else "heart"
        self._icons.draw(painter, icon, middle.x() - 7.5, middle.y() - 7.5, 15, colour)

    def paint_mark(self, painter: QPainter, box: StepBox, mark: Mark, scale: float) -> None:
        """Draw a few words with an icon on the lower edge of a step; from afar only the icon."""
        style = self._style
        colour, icon = {
            Tone.WARNING: (style.danger, "warning"),
            Tone.NEW: (style.accent, "plus"),
            Tone.CHANGED: (style.ink, "edit"),
            Tone.GONE: (style.danger, "minus"),
        }[mark.tone]
        is_near = scale >= 0.5
        height = 20.0 if is_near else 32.0
        text = self._text.elided(mark.text, box.rect.width - 44, TextStyle.LABEL) if is_near else ""
        width = height + (self._text.width(text, TextStyle.LABEL) + 10 if text else 4.0)
        rect = QRectF(box.rect.x + 8, box.rect.bottom - 7, width, height)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(style.surface)
        painter.drawRoundedRect(rect, height / 2, height / 2)
        self._icons.draw(painter, icon, rect.x() + 5, rect.y() + 3, height - 6, colour)
        if text:
            painter.setPen(colour)
            painter.setFont(self._text.fonts[TextStyle.LABEL])
            painter.drawText(rect.adjusted(height + 2, 0, 0, 0), _MIDDLE_LEFT, text)

    def _paint_frame(self, painter: QPainter, box: StepBox) -> None:
        style = self._style
        rect = QRectF(*box.rect)
        if box.id.startswith(GHOST):
            pen = QPen(style.line, 1.6)
            pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            painter.setBrush(style.paper)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            return
        painter.setPen(QPen(style.line, max(1.2, style.line_width)))
        painter.setBrush(style.surface)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        edge = QPainterPath()
        edge.moveTo(rect.left(), rect.top() + EDGE)
        edge.lineTo(rect.left(), rect.top() + RADIUS)
        edge.arcTo(rect.left(), rect.top(), 2 * RADIUS, 2 * RADIUS, 180, -90)
        edge.lineTo(rect.right() - RADIUS, rect.top())
        edge.arcTo(rect.right() - 2 * RADIUS, rect.top(), 2 * RADIUS, 2 * RADIUS, 90, -90)
        edge.lineTo(rect.right(), rect.top() + EDGE)
        edge.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.accent)
        painter.drawPath(edge)

    def _paint_note(self, painter: QPainter, step: Step, box: StepBox, x: float, y: float) -> None:
        if not box.note:
            return
        icon = KIND_ICONS.get(step.kind) or CHANNEL_ICONS.get(step.channel)
        shift = 0.0
        if icon is not None:
            self._icons.draw(painter, icon, x - 1, y, 15, self._style.muted)
            shift = self._metrics.icon
        painter.setPen(self._style.muted)
        self._text.draw(painter, box.note, x + shift, y, step_note_width(self._metrics), TextStyle.NOTE)

    def _paint_badge(self, painter: QPainter, box: StepBox) -> None:
        """Draw how many remarks citizens made; solid, because citizens said it."""
        style = self._style
        height, width = 20.0, self._metrics.badge - 4
        rect = QRectF(box.rect.right - 7 - width, box.rect.bottom - 7 - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.accent_soft)
        painter.drawRoundedRect(rect, height / 2, height / 2)
        self._icons.draw(painter, "quote", rect.x() + 6, rect.y() + 3, 14, style.accent)
        painter.setPen(style.accent)
        painter.setFont(self._text.fonts[TextStyle.LABEL])
        painter.drawText(rect.adjusted(20, 0, -4, 0), Qt.AlignmentFlag.AlignCenter, str(min(box.remarks, 999)))

    def paint_step_small(self, painter: QPainter, document: Document, box: StepBox, scale: float) -> None:
        """Draw a step seen from afar: the beginning of its title in type that is still readable."""
        step = document.get(box.id)
        if not isinstance(step, Step):
            return
        self._paint_frame(painter, box)
        inner = QRectF(*box.rect).adjusted(6, EDGE + 3, -6, -4)
        if step.truth_reason:
            draw_star(painter, box.rect.right - 20, box.rect.y + 26, _STAR_SIZE, self._style)
        deep = _STAR_DEEP if step.truth_reason else 0.0
        font, size = self._large_font(step.title, self.small_type / scale, inner.width())
        lines, count = _broken(font, size, step.title, inner, deep)
        if count < 1 or not step.title:
            return
        painter.setFont(font)
        painter.setPen(self._style.ink)
        beside_star = ceil(deep / (size * 1.2))
        for number, line in enumerate(lines[:count]):
            if number == count - 1 and len(lines) > count:
                room = inner.width() - (_STAR_WIDE if number < beside_star else 0)
                line = QFontMetricsF(font).elidedText(line + " …", Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(inner.x(), inner.y() + size * (1.0 + 1.2 * number)), line)

    def _large_font(self, title: str, size: float, width: float) -> tuple[QFont, float]:
        """Give the type of a title seen from afar, a little smaller when that keeps its longest word whole."""
        font = board_font(self._text.family, size, bold=True)
        longest = max(map(QFontMetricsF(font).horizontalAdvance, title.split()), default=0.0)
        if longest <= width:
            return font, size
        size *= max(_LEAST_SHRUNK, width / longest * 0.98)
        return board_font(self._text.family, size, bold=True), size

    # ---- cards

    def paint_card(self, painter: QPainter, document: Document, box: CardBox) -> None:
        """Draw a card: its colour, its label and its text."""
        card = document.get(box.id)
        if not isinstance(card, Card):
            return
        m = self._metrics
        self._paint_ground(painter, box)
        width = card_text_width(m)
        x, y = box.rect.x + m.card_pad, box.rect.y + m.card_top
        painter.setPen(self._style.on_card)
        y = self._text.draw(painter, box.label, x, y, width, TextStyle.LABEL)
        y += m.label_below if box.label else 0
        if box.picture is not None:
            self._paint_picture(painter, card, box.picture)
            y = box.picture.bottom + m.label_below
        self._text.draw(painter, card.text, x, y, width, TextStyle.CARD)

    def paint_card_small(self, painter: QPainter, document: Document, box: CardBox) -> None:
        """Draw a card seen from afar: its colour and an icon of what it means."""
        self._paint_ground(painter, box)
        card = document.get(box.id)
        if box.picture is not None and isinstance(card, Card):
            self._paint_picture(painter, card, box.picture)
            return
        size = min(44.0, box.rect.height - 12)
        if size > 8:
            middle = box.rect.middle
            colour = self._style.on_card_muted
            self._icons.draw(painter, LANE_ICONS[box.lane], middle.x - size / 2, middle.y - size / 2, size, colour)

    def _paint_picture(self, painter: QPainter, card: Card, place: Rect) -> None:
        pixmap = self._picture_of(card.picture_id)
        if pixmap is None:
            painter.fillRect(QRectF(*place), self._style.line_soft)
            return
        height = min(float(pixmap.height()), pixmap.width() * place.height / place.width)
        painter.drawPixmap(QRectF(*place), pixmap, QRectF(0, (pixmap.height() - height) / 2, pixmap.width(), height))

    def _paint_ground(self, painter: QPainter, box: CardBox) -> None:
        style = self._style
        width = style.card_line_width
        if width or box.lane is Lane.QUOTE:
            painter.setPen(QPen(style.card_line, max(1.0, width)))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.cards[box.lane])
        painter.drawRoundedRect(QRectF(*box.rect), RADIUS, RADIUS)


_STAR = ((0.0, -1.0), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0.0, 0.4))


def large_lines(metrics: QFontMetricsF, text: str, width: float, beside_star: int) -> list[str]:
    """Break a title into lines, the first of which leave room for the star; a word too long for a line is parted."""
    lines: list[str] = []
    line = ""
    words = text.split()
    while words:
        room = width - (_STAR_WIDE if len(lines) < beside_star else 0)
        longer = f"{line} {words[0]}" if line else words[0]
        if metrics.horizontalAdvance(longer) <= room or len(longer) == 1:
            line = longer
            words.pop(0)
        elif line:
            lines.append(line)
            line = ""
        elif len(lines) < beside_star and metrics.horizontalAdvance(words[0]) <= width:
            lines.append("")
        else:
            word = words.pop(0)
            most = next((n for n in range(len(word), 1, -1) if metrics.horizontalAdvance(word[:n] + "-") <= room), 1)
            place = syllable(word, most)
            lines.append(word[:place] + "-")
            words.insert(0, word[place:])
    return [*lines, line] if line else lines


def syllable(word: str, most: int) -> int:
    """Give where to part a word of which `most` letters fit: before a consonant and a vowel, as a syllable begins."""
    places = range(most, _LEAST_PART - 1, -1)
    begins = (n for n in places if word[n] not in _VOWELS and word[n + 1 : n + 2] in _VOWELS)
    return next((n for n in begins if len(word) - n >= _LEAST_PART), most)


def draw_star(painter: QPainter, x: float, y: float, radius: float, style: CanvasStyle) -> None:
    """Draw the star of a moment of truth around x, y."""
    path = QPainterPath()
    points = [*_STAR, *((-dx, dy) for dx, dy in reversed(_STAR[1:-1]))]
    for number, (dx, dy) in enumerate(points):
        place = QPointF(x + dx * radius, y + dy * radius)
        if number:
            path.lineTo(place)
        else:
            path.moveTo(place)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.truth)
    painter.drawPath(path)


def _broken(font: QFont, size: float, title: str, inner: QRectF, deep: float) -> tuple[list[str], int]:
    """Break a title in large type beside a star that is `deep`; give its lines and for how many there is room."""
    lines = large_lines(QFontMetricsF(font), title, inner.width(), ceil(deep / (size * 1.2)))
    return lines, floor(inner.height() / (size * 1.2))
