"""The results of a vote or a survey: hidden until the facilitator reveals them, then as bars."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sprint.frozen import dataclass
from ui.room.faces.base import Face
from ui.room.look import RoomLook
from ui.room.words import RoomWords

MOST_ROWS = 8
_ROW = 108


@dataclass(frozen=True)
class RoomResults:
    """A question and its outcome: what was chosen, and how often. Never who."""

    title: str
    rows: tuple[tuple[str, int], ...]


class ResultsFace(Face):
    """Says that a result is coming, and shows it when it is revealed."""

    NAME: ClassVar[str] = "results"

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._title = RoomWords(look, self, "lead", "room_now", bold=True, most_lines=2)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._wait = RoomWords(look, self, "question", "room_muted", bold=True, most_lines=2, align=middle)
        self._results: RoomResults | None = None
        self._is_revealed = False
        self._area = QRectF()

    def show_results(self, results: RoomResults | None, *, is_revealed: bool) -> None:
        """Take a result; until it is revealed only its question is shown."""
        self._results, self._is_revealed = results, is_revealed
        self.say()
        self.arrange()

    def say(self) -> None:
        """Put the facts into words."""
        texts = self.look.context.texts
        self._title.say(self._results.title if self._results is not None else "")
        self._wait.say("" if self._rows() else texts("room.results_soon"))
        self.setAccessibleName(", ".join(f"{label}: {count}" for label, count in self._rows()))
        self.update()

    def words(self) -> list[str]:
        """List every text on it."""
        return [*super().words(), *(label for label, _ in self._rows())]

    def arrange(self) -> None:
        """Give every part its place."""
        field, px = self.field(), self.look.px
        title = self._title.height_for(field.width())
        self._title.setGeometry(field.left(), field.top(), field.width(), title)
        wait = self._wait.height_for(field.width())
        self._wait.setGeometry(field.left(), field.center().y() - wait // 2, field.width(), wait)
        top = field.top() + title + px(36)
        height = min(px(_ROW), (field.bottom() - top) / max(1, len(self._rows())))
        self._area = QRectF(field.left(), top, field.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self._rows()
        if not rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(self._area)
        size = max(8, min(self.look.type_size("lead"), int(row.height() * 0.46)))
        font, most = self.look.font(size, tabular=True), max(1, *(count for _, count in rows))
        painter.setFont(font)
        count_width = QFontMetricsF(font).horizontalAdvance("0000")
        for label, count in rows:
            self._paint_row(painter, row, label, count, most, count_width)
            row.translate(0, row.height())
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, label: str, count: int, most: int, count_width: float) -> None:
        text = QRectF(row.x(), row.y(), row.width() - count_width, row.height() * 0.62)
        painter.setPen(self.look.colour("room_text"))
        shown = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), shown)
        figures = QRectF(row.right() - count_width, row.y(), count_width, text.height())
        painter.drawText(figures, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count))
        bar = QRectF(row.x(), row.y() + row.height() * 0.68, row.width(), row.height() * 0.14)
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("room_track"))
        painter.drawRoundedRect(bar, radius, radius)
        if count > 0:
            bar.setWidth(max(bar.height(), bar.width() * count / most))
            painter.setBrush(self.look.colour("room_now"))
            painter.drawRoundedRect(bar, radius, radius)

    def _rows(self) -> tuple[tuple[str, int], ...]:
        return self._results.rows[:MOST_ROWS] if self._results is not None and self._is_revealed else ()
