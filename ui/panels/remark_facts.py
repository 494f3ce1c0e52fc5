"""What a remark is, who said it, what the citizen felt there and whether it leaves the team: it unfolds below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.records import Observation, Participant, RemarkKind
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.feeling_picker import FeelingPicker
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import TextLabel
from ui.widgets.toggles import ToggleChip


class RemarkFacts(QWidget):
    """Offers kind, citizen, feeling and secrecy; tells which field a person changed."""

    changed = Signal(object)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.kind = ChoiceField(context, self)
        self.who = ChoiceField(context, self)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.who, 1)
        self.feeling = FeelingPicker(context, self)
        column.addLayout(choices)
        column.addWidget(TextLabel(context, "panel.remarks.feeling", role="small", wrap=True))
        column.addWidget(self.feeling)
        self.hidden = ToggleChip(context, icon="eye_off", role="accent", ground="accent_soft", parent=self)
        column.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignLeft)
        self.kind.chosen.connect(lambda value: self.changed.emit({"kind": RemarkKind(value)}))
        self.who.chosen.connect(lambda value: self.changed.emit({"participant_id": value}))
        self.feeling.chosen.connect(lambda value: self.changed.emit({"feeling": value}))
        self.hidden.clicked.connect(lambda is_hidden: self.changed.emit({"is_hidden": is_hidden}))
        context.texts.changed.connect(self.retranslate)
        self.retranslate()

    def show_remark(self, remark: Observation) -> None:
        """Show what is known of this remark."""
        self.kind.show_value(remark.kind)
        self.who.show_value(remark.participant_id)
        self.feeling.show_values([remark.feeling])
        self.hidden.setChecked(remark.is_hidden)

    def retranslate(self) -> None:
        """Offer kinds and citizens in the language of the screen, and the citizens there are now."""
        offer_kinds_and_people(self._context, self._bridge, self.kind, self.who)
        self.hidden.show_text(self._context.texts("panel.remarks.hidden"))
        self.hidden.setToolTip(self._context.texts("panel.remarks.hidden_means"))


def offer_kinds_and_people(context: Context, bridge: SprintBridge, kind: ChoiceField, who: ChoiceField) -> None:
    """Fill the fields for the kind of a remark and for who said it."""
    t = context.texts
    kind.show_choices([(one, t(f"kind.remark.{one.value}")) for one in RemarkKind])
    people = sorted(bridge.document.table(Participant).values(), key=lambda one: (one.order, one.id))
    known = [(one.id, participant_words(context, bridge, one.id)) for one in people]
    who.show_choices([("", t("panel.remarks.somebody")), *known])
    kind.setAccessibleName(t("panel.remarks.kind"))
    who.setAccessibleName(t("panel.remarks.who"))


def participant_words(context: Context, bridge: SprintBridge, participant_id: str) -> str:
    """Say who said it: a code, never a name."""
    who = bridge.document.get(participant_id) if participant_id else None
    if isinstance(who, Participant) and who.code:
        return context.texts("study_ui.hidden_code") if context.settings.is_on("hide_codes") else who.code
    return context.texts("panel.remarks.somebody")
