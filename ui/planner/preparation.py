"""The checklist before the sprint: what must be ready by when, counted back from the first day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sprint.agenda import days_of
from sprint.diff import Diff
from sprint.edits.capture import add_preparation, change_preparation, prepare
from sprint.edits.delete import delete
from sprint.edits.programme import change_day
from sprint.ics import calendar_bytes
from sprint.programme.preparation import dated_tasks, first_date, preparation_text, preparations_of
from sprint.records import Day, Preparation, Record
from sprint.store.folders import home_folder
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.about import AboutSprint
from ui.planner.date_field import DateField, short_date
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import RecordColumn, RecordRow, ScrollColumn
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.trash import TrashButton

SUFFIX = ".ics"
_PAGE_PX = 860
_DATE_PX = 150
_OWNER_PX = 150

WriteFile = Callable[[Path, bytes], None]


class TaskRow(RecordRow):
    """One thing to do: a box, what it is, by when, by whom."""

    def __init__(self, context: Context, bridge: SprintBridge, item: Preparation, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._item = context, bridge, item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.box = CheckBox(context)
        self.box.setFixedWidth(context.theme.size("target.mouse"))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._due = PlainLabel()
        self._due.setFixedWidth(_DATE_PX)
        self.owner = LineField(bare=True)
        self.owner.setFixedWidth(_OWNER_PX)
        self.bin = TrashButton(context, "planner.remove_task", parent=self)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._due)
        row.addWidget(self.owner)
        row.addWidget(self.bin)
        self.box.clicked.connect(lambda on: self._change(is_done=on))
        self.owner.editingFinished.connect(self._keep_owner)
        self.bin.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._item.id])))
        self.show_record(item)

    def show_record(self, record: Record) -> None:
        """Show this state of the task."""
        assert isinstance(record, Preparation)
        self._item = record
        texts = self._context.texts
        words = preparation_text(record, texts.translator)
        self.box.setChecked(record.is_done)
        self.box.setAccessibleName(words)
        self._words.setText(words)
        is_late = bool(record.due) and record.due < self._bridge.utc_now()[:10] and not record.is_done
        due = short_date(record.due, texts.language) if record.due else texts("planner.no_date")
        self._due.setText(texts("planner.late", date=due) if is_late else due)
        self._dress(self._words, "muted" if record.is_done else "")
        self._dress(self._due, "danger" if is_late else "muted")
        self.owner.show_text(record.owner)
        self.owner.setPlaceholderText(texts("planner.owner"))
        self.owner.setAccessibleName(texts("planner.owner_of", task=words))
        self.setEnabled(not self._bridge.is_read_only)

    def _dress(self, label: QLabel, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)

    def _keep_owner(self) -> None:
        if self.owner.text().strip() != self._item.owner:
            self._change(owner=self.owner.text().strip())

    def _change(self, **fields: object) -> None:
        self._bridge.do(change_preparation(self._bridge.document, self._item.id, **fields))


class PreparationPage(QWidget):
    """The first day, the list that follows from it, things of one's own, and the calendar file."""

    def __init__(self, context: Context, bridge: SprintBridge, write: WriteFile, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._write = context, bridge, write
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn(margin=24, spacing=8)
        scroll.inside.setMaximumWidth(_PAGE_PX + 48)
        outer.addWidget(scroll)
        column = scroll.column
        column.addWidget(TextLabel(context, "planner.about", role="title"))
        self.about = AboutSprint(context, bridge, scroll.inside)
        column.addWidget(self.about)
        column.addSpacing(16)
        column.addWidget(TextLabel(context, "planner.preparation", role="title"))
        self._state = PlainLabel(role="muted", wrap=True)
        column.addWidget(self._state)
        column.addLayout(self._buttons())
        column.addSpacing(4)
        self._tasks = RecordColumn(self._made_row, self.make, scroll.inside, spacing=2)
        column.addWidget(self._tasks)
        column.addSpacing(8)
        column.addLayout(self._new_row())
        column.addStretch(1)
        context.texts.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)
        self._refresh()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._first_label = TextLabel(self._context, "planner.first_day")
        self.first = DateField(self._context)
        self.make = Button(self._context, "planner.make_list", kind="primary", icon="check")
        self.calendar = Button(self._context, "planner.save_calendar", icon="calendar")
        self.first.editingFinished.connect(self._keep_first)
        self.make.clicked.connect(self._make)
        self.calendar.clicked.connect(self._save_calendar)
        for widget in (self._first_label, self.first, self.make, self.calendar):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.new_text = LineField()
        self.new_due = DateField(self._context)
        self.add = Button(self._context, "planner.add_task", icon="plus")
        self.add.setEnabled(False)
        self.new_text.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.new_text.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        row.addWidget(self.new_text, 1)
        row.addWidget(self.new_due)
        row.addWidget(self.add)
        return row

    def _made_row(self, record: Record) -> RecordRow:
        assert isinstance(record, Preparation)
        return TaskRow(self._context, self._bridge, record, self)

    # ---- showing

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Preparation | Day) for change in diff.changes.values() for record in change):
            self._refresh()

    def _refresh(self) -> None:
        document, texts = self._bridge.document, self._context.texts
        items, first = preparations_of(document), first_date(document)
        done = sum(item.is_done for item in items)
        today = QDate.fromString(self._bridge.utc_now()[:10], "yyyy-MM-dd")
        if not items:
            self._state.setText(texts("planner.no_list"))
        else:
            self._state.setText(texts("planner.list_state", done=done, count=len(items)))
        self.first.setDate(QDate(first.year, first.month, first.day) if first is not None else today)
        if self.new_due.date().year() < today.year():
            self.new_due.setDate(today)
        self.make.set_text_key("planner.make_again" if items else "planner.make_list")
        self.make.set_kind("plain" if items else "primary")
        may_change = not self._bridge.is_read_only
        for widget in (self.make, self.first, self.new_text, self.new_due):
            widget.setEnabled(may_change)
        self.make.setVisible(not items or self._is_shifted(items))
        self.calendar.setEnabled(bool(items) or first is not None)
        self._tasks.show_records(items)
        self._say_names()

    def _say_names(self) -> None:
        texts = self._context.texts
        self.setAccessibleName(texts("planner.preparation"))
        self.first.setAccessibleName(texts("planner.first_day"))
        self.new_text.setPlaceholderText(texts("planner.new_task"))
        self.new_text.setAccessibleName(texts("planner.new_task"))
        self.new_due.setAccessibleName(texts("planner.new_task_date"))

    def _is_shifted(self, items: list[Preparation]) -> bool:
        """Whether the dates no longer follow from the first day."""
        first = first_date(self._bridge.document)
        if first is None:
            return True
        wanted = dict(dated_tasks(first))
        return any(item.task in wanted and item.due != wanted[item.task] for item in items)

    # ---- doing

    def _keep_first(self) -> None:
        days = days_of(self._bridge.document)
        chosen = self.first.date().toString("yyyy-MM-dd")
        if days and days[0].date != chosen and (days[0].date or self.first.hasFocus()):
            self._bridge.do(change_day(self._bridge.document, days[0].id, date=chosen))

    def _make(self) -> None:
        document, chosen = self._bridge.document, self.first.date()
        first = date(chosen.year(), chosen.month(), chosen.day())
        days = days_of(document)
        diff = prepare(document, self._bridge.ids, dated_tasks(first))
        if days and not days[0].date:
            diff = diff.then(change_day(document, days[0].id, date=first.isoformat()))
        self._bridge.do(diff)

    def _add(self) -> None:
        text = self.new_text.text().strip()
        if not text:
            return
        due = self.new_due.date().toString("yyyy-MM-dd")
        if self._bridge.do(add_preparation(self._bridge.document, self._bridge.ids, text, due=due)):
            self.new_text.clear()

    def _save_calendar(self) -> None:
        texts, messages = self._context.texts, self._context.messages
        name = self._bridge.document.sprint.title or texts("planner.calendar_name")
        safe = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)[:60].strip()
        path = messages.ask_save_path(texts("planner.save_calendar"), home_folder() / f"{safe}{SUFFIX}", SUFFIX)
        if path is None:
            return
        stamp = datetime.fromisoformat(self._bridge.utc_now())
        try:
            self._write(path, calendar_bytes(self._bridge.document, texts.translator, stamp))
        except OSError as error:
            messages.warn(texts("planner.calendar_failed", name=path.name), error.strerror or "")
        else:
            messages.tell(texts("planner.calendar_saved", name=path.name))
