"""One track of a journey: the steps that people of this track take, and the arrows between them."""

from __future__ import annotations

from dataclasses import replace

from sprint.document import Document
from sprint.journeys import links_from, steps_of, track_of
from sprint.records import Card, Journey, Link, LinkKind, Observation, Persona, Record, Step, Track

_ONWARD = frozenset({LinkKind.NEXT, LinkKind.ALTERNATIVE, LinkKind.HAND_OVER})


def on_track(document: Document, journey: Journey, track: Track) -> Document:
    """Give a copy of the sprint in which a journey holds only what belongs to a track; arrows skip what is left out."""
    gone = {
        step.id
        for step in document.table(Step).values()
        if step.journey_id == journey.id and not _is_taken(document, journey, step, track)
    }
    left_out = set(gone)
    kept: list[Record] = []
    for record in document:
        if isinstance(record, Card | Observation) and record.step_id in gone:
            left_out.add(record.id)
        if record.id not in left_out and not isinstance(record, Link):
            kept.append(record)
    links = [link for link in document.table(Link).values() if link.journey_id == journey.id]
    others = [link for link in document.table(Link).values() if link.journey_id != journey.id]
    kept += [*others, *_bridged(links, gone)]
    found = Document(_without(kept, left_out))
    is_broken = any(document.require(Step, step_id).row == 0 for step_id in gone)
    return _with_main_route(found, journey, track) if is_broken else found


def _with_main_route(document: Document, journey: Journey, track: Track) -> Document:
    """Let the way that people of this track take be the main route, where the one of the whole journey is broken."""
    steps = steps_of(document, journey.id)
    place = {step.id: number for number, step in enumerate(steps)}
    way = sorted(steps, key=lambda step: (step.row > 0, place[step.id]))[:1]
    while way:
        links = [link for link in links_from(document, way[-1].id) if link.kind in _ONWARD]
        ahead = [
            (step.track is not track, link.kind is not LinkKind.NEXT, step.row, place[step.id])
            for link in links
            if place[(step := document.require(Step, link.target)).id] > place[way[-1].id]
        ]
        if not ahead:
            break
        way.append(steps[min(ahead)[-1]])
    main = {step.id for step in way}
    return Document(
        replace(record, row=0) if isinstance(record, Step) and record.id in main else record for record in document
    )


def _is_taken(document: Document, journey: Journey, step: Step, track: Track) -> bool:
    if step.track not in (Track.OPEN, track):
        return False
    people = [document.require(Persona, persona_id) for persona_id in step.persona_ids]
    return not people or any(track_of(journey, persona) in (Track.OPEN, track) for persona in people)


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
    """Take every other mention of what is left out away."""
    kept = []
    for record in records:
        changed = record
        for name in record.REFERENCES:
            value = getattr(record, name)
            if isinstance(value, str) and value in gone:
                # Every name of REFERENCES is a field of text, or of a row of texts.
                changed = replace(changed, **{name: ""})  # type: ignore[arg-type]
            elif isinstance(value, tuple) and not gone.isdisjoint(value):
                changed = replace(changed, **{name: tuple(one for one in value if one not in gone)})  # type: ignore[arg-type]
        kept.append(changed)
    return kept
