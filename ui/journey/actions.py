"""The rows of the tools of the journey."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import is_editing_canvas, is_on_canvas, is_open, is_writable

JOURNEY_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "compare",
        "journey.action_compare",
        lambda to: to.show_comparison(),
        "compare",
        ("Alt+7",),
        when=is_open,
        is_on=lambda now: now.surface == "compare",
    ),
    ActionRow(
        "outline",
        "journey.action_outline",
        lambda to: to.toggle_outline(),
        "outline",
        ("Ctrl+Shift+O",),
        when=is_open,
        is_on=lambda now: now.tool == "outline",
    ),
    ActionRow(
        "routes",
        "journey.action_routes",
        lambda to: to.toggle_routes(),
        "routes",
        ("Ctrl+Shift+K",),
        when=is_open,
        is_on=lambda now: now.tool == "routes",
    ),
    ActionRow("find", "journey.action_find", lambda to: to.find_in_journey(), "search", ("Ctrl+F",), when=is_on_canvas),
    ActionRow(
        "tidy", "journey.action_tidy", lambda to: to.tidy_journey(), "rows", ("Ctrl+Shift+T",), when=is_editing_canvas
    ),
    ActionRow("strip", "journey.action_strip", lambda to: to.toggle_strip(), "more", when=is_editing_canvas),
    ActionRow("map", "journey.action_map", lambda to: to.toggle_map(), "map", ("Ctrl+M",), when=is_on_canvas),
    ActionRow("personas", "journey.personas", lambda to: to.show_personas(), "people", ("Ctrl+Shift+P",), when=is_open),
    ActionRow(
        "new_journey", "journey.action_new", lambda to: to.new_journey(), "plus", ("Ctrl+Shift+N",), when=is_writable
    ),
)
