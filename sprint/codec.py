"""From record to JSON object and back. Defaults are left out, unknown fields are kept, wrong types are refused."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import Any

from sprint.document import Document
from sprint.errors import Param
from sprint.frozen import dataclass
from sprint.records import RECORD_TYPES, Json, Record, filled, kinds
from sprint.rules import rule_of

Raw = Mapping[str, Json]
RawTables = Mapping[str, Mapping[str, Raw]]
_Reader = Callable[[Any], Any]
_WRONG = object()
_OR_NONE = " | None"
_PLAIN: Mapping[str, type] = {"str": str, "int": int, "bool": bool}
_LARGEST_WHOLE = 2**63 - 1  # what a JSON writer can hold; a larger number in a file could never be saved again


@dataclass(frozen=True)
class Reject:
    """A record of the file that cannot be shown: it stays in the file and the user is told why."""

    table: str
    id: str
    key: str
    params: Mapping[str, Param]


@dataclass(frozen=True)
class _Schema:
    plain: Mapping[str, type]  # fields that JSON holds as they are: most of them, and the quick way
    members: Mapping[str, Mapping[str, StrEnum]]
    readers: Mapping[str, _Reader]  # the others: optional, lists, numbers with a fraction
    defaults: tuple[tuple[str, object], ...]
    required: frozenset[str]
    homes: tuple[str, ...]  # the records without which this one is nowhere


def encode(record: Record) -> dict[str, Json]:
    """Return the JSON object of a record, without id, defaults first left out, unknown fields put back."""
    raw: dict[str, Json] = dict(record.extra or {})
    for name, default in _schema(record.TABLE).defaults:
        value = getattr(record, name)
        if value != default:
            raw[name] = _plain(value)
    return raw


def decode(kind: type[Record], record_id: str, raw: Raw) -> Record | Reject:
    """Return the record of a JSON object, or the reason why there is none."""
    return next(_decode_rows(kind, {record_id: raw}))


def _decode_rows(kind: type[Record], rows: Mapping[str, Raw]) -> Iterator[Record | Reject]:
    """Decode a table; most fields are plain or a member of a closed list, and these take the short way."""
    schema = _schema(kind.TABLE)
    plain, members, homes, rule = schema.plain, schema.members, schema.homes, rule_of(kind)
    for record_id, raw in rows.items():
        values: dict[str, Any] = dict(raw)
        extra: dict[str, Json] = {}
        wrong = ""
        for name, value in raw.items():
            expected = plain.get(name)
            if expected is type(value) and (not isinstance(value, int) or -_LARGEST_WHOLE <= value <= _LARGEST_WHOLE):
                continue
            if name in members and type(value) is str and value in members[name]:
                values[name] = members[name][value]
            elif name not in schema.readers:
                extra[name] = values.pop(name)
            elif (found := schema.readers[name](value)) is _WRONG:
                wrong = name
            else:
                values[name] = found
        values["id"] = record_id
        if extra:
            values["extra"] = MappingProxyType(extra)
        if wrong:
            yield Reject(kind.TABLE, record_id, "error.wrong_type", {"table": kind.TABLE, "field": wrong})
        elif missing := schema.required - values.keys():
            yield Reject(kind.TABLE, record_id, "error.field_missing", {"table": kind.TABLE, "field": min(missing)})
        elif not all(map(values.get, homes)):
            empty = next(name for name in homes if not values[name])
            yield Reject(kind.TABLE, record_id, "error.field_missing", {"table": kind.TABLE, "field": empty})
        else:
            record = filled(kind, values)
            fault = rule(record) if rule is not None else ""
            if fault:
                yield Reject(kind.TABLE, record_id, "error.impossible_in_file", {"table": kind.TABLE, "field": fault})
            else:
                yield record


def read_document(tables: RawTables) -> tuple[Document, tuple[Reject, ...]]:
    """Build the document of a file; records that cannot stand (wrong type, double id, dangling) are set aside.

    The garbage collector rests meanwhile: it would walk through all that was just read, again and again, for nothing.
    """
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return _read_document(tables)
    finally:
        if was_collecting:
            gc.enable()


def _read_document(tables: RawTables) -> tuple[Document, tuple[Reject, ...]]:
    found: dict[str, dict[str, Record]] = {}
    seen: set[str] = set()
    rejects: list[Reject] = []
    for kind in RECORD_TYPES:
        rows: dict[str, Record] = {}
        for record in _decode_rows(kind, tables.get(kind.TABLE, {})):
            if isinstance(record, Reject):
                rejects.append(record)
            elif record.id in seen:
                rejects.append(Reject(kind.TABLE, record.id, "error.double_id", {"id": record.id}))
            else:
                rows[record.id] = record
        seen |= rows.keys()
        found[kind.TABLE] = rows
    document, dangling = Document.load(found)
    rejects += [Reject(lost.TABLE, lost.id, "error.dangling_in_file", {"table": lost.TABLE}) for lost in dangling]
    return document, tuple(rejects)


# ---- how each field is read


@cache
def _schema(table: str) -> _Schema:
    kind = next(kind for kind in RECORD_TYPES if table == kind.TABLE)
    # The records write their types as text; asking `typing` for the types themselves costs a millisecond a table.
    own = {field.name: field for field in fields(kind) if field.name not in ("id", "extra")}
    types = {name: str(field.type) for name, field in own.items()}
    required = [name for name, field in own.items() if field.default is MISSING]
    return _Schema(
        {name: _PLAIN[words] for name, words in types.items() if words in _PLAIN},
        {name: _members(words) for name, words in types.items() if hasattr(kinds, words)},
        {name: _reader(words) for name, words in types.items()},
        tuple((name, field.default) for name, field in own.items()),
        frozenset(required),
        tuple(name for name in required if name in kind.REFERENCES),
    )


def _members(kind: str) -> dict[str, StrEnum]:
    return {member.value: member for member in getattr(kinds, kind)}


def _reader(words: str) -> _Reader:
    """Choose how a field is read by its type as the record writes it, such as `int | None`."""
    if words.endswith(_OR_NONE):
        inner = _reader(words.removesuffix(_OR_NONE))
        return lambda value: None if value is None else inner(value)
    if words.startswith("tuple[int"):
        return _read_wholes
    if words.startswith("tuple["):
        return _read_texts
    if words == "float":
        return _read_number
    if words == "int":
        return _read_whole
    if hasattr(kinds, words):
        return _read_nothing  # a value outside the closed list
    expected = _PLAIN[words]
    return lambda value: value if type(value) is expected else _WRONG


def _read_nothing(_: Any) -> Any:
    return _WRONG


def _plain(value: Any) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if type(value) is tuple else value


def _read_number(value: Any) -> Any:
    if type(value) is float:
        return value if isfinite(value) else _WRONG
    whole = _read_whole(value)
    return whole if whole is _WRONG else float(whole)


def _read_whole(value: Any) -> Any:
    return value if type(value) is int and -_LARGEST_WHOLE <= value <= _LARGEST_WHOLE else _WRONG


def _read_texts(value: Any) -> Any:
    if type(value) is list and all(type(item) is str for item in value):
        return tuple(value)
    return _WRONG


def _read_wholes(value: Any) -> Any:
    if type(value) is list and all(_read_whole(item) is not _WRONG for item in value):
        return tuple(value)
    return _WRONG
