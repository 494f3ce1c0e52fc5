"""Copying steps as plain data: within a journey, to another one, or through the clipboard of the machine.

A clip is JSON text with steps, the links among them and their cards. It can come from anywhere, so every record in
it is checked as if it came from a file; what cannot stand is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import orjson

from sprint.codec import decode, encode
from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import index_before, places
from sprint.edits.paste_text import paste_lines, target_of
from sprint.errors import IntegrityError
from sprint.frozen import dataclass
from sprint.ids import IdSource
from sprint.journeys import cards_of, links_of, steps_of, steps_of_phase
from sprint.records import Card, Journey, Json, Link, Persona, Picture, Record, Step

MARK = "reisgenoot-clip"
VERSION = 1
MOST_STEPS = 2_000

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Clip:
    """Steps in time order, the links among them and their cards, with the ids they had where they were copied."""

    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    cards: tuple[Card, ...]


def clip_of(document: Document, step_ids: Collection[str]) -> Clip:
    """Gather steps with the links among them and their cards; remarks of citizens stay where they were made."""
    wanted = {step_id: document.require(Step, step_id) for step_id in step_ids}
    journeys = dict.fromkeys(step.journey_id for step in wanted.values())
    steps = [step for journey_id in journeys for step in steps_of(document, journey_id) if step.id in wanted]
    links = [link for journey_id in journeys for link in links_of(document, journey_id)]
    return Clip(
        steps=tuple(steps),
        links=tuple(link for link in links if link.source in wanted and link.target in wanted),
        cards=tuple(card for step in steps for card in cards_of(document, step.id)),
    )


def copy_steps(document: Document, step_ids: Collection[str]) -> str:
    """Return steps, their links and cards as JSON text for the clipboard."""
    clip = clip_of(document, step_ids)
    tables: dict[str, Json] = {"format": MARK, "version": VERSION}
    for name, records in (("steps", clip.steps), ("links", clip.links), ("cards", clip.cards)):
        tables[name] = {record.id: encode(record) for record in records}
    return orjson.dumps(tables).decode()


def titles_of(document: Document, step_ids: Collection[str]) -> str:
    """Return the titles of steps as plain lines, for programs that do not know our clip."""
    return "\n".join(step.title for step in clip_of(document, step_ids).steps)


def read_clip(text: str) -> Clip | None:
    """Read a clip, leaving out what cannot stand; None when the text is something else."""
    if MARK not in text:
        return None
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(data, dict) or data.get("format") != MARK:
        return None
    steps = {step.id: step for step in _decoded(Step, data.get("steps"))}
    links = [link for link in _decoded(Link, data.get("links")) if link.source in steps and link.target in steps]
    cards = [card for card in _decoded(Card, data.get("cards")) if card.step_id in steps]
    return Clip(tuple(steps.values()), tuple(links), tuple(cards))


def paste(
    document: Document, ids: IdSource, text: str, journey_id: str, *, after: str = "", phase_id: str = ""
) -> Diff:
    """Paste what is on the clipboard: a clip as it was copied, any other text as one step per line or row.

    It goes behind the step `after`, or to the end of the phase. Raises IntegrityError when it is too much at once.
    """
    clip = read_clip(text)
    if clip is None:
        return paste_lines(document, ids, text, journey_id, after=after, phase_id=phase_id)
    return paste_clip(document, ids, clip, journey_id, after=after, phase_id=phase_id)


def paste_clip(
    document: Document, ids: IdSource, clip: Clip, journey_id: str, *, after: str = "", phase_id: str = ""
) -> Diff:
    """Paste a clip into a journey: new ids, the same rows, links and cards.

    A step keeps its lineage when it comes into a journey that has no version of it yet; else it is a new step.
    """
    if len(clip.steps) > MOST_STEPS:
        raise IntegrityError("error.paste_too_much", count=MOST_STEPS)
    journey = document.require(Journey, journey_id)
    phase = target_of(document, journey.id, after, phase_id)
    siblings = steps_of_phase(document, phase.id)
    index = index_before(siblings, after) + 1 if after else len(siblings)
    found, room = places(siblings, min(index, len(siblings)), len(clip.steps))
    lineages = {step.lineage or step.id for step in steps_of(document, journey.id)}
    steps: dict[str, Step] = {}
    for step, place in zip(clip.steps, found, strict=True):
        lineage = step.lineage or step.id
        new_id = ids()
        kept = "" if lineage in lineages else lineage
        lineages.add(lineage)
        placed = replace(step, journey_id=journey.id, phase_id=phase.id, order=place, pin_x=None, pin_y=None)
        steps[step.id] = replace(placed, id=new_id, lineage=kept or new_id)
    changes = [*_born(document, ids, clip, steps), *room]
    return make_diff("edit.paste_steps", changes, count=len(steps))


def duplicate_steps(document: Document, ids: IdSource, step_ids: Collection[str]) -> Diff:
    """Copy steps in their own journey, behind the last chosen step of each phase; a duplicate is a new step."""
    clip = clip_of(document, step_ids)
    changes: list[Change] = []
    steps: dict[str, Step] = {}
    by_phase: dict[str, list[Step]] = {}
    for step in clip.steps:
        by_phase.setdefault(step.phase_id, []).append(step)
    for phase_id, chosen in by_phase.items():
        siblings = steps_of_phase(document, phase_id)
        found, room = places(siblings, index_before(siblings, chosen[-1].id) + 1, len(chosen))
        changes += room
        for step, place in zip(chosen, found, strict=True):
            new_id = ids()
            steps[step.id] = replace(step, id=new_id, lineage=new_id, order=place, pin_x=None, pin_y=None)
    return make_diff("edit.duplicate_steps", [*_born(document, ids, clip, steps), *changes], count=len(steps))


def _born(document: Document, ids: IdSource, clip: Clip, steps: Mapping[str, Step]) -> list[Change]:
    """Return the births of the new steps (by old id) with copies of their links and cards."""
    born: list[Record] = [
        replace(step, persona_ids=tuple(_known(document, Persona, step.persona_ids))) for step in steps.values()
    ]
    for link in clip.links:
        source, target = steps[link.source], steps[link.target]
        if source.journey_id == target.journey_id:
            born.append(replace(link, id=ids(), journey_id=source.journey_id, source=source.id, target=target.id))
    for card in clip.cards:
        step = steps[card.step_id]
        picture = card.picture_id if _known(document, Picture, [card.picture_id]) else ""
        copy = replace(card, id=ids(), journey_id=step.journey_id, step_id=step.id, picture_id=picture)
        born.append(copy)
    return [(None, record) for record in born]


def _known(document: Document, kind: type[Record], ids: Sequence[str]) -> list[str]:
    """Return the ids that stand for a record of this kind here; a clip of another sprint may name others."""
    return [one for one in ids if isinstance(document.get(one), kind)]


def _decoded(kind: type[R], rows: object) -> Iterable[R]:
    if not isinstance(rows, dict):
        return
    for record_id, raw in rows.items():
        if isinstance(raw, dict):
            record = decode(kind, record_id, raw)
            if isinstance(record, kind):
                yield record
