"""The page of a talk: choose who it is with, follow the guide, write along, and fill in the debrief afterwards."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.interviews import (
    begin_interview,
    end_interview,
    go_to_act,
    record_interview,
)
from sprint.edits.study import mark_came
from sprint.journeys import journey_of_kind, steps_of
from sprint.records import (
    Attendance,
    Consent,
    ConsentTick,
    Interview,
    Journey,
    JourneyKind,
    Note,
    Observation,
    Participant,
    Step,
)
from sprint.study.consent import allows
from sprint.study.guide import guide_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.debrief import DebriefSheet
from ui.study.guide_panel import GuidePanel
from ui.study.note_desk import NoteDesk
from ui.study.participant_form import ATTENDANCE_KEYS
from ui.study.people import code_words, participants_of, who_is
from ui.study.step_list import StepList
from ui.study.tab import StudyTab
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField, LineField

_SECOND_MS = 1_000
_GUIDE_PX, _STEPS_PX = 300, 232
_LEAST_GUIDE_PX = 120
_NARROW_PX = 1_000
_ABOUT_ACT = 2
_SHOWN_ATTENDANCE = (Attendance.CAME, Attendance.ABSENT, Attendance.CANCELLED)


class InterviewTab(StudyTab):
    """One talk at a time; those in another room are one choice away and their clocks go on."""

    MINDS = (Participant, Interview, Observation, Consent, Step, Journey, Note)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._kind = JourneyKind.TO_BE
        self._act_seen = 0
        self.block_id = ""
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(lambda: self.guide.tick(bridge.utc_now()))
        self.who = ChoiceField(context, self)
        self.room, self.taker = LineField(self), LineField(self)
        self.begin = Button(context, "study_ui.begin", kind="primary", icon="play")
        self.next = Button(context, "study_ui.next_act")
        self.end = Button(context, "study_ui.end_talk")
        self.recorded = CheckBox(context, self)
        self.state = Chip(context)
        self.consent = Button(context, "study_ui.to_consent", kind="link")
        self.guide = GuidePanel(context, self)
        self.debrief = DebriefSheet(context, bridge, self)
        self.desk = NoteDesk(context, bridge, self)
        self.steps = StepList(context, self)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 8)
        outer.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.who.setMinimumWidth(256)
        self.room.setMaximumWidth(100)
        self.taker.setMaximumWidth(90)
        for part in (self.who, self.room, self.taker, self.begin, self.next, self.end):
            top.addWidget(part)
        top.addWidget(self.recorded)
        top.addWidget(self.state)
        top.addWidget(self.consent)
        top.addStretch(1)
        outer.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._left = ScrollColumn(self, margin=0)
        self.guide.setMinimumHeight(_LEAST_GUIDE_PX)
        self._left.column.addWidget(self.debrief)
        self._left.column.addWidget(self.guide, 1)
        row.addWidget(self._left)
        row.addWidget(self.desk, 1)
        row.addWidget(self.steps)
        outer.addLayout(row, 1)

    def _listen(self) -> None:
        self.who.chosen.connect(lambda _who: self._on_who())
        self.begin.clicked.connect(self._begin)
        self.next.clicked.connect(lambda: self._go_to_act((self.talk.act if self.talk else 0) + 1))
        self.end.clicked.connect(self._end)
        self.recorded.clicked.connect(self._record)
        self.consent.clicked.connect(lambda: self.task_requested.emit("consent"))
        self.guide.act_chosen.connect(self._go_to_act)
        self.desk.step_changed.connect(lambda _step: self._show_steps())
        self.desk.journey_asked.connect(self.switch_journey)
        self.steps.chosen.connect(self._on_step)
        self.taker.left.connect(self._show_desk)

    # ---- what it is about

    @property
    def participant_id(self) -> str:
        """The id of who the talk is with, "" when nobody is chosen."""
        return str(self.who.currentData() or "")

    @property
    def talk(self) -> Interview | None:
        """The newest talk with this participant, None before it begins."""
        if not self.participant_id:
            return None
        talks = self.document.referrers(Interview, self.participant_id)
        return max(talks, key=lambda talk: (talk.began_at, talk.id), default=None)

    def choose(self, participant_id: str) -> None:
        """Take the page to a participant."""
        self.who.show_value(participant_id)
        self._on_who()

    def switch_journey(self) -> None:
        """Write at the other journey: what a citizen tells about now, what a citizen does with the new one."""
        self._kind = JourneyKind.AS_IS if self._kind is JourneyKind.TO_BE else JourneyKind.TO_BE
        self.desk.current = 1
        self._show_desk()

    def take_focus(self) -> None:
        """Write at once, or choose who it is with."""
        target: QWidget = self.desk.field if self.desk.field.isEnabled() else self.who
        target.setFocus()

    # ---- showing

    def refresh(self) -> None:
        """Show everything as it is now."""
        t = self.context.texts
        people = participants_of(self.document)
        self.who.show_choices([(who.id, self._who_words(who)) for who in people])
        self.who.setAccessibleName(t("study_ui.talk_with"))
        self.room.setPlaceholderText(t("study_ui.room"))
        self.room.setAccessibleName(t("study_ui.room"))
        self.taker.setPlaceholderText(t("study_ui.note_taker_short"))
        self.taker.setAccessibleName(t("study_ui.note_taker"))
        self.recorded.setText(t("study_ui.recorded"))
        self.desk.say()
        self._show_talk()

    def on_diff(self, diff: Diff) -> None:
        """Keep the words in the fields; a note only moves the list."""
        kinds = {type(record) for change in diff.changes.values() for record in change if record is not None}
        if kinds <= {Observation}:
            self._show_desk()
        else:
            self.refresh()

    def _who_words(self, who: Participant) -> str:
        t = self.context.texts
        parts = [code_words(self.context, who), t(f"kind.track.{who.track.value}")]
        if who.attendance in _SHOWN_ATTENDANCE:
            parts.append(t(ATTENDANCE_KEYS[who.attendance]))
        return " · ".join(part for part in parts if part)

    def _show_talk(self) -> None:
        talk, who = self.talk, who_is(self.document, self.participant_id)
        is_on = talk is not None and not talk.ended_at
        may = not self.bridge.is_read_only and who is not None
        has_consent = who is not None and all(
            allows(self.document, who.id, tick) for tick in (ConsentTick.TAKE_PART, ConsentTick.NOTES)
        )
        if not self.room.hasFocus():
            self.room.show_text((talk.room if talk is not None else "") or (who.room if who is not None else ""))
        self.room.setEnabled(may and talk is None)
        self.begin.setVisible(talk is None)
        self.begin.setEnabled(may and has_consent)
        self.next.setVisible(is_on and talk is not None and talk.act < len(self.guide.parts))
        self.end.setVisible(is_on)
        self.consent.setVisible(may and not has_consent)
        self._show_recording(talk, is_on=is_on)
        self._show_state(talk, has_consent=has_consent)
        self.debrief.setVisible(talk is not None and bool(talk.ended_at))
        if talk is not None and talk.ended_at:
            self.debrief.show_talk(talk)
        self._follow_act(talk)
        self.guide.show_talk(guide_of(self.document, self.context.texts.translator), talk, self.bridge.utc_now())
        self._run_clock()
        self._show_desk()

    def _show_recording(self, talk: Interview | None, *, is_on: bool) -> None:
        ticks = (ConsentTick.AUDIO, ConsentTick.VIDEO)
        may = bool(self.participant_id) and any(allows(self.document, self.participant_id, tick) for tick in ticks)
        self.recorded.setVisible(is_on)
        self.recorded.setEnabled(may and not self.bridge.is_read_only)
        self.recorded.setToolTip("" if may else self.context.texts("study_ui.no_recording"))
        self.recorded.setChecked(talk is not None and talk.is_recorded)

    def _show_state(self, talk: Interview | None, *, has_consent: bool) -> None:
        t = self.context.texts
        if talk is None:
            self.state.setVisible(bool(self.participant_id) and not has_consent)
            self.state.show_state(t("study_ui.no_consent_yet"), "warn", "warning")
        else:
            self.state.setVisible(bool(talk.ended_at))
            self.state.show_state(t("study_ui.talk_ended"), "good", "check")

    def _follow_act(self, talk: Interview | None) -> None:
        """What is told about the last time lies on the present journey, what is shown on the desired one."""
        act = talk.act if talk is not None else 0
        if act != self._act_seen:
            self._act_seen = act
            self._kind = JourneyKind.AS_IS if act in (1, _ABOUT_ACT) else JourneyKind.TO_BE

    def _show_desk(self) -> None:
        self.desk.show_talk(self.participant_id, self._the_steps(), self.taker.text().strip())
        self._show_steps()

    def _the_steps(self) -> list[Step]:
        other = JourneyKind.AS_IS if self._kind is JourneyKind.TO_BE else JourneyKind.TO_BE
        journey = journey_of_kind(self.document, self._kind) or journey_of_kind(self.document, other)
        return steps_of(self.document, journey.id) if journey is not None else []

    def _show_steps(self) -> None:
        t = self.context.texts
        notes = [note for note in self.document.table(Observation).values() if note.participant_id]
        counts: dict[str, int] = {}
        for note in notes:
            if note.participant_id == self.participant_id:
                counts[note.step_id] = counts.get(note.step_id, 0) + 1
        title = t("study_ui.steps_now") if self._kind is JourneyKind.AS_IS else t("study_ui.steps_later")
        self.steps.show_steps(title, self._the_steps(), counts, self.desk.current)

    # ---- doing

    def _on_who(self) -> None:
        self._act_seen = 0
        self.desk.current = 1
        self._show_talk()

    def _on_step(self, number: int) -> None:
        self.desk.go_to(number)
        self.desk.field.setFocus()

    def _begin(self) -> None:
        taker = self.taker.text().strip()
        self.tried(
            lambda: begin_interview(
                self.document,
                self.bridge.ids,
                self.participant_id,
                at=self.bridge.utc_now(),
                room=self.room.text().strip(),
                note_takers=(taker,) if taker else (),
                block_id=self.block_id,
            )
        )
        self._came()
        self.desk.field.setFocus()

    def _came(self) -> None:
        """Whoever talks has come; one undo takes that back and leaves the talk."""
        if self.talk is not None:
            self.tried(lambda: mark_came(self.document, self.participant_id))

    def _go_to_act(self, act: int) -> None:
        talk = self.talk
        if talk is not None and not talk.ended_at:
            self.tried(lambda: go_to_act(self.document, talk.id, act, at=self.bridge.utc_now()))
            self.desk.field.setFocus()

    def _end(self) -> None:
        talk = self.talk
        if talk is not None:
            self.tried(lambda: end_interview(self.document, talk.id, at=self.bridge.utc_now()))
            self._came()
            self.debrief.fields["went_well"].setFocus()

    def _record(self, is_on: bool) -> None:
        talk = self.talk
        if talk is not None:
            self.tried(lambda: record_interview(self.document, talk.id, is_on))
            self._show_talk()

    # ---- the clock and the room there is

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock be seen."""
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock; the talk goes on."""
        super().hideEvent(event)
        self._tick.stop()

    def _run_clock(self) -> None:
        talk = self.talk
        if self.isVisible() and talk is not None and not talk.ended_at:
            self._tick.start()
        else:
            self._tick.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the guide less room where there is little."""
        super().resizeEvent(event)
        spare = max(0, self.width() - _NARROW_PX) // 4
        self._left.setFixedWidth(_GUIDE_PX - 40 + min(140, spare))
        self.steps.setFixedWidth(_STEPS_PX - 20 + min(100, spare))
