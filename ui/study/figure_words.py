"""Figures in words: how many answered, what they chose, and how sure that is."""

from __future__ import annotations

from sprint.insight.intervals import Difference
from sprint.insight.survey import FEWEST_FIRM, Spread
from ui.context import Context

_PERCENT = 100


def spread_words(context: Context, spread: Spread, *, people: int | None = None) -> str:
    """Say what some answers are; below five people only the answers themselves."""
    t = context.texts
    number = t.translator.number
    count = spread.n if people is None else people
    if not spread.n:
        return t("study_ui.nobody_answered")
    if spread.is_dots or spread.median is None:
        shown = ", ".join(number(value, 0 if value == int(value) else 1) for value in spread.values)
        return t("study_ui.only_dots", count=count, values=shown)
    parts = [t("study_ui.answered", count=count)]
    if spread.share is not None:
        low, high = (round(_PERCENT * edge) for edge in spread.share.interval)
        parts.append(t("study_ui.share_of", people=spread.share.people, n=spread.share.n, low=low, high=high))
    elif spread.net is not None:
        low, high = (t.translator.signed(round(_PERCENT * edge)) for edge in spread.net.interval)
        value = t.translator.signed(round(_PERCENT * spread.net.value))
        parts.append(t("study_ui.net", value=value, low=low, high=high))
    elif spread.typical is not None and spread.typical_interval is not None:
        low_time, high_time = (number(edge, 1) for edge in spread.typical_interval)
        parts.append(t("study_ui.typical", value=number(spread.typical, 1), low=low_time, high=high_time))
    elif spread.mean is not None and spread.interval is not None:
        low_mean, high_mean = (number(edge, 1) for edge in spread.interval)
        parts.append(t("study_ui.mean", value=number(spread.mean, 1), low=low_mean, high=high_mean))
    parts.append(t("study_ui.median", value=number(spread.median, 1)))
    if count < FEWEST_FIRM:
        parts.append(t("study_ui.indicative"))
    return " ".join(parts)


def difference_words(context: Context, difference: Difference, *, is_paired: bool = False) -> str:
    """Say how two groups differ, always with the interval."""
    t = context.texts
    low, high = (_signed(context, edge) for edge in difference.interval)
    key = "study_ui.difference_open" if difference.interval.holds_zero else "study_ui.difference_sure"
    words = t(key, value=_signed(context, difference.value), low=low, high=high)
    return " ".join([words, t("study_ui.same_people")]) if is_paired else words


def _signed(context: Context, value: float) -> str:
    shown = context.texts.translator.number(abs(value), 1)
    return f"−{shown}" if value < 0 else f"+{shown}" if value > 0 else shown
