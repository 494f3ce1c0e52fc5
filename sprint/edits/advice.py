"""Edits that put advice aside with a reason, and take it up again."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.delete import delete
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.records import DismissedAdvice, Journey, Step


def dismiss_advice(
    document: Document, ids: IdSource, journey_id: str, rule: str, reason: str, *, step_id: str = "", at: str = ""
) -> Diff:
    """Put a piece of advice aside; doing so again writes a new reason. `at` is the moment, UTC in ISO 8601.

    Raises IntegrityError without a reason, or when journey and step do not belong together.
    """
    journey = document.require(Journey, journey_id)
    words = reason.strip()
    if not words:
        raise IntegrityError("error.advice_needs_reason")
    if step_id and document.require(Step, step_id).journey_id != journey.id:
        raise IntegrityError("error.wrong_record", id=step_id)
    for known in document.referrers(DismissedAdvice, journey_id):
        if (known.rule, known.step_id) == (rule, step_id):
            return make_diff("edit.dismiss_advice", [(known, replace(known, reason=words, at=at))])
    record = DismissedAdvice(id=ids(), journey_id=journey.id, step_id=step_id, rule=rule, reason=words, at=at)
    return make_diff("edit.dismiss_advice", [(None, record)])


def take_up_advice(document: Document, dismissed_id: str) -> Diff:
    """Give a piece of advice again that had been put aside."""
    return make_diff("edit.take_up_advice", delete(document, [dismissed_id]).changes.values())
