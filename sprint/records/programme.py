"""The sprint as a whole: its days, blocks and clock, its team, and what the exercises leave behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sprint.frozen import dataclass
from sprint.records.base import Record
from sprint.records.kinds import NoteKind, RunState, Scope

SPRINT_ID = "sprint"


@dataclass(frozen=True, kw_only=True)
class Sprint(Record):
    """The sprint itself: one record, with the id "sprint"; the target is the moment and the persona it is about."""

    TABLE: ClassVar[str] = "sprint"
    REFERENCES: ClassVar[Mapping[str, str]] = {"target_step_id": "steps", "target_persona_id": "personas"}

    title: str = ""
    challenge: str = ""
    organisation: str = ""
    place: str = ""
    language: str = "nl"
    programme: str = "four_day"
    target_step_id: str = ""
    target_persona_id: str = ""
    target_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Day(Record):
    """One of the days: its title, the question of the day, its date (ISO, or empty), when it starts and ends ("09:30").

    `end` is when the room must be empty ("" when nobody said so); `decider` are the stretches in which the Decider is
    there ("15:45-16:50"). When a re-plan was taken, the timetable behind the block `settled_id` (the start of the day
    when empty) goes on at `settled_at`. `ready` is what lies ready ("sheet:agenda", "material:tape").
    """

    TABLE: ClassVar[str] = "days"
    REFERENCES: ClassVar[Mapping[str, str]] = {"settled_id": "blocks"}

    order: int = 0
    title: str = ""
    motto: str = ""
    date: str = ""
    start: str = "09:30"
    end: str = ""
    decider: tuple[str, ...] = ()
    settled_id: str = ""
    settled_at: str = ""
    ready: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Block(Record):
    """One exercise or break on the timetable; `exercise` names a file of the catalogue, `title` overrides its name.

    `least`, `most` (minutes) and `priority` (1 carries the sprint, 3 is welcome) are 0 and `skippable` is None where
    the exercise itself says it. `fixed` is the reason why the start may not move from `fixed_at` ("12:25"). `room` is
    where it is held; a parallel block starts together with the block before it. `planned_minutes` is what it had
    before a re-plan changed `minutes` (0 when none did).
    """

    TABLE: ClassVar[str] = "blocks"
    REFERENCES: ClassVar[Mapping[str, str]] = {"day_id": "days"}

    day_id: str
    order: int = 0
    exercise: str = ""
    title: str = ""
    minutes: int = 15
    skipped: bool = False
    least: int = 0
    most: int = 0
    priority: int = 0
    skippable: bool | None = None
    fixed: str = ""
    fixed_at: str = ""
    room: str = ""
    is_parallel: bool = False
    planned_minutes: int = 0
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class TimerRun(Record):
    """A block on the clock.

    `counted_seconds` is what was counted up to the anchors; since then it runs (when running). The anchors are the
    seconds since boot of the boot `boot_id`, and the wall clock (UTC, seconds since 1970): see `sprint.clock`.
    `added_seconds` of `planned_seconds` were given on the way (+1, +5); `skipped_seconds` went by but do not count (a
    sleep over lunch); `step_offset` moves the step clock when the facilitator jumps to a step.
    """

    TABLE: ClassVar[str] = "timer_runs"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY
    REFERENCES: ClassVar[Mapping[str, str]] = {"block_id": "blocks"}

    block_id: str
    state: RunState = RunState.RUNNING
    planned_seconds: float = 0.0
    counted_seconds: float = 0.0
    boot_id: str = ""
    boot_anchor: float = 0.0
    wall_anchor: float = 0.0
    started_at: str = ""
    finished_at: str = ""
    added_seconds: float = 0.0
    skipped_seconds: float = 0.0
    step_offset: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Moment(Record):
    """A named moment ("Day 1 closed"): the state after commit `seq` can be looked at and restored."""

    TABLE: ClassVar[str] = "moments"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY

    name: str = ""
    at: str = ""
    seq: int = 0


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody of the team, with the role in the sprint, the job at home and the days on which they cannot come."""

    TABLE: ClassVar[str] = "people"
    REFERENCES: ClassVar[Mapping[str, str]] = {"away_ids": "days"}

    order: int = 0
    name: str = ""
    role: str = ""
    job: str = ""
    away_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """A note of an exercise: one line, one idea; it may lie on a heap, be about a step, a persona or another note.

    `about_id` is the note it answers: a highlight of a sketch, a part of a plan. `origin_id` is the note of an earlier
    exercise it was made of. `source` says where it comes from (of a demo, of an assumption) or with what it is made (of
    a prototype). `x` and `y`, 0 … 1, are its place on a matrix; `mark` what the team guesses of it (a Kano letter, a
    verdict). `is_hidden` keeps it from the room screen and from every copy that leaves the team.
    """

    TABLE: ClassVar[str] = "notes"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "block_id": "blocks",
        "person_id": "people",
        "step_id": "steps",
        "persona_id": "personas",
        "cluster_id": "clusters",
        "about_id": "notes",
        "origin_id": "notes",
        "picture_ids": "pictures",
    }

    block_id: str = ""
    person_id: str = ""
    kind: NoteKind = NoteKind.NOTE
    order: int = 0
    text: str = ""
    cluster_id: str = ""
    votes: int = 0
    step_id: str = ""
    persona_id: str = ""
    about_id: str = ""
    origin_id: str = ""
    picture_ids: tuple[str, ...] = ()
    valence: int = 0
    owner: str = ""
    source: str = ""
    is_done: bool = False
    is_hidden: bool = False
    x: float | None = None
    y: float | None = None
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """What was decided, by whom and why."""

    TABLE: ClassVar[str] = "decisions"
    REFERENCES: ClassVar[Mapping[str, str]] = {"block_id": "blocks"}

    block_id: str = ""
    order: int = 0
    text: str = ""
    reason: str = ""
    decided_by: str = ""
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class ParkedItem(Record):
    """Something for later: where it came up, whose it is and when it comes back."""

    TABLE: ClassVar[str] = "parked_items"
    REFERENCES: ClassVar[Mapping[str, str]] = {"block_id": "blocks"}

    order: int = 0
    text: str = ""
    owner: str = ""
    back_when: str = ""
    is_done: bool = False
    block_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Preparation(Record):
    """Something to do before the sprint: what the checklist calls it (`task`) or own words, by when (ISO), by whom."""

    TABLE: ClassVar[str] = "preparations"

    order: int = 0
    task: str = ""
    text: str = ""
    due: str = ""
    owner: str = ""
    is_done: bool = False


@dataclass(frozen=True, kw_only=True)
class Draft(Record):
    """Words that are being typed for a next note, card or remark; kept so that a crash takes not even those.

    The id says where they belong (see `sprint.edits.drafts`). It is a fact and no edit: nothing undoes typing here.
    """

    TABLE: ClassVar[str] = "drafts"
    SCOPE: ClassVar[Scope] = Scope.RECORD_ONLY

    text: str = ""
