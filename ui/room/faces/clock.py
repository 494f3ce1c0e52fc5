"""The clock: what we do now, the question, and how long still."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.room.faces.base import Face
from ui.room.facts import ClockFacts
from ui.room.look import RoomLook
from ui.room.ring import RoomRing
from ui.room.words import RoomWords

_MOST_LINES = 3
_RING = 524
_GAP = 110
_BAR = 14


class ClockFace(Face):
    """Day and next at the top, exercise and question left, the ring right, progress of the day below."""

    NAME: ClassVar[str] = "clock"
    TICKS: ClassVar[bool] = True

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        right = Qt.AlignmentFlag.AlignRight
        self._day = RoomWords(look, self, colour="room_muted")
        self._next = RoomWords(look, self, colour="room_muted", align=right)
        self._title = RoomWords(look, self, "lead", "room_now", bold=True, most_lines=2)
        self._question = RoomWords(look, self, "question", bold=True, most_lines=3)
        self._lines = [RoomWords(look, self, "lead", most_lines=3) for _ in range(_MOST_LINES)]
        self._numbers = [RoomWords(look, self, "lead", "room_muted") for _ in range(_MOST_LINES)]
        self._round = RoomWords(look, self, colour="room_now", bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._done = RoomWords(look, self, colour="room_muted")
        self._ring = RoomRing(look, self)
        self._bar = QRect()

    def say(self) -> None:
        """Put the facts into words."""
        facts, texts = self.facts, self.look.context.texts
        self._day.say(facts.day)
        self._next.say(facts.next)
        # Without a question the name of the exercise is the large text.
        has_own = bool(facts.question) and facts.question.rstrip(".") != facts.title
        self._title.say(facts.title if has_own else "")
        self._question.say(facts.question or facts.title)
        is_list = len(facts.lines) > 1
        for number, (line, mark) in enumerate(zip(self._lines, self._numbers, strict=True)):
            text = facts.lines[number] if number < len(facts.lines) else ""
            line.say(text)
            mark.say(str(number + 1) if text and is_list else "")
        done = texts("room.done", done=facts.done, count=facts.held)
        self._done.say(f"✓ {done}" if facts.held else "")
        self.tick(facts.clock)
        self.update()

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""
        self._ring.setVisible(bool(clock.figures))
        self._ring.show_time(clock)
        self._round.say(clock.round)

    def words(self) -> list[str]:
        """List every text on it."""
        return [*super().words(), self._ring.accessibleName()]

    def arrange(self) -> None:
        """Give every part its place."""
        field, px = self.field(), self.look.px
        top = self._arrange_top(field)
        foot = self._arrange_foot(field)
        middle = QRect(field.left(), top + px(24), field.width(), max(1, foot - top - px(110)))
        ring = min(px(_RING), middle.height(), round(field.width() * 0.36)) if self.facts.clock.figures else 0
        self._ring.setGeometry(field.right() - ring - px(48), middle.center().y() - ring // 2, ring, ring)
        height = self._round.height_for(ring) or self.look.type_size("line") * 2
        self._round.setGeometry(self._ring.x(), self._ring.geometry().bottom() + px(16), ring, height)
        width = field.width() - (ring + px(48) + px(_GAP) if ring else 0)
        self._arrange_words(QRect(middle.left(), middle.top(), width, middle.height()))

    def _arrange_top(self, field: QRect) -> int:
        half = field.width() // 2
        height = max(self._day.height_for(half), self._next.height_for(half), self.look.type_size("line"))
        next_width = min(self._next.width_of(), round(field.width() * 0.62))
        day_width = field.width() - next_width - self.look.px(40)
        self._day.setGeometry(field.left(), field.top(), day_width, height)
        self._next.setGeometry(field.right() + 1 - next_width, field.top(), next_width, height)
        return field.top() + height

    def _arrange_foot(self, field: QRect) -> int:
        px = self.look.px
        self._bar = QRect(field.left(), field.bottom() + 1 - px(_BAR), field.width(), px(_BAR))
        height = self._done.height_for(field.width())
        self._done.setGeometry(field.left(), self._bar.top() - px(12) - height, field.width(), height)
        return self._done.y() if self.facts.held else field.bottom()

    def _arrange_words(self, area: QRect) -> None:
        px = self.look.px
        indent = round(self.look.type_size("lead") * 1.25) if len(self.facts.lines) > 1 else 0
        gaps = {self._title: px(10), self._question: px(52)}
        self._question.set_limit(0)
        parts: list[tuple[RoomWords, int, int]] = []
        for words in (self._title, self._question, *self._lines):
            shift = indent if words in self._lines else 0
            height = words.height_for(area.width() - shift)
            if height:
                parts.append((words, shift, height))
        total = sum(height + gaps.get(words, px(10)) for words, _, height in parts)
        if total > area.height():
            parts = self._squeezed(parts, area, total)
            total = sum(height + gaps.get(words, px(10)) for words, _, height in parts)
        y = area.top() + max(0, (area.height() - total) // 2)
        for words, shift, height in parts:
            words.setGeometry(area.left() + shift, y, area.width() - shift, height)
            if words in self._lines:
                self._numbers[self._lines.index(words)].setGeometry(area.left(), y, max(1, indent), height)
            y += height + gaps.get(words, px(10))

    def _squeezed(
        self, parts: list[tuple[RoomWords, int, int]], area: QRect, total: int
    ) -> list[tuple[RoomWords, int, int]]:
        """Make the question smaller until all fits; it is the only part that is larger than it must be."""
        size, least = self.look.type_size("question"), self.look.type_size("lead")
        while total > area.height() and size > least:
            size = max(least, size - 4)
            self._question.set_limit(size)
            height = self._question.height_for(area.width())
            total += sum(height - old for words, _, old in parts if words is self._question)
            parts = [(words, shift, height if words is self._question else old) for words, shift, old in parts]
        return parts

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.facts.held:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar, radius = QRectF(self._bar), self._bar.height() / 2
        painter.setBrush(self.look.colour("room_track"))
        painter.drawRoundedRect(bar, radius, radius)
        if self.facts.done:
            bar.setWidth(max(bar.height(), bar.width() * self.facts.done / self.facts.held))
            painter.setBrush(self.look.colour("room_now"))
            painter.drawRoundedRect(bar, radius, radius)
        painter.end()
