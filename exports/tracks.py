"""One track of a journey: the steps that people of this track take, and the arrows between them."""

from __future__ import annotations

from dataclasses import replace

from sprint.document import Document
from sprint.records import Card, Journey, Link, Observation, Persona, Record, Step, Track


def on_track(document: Document, journey: Journey, track: Track) -> Document:
    """Give a copy of the sprint in which a journey holds only what belongs to a track; arrows skip what is left out."""
    gone = {
        step.id
        for step in document.table(Step).values()
        if step.journey_id == journey.id and not _is_taken(document, journey, step, track)
    }
    kept: list[Record] = []
    for record in document:
        if isinstance(record, Step) and record.id in gone:
            continue
        if isinstance(record, Card | Observation) and record.step_id in gone:
            continue
        if not isinstance(record, Link):
            kept.append(record)
    links = [link for link in document.table(Link).values() if link.journey_id == journey.id]
    others = [link for link in document.table(Link).values() if link.journey_id != journey.id]
    kept += [*others, *_bridged(links, gone)]
    return Document(_without(kept, gone))


def _is_taken(document: Document, journey: Journey, step: Step, track: Track) -> bool:
    if step.track not in (Track.OPEN, track):
        return False
    people = [document.require(Persona, persona_id) for persona_id in step.persona_ids]
    return not people or any(_track_of(journey, persona) in (Track.OPEN, track) for persona in people)


def _track_of(journey: Journey, persona: Persona) -> Track:
    """Give the track a persona takes in this journey, whatever the sheet says."""
    if persona.id in journey.saved_ids:
        return Track.SAVED
    return Track.SPENT if persona.id in journey.spent_ids else persona.track


def _bridged(links: list[Link], gone: set[str]) -> list[Link]:
    """Lead every arrow to a step that is left out on to the steps behind it."""
    found: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.source in gone:
            continue
        for number, target in enumerate(_behind(link.target, links, gone, set())):
            name = link.id if target == link.target else f"{link.id}-{number}"
            found.setdefault((link.source, target), replace(link, id=name, target=target))
    return list(found.values())


def _behind(step_id: str, links: list[Link], gone: set[str], seen: set[str]) -> list[str]:
    if step_id not in gone:
        return [step_id]
    if step_id in seen:
        return []
    seen.add(step_id)
    return [end for link in links if link.source == step_id for end in _behind(link.target, links, gone, seen)]


def _without(records: list[Record], gone: set[str]) -> list[Record]:
    """Take every other mention of the steps that are left out away."""
    kept = []
    for record in records:
        changed = record
        for name, table in record.REFERENCES.items():
            value = getattr(record, name)
            if table == Step.TABLE and isinstance(value, str) and value in gone:
                # Every name of REFERENCES is a field of text.
                changed = replace(changed, **{name: ""})  # type: ignore[arg-type]
        kept.append(changed)
    return kept
