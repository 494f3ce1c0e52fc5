"""What the routes panel shows, read away from the window: routes, their figures and the shape of a journey."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.routes import Routes, Traveller, find_routes, traveller_of, within
from sprint.insight.structure import Structure, read_structure
from sprint.records import Journey, Link, Persona, Phase, Picture, Record, Step, Track

LONGEST_SECONDS = 0.18
"""Searching stops here, so that all is done within 200 ms; the routes with the fewest detours are found first."""


@dataclass(frozen=True)
class RouteFacts:
    """The routes of one traveller and the shape of the journey, as they were when they were read."""

    routes: Routes
    structure: Structure


def journey_records(document: Document, journey_id: str) -> list[Record]:
    """List the records that routes are read from; records never change, so that a thread may read them."""
    found: list[Record] = []
    for shared in (Picture, Persona, Journey):
        found += document.table(shared).values()
    for own in (Phase, Step, Link):
        found += document.referrers(own, journey_id)
    return found


def read_facts(
    records: Sequence[Record],
    journey_id: str,
    persona_id: str,
    track: Track,
    now: Callable[[], float] = time.monotonic,
) -> RouteFacts:
    """Find the routes of a persona ("" for everybody) on a track (open: the persona's own)."""
    document = Document(records)
    traveller = Traveller(persona_id, track)
    if persona_id and track is Track.OPEN:
        traveller = traveller_of(document, journey_id, persona_id)
    # The shape comes first: it loads the graph library, and that time is not to be taken from the search.
    structure = read_structure(document, journey_id)
    routes = find_routes(document, journey_id, traveller, is_due=within(LONGEST_SECONDS, now))
    return RouteFacts(routes, structure)
