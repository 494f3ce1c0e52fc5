"""The menu behind the menu button, as data: ids of rows by subject."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import ActionSet
from ui.context import Context

MENU: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "ui.menu_sprint",
        (
            "new_sprint",
            "open",
            "open_example",
            "save_moment",
            "moments",
            "save_copy",
            "print",
            "print_book",
            "close_sprint",
            "quit",
        ),
    ),
    ("ui.menu_edit", ("undo", "redo", "new_journey", "add_step", "rename", "link", "delete", "tidy")),
    (
        "ui.menu_view",
        (
            "show_as_is",
            "show_to_be",
            "compare",
            *("outline", "routes", "personas", "find", "strip", "map"),
            "fit",
            "zoom_in",
            "zoom_out",
            "details",
            "language",
            *("theme_light", "theme_dark", "theme_contrast", "theme_projector"),
        ),
    ),
    ("planner.menu", ("plan_programme", "plan_team", "plan_preparation", "plan_flight")),
    (
        "rehearsal.menu",
        (
            *("rehearse", "rehearse_still", "rehearse_next", "rehearse_overrun"),
            *("rehearse_sleep", "rehearse_power", "rehearse_end"),
        ),
    ),
    (
        "work.menu",
        (
            *("work_room", "work_quiet", "work_done", "work_undone", "work_guide"),
            *("work_copy_text", "work_copy_markdown", "work_copy", "work_paste"),
        ),
    ),
    (
        "study_ui.menu",
        (
            *("study_participants", "study_consent", "study_interview", "study_questions", "study_patterns"),
            *("study_answers", "study_privacy", "hide_codes"),
        ),
    ),
    (
        "cockpit.menu",
        (
            *("clock_pause", "clock_more", "clock_five", "clock_done", "step_back", "step_next", "proposals"),
            *("capture", "remark", "lists", "day_page", "sound"),
        ),
    ),
    (
        "room.menu",
        (
            *("room_overlay", "room_show", "room_agenda", "room_journey", "room_quiet", "room_blank"),
            *("room_follow", "room_freeze", "room_walk_next", "room_walk_previous"),
            *("room_identify", "room_move", "room_close"),
        ),
    ),
    ("ui.menu_help", ("palette", "shortcuts", "settings", "backups", "log", "about")),
)
"""Title key and rows of each part."""


class MainMenu(QObject):
    """One menu with a part per subject; it changes its words with the language."""

    def __init__(self, context: Context, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts, self._actions = context.texts, actions
        self.menu = QMenu(parent)
        self.menu.aboutToShow.connect(self.fill)
        self._parts: list[tuple[str, QMenu]] = []
        context.texts.changed.connect(self._say)
        self._say()

    def fill(self) -> None:
        """Put everything in the menu, once; the first window is there sooner without it."""
        if self._parts:
            return
        self._actions.dress()
        for title, rows in MENU:
            part = self.menu.addMenu("")
            part.setObjectName(title.rpartition(".")[2])
            for row_id in rows:
                part.addAction(self._actions[row_id])
            self._parts.append((title, part))
        self._say()

    def _say(self) -> None:
        self.menu.setAccessibleName(self._texts("ui.menu"))
        for title, part in self._parts:
            part.setTitle(self._texts(title))
