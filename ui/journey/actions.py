"""The rows of the tools of the journey."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import Situation


def _open(now: Situation) -> bool:
    return now.has_sprint


def _writable(now: Situation) -> bool:
    return now.has_sprint and not now.is_read_only


def _on_canvas(now: Situation) -> bool:
    return now.surface == "canvas"


def _editing(now: Situation) -> bool:
    return _on_canvas(now) and not now.is_read_only


JOURNEY_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "compare",
        "journey.action_compare",
        lambda to: to.show_comparison(),
        "compare",
        ("Alt+7",),
        when=_open,
        is_on=lambda now: now.surface == "compare",
    ),
    ActionRow(
        "outline",
        "journey.action_outline",
        lambda to: to.toggle_outline(),
        "outline",
        ("Ctrl+Shift+O",),
        when=_open,
        is_on=lambda now: now.tool == "outline",
    ),
    ActionRow(
        "routes",
        "journey.action_routes",
        lambda to: to.toggle_routes(),
        "routes",
        ("Ctrl+Shift+K",),
        when=_open,
        is_on=lambda now: now.tool == "routes",
    ),
    ActionRow("find", "journey.action_find", lambda to: to.find_in_journey(), "search", ("Ctrl+F",), when=_on_canvas),
    ActionRow("tidy", "journey.action_tidy", lambda to: to.tidy_journey(), "rows", ("Ctrl+Shift+T",), when=_editing),
    ActionRow("strip", "journey.action_strip", lambda to: to.toggle_strip(), "more", when=_editing),
    ActionRow("map", "journey.action_map", lambda to: to.toggle_map(), "photo", ("Ctrl+M",), when=_on_canvas),
    ActionRow("personas", "journey.personas", lambda to: to.show_personas(), "people", ("Ctrl+Shift+P",), when=_open),
    ActionRow(
        "new_journey", "journey.action_new", lambda to: to.new_journey(), "plus", ("Ctrl+Shift+N",), when=_writable
    ),
)
