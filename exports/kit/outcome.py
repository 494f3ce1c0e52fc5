"""What the Decider chose for the sprint as a whole: to build, to adjust, to take another way or to stop."""

from __future__ import annotations

import re
from typing import NamedTuple

from sprint.document import Document
from sprint.i18n import LANGUAGES, Translator
from sprint.records import Block, Decision


class Outcome(NamedTuple):
    """The keys of an outcome: how the sheet names it, and how a decision begins that means it (parted by commas)."""

    name: str
    words: str


OUTCOMES = (
    Outcome("print.decision.build", "print.decision.build_words"),
    Outcome("print.decision.iterate", "print.decision.iterate_words"),
    Outcome("print.decision.pivot", "print.decision.pivot_words"),
    Outcome("print.decision.stop", "print.decision.stop_words"),
)
_CLOSING = "answer_questions"
"""The exercise in which the Decider says what happens now."""
_HEAD_END = re.compile(r"[:;,.!(–—]")


def is_closing(document: Document, decision: Decision) -> bool:
    """Whether a decision was taken in the exercise that closes the sprint."""
    block = document.get(decision.block_id) if decision.block_id else None
    return isinstance(block, Block) and block.exercise == _CLOSING


def outcome_of(document: Document) -> tuple[Outcome, str] | None:
    """Give the outcome that a closing decision begins with, and those words; None unless it is said, and once.

    "We stop: it costs too much" is an outcome, "We stop sending the letter" is not: only a whole head counts.
    """
    known = _words()
    found: dict[Outcome, str] = {}
    for decision in document.table(Decision).values():
        if decision.block_id and not is_closing(document, decision):
            continue
        head = _HEAD_END.split(decision.text, maxsplit=1)[0].strip()
        if (outcome := known.get(head.casefold())) is not None:
            found.setdefault(outcome, head)
    return next(iter(found.items())) if len(found) == 1 else None


def _words() -> dict[str, Outcome]:
    catalogues = [Translator.load(language) for language in LANGUAGES]
    return {
        word.casefold(): outcome
        for t in catalogues
        for outcome in OUTCOMES
        for word in (t(outcome.name), *t(outcome.words).split(","))
    }
