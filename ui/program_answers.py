"""What the program answers about the open sprint as a whole, and about itself."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from sprint.store.folders import home_folder
from ui.notices import Notice

if TYPE_CHECKING:
    from sprint.records import Moment
    from ui.actions import ActionSet
    from ui.context import Context
    from ui.forms import Forms
    from ui.main_window import MainWindow
    from ui.open_sprint import OpenSprint
    from ui.program import World


class ProgramAnswers:
    """The part of the program that asks a person, tells her how it went, and changes its own clothes."""

    _context: Context
    _world: World
    _open: OpenSprint | None
    _forms: Forms
    window: MainWindow
    actions: ActionSet

    # ---- the open sprint

    def save_moment(self) -> None:
        """Keep this moment under a name."""
        if self._open is None:
            return
        texts = self._context.texts
        name = self._context.messages.ask_text(
            texts("ui.moments_name"), hint=texts("ui.moments_name_hint"), accept=texts("ui.moments_keep")
        )
        if name is not None:
            self._open.keep_moment(name or texts("ui.moments_no_name"))

    def show_moments(self) -> None:
        """Look at the kept moments, and go back to one."""
        opened = self._open
        if opened is not None:
            self._forms.moments(opened.bridge, opened.keep_moment, opened.look_at, self.restore)

    def restore(self, moment: Moment) -> None:
        """Bring the sprint back to a moment; Ctrl+Z takes that back."""
        if self._open is not None and self._open.restore(moment):
            texts = self._context.texts
            said = Notice(
                lambda: texts("ui.restored", name=moment.name), "good", action="ui.action_undo", run=self.undo
            )
            self.window.notices.show_notice("told", said)

    def save_copy(self) -> None:
        """Write a copy elsewhere."""
        if self._open is None:
            return
        texts, messages = self._context.texts, self._context.messages
        path = messages.ask_save_path(texts("ui.action_save_copy"), self._open.copy_suggestion(self._last_folder()))
        if path is not None:
            self._note_folder(path)
            self._open.save_copy(path)

    def print_sprint(self) -> None:
        """Choose what to print."""
        if self._open is not None:
            self._open.print_it(self.window, self._world.folders.prints)

    def print_book(self) -> None:
        """Make the sprint book."""
        if self._open is not None:
            self._open.print_book()

    def undo(self) -> None:
        """Take the last edit back."""
        if self._open is not None:
            self._open.bridge.undo()

    def redo(self) -> None:
        """Do it again."""
        if self._open is not None:
            self._open.bridge.redo()

    # ---- the program

    def switch_language(self) -> None:
        """Speak the other language."""
        self._context.settings.set("language", "en" if self._context.texts.language == "nl" else "nl")

    def use_theme(self, name: str) -> None:
        """Wear other colours."""
        self._context.settings.set("theme", name)

    def show_settings(self) -> None:
        """Open the settings."""
        self._forms.settings()

    def show_palette(self) -> None:
        """Search everything that can be done."""
        self._forms.palette(self.actions)

    def show_shortcuts(self) -> None:
        """List the keys."""
        self._forms.shortcuts(self.actions)

    def show_backups(self) -> None:
        """Open the folder with earlier versions."""
        self._show_folder(self._world.folders.backups)

    def show_log(self) -> None:
        """Open the folder with the log."""
        self._show_folder(self._world.folders.logs)

    def show_about(self) -> None:
        """Tell what this program is."""
        self._forms.about()

    def _last_folder(self) -> Path:
        """Give the folder that was chosen last, as long as it is there (a stick may be gone)."""
        kept = Path(self._context.settings.text("folder") or self._world.documents)
        return next((folder for folder in (kept, self._world.documents) if folder.is_dir()), home_folder())

    def _note_folder(self, path: Path) -> None:
        with contextlib.suppress(ValueError):  # a path too long to keep costs a click next time
            self._context.settings.set("folder", str(path.parent))

    def _show_folder(self, folder: Path) -> None:
        if folder.is_dir():
            self._world.show_folder(folder)
        else:
            self._context.messages.tell(self._context.texts("ui.folder_empty"))
