"""The rows of a rehearsal."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import Situation


def _can_begin(now: Situation) -> bool:
    return now.has_sprint and not now.is_on_clock and not now.is_rehearsing


def _rehearsing(now: Situation) -> bool:
    return now.is_rehearsing


REHEARSAL_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "rehearse", "rehearsal.begin", lambda to: to.rehearse("begin"), "play", ("Ctrl+Shift+F5",), when=_can_begin
    ),
    ActionRow(
        "rehearse_still",
        "rehearsal.stand_still",
        lambda to: to.rehearse("stand_still"),
        "pause",
        when=_rehearsing,
    ),
    ActionRow(
        "rehearse_next",
        "rehearsal.next",
        lambda to: to.rehearse("next"),
        "chevron_right",
        ("Ctrl+Shift+F6",),
        when=_rehearsing,
    ),
    ActionRow(
        "rehearse_overrun",
        "rehearsal.overrun",
        lambda to: to.rehearse("overrun"),
        "stopwatch",
        ("Ctrl+Shift+F7",),
        when=_rehearsing,
    ),
    ActionRow(
        "rehearse_sleep",
        "rehearsal.sleep",
        lambda to: to.rehearse("sleep"),
        "moon",
        ("Ctrl+Shift+F8",),
        when=_rehearsing,
    ),
    ActionRow("rehearse_power", "rehearsal.power", lambda to: to.rehearse("power"), "warning", when=_rehearsing),
    ActionRow("rehearse_end", "rehearsal.end", lambda to: to.rehearse("end"), "close", when=_rehearsing),
)
"""How a rehearsal begins, what can be played in it, and how it ends."""
