"""The measures of a board: of columns, boxes and what lies between them."""

from __future__ import annotations

from sprint.frozen import dataclass
from sprint.records import Step


@dataclass(frozen=True)
class Metrics:
    """The measures of a board in pixels at 100 %; paper takes the same ones and scales them."""

    margin: float = 20
    gutter: float = 100
    column: float = 152
    gap: float = 18
    band_pad: float = 6
    phase_top: float = 14
    phase_below: float = 4
    corridor: float = 13
    corridor_between: float = 26
    track: float = 17
    tracks_most: int = 12
    step_least: float = 104
    step_top: float = 14
    step_pad: float = 11
    step_bottom: float = 11
    note_above: float = 6
    star: float = 22
    badge: float = 44
    badge_height: float = 24
    icon: float = 20
    feeling_unit: float = 26
    feeling_above: float = 44
    feeling_below: float = 38
    band_gap: float = 26
    lane_gap: float = 20
    card_least: float = 62
    card_pad: float = 11
    card_top: float = 8
    card_bottom: float = 10
    label_below: float = 3
    card_gap: float = 8
    row_shift: float = 46
    felt_shift: float = 27
    band_bottom: float = 16


METRICS = Metrics()


def step_title_width(metrics: Metrics, step: Step) -> float:
    """Give the width for a step's title; the star of a moment of truth takes its place beside it."""
    return metrics.column - 2 * metrics.step_pad - (metrics.star if step.truth_reason else 0.0)


def step_note_width(metrics: Metrics) -> float:
    """Give the width for the line under the title, beside the icon of the channel."""
    return metrics.column - 2 * metrics.step_pad - metrics.icon


def card_text_width(metrics: Metrics) -> float:
    """Give the width for the text of a card."""
    return metrics.column - 2 * metrics.card_pad
