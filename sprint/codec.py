"""From record to JSON object and back. Defaults are left out, unknown fields are kept, wrong types are refused."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from math import isfinite
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sprint.document import Document
from sprint.errors import Param
from sprint.records import RECORD_TYPES, Json, Record, filled
from sprint.rules import rule_of

Raw = Mapping[str, Json]
RawTables = Mapping[str, Mapping[str, Raw]]
_Reader = Callable[[Any], Any]
_WRONG = object()
_LARGEST_WHOLE = 2**63 - 1  # what a JSON writer can hold; a larger number in a file could never be saved again


@dataclass(frozen=True, slots=True)
class Reject:
    """A record of the file that cannot be shown: it stays in the file and the user is told why."""

    table: str
    id: str
    key: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class _Schema:
    plain: Mapping[str, type]  # fields that JSON holds as they are: most of them, and the quick way
    members: Mapping[str, Mapping[str, StrEnum]]
    readers: Mapping[str, _Reader]  # the others: optional, lists, numbers with a fraction
    defaults: tuple[tuple[str, object], ...]
    required: frozenset[str]


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
    plain, members, rule = schema.plain, schema.members, rule_of(kind)
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
    hints = get_type_hints(kind)
    own = [field for field in fields(kind) if field.name not in ("id", "extra")]
    return _Schema(
        {field.name: hints[field.name] for field in own if hints[field.name] in (str, int, bool)},
        {field.name: {m.value: m for m in hints[field.name]} for field in own if _is_list_of_kinds(hints[field.name])},
        {field.name: _reader(hints[field.name]) for field in own},
        tuple((field.name, field.default) for field in own),
        frozenset(field.name for field in own if field.default is MISSING),
    )


def _reader(hint: Any) -> _Reader:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        (inner,) = (_reader(option) for option in get_args(hint) if option is not NoneType)
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _read_texts
    if hint is float:
        return _read_number
    if hint is int:
        return _read_whole
    if _is_list_of_kinds(hint):
        return _read_nothing  # a value outside the closed list
    expected = hint
    return lambda value: value if type(value) is expected else _WRONG


def _is_list_of_kinds(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


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
