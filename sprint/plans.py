"""Reading what was planned: the parts of the prototype, the assumptions, in the order of the journey."""

from __future__ import annotations

from sprint.document import Document
from sprint.journeys import journey_of_kind, steps_of
from sprint.records import Evidence, JourneyKind, Note, NoteKind, Step


def prototypes_of(document: Document) -> list[Note]:
    """Return the parts of the prototype: one list for the sprint, in which block they may have been written down."""
    found = (note for note in document.table(Note).values() if note.kind is NoteKind.PROTOTYPE)
    return sorted(found, key=lambda note: (note.order, note.id))


def assumed_steps(document: Document) -> list[Step]:
    """Return the steps of the journey the sprint is about that rest on an assumption of the team only."""
    journey = journey_of_kind(document, JourneyKind.TO_BE) or journey_of_kind(document, JourneyKind.AS_IS)
    steps = steps_of(document, journey.id) if journey is not None else []
    return [step for step in steps if step.evidence is Evidence.ASSUMED]
