"""A listener that knows a document only by its diffs, as a canvas or a journal does."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sprint.diff import Diff
from sprint.document import Document
from sprint.records import Link, Record, Step


class Mirror:
    """Keeps tables and a graph of its own, fed by nothing but diffs."""

    def __init__(self, document: Document) -> None:
        self.records: dict[str, Record] = {record.id: record for record in document}
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(document.graph)
        document.subscribe(self.on_diff)

    def on_diff(self, diff: Diff) -> None:
        """Follow a change; complains when the `before` is not what was here."""
        for record_id, (before, after) in diff.changes.items():
            assert self.records.get(record_id) == before
            if after is None:
                del self.records[record_id]
            else:
                self.records[record_id] = after
        self._follow_graph(diff)

    def _follow_graph(self, diff: Diff) -> None:
        for before, _ in diff.changes.values():
            if isinstance(before, Link):
                self.graph.remove_edge(before.source, before.target, key=before.id)
        for before, after in diff.changes.values():
            if isinstance(after, Step):
                self.graph.add_node(after.id, record=after)
            elif isinstance(before, Step):
                self.graph.remove_node(before.id)
        for _, after in diff.changes.values():
            if isinstance(after, Link):
                self.graph.add_edge(after.source, after.target, key=after.id, record=after)


def differences(document: Document, mirror: Mirror) -> Iterator[str]:
    """Name what differs between a document, its mirror and a document built anew from the same records."""
    fresh = Document(document)
    if mirror.records != {record.id: record for record in document}:
        yield "the mirror has other records"
    for name, graph in (("the mirror", mirror.graph), ("a fresh build", fresh.graph)):
        if not nx.utils.graphs_equal(nx.MultiDiGraph(document.graph), nx.MultiDiGraph(graph)):
            yield f"{name} has another graph"
    for record in document:
        here = {other.id for other in document.referrers(Record, record.id)}
        if here != {other.id for other in fresh.referrers(Record, record.id)}:
            yield f"other referrers of {record.id}"
    if len(document) != len(fresh):
        yield "another length"
