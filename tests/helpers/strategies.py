"""Hypothesis strategies for records, whole documents and every edit there is."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from enum import StrEnum
from functools import cache
from importlib import import_module
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

import sprint.edits
from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits import about, cards, citizens, clock, drafts, journey, notes, programme
from sprint.edits.delete import delete
from sprint.ids import IdSource
from sprint.records import (
    RECORD_TYPES,
    Block,
    Card,
    Channel,
    Day,
    Journey,
    JourneyKind,
    Lane,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Observation,
    Participant,
    Persona,
    Phase,
    Picture,
    Question,
    Record,
    RemarkKind,
    Scope,
    Sprint,
    Step,
    StepKind,
    TimerRun,
)
from sprint.rules import fault_of
from tests.helpers.boards import BOARDS
from tests.helpers.clocks import reading
from tests.helpers.planning import PLANNING, TIMING
from tests.helpers.plans import PLANS
from tests.helpers.rooms import ROOM_FACTS, ROOMS
from tests.helpers.shaping import SHAPING
from tests.helpers.studying import STAYS, STUDY_FACTS, STUDYING

TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=12)
FEELINGS = st.none() | st.integers(-3, 3)
_BOUNDS: Mapping[tuple[type[Record], str], st.SearchStrategy[Any]] = MappingProxyType(
    {
        (Step, "feeling"): FEELINGS,
        (Observation, "valence"): st.integers(-1, 1),
        (Observation, "severity"): st.integers(0, 3),
        (Block, "priority"): st.integers(0, 3),
        (Note, "valence"): st.integers(-1, 1),
        (Note, "x"): st.none() | st.floats(0, 1),
        (Note, "y"): st.none() | st.floats(0, 1),
        (Question, "lowest"): st.integers(-2, 1),
        (Question, "highest"): st.integers(2, 10),
        (Journey, "target_saved"): st.floats(1, 10),
        (Journey, "target_spent"): st.floats(1, 10),
    }
)
_PLAIN: Mapping[Any, st.SearchStrategy[Any]] = MappingProxyType(
    {
        str: TEXTS,
        int: st.integers(0, 1_440),
        float: st.floats(0, 1e300),
        bool: st.booleans(),
        tuple[str, ...]: st.lists(TEXTS, max_size=2).map(tuple),
        tuple[int, ...]: st.lists(st.integers(0, 99), max_size=3).map(tuple),
    }
)


_INNER = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS
EXTRAS = st.dictionaries(
    st.sampled_from(["x_mood", "x_depth"]),
    _INNER | st.lists(_INNER, max_size=2) | st.dictionaries(TEXTS, _INNER, max_size=2),
    max_size=2,
)
"""Fields of a newer program, with any value that JSON can hold."""


@cache
def _plain_fields(kind: type[Record]) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind)
    own = [field.name for field in fields(kind) if field.name not in ("id", "extra", *kind.REFERENCES)]
    found = {name: _BOUNDS[kind, name] if (kind, name) in _BOUNDS else _strategy(hints[name]) for name in own}
    return found | ({"order": st.integers(-(2**40), 2**40)} if "order" in found else {})


@cache
def _reference_fields(kind: type[Record]) -> list[tuple[str, str, bool, bool]]:
    """List name, table, whether it may be left out and whether it holds several."""
    defaults = {field.name: field.default for field in fields(kind)}
    return [
        (name, table, defaults[name] is not MISSING, type(defaults[name]) is tuple)
        for name, table in kind.REFERENCES.items()
    ]


def _strategy(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    (inner,) = (option for option in get_args(hint) if option is not NoneType)
    return st.none() | _strategy(inner)


@st.composite
def records(draw: st.DrawFn, kind: type[Record], record_id: str, pool: Mapping[str, list[str]]) -> Record | None:
    """Give a record of one kind whose references are among `pool` (ids by table); None when it cannot have any.

    A few fields are filled at a time, or drawing would take longer than what is tested.
    """
    plain = _plain_fields(kind)
    chosen = draw(st.lists(st.sampled_from(sorted(plain)), max_size=3, unique=True)) if plain else []
    values: dict[str, Any] = {name: draw(plain[name]) for name in chosen}
    for name, table, may_lack, is_several in _reference_fields(kind):
        targets = pool.get(table, [])
        if targets and is_several:
            values[name] = tuple(draw(st.lists(st.sampled_from(targets), max_size=2)))
        elif targets:
            values[name] = draw(st.sampled_from([*targets, ""] if may_lack else targets))
        elif not may_lack:
            return None
    extra = draw(EXTRAS)
    record = kind(id=record_id, **values, extra=MappingProxyType(extra) if extra else None)
    if not fault_of(record):
        return record
    plainer = {name: value for name, value in values.items() if name not in plain}
    return kind(id=record_id, **plainer)


@st.composite
def record_lists(draw: st.DrawFn, most: int = 2) -> list[Record]:
    """Give records of all kinds, whose references are whole, in an order in which they can be read."""
    pool: dict[str, list[str]] = {}
    made: list[Record] = []
    for kind in RECORD_TYPES:
        for number in range(draw(st.integers(0, 1 if kind is Sprint else most))):
            record_id = "sprint" if kind is Sprint else f"{kind.TABLE}-{number}"
            record = draw(records(kind, record_id, pool))
            if record is not None:
                made.append(_at_home(record, {one.id: one for one in made}))
                pool.setdefault(kind.TABLE, []).append(record_id)
    return made


def _at_home(record: Record, made: Mapping[str, Record]) -> Record:
    """Let a step be in the journey of its phase, and a link between steps of one journey."""
    if isinstance(record, Step):
        phase = made[record.phase_id]
        assert isinstance(phase, Phase)
        return replace(record, journey_id=phase.journey_id)
    if isinstance(record, Link):
        source, target = made[record.source], made[record.target]
        assert isinstance(source, Step)
        assert isinstance(target, Step)
        is_near = source.journey_id == target.journey_id
        return replace(record, journey_id=source.journey_id, target=record.target if is_near else record.source)
    return record


def small_sprint() -> Document:
    """Give a document to edit: two days, a journey of two phases and three steps, and something of everything."""
    made: list[Record] = [
        Sprint(id="sprint"),
        *(Day(id=f"day-{n}", order=n * 1_024) for n in range(2)),
        *(Block(id=f"block-{n}", day_id="day-0", order=n) for n in range(3)),
        *(Persona(id=f"persona-{n}", order=n) for n in range(2)),
        Journey(id="journey-0", persona_ids=("persona-0", "persona-1")),
        Journey(id="journey-1", kind=JourneyKind.TO_BE, origin_id="journey-0"),
        *(Phase(id=f"phase-{n}", journey_id="journey-0", order=n) for n in range(2)),
        *(Step(id=f"step-{n}", journey_id="journey-0", phase_id="phase-0", order=n) for n in range(3)),
        Link(id="link-0", journey_id="journey-0", source="step-0", target="step-1"),
        Picture(id="picture-0"),
        Card(id="card-0", journey_id="journey-0", step_id="step-0", picture_id="picture-0"),
        Participant(id="participant-0", persona_id="persona-0"),
        Participant(id=STAYS, order=1, code="P9"),
        Observation(id="remark-0", step_id="step-0", participant_id="participant-0"),
        Note(id="note-0", block_id="block-0"),
    ]
    return Document(made)


# ---- edits: each draws its intent from the document as it is; None when there is nothing to do it to

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    """Choose a record of a kind; the machine asks only when there is one."""
    return draw(st.sampled_from(sorted(document.table(kind))))


def _some(draw: st.DrawFn, document: Document, kind: type[Record]) -> list[str]:
    return draw(st.lists(st.sampled_from(sorted(document.table(kind))), min_size=1, max_size=3, unique=True))


def _maybe(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(["", *sorted(document.table(kind))]))


def _add_step(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    if document.table(Step) and draw(st.booleans()):
        after = document.require(Step, _one(draw, document, Step))
        row = draw(st.none() | st.integers(0, 2))
        return journey.add_step(document, ids, after.journey_id, title=draw(TEXTS), after=after.id, row=row)
    phase = document.require(Phase, _one(draw, document, Phase))
    return journey.add_step(document, ids, phase.journey_id, title=draw(TEXTS), phase_id=phase.id)


def _link_steps(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    source = document.require(Step, _one(draw, document, Step))
    targets = sorted(step.id for step in document.referrers(Step, source.journey_id))
    kind = draw(st.sampled_from(LinkKind))
    return journey.link_steps(document, ids, source.id, draw(st.sampled_from(targets)), kind, draw(TEXTS))


def _move_steps(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    first = document.require(Step, _one(draw, document, Step))
    phases = sorted(phase.id for phase in document.referrers(Phase, first.journey_id))
    steps = sorted(step.id for step in document.referrers(Step, first.journey_id))
    chosen = draw(st.lists(st.sampled_from(steps), min_size=1, max_size=3))
    before = draw(st.sampled_from(["", *steps]))
    return journey.move_steps(document, chosen, draw(st.sampled_from(phases)), before, draw(st.none() | st.just(1)))


def _delete(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    kinds = (Step, Card, Link, Observation, Phase, Journey, Persona, Participant, Picture, Note)
    there = [record_id for kind in kinds for record_id in document.table(kind) if record_id != STAYS]
    return delete(document, draw(st.lists(st.sampled_from(sorted(there)), max_size=3))) if there else None


def _rename(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    there = sorted([*document.table(Step), *document.table(Phase), *document.table(Journey)])
    return journey.rename(document, draw(st.sampled_from(there)), draw(TEXTS))


def _add_journey(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    return journey.add_journey(document, ids, draw(TEXTS), draw(st.sampled_from(JourneyKind)), ["begin", "einde"])


def _change_step(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    field, value = draw(
        st.tuples(st.just("channel"), st.sampled_from(Channel))
        | st.tuples(st.just("kind"), st.sampled_from(StepKind))
        | st.tuples(st.just("wait_days"), st.integers(0, 99))
    )
    return journey.change_step(document, _one(draw, document, Step), **{field: value})


def _add_remark(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    return citizens.add_remark(
        document,
        ids,
        _one(draw, document, Step),
        draw(TEXTS),
        kind=draw(st.sampled_from(RemarkKind)),
        valence=draw(st.integers(-1, 1)),
        participant_id=_maybe(draw, document, Participant),
    )


def _move_card(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    step, lane = _one(draw, document, Step), draw(st.sampled_from(Lane))
    return cards.move_card(document, _one(draw, document, Card), step, lane, _maybe(draw, document, Card))


def _add_note(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    kind = draw(st.sampled_from(NoteKind))
    return notes.add_note(document, ids, _one(draw, document, Block), draw(TEXTS), kind=kind)


def _add_phase(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    home = _one(draw, document, Journey)
    siblings = sorted(phase.id for phase in document.referrers(Phase, home))
    return journey.add_phase(document, ids, home, draw(TEXTS), draw(st.sampled_from(["", *siblings])))


EDITS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "add_card": (
            (Step,),
            lambda d, x, ids: cards.add_card(x, ids, _one(d, x, Step), d(st.sampled_from(Lane)), d(TEXTS)),
        ),
        "add_journey": ((), _add_journey),
        "add_note": ((Block,), _add_note),
        "add_phase": ((Journey,), _add_phase),
        "add_remark": ((Step,), _add_remark),
        "add_step": ((Phase,), _add_step),
        "change_block": (
            (Block,),
            lambda d, x, _: programme.change_block(x, _one(d, x, Block), minutes=d(st.integers(0, 90))),
        ),
        "change_card": ((Card,), lambda d, x, _: cards.change_card(x, _one(d, x, Card), owner=d(TEXTS))),
        "change_day": ((Day,), lambda d, x, _: programme.change_day(x, _one(d, x, Day), title=d(TEXTS))),
        "change_journey": ((Journey,), lambda d, x, _: journey.change_journey(x, _one(d, x, Journey), title=d(TEXTS))),
        "change_link": (
            (Link,),
            lambda d, x, _: journey.change_link(x, _one(d, x, Link), kind=d(st.sampled_from(LinkKind))),
        ),
        "change_note": ((Note,), lambda d, x, _: notes.change_note(x, _one(d, x, Note), votes=d(st.integers(0, 9)))),
        "change_remark": (
            (Observation,),
            lambda d, x, _: citizens.change_remark(x, _one(d, x, Observation), severity=d(st.integers(0, 3))),
        ),
        "change_sprint": ((), lambda d, x, _: about.change_sprint(x, title=d(TEXTS))),
        "change_step": ((Step,), _change_step),
        "delete": ((), _delete),
        "link_steps": ((Step,), _link_steps),
        "move_card": ((Card, Step), _move_card),
        "move_steps": ((Step,), _move_steps),
        "rename": ((Journey,), _rename),
        "set_card_text": ((Card,), lambda d, x, _: cards.set_card_text(x, _one(d, x, Card), d(TEXTS))),
        "set_feeling": ((Step,), lambda d, x, _: journey.set_feeling(x, _some(d, x, Step), d(FEELINGS))),
        **SHAPING,
        **PLANNING,
        **PLANS,
        **BOARDS,
        **ROOMS,
        **STUDYING,
    }
)
"""Every undoable edit by its name: the kinds that must be there, and how to draw one."""


def _start(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    # Only a block that was there from the start: on one that an undo takes away a fact would rest (test_history).
    blocks = sorted(block for block in document.table(Block) if not block.startswith("new-"))
    if not blocks:
        return make_diff("edit.start_clock", [])
    block = draw(st.sampled_from(blocks))
    return clock.start_run(document, ids, block, reading(), "2026-11-03T09:30:00+00:00")


FACTS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "add_minutes": (
            (TimerRun,),
            lambda d, x, _: clock.add_minutes(x, _one(d, x, TimerRun), d(st.integers(-30, 30))),
        ),
        "finish_run": (
            (TimerRun,),
            lambda d, x, _: clock.finish_run(x, _one(d, x, TimerRun), reading(), "2026-11-03T10:00:00+00:00"),
        ),
        "keep_draft": (
            (Block,),
            lambda d, x, _: drafts.keep_draft(x, drafts.draft_id("note", _one(d, x, Block)), d(TEXTS)),
        ),
        "each_open": (
            (TimerRun,),
            lambda d, x, _: clock.each_open(x, lambda run: clock.pause_run(x, run.id, reading(5_120.0))),
        ),
        "pause_run": ((TimerRun,), lambda d, x, _: clock.pause_run(x, _one(d, x, TimerRun), reading(5_060.0))),
        "resume_run": ((TimerRun,), lambda d, x, _: clock.resume_run(x, _one(d, x, TimerRun), reading(5_090.0))),
        "start_run": ((Block,), _start),
        **TIMING,
        **ROOM_FACTS,
        **STUDY_FACTS,
    }
)
"""Every record-only edit by its name, as `EDITS`."""


def edits_in_the_house() -> set[str]:
    """List the public functions of sprint.edits that give a diff."""
    found = set()
    for module in pkgutil.iter_modules(sprint.edits.__path__, "sprint.edits."):
        for name, thing in inspect.getmembers(import_module(module.name), inspect.isfunction):
            own = thing.__module__ == module.name and not name.startswith("_")
            if own and get_type_hints(thing).get("return") is Diff:
                found.add(name)
    return found


def possible(table: Mapping[str, tuple[tuple[type[Record], ...], Edit]], document: Document) -> list[str]:
    """List the edits whose kinds are there."""
    return sorted(name for name, (kinds, _) in table.items() if all(document.table(kind) for kind in kinds))


def snapshot(document: Document, scope: Scope | None = None) -> dict[str, Record]:
    """Give all records by id, or those of one scope."""
    return {record.id: record for record in document if scope is None or record.SCOPE is scope}
