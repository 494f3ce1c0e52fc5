"""From record to JSON object and back. Defaults are left out, unknown fields are kept, wrong types are refused."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sprint.document import Document
from sprint.errors import Param
from sprint.records import RECORD_TYPES, Json, Record
from sprint.rules import fault_of

Raw = Mapping[str, Json]
RawTables = Mapping[str, Mapping[str, Raw]]
_Reader = Callable[[Any], Any]
_WRONG = object()


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
    readers: Mapping[str, _Reader]
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
    schema = _schema(kind.TABLE)
    plain = schema.plain
    values: dict[str, Any] = {}
    extra: dict[str, Json] | None = None
    for name, value in raw.items():
        if plain.get(name) is type(value):
            values[name] = value
            continue
        reader = schema.readers.get(name)
        if reader is None:
            extra = {} if extra is None else extra
            extra[name] = value
            continue
        found = reader(value)
        if found is _WRONG:
            return Reject(kind.TABLE, record_id, "error.wrong_type", {"table": kind.TABLE, "field": name})
        values[name] = found
    if extra is not None:
        values["extra"] = MappingProxyType(extra)
    if not schema.required <= values.keys():
        missing = sorted(schema.required - values.keys())[0]
        return Reject(kind.TABLE, record_id, "error.field_missing", {"table": kind.TABLE, "field": missing})
    record = kind(id=record_id, **values)
    if fault := fault_of(record):
        return Reject(kind.TABLE, record_id, "error.impossible_value", {"table": kind.TABLE, "field": fault})
    return record


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
    records: dict[str, Record] = {}
    rejects: list[Reject] = []
    for kind in RECORD_TYPES:
        for record_id, raw in tables.get(kind.TABLE, {}).items():
            if record_id in records:
                rejects.append(Reject(kind.TABLE, record_id, "error.double_id", {"id": record_id}))
                continue
            found = decode(kind, record_id, raw)
            if isinstance(found, Reject):
                rejects.append(found)
            else:
                records[record_id] = found
    document, dangling = Document.load(records)
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
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        members = {member.value: member for member in hint}
        return lambda value: members.get(value, _WRONG) if type(value) is str else _WRONG
    if hint is float:
        return _read_number
    expected = hint
    return lambda value: value if type(value) is expected else _WRONG


def _plain(value: Any) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if type(value) is tuple else value


def _read_number(value: Any) -> Any:
    return float(value) if type(value) in (int, float) else _WRONG


def _read_texts(value: Any) -> Any:
    if type(value) is list and all(type(item) is str for item in value):
        return tuple(value)
    return _WRONG
