"""The dialogs that the program opens; loaded when the first of them is asked for, not before the first window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sprint.records import Moment
from ui.actions import ActionSet
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.about import AboutDialog
from ui.dialogs.moments import MomentsDialog
from ui.dialogs.new_sprint import NewSprintDialog, SprintForm
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import MainWindow
from ui.palette import CommandPalette
from ui.starting import first_working_day


class Forms:
    """Opens dialogs in front of the window; none of them blocks, each calls back."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        self._context = context
        self._window = window

    def new_sprint(self, today: date, done: Callable[[SprintForm], object]) -> None:
        """Ask what a new sprint is about."""
        dialog = NewSprintDialog(self._context, first_working_day(today), self._window, today=today)
        dialog.accepted.connect(lambda: done(dialog.form))
        dialog.open()

    def moments(
        self,
        bridge: SprintBridge,
        keep: Callable[[str], object],
        look: Callable[[Moment], object],
        restore: Callable[[Moment], object],
    ) -> None:
        """Show the kept moments of a sprint."""
        dialog = MomentsDialog(self._context, bridge, self._window)
        dialog.keep_requested.connect(keep)
        dialog.look_requested.connect(look)
        dialog.restore_requested.connect(restore)
        dialog.open()

    def settings(self) -> None:
        """Show the settings."""
        SettingsDialog(self._context, self._window).open()

    def palette(self, actions: ActionSet) -> None:
        """Search everything that can be done."""
        CommandPalette(self._context, actions, self._window).open()

    def shortcuts(self, actions: ActionSet) -> None:
        """List the keys."""
        ShortcutsDialog(self._context, actions, self._window).open()

    def about(self) -> None:
        """Tell what this program is."""
        AboutDialog(self._context, self._window).open()
