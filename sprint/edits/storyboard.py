"""The storyboard is the desired journey: a frame is a step of its main route, in order; nothing is kept twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.cards import add_card, set_card_text
from sprint.edits.fork import adopt_present
from sprint.edits.journey import add_journey, add_phase, add_step, move_steps
from sprint.edits.order import GAP, last_place, merged
from sprint.edits.pictures import PICTURE_LANE, lane_shown
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import cards_of, journey_of_kind, links_from, main_route, phases_of
from sprint.records import (
    Card,
    Cluster,
    Journey,
    JourneyKind,
    Lane,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Step,
)

WORDS_LANE, BACKSTAGE_LANE = PICTURE_LANE, Lane.BACKSTAGE
"""What is read and said in a frame hangs beside its drawing; who does what behind the scenes has its own lane."""
WINNER = "winner"
"""The mark of the notes of the test flow that was chosen."""

# ---- frames


def frame_card(document: Document, step_id: str, lane: Lane) -> Card | None:
    """Return the card that a frame shows of a lane: the first one."""
    return next(iter(cards_of(document, step_id, lane)), None)


def add_frame(document: Document, ids: IdSource, journey_id: str, title: str, before: str = "") -> Diff:
    """Add a frame before another one, or at the end: a step of the main route, linked with its neighbours.

    A journey without phases gets one; with its first frame a desired journey follows the present one.
    Raises IntegrityError for a frame of another journey.
    """
    route = main_route(document, journey_id)
    place = next((number for number, step in enumerate(route) if step.id == before), len(route))
    if before and place == len(route):
        raise IntegrityError("error.record_gone", table=Step.TABLE, id=before)
    if place:
        made = add_step(document, ids, journey_id, title=title, after=route[place - 1].id, row=0)
        (step,) = _born(made)
        # A route that had no arrow here gets both of its own: a storyboard is read from left to right.
        links = _links_missing([*_links(document, made)], [step.id, *(f.id for f in route[place : place + 1])], step)
    else:
        made, step = _first_frame(document, ids, journey_id, title, route)
        links = _links_missing([], [step.id, *(f.id for f in route[:1])], step)
    new: list[Change] = [(None, Link(id=ids(), journey_id=journey_id, source=a, target=b)) for a, b in links]
    return make_diff("edit.add_frame", merged([*_adopted(document, journey_id), *made.changes.values()], new))


def _adopted(document: Document, journey_id: str) -> list[Change]:
    present = journey_of_kind(document, JourneyKind.AS_IS)
    if present is None or document.require(Journey, journey_id).kind is not JourneyKind.TO_BE:
        return []
    return list(adopt_present(document, journey_id, present.id).changes.values())


def move_frame(document: Document, ids: IdSource, step_id: str, before: str = "") -> Diff:
    """Move a frame before another one, or to the end; it takes that one's phase, and plain arrows follow the order."""
    step = document.require(Step, step_id)
    route = main_route(document, step.journey_id)
    others = [other for other in route if other.id != step_id]
    if step not in route or not others or before == step_id:
        return make_diff("edit.move_frame", [])
    place = next((number for number, other in enumerate(others) if other.id == before), len(others))
    after = [*others[:place], step, *others[place:]]
    if after == route:
        return make_diff("edit.move_frame", [])
    if place < len(others):
        moved = move_steps(document, [step_id], others[place].phase_id, others[place].id)
    else:
        moved = move_steps(document, [step_id], others[-1].phase_id)
    arrows = _relinked(document, ids, [one.id for one in route], [one.id for one in after])
    return make_diff("edit.move_frame", merged(list(moved.changes.values()), arrows))


