"""The only place that knows everybody: builds the program and runs it until its window is closed."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from assets import VERSION
from sprint.i18n import LANGUAGES, Translator
from sprint.store.folders import Folders, home_folder
from ui.context import Context
from ui.crash import CrashGuard, explain_no_window, show_report
from ui.endings import Endings
from ui.icons import Icons
from ui.logfile import LogFile
from ui.messages import Messages
from ui.program import Program, World
from ui.quick_enums import use_usual_enums
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import SLANTED, UPRIGHT, Theme, register_fonts

if TYPE_CHECKING:
    from ui.qt_words import QtWords
    from ui.shelf import Shelf

EXIT_NO_DISPLAY = 3
EXIT_WRONG_QT = 4
_EFFECTS = (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeTooltip)
_BROKEN_QT = (6, 12)
_LATEST_PAINT_MS = 10_000
_FIRST_GOOD_PYTHON = (3, 12)


def run(argv: Sequence[str], *, profile_dir: Path | None = None, open_path: Path | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    `argv` may hold `--profile-dir DIR` (a throw-away place for everything the program keeps) and a file to open.
    """
    profile_dir, open_path = _asked(argv, profile_dir, open_path)
    obstacle = what_is_missing(os.environ, sys.platform, sys.version_info[:2], PySide6.__version_info__[:2])
    if obstacle is not None:
        key, code = obstacle
        print(Translator.load(_system_language())(key), file=sys.stderr)
        return code
    # Ctrl+C in a terminal ends the program at once; what the screen showed as saved is on disk.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    explain_no_window()
    # The style by its option and not by `setStyle`: that gives a QStyle back, whose wrapper takes 20 ms to make.
    app = QApplication([argv[0] if argv else "reisgenoot", "-style", "fusion"])
    return Session(app, profile_dir).run(open_path)


def what_is_missing(
    environment: dict[str, str] | os._Environ[str], system: str, python: tuple[int, ...], qt: tuple[int, ...]
) -> tuple[str, int] | None:
    """Give the key of a sentence and an exit code when the window cannot be opened here, else None."""
    if qt >= _BROKEN_QT and python < _FIRST_GOOD_PYTHON:
        return "ui.error_wrong_qt", EXIT_WRONG_QT
    has_display = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if system.startswith("linux") and not has_display:
        return "ui.error_no_display", EXIT_NO_DISPLAY
    return None


