"""What citizens said at a step: read it, and write it down as fast as it is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.citizens import add_remark
from sprint.journeys import remarks_of
from sprint.records import Observation, Participant, Record, RemarkKind, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.remark_facts import RemarkFacts, offer_kinds_and_people, participant_words
from ui.panels.remark_line import INSET, RemarkField, RemarkLine, ValenceButton
from ui.widgets.button import Button
from ui.widgets.columns import RecordColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.feeling_picker import FeelingPicker
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import TextLabel


class RemarkRow(RemarkLine):
    """A remark at its step: what kind it is and who said it stand below the words and unfold."""

    def __init__(self, context: Context, bridge: SprintBridge, remark: Observation) -> None:
        super().__init__(context, bridge, remark, air=2)
        self.more = Button(context, kind="quiet", icon="edit", name_key="panel.remarks.change", parent=self)
        self.more.setCheckable(True)
        self.more.setVisible(not bridge.is_read_only)
        self.more.toggled.connect(self._unfold)
        self._row.insertWidget(self._row.count() - 1, self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setTabOrder(self.more, self.trash)
        self._facts: RemarkFacts | None = None
        context.texts.changed.connect(self._retranslate)
        context.settings.changed.connect(self._retranslate)  # codes may be hidden now
        self.show_record(remark)

    def show_record(self, record: Record) -> None:
        """Show this state of the remark."""
        super().show_record(record)
        if self._facts is not None:
            self._facts.show_remark(self._remark)

    def words_about(self, remark: Observation) -> tuple[str, str]:
        """What kind it is, who said it, what the citizen felt, and whether it stays in the team."""
        t = self._context.texts
        kind = t(f"kind.remark.{remark.kind.value}")
        who = participant_words(self._context, self._bridge, remark.participant_id)
        parts = [kind, who]
        if remark.feeling is not None:
            parts.append(t("panel.remarks.felt", value=t.translator.signed(remark.feeling)))
        if remark.is_hidden:
            parts.append(t("panel.remarks.is_hidden"))
        return " · ".join(parts), t("panel.remarks.name", kind=kind, who=who)

    @property
    def facts(self) -> RemarkFacts:
        """The fields below the words, made when they are first unfolded."""
        if self._facts is None:
            self._facts = RemarkFacts(self._context, self._bridge, self)
            self._facts.changed.connect(lambda fields: self._change(**fields))
            self._facts.show_remark(self._remark)
            self._words.addWidget(self._facts)
        return self._facts

    def _unfold(self, is_open: bool) -> None:
        self.facts.retranslate()
        self.facts.show_remark(self._remark)
        self.facts.setVisible(is_open)

    def _retranslate(self, _setting: str = "") -> None:
        self.show_record(self._remark)


class RemarkForm(QWidget):
    """Write down the next remark: Enter saves it; how it felt, what it is and who said it stay as chosen."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.kind = ChoiceField(context, self)
        self.who = ChoiceField(context, self)
        self.signs = {valence: ValenceButton(context, valence, self) for valence in (1, 0, -1)}
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.who, 1)
        self.field = RemarkField(self)
        self.field.setProperty("kind", "")
        self.save = Button(context, "panel.remarks.save")
        signs = QHBoxLayout()
        signs.setSpacing(4)
        for valence, button in self.signs.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, valence=valence: self.choose(valence))
            signs.addWidget(button)
        signs.addStretch(1)
        signs.addWidget(self.save)
        self.feeling = FeelingPicker(context, self)
        column.addLayout(choices)
        column.addWidget(self.field)
        column.addWidget(TextLabel(context, "panel.remarks.feeling", role="small", wrap=True))
        column.addWidget(self.feeling)
        column.addLayout(signs)
        self._felt: int | None = None
        self.feeling.chosen.connect(self._on_feeling)
        self._listen()
        self.choose(0)
        self.retranslate()

    def _listen(self) -> None:
        context, bridge = self._context, self._bridge
        self.save.clicked.connect(self._on_enter)
        self.field.valence_chosen.connect(self.choose)
        self.field.entered.connect(self._on_enter)
        self._draft = DraftKeeper(bridge, self.field, self, "remark", self._on_enter)
        context.texts.changed.connect(self.retranslate)
        context.settings.changed.connect(self.retranslate)

    def show_step(self, step_id: str) -> None:
        """Write at another step; what was being written is kept at the step before."""
        self._draft.show_place(step_id)
        self._step_id = step_id

    def choose(self, valence: int) -> None:
        """Say how the next remark feels."""
        for value, button in self.signs.items():
            button.setChecked(value == valence)

    def _on_feeling(self, value: int | None) -> None:
        self._felt = value
        self.feeling.show_values([value])

    def retranslate(self, _setting: str = "") -> None:
        """Offer kinds and citizens in the language of the screen."""
        t = self._context.texts
        offer_kinds_and_people(self._context, self._bridge, self.kind, self.who)
        self.field.setPlaceholderText(t("panel.remarks.hint"))
        self.field.setToolTip(t("panel.remarks.keys"))
        self.field.setAccessibleName(t("panel.remarks.new"))

    def _on_enter(self) -> None:
        text = self.field.toPlainText().strip()
        is_something = bool(text) or self._felt is not None
        if not is_something or self._bridge.document.get(self._step_id) is None:
            return
        diff = add_remark(
            self._bridge.document,
            self._bridge.ids,
            self._step_id,
            text,
            kind=RemarkKind(self.kind.currentData()),
            valence=next(value for value, button in self.signs.items() if button.isChecked()),
            participant_id=self.who.currentData() or "",
            at=self._bridge.utc_now(),
            feeling=self._felt,
        )
        if self._bridge.do(diff):
            self._draft.done()
            self.choose(0)
            self._on_feeling(None)


class RemarksTab(QWidget):
    """Everything citizens said at one step."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 8, INSET, 0)
        column.setSpacing(8)
        self.form = RemarkForm(context, bridge, self)
        column.addWidget(self.form)
        self.form.setVisible(not bridge.is_read_only)
        self._empty = TextLabel(context, "panel.remarks.empty", role="muted", wrap=True)
        column.addWidget(self._empty)
        self.rows = RecordColumn(
            lambda remark: RemarkRow(context, bridge, remark),
            self.form.save,
            self,
            spacing=2,
        )
        column.addWidget(self.rows)

    def show_step(self, step: Step, *, is_wanted: bool) -> int:
        """Show the remarks of this step, the newest first; gives how many. Rows are made when the tab is open."""
        self.form.show_step(step.id)
        remarks = remarks_of(self._bridge.document, step.id)[::-1]
        self._empty.setVisible(not remarks)
        self.rows.show_records(remarks if is_wanted else [])
        return len(remarks)

    def on_diff(self, diff: Diff) -> None:
        """Know the citizens again when they changed."""
        if any(isinstance(record, Participant) for change in diff.changes.values() for record in change):
            self.form.retranslate()
