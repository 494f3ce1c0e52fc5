"""Picking the target where the journey is drawn: the step that is chosen there, for the persona it is looked at for."""

from __future__ import annotations

from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.edits.target import pick_target
from sprint.edits.team import decider_of
from sprint.records import Journey, Persona, Step
from ui.bridge import SprintBridge
from ui.context import Context

_EXERCISE = "pick_target"


def aim_at(context: Context, bridge: SprintBridge, step_id: str, persona_id: str = "") -> bool:
    """Make a step the target, for this persona, that of the target until now, or the first one of the journey.

    It is written in the log of decisions at the exercise in which targets are picked; there the reason can be added.
    """
    document, t = bridge.document, context.texts
    step = document.get(step_id)
    if not isinstance(step, Step):
        return False
    journey = document.require(Journey, step.journey_id)
    wanted = persona_id or document.sprint.target_persona_id or next(iter(journey.persona_ids), "")
    persona = document.get(wanted)
    who = persona.name if isinstance(persona, Persona) else ""
    is_done = bridge.do(
        pick_target(
            document,
            bridge.ids,
            step.id,
            wanted,
            text=t("board.target_text" if who else "board.target_text_all", step=step.title, persona=who),
            decided_by=decider_of(document) or t("board.the_decider"),
            block_id=_block_of(document),
            at=bridge.utc_now(),
        )
    )
    if is_done:
        context.messages.tell(t("board.target_now", step=step.title, persona=who or t("board.everybody")), tone="good")
    return is_done


def _block_of(document: Document) -> str:
    blocks = (block for day in days_of(document) for block in blocks_of(document, day.id))
    return next((block.id for block in blocks if block.exercise == _EXERCISE), "")
