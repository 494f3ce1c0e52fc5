"""Reading a journey: its phases, steps, cards and remarks in the order in which people see them."""

from __future__ import annotations

from sprint.document import Document
from sprint.records import Card, Journey, JourneyKind, Lane, Link, Observation, Persona, Phase, Step, Track


def journeys(document: Document) -> list[Journey]:
    """Return all journeys in their order."""
    return sorted(document.table(Journey).values(), key=lambda journey: (journey.order, journey.id))


def journey_of_kind(document: Document, kind: JourneyKind) -> Journey | None:
    """Return the journey of a kind that the sprint is about, or None.

    The first desired journey is the one, and the present one is what it was made of; else the first there is.
    """
    found = journeys(document)
    desired = next((journey for journey in found if journey.kind is JourneyKind.TO_BE), None)
    if kind is JourneyKind.TO_BE:
        return desired
    presents = [journey for journey in found if journey.kind is JourneyKind.AS_IS]
    origin = desired.origin_id if desired is not None else ""
    return next((journey for journey in presents if journey.id == origin), next(iter(presents), None))


def partner_of(document: Document, journey_id: str, kind: JourneyKind) -> Journey | None:
    """Return the journey of another kind that belongs to this one: forked from it, or what it was forked from."""
    here = document.get(journey_id)
    if isinstance(here, Journey):
        if here.kind is kind:
            return here
        known = [journey for journey in journeys(document) if journey.kind is kind]
        for journey in known:
            if journey.origin_id == here.id or here.origin_id == journey.id:
                return journey
    return journey_of_kind(document, kind)


def phases_of(document: Document, journey_id: str) -> list[Phase]:
    """Return the phases of a journey in time order."""
    return sorted(document.referrers(Phase, journey_id), key=lambda phase: (phase.order, phase.id))


def steps_of_phase(document: Document, phase_id: str) -> list[Step]:
    """Return the steps of a phase in time order, the main route before its alternatives."""
    return sorted(document.referrers(Step, phase_id), key=lambda step: (step.order, step.row, step.id))


def steps_of(document: Document, journey_id: str) -> list[Step]:
    """Return the steps of a journey in time order."""
    ranks = {phase.id: rank for rank, phase in enumerate(phases_of(document, journey_id))}
    steps = (step for step in document.referrers(Step, journey_id))
    return sorted(steps, key=lambda step: (ranks.get(step.phase_id, 0), step.order, step.row, step.id))


def main_route(document: Document, journey_id: str) -> list[Step]:
    """Return the steps of the main route (row 0) in time order."""
    return [step for step in steps_of(document, journey_id) if step.row == 0]


def links_of(document: Document, journey_id: str) -> list[Link]:
    """Return the links of a journey."""
    return sorted(document.referrers(Link, journey_id), key=lambda link: link.id)


def links_from(document: Document, step_id: str) -> list[Link]:
    """Return the links that leave a step."""
    return [link for link in document.referrers(Link, step_id) if link.source == step_id]


def cards_of(document: Document, step_id: str, lane: Lane | None = None) -> list[Card]:
    """Return the cards under a step, of one lane or of all."""
    cards = (card for card in document.referrers(Card, step_id) if lane is None or card.lane is lane)
    return sorted(cards, key=lambda card: (card.order, card.id))


def remarks_of(document: Document, step_id: str) -> list[Observation]:
    """Return what citizens said and did at a step."""
    return sorted(document.referrers(Observation, step_id), key=lambda remark: (remark.order, remark.id))


def chosen_track(journey: Journey, persona_id: str) -> Track:
    """Return the track that was chosen for a persona in this journey; open when none was."""
    if persona_id in journey.saved_ids:
        return Track.SAVED
    return Track.SPENT if persona_id in journey.spent_ids else Track.OPEN


def track_of(journey: Journey, persona: Persona) -> Track:
    """Return the track a persona takes in this journey: the one chosen here, else the one of the sheet."""
    chosen = chosen_track(journey, persona.id)
    return persona.track if chosen is Track.OPEN else chosen
