"""The journey as a graph: steps are nodes, links are edges, cards hang under steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sprint.frozen import dataclass
from sprint.records.base import Record
from sprint.records.kinds import (
    Channel,
    Evidence,
    Freedom,
    Initiator,
    JourneyKind,
    Lane,
    LinkKind,
    StepKind,
    Track,
)


@dataclass(frozen=True, kw_only=True)
class Persona(Record):
    """A fictional citizen through whose eyes a journey is drawn.

    `ability` is what the person can manage now (doenvermogen), `worth` what time well saved or well spent means here,
    `overlooked` who resembles this person and is seldom asked. `interviews` is how many talks the sheet rests on;
    0 is an assumption. The picture never shows somebody who was interviewed.
    """

    TABLE: ClassVar[str] = "personas"
    REFERENCES: ClassVar[Mapping[str, str]] = {"picture_id": "pictures"}

    order: int = 0
    name: str = ""
    situation: str = ""
    goal: str = ""
    quote: str = ""
    needs: str = ""
    track: Track = Track.OPEN
    evidence: Evidence = Evidence.ASSUMED
    channel: Channel = Channel.NONE
    channel_skill: str = ""
    language: str = ""
    ability: str = ""
    supports: str = ""
    fears: str = ""
    accessibility: str = ""
    worth: str = ""
    overlooked: str = ""
    interviews: int = 0
    picture_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Journey(Record):
    """One journey: as it is or as it should be, for some personas, possibly forked from another.

    `lanes` are the values of the lanes that are switched on, empty for the basic ones (`sprint.lanes`). A persona takes
    a track per situation: who stands in `saved_ids` or `spent_ids` takes that track in this journey, whatever the sheet
    says. The targets are school marks (1 … 10) that the team sets per track.
    """

    TABLE: ClassVar[str] = "journeys"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "persona_ids": "personas",
        "origin_id": "journeys",
        "saved_ids": "personas",
        "spent_ids": "personas",
    }

    order: int = 0
    title: str = ""
    kind: JourneyKind = JourneyKind.AS_IS
    persona_ids: tuple[str, ...] = ()
    origin_id: str = ""
    situation: str = ""
    lanes: tuple[str, ...] = ()
    saved_ids: tuple[str, ...] = ()
    spent_ids: tuple[str, ...] = ()
    target_saved: float = 7.0
    target_spent: float = 9.0


@dataclass(frozen=True, kw_only=True)
class Phase(Record):
    """A named group of steps, in time order; `lineage` is shared by the versions of one phase in several journeys.

    `expected_days` is how long it takes, `term_days` how long the law allows; 0 when unknown.
    """

    TABLE: ClassVar[str] = "phases"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys"}

    journey_id: str
    order: int = 0
    title: str = ""
    lineage: str = ""
    expected_days: int = 0
    term_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Step(Record):
    """One step of a citizen; a node of the graph.

    `order` sorts within the phase; `row` 0 is the main route, 1, 2 … are alternatives below it. `lineage` is shared by
    the versions of one step in several journeys. `feeling` is the team's assumption, −3 … +3, None when unknown.
    A step with a `truth_reason` is a moment of truth.

    `persona_ids` are those who take the step, empty for everybody. `is_deviation`: the citizen is pushed off the normal
    way. `cost_cents` is what the citizen pays here. `meanwhile` is what a citizen hears during a wait. The law:
    `freedom`, `statute`, `term_days` (0 when there is none), `objection` (where and until when), and `manner`: what can
    be kind although the decision stands. `influence` is what the citizen can change. A step with both pins was put
    there by hand, in the units of the layout, and tidying leaves it there.
    """

    TABLE: ClassVar[str] = "steps"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "journey_id": "journeys",
        "phase_id": "phases",
        "persona_ids": "personas",
    }

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
    persona_ids: tuple[str, ...] = ()
    initiator: Initiator = Initiator.UNKNOWN
    is_deviation: bool = False
    cost_cents: int = 0
    meanwhile: str = ""
    freedom: Freedom = Freedom.UNKNOWN
    statute: str = ""
    term_days: int = 0
    objection: str = ""
    manner: str = ""
    influence: str = ""
    pin_x: float | None = None
    pin_y: float | None = None


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
    """A picture of the sprint; the pixels live in the media folder under their hash.

    One that was cut out, turned or made white knows the picture as it came in (`origin_id`), which is kept.
    """

    TABLE: ClassVar[str] = "pictures"
    REFERENCES: ClassVar[Mapping[str, str]] = {"origin_id": "pictures"}

    sha256: str = ""
    extension: str = ""
    width: int = 0
    height: int = 0
    caption: str = ""
    origin_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Card(Record):
    """A text under a step, in one of the lanes; an opportunity has an owner and a measure that shows it worked.

    `origin_id` is the note whose words or drawing were taken over, when the storyboard was made of pieces.
    """

    TABLE: ClassVar[str] = "cards"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "journey_id": "journeys",
        "step_id": "steps",
        "picture_id": "pictures",
        "origin_id": "notes",
    }

    journey_id: str
    step_id: str
    lane: Lane = Lane.THOUGHT
    order: int = 0
    text: str = ""
    owner: str = ""
    picture_id: str = ""
    measure: str = ""
    origin_id: str = ""


@dataclass(frozen=True, kw_only=True)
class DismissedAdvice(Record):
    """A piece of advice that the team put aside, and why; without a step it is about the journey."""

    TABLE: ClassVar[str] = "dismissed_advice"
    REFERENCES: ClassVar[Mapping[str, str]] = {"journey_id": "journeys", "step_id": "steps"}

    journey_id: str
    step_id: str = ""
    rule: str = ""
    reason: str = ""
    at: str = ""
