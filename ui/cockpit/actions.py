"""The rows of the clock and of what helps while it runs."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import Situation, is_open, is_writable


def _on_clock(now: Situation) -> bool:
    return is_writable(now) and now.is_on_clock


COCKPIT_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "clock_pause",
        "cockpit.action_pause",
        lambda to: to.cockpit("pause"),
        "play",
        ("Ctrl+Shift+Space",),
        when=is_writable,
    ),
    ActionRow(
        "clock_more", "cockpit.action_more", lambda to: to.cockpit("more"), "plus", ("Ctrl+Shift+Up",), when=_on_clock
    ),
    ActionRow(
        "clock_five", "cockpit.action_five", lambda to: to.cockpit("five"), "plus", ("Ctrl+Shift+PgUp",), when=_on_clock
    ),
    ActionRow(
        "clock_done",
        "cockpit.action_done",
        lambda to: to.cockpit("done"),
        "check",
        ("Ctrl+Shift+Return",),
        when=_on_clock,
    ),
    ActionRow(
        "step_back",
        "cockpit.action_back",
        lambda to: to.cockpit("step_back"),
        "chevron_left",
        ("Ctrl+[",),
        when=_on_clock,
    ),
    ActionRow(
        "step_next",
        "cockpit.action_next",
        lambda to: to.cockpit("step_next"),
        "chevron_right",
        ("Ctrl+]",),
        when=_on_clock,
    ),
    ActionRow(
        "proposals",
        "cockpit.action_proposals",
        lambda to: to.cockpit("proposals"),
        "clock",
        ("Ctrl+Shift+R",),
        when=is_writable,
    ),
    ActionRow(
        "capture", "cockpit.action_capture", lambda to: to.cockpit("capture"), "note", ("Ctrl+Space",), when=is_writable
    ),
    ActionRow(
        "remark", "cockpit.action_remark", lambda to: to.cockpit("remark"), "quote", ("Ctrl+Shift+E",), when=is_writable
    ),
    ActionRow(
        "lists",
        "cockpit.action_lists",
        lambda to: to.cockpit("lists"),
        "flag",
        ("Ctrl+Shift+G",),
        when=is_open,
        is_on=lambda now: now.lists_open,
    ),
    ActionRow("day_page", "cockpit.action_day", lambda to: to.cockpit("day"), "sun", ("Ctrl+Shift+D",), when=is_open),
    ActionRow("sound", "cockpit.action_sound", lambda to: to.cockpit("sound"), "stopwatch"),
)
"""Twelve things to do; the main menu shows them as one part."""
