"""The surface for the follow-up: what was decided, who carries it, a first step in a week, two checks, a measure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.plan import change_promise, promise, promise_all, promises_of
from sprint.records import Decision, FollowUp, Record
from sprint.text_table import TextTable
from ui.dialogs.base import Field
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import RecordColumn, RecordRow, ScrollColumn
from ui.widgets.date_field import DateField
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.trash import TrashButton
from ui.widgets.wrapped_choice import WrappedChoice

NAME = "follow_up"
_LINES = {
    "text": "plan.promise",
    "owner": "plan.owner",
    "first_step": "plan.first_step",
    "measure": "plan.measure",
    "baseline": "plan.baseline",
    "target": "plan.goal_value",
}
_DAYS = {"first_by": "plan.first_by", "check_30": "plan.check_30", "check_90": "plan.check_90"}
MEASURES = (
    "plan.measure_complaints",
    "plan.measure_first_time_right",
    "plan.measure_repeat_contact",
    "plan.measure_waiting_days",
)
"""What is usually counted (method 3.10); other words may be written as well."""
_TICK = "✓"
_DECISION_LINES = 4


class FollowUpCard(RecordRow):
    """One promise with all its fields; every field is kept as it is typed."""

    def __init__(self, desk: ExerciseDesk, record: Record, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record = record
        self.lines = {name: LineField(self) for name in _LINES}
        self.days = {name: DateField(desk.context, _today(desk), _today(desk), self) for name in _DAYS}
        self.decision = WrappedChoice(desk.context, self, most_lines=_DECISION_LINES)
        self.usual = ChoiceField(desk.context, self)
        self.is_done = CheckBox(desk.context, self)
        self.trash = TrashButton(desk.context, "plan.throw", parent=self)
        frame = QFrame(self)
        frame.setProperty("ground", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._lay_out(frame)
        self._listen()
        self.show_record(record)

    def _lay_out(self, frame: QWidget) -> None:
        context = self._desk.context
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.is_done)
        head.addLayout(Field(context, _LINES["text"], self.lines["text"]), 3)
        head.addLayout(Field(context, _LINES["owner"], self.lines["owner"]), 1)
        head.addWidget(self.trash)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(Field(context, _LINES["first_step"], self.lines["first_step"]), 0, 0, 1, 2)
        grid.addLayout(Field(context, _DAYS["first_by"], self.days["first_by"]), 0, 2)
        grid.addLayout(Field(context, "plan.decision", self.decision), 1, 0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addLayout(Field(context, _DAYS["check_30"], self.days["check_30"]), 1, 1, top)
        grid.addLayout(Field(context, _DAYS["check_90"], self.days["check_90"]), 1, 2, top)
        measure = QHBoxLayout()
        measure.setSpacing(6)
        measure.addWidget(self.lines["measure"], 1)
        measure.addWidget(self.usual)
        field = QVBoxLayout()
        field.setSpacing(4)
        self._measure_label = PlainLabel(role="bold")
        field.addWidget(self._measure_label)
        field.addLayout(measure)
        grid.addLayout(field, 2, 0)
        grid.addLayout(Field(context, _LINES["baseline"], self.lines["baseline"]), 2, 1)
        grid.addLayout(Field(context, _LINES["target"], self.lines["target"]), 2, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(grid)

    def _listen(self) -> None:
        bridge = self._desk.bridge
        for name, line in self.lines.items():
            line.typed.connect(lambda text, name=name: self._change(name, text))
            line.left.connect(bridge.break_merge)
            line.returnPressed.connect(line.focusNextChild)
        for name, day in self.days.items():
            day.kept.connect(lambda name=name: self._on_day(name))
        self.decision.chosen.connect(lambda value: self._change("decision_id", value))
        self.usual.chosen.connect(self._on_usual)
        self.is_done.clicked.connect(lambda is_on: self._change("is_done", is_on))
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._record.id])))

    def show_record(self, record: Record) -> None:
        """Show this state of the promise."""
        if not isinstance(record, FollowUp):
            return
        self._record = record
        t, today = self._desk.context.texts, _today(self._desk)
        for name, line in self.lines.items():
            line.show_text(getattr(record, name))
        for name, field in self.days.items():
            written = getattr(record, name)
            field.show_day(_day_of(written, today), today)
        decisions = sorted(self._desk.bridge.document.table(Decision).values(), key=lambda one: (one.order, one.id))
        self.decision.show_choices([("", t("plan.no_decision")), *((one.id, one.text) for one in decisions)])
        self.decision.show_value(record.decision_id)
        self._measure_label.setText(t("plan.measure"))
        self.lines["measure"].setAccessibleName(t("plan.measure"))
        self.usual.show_choices([("", t("plan.measure_usual")), *((t(key), t(key)) for key in MEASURES)])
        self.usual.show_value("")
        self.usual.setAccessibleName(t("plan.measure_usual"))
        self.is_done.setChecked(record.is_done)
        self.is_done.setAccessibleName(t("plan.done"))
        self.is_done.setToolTip(t("plan.done"))
        self.setEnabled(not self._desk.bridge.is_read_only)

    def _change(self, name: str, value: object) -> None:
        bridge = self._desk.bridge
        merge = f"promise.{self._record.id}.{name}" if isinstance(value, str) else ""
        bridge.do(change_promise(bridge.document, self._record.id, **{name: value}), merge=merge)

    def _on_day(self, name: str) -> None:
        day = self.days[name].day
        known = getattr(self._record, name)
        if day is not None and self._desk.bridge.document.get(self._record.id) is not None and known != day.isoformat():
            self._change(name, day.isoformat())

    def _on_usual(self, words: object) -> None:
        if words:
            self._change("measure", str(words))
            self.lines["baseline"].setFocus()


class Surface(WorkSurface):
    """A card for each promise; the dates count from the last day of the sprint."""

    MATTERS: ClassVar[tuple[type[Record], ...]] = (FollowUp, Decision)
    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line = LineField(self)
        self.line.setMinimumHeight(desk.context.theme.size("target.touch"))
        self.from_decisions = Button(desk.context, icon="decision")
        self._hint = PlainLabel(role="muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.line, 1)
        head.addWidget(self.from_decisions)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=10)
        self.scroll_area.column.setContentsMargins(0, 0, 10, 12)
        self.cards = RecordColumn(self._card, self.line, self.scroll_area.inside, spacing=12)
        self.scroll_area.column.addWidget(self.cards)
        self.scroll_area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.scroll_area, 1)
        self.pass_focus_to(self.line)
        self._draft = DraftKeeper(desk.bridge, self.line, self, "promise", self._on_enter)
        self.line.returnPressed.connect(self._on_return)
        self.from_decisions.clicked.connect(self._take_decisions)

    def _card(self, record: Record) -> RecordRow:
        return FollowUpCard(self.desk, record, self.scroll_area.inside)

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show what was agreed on; words that were being typed stay with their block."""
        self._draft.show_place(block_id)
        super().show_block(block_id)

    def refresh(self) -> None:
        """Show what was agreed on as it is now."""
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        self.line.setPlaceholderText(t("plan.line_promise"))
        self.line.setAccessibleName(t("plan.line_promise"))
        self.line.setVisible(is_writable)
        waiting = self._waiting()
        self.from_decisions.show_text(t("plan.take_decisions", count=len(waiting)))
        self.from_decisions.setVisible(bool(waiting) and is_writable)
        self._hint.setText(t("plan.follow_hint"))
        self.cards.show_records(promises_of(self.document))
        self.room_changed.emit()

    def leave(self) -> None:
        """Enter what is half typed."""
        self._draft.show_place("")
        super().leave()

    def take_focus(self) -> None:
        """Write the next one."""
        self.line.setFocus()

    # ---- hands

    def _waiting(self) -> list[Decision]:
        """List the decisions nobody has taken up yet."""
        taken = {one.decision_id for one in promises_of(self.document)}
        decisions = (one for one in self.document.table(Decision).values() if one.id not in taken)
        return sorted(decisions, key=lambda one: (one.order, one.id))

    def _promise(self, text: str) -> bool:
        today = self.bridge.utc_now()[:10]
        return self.bridge.do(promise(self.document, self.bridge.ids, text, today=today))

    def _on_enter(self) -> bool:
        text = self.line.text().strip()
        if not text or self.bridge.is_read_only or not self._promise(text):
            return False
        self._draft.done()
        return True

    def _on_return(self) -> None:
        if self._on_enter():
            self._write_on(promises_of(self.document)[-1])

    def _write_on(self, made: FollowUp) -> None:
        """A promise without an owner is none: the keyboard goes there."""
        card = self.cards.rows.get(made.id)
        if isinstance(card, FollowUpCard) and self.block_id:
            card.lines["owner"].setFocus()
            self.scroll_area.settle()
            self.scroll_area.ensureWidgetVisible(card)

    def _take_decisions(self) -> None:
        waiting = [decision.id for decision in self._waiting()]
        today = self.bridge.utc_now()[:10]
        if self.bridge.do(promise_all(self.document, self.bridge.ids, waiting, today=today)):
            self._write_on(next(one for one in promises_of(self.document) if one.decision_id == waiting[0]))

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a promise of every row: what, and by whom."""
        for row in rows:
            if row and row[0]:
                owner = row[1] if len(row) > 1 else ""
                today = self.bridge.utc_now()[:10]
                self.bridge.do(promise(self.document, self.bridge.ids, row[0], today=today, owner=owner))

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show each promise with its first step and its measure; owners are said aloud."""
        t: Callable[..., str] = self.room_texts
        columns = []
        for one in promises_of(self.document):
            cards = [RoomCard(t("plan.room_first", step=one.first_step, day=_plain(one.first_by)), tone="opportunity")]
            if not one.first_step:
                cards = []
            if one.measure:
                values = t("plan.room_measure", measure=one.measure, baseline=one.baseline, target=one.target)
                cards.append(RoomCard(values, tone="thought"))
            if one.text:
                columns.append(RoomColumn(f"{_TICK} {one.text}" if one.is_done else one.text, tuple(cards)))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give every promise with all its fields."""
        t = self.context.texts
        names = {**_LINES, **_DAYS}
        rows = tuple(tuple(str(getattr(one, name)) for name in names) for one in promises_of(self.document))
        return TextTable(tuple(t(key) for key in names.values()), rows)


def _today(desk: ExerciseDesk) -> date:
    return date.fromisoformat(desk.bridge.utc_now()[:10])


def _plain(iso: str) -> str:
    """Write an ISO day as people read it: day and month; one that cannot be read comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}-{day.month}"


def _day_of(written: str, today: date) -> date:
    """Give the day that was agreed on; one that is not there or cannot be read is today."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return today
