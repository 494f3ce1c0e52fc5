"""The rows of the planner: its pages."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import is_open

PLANNER_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "plan_programme",
        "planner.action_programme",
        lambda to: to.planner("programme"),
        "calendar",
        ("Alt+3",),
        when=is_open,
        is_on=lambda now: now.surface == "planner",
    ),
    ActionRow("plan_team", "planner.action_team", lambda to: to.planner("team"), "people", ("Alt+4",), when=is_open),
    ActionRow(
        "plan_preparation",
        "planner.action_preparation",
        lambda to: to.planner("preparation"),
        "check",
        ("Alt+5",),
        when=is_open,
    ),
    ActionRow(
        "plan_flight", "planner.action_flight", lambda to: to.planner("flight"), "flag", ("Alt+6",), when=is_open
    ),
)
