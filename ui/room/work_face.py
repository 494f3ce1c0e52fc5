"""The work of an exercise in the room: cards in heaps or columns, huge and calm; in silence only the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import ClassVar, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.exercises.cards import tone_role
from ui.exercises.room_page import RoomCard, RoomPage
from ui.room.faces.base import Face
from ui.room.facts import ClockFacts
from ui.room.look import RoomLook
from ui.room.ring import RoomRing
from ui.room.words import RoomWords, broken
from ui.room.work_layout import PlacedCard, WorkPlaces, lay, without_first

PictureOf = Callable[[str], QPixmap | None]
_QUIET_RING = 560
_LEADING = 1.16
_HEAD_LINES = 6
_PAD = 0.45
_PICTURE = 0.66
_BADGE = 1.5
_EDGE = 2.0
"""An edge in the room is so much wider than on the facilitator's screen."""
_GROW, _FEW, _FEW_GROW = 1.35, 5, 1.7
"""Cards may be so much larger than drawn where there is room, and a few even more: the back row thanks you."""


class WorkPage(Protocol):
    """Whoever can say what the room may see of the work."""

    def room_page(self) -> RoomPage:
        """Give the page of this moment."""


class WorkFace(Face):
    """Paints any `RoomPage`."""

    NAME: ClassVar[str] = "work"
    TICKS: ClassVar[bool] = True

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = RoomWords(look, self, "line", "room_now", bold=True)
        self._question = RoomWords(look, self, "lead", bold=True, most_lines=2)
        self._quiet = RoomWords(look, self, "question", bold=True, most_lines=3, align=middle)
        self._done = RoomWords(look, self, "lead", "room_now", bold=True, align=middle)
        self._more = RoomWords(look, self, "line", "room_muted", align=Qt.AlignmentFlag.AlignRight)
        self._ring = RoomRing(look, self)
        self._clock = RoomWords(look, self, "lead", "room_muted", bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._whose = RoomWords(look, self, colour="room_muted", most_lines=2, align=Qt.AlignmentFlag.AlignRight)
        self._whose_middle = RoomWords(look, self, colour="room_muted", most_lines=2, align=middle)
        self._page = RoomPage(is_quiet=True)
        self._picture_of: PictureOf = lambda _picture_id: None
        self._places = WorkPlaces(0)
        self._tallest = 0.0
        self._turned: Counter[int] = Counter()

    def show_page(self, page: RoomPage, picture_of: PictureOf) -> None:
        """Show another state of the work."""
        if not any(column.cards or column.title for column in page.columns):
            page = replace(page, is_quiet=True)  # nothing lies there yet: the question is what people need
        if (page.title, page.is_quiet) != (self._page.title, self._page.is_quiet):
            self._turned.clear()
        self._page, self._picture_of = page, picture_of
        self.say()
        self.arrange()

    def say(self) -> None:
        """Put the page into words."""
        page, texts = self._page, self.look.context.texts
        question = page.question or ("" if self._is_other else self.facts.question) or page.title
        self._title.say("" if page.is_quiet or page.title == question else page.title)
        self._question.say("" if page.is_quiet else question)
        self._quiet.say(question if page.is_quiet else "")
        self._done.say(texts("work.room_done", count=page.done) if page.is_quiet and page.done else "")
        whose = self.facts.title if self._is_other and self.facts.is_started else ""
        self._whose.say("" if page.is_quiet else whose)
        self._whose_middle.say(whose if page.is_quiet else "")
        self.setAccessibleName(". ".join(self.words()))
        self.tick(self.facts.clock)
        self.update()

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""
        self._ring.setVisible(self._has_clock and self._page.is_quiet)
        self._ring.show_time(clock)
        self._clock.say(clock.figures if self._has_clock and not self._page.is_quiet else "")
        self._clock.set_colour("room_muted" if clock.is_quiet else "room_now")

    @property
    def _is_other(self) -> bool:
        """Whether the clock is that of another exercise than the one whose work is shown."""
        return bool(self._page.block_id) and self._page.block_id != self.facts.block_id

    @property
    def _has_clock(self) -> bool:
        """Whether a clock is shown; that of another exercise only when it was started, and with its name."""
        return bool(self.facts.clock.figures) and (self.facts.is_started or not self._is_other)

    def words(self) -> list[str]:
        """List every text on it."""
        if self._page.is_quiet:
            return super().words()
        cards = [card.text for column in self._page.columns for card in column.cards]
        return [*super().words(), *(column.title for column in self._page.columns if column.title), *cards]

    # ---- places

    def arrange(self) -> None:
        """Give every part its place."""
        field = self.field()
        self._places = WorkPlaces(0)
        self._more.say("")
        if self._page.is_quiet:
            self._arrange_quiet(field)
        else:
            self._arrange_work(field)
        self.update()

    def _arrange_quiet(self, field: QRect) -> None:
        px = self.look.px
        height, done = self._quiet.height_for(field.width()), self._done.height_for(field.width())
        gap = px(48) if height else 0
        whose = self._whose_middle.height_for(field.width())
        room = field.height() - height - 2 * gap - done - whose
        side = min(px(_QUIET_RING), room, field.width()) if self._has_clock else 0
        top = field.top() + max(0, (field.height() - side - height - gap - whose - (done + gap if done else 0)) // 2)
        self._quiet.setGeometry(field.left(), top, field.width(), height)
        self._ring.setGeometry(field.center().x() - side // 2, top + height + gap, side, side)
        y = self._ring.geometry().bottom() + (px(12) if whose else 0)
        self._whose_middle.setGeometry(field.left(), y, field.width(), whose)
        self._done.setGeometry(field.left(), y + whose + gap, field.width(), done)

    def _arrange_work(self, field: QRect) -> None:
        px, look = self.look.px, self.look
        clock = look.type_size("lead") * 4 if self._has_clock else 0
        if self._whose.text:
            clock = max(clock, min(self._whose.width_of(), field.width() // 4))
        high, whose = self._clock.height_for(clock), self._whose.height_for(clock)
        self._clock.setGeometry(field.right() - clock, field.top(), clock, high)
        self._whose.setGeometry(field.right() - clock, field.top() + high, clock, whose)
        width = field.width() - clock - (px(40) if clock else 0)
        title = self._title.height_for(width)
        self._title.setGeometry(field.left(), field.top(), width, title)
        question = self._question.height_for(width)
        self._question.setGeometry(field.left(), field.top() + title + px(6), width, question)
        top = max(self._question.geometry().bottom(), field.top() + high + whose) + px(28)
        area = QRectF(field.left(), top, field.width(), field.bottom() + px(30) - top)
        least, is_few = look.type_size("line"), sum(len(column.cards) for column in self._page.columns) <= _FEW
        most = round(look.type_size("lead") * (_FEW_GROW if is_few else _GROW))
        self._tallest = area.height()
        self._places = self._lay(area, most, least)
        if self._places.hidden or self._turned:
            shorter = area.adjusted(0, 0, 0, -least * 1.4)
            self._places = self._lay(shorter, least, least)
            self._say_more(QRect(field.left(), round(shorter.bottom()), field.width(), ceil(least * 1.3)))

    def _lay(self, area: QRectF, most: int, least: int) -> WorkPlaces:
        columns = without_first(self._page.columns, self._turned)
        return lay(columns, area, most, least, self._card_height, self._head_lines, self.look.type_size("lead"))

    def _say_more(self, place: QRect) -> None:
        """Say how many cards there are before and behind those that are seen."""
        texts, parts = self.look.context.texts, []
        if self._turned:
            parts.append(texts("work.room_before", count=self._turned.total()))
        if self._places.hidden:
            parts.append(texts("work.room_more", count=self._places.hidden))
        self._more.say(" · ".join(parts))
        self._more.setGeometry(place)

    def turn(self, direction: int) -> None:
        """Show the cards that did not fit (1), or go back to the first (−1)."""
        if direction > 0 and self._places.hidden:
            self._turned.update(placed.column for placed in self._places.cards)
        elif direction < 0:
            self._turned.clear()
        self.arrange()

    def _head_lines(self, title: str, size: int, width: float) -> int:
        return min(_HEAD_LINES, len(broken(title, self.look.font(size, bold=True), width)))

    def _card_height(self, card: RoomCard, size: int, width: float) -> float:
        words = self._words_height(card, size, width)
        return words + (self._picture_height(card, size, width, words) if card.picture_id else 0.0)

    def _picture_height(self, card: RoomCard, size: int, width: float, words: float) -> float:
        """Give what a picture takes above the words: as high as it is once that is known, never all of the room."""
        pixmap, shape = self._picture_of(card.picture_id), _PICTURE
        if pixmap is not None and pixmap.width():
            shape = min(shape, pixmap.height() / pixmap.width())
        pad = size * _PAD
        return min((width - 2 * pad) * shape + pad, max(0.0, self._tallest - words))

    def _words_height(self, card: RoomCard, size: int, width: float) -> float:
        return len(self._lines(card, size, width)) * size * _LEADING + 2 * size * _PAD

    def _lines(self, card: RoomCard, size: int, width: float) -> list[str]:
        room = width - 2 * size * _PAD - (size * _BADGE if card.count is not None else 0)
        font = self.look.font(size, bold=False)
        text = f"{card.sign}  {card.text}" if card.sign else card.text
        return [line for part in text.split("\n") for line in broken(part, font, room)] if text else []

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page.is_quiet or not self._places.size:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        look, size = self.look, self._places.size
        for head in self._places.heads:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("room_track"))
            painter.drawRoundedRect(head.box, size * 0.35, size * 0.35)
            if head.is_strong:
                pen = painter.pen()
                painter.setPen(look.colour("room_now"))
                pen.setWidthF(size * 0.1)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(head.box, size * 0.35, size * 0.35)
            painter.setPen(look.colour("room_now" if head.is_strong else "room_text"))
            self._paint_head(painter, head.title, head.rect, size)
        for placed in self._places.cards:
            self._paint_card(painter, placed, size)
        painter.end()

    def _paint_head(self, painter: QPainter, title: str, rect: QRectF, size: int) -> None:
        font = self.look.font(size, bold=True)
        painter.setFont(font)
        lines = broken(title, font, rect.width())
        if len(lines) > _HEAD_LINES:
            rest = " ".join(lines[_HEAD_LINES - 1 :])
            last = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(rect.width()))
            lines = [*lines[: _HEAD_LINES - 1], last]
        for number, line in enumerate(lines):
            painter.drawText(
                QPointF(rect.x(), rect.y() + number * size * _LEADING + painter.fontMetrics().ascent()), line
            )

    def _paint_card(self, painter: QPainter, placed: PlacedCard, size: int) -> None:
        look, card, rect = self.look, placed.card, placed.rect
        tone = card.tone or "quote"
        painter.setPen(self._edge_of(tone))
        painter.setBrush(look.colour(tone_role(tone)))
        painter.drawRoundedRect(rect, size * 0.28, size * 0.28)
        pad, y = size * _PAD, rect.top() + size * _PAD
        if card.picture_id:
            words = self._words_height(card, size, rect.width())
            high = self._picture_height(card, size, rect.width(), words)
            y = self._paint_picture(painter, card, rect, pad, min(high, rect.height() - words))
        painter.setFont(look.font(size))
        painter.setPen(look.colour("on_card"))
        ascent = painter.fontMetrics().ascent()
        for line in self._lines(card, size, rect.width()):
            painter.drawText(QPointF(rect.left() + pad, y + ascent), line)
            y += size * _LEADING
        if card.count is not None:
            self._paint_count(painter, card.count, rect, size)

    def _edge_of(self, tone: str) -> QPen:
        """Give the edge of a card: in looks where colours are pale on the wall, every card has one."""
        width = self.look.context.theme.line("card_line")
        if width:
            return QPen(self.look.colour("card_line"), max(1.0, width * _EDGE * self.look.unit))
        return QPen(self.look.colour("line")) if tone == "quote" else QPen(Qt.PenStyle.NoPen)

    def _paint_picture(self, painter: QPainter, card: RoomCard, rect: QRectF, pad: float, high: float) -> float:
        space = QRectF(rect.left() + pad, rect.top() + pad, rect.width() - 2 * pad, high - pad)
        pixmap = self._picture_of(card.picture_id)
        if pixmap is not None and not pixmap.isNull():
            scale = min(space.width() / pixmap.width(), space.height() / pixmap.height())
            wide, tall = pixmap.width() * scale, pixmap.height() * scale
            target = QRectF(space.center().x() - wide / 2, space.top(), wide, tall)
            painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        return space.bottom() + pad

    def _paint_count(self, painter: QPainter, count: int, rect: QRectF, size: int) -> None:
        look, side = self.look, size * 1.3
        disc = QRectF(rect.right() - side - size * 0.25, rect.top() + size * 0.25, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("room_now"))
        painter.drawEllipse(disc)
        painter.setPen(look.colour("room_ground"))
        painter.setFont(look.font(round(size * 0.72), bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
