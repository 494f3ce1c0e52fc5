"""The page with which a day opens and closes, made of what the document holds: nobody writes minutes twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import SECONDS_PER_MINUTE, BlockState, blocks_of, clock_time_of, days_of, slots_of, state_of
from sprint.day_results import day_results
from sprint.diff import Diff
from sprint.programme.planning import exercise_of
from sprint.programme.titles import in_language
from sprint.programme.words import material_name
from sprint.records import Block, Cluster, Day, Decision, Note, ParkedItem, VoteRound
from sprint.rhythm import Closing, DaySummary, KeptTime, closing, kept_times, progress, recap
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.widgets.choices import Choices
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel

_OPEN, _CLOSE = "open", "close"
_TWO_COLUMNS_PX = 900
_MOST_LINES = 16
_MOST_NOTES = 3
_BULLET = "•"
_WIDEST = 1400


class DayPage(QWidget):
    """Opening and closing of one day."""

    def __init__(
        self, context: Context, bridge: SprintBridge, clock: RunClock, names: BlockNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._clock, self._names = context, bridge, clock, names
        self._day_id = ""
        self._side = _OPEN
        self._page: QWidget | None = None
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(margin=32, spacing=16)
        self._scroll.inside.setMaximumWidth(_WIDEST)
        outer.addWidget(self._scroll)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._when = PlainLabel(role="lead")
        self._title = PlainLabel(role="display", wrap=True)
        words.addWidget(self._when)
        words.addWidget(self._title)
        top.addLayout(words, 1)
        sides = ((_OPEN, "cockpit.day.opening"), (_CLOSE, "cockpit.day.closing"))
        self._choice = Choices(context, "cockpit.day.side", sides)
        self._choice.chosen.connect(self._on_side)
        top.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll.column.addLayout(top)
        self._scroll.column.addStretch(1)
        context.texts.changed.connect(self._refresh)
        context.theme.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)

    @property
    def day_id(self) -> str:
        """The id of the day that is shown."""
        return self._day_id

    def show_day(self, day_id: str = "") -> None:
        """Show a day, or the one that is on; its opening until it began, then its closing."""
        today = self._clock.today
        day = self._bridge.document.get(day_id or (today.day.id if today is not None else ""))
        if not isinstance(day, Day):
            return
        self._day_id = day.id
        states = {state_of(self._bridge.document, block) for block in blocks_of(self._bridge.document, day.id)}
        self._side = _CLOSE if states & {BlockState.NOW, BlockState.DONE} else _OPEN
        self._choice.choose(self._side)
        self._scroll.verticalScrollBar().setValue(0)
        self._refresh()

    # ---- showing

    def _on_side(self, side: str) -> None:
        self._side = side
        self._refresh()

    def _on_diff(self, diff: Diff) -> None:
        shown = (Day, Block, Note, Decision, ParkedItem, Cluster, VoteRound)
        touched = (record for change in diff.changes.values() for record in change)
        if self.isVisible() and any(isinstance(record, shown) for record in touched):
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _refresh(self) -> None:
        document, t = self._bridge.document, self._context.texts
        day = document.get(self._day_id) if self._day_id else None
        if self._page is not None:
            self._scroll.column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if not isinstance(day, Day):
            return
        days = days_of(document)
        number = next(place for place, other in enumerate(days, start=1) if other.id == day.id)
        where = t("cockpit.day.number", number=number, days=len(days))
        self._when.setText(" · ".join(part for part in (where, t.translator.date(day.date)) if part))
        title = in_language(day.title, t.language) or where
        self._title.setText(title)
        self.setAccessibleName(f"{where}, {title}")
        self._page = QWidget(self._scroll.inside)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._page)
        self._columns.setContentsMargins(0, 8, 0, 0)
        self._columns.setSpacing(24)
        self._left, self._right = self._new_column(), self._new_column()
        if self._side == _OPEN:
            self._fill_opening(day)
        else:
            self._fill_closing(day)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._scroll.column.insertWidget(1, self._page)
        self._page.show()
        self._arrange()

    def _new_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        self._columns.addLayout(column, 1)
        return column

    def _arrange(self) -> None:
        if self._page is not None:
            ways = QBoxLayout.Direction
            is_narrow = self.width() < _TWO_COLUMNS_PX
            self._columns.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    # ---- what stands there

    def _fill_opening(self, day: Day) -> None:
        t = self._context.texts
        before = recap(self._bridge.document, day)
        if day.motto:
            self._left.addWidget(self._card("cockpit.day.question", [in_language(day.motto, t.language)]))
        if before is None:
            self._left.addWidget(self._card("cockpit.day.first", [t("cockpit.day.first_hint")]))
        else:
            self._fill_summary(before, self._left, "cockpit.day.yesterday")
            self._fill_open_ends(before, self._left)
        slots = [slot for slot in slots_of(self._bridge.document, day) if not slot.block.skipped]
        rows = [(clock_time_of(slot.start), self._names.title(slot.block)) for slot in slots]
        self._right.addWidget(self._table("cockpit.day.today", rows))

    def _fill_closing(self, day: Day) -> None:
        found = closing(self._bridge.document, day, self._materials)
        self._fill_summary(found.summary, self._left, "cockpit.day.made")
        words, catalogue = self._context.texts.translator, self._names.catalogue
        results = day_results(self._bridge.document, words, catalogue, day.id)
        if results:
            told = ["\n".join([self._names.title(block), *(f"– {line}" for line in found)]) for block, found in results]
            self._left.addWidget(self._card("work.day_results", told))
        self._fill_open_ends(found.summary, self._left)
        kept = kept_times(self._bridge.document, day, self._bridge.read_clock())
        if kept:
            self._right.addWidget(self._times(kept))
        self._fill_tomorrow(found)
        rows = [
            (self._context.texts("cockpit.day.short", number=place), f"{each.done} / {each.held}")
            for place, each in enumerate(progress(self._bridge.document), start=1)
        ]
        self._right.addWidget(self._table("cockpit.day.progress", rows))

    def _fill_summary(self, summary: DaySummary, column: QVBoxLayout, key: str) -> None:
        t = self._context.texts
        lines = []
        for output in summary.outputs:
            best = [note.text for note in output.best or output.notes][:_MOST_NOTES]
            said = t("cockpit.day.notes", count=len(output.notes))
            lines.append(f"{self._names.title(output.block)} · {said}\n" + "\n".join(f"– {text}" for text in best))
        if summary.remarks:
            lines.append(t("cockpit.day.remarks", count=summary.remarks))
        column.addWidget(self._card(key, lines or [t("cockpit.day.nothing_made")]))
        decisions = [" – ".join(part for part in (row.text, row.reason) if part) for row in summary.decisions]
        column.addWidget(self._card("cockpit.day.decisions", decisions or [t("cockpit.decided_empty")]))

    def _fill_open_ends(self, summary: DaySummary, column: QVBoxLayout) -> None:
        t = self._context.texts
        questions = [note.text for note in summary.questions]
        column.addWidget(self._card("cockpit.day.questions", questions or [t("cockpit.day.no_questions")]))
        parked = [
            " · ".join(part for part in (item.text, item.owner, item.back_when) if part) for item in summary.parked
        ]
        column.addWidget(self._card("cockpit.day.parked", parked or [t("cockpit.day.nothing_parked")]))
        if summary.not_held and self._side == _CLOSE:
            lines = [self._names.title(block) for block in summary.not_held]
            column.addWidget(self._card("cockpit.day.not_held", lines))

    def _fill_tomorrow(self, found: Closing) -> None:
        t = self._context.texts
        if found.tomorrow is None:
            self._right.addWidget(self._card("cockpit.day.last", [t("cockpit.day.last_hint")]))
            return
        start = t("cockpit.day.starts", time=found.tomorrow.start)
        bring = [material_name(material, t.translator) for material in found.bring]
        self._right.addWidget(self._card("cockpit.day.bring", [start, ", ".join(bring)] if bring else [start]))
        self._right.addWidget(self._card("cockpit.day.check_out", [t("cockpit.day.photo"), t("cockpit.day.round")]))

    def _materials(self, block: Block) -> tuple[str, ...]:
        exercise = exercise_of(block, self._names.catalogue)
        return exercise.materials if exercise is not None else ()

    # ---- building

    def _card(self, key: str, lines: Sequence[str]) -> QFrame:
        card, column = self._frame(key)
        for line in lines[:_MOST_LINES]:
            row = QHBoxLayout()
            row.setSpacing(10)
            if len(lines) > 1:
                row.addWidget(PlainLabel(_BULLET, role="lead"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(line, role="lead", wrap=True), 1)
            column.addLayout(row)
        if len(lines) > _MOST_LINES:
            more = self._context.texts("cockpit.day.more", count=len(lines) - _MOST_LINES)
            column.addWidget(PlainLabel(more, role="muted"))
        return card

    def _table(self, key: str, rows: Sequence[tuple[str, str]]) -> QFrame:
        card, column = self._frame(key)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for place, (left, right) in enumerate(rows):
            grid.addWidget(PlainLabel(left, role="lead"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(right, role="lead", wrap=True), place, 1)
        column.addLayout(grid)
        return card

    def _times(self, kept: Sequence[KeptTime]) -> QFrame:
        """Set planned against actual minutes, exercise by exercise."""
        t = self._context.texts
        card, column = self._frame("cockpit.day.times")
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(0, 1)
        for place, key in enumerate(("cockpit.day.planned", "cockpit.day.actual"), start=1):
            grid.addWidget(PlainLabel(t(key), role="muted"), 0, place, Qt.AlignmentFlag.AlignRight)
        for place, time in enumerate(kept, start=1):
            planned, actual = (round(seconds / SECONDS_PER_MINUTE) for seconds in (time.planned, time.actual))
            grid.addWidget(PlainLabel(self._names.title(time.block), role="lead", wrap=True), place, 0)
            role = "lead_bold" if actual != planned else "lead"
            grid.addWidget(PlainLabel(str(planned), role="lead"), place, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(PlainLabel(str(actual), role=role), place, 2, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        return card

    def _frame(self, key: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame(self._page)
        card.setProperty("ground", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self._context.texts(key), role="title", wrap=True))
        return card, column
