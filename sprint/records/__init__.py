"""The records a sprint is made of: immutable rows, named as the field names them.

References to other records are ids; an empty string means "none". Fields that a newer program wrote and this one does
not know are kept in `extra`, so that they survive a round trip.
"""

from __future__ import annotations

from sprint.records.base import Json, Record, filled, references
from sprint.records.citizens import Observation, Participant
from sprint.records.journey import Card, DismissedAdvice, Journey, Link, Persona, Phase, Picture, Step
from sprint.records.kinds import (
    BASIC_LANES,
    Channel,
    Evidence,
    Freedom,
    Initiator,
    JourneyKind,
    Lane,
    LinkKind,
    NoteKind,
    RemarkKind,
    RunState,
    Scope,
    StepKind,
    Track,
)
from sprint.records.programme import (
    SPRINT_ID,
    Block,
    Day,
    Decision,
    Draft,
    Moment,
    Note,
    ParkedItem,
    Person,
    Preparation,
    Sprint,
    TimerRun,
)

RECORD_TYPES: tuple[type[Record], ...] = (
    Sprint,
    Day,
    Block,
    TimerRun,
    Moment,
    Person,
    Persona,
    Journey,
    Phase,
    Step,
    Link,
    Picture,
    Card,
    DismissedAdvice,
    Participant,
    Observation,
    Note,
    Decision,
    ParkedItem,
    Preparation,
    Draft,
)

__all__ = [
    "BASIC_LANES",
    "RECORD_TYPES",
    "SPRINT_ID",
    "Block",
    "Card",
    "Channel",
    "Day",
    "Decision",
    "DismissedAdvice",
    "Draft",
    "Evidence",
    "Freedom",
    "Initiator",
    "Journey",
    "JourneyKind",
    "Json",
    "Lane",
    "Link",
    "LinkKind",
    "Moment",
    "Note",
    "NoteKind",
    "Observation",
    "ParkedItem",
    "Participant",
    "Person",
    "Persona",
    "Phase",
    "Picture",
    "Preparation",
    "Record",
    "RemarkKind",
    "RunState",
    "Scope",
    "Sprint",
    "Step",
    "StepKind",
    "TimerRun",
    "Track",
    "filled",
    "references",
]
