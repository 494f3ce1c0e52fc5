"""What can be chosen from in a vote: the notes or the heaps that lie ready for the exercise."""

from __future__ import annotations

from dataclasses import dataclass

from sprint.document import Document
from sprint.edits.clusters import heaps_of
from sprint.edits.notes import notes_of
from sprint.edits.sketches import letter_of, sketches_of
from sprint.flow import FlowReader
from sprint.programme.catalogue import Catalogue
from sprint.records import Cluster, Note, NoteKind


@dataclass(frozen=True, slots=True)
class VoteOption:
    """One thing to choose: its id, its words, the heap it lies on, its letter on the wall of sketches."""

    id: str
    label: str
    section: str = ""
    sign: str = ""

    @property
    def words(self) -> str:
        """What stands on it: letter and words, or the letter alone when it has no other words."""
        return f"{self.sign} · {self.label}" if self.sign and self.sign != self.label else self.label


def options_for(
    document: Document, catalogue: Catalogue, block_id: str, *, by_heap: bool = False, own_only: bool = False
) -> list[VoteOption]:
    """List the options of a block: what lies ready for it, and what was written in it; hidden notes are left out.

    With `own_only`, only what was written in it: where the room writes and votes in one exercise.
    """
    material = [] if own_only else FlowReader(document, catalogue).material(block_id)
    ids = dict.fromkeys([*material, *(note.id for note in notes_of(document, block_id))])
    records = [record for record in (document.get(one) for one in ids) if isinstance(record, Note | Cluster)]
    heaps = [record for record in records if isinstance(record, Cluster)]
    notes = {note.id: note for note in records if isinstance(note, Note)}
    for heap in heaps:
        notes |= {note.id: note for note in _lying_on(document, heap)}
    if by_heap:
        homes = {note.cluster_id for note in notes.values() if note.cluster_id}
        heaps = list({heap.id: heap for heap in [*heaps, *_heaps(document, homes)]}.values())
        there = {heap.id for heap in heaps}
        loose = [note for note in notes.values() if note.cluster_id not in there]
        return [*(_heap_option(document, heap) for heap in heaps), *_note_options(document, loose)]
    return _note_options(document, list(notes.values()))


def _note_options(document: Document, notes: list[Note]) -> list[VoteOption]:
    letters = {note.id: letter_of(place) for place, note in enumerate(sketches_of(document))}
    shown = [note for note in notes if not note.is_hidden and (note.text.strip() or note.kind is NoteKind.SKETCH)]
    order = {heap.id: place for place, heap in enumerate(_heaps(document, {note.cluster_id for note in shown}))}
    shown.sort(key=lambda note: order.get(note.cluster_id, len(order)))
    found = []
    for note in shown:
        heap = document.get(note.cluster_id)
        section = heap.title if isinstance(heap, Cluster) else ""
        sign = letters.get(note.id, "") if note.kind is NoteKind.SKETCH else ""
        found.append(VoteOption(note.id, note.text or sign, section, sign))
    return found


def _heap_option(document: Document, heap: Cluster) -> VoteOption:
    first = next((note.text for note in _lying_on(document, heap)), "")
    return VoteOption(heap.id, heap.title or first)


def _lying_on(document: Document, heap: Cluster) -> list[Note]:
    notes = (note for note in document.referrers(Note, heap.id) if note.cluster_id == heap.id)
    return sorted(notes, key=lambda note: (note.order, note.id))


def _heaps(document: Document, ids: set[str]) -> list[Cluster]:
    blocks = {heap.block_id for heap in (document.get(one) for one in ids) if isinstance(heap, Cluster)}
    return [heap for block_id in sorted(blocks) for heap in heaps_of(document, block_id) if heap.id in ids]
