"""What a day came to beside its notes, in lines for the page with which it closes: heaps, votes, journeys, promises."""

from __future__ import annotations

from collections.abc import Callable

from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.drawn_results import drawn_results
from sprint.edits.clusters import heaps_of
from sprint.records import Block, Note, SprintAnswer, VoteState
from sprint.study.results import study_results
from sprint.votes.rounds import results_of, rounds_of
from ui.panels.blocks import BlockNames
from ui.texts import Texts

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


def result_lines(document: Document, texts: Texts, names: BlockNames, day_id: str) -> list[str]:
    """Give a line for each exercise that sorted, voted, drew or agreed: its name, and below it what came out."""
    lines, seen = [], set[str]()
    for block in blocks_of(document, day_id):
        found = [*_heaps(document, texts, block), *_votes(document, texts, block)]
        found += [line for line in _drawn(document, texts, names, block) if line not in seen]
        seen.update(found)
        if found:
            lines.append("\n".join([names.title(block), *(f"– {line}" for line in found)]))
    return lines


def _heaps(document: Document, texts: Texts, block: Block) -> list[str]:
    """Name the heaps; rows that never get a name, such as test flows, are told by their vote."""
    heaps = heaps_of(document, block.id)
    if not any(heap.title for heap in heaps):
        return []
    titles = [heap.title or texts("work.no_title") for heap in heaps]
    return [texts("work.day_heaps", count=len(titles), titles="; ".join(titles))]


def _votes(document: Document, texts: Texts, block: Block) -> list[str]:
    votes = [vote for vote in rounds_of(document, block.id) if vote.state is VoteState.REVEALED]
    if not votes:
        return []
    results = results_of(document, votes[-1])
    chosen = [result for result in results if result.is_chosen] or [one for one in results if one.rank == 1]
    found = [
        texts("work.day_chosen" if one.is_chosen else "work.day_top", label=one.label, count=one.total)
        for one in chosen[:_MOST]
    ]
    return [*found, texts("work.day_reason", reason=votes[-1].reason)] if votes[-1].reason else found


def _drawn(document: Document, texts: Texts, names: BlockNames, block: Block) -> list[str]:
    """Tell what was drawn, marked or agreed at a block."""
    exercise = names.exercise(block)
    tell: dict[str, Callable[[], list[str]]] = {"answers": lambda: _answers(document, texts)}
    found: list[str] = []
    for artefact in exercise.outputs if exercise is not None else ():
        made = drawn_results(document, block, artefact) or study_results(document, block, artefact)
        if artefact in tell:
            found += tell[artefact]()
        elif made and artefact in _COUNTED:
            found.append(texts(_COUNTED[artefact], count=len(made)))
        elif made and artefact in _NAMED:
            titles = "; ".join(_words(document, record_id) for record_id in made)
            found.append(texts(_NAMED[artefact], count=len(made), titles=titles))
    return found


def _answers(document: Document, texts: Texts) -> list[str]:
    found = []
    for answer in document.table(SprintAnswer).values():
        note = document.get(answer.note_id)
        if isinstance(note, Note):
            verdict = texts(f"print.verdict.{answer.verdict.value}")
            found.append(texts("work.day_answer", verdict=verdict, question=note.text))
    return found


def _words(document: Document, record_id: str) -> str:
    record = document.get(record_id)
    words = (str(getattr(record, name, "")) for name in ("title", "name", "text"))
    return next((word.rstrip(".") for word in words if word), "…")
