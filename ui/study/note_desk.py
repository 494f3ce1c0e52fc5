"""Where a note taker writes: one line with signs, what it will become, and the notes of this talk below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint import privacy
from sprint.edits.drafts import draft_id, draft_text, keep_draft
from sprint.edits.interviews import TAGS, write_remark
from sprint.errors import SprintError
from sprint.records import Observation, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.covering import forget_typed
from ui.study.note_field import NoteField
from ui.study.note_line import NoteLine, read_line, with_tag, without_words
from ui.study.note_row import NoteRow, placed_words
from ui.widgets.columns import RecordColumn, ScrollColumn
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

_FIELD_PX = 44
_TAG_ICONS = ("search", "message", "heart", "paragraph")


class NoteDesk(QWidget):
    """Takes notes of one talk; it is told the participant and the steps, and tells which step is on."""

    step_changed = Signal(int)
    journey_asked = Signal()

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._participant_id = self._note_taker = ""
        self._steps: list[Step] = []
        self._numbers: dict[str, int] = {}
        self.current = 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.field = NoteField(self)
        self.field.setMinimumHeight(_FIELD_PX)
        column.addWidget(self.field)
        column.addLayout(self._tag_row())
        self.preview = PlainLabel(role="bold", wrap=True)
        self.warning = PlainLabel(wrap=True)
        self.warning.setProperty("ground", "warn")
        self.warning.setContentsMargins(10, 6, 10, 6)
        self._keys = TextLabel(context, "study_ui.line_keys", role="small", wrap=True, low="!", high="!!!")
        for label in (self.preview, self.warning, self._keys):
            column.addWidget(label)
        self._scroll = ScrollColumn(self, margin=0, spacing=0)
        self.rows = RecordColumn(self._made_row, self.field, self._scroll.inside, spacing=0)
        self._scroll.column.addWidget(self.rows)
        self._scroll.column.addStretch(1)
        column.addWidget(self._scroll, 1)
        self._listen()
        self.say()

    def _tag_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.tags = [
            ToggleChip(self._context, icon=icon, role="accent", ground="accent_soft", parent=self)
            for icon in _TAG_ICONS
        ]
        for chip in self.tags:
            chip.clicked.connect(self._show_preview)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _listen(self) -> None:
        self.field.typed.connect(self._on_typed)
        self.field.entered.connect(self.enter)
        self.field.escaped.connect(self.tags[0].setFocus)
        self.field.step_moved.connect(lambda by: self.go_to(self.current + by))
        self.field.tag_pressed.connect(self._toggle_tag)
        self.field.journey_pressed.connect(self.journey_asked)
        self.field.cover_pressed.connect(self.cover)

    # ---- showing

    def show_talk(self, participant_id: str, steps: list[Step], note_taker: str) -> None:
        """Write notes of a participant at these steps; what was half typed for somebody else waits there."""
        if participant_id != self._participant_id:
            self._participant_id = participant_id
            self.field.show_text(draft_text(self._bridge.document, self._draft))
        self._steps, self._note_taker = steps, note_taker
        self._numbers = {step.id: number for number, step in enumerate(steps, start=1)}
        self.current = max(1, min(self.current, len(steps)))
        notes = [note for note in self._bridge.document.table(Observation).values() if note.participant_id]
        mine = [note for note in notes if note.participant_id == participant_id]
        self.rows.show_records(sorted(mine, key=lambda note: (note.at, note.id), reverse=True))
        self.field.setEnabled(bool(participant_id and steps) and not self._bridge.is_read_only)
        self._show_preview()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        t = self._context.texts
        self.field.setAccessibleName(t("study_ui.note_line"))
        self.field.setPlaceholderText(t("study_ui.note_hint"))
        words = (t("study_ui.tag_seen"), t("study_ui.tag_heard"), t("study_ui.tag_helped"), t("study_ui.law"))
        for place, (chip, text) in enumerate(zip(self.tags, words, strict=True), start=1):
            chip.show_text(text)
            chip.setToolTip(f"Ctrl+{place}")
        self._show_preview()

    def go_to(self, number: int) -> None:
        """Make another step the one that is on."""
        wanted = max(1, min(number, len(self._steps)))
        if wanted != self.current and self._steps:
            self.current = wanted
            self._show_preview()
            self.step_changed.emit(wanted)

    # ---- writing

    def read(self) -> NoteLine:
        """Give what the line says now, with the switches below it."""
        note = read_line(self.field.text(), len(self._steps))
        tags = note.tags
        for place, tag in enumerate(TAGS):
            if self.tags[place].isChecked():
                tags = with_tag(tags, tag)
        return replace(note, tags=tags, is_legal=note.is_legal or self.tags[-1].isChecked())

    def enter(self) -> None:
        """Place the note; the step stays on for the next one. A line with only a number goes to that step."""
        note = self.read()
        if note.step:
            self.go_to(note.step)
        if not note.text:
            if note.step:
                self._empty()
            return
        if self._steps and self._written(note):
            self._empty()

    def cover(self) -> None:
        """Make what looks like personal data unreadable."""
        found = privacy.findings(self.read().text, self._bridge.private_names)
        covered = without_words(self.field.text(), len(self._steps), self._covered)
        self.field.show_text(covered)
        self._on_typed(covered)
        forget_typed(self._context, self._bridge, covered, [one.text for one in found])

    def _covered(self, words: str) -> str:
        found = privacy.findings(words, self._bridge.private_names)
        return privacy.redact(words, found, self._context.texts.translator)

    def _written(self, note: NoteLine) -> bool:
        document = self._bridge.document
        try:
            diff = write_remark(
                document,
                self._bridge.ids,
                self._steps[self.current - 1].id,
                note.text,
                participant_id=self._participant_id,
                kind=note.kind,
                valence=note.valence,
                severity=note.severity,
                feeling=note.feeling,
                scene=note.scene,
                tags=note.tags,
                is_legal=note.is_legal,
                note_taker=self._note_taker,
                at=self._bridge.utc_now(),
            )
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        return self._bridge.do(diff)

    def _empty(self) -> None:
        self.field.show_text("")
        for chip in self.tags:
            chip.setChecked(False)
        self._on_typed("")

    @property
    def _draft(self) -> str:
        return draft_id("talk", self._participant_id)

    def _on_typed(self, text: str) -> None:
        if self._participant_id:
            self._bridge.record(keep_draft(self._bridge.document, self._draft, text))
        self._show_preview()

    def _toggle_tag(self, place: int) -> None:
        self.tags[place].toggle()
        self._show_preview()

    def _show_preview(self) -> None:
        t, note = self._context.texts, self.read()
        number = note.step or self.current
        if not self._steps or number > len(self._steps):
            self.preview.setText(t("study_ui.no_steps"))
            self.warning.hide()
            return
        draft = Observation(
            id="",
            step_id=self._steps[number - 1].id,
            kind=note.kind,
            severity=note.severity,
            feeling=note.feeling,
            scene=note.scene,
            tags=note.tags,
            is_legal=note.is_legal,
        )
        sign = {1: "+", 0: "0", -1: "−"}[note.valence]
        self.preview.setText(f"{sign}  {placed_words(self._context, self._bridge, draft, number)}")
        self._show_warning(note.text)

    def _show_warning(self, text: str) -> None:
        found = privacy.findings(text, self._bridge.private_names) if text else []
        self.warning.setVisible(bool(found))
        if found:
            t = self._context.texts
            kinds = ", ".join(dict.fromkeys(t(privacy.KIND_TEXTS[one.kind]) for one in found))
            self.warning.setText(t("study_ui.personal_data", kinds=kinds))

    def _made_row(self, remark: object) -> NoteRow:
        assert isinstance(remark, Observation)
        return NoteRow(self._context, self._bridge, remark, lambda step_id: self._numbers.get(step_id, 0))
