"""The agenda of today: what was, what is and what comes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sprint.agenda import BlockState
from ui.room.faces.base import Face
from ui.room.facts import AgendaRow
from ui.room.look import RoomLook
from ui.room.words import RoomWords
from ui.texts import Texts

_ROW = 66
_AIR = 14
_TIGHT = 1.45
_MARKS = {BlockState.DONE: "✓", BlockState.NOW: "●"}


class AgendaFace(Face):
    """The blocks of the day with their times; what is now is amber, and always in sight."""

    NAME: ClassVar[str] = "agenda"

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._day = RoomWords(look, self, colour="room_muted")
        self._title = RoomWords(look, self, "lead", "room_now", bold=True)
        self._more = RoomWords(look, self, colour="room_muted")
        self._area = QRectF()
        self._shown: tuple[AgendaRow, ...] = ()
        self._size = 1

    def say(self) -> None:
        """Put the facts into words."""
        self._day.say(self.facts.day)
        self._title.say(self.look.context.texts("room.today"))
        spoken = (f"{row.when} {row.title}" for row in self.facts.agenda)
        self.setAccessibleName(", ".join(spoken))
        self.update()

    def words(self) -> list[str]:
        """List every text on it."""
        return [*super().words(), *(f"{row.when} {row.title}" for row in self._shown)]

    def arrange(self) -> None:
        """Give every part its place; a day that does not fit begins with what is now."""
        field, px = self.field(), self.look.px
        day = self._day.height_for(field.width()) or self.look.type_size("line")
        self._day.setGeometry(field.left(), field.top(), field.width(), day)
        title = self._title.height_for(field.width())
        self._title.setGeometry(field.left(), field.top() + day + px(36), field.width(), title)
        top = self._title.geometry().bottom() + px(20)
        rows, texts = self.facts.agenda, self.look.context.texts
        least, most = self.look.type_size("line"), self.look.type_size("lead")
        room = field.bottom() - top
        fitting = max(1, int(room / (least * _TIGHT)) - 1)
        gone = _gone(rows, max(1, int(room / (most * _TIGHT)) - 1))
        first, last = _window(rows[gone:], fitting) if len(rows) - gone > fitting else (0, len(rows) - gone)
        self._shown = rows[gone + first : gone + last]
        before, after = gone + first, len(rows) - gone - last
        self._more.say(_left_out(texts, before, after))
        more = self._more.height_for(field.width())
        height = min(px(_ROW), (room - more - (px(_AIR) if more else 0)) / max(1, len(self._shown)))
        self._size = max(least, min(most, int(height / _TIGHT)))
        self._area = QRectF(field.left(), top, field.width(), height)
        self._more.setGeometry(field.left(), field.bottom() + 1 - more, field.width(), more)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain, bold = self.look.font(self._size, tabular=True), self.look.font(self._size, bold=True, tabular=True)
        mark = self._size * 1.3
        time = QFontMetricsF(bold).horizontalAdvance("00:00") + self._size
        row = QRectF(self._area)
        middle = Qt.AlignmentFlag.AlignVCenter
        for line in self._shown:
            is_now = line.state is BlockState.NOW
            painter.setFont(bold if is_now else plain)
            is_calm = line.is_rest or line.state is BlockState.DONE
            painter.setPen(self.look.colour("room_now" if is_now else "room_muted" if is_calm else "room_text"))
            painter.drawText(row, int(middle), _MARKS.get(line.state, ""))
            painter.drawText(row.adjusted(mark, 0, 0, 0), int(middle), line.when)
            place = row.adjusted(mark + time, 0, 0, 0)
            title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, int(middle), title)
            row.translate(0, row.height())
        painter.end()


def _left_out(texts: Texts, before: int, after: int) -> str:
    """Say how many rows there are no room for, at the side where they are."""
    if before and after:
        return texts("room.more", before=before, after=after)
    if before:
        return texts("room.more_before", count=before)
    return texts("room.more_after", count=after) if after else ""


def _gone(rows: tuple[AgendaRow, ...], fitting: int) -> int:
    """Count the first rows that are left out so that the rest can be large: what is done, but for the last of it."""
    done = next((place for place, row in enumerate(rows) if row.state is not BlockState.DONE), 0)
    return max(0, min(done - 1, len(rows) - fitting))


def _window(rows: tuple[AgendaRow, ...], count: int) -> tuple[int, int]:
    """Choose which rows to show: from one before the first that is not done."""
    current = next((place for place, row in enumerate(rows) if row.state is not BlockState.DONE), len(rows))
    first = max(0, min(current - 1, len(rows) - count))
    return first, first + count
