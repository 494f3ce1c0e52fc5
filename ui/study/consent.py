"""What participants are told and what they agree to: the texts on the left, the ticks and the proof on the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.study import give_consent
from sprint.records import Consent, ConsentTick, Participant, Study, StudyText, StudyTextKind
from sprint.study.consent import TICK_TEXTS, consent_of, consents_of
from sprint.study.texts import sha256_of, versions_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.study.letter import LetterEditor
from ui.study.people import code_words, participants_of
from ui.study.tab import StudyTab
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import ScrollColumn
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.labels import PlainLabel, TextLabel

_SIDE_PX, _SIDE_WIDE_PX = 450, 520
TICK_SHORT = {
    ConsentTick.TAKE_PART: "study_ui.tick_take_part",
    ConsentTick.NOTES: "study_ui.tick_notes",
    ConsentTick.AUDIO: "study_ui.tick_audio",
    ConsentTick.VIDEO: "study_ui.tick_video",
    ConsentTick.PHOTO: "study_ui.tick_photo",
    ConsentTick.QUOTE: "study_ui.tick_quote",
    ConsentTick.CONTACT_AGAIN: "study_ui.tick_contact_again",
}
"""What was agreed to, in a word or two."""


class ConsentTab(StudyTab):
    """Letter, form, ticks per participant, and the proof of which words were agreed to."""

    MINDS = (Participant, Consent, Study, StudyText)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._today = today = date.fromisoformat(bridge.utc_now()[:10])
        self.letter = LetterEditor(context, bridge, self)
        self.who = ChoiceField(context, self)
        self.ticks = {tick: CheckBox(context, self) for tick in ConsentTick}
        self._tick_words = {tick: TextLabel(context, TICK_TEXTS[tick], wrap=True) for tick in ConsentTick}
        self.on = DateField(context, today, today, self)
        self.explained_by, self.form_kept = LineField(), LineField()
        self.save = Button(context, "study_ui.save_consent", kind="primary", icon="check")
        self._warning = PlainLabel(role="small", wrap=True)
        self._proof = QVBoxLayout()
        self._shown_for = ""
        self._lay_out()
        self.who.chosen.connect(lambda _who: self._show_consent(is_other=True))
        self.save.clicked.connect(self._save)
        for box in self.ticks.values():
            box.clicked.connect(self._show_warning)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 8, 12)
        row.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(TextLabel(self.context, "study_ui.consent_title", role="title"))
        left.addWidget(self.letter, 1)
        row.addLayout(left, 1)
        self._side = ScrollColumn(self, margin=0, spacing=2)
        column = self._side.column
        column.setContentsMargins(0, 0, 16, 0)
        column.addWidget(TextLabel(self.context, "study_ui.ticks_title", role="title"))
        column.addWidget(self.who)
        for tick, box in self.ticks.items():
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(box)
            line.addWidget(self._tick_words[tick], 1)
            column.addLayout(line)
        column.addWidget(self._warning)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addLayout(Field(self.context, "study_ui.consent_on", self.on), 3)
        both.addLayout(Field(self.context, "study_ui.explained_by", self.explained_by), 2)
        column.addLayout(both)
        column.addLayout(Field(self.context, "study_ui.form_kept", self.form_kept))
        line = QHBoxLayout()
        line.addWidget(self.save)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(TextLabel(self.context, "study_ui.proof", role="bold"))
        self._proof.setSpacing(6)
        column.addLayout(self._proof)
        column.addStretch(1)
        row.addWidget(self._side)

    @property
    def participant_id(self) -> str:
        """Whose consent is shown."""
        return str(self.who.currentData() or "")

    def choose(self, participant_id: str) -> None:
        """Show the consent of a participant."""
        self.who.show_value(participant_id)
        self._show_consent(is_other=True)

    def refresh(self) -> None:
        """Show the texts and the consent as they are now."""
        t = self.context.texts
        self.letter.refresh()
        people = participants_of(self.document)
        self.who.show_choices([(who.id, self._who_words(who)) for who in people])
        self.who.setAccessibleName(t("study_ui.tab_participants"))
        for tick, box in self.ticks.items():
            box.setAccessibleName(t(TICK_TEXTS[tick]))
            box.setFixedWidth(self.context.theme.size("target.mouse") + 4)
        self.explained_by.setPlaceholderText(t("study_ui.explained_hint"))
        self.form_kept.setPlaceholderText(t("study_ui.form_kept_hint"))
        self._side.setFixedWidth(_SIDE_WIDE_PX if self.width() > 1_250 else _SIDE_PX)
        self._show_consent(is_other=self._shown_for != self.participant_id)

    def on_diff(self, diff: Diff) -> None:
        """Show what changed."""
        self.refresh()

    def take_focus(self) -> None:
        """Begin with who it is about."""
        self.who.setFocus()

    def _who_words(self, who: Participant) -> str:
        t = self.context.texts
        done = t("study_ui.consent_yes") if consent_of(self.document, who.id) else t("study_ui.consent_open")
        return f"{code_words(self.context, who)} · {done}"

    def _show_consent(self, *, is_other: bool) -> None:
        self._shown_for = self.participant_id
        consent = consent_of(self.document, self.participant_id) if self.participant_id else None
        if is_other:
            for tick, box in self.ticks.items():
                box.setChecked(consent is not None and consent.allows(tick))
            self.form_kept.show_text(consent.form_kept if consent is not None else "")
            if consent is not None:
                self.explained_by.show_text(consent.explained_by)
                self.on.show_day(_day_of(consent, self._today), self._today)
        may = bool(self.participant_id) and not self.bridge.is_read_only
        for part in (*self.ticks.values(), self.save, self.form_kept, self.explained_by, self.on):
            part.setEnabled(may)
        self._show_warning()
        self._show_proof()

    def _show_warning(self) -> None:
        t = self.context.texts
        has_part = self.ticks[ConsentTick.TAKE_PART].isChecked()
        has_notes = self.ticks[ConsentTick.NOTES].isChecked()
        key = "study_ui.ticks_fine" if has_part and has_notes else "study_ui.ticks_needed"
        self._warning.setText(t(key))

    def _show_proof(self) -> None:
        while (item := self._proof.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = consents_of(self.document, self.participant_id)[::-1] if self.participant_id else []
        if not found:
            self._proof.addWidget(TextLabel(self.context, "study_ui.no_proof", role="muted", wrap=True))
        for place, consent in enumerate(found):
            self._proof.addWidget(self._proof_card(consent, is_newest=place == 0))

    def _proof_card(self, consent: Consent, *, is_newest: bool) -> QWidget:
        t = self.context.texts
        card = QFrame(self)
        card.setProperty("ground", "good" if is_newest else "band")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        ticks = ", ".join(t(TICK_SHORT[tick]) for tick in ConsentTick if consent.allows(tick))
        by = t("study_ui.proof_on", date=t.translator.date(consent.on), by=consent.explained_by or "–")
        column.addWidget(PlainLabel(by, role="bold", wrap=True))
        column.addWidget(PlainLabel(ticks or t("study_ui.no_ticks"), wrap=True))
        for key, kind, version, digest in (
            ("study_ui.proof_letter", StudyTextKind.LETTER, consent.letter_version, consent.letter_sha256),
            ("study_ui.proof_form", StudyTextKind.FORM, consent.form_version, consent.form_sha256),
        ):
            state = "study_ui.words_here" if self._has_words(kind, digest) else "study_ui.words_gone"
            line = t(key, version=version, digest=digest[:8] or "–", state=t(state))
            column.addWidget(PlainLabel(line, role="small", wrap=True))
        if consent.form_kept:
            column.addWidget(PlainLabel(t("study_ui.proof_kept", place=consent.form_kept), role="small", wrap=True))
        return card

    def _has_words(self, kind: StudyTextKind, digest: str) -> bool:
        """Whether the words that were agreed to are still here, letter for letter."""
        texts = [text for language in ("nl", "en") for text in versions_of(self.document, kind, language)]
        return any(sha256_of(text.text) == digest for text in texts)

    def _save(self) -> None:
        day = self.on.day
        if day is None:
            self.context.messages.warn(self.context.texts("study_ui.no_such_day"))
            return
        self.letter.fix_version()
        ticks = [tick for tick, box in self.ticks.items() if box.isChecked()]
        self.tried(
            lambda: give_consent(
                self.document,
                self.bridge.ids,
                self.participant_id,
                ticks,
                on=day.isoformat(),
                explained_by=self.explained_by.text().strip(),
                form_kept=self.form_kept.text().strip(),
                language=self.letter.language,
            )
        )


def _day_of(consent: Consent, today: date) -> date:
    """Give the day on which was signed; one that cannot be read is today."""
    try:
        return date.fromisoformat(consent.on)
    except ValueError:
        return today
