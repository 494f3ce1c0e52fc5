"""Which journey is meant: by id, by kind, or the first that there is."""

from __future__ import annotations

from sprint.agenda import days_of
from sprint.document import Document
from sprint.errors import SprintError
from sprint.journeys import journey_of_kind, journeys
from sprint.records import Day, Journey, JourneyKind


def chosen_journey(document: Document, wanted: str) -> Journey:
    """Find the journey with this id or of this kind; raises SprintError when there is none."""
    found = journeys(document)
    if not found:
        raise SprintError("export.error.no_journey")
    if not wanted:
        return found[0]
    for kind in JourneyKind:
        if wanted == kind.value and (journey := journey_of_kind(document, kind)) is not None:
            return journey
    by_id = document.get(wanted)
    if isinstance(by_id, Journey):
        return by_id
    raise SprintError("export.error.no_such_journey", journey=wanted)


def journey_pair(document: Document) -> tuple[Journey, Journey]:
    """Give the present and the desired journey of the sprint; raises SprintError when one is missing."""
    present, desired = (journey_of_kind(document, kind) for kind in (JourneyKind.AS_IS, JourneyKind.TO_BE))
    if present is None or desired is None:
        raise SprintError("export.error.no_pair")
    return present, desired


def chosen_days(document: Document, wanted: int) -> list[tuple[int, Day]]:
    """Give the days with their numbers from 1: one, or all for 0; raises SprintError when there is none."""
    every = [(number + 1, day) for number, day in enumerate(days_of(document))]
    if not every:
        raise SprintError("export.error.no_days")
    found = [(number, day) for number, day in every if wanted in (0, number)]
    if not found:
        raise SprintError("print.error.no_such_day", day=wanted, count=len(every))
    return found
