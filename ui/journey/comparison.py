"""The comparison: the present and the desired journey step by step, in figures, or as two boards."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from canvas.view import JourneyCanvas
from sprint.diff import Diff
from sprint.insight.compare import Comparison, compare
from sprint.insight.matching import propose_matches
from sprint.journeys import journeys
from sprint.records import Card, Journey, JourneyKind, Persona, Phase, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.desks import SprintDesk
from ui.journey.compare_model import CompareModel
from ui.journey.compare_words import totals
from ui.journey.figures import FigureTable
from ui.journey.matching import MatchDialog
from ui.surfaces import make_canvas
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.choices import Choices
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.passes_focus import PassesFocus
from ui.widgets.wrapped_rows import WrappedRows

_REST_MS = 200
_SIDE = 300
_TALL = 36
_FREE = 16
"""What the style sheet keeps free beside the words of a cell, in pixels."""


@runtime_checkable
class LaysBeside(Protocol):
    """A board that can mark what is new and changed, and show what is gone."""

    def compare_with(self, journey_id: str) -> None:
        """Lay an earlier journey beside this one."""


class CompareTable(QTableView):
    """The rows of a comparison; Enter and a click go to the step."""

    step_requested = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.rows = CompareModel(context, self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self, _FREE))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_TALL)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.doubleClicked.connect(self._go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()  # the words break otherwise now

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.rows.rows[index.row()]
            step = row.after or row.before
            if step is not None:
                self.step_requested.emit(step.id)


class ComparisonPage(PassesFocus, QWidget):
    """Two journeys beside each other; what a law asks for and is gone comes first."""

    step_requested = Signal(str)
    """Go to this step, in the journey where it stands."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge
        self._matches: MatchDialog | None = None
        self.boards: list[JourneyCanvas] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.refresh)
        self.before, self.after = ChoiceField(context), ChoiceField(context)
        self.table = CompareTable(context)
        self.figures = FigureTable(context)
        self.only_changes = CheckBox(context)
        self.match = Button(context, "journey.match", icon="link")
        self._law = PlainLabel(role="bold", wrap=True)
        self._counts = PlainLabel(wrap=True)
        self._none = TextLabel(context, "journey.compare_none", role="muted", wrap=True)
        self.mode = Choices(
            context, "journey.compare_mode", [("table", "journey.compare_table"), ("boards", "journey.compare_boards")]
        )
        self._pages = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        for field in (self.before, self.after):
            field.chosen.connect(lambda _value: self.refresh())
        self.only_changes.setChecked(True)
        self.only_changes.toggled.connect(lambda _on: self.refresh())
        self.match.clicked.connect(self._on_match)
        self.mode.choose("table")
        self.mode.chosen.connect(self.show_mode)
        self.table.step_requested.connect(self.step_requested)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self.refresh)
        self.pass_focus_to(self.table)
        self._say()

    # ---- asked from outside

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the earlier and the later journey; empty where there is none."""
        return str(self.before.currentData() or ""), str(self.after.currentData() or "")

    def show_pair(self, before_id: str, after_id: str) -> None:
        """Compare these two."""
        self._say_journeys()
        self.before.show_value(before_id)
        self.after.show_value(after_id)
        self.refresh()

    def show_mode(self, mode: str) -> None:
        """Show the table, or the two boards one above the other."""
        self.mode.choose(mode)
        if mode == "boards" and not self.boards:
            for _ in range(2):
                board = make_canvas(self._context, SprintDesk(self._bridge))
                self.boards.append(board)
                self._split.addWidget(board)
        self._pages.setCurrentIndex(1 if mode == "boards" else 0)
        self.refresh()

    def refresh(self) -> None:
        """Compare again."""
        self._rest.stop()
        document, (before, after) = self._bridge.document, self.pair
        is_pair = bool(before and after) and before != after
        is_pair = is_pair and document.get(before) is not None and document.get(after) is not None
        self._pages.setVisible(is_pair)
        self._none.setVisible(not is_pair)
        if not is_pair:
            self._law.hide()
            self._counts.setText("")
            self.match.hide()
            return
        found = compare(document, before, after)
        self._show(found)
        self.match.setVisible(bool(propose_matches(document, before, after)) and not self._bridge.is_read_only)
        for board, journey_id in zip(self.boards, (before, after), strict=False):
            if board.journey_id != journey_id:
                board.show_journey(journey_id)
                if journey_id == after and isinstance(board, LaysBeside):
                    board.compare_with(before)

    # ---- inside

    def _show(self, found: Comparison) -> None:
        t = self._context.texts
        only = self.only_changes.isChecked()
        self.table.rows.show_rows(tuple(row for row in found.rows if not (only and row.is_same)))
        self.figures.show_lines(totals(found, t.translator))
        lost = len(found.lost_legal)
        self._law.setText(t("journey.compare_law", count=lost) if lost else "")
        self._law.setVisible(bool(lost))
        changed = sum(bool(row.changes) for row in found.rows)
        counts = [
            t("journey.compare_count_removed", count=len(found.removed)),
            t("journey.compare_count_added", count=len(found.added)),
            t("journey.compare_count_changed", count=changed),
        ]
        self._counts.setText(" · ".join(counts) if found else t("journey.compare_same"))

    def _say(self) -> None:
        t = self._context.texts
        self.setAccessibleName(t("journey.compare"))
        self.table.setAccessibleName(t("journey.compare"))
        self.only_changes.setText(t("journey.compare_only"))
        self.before.setAccessibleName(t("journey.compare_now"))
        self.after.setAccessibleName(t("journey.compare_later"))
        self._say_journeys()
        self.refresh()

    def _say_journeys(self) -> None:
        known = journeys(self._bridge.document)
        choices: list[tuple[object, str]] = [(one.id, one.title) for one in known]
        for field, kind in ((self.before, JourneyKind.AS_IS), (self.after, JourneyKind.TO_BE)):
            is_first = field.count() == 0
            field.show_choices(choices)
            first = next((one.id for one in known if one.kind is kind), None)
            if is_first and first is not None:
                field.show_value(first)

    def _on_match(self) -> None:
        dialog = MatchDialog(self._context, self._bridge, *self.pair, self.window())
        dialog.open()

    def _on_diff(self, diff: Diff) -> None:
        records = [record for pair in diff.changes.values() for record in pair]
        if any(isinstance(record, Journey) for record in records):
            self._say_journeys()
        if self.isVisible() and any(isinstance(one, Journey | Phase | Step | Card | Persona) for one in records):
            self._rest.start()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(TextLabel(self._context, "journey.compare", role="title"))
        top.addStretch(1)
        top.addWidget(self.match)
        top.addWidget(self.mode)
        column.addLayout(top)
        choice = QHBoxLayout()
        choice.addWidget(self.before, 1)
        choice.addWidget(PlainLabel("–"))
        choice.addWidget(self.after, 1)
        column.addLayout(choice)
        column.addWidget(self._law)
        column.addWidget(self._counts)
        column.addWidget(self._none)
        table = QWidget()
        row = QHBoxLayout(table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.only_changes)
        row.addLayout(left, 1)
        side = ScrollColumn(margin=0, spacing=4)
        side.setFixedWidth(_SIDE)
        how = Button(self._context, "journey.how_counted", kind="link")
        how.setCheckable(True)
        how.toggled.connect(self.figures.show_how)
        side.column.addWidget(TextLabel(self._context, "journey.compare_figures", role="section"))
        side.column.addWidget(self.figures)
        side.column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)
        side.column.addStretch(1)
        row.addWidget(side)
        self._pages.addWidget(table)
        self._pages.addWidget(self._split)
        column.addWidget(self._pages, 1)
        column.addStretch(0)
