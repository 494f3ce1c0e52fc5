"""A journey looked at track by track: who takes it, where a human is met, where somebody gets stuck, where it hurts."""

from __future__ import annotations

from typing import NamedTuple

from sprint.document import Document
from sprint.insight.contact import DIGITAL, HUMAN
from sprint.insight.emotion import DEEP_DIP
from sprint.journeys import cards_of, links_from, steps_of, track_of
from sprint.records import Freedom, Journey, Lane, Persona, Step, StepKind, Track


class TrackReading(NamedTuple):
    """One track of a journey: its people and steps, where a human is, screens without a way to one, deep dips."""

    track: Track
    people: tuple[Persona, ...]
    steps: tuple[Step, ...]
    humans: tuple[Step, ...]
    stuck: tuple[Step, ...]
    dips: tuple[Step, ...]


def read_tracks(document: Document, journey_id: str) -> tuple[TrackReading, ...]:
    """Read both tracks; a step without a track belongs to both (method 12, check 7)."""
    return tuple(_read(document, journey_id, track) for track in (Track.SAVED, Track.SPENT))


def is_legal(document: Document, step: Step) -> bool:
    """Whether the law has something to say at a step."""
    written = step.legal_frame.strip() or step.statute.strip() or step.objection.strip()
    is_bound = step.freedom is not Freedom.UNKNOWN or bool(step.term_days) or bool(written)
    return is_bound or bool(cards_of(document, step.id, Lane.LEGAL))


def _read(document: Document, journey_id: str, track: Track) -> TrackReading:
    journey = document.require(Journey, journey_id)
    steps = [step for step in steps_of(document, journey_id) if step.track in (Track.OPEN, track)]
    known = sorted(document.table(Persona).values(), key=lambda who: (who.order, who.id))
    return TrackReading(
        track,
        tuple(who for who in known if who.id in journey.persona_ids and track_of(journey, who) is track),
        tuple(steps),
        tuple(step for step in steps if step.channel in HUMAN),
        tuple(step for step in steps if _is_screen(step) and not _leads_to_human(document, step)),
        tuple(step for step in steps if step.feeling is not None and step.feeling <= DEEP_DIP),
    )


def _is_screen(step: Step) -> bool:
    return step.channel in DIGITAL and step.kind is not StepKind.END


def _leads_to_human(document: Document, step: Step) -> bool:
    """Whether an arrow goes from a step to one where a human is met, whatever the track of that one."""
    there = (document.get(link.target) for link in links_from(document, step.id))
    return any(isinstance(target, Step) and target.channel in HUMAN for target in there)
