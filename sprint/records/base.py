"""What every record shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar, TypeVar

from sprint.frozen import dataclass
from sprint.records.kinds import Scope

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row of one table: an id that never changes, and the fields of newer programs in `extra`."""

    TABLE: ClassVar[str] = ""
    SCOPE: ClassVar[Scope] = Scope.DOCUMENT
    REFERENCES: ClassVar[Mapping[str, str]] = {}

    id: str
    extra: Mapping[str, Json] | None = field(default=None, hash=False, repr=False)


R = TypeVar("R", bound=Record)


def filled(kind: type[R], values: dict[str, Any]) -> R:
    """Make a record of values that were checked: id and required fields are there, defaults come from the class.

    The dataclass's own `__init__` sets a frozen record field by field, three times as slow; that shows when a file of
    10,000 records is opened, and it is why records have no slots.
    """
    record = object.__new__(kind)
    record.__dict__.update(values)
    return record


def references(record: Record) -> list[tuple[str, str]]:
    """Return (id, table) of every record that `record` refers to."""
    found: list[tuple[str, str]] = []
    for name, table in record.REFERENCES.items():
        value = getattr(record, name)
        if not value:
            continue
        if type(value) is tuple:
            found += [(target, table) for target in value]
        else:
            found.append((value, table))
    return found