class Session:
    """One run of the program: builds what the window needs, and takes it down again in order."""

    def __init__(
        self,
        app: QApplication,
        profile_dir: Path | None,
        make_messages: Callable[[Texts, Icons], Messages] = Messages,
    ) -> None:
        self._app = app
        self._folders = Folders(profile_dir / "data") if profile_dir is not None else Folders.default()
        self._documents = (profile_dir or home_folder() / "Documents") / "Reisgenoot"
        self._log = _start_log(self._folders.logs)
        self.guard = CrashGuard(self._folders.logs, VERSION)
        self.context = self._build_context(make_messages)
        app.setApplicationName("Reisgenoot")
        app.setApplicationVersion(VERSION)
        register_fonts(UPRIGHT)
        self._qt_words: QtWords | None = None
        self._wear_colours()
        self.context.theme.changed.connect(self._wear_colours)
        self.context.theme.changed.connect(self._wear_sheet)
        self.context.settings.changed.connect(self._on_setting)
        self._on_setting("motion")
        self.program = Program(self.context, self._make_shelf, World(self._documents, self._folders))
        # When all parts stand in their places: before that, each part is dressed again in every place it comes into.
        self.program.window.opening.connect(self._wear_sheet)
        self.program.window.first_painted.connect(self._complete_looks)
        self.guard.happened.connect(self._on_crash)

    def run(self, open_path: Path | None) -> int:
        """Show the window until it is closed."""
        self.guard.install()
        # Logging out, shutting down and `kill` end the program well: it saves and says goodbye.
        endings = Endings(self._app.quit, self._app)
        self._app.commitDataRequest.connect(self._on_session_end)
        # One turn of the event loop later: what she did meanwhile comes first.
        self.program.window.first_painted.connect(lambda: QTimer.singleShot(0, self.program, self._go_on))
        # A window that begins as a button in the task bar is painted later, or never.
        QTimer.singleShot(_LATEST_PAINT_MS, _be_as_always)
        if open_path is not None:
            self.program.open_path(open_path)
        self._tell_about_last_time()
        self.program.window.open_on_screen()
        try:
            return self._app.exec()
        finally:
            endings.remove()
            self.end()

    def _go_on(self) -> None:
        """Do what the first frame did not wait for."""
        self.program.warm_up()
        register_fonts(SLANTED)
        _be_as_always()

    def _complete_looks(self) -> None:
        """Do what is not seen in the first frame: the icon of the program, and the words of Qt's own windows."""
        from ui.qt_words import QtWords  # noqa: PLC0415 - as said

        self._app.setWindowIcon(QIcon(self.context.icons.pixmap("logo", "accent", 64)))
        self._qt_words = QtWords(self._app, self.context.texts)

    def end(self) -> None:
        """Save and let go of everything."""
        self.program.end()
        if "canvas.clipboard" in sys.modules:
            from canvas.clipboard import leave_plain_text  # noqa: PLC0415 - home never loads the canvas

            leave_plain_text()
        if self._qt_words is not None:
            self._qt_words.remove()
        self.guard.remove()
        logging.getLogger().removeHandler(self._log)
        self._log.close()

    def _make_shelf(self) -> Shelf:
        from ui.shelf import Shelf  # noqa: PLC0415 - the store must not hold up the first window

        return Shelf(self.context, self._folders)

    def _build_context(self, make_messages: Callable[[Texts, Icons], Messages]) -> Context:
        store = self._folders.data / "settings.json"
        settings = Settings.load(store, lambda data: _write_settings(store, data))
        language = settings.text("language") if settings.has_chosen("language") else _system_language()
        texts = Texts(language)
        theme = Theme(settings.text("theme"))
        icons = Icons(theme)
        return Context(texts, theme, icons, make_messages(texts, icons), settings)

    def _wear_colours(self) -> None:
        self._app.setPalette(self.context.theme.qt_palette())
        self._app.setFont(self.context.theme.font())

    def _wear_sheet(self) -> None:
        self._app.setStyleSheet(self.context.theme.stylesheet())

    def _on_setting(self, key: str) -> None:
        if key == "motion":
            for effect in _EFFECTS:
                self._app.setEffectEnabled(effect, self.context.settings.is_on(key))

    def _tell_about_last_time(self) -> None:
        if self.guard.last_ended_badly:
            self.program.tell_report("ui.last_time_ended", show_report(self.guard, self._folders.logs))

    def _on_session_end(self, _manager: object) -> None:
        self.program.keep_work()
        self.guard.forget_run()

    def _on_crash(self, report: str) -> None:
        self.program.keep_work()
        self.program.tell_report("ui.went_wrong", report)


def _be_as_always() -> None:
    """Look for rubbish again, in what is made from now on, and check enumerations; `main` put both off."""
    use_usual_enums()
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _asked(argv: Sequence[str], profile_dir: Path | None, open_path: Path | None) -> tuple[Path | None, Path | None]:
    rest = list(argv[1:])
    while rest:
        word = rest.pop(0)
        if word == "--profile-dir" and rest:
            profile_dir = Path(rest.pop(0)).absolute()
        elif word.startswith("--profile-dir="):
            profile_dir = Path(word.partition("=")[2]).absolute()
        elif not word.startswith("-"):
            open_path = Path(word).absolute()
    return profile_dir, open_path


def _system_language() -> str:
    language = QLocale.system().name().partition("_")[0]
    return language if language in LANGUAGES else LANGUAGES[0]


def _start_log(folder: Path) -> logging.Handler:
    try:
        handler: logging.Handler = LogFile(folder)
    except OSError:
        handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return handler


def _write_settings(path: Path, data: bytes) -> None:
    from sprint.store.disk import Disk  # noqa: PLC0415 - nothing is written before the first frame

    Disk().write_file(path, data)
