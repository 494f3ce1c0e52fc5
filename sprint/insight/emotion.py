"""Peaks, dips and the ending of a journey."""

from __future__ import annotations

from collections.abc import Sequence

from sprint.frozen import dataclass
from sprint.records import Step

DEEP_DIP = -2
HIGH_PEAK = 2


@dataclass(frozen=True)
class EmotionSummary:
    """What a curve of feelings (−3 … +3) shows; steps without a feeling do not count."""

    deepest: Step
    highest: Step
    last: Step
    dips: int
    peaks: int
    peak_end: float

    @property
    def ends_positive(self) -> bool:
        """Whether the last feeling is above zero."""
        return (self.last.feeling or 0) > 0


def peak_end(feelings: Sequence[int]) -> float:
    """Return the mean of the most extreme and the last feeling.

    Peak-end rule (Kahneman and others 1993; Alaybek and others 2022: r = .58 with how an episode is remembered). When
    a dip and a peak are equally extreme the dip counts, for bad is stronger than good (Baumeister and others 2001).
    Raises ValueError when there are no feelings.
    """
    most_extreme = min(feelings, key=lambda value: (-abs(value), value))
    return (most_extreme + feelings[-1]) / 2


def summarise(steps: Sequence[Step]) -> EmotionSummary | None:
    """Summarise the feelings of steps in time order; None when no step has one."""
    felt = [(step, step.feeling) for step in steps if step.feeling is not None]
    if not felt:
        return None
    feelings = [feeling for _, feeling in felt]
    return EmotionSummary(
        deepest=min(felt, key=lambda pair: pair[1])[0],
        highest=max(felt, key=lambda pair: pair[1])[0],
        last=felt[-1][0],
        dips=sum(feeling <= DEEP_DIP for feeling in feelings),
        peaks=sum(feeling >= HIGH_PEAK for feeling in feelings),
        peak_end=peak_end(feelings),
    )
