"""What a few citizens can show and what not: the chance to meet a problem that some people have."""

from __future__ import annotations

from math import ceil, log
from typing import NamedTuple

from sprint.document import Document
from sprint.records import Attendance, Participant, Track
from sprint.study.texts import study_of

SHARES = (0.05, 0.10, 0.20, 0.31, 0.50)
"""How many people a problem hits, for the table; .31 is the mean that Nielsen and Landauer (1993) found."""
GOALS = (0.85, 0.90, 0.95)
ENOUGH_PER_TRACK = 5
_ROUNDING = 1e-9


class DetectionRow(NamedTuple):
    """A problem that hits `share` of the people: the chance to meet it with `people`, and how many each goal asks."""

    share: float
    people: int
    chance: float
    needed: tuple[int, ...]


class TrackPlan(NamedTuple):
    """One track: how many are planned, invited and came, and how many more five would ask; rows for what came or comes.

    `rows` is empty when nobody is invited yet.
    """

    track: Track
    planned: int
    invited: int
    came: int
    short: int
    rows: tuple[DetectionRow, ...]


def found_share(p: float, n: int) -> float:
    """Return the chance to meet a problem that hits share `p` with `n` people: 1 − (1 − p)^n (method 6.5).

    Nielsen and Landauer (1993); it counts for each group apart, and p differs per problem (Woolrych and Cockton 2001).
    Raises ValueError for a share outside 0 … 1.
    """
    if not 0 <= p <= 1 or n < 0:
        raise ValueError("a share lies between 0 and 1")
    return 1 - float((1 - p) ** n)


def people_needed(p: float, goal: float) -> int:
    """Return the fewest people with whom the chance reaches `goal`: 22 for a tenth of people and 90 %.

    Raises ValueError for shares that no number of people can reach.
    """
    if not 0 < p <= 1 or not 0 <= goal < 1:
        raise ValueError("a share lies above 0, a goal below 1")
    if p == 1 or goal == 0:
        return 1 if goal else 0
    return max(1, ceil(log(1 - goal) / log(1 - p) - _ROUNDING))


def detection_table(n: int) -> tuple[DetectionRow, ...]:
    """Return for each kind of problem the chance to meet it with `n` people."""
    return tuple(
        DetectionRow(share, n, found_share(share, n), tuple(people_needed(share, goal) for goal in GOALS))
        for share in SHARES
    )


def track_plans(document: Document) -> list[TrackPlan]:
    """Return what each track can show; the track that nobody chose appears when somebody stands in it."""
    study = study_of(document)
    planned = {Track.SAVED: study.planned_saved, Track.SPENT: study.planned_spent, Track.OPEN: 0}
    plans = []
    for track in (Track.SAVED, Track.SPENT, Track.OPEN):
        people = [who for who in document.table(Participant).values() if who.track is track]
        coming = [who for who in people if who.attendance not in (Attendance.ABSENT, Attendance.CANCELLED)]
        if track is Track.OPEN and not people:
            continue
        came = sum(who.attendance is Attendance.CAME for who in people)
        short = max(0, max(planned[track], ENOUGH_PER_TRACK) - len(coming))
        rows = detection_table(len(coming)) if coming else ()
        plans.append(TrackPlan(track, planned[track], len(people), came, short, rows))
    return plans
