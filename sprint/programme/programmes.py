"""Programmes as data: days and blocks that name the exercises to run and the minutes they get."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from assets import reader
from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.programme.reading import LocalText, Table, parse_toml
from sprint.programme.vocabulary import ARTEFACTS, FIXED_POINTS, SOURCES

FOLDER = "programmes"


@dataclass(frozen=True)
class Block:
    """One exercise in a day: how many minutes, under which title, and whether its start may move."""

    exercise: str
    minutes: int
    title: LocalText | None = None  # None: the exercise's own title
    fixed: str | None = None  # why the start may not move, see FIXED_POINTS


@dataclass(frozen=True)
class Presence:
    """A stretch of a day, in minutes since midnight, in which the Decider is in the room."""

    start: int
    end: int


@dataclass(frozen=True)
class Day:
    """One day: title, motto, start and stated end (minutes since midnight) and its blocks in order."""

    title: LocalText
    motto: LocalText
    start: int
    end: int
    decider: tuple[Presence, ...]
    blocks: tuple[Block, ...]

    @property
    def minutes(self) -> int:
        """Gives the sum of all blocks."""
        return sum(block.minutes for block in self.blocks)

    @property
    def starts(self) -> tuple[int, ...]:
        """Gives the start of each block in minutes since midnight."""
        starts, now = [], self.start
        for block in self.blocks:
            starts.append(now)
            now += block.minutes
        return tuple(starts)


@dataclass(frozen=True)
class Programme:
    """A sprint's plan: its days, and what exists before the first one begins."""

    id: str
    title: LocalText
    summary: LocalText
    remark: LocalText
    sources: tuple[str, ...]
    given: tuple[str, ...]  # artefacts brought along from before the sprint
    days: tuple[Day, ...]


def list_programmes() -> tuple[str, ...]:
    """Gives the ids of the programmes that ship with the program."""
    names = reader.list_names(FOLDER)
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


def load_programme(programme_id: str) -> Programme:
    """Reads a shipped programme; raises SprintError that names file and key."""
    if programme_id not in list_programmes():
        raise SprintError("programme.error.no_such_programme", programme=programme_id)
    return parse_programme(reader.read_text(f"{FOLDER}/{programme_id}.toml"), programme_id)


def parse_programme(text: str, programme_id: str) -> Programme:
    """Builds a programme from TOML text; raises SprintError that names file and key."""
    return programme_from(parse_toml(text, programme_file(programme_id)), programme_id)


def programme_from(data: Mapping[str, Any], programme_id: str) -> Programme:
    """Builds a programme from plain values, as a file or the library holds them; raises SprintError."""
    file = programme_file(programme_id)
    table = Table(data, file)
    programme = Programme(
        id=table.text("id"),
        title=table.local("title"),
        summary=table.local("summary"),
        remark=table.local("remark"),
        sources=table.words("sources", SOURCES),
        given=table.words("given", ARTEFACTS),
        days=table.tables("days", _day),
    )
    table.finish()
    if programme.id != programme_id:
        raise SprintError("programme.error.other_id", file=file, field="id", id=programme.id)
    if not programme.days:
        raise SprintError("programme.error.empty", file=file, field="days")
    return programme


def programme_file(programme_id: str) -> str:
    """Gives the file name that messages about a programme mention."""
    return f"{programme_id}.toml"


def _day(table: Table) -> Day:
    return Day(
        title=table.local("title"),
        motto=table.local("motto"),
        start=_minutes(table.clock("start")),
        end=_minutes(table.clock("end")),
        decider=table.tables("decider", _presence),
        blocks=table.tables("blocks", _block),
    )


def _presence(table: Table) -> Presence:
    return Presence(_minutes(table.clock("start")), _minutes(table.clock("end")))


def _block(table: Table) -> Block:
    return Block(
        exercise=table.text("exercise"),
        minutes=table.whole("minutes"),
        title=table.local_or_none("title"),
        fixed=table.word("fixed", FIXED_POINTS) if table.has("fixed") else None,
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
