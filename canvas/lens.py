"""How the board is looked at now: whose way is seen, which route stands out, what is loose, what has changed.

A lens is a plain value; it is never saved and never undone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum, auto

from sprint.frozen import dataclass

GHOST = "ghost:"
"""How the ids of steps begin that are only shown because another journey has them."""


class Tone(Enum):
    """What a mark on a step is about; every tone has its own icon."""

    WARNING = auto()
    NEW = auto()
    CHANGED = auto()
    GONE = auto()


@dataclass(frozen=True)
class Mark:
    """A few words at the lower edge of a step."""

    tone: Tone
    text: str


@dataclass(frozen=True)
class Lens:
    """Ids of steps that stand back, marks by step, and the steps of the route that stands out, in order."""

    dimmed: frozenset[str] = frozenset()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    route: tuple[str, ...] = ()

    def differs_at(self, other: Lens) -> Iterator[str]:
        """Yield the steps that look different through another lens."""
        yield from self.dimmed ^ other.dimmed
        for step_id in self.marks.keys() | other.marks.keys():
            if self.marks.get(step_id) != other.marks.get(step_id):
                yield step_id


PLAIN = Lens()
