"""Everything a person can do, as rows: menus, buttons, command palette, shortcut sheet and tests come from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.action_row import ActionRow, key_words
from ui.cockpit.actions import COCKPIT_ROWS
from ui.commands import Commands
from ui.context import Context
from ui.exercises.actions import WORK_ROWS
from ui.journey.actions import JOURNEY_ROWS
from ui.planner.actions import PLANNER_ROWS
from ui.rehearsal.actions import REHEARSAL_ROWS
from ui.room.actions import ROOM_ROWS
from ui.situation import Situation, is_editing_canvas, is_on_canvas, is_open, is_writable
from ui.study.actions import STUDY_ROWS


def _for_real(now: Situation) -> bool:
    return not now.is_rehearsing


def _open_for_real(now: Situation) -> bool:
    return now.has_sprint and not now.is_rehearsing


def _in_present(now: Situation) -> bool:
    return _open_for_real(now) and now.surface != "moment"


def _chosen(now: Situation) -> bool:
    return is_editing_canvas(now) and now.chosen > 0


ROWS: tuple[ActionRow, ...] = (
    # the sprint
    ActionRow("new_sprint", "ui.action_new_sprint", lambda to: to.new_sprint(), "plus", ("Ctrl+N",), _for_real),
    ActionRow("open", "ui.action_open", lambda to: to.open_sprint(), "open", ("Ctrl+O",), _for_real),
    ActionRow("open_example", "ui.action_open_example", lambda to: to.open_example(), "flag", when=_for_real),
    ActionRow(
        "save_moment", "ui.action_save_moment", lambda to: to.save_moment(), "check", ("Ctrl+S",), when=is_writable
    ),
    ActionRow("moments", "ui.action_moments", lambda to: to.show_moments(), "clock", ("Ctrl+Shift+M",), when=is_open),
    ActionRow(
        "save_copy", "ui.action_save_copy", lambda to: to.save_copy(), "save_copy", ("Ctrl+Shift+S",), _open_for_real
    ),
    ActionRow("print", "ui.action_print", lambda to: to.print_sprint(), "print", ("Ctrl+P",), when=_in_present),
    ActionRow(
        "print_book", "print.action_book", lambda to: to.print_book(), "print", ("Ctrl+Alt+P",), when=_in_present
    ),
    ActionRow(
        "close_sprint", "ui.action_close_sprint", lambda to: to.close_sprint(), "home", ("Ctrl+W",), _open_for_real
    ),
    ActionRow("quit", "ui.action_quit", lambda to: to.quit(), "close", ("Ctrl+Q",)),
    # edit
    ActionRow(
        "undo",
        "ui.action_undo",
        lambda to: to.undo(),
        "undo",
        ("Ctrl+Z",),
        when=lambda now: now.can_undo,
        names=lambda now: now.undo_name,
    ),
    ActionRow(
        "redo",
        "ui.action_redo",
        lambda to: to.redo(),
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        when=lambda now: now.can_redo,
        names=lambda now: now.redo_name,
    ),
    ActionRow("add_step", "ui.action_add_step", lambda to: to.add_step(), "step", ("Ctrl+Return",), is_editing_canvas),
    ActionRow("rename", "ui.action_rename", lambda to: to.rename_chosen(), "note", when=_chosen),
    ActionRow("link", "ui.action_link", lambda to: to.link_chosen(), "link", when=_chosen),
    ActionRow("delete", "ui.action_delete", lambda to: to.delete_chosen(), "trash", when=_chosen),
    # what is on the screen
    ActionRow(
        "show_as_is",
        "ui.action_show_as_is",
        lambda to: to.show_as_is(),
        "step",
        ("Alt+1",),
        when=is_open,
        is_on=lambda now: is_on_canvas(now) and now.journey == "as_is",
    ),
    ActionRow(
        "show_to_be",
        "ui.action_show_to_be",
        lambda to: to.show_to_be(),
        "flag",
        ("Alt+2",),
        when=is_open,
        is_on=lambda now: is_on_canvas(now) and now.journey == "to_be",
    ),
    *JOURNEY_ROWS,
    ActionRow("fit", "ui.action_fit", lambda to: to.fit(), "zoom_fit", ("Ctrl+0",), when=is_on_canvas),
    ActionRow("zoom_in", "ui.action_zoom_in", lambda to: to.zoom_in(), "plus", ("Ctrl++", "Ctrl+="), when=is_on_canvas),
    ActionRow("zoom_out", "ui.action_zoom_out", lambda to: to.zoom_out(), "minus", ("Ctrl+-",), when=is_on_canvas),
    ActionRow(
        "details",
        "ui.action_details",
        lambda to: to.toggle_details(),
        "info",
        ("F4",),
        when=is_open,
        is_on=lambda now: now.details_open,
    ),
    ActionRow("language", "ui.action_language", lambda to: to.switch_language(), "language", ("Ctrl+Shift+L",)),
    ActionRow("theme_light", "ui.action_theme_light", lambda to: to.use_theme("light"), "contrast"),
    ActionRow("theme_dark", "ui.action_theme_dark", lambda to: to.use_theme("dark"), "contrast"),
    ActionRow("theme_contrast", "ui.action_theme_contrast", lambda to: to.use_theme("high_contrast"), "contrast"),
    ActionRow("theme_projector", "ui.action_theme_projector", lambda to: to.use_theme("projector"), "contrast"),
    ActionRow("settings", "ui.action_settings", lambda to: to.show_settings(), "settings", ("Ctrl+,",)),
    # before a day begins
    *PLANNER_ROWS,
    *REHEARSAL_ROWS,
    # the work of an exercise
    *WORK_ROWS,
    # the study with citizens
    *STUDY_ROWS,
    # the clock and the day
    *COCKPIT_ROWS,
    # what the room sees
    *ROOM_ROWS,
    # help
    ActionRow("palette", "ui.action_palette", lambda to: to.show_palette(), "search", ("Ctrl+K",)),
    ActionRow("shortcuts", "ui.action_shortcuts", lambda to: to.show_shortcuts(), "keyboard", ("F1",)),
    ActionRow("backups", "ui.action_backups", lambda to: to.show_backups(), "folder"),
    ActionRow("log", "ui.action_log", lambda to: to.show_log(), "folder"),
    ActionRow("about", "ui.action_about", lambda to: to.show_about(), "info"),
)


class ActionSet(QObject):
    """The rows as Qt actions of one window, each made when first asked for; `refresh` tells them how things stand.

    The first window asks only for those that have a button in it; `complete` makes the others.
    """

    def __init__(self, context: Context, commands: Commands, window: QWidget, rows: Sequence[ActionRow] = ROWS) -> None:
        super().__init__(window)
        self._context = context
        self._commands = commands
        self._window = window
        self._rows = {row.id: row for row in rows}
        self._situation = Situation()
        self._actions: dict[str, QAction] = {}
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        self._dressed: set[str] = set()

    def __getitem__(self, row_id: str) -> QAction:
        if row_id not in self._actions:
            self._actions[row_id] = self._made(self._rows[row_id])
        return self._actions[row_id]

    def __iter__(self) -> Iterator[tuple[ActionRow, QAction]]:
        return ((row, self[row.id]) for row in self._rows.values())

    def complete(self) -> None:
        """Make every action, so that its keys work; call right after the window is painted."""
        for row_id in self._rows:
            _ = self[row_id]

    def refresh(self, situation: Situation) -> None:
        """Switch each action on or off, and name what undo and redo would do."""
        is_news, self._situation = situation != self._situation, situation
        for row, action in self._known():
            if row.is_on is not None:
                action.setChecked(row.is_on(situation))
            # This comes twice for every letter that is typed: what did not change is not said again.
            if is_news:
                action.setEnabled(row.when(situation))
                if row.names is not None:
                    self._say_one(row, action)

    def name(self, *row_ids: str) -> None:
        """Give these actions their words, before a button shows them.

        Words of a room are read when they are asked for: the first window asks only for those that can be seen in it.
        """
        for row_id in row_ids:
            self._say_one(self._rows[row_id], self[row_id])

    def dress(self, *row_ids: str) -> None:
        """Give these actions their words and icons, or all of them, before a menu or a button shows them.

        Each icon is drawn, which takes its time: the first window draws only what can be seen in it.
        """
        fresh = (set(row_ids) or self._rows.keys()) - self._dressed
        self.name(*fresh)
        self._dressed |= fresh
        self._draw_only(fresh)

    def _known(self) -> list[tuple[ActionRow, QAction]]:
        return [(self._rows[row_id], action) for row_id, action in self._actions.items()]

    def _made(self, row: ActionRow) -> QAction:
        action = QAction(self._window)
        action.setObjectName(row.id)
        action.setEnabled(row.when(self._situation))
        if row.is_on is not None:
            action.setCheckable(True)
            action.setChecked(row.is_on(self._situation))
        if row.keys:
            action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.triggered.connect(lambda _checked=False: row.run(self._commands))
        self._window.addAction(action)
        if row.names is not None:
            self._say_one(row, action)
        return action

    def _say(self) -> None:
        self.name(*(row.id for row, action in self._known() if action.text()))

    def _say_one(self, row: ActionRow, action: QAction) -> None:
        text = self._context.texts(row.text)
        name = row.names(self._situation) if row.names is not None else ""
        keys = key_words(action.shortcut(), self._context.texts) if row.keys else ""
        full = f"{text}: {name}" if name else text
        action.setText(full)
        action.setToolTip(f"{full}  ({keys})" if keys else full)

    def _draw(self) -> None:
        self._draw_only(self._dressed)

    def _draw_only(self, row_ids: Set[str]) -> None:
        for row, action in self._known():
            if row.icon and row.id in row_ids:
                action.setIcon(self._context.icons.icon(row.icon))