def write_in_frame(document: Document, ids: IdSource, step_id: str, lane: Lane, text: str) -> Diff:
    """Write what is read and said in a frame, or what happens behind the scenes: on its card in the journey."""
    card = frame_card(document, step_id, lane)
    if card is not None:
        return make_diff("edit.write_card", list(set_card_text(document, card.id, text).changes.values()))
    if not text:
        return make_diff("edit.write_card", [])
    step = document.require(Step, step_id)
    made = add_card(document, ids, step_id, lane, text)
    return make_diff("edit.write_card", [*made.changes.values(), *lane_shown(document, step.journey_id, lane)])


# ---- test flows: rows of notes, of which one becomes the storyboard


def flows_of(document: Document, block_id: str) -> list[Cluster]:
    """Return the rows of test steps that were made at a block, in their order."""
    rows = (row for row in document.referrers(Cluster, block_id) if row.block_id == block_id)
    return sorted(rows, key=lambda row: (row.order, row.id))


def steps_of_flow(document: Document, flow_id: str) -> list[Note]:
    """Return the notes of a row, from its first step to its last."""
    notes = (note for note in document.referrers(Note, flow_id) if note.kind is NoteKind.TEST_STEP)
    return sorted(notes, key=lambda note: (note.order, note.id))


def add_flow(document: Document, ids: IdSource, block_id: str, texts: Sequence[str] = ()) -> Diff:
    """Begin another row of test steps; nobody is asked whose it is."""
    row = Cluster(id=ids(), block_id=block_id, order=last_place(flows_of(document, block_id)))
    notes = [
        Note(id=ids(), block_id=block_id, kind=NoteKind.TEST_STEP, order=n * GAP, text=text, cluster_id=row.id)
        for n, text in enumerate(texts)
    ]
    return make_diff("edit.add_flow", [(None, record) for record in (row, *notes)])


def add_flow_step(document: Document, ids: IdSource, flow_id: str, text: str) -> Diff:
    """Write the next step of a row; in the row that was chosen it belongs to the choice."""
    row = document.require(Cluster, flow_id)
    steps = steps_of_flow(document, flow_id)
    note = Note(
        id=ids(),
        block_id=row.block_id,
        kind=NoteKind.TEST_STEP,
        order=last_place(steps),
        text=text,
        cluster_id=row.id,
        mark=steps[0].mark if steps else "",
    )
    return make_diff("edit.add_flow_step", [(None, note)])


def loose_steps(document: Document, block_id: str) -> list[Note]:
    """Return the test steps of a block that hang in no row (typed as notes, or of an older file)."""
    notes = (note for note in document.referrers(Note, block_id) if note.block_id == block_id and not note.cluster_id)
    found = [note for note in notes if note.kind is NoteKind.TEST_STEP]
    return sorted(found, key=lambda note: (note.order, note.id))


def gather_flow(document: Document, ids: IdSource, block_id: str) -> Diff:
    """Hang the loose test steps of a block in a row of their own."""
    loose = loose_steps(document, block_id)
    row = Cluster(id=ids(), block_id=block_id, order=last_place(flows_of(document, block_id)))
    changes: list[Change] = [(None, row), *((note, replace(note, cluster_id=row.id)) for note in loose)]
    return make_diff("edit.add_flow", changes if loose else [])


def choose_flow(document: Document, flow_id: str) -> Diff:
    """Choose the row that becomes the storyboard, and leave the others of the same exercise as they are."""
    row = document.require(Cluster, flow_id)
    notes = [note for flow in flows_of(document, row.block_id) for note in steps_of_flow(document, flow.id)]
    return make_diff(
        "edit.choose_flow",
        [(note, replace(note, mark=WINNER if note.cluster_id == flow_id else "")) for note in notes],
    )


def chosen_flow(document: Document) -> list[Note]:
    """Return the notes of the test flow that was chosen, in their order; the latest when exercises chose several."""
    chosen = [note for note in document.table(Note).values() if note.mark == WINNER]
    flows = sorted({note.cluster_id for note in chosen if note.cluster_id})
    return [note for note in steps_of_flow(document, flows[-1]) if note.mark == WINNER] if flows else []


