"""The timetable with what stands beside it: the chosen block or day, what can be put in, and the check."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, TimerRun
from ui.bridge import SprintBridge
from ui.cockpit.today import today_at
from ui.context import Context
from ui.planner.block_form import BlockForm
from ui.planner.check_list import CheckList
from ui.planner.day_form import DayForm
from ui.planner.editor import PlanEditor
from ui.planner.insert import InsertPanel
from ui.planner.own_exercises import OwnExercises
from ui.planner.plan_keys import run_key
from ui.planner.plan_view import PlanView, length_text, read_plan
from ui.planner.timetable import Timetable
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import ElidedLabel, TextLabel
from ui.widgets.toggles import Segments

SIDE_PX = 324
NOW_MS = 10_000
_BLOCK, _INSERT, _CHECK = range(3)
_WATCHED = (Day, Block, TimerRun)


class ProgrammePage(QWidget):
    """Arranges timetable and side, and keeps them in step with the document."""

    rehearsal_requested = Signal(str)
    """The id of the day to rehearse."""

    def __init__(
        self, context: Context, bridge: SprintBridge, own: OwnExercises, catalogue: Catalogue, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._own, self._catalogue = context, bridge, own, catalogue
        self.editor = PlanEditor(context, bridge)
        self._plan = PlanView((), ())
        self._chosen = ""
        self._is_stale = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.timetable = Timetable(context, bridge)
        left = QVBoxLayout()
        left.setContentsMargins(12, 10, 4, 0)
        left.setSpacing(4)
        left.addWidget(self.timetable, 1)
        self.tools = self._tools()
        row.addLayout(left, 1)
        row.addWidget(self._side())
        self._now = QTimer(self, interval=NOW_MS)
        self._now.timeout.connect(self._show_now)
        self._listen()

    # ---- building

    def _tools(self) -> QWidget:
        """Make what stands above the timetable, for whoever arranges the page."""
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._total = ElidedLabel(role="muted")
        row.addWidget(self._total)
        row.addStretch(1)
        self.add_day = Button(self._context, "planner.add_day", kind="quiet", icon="calendar")
        self.whole = Button(self._context, "planner.whole_days", kind="quiet", icon="zoom_fit")
        self.whole.setCheckable(True)
        row.addWidget(self.add_day)
        row.addWidget(self.whole)
        return tools

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("ground", "surface")
        side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self.tabs = Segments(self._context, 3)
        column.addWidget(self.tabs)
        self._pages = QStackedWidget()
        self.block_form = BlockForm(self._context, self._bridge, self.editor, self._catalogue, None)
        self.day_form = DayForm(self._context, self._bridge, self.editor, None)
        self.insert = InsertPanel(self._context, self._catalogue, self._own, None)
        self.check = CheckList(self._context, None)
        self._hint = TextLabel(self._context, "planner.choose_hint", role="muted", wrap=True)
        facts, problems = ScrollColumn(), ScrollColumn()
        self._facts = facts
        for part in (self._hint, self.block_form, self.day_form):
            facts.column.addWidget(part)
        facts.column.addStretch(1)
        problems.column.addWidget(self.check)
        for page in (facts, self.insert, problems):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        return side

    def _listen(self) -> None:
        self.timetable.block_chosen.connect(self.choose)
        self.timetable.day_chosen.connect(self.choose)
        self.timetable.move_requested.connect(self.editor.move)
        self.timetable.resize_requested.connect(self.editor.resize)
        self.timetable.key_pressed.connect(self._on_key)
        self.tabs.opened.connect(self._open_tab)
        self.whole.toggled.connect(self.timetable.show_whole)
        self.add_day.clicked.connect(lambda: self.editor.add_day(""))
        self.block_form.insert_requested.connect(lambda: self.tabs.open(_INSERT))
        self.block_form.keep_requested.connect(self._keep_own)
        self.insert.keep_requested.connect(self._keep_own)
        self.insert.exercise_chosen.connect(self._insert_exercise)
        self.insert.own_chosen.connect(lambda title, minutes: self._put(title=title, minutes=minutes))
        self.check.go_requested.connect(self.go_to)
        self.day_form.rehearsal_requested.connect(self.rehearsal_requested)
        self._context.texts.changed.connect(self._refresh)
        self._bridge.document_changed.connect(self._on_diff)

    # ---- asked from outside

    @property
    def plan(self) -> PlanView:
        """What is on the timetable now."""
        return self._plan

    @property
    def chosen(self) -> str:
        """The id of the chosen block or day."""
        return self._chosen

    def choose(self, record_id: str) -> None:
        """Choose a block or a day and show its facts, unless one is looking for something to put in."""
        self._chosen = record_id
        self.timetable.choose(record_id)
        if self.tabs.current == _CHECK:
            self.tabs.open(_BLOCK)
        self._show_chosen()

    def go_to(self, record_id: str) -> None:
        """Bring a block or a day into view and choose it."""
        self.tabs.open(_BLOCK)
        self.choose(record_id)
        self.timetable.go_to(record_id)

    def open_insert(self) -> None:
        """Look for something to put in."""
        self.tabs.open(_INSERT)
        self.insert.search.setFocus()

    def write_title(self) -> None:
        """Write the name of the chosen block."""
        self.tabs.open(_BLOCK)
        self.block_form.title.setFocus()

    # ---- showing

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._now.start()
        if self._is_stale:
            self._refresh()
        self._show_now()
        QTimer.singleShot(0, self.timetable, self.timetable.go_to_now)  # the room for it is known a turn later

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._now.stop()

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, _WATCHED) for change in diff.changes.values() for record in change):
            self._refresh()

    def _refresh(self) -> None:
        # Reading every exercise costs a moment; nobody waits for it before the planner is looked at.
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        t = self._context.texts.translator
        self._plan = read_plan(self._bridge.document, self._catalogue, t)
        self.timetable.show_plan(self._plan)
        self._show_now()
        self.check.show_plan(self._plan)
        self.add_day.setEnabled(not self._bridge.is_read_only)
        self.setAccessibleName(t("planner.timetable"))
        work = sum(day.work for day in self._plan.days)
        self._total.setText(t("planner.total", count=len(self._plan.days), work=length_text(work, t)))
        count = len(self._plan.findings)
        check = t("planner.tab_check_some", count=count) if count else t("planner.tab_check")
        self.tabs.show_texts((t("planner.tab_block"), t("planner.tab_insert"), check))
        self._show_chosen()

    def _show_now(self) -> None:
        today = today_at(self._bridge.document, self._bridge.read_clock())
        is_lived = today is not None and today.is_live
        self.timetable.show_now(today.day.id if today is not None and is_lived else "", today.minute if today else 0)

    def _show_chosen(self) -> None:
        record = self._bridge.document.get(self._chosen) if self._chosen else None
        view, day = self._plan.block(self._chosen), self._plan.day(self._chosen)
        self.block_form.setVisible(isinstance(record, Block) and view is not None)
        self.day_form.setVisible(isinstance(record, Day) and day is not None)
        self._hint.setVisible(view is None and day is None)
        if isinstance(record, Block) and view is not None:
            self.block_form.show_block(record, view, self._plan)
        elif isinstance(record, Day) and day is not None:
            self.day_form.show_day(record, day, self._bridge.utc_now())
        self._facts.settle()
        self.insert.setEnabled(bool(self._plan.days) and not self._bridge.is_read_only)
        self.insert.show_place(self._place_words())

    def _place_words(self) -> str:
        texts, view = self._context.texts, self._plan.block(self._chosen)
        if view is not None:
            return texts("planner.goes_after", title=view.title)
        day = self._plan.day(self._chosen) or (self._plan.days[-1] if self._plan.days else None)
        return texts("planner.goes_last", number=day.number) if day is not None else ""

    def _open_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        if place == _INSERT:
            self.insert.refresh()

    # ---- doing

    def _insert_exercise(self, exercise_id: str) -> None:
        exercise = self._catalogue.exercise(exercise_id)
        self._put(exercise_id=exercise_id, minutes=exercise.minutes.default)

    def _put(self, *, exercise_id: str = "", title: str = "", minutes: int = 0) -> None:
        view = self._plan.block(self._chosen)
        day = self._plan.day(view.day_id if view is not None else self._chosen)
        day = day or (self._plan.days[-1] if self._plan.days else None)
        if day is None:
            return
        exercise = self._catalogue.exercise(exercise_id) if exercise_id else None
        before = self.editor.after(view.id) if view is not None else ""
        made = self.editor.insert(day.id, before, exercise=exercise, title=title, minutes=minutes)
        if made:
            self.choose(made)

    def _keep_own(self, title: str, minutes: int) -> None:
        texts = self._context.texts
        kept = self._own.keep(self._bridge.ids(), title, minutes)
        messages = self._context.messages
        if kept:
            messages.tell(texts("planner.own_kept", title=title))
        else:
            messages.warn(texts("planner.own_not_kept", title=title))
        self.insert.refresh()

    def _on_key(self, block_id: str, event: QKeyEvent) -> None:
        view = self._plan.block(block_id)
        if view is None or not run_key(self, view, event):
            event.ignore()
        else:
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from the side to the timetable with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self.timetable.go_to(self._chosen)
            return
        super().keyPressEvent(event)
