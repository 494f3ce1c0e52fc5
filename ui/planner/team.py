"""The team: who takes part, in which role, and on which days."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import days_of
from sprint.diff import Diff
from sprint.edits.planner import set_presence
from sprint.edits.team import add_person, change_person, remove_person, team_of
from sprint.records import Day, Person
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import ScrollColumn, tab_in_order
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.trash import TrashButton

_ROLES = (
    "planner.role_decider",
    "planner.role_facilitator",
    "planner.role_citizens",
    "planner.role_field",
    "planner.role_planning",
    "planner.role_maker",
    "planner.role_interviewer",
    "planner.role_notes",
)
_WIDE, _TIGHT = (170, 180, 230), (130, 140, 170)
_WIDE_DAY, _TIGHT_DAY = 64, 44
_SPACE = 8
_AROUND = 140
"""Margins, gaps and the bin of a row (pixels)."""


class PersonRow(QWidget):
    """One person: three fields, a box per day, and a bin."""

    changed = Signal(str, str)
    """The name of a field and its text."""
    present = Signal(str, bool)
    removed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._person = Person(id="")
        self._is_tight = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE)
        self.fields = {"name": LineField(), "role": LineField(), "job": LineField()}
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name, field=field: self._on_field(name, field))
            row.addWidget(field)
        self._days = QHBoxLayout()
        self._days.setSpacing(0)
        self.boxes: dict[str, CheckBox] = {}
        row.addLayout(self._days)
        self.bin = TrashButton(context, "planner.remove_person", parent=self)
        self.bin.clicked.connect(self.removed)
        row.addWidget(self.bin)
        row.addStretch(1)

    def show_person(self, person: Person, days: list[Day], *, is_tight: bool, may_change: bool) -> None:
        """Show somebody, with a box for each day; closer together where there is little room."""
        self._person = person
        texts = self._context.texts
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.show_text(getattr(person, name))
        if (list(self.boxes), self._is_tight) != ([day.id for day in days], is_tight):
            self._is_tight = is_tight
            self._make_boxes(days)
        for number, day in enumerate(days, start=1):
            box = self.boxes[day.id]
            box.setChecked(day.id not in person.away_ids)
            box.setAccessibleName(texts("planner.present_on", name=person.name, number=number))
        for name, key in (("name", "planner.person"), ("role", "planner.role"), ("job", "planner.job")):
            self.fields[name].setAccessibleName(texts(key))
        self.setAccessibleName(person.name)
        self.setEnabled(may_change)

    def offer_roles(self, roles: list[str]) -> None:
        """Help somebody to type a role that sprints know."""
        _offer(self.fields["role"], roles)

    def _make_boxes(self, days: list[Day]) -> None:
        for field, wide in zip(self.fields.values(), _columns(self._is_tight), strict=True):
            field.setFixedWidth(wide)
        for box in self.boxes.values():
            self._days.removeWidget(box.parentWidget())
            box.parentWidget().deleteLater()
        self.boxes = {}
        for day in days:
            holder = QWidget(self)
            holder.setFixedWidth(_day_column(self._is_tight))
            inside = QHBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            box = self.boxes[day.id] = CheckBox(self._context)
            box.setFixedWidth(self._context.theme.size("target.mouse"))
            box.clicked.connect(lambda on, day_id=day.id: self.present.emit(day_id, on))
            inside.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
            self._days.addWidget(holder)
            holder.show()

    def _on_field(self, name: str, field: LineField) -> None:
        text = field.text().strip()
        if name == "name" and not text:
            field.show_text(self._person.name)
        elif text != getattr(self._person, name):
            self.changed.emit(name, text)


def _columns(is_tight: bool) -> tuple[int, int, int]:
    """Give how wide name, role and job are (pixels)."""
    return _TIGHT if is_tight else _WIDE


def _day_column(is_tight: bool) -> int:
    return _TIGHT_DAY if is_tight else _WIDE_DAY


def _offer(field: LineField, words: list[str]) -> None:
    """Complete in the field itself what begins like one of these words; Delete takes the rest away."""
    completer = QCompleter(words, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    field.setCompleter(completer)


class TeamPage(QWidget):
    """The team as a table: one row a person, and an empty row to add somebody."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.rows: dict[str, PersonRow] = {}
        self._was_tight = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(margin=24, spacing=8)
        outer.addWidget(self._scroll)
        column = self._scroll.column
        column.addWidget(TextLabel(context, "planner.team", role="title"))
        column.addWidget(TextLabel(context, "planner.team_hint", role="muted", wrap=True))
        column.addSpacing(8)
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._head_row.setSpacing(_SPACE)
        column.addWidget(self._head)
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        column.addLayout(self._people)
        column.addLayout(self._new_row())
        column.addStretch(1)
        context.texts.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)
        self._refresh()

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_SPACE)
        self.new_name, self.new_role, self.new_job = LineField(), LineField(), LineField()
        self._new = (self.new_name, self.new_role, self.new_job)
        self.add = Button(self._context, "planner.add_person", icon="plus")
        for field in self._new:
            field.returnPressed.connect(self._add)
            row.addWidget(field)
        self.add.clicked.connect(self._add)
        self.new_name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        row.addWidget(self.add)
        row.addStretch(1)
        return row

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Person | Day) for change in diff.changes.values() for record in change):
            self._refresh()

    def _refresh(self) -> None:
        document, texts = self._bridge.document, self._context.texts
        people, days = team_of(document), days_of(document)
        self._was_tight = self._is_tight(len(days))
        self._show_heads(days)
        self._head.setVisible(bool(people))
        for gone in [person_id for person_id in self.rows if document.get(person_id) is None]:
            row = self.rows.pop(gone)
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        roles = [texts(key) for key in _ROLES]
        for place, person in enumerate(people):
            if person.id not in self.rows:
                self.rows[person.id] = self._made_row(person.id)
            row = self.rows[person.id]
            row.show_person(person, days, is_tight=self._was_tight, may_change=not self._bridge.is_read_only)
            row.offer_roles(roles)
            if self._people.indexOf(row) != place:
                self._people.insertWidget(place, row)
                row.show()
        for field, wide in zip(self._new, _columns(self._was_tight), strict=True):
            field.setFixedWidth(wide)
        self.new_name.setPlaceholderText(texts("planner.new_person"))
        self.new_name.setAccessibleName(texts("planner.new_person"))
        self.new_role.setPlaceholderText(texts("planner.role"))
        self.new_role.setAccessibleName(texts("planner.new_role"))
        self.new_job.setPlaceholderText(texts("planner.job"))
        self.new_job.setAccessibleName(texts("planner.new_job"))
        _offer(self.new_role, roles)
        self.setAccessibleName(texts("planner.team"))
        self._set_tabs(people)

    def _is_tight(self, days: int) -> bool:
        return self.width() < sum(_WIDE) + days * _WIDE_DAY + _AROUND

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the columns closer together where they would not fit."""
        super().resizeEvent(event)
        if self._is_tight(len(days_of(self._bridge.document))) != self._was_tight:
            self._refresh()

    def _set_tabs(self, people: list[Person]) -> None:
        stops: list[QWidget] = []
        for person in people:
            row = self.rows[person.id]
            stops += [*row.fields.values(), *row.boxes.values(), row.bin]
        stops += [*self._new, self.add]
        tab_in_order(stops[0], stops[1:])

    def _show_heads(self, days: list[Day]) -> None:
        while (item := self._head_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        texts = self._context.texts
        for key, wide in zip(("planner.person", "planner.role", "planner.job"), _columns(self._was_tight), strict=True):
            label = PlainLabel(texts(key), role="muted", parent=self._head)
            label.setFixedWidth(wide)
            self._head_row.addWidget(label)
            label.show()
        holder = QWidget(self._head)
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for number in range(1, len(days) + 1):
            words = texts("planner.day_number", number=number)
            label = PlainLabel(str(number) if self._was_tight else words, role="muted")
            label.setFixedWidth(_day_column(self._was_tight))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
        self._head_row.addWidget(holder)
        holder.show()
        self._head_row.addStretch(1)

    def _made_row(self, person_id: str) -> PersonRow:
        row = PersonRow(self._context, self._scroll.inside)
        document = self._bridge.document
        row.changed.connect(lambda name, text: self._bridge.do(change_person(document, person_id, **{name: text})))
        row.present.connect(lambda day_id, on: self._bridge.do(set_presence(document, person_id, day_id, on)))
        row.removed.connect(lambda: self._remove(person_id))
        return row

    def _remove(self, person_id: str) -> None:
        self.new_name.setFocus()
        self._bridge.do(remove_person(self._bridge.document, person_id))

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if not name:
            return
        role, job = self.new_role.text().strip(), self.new_job.text().strip()
        if self._bridge.do(add_person(self._bridge.document, self._bridge.ids, name, role=role, job=job)):
            for field in self._new:
                field.clear()
            self.new_name.setFocus()
