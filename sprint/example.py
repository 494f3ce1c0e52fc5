"""The sprint that ships with the program: litter in the street, four days filled, in Dutch and in English.

The texts stand side by side in `assets/examples/litter/*.toml`; the days and blocks come from the four-day programme,
so that the example never tells another timetable than a new sprint does. Ids are readable and never change.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import chain
from typing import Any

from assets.reader import read_bytes, read_text
from sprint.agenda import clock_time_of
from sprint.codec import Reject, decode, encode
from sprint.diff import Diff, make_diff
from sprint.edits.order import GAP
from sprint.edits.programme import new_sprint
from sprint.errors import IntegrityError
from sprint.example_room import RoomShelf
from sprint.example_study import StudyShelf, fill_talks
from sprint.i18n import DEFAULT_LANGUAGE, LANGUAGES
from sprint.programme.preparation import dated_tasks
from sprint.programme.programmes import Day, Programme, load_programme
from sprint.records import RECORD_TYPES, SPRINT_ID, Json, Record, RunState

FOLDER = "examples/litter"
JOURNEY_FILES = ("as_is", "to_be")
PICTURES = (
    *("demo_parcel", "demo_callback", "demo_bread", "demo_museum", "demo_tree", "demo_silence"),
    *("wall_notes", "eights_bin", "eights_call"),
    *("sketch_a", "sketch_b", "sketch_c", "sketch_d"),
)
"""The drawings of the example, in the order in which they were made."""
SECONDS_PER_MINUTE = 60

Row = dict[str, Json]
Tables = dict[str, dict[str, Row]]


def example_tables(language: str, pictures: Mapping[str, bytes] | None = None) -> Tables:
    """Return the example as the tables of a file, with all texts in one language ("nl" or "en").

    With `example_pictures`, it has its drawings; whoever asks for them must keep the pictures with the sprint.
    """
    chosen = language if language in LANGUAGES else DEFAULT_LANGUAGE
    shelf = _Shelf(chosen)
    shelf.fill_programme(_read("sprint", chosen))
    for number, name in enumerate(JOURNEY_FILES):
        shelf.fill_journey(_read(name, chosen), number)
    shelf.fill_citizens(_read("citizens", chosen))
    room = shelf.make_room()
    notes, day_two, promises = (_read(name, chosen) for name in ("notes", "day_two", "room"))
    room.fill_notes([*notes["exercises"], *day_two["exercises"]])
    room.review_law(day_two["legal"])
    room.hang_pictures(PICTURES, pictures or {})
    room.hang_pieces()
    shelf.fill_study(_read("talks", chosen), _read("study", chosen), shelf.last_day)
    room.fill_votes([*promises["votes"], *day_two["votes"]])
    room.fill_promises(promises)
    return shelf.tables


def example_pictures() -> dict[str, bytes]:
    """Return the pictures of the example by the name under which a sprint keeps them: checksum and extension."""
    drawn = (read_bytes(f"{FOLDER}/{name}.png") for name in PICTURES)
    return {f"{hashlib.sha256(data).hexdigest()}.png": data for data in drawn}


def example_records(language: str, pictures: Mapping[str, bytes] | None = None) -> list[Record]:
    """Return the example as records; raises IntegrityError when a shipped row cannot be read."""
    kinds = {kind.TABLE: kind for kind in RECORD_TYPES}
    records = []
    for table, rows in example_tables(language, pictures).items():
        for record_id, row in rows.items():
            record = decode(kinds[table], record_id, row)
            if isinstance(record, Reject):
                raise IntegrityError(record.key, id=record.id, **record.params)
            records.append(record)
    return records


def example_diff(language: str, pictures: Mapping[str, bytes] | None = None) -> Diff:
    """Return the diff that fills an empty document with the example; raises IntegrityError like `example_records`."""
    return make_diff("edit.new_sprint", [(None, record) for record in example_records(language, pictures)])


def _read(name: str, language: str) -> dict[str, Any]:
    data: dict[str, Any] = _in_language(tomllib.loads(read_text(f"{FOLDER}/{name}.toml")), language)
    return data


def _in_language(value: Any, language: str) -> Any:
    """Take one language out of every `{nl = …, en = …}` in parsed TOML."""
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES):
            return value[language]
        return {key: _in_language(inner, language) for key, inner in value.items()}
    return [_in_language(inner, language) for inner in value] if isinstance(value, list) else value


class _Shelf:
    """The tables while they are filled, file by file."""

    def __init__(self, language: str) -> None:
        self.tables: Tables = {kind.TABLE: {} for kind in RECORD_TYPES}
        self._language = language
        self._zone = timezone(timedelta(0))
        self.last_day = ""

    def _put(self, table: str, record_id: str, row: Row) -> None:
        if any(record_id in rows for rows in self.tables.values()):
            raise IntegrityError("error.double_id", id=record_id)
        self.tables[table][record_id] = row

    def _put_all(self, table: str, prefix: str, rows: Iterable[Mapping[str, Json]]) -> None:
        """Put rows in the order of the file; a row without an id is named after its place."""
        for number, row in enumerate(rows):
            fields = {**row, "order": number * GAP}
            self._put(table, str(fields.pop("id", f"{prefix}-{number + 1}")), fields)

    # ---- the sprint, its timetable and its clock

    def fill_programme(self, data: Mapping[str, Any]) -> None:
        """Lay out the four days, with the team, the decisions and the clock as it ran."""
        self._zone = timezone(timedelta(hours=data["utc_offset_hours"]))
        programme = load_programme(data["sprint"]["programme"])
        names = [_timetable_ids(number, day) for number, day in enumerate(programme.days)]
        self._put_timetable(programme, chain.from_iterable(names))
        self.tables["sprint"][SPRINT_ID] |= data["sprint"]
        for (day_id, *_), held_on in zip(names, data["dates"], strict=True):
            self.tables["days"][day_id]["date"] = held_on
        self.last_day = str(data["dates"][-1])
        self._run_clock(programme, names, data)
        self._prepare(data["dates"][0], data["prepared"])
        self._put_all("people", "person", data["people"])
        self._put_all("decisions", "decision", data["decisions"])
        self._put_all("parked_items", "parked", data["parked_items"])

    def _put_timetable(self, programme: Programme, names: Iterator[str]) -> None:
        """Let the example begin as any new sprint begins, but with ids that can be read."""
        for _, record in new_sprint(lambda: next(names), programme, self._language, title="").changes.values():
            if record is not None:
                self._put(record.TABLE, record.id, encode(record))

    def _prepare(self, first_day: str, owners: Mapping[str, str]) -> None:
        """Tick off the checklist of every sprint, each item by whoever took care of it."""
        for place, (task, due) in enumerate(dated_tasks(date.fromisoformat(first_day))):
            row: Row = {"task": task, "due": due, "owner": owners[task], "is_done": True, "order": place * GAP}
            self._put("preparations", f"preparation-{task}", row)

    def _run_clock(self, programme: Programme, names: list[list[str]], data: Mapping[str, Any]) -> None:
        """Let every block up to the last one have run, one after the other, from the start of its day."""
        minutes, last = data["clock"]["minutes"], data["clock"]["last"]
        unknown = {*minutes, last} - self.tables["blocks"].keys()
        if unknown:
            raise IntegrityError("error.record_gone", table="blocks", id=min(unknown))
        for day, (_, *block_ids), held_on in zip(programme.days, names, data["dates"], strict=True):
            now = self._moment(held_on, clock_time_of(day.start))
            for block, block_id in zip(day.blocks, block_ids, strict=True):
                end = now + timedelta(minutes=minutes.get(block_id, block.minutes))
                self._put_run(block_id, block.minutes, now, end)
                now = end
                if block_id == last:
                    return

    def _put_run(self, block_id: str, planned: int, start: datetime, end: datetime) -> None:
        row: Row = {"block_id": block_id, "state": RunState.FINISHED.value, "wall_anchor": end.timestamp()}
        row |= {"planned_seconds": planned * SECONDS_PER_MINUTE, "counted_seconds": (end - start).total_seconds()}
        row |= {"started_at": _iso(start), "finished_at": _iso(end)}
        # Runs are sorted by id: these must come before every run that is started later, whose id begins with its time.
        self._put("timer_runs", f"0-run-{block_id.removeprefix('block-')}", row)

    def _moment(self, day: str, clock_time: str) -> datetime:
        return datetime.fromisoformat(f"{day}T{clock_time}").replace(tzinfo=self._zone)

    # ---- journeys

    def fill_journey(self, data: Mapping[str, Any], number: int) -> None:
        """Draw a journey: phases in time order, their steps with cards, and the links."""
        row = {key: value for key, value in data.items() if key not in ("id", "phases", "links")}
        name: str = data["id"]
        self._put("journeys", f"journey-{name}", {**row, "order": number * GAP})
        for rank, phase in enumerate(data["phases"]):
            phase_id = f"phase-{name}-{rank + 1}"
            head: Row = {"journey_id": f"journey-{name}", "order": rank * GAP, "title": phase["title"]}
            self._put("phases", phase_id, head)
            self._put_steps(f"journey-{name}", phase_id, phase["steps"])
        for place, link in enumerate(data["links"]):
            self._put("links", f"link-{name}-{place + 1:02}", {**link, "journey_id": f"journey-{name}"})

    def _put_steps(self, journey_id: str, phase_id: str, steps: Sequence[Mapping[str, Any]]) -> None:
        for rank, step in enumerate(steps):
            row = {key: value for key, value in step.items() if key not in ("id", "cards")}
            step_id: str = step["id"]
            home: Row = {"journey_id": journey_id, "phase_id": phase_id, "order": rank * GAP}
            self._put("steps", step_id, {"lineage": step_id, **row, **home})
            for place, card in enumerate(step.get("cards", ())):
                card_id = f"{step_id.replace('step', 'card', 1)}-{place + 1}"
                hang: Row = {"journey_id": journey_id, "step_id": step_id, "order": place * GAP}
                self._put("cards", card_id, {**card, **hang})

    # ---- citizens, and the room

    def fill_citizens(self, data: Mapping[str, Any]) -> None:
        """Add personas and participants."""
        self._put_all("personas", "persona", data["personas"])
        named = ({**row, "id": f"participant-{row['code'].lower()}"} for row in data["participants"])
        self._put_all("participants", "participant", named)

    def fill_study(self, talks: Mapping[str, Any], study: Mapping[str, Any], day: str) -> None:
        """Add what citizens said and did on a day, what they agreed to and answered, and what the team made of it."""
        fill_talks(self._put, talks["interviews"], day, self._moment)
        StudyShelf(self._put, self.tables, self._language).fill(study, day)

    def make_room(self) -> RoomShelf:
        """Give the shelf for what was written and chosen; its tables are these."""
        return RoomShelf(self.tables, self._put_all, self._zone)


def _timetable_ids(number: int, day: Day) -> list[str]:
    """Name a day and its blocks: day-1, block-1-welcome … and block-3-build-2 for an exercise that comes again."""
    names, seen = [f"day-{number + 1}"], Counter[str]()
    for block in day.blocks:
        seen[block.exercise] += 1
        times = seen[block.exercise]
        names.append(f"block-{number + 1}-{block.exercise}" + (f"-{times}" if times > 1 else ""))
    return names


def _iso(moment: datetime) -> str:
    """Write a moment as records keep it: UTC, in seconds."""
    return moment.astimezone(timezone(timedelta(0))).isoformat(timespec="seconds")
