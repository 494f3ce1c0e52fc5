"""Beside the timetable: what is wrong with it, each with the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.programme.planning import PlanFinding, finding_text
from ui.context import Context
from ui.planner.plan_view import PlanView
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel, TextLabel


class FindingNote(QFrame):
    """One problem: what is wrong, what helps, and a link to the block or the day."""

    def __init__(self, context: Context, finding: PlanFinding, where: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setProperty("ground", "now")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(2)
        column.addWidget(PlainLabel(finding_text(finding, context.texts.translator), wrap=True))
        self.link = Button(context, "planner.go_to", kind="link")
        self.link.setAccessibleName(context.texts("planner.go_to_named", where=where))
        self.link.setStyleSheet(f"min-height: {context.theme.size('target.mouse')}px;")
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)


class CheckList(QWidget):
    """All problems of the plan, day by day, or one calm line when there are none."""

    go_requested = Signal(str)
    """The id of a block or a day."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[object, ...] = ()
        self.notes: list[FindingNote] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._intro = TextLabel(context, "planner.check_good", wrap=True)
        self._column.addWidget(self._intro)
        self._column.addStretch(1)

    def show_plan(self, plan: PlanView) -> None:
        """Show what is wrong with a plan now."""
        texts = self._context.texts
        shown = (plan.findings, texts.language)
        if shown == self._shown:
            return
        self._shown = shown
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = []
        self._intro.say("planner.check_some" if plan.findings else "planner.check_good")
        for finding in plan.findings:
            block = plan.block(finding.block_id)
            day = plan.day(finding.day_id)
            where = block.title if block is not None else texts("planner.day_number", number=day.number if day else 0)
            note = FindingNote(self._context, finding, where, self)
            target = finding.block_id or finding.day_id
            note.link.clicked.connect(lambda _=False, target=target: self.go_requested.emit(target))
            self._column.insertWidget(self._column.count() - 1, note)
            note.show()
            self.notes.append(note)
