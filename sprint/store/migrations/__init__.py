"""Bringing records of older formats up to date, one step at a time.

Format history
    1  early draft: a step's feeling was `valence`, -2 to +2.
    2  a step's feeling is `feeling`, -3 to +3.

A step looks at each record by itself and leaves what it does not know alone, so that it may be used on the
state and on every commit of a history alike. To add one: a module with a pure function, a row in `STEPS`, a fixture
in `tests/data/format/` and a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sprint.store.frames import Frame, decode, encode, pack
from sprint.store.migrations.v1_to_v2 import feeling_from_valence
from sprint.store.shapes import FORMAT_VERSION, Changes, Raw, Tables

Step = Callable[[str, Raw], Raw]

STEPS: Mapping[int, Step] = {1: feeling_from_valence}
"""For each version the step that leads to the next: (table, record) -> record."""


def migrated_tables(tables: Tables, version: int) -> Tables:
    """The state of an older format in today's; the input stays as it is."""
    return {
        name: {record_id: _migrated(name, raw, version) for record_id, raw in rows.items()}
        for name, rows in tables.items()
    }


def migrated_frames(frames: list[Frame], version: int) -> list[Frame]:
    """A history of an older format in today's; the frames are chained anew."""
    done: list[Frame] = []
    prev = frames[0].prev if frames else 0
    for frame in frames:
        commit = decode(frame)
        changes: Changes = {
            name: {key: None if raw is None else _migrated(name, raw, version) for key, raw in rows.items()}
            for name, rows in commit.changes.items()
        }
        fresh = pack(frame.seq, prev, encode(commit.at, commit.kind, commit.label, commit.params, changes))
        done.append(fresh)
        prev = fresh.crc
    return done


def _migrated(table: str, raw: Raw, version: int) -> Raw:
    for step in range(version, FORMAT_VERSION):
        raw = STEPS[step](table, raw)
    return raw
