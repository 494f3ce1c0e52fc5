"""The target of the sprint: one moment of the journey and one persona, chosen by the Decider with a reason."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.ids import IdSource
from sprint.records import SPRINT_ID, Decision, Persona, Step


def pick_target(
    document: Document,
    ids: IdSource,
    step_id: str,
    persona_id: str = "",
    *,
    text: str,
    reason: str = "",
    decided_by: str = "",
    block_id: str = "",
    at: str = "",
) -> Diff:
    """Choose the target and write the decision down (`text`); an earlier decision stays in the log.

    Choosing the same moment and persona again only changes the reason. Raises IntegrityError for what is not there.
    """
    document.require(Step, step_id)
    if persona_id:
        document.require(Persona, persona_id)
    known, sprint = document.get(SPRINT_ID), document.sprint
    is_same = (sprint.target_step_id, sprint.target_persona_id) == (step_id, persona_id)
    chosen = replace(sprint, target_step_id=step_id, target_persona_id=persona_id, target_reason=reason)
    changes: list[Change] = [(sprint if known is not None else None, chosen)]
    decisions = list(document.table(Decision).values())
    made = [one for one in decisions if one.block_id == block_id and one.text == text] if is_same else []
    if made:
        last = max(made, key=lambda one: (one.order, one.id))
        changes.append((last, replace(last, reason=reason, decided_by=decided_by, at=at)))
    else:
        decision = Decision(
            id=ids(),
            block_id=block_id,
            order=last_place(decisions),
            text=text,
            reason=reason,
            decided_by=decided_by,
            at=at,
        )
        changes.append((None, decision))
    return make_diff("edit.pick_target", changes)


def clear_target(document: Document) -> Diff:
    """Take the target back; what was decided stays in the log."""
    known, sprint = document.get(SPRINT_ID), document.sprint
    empty = replace(sprint, target_step_id="", target_persona_id="", target_reason="")
    return make_diff("edit.clear_target", [(sprint, empty)] if known is not None else [])