def frames_from_flow(document: Document, ids: IdSource, journey_id: str, notes: Sequence[Note]) -> Diff:
    """Make a frame of every test step that has none yet, at the end of the storyboard; the notes know their frame."""
    route = {step.id for step in main_route(document, journey_id)}
    waiting = [note for note in notes if note.step_id not in route]
    trial, whole = Document(document), make_diff("edit.frames_from_flow", [], count=len(waiting))
    for note in waiting:
        frame = add_frame(trial, ids, journey_id, note.text)
        (step,) = _born(frame)
        known = trial.require(Note, note.id)
        told = make_diff("edit.frames_from_flow", [(known, replace(known, step_id=step.id))])
        for made in (frame, told):
            trial.apply(made)
            whole = whole.then(made)
    return whole


def begin_storyboard(
    document: Document, ids: IdSource, title: str, phase: str, notes: Sequence[Note] = (), origin_id: str = ""
) -> Diff:
    """Begin the desired journey with one phase, and with a frame for each of these test steps."""
    made = add_journey(document, ids, title, JourneyKind.TO_BE, [phase])
    (journey,) = (after for _, after in made.changes.values() if isinstance(after, Journey))
    if origin_id:
        origin = document.require(Journey, origin_id)
        kept = replace(journey, origin_id=origin_id, persona_ids=origin.persona_ids, situation=origin.situation)
        made = made.then(make_diff("edit.begin_storyboard", [(journey, kept)]))
    begun = make_diff("edit.begin_storyboard", made.changes.values())
    trial = Document(document)
    trial.apply(begun)
    return begun.then(frames_from_flow(trial, ids, journey.id, notes))


# ---- inside


def _born(diff: Diff) -> list[Step]:
    return [after for before, after in diff.changes.values() if before is None and isinstance(after, Step)]


def _first_frame(
    document: Document, ids: IdSource, journey_id: str, title: str, route: Sequence[Step]
) -> tuple[Diff, Step]:
    """Make the frame that comes before all others, or the only one."""
    trial, phases = Document(document), phases_of(document, journey_id)
    whole = make_diff("edit.add_frame", [])
    if not phases:
        whole = add_phase(trial, ids, journey_id, "")
        trial.apply(whole)
        phases = phases_of(trial, journey_id)
    home = route[0].phase_id if route else phases[0].id
    made = add_step(trial, ids, journey_id, title=title, phase_id=home, row=0)
    (step,) = _born(made)
    whole = whole.then(made)
    if route:
        trial.apply(made)
        whole = whole.then(move_steps(trial, [step.id], home, route[0].id))
    return whole, step


def _links(document: Document, made: Diff) -> list[Link]:
    known = {link.id: link for link in document.table(Link).values()}
    for record_id, (_, after) in made.changes.items():
        if isinstance(after, Link):
            known[record_id] = after
    return list(known.values())


def _links_missing(links: Sequence[Link], chain: Sequence[str], step: Step) -> list[tuple[str, str]]:
    """Give the pairs of neighbours in a chain between which no plain arrow goes."""
    there = {(link.source, link.target) for link in links if link.kind is LinkKind.NEXT}
    return [pair for pair in pairwise(chain) if pair not in there and step.id in pair]


def _relinked(document: Document, ids: IdSource, before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Take away plain arrows between frames that are no neighbours any more, and draw them between those that are."""
    old, new = set(pairwise(before)), set(pairwise(after))
    journey_id = document.require(Step, before[0]).journey_id
    changes: list[Change] = []
    for source, target in sorted(old - new):
        for link in links_from(document, source):
            if link.target == target and link.kind is LinkKind.NEXT:
                changes.append((link, None))
    for source, target in sorted(new - old):
        if not any(link.target == target and link.kind is LinkKind.NEXT for link in links_from(document, source)):
            changes.append((None, Link(id=ids(), journey_id=journey_id, source=source, target=target)))
    return changes
