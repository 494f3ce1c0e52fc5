"""Putting questions on the questionnaire: an instrument, an idea as a Kano pair, or words of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sprint.edits.survey import ask, ask_kano, ask_own
from sprint.errors import SprintError
from sprint.journeys import journeys
from sprint.records import Instrument, Journey, JourneyKind, Note
from sprint.study.instruments import CES_RULE_TEXTS, FORMS
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.fields import ChoiceField

_KANO_MARKS = frozenset("MOAIR")


class AskRow(QWidget):
    """What to ask and about which journey, in one row."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.instrument, self.journey = ChoiceField(context, self), ChoiceField(context, self)
        self.rule, self.idea = ChoiceField(context, self), ChoiceField(context, self)
        self.add = Button(context, "study_ui.ask", kind="plain", icon="plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, wide in ((self.instrument, 220), (self.journey, 170), (self.rule, 170), (self.idea, 200)):
            part.setMinimumWidth(wide)
            part.setMaximumWidth(wide * 2)
            row.addWidget(part, wide)
        row.addWidget(self.add)
        row.addStretch(1)
        self.instrument.chosen.connect(lambda _one: self._fit())
        self.add.clicked.connect(self._ask)

    def refresh(self) -> None:
        """Offer what can be asked, in the language of the screen."""
        t, document = self._context.texts, self._bridge.document
        self.instrument.show_choices([(one, t(form.name)) for one, form in FORMS.items()])
        self.journey.show_choices(
            [
                *((one.id, self._journey_words(one)) for one in journeys(document)),
                ("", t("study_ui.no_journey")),
            ]
        )
        self.rule.show_choices([(rule, t(key)) for rule, key in CES_RULE_TEXTS.items()])
        ideas = [note for note in document.table(Note).values() if note.mark in _KANO_MARKS and note.mark]
        self.idea.show_choices([("", t("study_ui.no_idea")), *((note.id, note.text) for note in ideas)])
        for field, key in (
            (self.instrument, "study_ui.instrument"),
            (self.journey, "study_ui.which_journey"),
            (self.rule, "study_ui.rule"),
            (self.idea, "study_ui.idea"),
        ):
            field.setAccessibleName(t(key))
        self.setEnabled(not self._bridge.is_read_only)
        self._fit()

    def _journey_words(self, journey: Journey) -> str:
        t = self._context.texts
        when = t("study_ui.now" if journey.kind is JourneyKind.AS_IS else "study_ui.later")
        return f"{when} · {journey.title}" if journey.title else when

    @property
    def chosen(self) -> Instrument:
        """What would be asked; a list of choices forgets that its values are kinds."""
        return Instrument(self.instrument.currentData() or Instrument.EXPERIENCE)

    def _fit(self) -> None:
        chosen = self.chosen
        self.rule.setVisible(chosen is Instrument.CES)
        self.idea.setVisible(chosen is Instrument.KANO)
        self.journey.setVisible(chosen is not Instrument.KANO)

    def _ask(self) -> None:
        try:
            self._put(self.chosen)
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))

    def _put(self, instrument: Instrument) -> None:
        t, bridge = self._context.texts, self._bridge
        journey_id = str(self.journey.currentData() or "")
        if instrument is Instrument.KANO:
            with_it = self._context.messages.ask_text(t("study_ui.kano_with"), hint=t("study_ui.kano_with_hint"))
            without = with_it and self._context.messages.ask_text(
                t("study_ui.kano_without"), hint=t("study_ui.kano_without_hint")
            )
            if with_it and without:
                note_id = str(self.idea.currentData() or "")
                bridge.do(ask_kano(bridge.document, bridge.ids, t.translator, with_it, without, note_id=note_id))
        elif instrument is Instrument.OWN:
            words = self._context.messages.ask_text(t("study_ui.own_question"))
            if words:
                ends = {"low_label": t("study.disagree"), "high_label": t("study.agree")}
                bridge.do(ask_own(bridge.document, bridge.ids, words, journey_id=journey_id, **ends))
        else:
            rule = str(self.rule.currentData() or "") if instrument is Instrument.CES else ""
            bridge.do(ask(bridge.document, bridge.ids, instrument, t.translator, journey_id=journey_id, rule=rule))
