"""Beside the timetable: everything about the chosen block that a person may set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import minutes_of
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import exercise_of, finding_text, rules_of
from sprint.programme.vocabulary import FIXED_POINTS
from sprint.programme.words import fixed_reason
from sprint.records import Block
from sprint.rules import LONGEST_BLOCK_MINUTES
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.planner.block_text import BlockText
from ui.planner.editor import PlanEditor
from ui.planner.plan_view import BlockView, PlanView
from ui.planner.time_field import TimeField
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField, LineField, NumberField
from ui.widgets.labels import PlainLabel

_STEP = 5
_NARROW_PX = 72
_PRIORITIES = (
    (0, "planner.priority_own"),
    (1, "planner.priority_1"),
    (2, "planner.priority_2"),
    (3, "planner.priority_3"),
)
_SKIPS = ((None, "planner.skip_own"), (True, "planner.skip_yes"), (False, "planner.skip_no"))


class BlockForm(QWidget):
    """The facts of one block as fields; leaving a field keeps it."""

    insert_requested = Signal()
    keep_requested = Signal(str, int)
    """Keep an own block in the library: title and minutes."""

    def __init__(
        self, context: Context, bridge: SprintBridge, editor: PlanEditor, catalogue: Catalogue, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._editor, self._catalogue = context, bridge, editor, catalogue
        self._block: Block | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._when = PlainLabel(role="muted")
        self.title = LineField()
        column.addWidget(self._when)
        column.addLayout(Field(context, "planner.block_title", self.title))
        self._purpose = PlainLabel(role="muted", wrap=True)
        column.addWidget(self._purpose)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(6)
        column.addLayout(self._notes)
        column.addLayout(self._minutes_row())
        column.addLayout(self._buttons())
        column.addLayout(self._fixed_rows())
        column.addLayout(self._bounds())
        column.addLayout(self._room_rows())
        self._text = BlockText(context)
        column.addWidget(self._text)
        column.addStretch(1)
        self._listen()
        context.texts.changed.connect(self._say)
        self._say()

    # ---- building

    def _minutes_row(self) -> QVBoxLayout:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.minutes = NumberField(LONGEST_BLOCK_MINUTES)
        self.minutes.setFixedWidth(_NARROW_PX)
        self.less = Button(self._context, icon="minus", name_key="planner.less")
        self.more = Button(self._context, icon="plus", name_key="planner.more")
        self.bounds = PlainLabel(role="small", wrap=True)
        for widget in (self.less, self.minutes, self.more):
            row.addWidget(widget)
        row.addWidget(self.bounds, 1)
        field = Field(self._context, "planner.minutes", holder)
        self.minutes.setAccessibleName(self._context.texts("planner.minutes"))
        return field

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        self.insert = Button(self._context, "planner.insert_after", icon="plus")
        self.split = Button(self._context, "planner.split")
        self.skip = Button(self._context, "planner.skip")
        self.remove = Button(self._context, "planner.remove", icon="trash")
        self.keep = Button(self._context, "planner.keep_own", icon="star")
        grid.addWidget(self.insert, 0, 0)
        grid.addWidget(self.split, 0, 1)
        grid.addWidget(self.skip, 1, 0)
        grid.addWidget(self.remove, 1, 1)
        grid.addWidget(self.keep, 2, 0, 1, 2)
        return grid

    def _fixed_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self.fixed = CheckBox(self._context)
        rows.addWidget(self.fixed)
        holder = self._fixed_holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        self.fixed_at = TimeField()
        self.fixed_at.setFixedWidth(_NARROW_PX)
        self.reason = ChoiceField(self._context)
        line.addWidget(self.fixed_at)
        line.addWidget(self.reason, 1)
        rows.addWidget(holder)
        return rows

    def _bounds(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.least, self.most = NumberField(LONGEST_BLOCK_MINUTES), NumberField(LONGEST_BLOCK_MINUTES)
        line.addLayout(Field(self._context, "planner.least", self.least))
        line.addLayout(Field(self._context, "planner.most", self.most))
        rows.addLayout(line)
        self.priority, self.skippable = ChoiceField(self._context), ChoiceField(self._context)
        rows.addLayout(Field(self._context, "planner.priority", self.priority))
        rows.addLayout(Field(self._context, "planner.skippable", self.skippable))
        return rows

    def _room_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self.room = LineField()
        rows.addLayout(Field(self._context, "planner.room", self.room))
        self.parallel = CheckBox(self._context)
        rows.addWidget(self.parallel)
        return rows

    def _listen(self) -> None:
        self.title.editingFinished.connect(self._keep_title)
        # A field of numbers that is empty is never "finished", only left.
        for signal in (self.minutes.editingFinished, self.minutes.left):
            signal.connect(self._keep_minutes)
        self.less.clicked.connect(lambda: self._step(-_STEP))
        self.more.clicked.connect(lambda: self._step(_STEP))
        self.insert.clicked.connect(self.insert_requested)
        self.split.clicked.connect(lambda: self._with_block(self._editor.split))
        self.skip.clicked.connect(lambda: self._with_block(self._editor.toggle_skip))
        self.remove.clicked.connect(lambda: self._with_block(self._editor.remove))
        self.keep.clicked.connect(self._keep_own)
        self.fixed.clicked.connect(self._keep_fixed)
        self.fixed_at.kept.connect(lambda _minute: self._keep_fixed())
        self.reason.chosen.connect(lambda _value: self._keep_fixed())
        for name, field in (("least", self.least), ("most", self.most)):
            for signal in (field.editingFinished, field.left):
                signal.connect(lambda name=name, field=field: self._keep_bound(name, field.number))
        self.priority.chosen.connect(lambda value: self._keep_bound("priority", value))
        self.skippable.chosen.connect(lambda value: self._keep_bound("skippable", value))
        self.room.editingFinished.connect(self._keep_room)
        self.parallel.clicked.connect(self._keep_room)

    # ---- showing

    def show_block(self, block: Block, view: BlockView, plan: PlanView) -> None:
        """Show a block, or a newer state of it."""
        is_other = self._block is None or self._block.id != block.id
        self._block = block
        texts, exercise = self._context.texts, exercise_of(block, self._catalogue)
        day = plan.day(view.day_id)
        number = texts("planner.day_number", number=day.number if day is not None else 0)
        self._when.setText(texts("planner.skipped_now", day=number) if view.is_skipped else f"{number} · {view.when}")
        if is_other or not self.title.hasFocus():
            self.title.show_text(block.title)
        self.title.setPlaceholderText(exercise.title.get(texts.language) if exercise is not None else "")
        self._purpose.setText(exercise.purpose.get(texts.language) if exercise is not None else "")
        self._purpose.setVisible(exercise is not None)
        self.minutes.show_number(block.minutes)
        rules = rules_of(block, self._catalogue)
        self.bounds.setText(texts("planner.range", least=rules.least, most=rules.most))
        self.skip.set_text_key("planner.unskip" if block.skipped else "planner.skip")
        self.keep.setVisible(exercise is None and bool(block.title))
        self._show_settings(block, view)
        self._show_notes(plan)
        self._text.show_exercise(exercise, block.minutes)
        self.setEnabled(not self._bridge.is_read_only)

    def _show_settings(self, block: Block, view: BlockView) -> None:
        self.fixed.setChecked(bool(block.fixed_at))
        self._fixed_holder.setVisible(bool(block.fixed_at))
        self.fixed_at.show_minute(minutes_of(block.fixed_at) if block.fixed_at else view.start)
        self.reason.show_value(block.fixed or FIXED_POINTS[0])
        self.least.show_number(block.least)
        self.most.show_number(block.most)
        self.priority.show_value(block.priority)
        self.skippable.show_value(block.skippable)
        self.room.show_text(block.room)
        self.parallel.setChecked(block.is_parallel)

    def _show_notes(self, plan: PlanView) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._block is None:
            return
        for finding in plan.findings_at(self._block.id):
            note = QFrame(self)
            note.setProperty("ground", "now")
            inside = QVBoxLayout(note)
            inside.setContentsMargins(12, 8, 12, 8)
            inside.addWidget(PlainLabel(finding_text(finding, self._context.texts.translator), wrap=True))
            self._notes.addWidget(note)
            note.show()

    def _say(self) -> None:
        texts = self._context.texts
        self.fixed.setText(texts("planner.fixed"))
        self.parallel.setText(texts("planner.parallel"))
        self.minutes.setAccessibleName(texts("planner.minutes"))
        self.fixed_at.setAccessibleName(texts("planner.fixed_time"))
        self.reason.setAccessibleName(texts("planner.fixed_reason"))
        self.reason.show_choices([(reason, fixed_reason(reason, texts.translator)) for reason in FIXED_POINTS])
        self.priority.show_choices([(value, texts(key)) for value, key in _PRIORITIES])
        self.skippable.show_choices([(value, texts(key)) for value, key in _SKIPS])
        for field in (self.least, self.most):
            field.setPlaceholderText(texts("planner.as_exercise"))
        self.room.setPlaceholderText(texts("planner.room_hint"))

    # ---- keeping

    def _with_block(self, act: Callable[[str], object]) -> None:
        if self._block is not None:
            act(self._block.id)

    def _step(self, minutes: int) -> None:
        if self._block is not None:
            self._editor.resize(self._block.id, self._block.minutes + minutes, is_step=True)

    def _keep_title(self) -> None:
        if self._block is not None and self.title.text().strip() != self._block.title:
            self._editor.rename(self._block.id, self.title.text().strip())

    def _keep_minutes(self) -> None:
        if self._block is None:
            return
        if self.minutes.number and self.minutes.number != self._block.minutes:
            self._editor.resize(self._block.id, self.minutes.number)
        elif not self.minutes.number:
            self.minutes.show_number(self._block.minutes)

    def _keep_fixed(self) -> None:
        if self._block is None:
            return
        if not self.fixed.isChecked():
            self._editor.fix(self._block.id, "", None)
            return
        self._editor.fix(self._block.id, str(self.reason.currentData()), self.fixed_at.minute)

    def _keep_bound(self, name: str, value: object) -> None:
        if self._block is not None and getattr(self._block, name) != value:
            self._editor.bound(self._block.id, **{name: value})

    def _keep_room(self) -> None:
        if self._block is not None:
            self._editor.hold(self._block.id, self.room.text().strip(), self.parallel.isChecked())

    def _keep_own(self) -> None:
        if self._block is not None:
            self.keep_requested.emit(self._block.title, self._block.minutes)
