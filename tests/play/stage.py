"""The stage of the play: the example cut off at the morning of a day, and what a sprint says, to compare two of them.

How a day is played and proved:

    she = start()                                   # tests/helpers/starting.py: a facilitator and an empty laptop
    room = open_at(she, 2, "nl", tmp_path)          # tests/play/hands.py: the sprint as day 2 finds it
    for play in day_two.BLOCKS:                     # one function for each block of the programme
        play(room)
    assert differences(room.document, example_until(3, "nl")) == []

`example_until(n)` holds what the days before n left behind: `DAY_OF` says for each kind of record on which day it is
made, `_EARLIER` what a later day writes into a record that an earlier day made. Both grow with the example.

`said(document)` writes a sprint as sorted lines of words, without ids, order numbers and times: what one record says
of another is written with the other's words. `differences` shows the lines that only one of two sprints has: "−" the
played one lacks it, "+" nobody asked for it. Steps, phases, cards of a lane, people and personas keep their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, replace
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sprint.agenda import blocks_of, days_of
from sprint.diff import make_diff
from sprint.document import Document
from sprint.example import PICTURES, example_pictures, example_records
from sprint.i18n import Translator
from sprint.ids import TimeIds
from sprint.journeys import phases_of, steps_of
from sprint.records import (
    Ballot,
    Block,
    Card,
    Day,
    Draft,
    Evidence,
    Journey,
    JourneyKind,
    Link,
    Moment,
    Note,
    ParkedItem,
    Pattern,
    Person,
    Persona,
    Phase,
    Picture,
    Preparation,
    Record,
    Sprint,
    Step,
    TimerRun,
    VoteRound,
    VoteState,
)
from sprint.store.folders import Folders
from sprint.store.media import prepare
from sprint.votes.rounds import ballots_of
from sprint.workspace import Workspace
from ui.dialogs.new_sprint import SprintForm
from ui.starting import starting_content

BEFORE, LAST = 0, 4
"""What stands before the first day begins (programme, team), and the last day."""
UNSPOKEN: tuple[type[Record], ...] = (TimerRun, Moment, Draft, Ballot)
"""What is no part of what was said: the clock, half-typed words; ballots are told with their round."""
TIMES = {"at", "opened_at", "closed_at", "revealed_at", "began_at", "ended_at", "act_began_at", "act_seconds", "act"}
SILENT = {"id", "extra", "order", "pin_x", "pin_y", "lineage", *TIMES}
"""Fields that hands make differently every time; what shares a lineage is told as words."""

DONE_ON = {"reminded_at", "thanked_at"}
"""Days that the program writes down by itself: what counts is that it was done."""


# ---- the example on the morning of a day


def example_until(day: int, language: str) -> Document:
    """Give the example as it is when a day begins (1 … 4), and the whole of it for 5."""
    whole = Document(example_records(language, example_pictures()))
    kept = [record for record in whole if not isinstance(record, TimerRun) and day_of(whole, record) < day]
    known = {record.id for record in kept}
    there = [_as_then(whole, record, day, known) for record in kept]
    return Document([*there, *_empty_journeys(day, language)])


def _empty_journeys(day: int, language: str) -> list[Record]:
    """Give the journeys, with their phases, in which nothing is drawn yet: every sprint begins with both."""
    words = Translator.load(language)
    new = Document()
    new.apply(starting_content(TimeIds(), SprintForm("", "", date(2026, 10, 5)), words))
    found: list[Record] = []
    for journey in new.table(Journey).values():
        if day <= _DRAWN_ON[journey.kind]:
            example_id = f"journey-{journey.kind.value.replace('_', '-')}"
            found.append(replace(journey, id=example_id))
            found += [replace(phase, journey_id=example_id) for phase in phases_of(new, journey.id)]
    return found


_DRAWN_ON = {JourneyKind.AS_IS: 1, JourneyKind.TO_BE: 3}
"""The day on which a journey gets its steps."""


def day_of(document: Document, record: Record) -> int:
    """Tell on which day a record is made: 0 for what stands before the sprint begins."""
    for kind, tell in DAY_OF.items():
        if isinstance(record, kind):
            return tell(document, record)
    block_id = getattr(record, "block_id", "")
    return _day_of_block(document, block_id) if block_id else LAST


def _day_of_block(document: Document, block_id: str) -> int:
    day_id = document.require(Block, block_id).day_id
    return [day.id for day in days_of(document)].index(day_id) + 1


def _day_of_journey(document: Document, journey_id: str) -> int:
    return _DRAWN_ON[document.require(Journey, journey_id).kind]


def _day_of_card(document: Document, card: Card) -> int:
    """A card is made with its journey; an advice of citizens that was taken over comes on the last day."""
    is_advice = next(document.referrers(Pattern, card.id), None) is not None
    return LAST if is_advice else _day_of_journey(document, card.journey_id)


def _first_use(document: Document, picture: Record) -> int:
    users = [note for note in document.table(Note).values() if picture.id in note.picture_ids]
    return min((_day_of_block(document, note.block_id) for note in users), default=LAST)


DAY_OF: dict[type[Record], Callable[[Document, Any], int]] = {
    **dict.fromkeys((Sprint, Day, Block, Person, Preparation), lambda _document, _record: BEFORE),
    Persona: lambda _document, _record: 1,
    Journey: lambda document, journey: _day_of_journey(document, journey.id),
    **dict.fromkeys((Phase, Step, Link), lambda document, part: _day_of_journey(document, part.journey_id)),
    Card: lambda document, card: _day_of_card(document, card),
    Ballot: lambda document, ballot: day_of(document, document.require(VoteRound, ballot.round_id)),
    Picture: _first_use,
}
"""The day on which a record is made; a kind that is not named is made on the day of its block, else on the last."""


def _before_the_target(_document: Document, sprint: Sprint) -> Sprint:
    return replace(sprint, target_step_id="", target_persona_id="", target_reason="")


def _only_assumed(document: Document, step: Step) -> Step:
    is_later = document.require(Journey, step.journey_id).kind is JourneyKind.TO_BE
    return replace(step, evidence=Evidence.ASSUMED) if is_later else step


def _still_parked(_document: Document, item: ParkedItem) -> ParkedItem:
    return replace(item, is_done=False)


def _before_the_review(document: Document, step: Step) -> Step:
    is_now = document.require(Journey, step.journey_id).kind is JourneyKind.AS_IS
    reviewed = ("freedom", "statute", "term_days", "objection", "manner", "influence")
    before = {field.name: field.default for field in fields(step) if field.name in reviewed}
    return replace(step, **before) if is_now else step


_EARLIER: dict[type[Record], tuple[tuple[int, Callable[[Document, Any], Record]], ...]] = {
    Sprint: ((1, _before_the_target),),
    Step: ((2, _before_the_review), (4, _only_assumed)),
    ParkedItem: ((2, _still_parked),),
}
"""How a record was on the mornings up to that of this day, where that day wrote in it."""


def _as_then(document: Document, record: Record, day: int, known: set[str]) -> Record:
    for until, earlier in _EARLIER.get(type(record), ()):
        if day <= until:
            record = earlier(document, record)
    gone: dict[str, Any] = {}
    for name in record.REFERENCES:
        value = getattr(record, name)
        if isinstance(value, tuple):
            gone[name] = tuple(one for one in value if one in known)
        elif value and value not in known:
            gone[name] = ""
    return replace(record, **gone)


def save_stage(day: int, language: str, folder: Path) -> Path:
    """Write the example as a day finds it to a file in this folder, as if it came from another laptop."""
    document = example_until(day, language)
    wanted = {f"{one.sha256}.{one.extension}" for one in document.table(Picture).values()}
    pictures = {name: data for name, data in example_pictures().items() if name in wanted}
    path = folder / f"litter-day-{day}.sprint"
    diff = make_diff("edit.new_sprint", [(None, record) for record in document])
    made = Workspace.create(path, diff, Folders(folder / "another laptop"), pictures=pictures)
    assert made.close() == ()
    return path


# ---- what a sprint says


@cache
def drawings() -> dict[str, str]:
    """Name the drawings of the example by their checksum, as they are shipped and as they come in as photos."""
    shipped = zip(PICTURES, example_pictures().values(), strict=True)
    return {sha256(kept).hexdigest(): name for name, data in shipped for kept in (data, prepare(data)[0])}


def said(document: Document) -> list[str]:
    """Write a sprint as sorted lines, without ids, order numbers and times."""
    dropped = {vote.id for vote in document.table(VoteRound).values() if vote.state is VoteState.DROPPED}
    teller = _Teller(document)
    told = (record for record in document if not isinstance(record, UNSPOKEN) and record.id not in dropped)
    return sorted(teller.line(record) for record in told)


def differences(played: Document, wanted: Document, only: Iterable[type[Record]] = ()) -> list[str]:
    """List what a played sprint lacks ("−") and has too much ("+"), of these kinds of records or of all."""
    tables = {kind.TABLE for kind in only}
    one, other = (
        Counter(line for line in said(document) if not tables or line.partition(" | ")[0] in tables)
        for document in (played, wanted)
    )
    lacks, more = (other - one).elements(), (one - other).elements()
    return sorted([*(f"− {line}" for line in lacks), *(f"+ {line}" for line in more)], key=lambda line: line[2:])


class _Teller:
    """Writes records as lines."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = {block.id: f"day {number}/{block.exercise}" for number, block in self._timetable()}
        seen = Counter[str]()
        for block_id, name in self._blocks.items():
            seen[name] += 1
            self._blocks[block_id] = f"{name} {seen[name]}"
        self._places = self._count_places()

    def line(self, record: Record) -> str:
        """Write one record: its table, its place where that matters, and every field that says something."""
        parts = [record.TABLE, *self._places.get(record.id, ())]
        for field in fields(record):
            value = getattr(record, field.name)
            empty = field.default if field.default is not MISSING else None
            if field.name not in SILENT and value != empty:
                parts.append(f"{field.name}={self._value(record, field.name, value)}")
        if isinstance(record, VoteRound):
            parts += self._ballots(record)
        if isinstance(record, Step | Phase) and (same := self._same_lineage(record)):
            parts.append(f"same as {same}")
        return " | ".join(parts)

    # ---- inside

    def _timetable(self) -> list[tuple[int, Block]]:
        days = enumerate(days_of(self._document), start=1)
        return [(number, block) for number, day in days for block in blocks_of(self._document, day.id)]

    def _count_places(self) -> dict[str, tuple[str, ...]]:
        document, places = self._document, dict[str, tuple[str, ...]]()
        places |= {block_id: (name,) for block_id, name in self._blocks.items()}
        for journey in document.table(Journey).values():
            for number, phase in enumerate(phases_of(document, journey.id)):
                places[phase.id] = (f"#{number}",)
            ranks = Counter[str]()
            for step in steps_of(document, journey.id):
                places[step.id] = (f"#{ranks[step.phase_id]}",)
                ranks[step.phase_id] += 1
        for kind, home in ((Person, ""), (Persona, ""), (Card, "step_id")):
            ranks_of = Counter[str]()
            table: list[Any] = sorted(document.table(kind).values(), key=lambda one: (one.order, one.id))
            for one in table:
                where = f"{getattr(one, home, '')}{getattr(one, 'lane', '')}"
                places[one.id] = (f"#{ranks_of[where]}",)
                ranks_of[where] += 1
        return places

    def _value(self, record: Record, name: str, value: Any) -> str:
        if name in record.REFERENCES or name in ("option_ids", "chosen_ids", "block_id"):
            many = value if isinstance(value, tuple) else (value,)
            told = [self._name(one) for one in many]
            return "; ".join(told if name in ("option_ids", "picture_ids") else sorted(told))
        if name == "sha256":
            return drawings().get(value, value)
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, float):
            return f"{value:.1f}"
        if name in DONE_ON:
            return "yes"
        return str(value)

    def _name(self, record_id: str) -> str:
        """Name a record in another's line: by its words, never by its id."""
        record = self._document.get(record_id)
        if record is None:
            return f"gone: {record_id}" if record_id else ""
        if isinstance(record, Block):
            return self._blocks[record.id]
        words = [str(getattr(record, name, "")) for name in ("title", "name", "code", "text", "caption", "sha256")]
        said_of = next((drawings().get(word, word) for word in words if word), record.TABLE)
        journey = self._document.get(getattr(record, "journey_id", ""))
        return f"{said_of} ({journey.kind.value})" if isinstance(journey, Journey) else said_of

    def _ballots(self, vote: VoteRound) -> list[str]:
        total: dict[bool, list[int]] = {}
        for ballot in ballots_of(self._document, vote.id).values():
            before = total.get(ballot.is_decider, [0] * len(ballot.marks))
            total[ballot.is_decider] = [one + other for one, other in zip(before, ballot.marks, strict=True)]
        return [f"{'decider' if decider else 'all'} gave {marks}" for decider, marks in sorted(total.items())]

    def _same_lineage(self, record: Step | Phase) -> str:
        others = self._document.table(type(record)).values()
        same = [one for one in others if one.lineage and one.lineage == record.lineage and one.id != record.id]
        return "; ".join(sorted(self._name(one.id) for one in same))
