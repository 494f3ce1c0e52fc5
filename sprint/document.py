"""The document: tables of immutable records, and the journey graph made of them. `apply` is its only writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from sprint.diff import Change, Diff
from sprint.errors import IntegrityError, StaleDiffError
from sprint.records import RECORD_TYPES, SPRINT_ID, Link, Phase, Record, Sprint, Step, references
from sprint.rules import fault_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph

STILL_NEEDED = "error.still_needed"

R = TypeVar("R", bound=Record)
Listener = Callable[[Diff], None]


class Document:
    """All records of a sprint, with the references between them kept whole.

    The graph (steps are nodes, links are edges keyed by link id) is built from the tables the first time somebody
    asks for it and kept in step by every diff after that: networkx takes 130 ms to import, and the first window must
    not wait for it.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._tables: dict[str, dict[str, Record]] = {kind.TABLE: {} for kind in RECORD_TYPES}
        self._records: dict[str, Record] = {}
        self._referrer_index: dict[str, dict[str, None]] | None = None
        self._listeners: list[Listener] = []
        self._graph: MultiDiGraph[str] | None = None
        for record in records:
            self._put(record)
        for record in self._records.values():
            self._check_references(record, {})

    @classmethod
    def load(cls, tables: Mapping[str, dict[str, Record]]) -> tuple[Document, list[Record]]:
        """Build the document of a file; records that refer to what is not there are left out and returned."""
        document = cls()
        document._tables.update(tables)
        for table in tables.values():
            document._records.update(table)
        dangling = [record for record in document if not document._is_whole(record)]
        dangling += document._astray(dangling)
        for lost in dangling:
            document._remove(lost.id)
        for lost in dangling:  # grows: what refers to a record that was left out is left out too
            for referrer in list(document._referrers.get(lost.id, ())):
                dangling.append(document._records[referrer])
                document._remove(referrer)
        return document, dangling

    # ---- reading

    def get(self, record_id: str) -> Record | None:
        """Return the record, or None when there is none with this id."""
        return self._records.get(record_id)

    def require(self, kind: type[R], record_id: str) -> R:
        """Return the record of this kind; raises IntegrityError when it is not there."""
        record = self._records.get(record_id)
        if not isinstance(record, kind):
            raise IntegrityError("error.record_gone", table=kind.TABLE, id=record_id)
        return record

    def table(self, kind: type[R]) -> Mapping[str, R]:
        """Return a read-only view of all records of one kind, by id."""
        return MappingProxyType(self._tables[kind.TABLE])  # type: ignore[arg-type]  # tables are keyed by kind

    def referrers(self, kind: type[R], record_id: str) -> Iterator[R]:
        """Yield the records of one kind that refer to `record_id` (cards of a step, links of a step …)."""
        for referrer in self._referrers.get(record_id, ()):
            record = self._records[referrer]
            if isinstance(record, kind):
                yield record

    @property
    def sprint(self) -> Sprint:
        """The record of the sprint itself; an empty one when the file has none."""
        record = self._records.get(SPRINT_ID)
        return record if isinstance(record, Sprint) else Sprint(id=SPRINT_ID)

    @property
    def graph(self) -> MultiDiGraph[str]:
        """A read-only view of the journey graph; attribute `record` holds the Step or the Link."""
        if self._graph is None:
            self._graph = self._build_graph()
        return self._graph.copy(as_view=True)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    # ---- writing

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every applied diff; returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, diff: Diff) -> None:
        """Make the change, or raise IntegrityError and leave everything as it was."""
        for record_id, change in diff.changes.items():
            self._check_change(record_id, change)
        self._check_wholeness(diff.changes)
        for record_id, (before, after) in diff.changes.items():
            if after is None:
                self._remove(record_id)
            else:
                if before is not None:
                    self._drop_references(before)
                self._put(after)
        if self._graph is not None:
            self._update_graph(self._graph, diff.changes)
        for listener in tuple(self._listeners):
            listener(diff)

    # ---- integrity

    def _check_change(self, record_id: str, change: Change) -> None:
        before, after = change
        current = self._records.get(record_id)
        if current is not before and current != before:
            raise StaleDiffError("error.stale_change", id=record_id)
        for record in change:
            if record is not None and (record.id != record_id or record.TABLE not in self._tables):
                raise IntegrityError("error.wrong_record", id=record_id)
        if before is not None and after is not None and before.TABLE != after.TABLE:
            raise IntegrityError("error.wrong_record", id=record_id)
        if after is not None and (field := fault_of(after)):
            raise IntegrityError("error.impossible_value", table=after.TABLE, field=field)

    def _check_wholeness(self, changes: Mapping[str, Change]) -> None:
        for record_id, (_, after) in changes.items():
            if after is not None:
                self._check_references(after, changes)
                continue
            for referrer in self._referrers.get(record_id, ()):
                record = changes[referrer][1] if referrer in changes else self._records[referrer]
                if record is not None and any(target == record_id for target, _ in references(record)):
                    raise IntegrityError(STILL_NEEDED, id=record_id, by=referrer)

    def _is_whole(self, record: Record) -> bool:
        for target, table in references(record):
            found = self._records.get(target)
            if found is None or table != found.TABLE:
                return False
        return True

    def _astray(self, lost: Iterable[Record]) -> list[Record]:
        """Return the steps and links of a file that lie in another journey than the one they name."""
        phases = {phase.id: phase.journey_id for phase in self.table(Phase).values()}
        steps = {step.id: step.journey_id for step in self.table(Step).values()}
        astray: list[Record] = [
            step for step in self.table(Step).values() if phases.get(step.phase_id) != step.journey_id
        ]
        for link in self.table(Link).values():
            if not steps.get(link.source) == link.journey_id == steps.get(link.target):
                astray.append(link)
        gone = {record.id for record in lost} if astray else set()
        return [record for record in astray if record.id not in gone]

    def _check_references(self, record: Record, changes: Mapping[str, Change]) -> None:
        for target, table in references(record):
            found = changes[target][1] if target in changes else self._records.get(target)
            if found is None or table != found.TABLE:
                raise IntegrityError("error.dangling", table=record.TABLE, id=record.id, target=target)

    # ---- tables and the index of references

    @property
    def _referrers(self) -> dict[str, dict[str, None]]:
        """Who refers to whom; made when it is first asked for, kept in step by every diff after that."""
        if self._referrer_index is None:
            self._referrer_index = {}
            for record in self._records.values():
                self._add_references(record, self._referrer_index)
        return self._referrer_index

    def _put(self, record: Record) -> None:
        self._add_references(record, self._referrers)
        self._records[record.id] = record
        self._tables[record.TABLE][record.id] = record

    @staticmethod
    def _add_references(record: Record, referrers: dict[str, dict[str, None]]) -> None:
        for target, _ in references(record):
            holders = referrers.get(target)
            if holders is None:
                referrers[target] = {record.id: None}
            else:
                holders[record.id] = None

    def _remove(self, record_id: str) -> None:
        record = self._records.pop(record_id)
        del self._tables[record.TABLE][record_id]
        self._drop_references(record)

    def _drop_references(self, record: Record) -> None:
        for target, _ in references(record):
            holders = self._referrers.get(target)
            if holders is not None:
                holders.pop(record.id, None)
                if not holders:
                    del self._referrers[target]

    # ---- graph

    def _build_graph(self) -> MultiDiGraph[str]:
        from networkx import MultiDiGraph  # noqa: PLC0415 - heavy, see the class

        graph: MultiDiGraph[str] = MultiDiGraph()
        graph.add_nodes_from((step.id, {"record": step}) for step in self.table(Step).values())
        graph.add_edges_from(
            (link.source, link.target, link.id, {"record": link}) for link in self.table(Link).values()
        )
        return graph

    @staticmethod
    def _update_graph(graph: MultiDiGraph[str], changes: Mapping[str, Change]) -> None:
        for before, _ in changes.values():
            if isinstance(before, Link):
                graph.remove_edge(before.source, before.target, key=before.id)
        for before, after in changes.values():
            if isinstance(after, Step):
                graph.add_node(after.id, record=after)
            elif isinstance(before, Step):
                graph.remove_node(before.id)
        for _, after in changes.values():
            if isinstance(after, Link):
                graph.add_edge(after.source, after.target, key=after.id, record=after)
