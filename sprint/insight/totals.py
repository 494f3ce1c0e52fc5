"""Two journeys in numbers: a table with words that explain each number, and no grade."""

from __future__ import annotations

from sprint.frozen import dataclass
from sprint.insight.figures import FigureText
from sprint.summary import JourneyFigures


@dataclass(frozen=True)
class Total:
    """One line of the table; None where nobody noted a feeling. Feelings are −3 … +3, waits calendar days."""

    text: FigureText
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """How much more the later journey has; None when one of both is unknown."""
        return None if self.before is None or self.after is None else self.after - self.before


def totals_of(before: JourneyFigures, after: JourneyFigures) -> tuple[Total, ...]:
    """Put the figures of two journeys side by side."""
    texts = (
        FigureText("insight.steps", "insight.main_steps_how"),
        FigureText("insight.contacts", "insight.main_contacts_how"),
        FigureText("insight.letters", "insight.main_letters_how"),
        FigureText("insight.hand_overs", "insight.main_hand_overs_how"),
        FigureText("insight.waiting_days", "insight.main_waiting_days_how"),
        FigureText("insight.dips", "insight.dips_how"),
        FigureText("insight.peaks", "insight.peaks_how"),
        FigureText("insight.last_feeling", "insight.last_feeling_how"),
        FigureText("insight.peak_end", "insight.peak_end_how"),
    )
    return tuple(Total(*line) for line in zip(texts, _values(before), _values(after), strict=True))


def _values(figures: JourneyFigures) -> tuple[float | None, ...]:
    counted = (figures.steps, figures.contacts, figures.letters, figures.hand_overs, figures.wait_days)
    felt = figures.feelings
    if felt is None:
        return (*counted, None, None, None, None)
    return (*counted, felt.dips, felt.peaks, felt.last.feeling, felt.peak_end)
