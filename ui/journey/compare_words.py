"""The words of a comparison: what happened to a step, and the totals of both journeys."""

from __future__ import annotations

from sprint.i18n import Translator
from sprint.insight.compare import Aspect, Change, Comparison, Row
from sprint.records import Channel
from ui.journey.figures import Line

_NONE = "–"
_FELT = frozenset({"insight.last_feeling", "insight.peak_end"})


def said_of(row: Row, t: Translator) -> str:
    """Say what happened to a step, in one line; empty when nothing did."""
    if row.is_removed:
        return t("journey.compare_lost_legal") if row.is_legal else t("journey.compare_removed")
    if row.is_added:
        return t("journey.compare_added")
    return " · ".join(_said_of_change(change, t) for change in row.changes)


def _said_of_change(change: Change, t: Translator) -> str:
    old, new = change.old, change.new
    match change.aspect:
        case Aspect.MOVED:
            return t("journey.compare_moved", phase=str(new)) if old != new else t("journey.compare_moved_here")
        case Aspect.REWORDED:
            return t("journey.compare_reworded")
        case Aspect.CHANNEL:
            return t("journey.compare_channel", old=_channel(old, t), new=_channel(new, t))
        case Aspect.WAIT:
            return t("journey.compare_wait", old=str(old), new=str(new))
        case Aspect.FEELING:
            return t("journey.compare_feeling", old=_felt(old, t), new=_felt(new, t))
        case Aspect.OWNER:
            return t("journey.compare_owner", new=str(new)) if new else t("journey.compare_owner_gone", old=str(old))
        case Aspect.LEGAL:
            return t("journey.compare_legal")


def totals(comparison: Comparison, t: Translator) -> list[Line]:
    """Put the figures of both journeys beside each other."""
    found = []
    for total in comparison.totals:
        is_felt = total.text.name in _FELT
        old, new = (_number(value, t, is_felt) for value in (total.before, total.after))
        found.append((t(total.text.name), t("journey.compare_channel", old=old, new=new), t(total.text.how)))
    return found


def _number(value: float | None, t: Translator, is_felt: bool) -> str:
    if value is None:
        return _NONE
    if not is_felt:
        return t.number(value)
    shown = t.number(abs(value), 0 if value == int(value) else 1)
    return f"−{shown}" if value < 0 else f"+{shown}" if value > 0 else shown


def _felt(value: object, t: Translator) -> str:
    return t.signed(value) if isinstance(value, int) else _NONE


def _channel(value: object, t: Translator) -> str:
    return t(f"kind.channel.{Channel(str(value)).value}")
