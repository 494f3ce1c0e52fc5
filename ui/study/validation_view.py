"""The journey as citizens left it: every step with its level, how it was felt, and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sprint.edits.verdicts import claims_above, write_levels
from sprint.insight.evidence import JourneyEvidence, Standing, StepEvidence, journey_evidence
from sprint.journeys import journey_of_kind
from sprint.records import Evidence, JourneyKind
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.advice import AdviceList
from ui.study.step_words import STANDING_KEYS
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.labels import PlainLabel

_COLUMNS = (
    *("study_ui.step", "study_ui.level", "study_ui.citizens", "study_ui.team_felt", "study_ui.citizens_felt"),
    *("study_ui.gap", "study_ui.standing"),
)
_ROW_PX = 34


class ValidationView(QWidget):
    """A table of steps; Enter goes to a step on the canvas."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._kind = JourneyKind.TO_BE
        self.journey = Choices(
            context, "study_ui.which_journey", (("as_is", "study_ui.now"), ("to_be", "study_ui.later")), self
        )
        self.journey.choose(self._kind.value)
        self.told = PlainLabel(role="bold", wrap=True)
        self._levels = PlainLabel(role="muted", wrap=True)
        self.claims = PlainLabel(role="small", wrap=True)
        self.write = Button(context, "study_ui.write_levels", icon="check")
        self.advice = AdviceList(context, bridge, self)
        self.table = QTableWidget(0, len(_COLUMNS), self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.journey)
        head.addStretch(1)
        head.addWidget(self.write)
        column.addLayout(head)
        for part in (self.told, self._levels, self.claims, self.advice):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self.journey.chosen.connect(self.show_journey)
        self.write.clicked.connect(self._write)
        self.table.activated.connect(lambda place: self.step_requested.emit(self._step_at(place.row())))

    def show_journey(self, kind: str) -> None:
        """Show the present or the desired journey."""
        self._kind = JourneyKind(kind)
        self.journey.choose(kind)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        t = self._context.texts
        journey = journey_of_kind(self._bridge.document, self._kind)
        self.table.setAccessibleName(t("study_ui.validation"))
        self.table.setHorizontalHeaderLabels([t(key) for key in _COLUMNS])
        self.advice.refresh()
        self._show_claims(journey.id if journey is not None else "")
        if journey is None:
            self.table.setRowCount(0)
            self.told.setText(t("study_ui.no_steps"))
            self._levels.setText("")
            return
        found = journey_evidence(self._bridge.document, journey.id)
        self.told.setText(standing_words(self._context, found))
        self._levels.setText(level_words(self._context, found))
        self.table.setRowCount(len(found.steps))
        for row, one in enumerate(found.steps):
            for column, words in enumerate(self._cells(one)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
            self.table.item(row, 0).setData(Qt.ItemDataRole.UserRole, one.step.id)
            if one.standing is Standing.CONTESTED:
                self.table.item(row, len(_COLUMNS) - 1).setForeground(self._context.theme.colour("danger"))

    def _show_claims(self, journey_id: str) -> None:
        """Offer to write the levels on the journey; where the team claims more than was shown, say so."""
        document, t = self._bridge.document, self._context.texts
        may = bool(journey_id) and not self._bridge.is_read_only
        self.write.setVisible(may and bool(write_levels(document, journey_id)))
        above = claims_above(document, journey_id) if journey_id else []
        self.claims.setVisible(bool(above))
        self.claims.setText(t("study_ui.claims_above", count=len(above)))

    def _write(self) -> None:
        journey = journey_of_kind(self._bridge.document, self._kind)
        if journey is not None:
            self._bridge.do(write_levels(self._bridge.document, journey.id))

    def _cells(self, one: StepEvidence) -> tuple[str, ...]:
        t = self._context.texts
        signed, number = t.translator.signed, t.translator.number
        people = t("study_ui.glad_of", glad=one.glad, people=one.people) if one.people else "–"
        felt = (
            t("study_ui.felt_by", value=_signed(number, one.citizens.median), count=len(one.citizens.values))
            if one.citizens is not None
            else "–"
        )
        gap = "–" if one.gap is None else _signed(number, one.gap)
        team = "–" if one.team is None else signed(one.team)
        level = one.level.value
        if one.claimed > one.level:
            level = t("study_ui.level_claimed", level=level, claimed=one.claimed.value)
        return (one.step.title, level, people, team, felt, gap, t(STANDING_KEYS[one.standing]))

    def _step_at(self, row: int) -> str:
        item = self.table.item(row, 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""


def _signed(number: Callable[[float, int], str], value: float) -> str:
    """Write a feeling or a gap with its sign; whole numbers without a decimal."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(abs(value), 0 if value == int(value) else 1)


def standing_words(context: Context, found: JourneyEvidence) -> str:
    """Say how many steps were confirmed, changed, contested or not tested: the distribution, never one label."""
    t = context.texts
    parts = [f"{count} {t(STANDING_KEYS[standing])}" for standing, count in found.standings.items() if count]
    if not found.steps:
        return t("study_ui.no_steps")
    return t("study_ui.distribution", count=len(found.steps), parts=", ".join(parts))


def level_words(context: Context, found: JourneyEvidence) -> str:
    """Say how many steps stand on each level."""
    return " · ".join(
        f"{context.texts(f'kind.evidence.{level.value}')}: {found.levels[level]}"
        for level in Evidence
        if found.levels[level]
    )
