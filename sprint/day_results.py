"""What a day came to beside its notes, in lines for its last page and its sheet: heaps, votes, journeys, promises."""

from __future__ import annotations

from collections.abc import Callable

from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.drawn_results import drawn_results
from sprint.edits.clusters import heaps_of
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Note, SprintAnswer, VoteState
from sprint.sentences import listed
from sprint.study.results import study_results
from sprint.votes.rounds import results_of, rounds_of

_MOST = 3
_COUNTED = {
    "journey": "work.day_journey",
    "storyboard": "work.day_frames",
    "to_be": "work.day_to_be",
    "prototype": "work.day_parts",
    "validated_journey": "work.day_validated",
}
"""What is too long to name: it is counted."""
_NAMED = {
    "personas": "work.day_personas",
    "target": "work.day_target",
    "patterns": "work.day_patterns",
    "owners": "work.day_promises",
}


def day_results(
    document: Document, words: Translator, catalogue: Catalogue, day_id: str
) -> list[tuple[Block, list[str]]]:
    """Give the blocks that sorted, voted, drew or agreed, each with lines of what came out; nothing is told twice."""
    told, seen = [], set[str]()
    for block in blocks_of(document, day_id):
        found = [*_heaps(document, words, block), *_votes(document, words, block)]
        found += [line for line in _drawn(document, words, catalogue, block) if line not in seen]
        seen.update(found)
        if found:
            told.append((block, found))
    return told


def _heaps(document: Document, words: Translator, block: Block) -> list[str]:
    """Name the heaps; rows that never get a name, such as test flows, are told by their vote."""
    heaps = heaps_of(document, block.id)
    if not any(heap.title for heap in heaps):
        return []
    titles = [heap.title or words("work.no_title") for heap in heaps]
    return [words("work.day_heaps", count=len(titles), titles=listed(titles))]


def _votes(document: Document, words: Translator, block: Block) -> list[str]:
    votes = [vote for vote in rounds_of(document, block.id) if vote.state is VoteState.REVEALED]
    if not votes:
        return []
    results = results_of(document, votes[-1])
    chosen = [result for result in results if result.is_chosen] or [one for one in results if one.rank == 1]
    found = [
        words("work.day_chosen" if one.is_chosen else "work.day_top", label=one.label, count=one.total)
        for one in chosen[:_MOST]
    ]
    return [*found, words("work.day_reason", reason=votes[-1].reason)] if votes[-1].reason else found


def _drawn(document: Document, words: Translator, catalogue: Catalogue, block: Block) -> list[str]:
    """Tell what was drawn, marked or agreed at a block."""
    exercise = catalogue.exercise(block.exercise) if block.exercise in catalogue.ids else None
    tell: dict[str, Callable[[], list[str]]] = {"answers": lambda: _answers(document, words)}
    found: list[str] = []
    for artefact in exercise.outputs if exercise is not None else ():
        made = drawn_results(document, block, artefact) or study_results(document, block, artefact)
        if artefact in tell:
            found += tell[artefact]()
        elif made and artefact in _COUNTED:
            found.append(words(_COUNTED[artefact], count=len(made)))
        elif made and artefact in _NAMED:
            titles = listed(_said(document, record_id) for record_id in made)
            found.append(words(_NAMED[artefact], count=len(made), titles=titles))
    return found


def _answers(document: Document, words: Translator) -> list[str]:
    found = []
    for answer in document.table(SprintAnswer).values():
        note = document.get(answer.note_id)
        if isinstance(note, Note):
            verdict = words(f"print.verdict.{answer.verdict.value}")
            found.append(words("work.day_answer", verdict=verdict, question=note.text))
    return found


def _said(document: Document, record_id: str) -> str:
    record = document.get(record_id)
    found = (str(getattr(record, name, "")) for name in ("title", "name", "text"))
    return next((word.rstrip(".") for word in found if word), "…")
