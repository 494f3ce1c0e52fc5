"""What a proposal makes of the timetable, as rows to read and as a small picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sprint.agenda import clock_time_of
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.programme.replan import Proposal
from sprint.records import Block
from ui.context import Context

_ROW = 32
_TIME = 52
_DELTA = 76
_BAR = 5


class Effect(StrEnum):
    """What happens to a block."""

    SAME = "same"
    SHORTER = "shorter"
    LONGER = "longer"
    DROPPED = "dropped"
    LATER_DAY = "later_day"
    NEW = "new"


@dataclass(frozen=True)
class PreviewRow:
    """One block as it would be: when it starts (minutes since midnight), how long it was and would be."""

    title: str
    start: int
    was: int
    minutes: int
    effect: Effect

    @property
    def delta(self) -> int:
        """By how many minutes it becomes longer (negative: shorter)."""
        return self.minutes - self.was


def preview_rows(
    document: Document, day_id: str, proposal: Proposal, name: Callable[[Block], str]
) -> tuple[PreviewRow, ...]:
    """Give the rest of the day as the proposal makes it, and below it what changes on other days."""
    rows = []
    for placed in proposal.timetable:
        block = document.require(Block, placed.block_id)
        was = 0 if block.skipped else block.minutes
        minutes = placed.end - placed.start
        if not was and not minutes:
            continue
        effect = _effect(block, was, minutes, day_id, placed.day_id)
        if placed.day_id == day_id or effect is not Effect.SAME:
            rows.append(PreviewRow(name(block), placed.start, was, minutes, effect))
    return tuple(rows)


def _effect(block: Block, was: int, minutes: int, day_id: str, to_day: str) -> Effect:
    if not minutes:
        return Effect.DROPPED
    if block.day_id != to_day:
        return Effect.NEW if to_day == day_id else Effect.LATER_DAY
    if not was:
        return Effect.NEW
    if minutes == was:
        return Effect.SAME
    return Effect.SHORTER if minutes < was else Effect.LONGER


_LOUDNESS = {Effect.SAME: 2, Effect.SHORTER: 1, Effect.LONGER: 1}
"""What is shown last when there is too little room; everything else comes first."""


class TimetablePreview(QWidget):
    """Paints rows with their time, their name, their length and what changes; the quiet ones stay as they are."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[PreviewRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.theme.changed.connect(self.update)
        context.texts.changed.connect(self.update)

    @property
    def rows(self) -> tuple[PreviewRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show another timetable."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("\n".join(self._said(row) for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for every row."""
        return QSize(260, _ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """A few rows always fit."""
        return QSize(200, _ROW * min(3, len(self._rows)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits; what changes comes first when there is too little room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((max(row.was, row.minutes) for row in self._rows), default=1)
        shown = self._fitting()
        for place, row in enumerate(shown):
            self._paint_row(painter, place * _ROW, row, longest)
        if hidden := len(self._rows) - len(shown):
            painter.setPen(self._context.theme.colour("muted"))
            painter.setFont(self._context.theme.font("lead"))
            line = QRectF(_TIME, len(shown) * _ROW, self.width() - _TIME, _ROW)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._context.texts("cockpit.day.more", count=hidden))
        painter.end()

    def _fitting(self) -> list[PreviewRow]:
        room = max(1, self.height() // _ROW)
        if room >= len(self._rows):
            return list(self._rows)
        ranked = sorted(range(len(self._rows)), key=lambda place: (_LOUDNESS.get(self._rows[place].effect, 0), place))
        return [self._rows[place] for place in sorted(ranked[: room - 1])]

    def _paint_row(self, painter: QPainter, top: int, row: PreviewRow, longest: int) -> None:
        theme = self._context.theme
        is_same = row.effect is Effect.SAME
        ink = theme.colour("muted" if is_same or row.effect is Effect.DROPPED else "ink")
        font = theme.font("lead", bold=not is_same, tabular=True)
        font.setStrikeOut(row.effect is Effect.DROPPED)
        line = QRectF(0, top, self.width(), _ROW - _BAR - 4)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("lead", tabular=True))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, clock_time_of(row.start))
        change = self._change(row)
        painter.setFont(theme.font("lead", bold=True, tabular=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), change)
        room = line.width() - _TIME - (_DELTA if change else 0)
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, int(room))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(line.adjusted(_TIME, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_length(painter, line.bottom() + 1, row, longest)

    def _paint_length(self, painter: QPainter, top: float, row: PreviewRow, longest: int) -> None:
        theme = self._context.theme
        scale = (self.width() - _TIME) / longest
        now = QRectF(_TIME, top, max(3.0, row.minutes * scale), _BAR)
        before = QRectF(_TIME, top, max(3.0, row.was * scale), _BAR)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        if row.was and row.effect in (Effect.SHORTER, Effect.DROPPED):
            painter.drawRoundedRect(before.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line_soft" if row.effect is Effect.SAME else "now"))
        if row.minutes:
            painter.drawRoundedRect(now, 2, 2)

    def _change(self, row: PreviewRow) -> str:
        t = self._context.texts
        if row.effect is Effect.DROPPED:
            return t("cockpit.effect.dropped")
        if row.effect is Effect.LATER_DAY:
            return t("cockpit.effect.tomorrow")
        if row.effect is Effect.NEW:
            return t("cockpit.effect.new")
        return t("cockpit.effect.minutes", minutes=t.translator.signed(row.delta)) if row.delta else ""

    def _said(self, row: PreviewRow) -> str:
        return " ".join(part for part in (clock_time_of(row.start), row.title, self._change(row)) if part)
