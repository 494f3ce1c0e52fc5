"""Which step of the present journey a step of the desired one replaces, so that both can be compared."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.fork import replace_step
from sprint.journeys import partner_of, steps_of
from sprint.records import Journey, JourneyKind, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.labels import TextLabel
from ui.widgets.wrapped_choice import WrappedChoice

_INSET = 9


class StepBefore(QWidget):
    """A choice among the steps of the present journey; it is not there when there is no such journey."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step: Step | None = None
        self.choice = WrappedChoice(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 10, _INSET, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(context, "panel.step.before", role="section"))
        column.addWidget(self.choice)
        self.choice.chosen.connect(self._on_chosen)

    def show_step(self, step: Step, *, is_wanted: bool) -> None:
        """Show what this step replaces; hidden when the panel shows something else (`is_wanted`)."""
        self._step = step
        earlier = self._earlier(step) if is_wanted else []
        self.setVisible(bool(earlier))
        if not earlier:
            return
        t = self._context.texts
        titles = [(one.id, one.title) for one in earlier if one.title]
        self.choice.show_choices([("", t("panel.step.is_new")), *titles])
        own = step.lineage or step.id
        self.choice.show_value(next((one.id for one in earlier if (one.lineage or one.id) == own), ""))
        self.choice.setAccessibleName(t("panel.step.before"))

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes a step of a present journey."""
        present = {one.id for one in self._bridge.document.table(Journey).values() if one.kind is JourneyKind.AS_IS}
        records = (record for change in diff.changes.values() for record in change)
        return any(isinstance(record, Step) and record.journey_id in present for record in records)

    def _earlier(self, step: Step) -> list[Step]:
        document = self._bridge.document
        if document.require(Journey, step.journey_id).kind is JourneyKind.AS_IS:
            return []
        present = partner_of(document, step.journey_id, JourneyKind.AS_IS)
        return steps_of(document, present.id) if present is not None else []

    def _on_chosen(self, before_id: object) -> None:
        step = self._step
        if step is not None:
            self._bridge.do(replace_step(self._bridge.document, step.id, str(before_id or "")))
