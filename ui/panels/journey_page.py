"""The details when no step is selected: the journey itself, or how many things are selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.journey import change_journey, rename, set_feeling
from sprint.records import Card, DismissedAdvice, Journey, Observation, Persona, Phase, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.advice import AdviceList
from ui.widgets.columns import inset
from ui.widgets.feeling_picker import FeelingPicker
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

INSET = 9


class JourneyPage(QWidget):
    """A journey as a whole: its name, whose it is, how much is in it, and advice."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._journey: Journey | None = None
        self.personas: dict[str, ToggleChip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._kind = PlainLabel(role="muted")
        size = context.theme.size("title")
        self.title = TextField(self, style=f"QPlainTextEdit {{ font-size: {size}px; font-weight: bold; }}")
        self._counts = PlainLabel(wrap=True)
        self._who = TextLabel(context, "panel.journey.personas", role="section")
        self._people = QVBoxLayout()
        self._people.setContentsMargins(INSET - 2, 0, INSET, 0)
        self._people.setSpacing(6)
        self._hint = TextLabel(context, "panel.journey.hint", role="muted", wrap=True)
        self.advice = AdviceList(context, bridge, self)
        column.addLayout(inset(self._kind, INSET))
        column.addWidget(self.title)
        column.addLayout(inset(self._counts, INSET, 4))
        column.addLayout(inset(self._who, INSET, 14, 0, 4))
        column.addLayout(self._people)
        column.addLayout(inset(self._hint, INSET, 16))
        column.addWidget(self.advice)
        column.addStretch(1)
        self.title.typed.connect(self._on_title)
        self.title.left.connect(bridge.break_merge)
        self.title.entered.connect(self.title.clearFocus)
        self.advice.step_requested.connect(self.step_requested)
        context.texts.changed.connect(self._retranslate)

    def show_ids(self, ids: list[str]) -> None:
        """Show this journey."""
        document, t = self._bridge.document, self._context.texts
        self._journey = journey = document.require(Journey, ids[0])
        steps = {step.id for step in document.referrers(Step, journey.id)}
        cards = sum(1 for _ in document.referrers(Card, journey.id))
        remarks = sum(remark.step_id in steps for remark in document.table(Observation).values())
        kind = t(f"kind.journey.{journey.kind.value}")
        self._kind.setText(kind)
        # A journey without a name of its own is called after its kind; that is not said twice.
        self._kind.setVisible(journey.title.strip() != kind)
        self.title.show_text(journey.title)
        self.title.setAccessibleName(t("panel.journey.title"))
        self.title.setPlaceholderText(t("panel.journey.title_hint"))
        counted = (
            t("panel.journey.steps", count=len(steps)),
            t("panel.journey.cards", count=cards),
            t("panel.journey.remarks", count=remarks),
        )
        self._counts.setText(" · ".join(counted))
        self._show_people(journey)
        self.advice.show_journey(journey.id)

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes what is shown."""
        kinds = Journey | Persona | Step | Phase | Card | Observation | DismissedAdvice
        return any(isinstance(record, kinds) for change in diff.changes.values() for record in change)

    def _show_people(self, journey: Journey) -> None:
        people = sorted(self._bridge.document.table(Persona).values(), key=lambda who: (who.order, who.id))
        wanted = {who.id: who for who in people}
        for persona_id in [known for known in self.personas if known not in wanted]:
            chip = self.personas.pop(persona_id)
            chip.hide()
            chip.deleteLater()
        for persona_id, who in wanted.items():
            chip = self.personas.get(persona_id)
            if chip is None:
                chip = ToggleChip(self._context, icon="person", role="accent", ground="accent_soft", parent=self)
                chip.clicked.connect(lambda _=False, persona_id=persona_id: self._on_persona(persona_id))
                self.personas[persona_id] = chip
                self._people.addWidget(chip)
            chip.show_text(who.name)
            chip.setChecked(persona_id in journey.persona_ids)
        self._who.setVisible(bool(people))

    def _retranslate(self) -> None:
        if self._journey is not None and self._bridge.document.get(self._journey.id) is not None:
            self.show_ids([self._journey.id])

    def _on_persona(self, persona_id: str) -> None:
        journey = self._journey
        if journey is None:
            return
        known = journey.persona_ids
        has = persona_id in known
        ids = tuple(other for other in known if other != persona_id) if has else (*known, persona_id)
        if not self._bridge.do(change_journey(self._bridge.document, journey.id, persona_ids=ids)):
            self._show_people(journey)

    def _on_title(self, title: str) -> None:
        journey = self._journey
        if journey is None:
            return
        words = " ".join(title.splitlines())
        if not self._bridge.do(rename(self._bridge.document, journey.id, words), merge=f"title:{journey.id}"):
            self.title.show_text(journey.title)


class ManyPage(QWidget):
    """Several things at once: how many, and one feeling for all the steps among them."""

    step_requested = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._steps: list[str] = []
        self._ids: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._count = PlainLabel(role="title", wrap=True)
        self._label = TextLabel(context, "panel.many.feeling", role="section")
        for label in (self._count, self._label):
            column.addLayout(inset(label, INSET, 6, 0, 2))
        self.feeling = FeelingPicker(context, self)
        column.addLayout(inset(self.feeling, INSET - 5, 0, INSET - 5))
        column.addStretch(1)
        self.feeling.chosen.connect(self._on_feeling)
        context.texts.changed.connect(self._retranslate)

    @property
    def words(self) -> str:
        """How many things are selected, in words."""
        return self._count.text()

    def show_ids(self, ids: list[str]) -> None:
        """Show what these have in common."""
        document = self._bridge.document
        steps = [record for record in map(document.get, ids) if isinstance(record, Step)]
        self._ids, self._steps = ids, [step.id for step in steps]
        t = self._context.texts
        key = "panel.many.steps" if len(steps) == len(ids) else "panel.many.things"
        self._count.setText(t(key, count=len(ids)))
        self._label.setVisible(bool(steps))
        self.feeling.setVisible(bool(steps))
        self.feeling.show_values([step.feeling for step in steps])

    def touches(self, diff: Diff) -> bool:
        """Whether this diff changes what is shown."""
        return any(record_id in diff.changes for record_id in self._ids)

    def _retranslate(self) -> None:
        if self._ids:
            self.show_ids(self._ids)

    def _on_feeling(self, value: object) -> None:
        feeling = value if isinstance(value, int) else None
        if not self._bridge.do(set_feeling(self._bridge.document, self._steps, feeling)):
            self.show_ids(self._ids)
