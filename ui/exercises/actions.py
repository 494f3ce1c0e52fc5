"""The rows of the work of an exercise: what can be done with any surface."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import Situation


def _at_work(now: Situation) -> bool:
    return now.surface == "exercise"


def _can_write(now: Situation) -> bool:
    return _at_work(now) and not now.is_read_only


WORK_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "work_room",
        "work.action_room",
        lambda to: to.work("room"),
        "room_screen",
        ("F10",),
        when=_at_work,
        is_on=lambda now: now.room == "work",
    ),
    ActionRow("work_quiet", "work.action_quiet", lambda to: to.work("quiet"), "moon", ("F11",), when=_at_work),
    ActionRow("work_done", "work.action_done", lambda to: to.work("done"), "check", ("F12",), when=_at_work),
    ActionRow("work_undone", "work.action_undone", lambda to: to.work("undone"), "minus", ("Shift+F12",), _at_work),
    ActionRow("work_guide", "work.action_guide", lambda to: to.work("guide"), "outline", ("Ctrl+Shift+I",), _at_work),
    ActionRow("work_copy_text", "work.copy_text", lambda to: to.work("text"), "save_copy", when=_at_work),
    ActionRow("work_copy_markdown", "work.copy_markdown", lambda to: to.work("markdown"), "save_copy", when=_at_work),
    ActionRow("work_copy", "work.copy_table", lambda to: to.work("table"), "save_copy", ("Ctrl+Shift+C",), _at_work),
    ActionRow("work_paste", "work.paste", lambda to: to.work("paste"), "note", ("Ctrl+Shift+V",), when=_can_write),
)
