"""The flow of results: where input of an exercise comes from, what waits for its result, what rests on it already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.drawn_results import drawn_results
from sprint.edits.notes import notes_of
from sprint.errors import SprintError
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.records import Block, Cluster, Note, NoteKind, VoteRound, VoteState
from sprint.study.results import study_results
from sprint.votes.rounds import rounds_of

ARTEFACT_KINDS: dict[str, tuple[NoteKind, ...]] = {
    "rules": (NoteKind.RULE,),
    "hopes": (NoteKind.HOPE,),
    "fears": (NoteKind.FEAR,),
    "expert_knowledge": (NoteKind.EXPERT, NoteKind.HOW_MIGHT_WE),
    "hmw_notes": (NoteKind.HOW_MIGHT_WE,),
    "goal": (NoteKind.GOAL,),
    "questions": (NoteKind.QUESTION,),
    "demos": (NoteKind.DEMO,),
    "ideas": (NoteKind.IDEA, NoteKind.SKETCH),
    "variations": (NoteKind.IDEA,),
    "sketches": (NoteKind.SKETCH,),
    "critique": (NoteKind.HIGHLIGHT, NoteKind.OBJECTION),
    "causes": (NoteKind.CAUSE,),
    "test_flow": (NoteKind.TEST_STEP,),
    "assumptions": (NoteKind.ASSUMPTION,),
    "prototype": (NoteKind.PROTOTYPE,),
    "trial_findings": (NoteKind.FINDING,),
    "patterns": (NoteKind.PATTERN,),
    "answers": (NoteKind.ANSWER,),
    "lessons": (NoteKind.LESSON,),
}
"""The kinds of notes that an artefact is made of; other artefacts are any note, a heap, a vote or the journey."""


@dataclass(frozen=True, slots=True)
class FlowLink:
    """One thing that goes from block to block: what it is, the block at the other end, how many of it were made."""

    artefact: str
    block_id: str
    count: int


@dataclass(frozen=True, slots=True)
class Flow:
    """What a block takes in, what nobody made for it yet, and what waits for its result."""

    inputs: tuple[FlowLink, ...] = ()
    missing: tuple[str, ...] = ()
    waiting: tuple[FlowLink, ...] = ()


class FlowReader:
    """Reads the flow of one sprint; blocks that were left out make nothing and wait for nothing."""

    def __init__(self, document: Document, catalogue: Catalogue) -> None:
        self._document, self._catalogue = document, catalogue

    def read(self, block_id: str) -> Flow:
        """Tell where the input of a block comes from and where its result goes."""
        blocks = self._blocks()
        place = next((place for place, block in enumerate(blocks) if block.id == block_id), None)
        exercise = self._exercise(blocks[place]) if place is not None else None
        if place is None or exercise is None:
            return Flow()
        before, behind = blocks[:place], blocks[place + 1 :]
        inputs = [
            FlowLink(artefact, maker.id, self.count(maker.id, artefact))
            for artefact in (*exercise.inputs, *exercise.optional_inputs)
            for maker in self._makers(before, artefact)
        ]
        there = {link.artefact for link in inputs}
        missing = tuple(artefact for artefact in exercise.inputs if artefact not in there)
        waiting = [
            (not self._needs(taker, artefact), FlowLink(artefact, taker.id, self.count(block_id, artefact)))
            for taker in behind
            for artefact in exercise.outputs
            if self._takes(taker, artefact)
        ]
        # Who cannot begin without it comes first, however late it is.
        waiting.sort(key=lambda pair: pair[0])
        return Flow(tuple(inputs), missing, tuple(link for _, link in waiting))

    def material(self, block_id: str, artefacts: Iterable[str] = ()) -> list[str]:
        """List the notes and heaps that lie ready for a block, by id.

        Of the artefacts asked for, or of all that it needs; when it needs none, of all that it may use. A vote hands on
        what was voted on; a maker that left nothing behind hands on what it was given itself.
        """
        block = self._document.get(block_id)
        exercise = self._exercise(block) if isinstance(block, Block) else None
        if exercise is None:
            return []
        wanted = tuple(artefacts) or exercise.inputs or exercise.optional_inputs
        found: dict[str, None] = {}
        for link in self.read(block_id).inputs:
            if link.artefact in wanted:
                found |= dict.fromkeys(self._handed_on(link.block_id, link.artefact))
        return list(found)

    def count(self, block_id: str, artefact: str) -> int:
        """Count what a block made of an artefact; of all its notes when no artefact is named."""
        block = self._document.get(block_id)
        drawn = drawn_results(self._document, block, artefact) if isinstance(block, Block) else None
        if drawn is not None:
            return len(drawn)
        return len(self._made(block_id, artefact)) + len(self._studied(block_id, artefact))

    def resting_on(self, block_id: str) -> list[str]:
        """List the blocks whose results rest on what this block made: its notes are on a heap, voted on, worked out."""
        own = {note.id for note in notes_of(self._document, block_id)}
        own |= {heap.id for heap in self._document.referrers(Cluster, block_id)}
        found: set[str] = set()
        for record_id in own:
            for note in self._document.referrers(Note, record_id):
                found.add(note.block_id)
            heap = getattr(self._document.get(record_id), "cluster_id", "")
            home = self._document.get(heap)
            if isinstance(home, Cluster):
                found.add(home.block_id)
        for vote in self._document.table(VoteRound).values():
            if vote.state is not VoteState.DROPPED and own & set(vote.option_ids):
                found.add(vote.block_id)
        return [block.id for block in self._blocks() if block.id in found and block.id != block_id]

    # ---- inside

    def _blocks(self) -> list[Block]:
        days = days_of(self._document)
        return [block for day in days for block in blocks_of(self._document, day.id) if not block.skipped]

    def _exercise(self, block: Block) -> Exercise | None:
        try:
            return self._catalogue.exercise(block.exercise) if block.exercise else None
        except SprintError:
            return None

    def _makers(self, blocks: list[Block], artefact: str) -> list[Block]:
        return [
            block
            for block in blocks
            if (exercise := self._exercise(block)) is not None and artefact in exercise.outputs
        ]

    def _needs(self, block: Block, artefact: str) -> bool:
        exercise = self._exercise(block)
        return exercise is not None and artefact in exercise.inputs

    def _takes(self, block: Block, artefact: str) -> bool:
        exercise = self._exercise(block)
        return exercise is not None and artefact in (*exercise.inputs, *exercise.optional_inputs)

    def _made(self, block_id: str, artefact: str) -> list[str]:
        """List what a block itself made: heaps for clusters, what was voted on for votes, else its notes."""
        heaps = sorted(self._document.referrers(Cluster, block_id), key=lambda heap: (heap.order, heap.id))
        if artefact == "clusters":
            return [heap.id for heap in heaps]
        kinds = ARTEFACT_KINDS.get(artefact)
        notes = [note.id for note in notes_of(self._document, block_id) if kinds is None or note.kind in kinds]
        if kinds is not None or notes:
            return notes if artefact else [*notes, *(heap.id for heap in heaps)]
        rounds = [vote for vote in rounds_of(self._document, block_id) if vote.state is VoteState.REVEALED]
        if not rounds:
            return [heap.id for heap in heaps]
        last = rounds[-1]
        return [option for option in last.option_ids if self._document.get(option) is not None]

    def _studied(self, block_id: str, artefact: str) -> set[str]:
        """List what a block made with citizens, which no other exercise takes over as a note."""
        block = self._document.get(block_id)
        exercise = self._exercise(block) if isinstance(block, Block) else None
        if exercise is None or not isinstance(block, Block):
            return set()
        wanted = [one for one in exercise.outputs if artefact in ("", one)]
        return {one for name in wanted for one in study_results(self._document, block, name)}

    def _handed_on(self, block_id: str, artefact: str) -> list[str]:
        made = self._made(block_id, artefact)
        if artefact == "clusters":
            # What lies on no heap is handed on as well: nothing gets lost between two exercises.
            given = (self._document.get(record_id) for record_id in self.material(block_id))
            return [*made, *(record.id for record in given if record and getattr(record, "cluster_id", "") not in made)]
        block = self._document.get(block_id)
        exercise = self._exercise(block) if isinstance(block, Block) else None
        if made or exercise is None or artefact in ARTEFACT_KINDS:
            return made
        return self.material(block_id) if exercise.inputs else []
