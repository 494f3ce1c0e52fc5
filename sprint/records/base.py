"""What every record shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from sprint.records.kinds import Scope

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of one table: an id that never changes, and the fields of newer programs in `extra`."""

    TABLE: ClassVar[str] = ""
    SCOPE: ClassVar[Scope] = Scope.DOCUMENT
    REFERENCES: ClassVar[Mapping[str, str]] = {}

    id: str
    extra: Mapping[str, Json] | None = field(default=None, hash=False, repr=False)


def references(record: Record) -> list[tuple[str, str]]:
    """Return (id, table) of every record that `record` refers to."""
    found = []
    for name, table in record.REFERENCES.items():
        value = getattr(record, name)
        if type(value) is tuple:
            found += [(target, table) for target in value]
        elif value:
            found.append((value, table))
    return found
