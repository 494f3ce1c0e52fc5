"""Beginning a journey: from phases that fit, or as a copy of the present one to reshape."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.fork import fork_into, fork_journey
from sprint.edits.journey import add_journey
from sprint.frozen import dataclass
from sprint.ids import IdSource
from sprint.journeys import journey_of_kind, journeys, partner_of, phases_of, steps_of
from sprint.records import Journey, JourneyKind
from ui.bridge import SprintBridge
from ui.context import Context


@dataclass(frozen=True)
class JourneyForm:
    """What a facilitator chose for a new journey; `origin_id` is the journey it copies, "" for none."""

    title: str
    kind: JourneyKind
    phases: tuple[str, ...] = ()
    persona_ids: tuple[str, ...] = ()
    origin_id: str = ""


def new_journey(document: Document, ids: IdSource, form: JourneyForm) -> tuple[Diff, str]:
    """Make the journey of a form; returns the edit and the id of the journey."""
    if form.origin_id:
        diff = fork_journey(document, ids, form.origin_id, form.title, form.kind)
    else:
        diff = add_journey(document, ids, form.title, form.kind, form.phases)
    made = next(after for _, after in diff.changes.values() if isinstance(after, Journey))
    whole = replace(made, persona_ids=form.persona_ids) if form.persona_ids else made
    return Diff(diff.label, {**diff.changes, made.id: (None, whole)}), made.id


def offer_copy(context: Context, bridge: SprintBridge, journey: Journey) -> None:
    """Ask whether a desired journey without steps begins as a copy of the present one, when that has any."""
    document = bridge.document
    origin = partner_of(document, journey.id, JourneyKind.AS_IS)
    is_blank = journey.kind is JourneyKind.TO_BE and not steps_of(document, journey.id)
    if origin is None or not is_blank or bridge.is_read_only or not steps_of(document, origin.id):
        return
    if _asked(context) == "copy":
        bridge.do(fork_into(document, bridge.ids, origin.id, journey.id))


def _asked(context: Context) -> str:
    texts = context.texts
    choices = (
        ("copy", texts("journey.desired_copy")),
        ("empty", texts("journey.desired_empty")),
        ("", texts("journey.not_now")),
    )
    return context.messages.ask(texts("journey.desired_none"), choices, detail=texts("journey.desired_why"))


def ask_for_desired(context: Context, bridge: SprintBridge, origin: Journey) -> str | None:
    """Ask how the desired journey begins and make it; gives its id, None when she thinks better of it.

    A present journey without steps has nothing to copy: then there is nothing to ask, and "" is returned.
    """
    document, texts = bridge.document, context.texts
    if bridge.is_read_only or not steps_of(document, origin.id):
        return ""
    answer = _asked(context)
    if answer != "copy":
        return "" if answer == "empty" else None
    title = texts("journey.desired_title", title=origin.title)
    diff, journey_id = new_journey(document, bridge.ids, JourneyForm(title, JourneyKind.TO_BE, origin_id=origin.id))
    return journey_id if bridge.do(diff) else None


def start_journey(context: Context, bridge: SprintBridge, kind: JourneyKind) -> Journey | None:
    """Begin a journey of a kind with the phases of the one that is there; None and a sentence when that cannot be."""
    if bridge.is_read_only:
        context.messages.tell(context.texts("ui.no_such_journey"))
        return None
    document, texts = bridge.document, context.texts
    known = journeys(document)
    origin = journey_of_kind(document, JourneyKind.AS_IS)
    if kind is JourneyKind.TO_BE and origin is not None:
        begun = ask_for_desired(context, bridge, origin)
        if begun is None or begun:
            found = document.get(begun or "")
            return found if isinstance(found, Journey) else None
    phases = [phase.title for phase in phases_of(document, known[0].id)] if known else []
    title = texts("kind.journey.as_is") if kind is JourneyKind.AS_IS else texts("kind.journey.to_be")
    if not bridge.do(add_journey(document, bridge.ids, title, kind, phases)):
        return None
    return journey_of_kind(document, kind)
