"""The sprint as a whole: its days, blocks and clock, its team, and what the exercises leave behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from sprint.records.base import Record
from sprint.records.kinds import NoteKind, RunState, Scope

SPRINT_ID = "sprint"


@dataclass(frozen=True, kw_only=True)
class Sprint(Record):
    """The sprint itself: one record, with the id "sprint"."""

    TABLE: ClassVar[str] = "sprint"

    title: str = ""
    challenge: str = ""
    organisation: str = ""
    place: str = ""
    language: str = "nl"
    programme: str = "four_day"


@dataclass(frozen=True, kw_only=True)
class Day(Record):
    """One of the days: its title, the question of the day, its date (ISO, or empty) and when it starts ("09:30")."""

    TABLE: ClassVar[str] = "days"

    order: int = 0
    title: str = ""
    motto: str = ""
    date: str = ""
    start: str = "09:30"


@dataclass(frozen=True, kw_only=True)
class Block(Record):
    """One exercise or break on the timetable; `exercise` names a file of the catalogue, `title` overrides its name."""

    TABLE: ClassVar[str] = "blocks"
    REFERENCES: ClassVar[Mapping[str, str]] = {"day_id": "days"}

    day_id: str
    order: int = 0
    exercise: str = ""
    title: str = ""
    minutes: int = 15
    skipped: bool = False


@dataclass(frozen=True, kw_only=True)
class TimerRun(Record):
    """A block on the clock.

    `counted_seconds` is what was counted up to the anchors; since then it runs (when running). The anchors are the
    seconds since boot of the boot `boot_id`, and the wall clock (UTC, seconds since 1970): see `sprint.clock`.
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
    """Somebody of the team, with the role in the sprint and the job at home."""

    TABLE: ClassVar[str] = "people"

    order: int = 0
    name: str = ""
    role: str = ""
    job: str = ""


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """A note of an exercise: one line, one idea; `votes` counts the dots it got."""

    TABLE: ClassVar[str] = "notes"
    REFERENCES: ClassVar[Mapping[str, str]] = {"block_id": "blocks", "person_id": "people"}

    block_id: str = ""
    person_id: str = ""
    kind: NoteKind = NoteKind.NOTE
    order: int = 0
    text: str = ""
    cluster: str = ""
    votes: int = 0


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
    """Something for later: whose it is and when it comes back."""

    TABLE: ClassVar[str] = "parked_items"

    order: int = 0
    text: str = ""
    owner: str = ""
    back_when: str = ""
    is_done: bool = False
