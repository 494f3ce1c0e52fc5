"""The form of a new journey: its name in the first person, its phases, and whose journey it is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sprint.journeys import journeys, phases_of
from sprint.phases import PhaseTemplate, all_templates
from sprint.records import JourneyKind, Persona
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.journey.starting import JourneyForm
from ui.widgets.choices import Choices
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

_LONGEST = 200
_COPY = "copy:"


class NewJourneyDialog(Dialog):
    """Asks for name, kind, phases (a template, or a copy of a journey that is there) and personas."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, "journey.new_title", parent, width=600)
        self._bridge = bridge
        self._templates = {template.id: template for template in all_templates()}
        self._kind = JourneyKind.AS_IS
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST)
        self.kind = Choices(
            context,
            "journey.new_kind",
            [(kind.value, f"kind.journey.{kind.value}") for kind in JourneyKind],
        )
        self.kind.choose(self._kind.value)
        self.kind.chosen.connect(self._on_kind)
        self.phases = ChoiceField(context)
        self.phases.chosen.connect(lambda _value: self._show_phases())
        self._names = PlainLabel(role="small", wrap=True)
        self.page.addLayout(Field(context, "journey.new_name", self.title, "journey.new_name_hint"))
        self.page.addSpacing(8)
        self.page.addLayout(_left(Field(context, "journey.new_kind", self.kind)))
        self.page.addSpacing(8)
        self.page.addLayout(Field(context, "journey.new_phases", self.phases))
        self.page.addWidget(self._names)
        self.people = self._people()
        self.add_button("ui.cancel").clicked.connect(self.reject)
        start = self.add_button("journey.new_start", kind="primary", is_default=True)
        start.clicked.connect(self.accept)
        self.title.textChanged.connect(lambda text: start.setEnabled(bool(text.strip())))
        start.setEnabled(False)
        self.say()

    @property
    def form(self) -> JourneyForm:
        """What is filled in now."""
        chosen = str(self.phases.currentData())
        template = self._templates.get(chosen)
        return JourneyForm(
            title=self.title.text().strip(),
            kind=self._kind,
            phases=template.names(self.context.texts.language) if template is not None else (),
            persona_ids=tuple(persona_id for persona_id, chip in self.people.items() if chip.isChecked()),
            origin_id=chosen.removeprefix(_COPY) if chosen.startswith(_COPY) else "",
        )

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        texts = self.context.texts
        choices: list[tuple[object, str]] = [
            (template.id, template.title.get(texts.language)) for template in self._templates.values()
        ]
        for journey in journeys(self._bridge.document):
            choices.append((f"{_COPY}{journey.id}", texts("journey.new_copy_of", title=journey.title)))
        self.phases.show_choices(choices)
        self._show_phases()

    def _people(self) -> dict[str, ToggleChip]:
        known = sorted(self._bridge.document.table(Persona).values(), key=lambda who: (who.order, who.id))
        found: dict[str, ToggleChip] = {}
        if not known:
            return found
        self.page.addSpacing(8)
        self.page.addWidget(TextLabel(self.context, "journey.new_personas", role="bold"))
        column = QVBoxLayout()
        column.setSpacing(4)
        for who in known:
            chip = ToggleChip(self.context, icon="person", role="accent", ground="accent_soft", parent=self)
            chip.show_text(who.name or self.context.texts("journey.no_name"))
            found[who.id] = chip
            column.addWidget(chip)
        self.page.addLayout(column)
        return found

    def _on_kind(self, value: str) -> None:
        self._kind = JourneyKind(value)

    def _show_phases(self) -> None:
        texts, chosen = self.context.texts, str(self.phases.currentData())
        template: PhaseTemplate | None = self._templates.get(chosen)
        if template is not None:
            names = " · ".join(template.names(texts.language))
            self._names.setText(f"{template.meaning.get(texts.language)} {names}.")
            self.title.setPlaceholderText(template.example.get(texts.language))
        else:
            origin = chosen.removeprefix(_COPY)
            self._names.setText(" · ".join(phase.title for phase in phases_of(self._bridge.document, origin)))


def _left(field: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addLayout(field)
    row.addStretch(1)
    return row
