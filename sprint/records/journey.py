"""The journey as a graph: steps are nodes, links are edges, cards hang under steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from sprint.records.base import Record
from sprint.records.kinds import Channel, Evidence, JourneyKind, Lane, LinkKind, StepKind, Track


@dataclass(frozen=True, kw_only=True)
class Persona(Record):
    """A fictional citizen through whose eyes a journey is drawn."""

    TABLE: ClassVar[str] = "personas"

    order: int = 0
    name: str = ""
    situation: str = ""
    goal: str = ""
    quote: str = ""
    needs: str = ""
    track: Track = Track.OPEN
    evidence: Evidence = Evidence.ASSUMED


@dataclass(frozen=True, kw_only=True)
class Journey(Record):
    """One journey: as it is or as it should be, for some personas, possibly forked from another."""

    TABLE: ClassVar[str] = "journeys"
    REFERENCES: ClassVar[Mapping[str, str]] = {"persona_ids": "personas", "origin_id": "journeys"}

    order: int = 0
    title: str = ""
    kind: JourneyKind = JourneyKind.AS_IS
    persona_ids: tuple[str, ...] = ()
    origin_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Phase(Record):
    """A named group of steps, in time order."""

    TABLE: ClassVar[str] = "phases"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys"}

    journey_id: str
    order: int = 0
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Step(Record):
    """One step of a citizen; a node of the graph.

    `order` sorts within the phase; `row` 0 is the main route, 1, 2 … are alternatives below it. `lineage` is shared by
    the versions of one step in several journeys. `feeling` is the team's assumption, −3 … +3, None when unknown.
    A step with a `truth_reason` is a moment of truth.
    """

    TABLE: ClassVar[str] = "steps"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys", "phase_id": "phases"}

    journey_id: str
    phase_id: str
    order: int = 0
    row: int = 0
    lineage: str = ""
    title: str = ""
    kind: StepKind = StepKind.STEP
    channel: Channel = Channel.NONE
    actor: str = ""
    wait_days: int = 0
    minutes: int = 0
    feeling: int | None = None
    truth_reason: str = ""
    legal_frame: str = ""
    who_decides: str = ""
    left_out: str = ""
    track: Track = Track.OPEN
    evidence: Evidence = Evidence.ASSUMED


@dataclass(frozen=True, kw_only=True)
class Link(Record):
    """An arrow between two steps of one journey; an edge keyed by its own id, so that parallels are possible."""

    TABLE: ClassVar[str] = "links"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys", "source": "steps", "target": "steps"}

    journey_id: str
    source: str
    target: str
    kind: LinkKind = LinkKind.NEXT
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Picture(Record):
    """A picture of the sprint; the pixels live in the media folder under their hash."""

    TABLE: ClassVar[str] = "pictures"

    sha256: str = ""
    extension: str = ""
    width: int = 0
    height: int = 0
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class Card(Record):
    """A text under a step, in one of the lanes; an opportunity has an owner."""

    TABLE: ClassVar[str] = "cards"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "journey_id": "journeys",
        "step_id": "steps",
        "picture_id": "pictures",
    }

    journey_id: str
    step_id: str
    lane: Lane = Lane.THOUGHT
    order: int = 0
    text: str = ""
    owner: str = ""
    picture_id: str = ""
