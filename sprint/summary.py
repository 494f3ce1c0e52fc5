"""What a sprint shows, as plain facts for the summary, the comparison and the screen; nothing here is worded."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.contact import is_contact
from sprint.insight.emotion import EmotionSummary, summarise
from sprint.journeys import cards_of, links_of, main_route, remarks_of, steps_of
from sprint.records import (
    Card,
    Channel,
    ConsentTick,
    Evidence,
    Lane,
    LinkKind,
    Observation,
    Participant,
    Person,
    RemarkKind,
    Step,
    Track,
)
from sprint.study.consent import forbids


@dataclass(frozen=True)
class JourneyFigures:
    """A journey in numbers; all but the hand-overs count the main route only (method, chapter 12, check 9)."""

    steps: int
    other_steps: int
    contacts: int
    letters: int
    wait_days: int
    longest_wait: int
    hand_overs: int
    assumed: int
    feelings: EmotionSummary | None


def figures_of(document: Document, journey_id: str) -> JourneyFigures:
    """Count what a journey asks of a citizen."""
    every = steps_of(document, journey_id)
    steps = main_route(document, journey_id)
    return JourneyFigures(
        steps=len(steps),
        other_steps=len(every) - len(steps),
        contacts=sum(is_contact(step) for step in steps),
        letters=sum(step.channel is Channel.LETTER for step in steps),
        wait_days=sum(step.wait_days for step in steps),
        longest_wait=max((step.wait_days for step in steps), default=0),
        hand_overs=sum(link.kind is LinkKind.HAND_OVER for link in links_of(document, journey_id)),
        assumed=sum(step.evidence is Evidence.ASSUMED for step in steps),
        feelings=summarise(steps),
    )


class Fate(StrEnum):
    """What happens to a step between two journeys."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"
    NEW = "new"


def fates_of(document: Document, before_id: str, after_id: str) -> dict[str, Fate]:
    """Tell for every step of both journeys what happens to it; versions of one step share a lineage."""
    before = {step.lineage or step.id: step for step in steps_of(document, before_id)}
    after = {step.lineage or step.id: step for step in steps_of(document, after_id)}
    fates: dict[str, Fate] = {}
    for lineage, step in before.items():
        later = after.get(lineage)
        if later is None:
            fates[step.id] = Fate.DROPPED
        else:
            fates[step.id] = fates[later.id] = Fate.KEPT if _is_same(step, later) else Fate.CHANGED
    for lineage, step in after.items():
        if lineage not in before:
            fates[step.id] = Fate.NEW
    # Two steps of one journey with one lineage (a step that was split) share its fate.
    for step in [*steps_of(document, before_id), *steps_of(document, after_id)]:
        twin = (before if step.journey_id == before_id else after)[step.lineage or step.id]
        fates.setdefault(step.id, fates[twin.id])
    return fates


def _is_same(step: Step, later: Step) -> bool:
    return (step.title, step.channel, step.wait_days) == (later.title, later.channel, later.wait_days)


@dataclass(frozen=True)
class Pain:
    """A step that hurts, with the cards that say why and what could be done."""

    step: Step
    pains: tuple[Card, ...]
    opportunities: tuple[Card, ...]


def deepest_pains(document: Document, journey_id: str, count: int = 3) -> list[Pain]:
    """Return the steps with pain cards, the worst feeling first, then in time order; unknown feelings come last."""
    found = []
    for step in steps_of(document, journey_id):
        pains = cards_of(document, step.id, Lane.PAIN)
        if pains:
            found.append(Pain(step, tuple(pains), tuple(cards_of(document, step.id, Lane.OPPORTUNITY))))
    found.sort(key=lambda pain: (pain.step.feeling is None, pain.step.feeling or 0))
    return found[:count]


@dataclass(frozen=True)
class StepVoices:
    """How many different citizens said something about a step, and how many of them were glad or sorry."""

    step: Step
    people: int
    glad: int
    sorry: int


@dataclass(frozen=True)
class Quote:
    """The words of a citizen, known by a code, at a step."""

    text: str
    code: str
    track: Track
    step: Step
    valence: int


@dataclass(frozen=True)
class Voices:
    """What citizens said: always n of N, never a percentage of a handful of people."""

    participants: int
    tracks: int
    remarks: int
    heard: int
    steps: tuple[StepVoices, ...]
    quotes: tuple[Quote, ...]


def voices_of(document: Document, journey_ids: Iterable[str]) -> Voices:
    """Gather what citizens said at the steps of these journeys, the most talked about step first."""
    people = document.table(Participant)
    heard: set[str] = set()
    remarks = 0
    steps: list[StepVoices] = []
    quotes: list[Quote] = []
    for journey_id in journey_ids:
        for step in steps_of(document, journey_id):
            found = remarks_of(document, step.id)
            if not found:
                continue
            remarks += len(found)
            heard |= _people(found)
            glad, sorry = (_people(one for one in found if one.valence == sign) for sign in (1, -1))
            steps.append(StepVoices(step, len(_people(found)), len(glad), len(sorry)))
            quotes += [_quote(one, step, people.get(one.participant_id)) for one in found if _is_quote(document, one)]
    steps.sort(key=lambda voices: -voices.people)
    tracks = {person.track for person in people.values() if person.track is not Track.OPEN}
    return Voices(len(people), len(tracks), remarks, len(heard), tuple(steps), _chosen(quotes, steps))


def _people(remarks: Iterable[Observation]) -> set[str]:
    return {remark.participant_id for remark in remarks if remark.participant_id}


def _is_quote(document: Document, remark: Observation) -> bool:
    """Whether these are a citizen's words that may be shown: not hidden, and nobody said no to that."""
    is_said = remark.kind is RemarkKind.QUOTE and bool(remark.text.strip()) and not remark.is_hidden
    return is_said and not forbids(document, remark.participant_id, ConsentTick.QUOTE)


def _quote(remark: Observation, step: Step, person: Participant | None) -> Quote:
    code, track = (person.code, person.track) if person is not None else ("", Track.OPEN)
    return Quote(remark.text.strip(), code, track, step, remark.valence)


def _chosen(quotes: list[Quote], steps: list[StepVoices]) -> tuple[Quote, ...]:
    """Order quotes so that the first few speak of different steps and by different people; none is left out."""
    ranks = {voices.step.id: rank for rank, voices in enumerate(steps)}
    waiting = sorted(quotes, key=lambda quote: ranks[quote.step.id])
    chosen: list[Quote] = []
    while waiting:
        seen_steps: set[str] = set()
        seen_codes: set[str] = set()
        later: list[Quote] = []
        for quote in waiting:
            if quote.step.id in seen_steps or (quote.code and quote.code in seen_codes):
                later.append(quote)
            else:
                chosen.append(quote)
                seen_steps.add(quote.step.id)
                seen_codes.add(quote.code)
        waiting = later
    return tuple(chosen)


def team_roles(document: Document) -> list[str]:
    """Return the roles of the team in order, each once; a person without a role is named by the job, never by name."""
    people = sorted(document.table(Person).values(), key=lambda person: (person.order, person.id))
    return list(dict.fromkeys(found for person in people if (found := person.role or person.job)))
