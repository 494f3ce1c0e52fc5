"""Patterns: how many citizens say the same, and what that is worth (method 3.9)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sprint.document import Document
from sprint.insight.intervals import Interval, adjusted_wald
from sprint.journeys import steps_of
from sprint.records import Attendance, Observation, Participant, Pattern, Step, Track

ENOUGH_FOR_PATTERN = 3
"""The same thing with three of five citizens is a pattern; with two it is inconclusive (method 3.9)."""
SERIOUS = 3
"""A remark this severe (cannot finish, unsafe, excluded, loses money) is always reported, also when one says it."""


class Strength(StrEnum):
    """What a pattern is worth, weakest first."""

    SINGLE = "single"
    INCONCLUSIVE = "inconclusive"
    PATTERN = "pattern"


class Support(NamedTuple):
    """Who supports a pattern: `people` of the `spoken` citizens ("3 of 5"), split by track, and how sure that is.

    `interval` is the adjusted Wald interval (0 … 1): what share of all citizens this may stand for; it is shown beside
    "3 of 5" and never replaced by a percentage. `is_serious`: one remark is severity 3.
    """

    strength: Strength
    people: int
    spoken: int
    by_track: tuple[tuple[Track, int, int], ...]
    is_serious: bool
    interval: Interval | None

    @property
    def may_become_insight(self) -> bool:
        """Whether the team may draw something from it: a pattern, or a single serious harm."""
        return self.strength is Strength.PATTERN or self.is_serious


class Cell(NamedTuple):
    """What one citizen said at one step, in the order of speaking."""

    participant_id: str
    step_id: str
    remarks: tuple[Observation, ...]


def patterns_of(document: Document) -> list[Pattern]:
    """Return all patterns in their order."""
    return sorted(document.table(Pattern).values(), key=lambda pattern: (pattern.order, pattern.id))


def spoken_participants(document: Document) -> list[Participant]:
    """Return the citizens who were heard, in their order: who came, or who said something that was noted."""
    heard = {remark.participant_id for remark in document.table(Observation).values()}
    everybody = sorted(document.table(Participant).values(), key=lambda who: (who.order, who.id))
    return [who for who in everybody if who.attendance is Attendance.CAME or who.id in heard]


def support_of(document: Document, pattern: Pattern) -> Support:
    """Count who supports a pattern; a citizen counts once, remarks of nobody in particular do not count."""
    remarks = [document.require(Observation, one) for one in pattern.observation_ids]
    return support_of_remarks(document, remarks)


def support_of_remarks(document: Document, remarks: Iterable[Observation]) -> Support:
    """Count who stands behind some remarks, as `support_of` does."""
    found = list(remarks)
    people = {remark.participant_id for remark in found if remark.participant_id}
    spoken = spoken_participants(document)
    tracks = tuple(
        (
            track,
            sum(who.track is track and who.id in people for who in spoken),
            sum(who.track is track for who in spoken),
        )
        for track in Track
        if any(who.track is track for who in spoken)
    )
    count = len(people)
    strength = (
        Strength.PATTERN
        if count >= ENOUGH_FOR_PATTERN
        else Strength.INCONCLUSIVE
        if count == ENOUGH_FOR_PATTERN - 1
        else Strength.SINGLE
    )
    interval = adjusted_wald(count, len(spoken)) if spoken else None
    is_serious = any(remark.severity >= SERIOUS for remark in found)
    return Support(strength, count, len(spoken), tracks, is_serious, interval)


def serious_remarks(document: Document) -> list[Observation]:
    """Return every remark of a serious harm: each must be reported, in a pattern or alone."""
    found = (remark for remark in document.table(Observation).values() if remark.severity >= SERIOUS)
    return sorted(found, key=lambda remark: (remark.step_id, remark.order, remark.id))


def grid(document: Document, journey_id: str) -> tuple[list[Participant], list[Step], dict[tuple[str, str], Cell]]:
    """Return the wall grid: the columns (citizens who were heard), the rows (steps), and what stands in each cell."""
    people, steps = spoken_participants(document), steps_of(document, journey_id)
    cells: dict[tuple[str, str], list[Observation]] = {}
    for step in steps:
        for remark in document.referrers(Observation, step.id):
            if remark.participant_id:
                cells.setdefault((remark.participant_id, step.id), []).append(remark)
    made = {
        key: Cell(*key, tuple(sorted(remarks, key=lambda remark: (remark.order, remark.id))))
        for key, remarks in cells.items()
    }
    return people, steps, made
