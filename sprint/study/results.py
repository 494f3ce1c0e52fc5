"""What the blocks of a day with citizens made: remarks, debriefs, consents, patterns and answers are no notes."""

from __future__ import annotations

from sprint.agenda import blocks_of
from sprint.document import Document
from sprint.records import Block, Consent, Interview, Observation, Pattern, SprintAnswer


def study_results(document: Document, block: Block, artefact: str) -> list[str]:
    """Return the ids of what a block made of an artefact of the study; an artefact of another kind gives none.

    Remarks belong to the block in which their talk was held, debriefs to the block that follows that talk.
    """
    if artefact == "observations":
        people = {talk.participant_id for talk in _talks_in(document, block.id)}
        return sorted(one for who in people for one in _remarks_of(document, who))
    if artefact == "debriefs":
        return [talk.id for talk in _talks_before(document, block) if _has_debrief(talk)]
    if artefact == "consent":
        return sorted(document.table(Consent))
    if artefact == "patterns":
        return sorted(document.table(Pattern))
    return sorted(document.table(SprintAnswer)) if artefact == "answers" else []


def _talks_in(document: Document, block_id: str) -> list[Interview]:
    talks = [talk for talk in document.table(Interview).values() if talk.block_id == block_id]
    return sorted(talks, key=lambda talk: (talk.began_at, talk.id))


def _talks_before(document: Document, block: Block) -> list[Interview]:
    """Give the talks of the last block before this one in which any was held."""
    blocks = [one.id for one in blocks_of(document, block.day_id)]
    for earlier in reversed(blocks[: blocks.index(block.id)]):
        if talks := _talks_in(document, earlier):
            return talks
    return []


def _remarks_of(document: Document, participant_id: str) -> list[str]:
    return [remark.id for remark in document.referrers(Observation, participant_id)]


def _has_debrief(talk: Interview) -> bool:
    return bool(talk.went_well or talk.went_badly or talk.surprise or talk.to_change)
