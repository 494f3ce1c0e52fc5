"""What citizens were asked and what they answered: the study, consent, talks, questions, answers, patterns, verdicts.

No record holds a name: people are participants with a code, and the key to the codes is never in the sprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sprint.frozen import dataclass
from sprint.records.base import Record
from sprint.records.kinds import ConsentTick, Instrument, KeyKeeping, PatternState, Scope, StudyTextKind, Verdict

STUDY_ID = "study"


@dataclass(frozen=True, kw_only=True)
class Study(Record):
    """The study as a whole: one record, with the id "study".

    Who is responsible and how to reach them are for the letter (GDPR art. 13). `withdrawn` counts the people who took
    their part back: the only thing that is left of them, but for `withdrawn_marks`, hashes that keep an older copy from
    bringing them in again. The dates (ISO) say until when each kind of data is kept.
    """

    TABLE: ClassVar[str] = "study"

    situation: str = ""
    controller: str = ""
    contact: str = ""
    officer: str = ""
    basis: str = ""
    planned_saved: int = 0
    planned_spent: int = 0
    key_keeping: KeyKeeping = KeyKeeping.NONE
    withdrawn: int = 0
    withdrawn_marks: tuple[str, ...] = ()
    key_until: str = ""
    notes_until: str = ""
    recordings_until: str = ""
    report_until: str = ""


@dataclass(frozen=True, kw_only=True)
class StudyText(Record):
    """One version of the information letter or the consent form; a version that somebody agreed to never changes."""

    TABLE: ClassVar[str] = "study_texts"

    kind: StudyTextKind = StudyTextKind.LETTER
    language: str = "nl"
    version: int = 1
    text: str = ""
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class Consent(Record):
    """What a participant agreed to, on which texts (by SHA-256 of their words), when, and who explained it.

    A new consent replaces an older one of the same participant; both are kept as proof (GDPR art. 7).
    """

    TABLE: ClassVar[str] = "consents"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY
    REFERENCES: ClassVar[Mapping[str, str]] = {"participant_id": "participants"}

    participant_id: str
    ticks: tuple[str, ...] = ()
    letter_version: int = 0
    letter_sha256: str = ""
    form_version: int = 0
    form_sha256: str = ""
    on: str = ""
    explained_by: str = ""
    form_kept: str = ""

    def allows(self, tick: ConsentTick) -> bool:
        """Whether the participant ticked this."""
        return tick.value in self.ticks


@dataclass(frozen=True, kw_only=True)
class Interview(Record):
    """A talk that was held: when it began and ended, the seconds of each act, and the debrief in four answers."""

    TABLE: ClassVar[str] = "interviews"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY
    REFERENCES: ClassVar[Mapping[str, str]] = {"participant_id": "participants"}

    participant_id: str
    block_id: str = ""
    room: str = ""
    interviewer: str = ""
    note_takers: tuple[str, ...] = ()
    is_recorded: bool = False
    began_at: str = ""
    ended_at: str = ""
    act: int = 0
    act_began_at: str = ""
    act_seconds: tuple[int, ...] = ()
    went_well: str = ""
    went_badly: str = ""
    surprise: str = ""
    to_change: str = ""


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """One question of a questionnaire: an item of an instrument or own words, about a journey, a step or an idea.

    `item` names the item within its instrument ("E1", "SUS4", "" for an own question); `rule` names the way of counting
    where several are in use. The same item asked about two journeys is two questions that can be compared.
    """

    TABLE: ClassVar[str] = "questions"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys", "step_id": "steps", "note_id": "notes"}

    order: int = 0
    instrument: Instrument = Instrument.OWN
    item: str = ""
    text: str = ""
    opposite: str = ""
    lowest: int = 1
    highest: int = 7
    low_label: str = ""
    high_label: str = ""
    rule: str = ""
    journey_id: str = ""
    step_id: str = ""
    note_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    """What one participant answered: a number, for a Kano pair two, or words; None where the question was left open."""

    TABLE: ClassVar[str] = "answers"
    REFERENCES: ClassVar[Mapping[str, str]] = {"question_id": "questions", "participant_id": "participants"}

    question_id: str
    participant_id: str
    value: float | None = None
    opposite: float | None = None
    text: str = ""
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class Pattern(Record):
    """The same thing marked with several citizens; it may become an insight, and that an advice with an owner.

    `card_id` is the card that an accepted advice became on the desired journey; `reason` says why it was turned down.
    """

    TABLE: ClassVar[str] = "patterns"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "step_id": "steps",
        "observation_ids": "observations",
        "card_id": "cards",
    }

    order: int = 0
    title: str = ""
    step_id: str = ""
    observation_ids: tuple[str, ...] = ()
    state: PatternState = PatternState.MARKED
    insight: str = ""
    advice: str = ""
    owner: str = ""
    card_id: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SprintAnswer(Record):
    """The answer to a sprint question, with the remarks, patterns and questions of the survey it rests on."""

    TABLE: ClassVar[str] = "sprint_answers"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "note_id": "notes",
        "observation_ids": "observations",
        "pattern_ids": "patterns",
        "question_ids": "questions",
    }

    note_id: str
    verdict: Verdict = Verdict.UNKNOWN
    reason: str = ""
    observation_ids: tuple[str, ...] = ()
    pattern_ids: tuple[str, ...] = ()
    question_ids: tuple[str, ...] = ()
