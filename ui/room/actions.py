"""The rows of the room: what a person can show there."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import Situation, is_open


def _journey_shown(now: Situation) -> bool:
    return now.has_sprint and now.room == "journey"


def _walks(now: Situation) -> bool:
    return now.has_sprint and now.room in ("journey", "work")


def _any_shown(now: Situation) -> bool:
    return now.has_sprint and now.room != ""


ROOM_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "room_overlay",
        "room.action_overlay",
        lambda to: to.room("overlay"),
        "projector",
        ("F5",),
        when=is_open,
        is_on=lambda now: now.is_covered,
    ),
    ActionRow(
        "room_show",
        "room.action_show",
        lambda to: to.room("show"),
        "room_screen",
        ("F6",),
        when=is_open,
        is_on=lambda now: now.room == "clock",
    ),
    ActionRow(
        "room_agenda",
        "room.action_agenda",
        lambda to: to.room("agenda"),
        "flag",
        ("F7",),
        when=is_open,
        is_on=lambda now: now.room == "agenda",
    ),
    ActionRow(
        "room_journey",
        "room.action_journey",
        lambda to: to.room("journey"),
        "step",
        ("F8",),
        when=is_open,
        is_on=lambda now: now.room == "journey",
    ),
    ActionRow(
        "room_quiet",
        "room.action_quiet",
        lambda to: to.room("quiet"),
        "moon",
        ("F9",),
        when=is_open,
        is_on=lambda now: now.room == "quiet",
    ),
    ActionRow(
        "room_blank",
        "room.action_blank",
        lambda to: to.room("blank"),
        "eye_off",
        ("Ctrl+B",),
        when=is_open,
        is_on=lambda now: now.room == "blank",
    ),
    ActionRow(
        "room_follow",
        "room.action_follow",
        lambda to: to.room("follow"),
        "link",
        ("Shift+F8",),
        when=is_open,
        is_on=lambda now: now.room == "journey" and now.room_view == "follow",
    ),
    ActionRow(
        "room_freeze",
        "room.action_freeze",
        lambda to: to.room("freeze"),
        "lock",
        ("Ctrl+F8",),
        when=_journey_shown,
        is_on=lambda now: now.room == "journey" and now.room_view == "freeze",
    ),
    ActionRow(
        "room_walk_next",
        "room.action_walk_next",
        lambda to: to.room("walk_next"),
        "chevron_right",
        ("Ctrl+PgDown",),
        when=is_open,
    ),
    ActionRow(
        "room_walk_previous",
        "room.action_walk_previous",
        lambda to: to.room("walk_previous"),
        "chevron_left",
        ("Ctrl+PgUp",),
        when=_walks,
    ),
    ActionRow("room_identify", "room.action_identify", lambda to: to.room("identify"), "search", when=is_open),
    ActionRow("room_move", "room.action_move", lambda to: to.room("move"), "projector", when=is_open),
    ActionRow("room_close", "room.action_close", lambda to: to.room("close"), "close", ("Shift+F6",), when=_any_shown),
)
