"""TinyDB on the journal: the usual API, but an edit costs the same at a hundred and at a hundred thousand records."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from sprint.store.ledger import Ledger
from sprint.store.shapes import Json, Raw


def own_copy(value: Json) -> Json:
    """A copy that shares nothing changeable with `value`."""
    if isinstance(value, dict):
        return {key: own_copy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [own_copy(item) for item in value]
    return value


class JournalDocument(Document):
    """A document that its reader may change without touching what is stored."""

    def __init__(self, value: Mapping[str, Json], doc_id: str) -> None:
        super().__init__({key: own_copy(item) for key, item in value.items()}, doc_id)  # type: ignore[arg-type] # ids are str here


class _Overlay(MutableMapping[str, Raw]):
    """A table as an updater sees it: reads through, keeps what was touched, costs only that."""

    def __init__(self, stored: Mapping[str, Raw]) -> None:
        self._stored = stored
        self._touched: dict[str, Raw | None] = {}

    def __getitem__(self, key: str) -> Raw:
        if key not in self._touched:
            self._touched[key] = own_copy(self._stored[key])
        found = self._touched[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: str, value: Raw) -> None:
        self._touched[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched[key] = None

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str) and key in self._touched:
            return self._touched[key] is not None
        return key in self._stored

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._stored if self._touched.get(key, self._stored) is not None)
        yield from (key for key, raw in self._touched.items() if raw is not None and key not in self._stored)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> dict[str, Raw | None]:
        """What is different from the stored table; None for removed records."""
        return {key: raw for key, raw in self._touched.items() if raw != self._stored.get(key)}


class JournalStorage(Storage):
    """A TinyDB storage over a ledger; operations inside `commit` become one journal record."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open: dict[str, dict[str, Raw | None]] | None = None

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the content may have changed; query caches go by it."""
        return self._ledger.seq, 0 if self._open is None else sum(len(rows) for rows in self._open.values())

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables; TinyDB may drop names from the result, but the rows are not to be changed."""
        return {name: self.table(name) for name in self._names()}  # type: ignore[misc] # TinyDB only reads the rows

    def table(self, name: str) -> Mapping[str, Raw]:
        """One table, with what the open group has changed."""
        stored = self._ledger.tables.get(name, {})
        waiting = (self._open or {}).get(name)
        if not waiting:
            return stored
        merged = {**stored, **waiting}
        return {key: raw for key, raw in merged.items() if raw is not None}

    def _names(self) -> set[str]:
        return {name for name in {*self._ledger.tables, *(self._open or {})} if self.table(name)}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables equal to `data`: whole-database operations such as dropping tables."""
        for name in {*self._ledger.tables, *data}:
            stored, wanted = self.table(name), data.get(name, {})
            gone = {key: None for key in stored if key not in wanted}
            fresh = {key: dict(raw) for key, raw in wanted.items() if stored.get(key) != raw}
            self.change(name, {**gone, **fresh})

    def change(self, table: str, changes: Mapping[str, Raw | None]) -> None:
        """Set or remove (None) records of one table, at once or with the open group."""
        if not changes:
            return
        if self._open is not None:
            self._open.setdefault(table, {}).update(changes)
        else:
            self._ledger.commit({table: changes}, kind="edit", label="store.history_change")

    @contextmanager
    def commit(self, *, label: str, kind: str = "edit", params: Mapping[str, Json] | None = None) -> Iterator[None]:
        """Group several operations to one commit; when the block raises, none of them happened."""
        if self._open is not None:
            yield
            return
        self._open = {}
        try:
            yield
            changes = self._open
        finally:
            self._open = None
        if any(changes.values()):
            self._ledger.commit(changes, kind=kind, label=label, params=params)

    def close(self) -> None:
        """Save and stop."""
        self._ledger.close()


class JournalTable(Table):
    """A TinyDB table with string ids whose every operation is journalled and touches only what it changes."""

    document_class = JournalDocument  # type: ignore[assignment] # its ids are str
    document_id_class = str  # type: ignore[assignment] # TinyDB's own ids are numbers

    def _journal(self) -> JournalStorage:
        storage = self._storage
        if not isinstance(storage, JournalStorage):
            raise TypeError("a JournalTable needs a JournalStorage")
        return storage

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return self._journal().table(self.name)  # type: ignore[return-value] # TinyDB only reads it

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage = self._journal()
        overlay = _Overlay(storage.table(self.name))
        updater(overlay)
        storage.change(self.name, overlay.changes())
        self.clear_cache()

    def _get_next_id(self) -> str:
        return uuid.uuid4().hex

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that match; the cache is dropped when somebody else changed the tables."""
        version = self._journal().version
        if version != getattr(self, "_seen", None):
            self.clear_cache()
            self._seen = version
        return super().search(cond)


class JournalDB(TinyDB):
    """TinyDB with journalled tables; `storage.commit(label=…)` groups operations."""

    table_class = JournalTable

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, storage=JournalStorage)

    @property
    def journal(self) -> JournalStorage:
        """The storage, for grouping operations to one commit."""
        storage = self.storage
        if not isinstance(storage, JournalStorage):
            raise TypeError("a JournalDB needs a JournalStorage")
        return storage
