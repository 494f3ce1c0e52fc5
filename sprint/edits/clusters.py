"""Edits of heaps of notes: make, name, fill, split, join and take apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import index_before, last_place, merged, places
from sprint.ids import IdSource
from sprint.records import Block, Cluster, Note


def make_heap(document: Document, ids: IdSource, block_id: str, note_ids: Iterable[str], title: str = "") -> Diff:
    """Put notes together on a new heap; a heap without a name that they leave empty goes."""
    block = document.require(Block, block_id)
    notes = _notes(document, note_ids)
    heap = Cluster(id=ids(), block_id=block.id, order=last_place(heaps_of(document, block.id)), title=title)
    moved: list[Change] = [(note, replace(note, cluster_id=heap.id)) for note in notes]
    gone: list[Change] = [(old, None) for old in _left_empty(document, notes)]
    return make_diff("edit.make_heap", [(None, heap), *moved, *gone], count=len(notes))


def put_on_heap(document: Document, note_ids: Iterable[str], heap_id: str) -> Diff:
    """Lay notes on a heap, or with "" beside all heaps; a heap without a name that they leave empty goes."""
    heap = document.require(Cluster, heap_id) if heap_id else None
    notes = [note for note in _notes(document, note_ids) if note.cluster_id != heap_id]
    moved: list[Change] = [(note, replace(note, cluster_id=heap.id if heap is not None else "")) for note in notes]
    gone: list[Change] = [(old, None) for old in _left_empty(document, notes) if old.id != heap_id]
    return make_diff("edit.put_on_heap", [*moved, *gone], count=len(notes))


def name_heap(document: Document, heap_id: str, title: str) -> Diff:
    """Give a heap a name."""
    heap = document.require(Cluster, heap_id)
    return make_diff("edit.name_heap", [(heap, replace(heap, title=title))], title=title)


def join_heaps(document: Document, heap_id: str, into_id: str) -> Diff:
    """Put one heap on another, which keeps its name, or takes that of the first when it has none."""
    heap, into = document.require(Cluster, heap_id), document.require(Cluster, into_id)
    if heap.id == into.id:
        return make_diff("edit.join_heaps", [], title=into.title)
    notes = [note for note in document.referrers(Note, heap.id) if note.cluster_id == heap.id]
    title = into.title or heap.title
    changes: list[Change] = [(note, replace(note, cluster_id=into.id)) for note in notes]
    changes += [(heap, None), (into, replace(into, title=title))]
    return make_diff("edit.join_heaps", changes, title=title)


def take_heap_apart(document: Document, heap_id: str) -> Diff:
    """Take a heap away; its notes lie beside all heaps again."""
    heap = document.require(Cluster, heap_id)
    notes = [note for note in document.referrers(Note, heap.id) if note.cluster_id == heap.id]
    changes: list[Change] = [(note, replace(note, cluster_id="")) for note in notes]
    return make_diff("edit.take_heap_apart", [*changes, (heap, None)], title=heap.title)


def move_heap(document: Document, heap_id: str, before: str) -> Diff:
    """Put a heap before another one of its exercise ("" = at the end)."""
    heap = document.require(Cluster, heap_id)
    siblings = [other for other in heaps_of(document, heap.block_id) if other.id != heap.id]
    orders, room = places(siblings, index_before(siblings, before), 1)
    return make_diff("edit.move_heap", merged(room, [(heap, replace(heap, order=orders[0]))]), title=heap.title)


def heaps_of(document: Document, block_id: str) -> list[Cluster]:
    """Return the heaps that were made in a block, in their order."""
    return sorted(document.referrers(Cluster, block_id), key=lambda heap: (heap.order, heap.id))


def _notes(document: Document, note_ids: Iterable[str]) -> list[Note]:
    return [document.require(Note, note_id) for note_id in dict.fromkeys(note_ids)]


def _left_empty(document: Document, leaving: Sequence[Note]) -> list[Cluster]:
    """List the heaps without a name on which nothing lies when these notes have left."""
    ids = {note.id for note in leaving}
    homes = (document.get(heap_id) for heap_id in dict.fromkeys(note.cluster_id for note in leaving if note.cluster_id))
    return [
        heap
        for heap in homes
        if isinstance(heap, Cluster)
        and not heap.title
        and all(note.id in ids for note in document.referrers(Note, heap.id) if note.cluster_id == heap.id)
    ]
