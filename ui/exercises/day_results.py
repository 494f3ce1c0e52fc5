"""What the votes and the heaps of a day came to, in lines for the page with which it closes."""

from __future__ import annotations

from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.edits.clusters import heaps_of
from sprint.records import VoteState
from sprint.votes.rounds import results_of, rounds_of
from ui.panels.blocks import BlockNames
from ui.texts import Texts

_MOST = 3


def result_lines(document: Document, texts: Texts, names: BlockNames, day_id: str) -> list[str]:
    """Give a line for each exercise that sorted or voted: its name, and below it what came out."""
    lines = []
    for block in blocks_of(document, day_id):
        found = []
        heaps = heaps_of(document, block.id)
        if heaps:
            titles = [heap.title or texts("work.no_title") for heap in heaps]
            found.append(texts("work.day_heaps", count=len(titles), titles="; ".join(titles)))
        votes = [vote for vote in rounds_of(document, block.id) if vote.state is VoteState.REVEALED]
        if votes:
            results = results_of(document, votes[-1])
            chosen = [result for result in results if result.is_chosen] or [one for one in results if one.rank == 1]
            found += [
                texts("work.day_chosen" if one.is_chosen else "work.day_top", label=one.label, count=one.total)
                for one in chosen[:_MOST]
            ]
            if votes[-1].reason:
                found.append(texts("work.day_reason", reason=votes[-1].reason))
        if found:
            lines.append("\n".join([names.title(block), *(f"– {line}" for line in found)]))
    return lines
