"""The program behind the window: which sprint is open, and what happens when a person asks for something."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from canvas.background import Background
from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.store.folders import Folders
from ui.answers import Answers
from ui.context import Context
from ui.main_window import MainWindow
from ui.messages import SETTLED, SPRINT_SUFFIX
from ui.notices import Notice
from ui.program_answers import ProgramAnswers
from ui.situation import Situation

if TYPE_CHECKING:
    from ui.actions import ActionSet
    from ui.dialogs.new_sprint import SprintForm
    from ui.forms import Forms
    from ui.home import Home
    from ui.open_sprint import OpenSprint
    from ui.rehearsal.rehearsal import Rehearsal
    from ui.shelf import Shelf
    from ui.workbench import Workbench

WARM_UP_MS = 50


def _show_folder(path: Path) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - no folder is shown before the first frame
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True)
class World:
    """What the program takes from outside, so that a test can give its own: where documents go, what day it is."""

    documents: Path
    folders: Folders
    today: Callable[[], date] = date.today
    show_folder: Callable[[Path], object] = _show_folder


class Program(QObject, ProgramAnswers, Answers):
    """Answers every row of `ui.actions`; knows home and at most one open sprint."""

    def __init__(self, context: Context, make_shelf: Callable[[], Shelf], world: World) -> None:
        super().__init__()
        self._context = context
        self._make_shelf = make_shelf
        self._known_shelf: Shelf | None = None
        self._known_forms: Forms | None = None
        self._known_rehearsal: Rehearsal | None = None
        self._world = world
        self._open: OpenSprint | None = None
        self._background = Background(self)
        # The first frame goes to the screen before a thread wants the interpreter too.
        self._soon = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._soon.timeout.connect(self._warm_up)
        self.window = MainWindow(context, self._may_close)
        self._known_actions: ActionSet | None = None
        self._known_home: Home | None = None
        self.window.file_dropped.connect(self.open_path)
        self.window.page_wanted.connect(lambda: self.window.show_home(self.home))
        context.messages.set_window(self.window)
        context.settings.changed.connect(self._on_setting)
        context.texts.changed.connect(self._refresh)

    @property
    def sprint(self) -> OpenSprint | None:
        """The sprint that is open, None on the home screen."""
        return self._open

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        return self._open.bench if self._open is not None else None

    @property
    def actions(self) -> ActionSet:
        """Every row as an action of the window, asked for by the header of a sprint or right after the first frame."""
        if self._known_actions is None:
            from ui.actions import ActionSet  # noqa: PLC0415 - as above

            self._known_actions = ActionSet(self._context, self, self.window)
        return self._known_actions

    @property
    def home(self) -> Home:
        """The home screen, made when it is first shown: who opens a file does not see it."""
        if self._known_home is None:
            from ui.home import Home  # noqa: PLC0415 - as above

            self._known_home = Home(self._context, self)
            self._known_home.sprint_chosen.connect(self.open_path)
            self._known_home.left_chosen.connect(self.open_left_behind)
        return self._known_home

    @property
    def _shelf(self) -> Shelf:
        # The store is not needed to paint the home screen; what it lists comes a moment later.
        if self._known_shelf is None:
            self._known_shelf = self._make_shelf()
        return self._known_shelf

    @property
    def _forms(self) -> Forms:
        if self._known_forms is None:
            from ui.forms import Forms  # noqa: PLC0415 - no dialog is open when the first window is painted

            self._known_forms = Forms(self._context, self.window)
        return self._known_forms

    @property
    def rehearsal(self) -> Rehearsal:
        """The rehearsal, made when it is first asked for."""
        if self._known_rehearsal is None:
            from ui.rehearsal.rehearsal import Rehearsal  # noqa: PLC0415 - most days none is held

            self._known_rehearsal = Rehearsal(self._context, self, self._world.folders.rehearsals)
        return self._known_rehearsal

    def swap(self, opened: OpenSprint) -> None:
        """Answer for another sprint; the one that was open stays open."""
        self._open = opened
        opened.situation_changed.connect(self._refresh, Qt.ConnectionType.UniqueConnection)
        self._refresh()

    def _end_rehearsal(self) -> None:
        if self._known_rehearsal is not None:
            self._known_rehearsal.end()

    def warm_up(self) -> None:
        """Fill the home screen, then load what the first sprint would wait for; call when the window is painted."""
        self.actions.complete()
        self._refresh()
        if self._open is not None:
            self._open.completed.connect(self._soon.start)
        else:
            self._soon.start()

    def _warm_up(self) -> None:
        self._background.run(_load_shelf, lambda _none: self._list_sprints())
        self._background.run(_load_what_comes_next, lambda _none: None)
        self._background.run(_load_paper, lambda _none: None)
        if self._world.folders.rehearsals.is_dir():
            self._background.run(lambda: _throw_away_left(self._world.folders.rehearsals), lambda _none: None)
        self._background.run(lambda: _clear_finished(self._world.folders), lambda _none: None)

    def end(self) -> None:
        """Save and close what is open, without asking."""
        self._soon.stop()
        self._background.stop()
        self._let_go()
        if self._known_shelf is not None:
            self._known_shelf.close()

    def keep_work(self) -> None:
        """Put everything on disk now, after something went wrong."""
        if self._known_rehearsal is not None:
            self._known_rehearsal.keep_work()
        if self._open is not None:
            self._open.keep_work()

    def tell_report(self, key: str, report: str) -> None:
        """Say that something went wrong, with a report that can be copied."""
        texts = self._context.texts
        notice = Notice(
            lambda: texts(key),
            "warn",
            detail=lambda: report,
            action="ui.copy_report",
            run=lambda: QGuiApplication.clipboard().setText(report),
        )
        self.window.notices.show_notice("report", notice)

    # ---- opening and closing

    def open_path(self, path: Path) -> bool:
        """Open a file, or say why not; the sprint that was open is closed when the new one is."""
        self._end_rehearsal()
        if self._open is not None and self._open.path == Path(os.path.realpath(path)):
            self._context.messages.tell(self._context.texts("ui.already_open"))
            return True
        return self._replace(lambda: self._shelf.open(path))

    def open_left_behind(self, uid: str) -> bool:
        """Open what a crash left of a sprint that had no file yet."""
        return self._replace(lambda: self._shelf.open_left_behind(uid, self._world.documents))

    def open_example(self) -> None:
        """Open the example sprint."""
        folder, name = self._world.documents, self._context.texts("ui.example_name")
        path = folder / f"{name}{SPRINT_SUFFIX}"
        if path.exists() or self._shelf.is_left_behind(path):
            self.open_path(path)
        else:
            self._replace(lambda: self._shelf.create_example(path, self._context.texts.language))

    def new_sprint(self) -> None:
        """Start a sprint of one's own."""
        self._forms.new_sprint(self._world.today(), self._create)

    def open_sprint(self) -> None:
        """Choose a file and open it."""
        path = self._context.messages.ask_open_path(self._context.texts("ui.action_open"), self._last_folder())
        if path is not None:
            self._note_folder(path)
            self.open_path(path)

    def close_sprint(self) -> None:
        """Close the sprint and go to the home screen."""
        self._let_go()
        self.show_sprints()
        self.window.show_home(self.home)
        self._refresh()

    def quit(self) -> None:
        """End the program."""
        self.window.close()

    def _list_sprints(self) -> None:
        if self._open is None:
            self.show_sprints()

    def show_sprints(self) -> None:
        """Read again what the home screen lists."""
        self.home.show_sprints(self._shelf.recent(), self._shelf.left_behind())

    def _create(self, form: SprintForm) -> None:
        words = self._context.texts.translator
        if form.organisation and not self._context.settings.text("organisation"):
            self._context.settings.set("organisation", form.organisation)
        self._replace(lambda: self._shelf.create(self._world.documents, form, words))

    def _replace(self, opening: Callable[[], OpenSprint]) -> bool:
        try:
            opened = opening()
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            self.show_sprints()
            return False
        self._let_go()
        self.window.notices.clear()
        opened.completed.connect(lambda: QTimer.singleShot(0, opened, lambda: self._shelf.note_recent(opened)))
        opened.show_in(self.window, self.actions)
        self.swap(opened)
        opened.bridge.erasing_asked.connect(self.erase_participant, Qt.ConnectionType.QueuedConnection)
        opened.bench.rehearsal_requested.connect(lambda day_id: self.rehearse("begin", day_id))
        return True

    def _let_go(self) -> None:
        self._end_rehearsal()
        if self._open is not None:
            closing, self._open = self._open, None
            closing.close(self.window)
            self._shelf.note_recent(closing)  # its name, or its file, may be another than when it was opened

    def _may_close(self) -> bool:
        self._end_rehearsal()
        opened = self._open
        if opened is not None and not opened.is_safe():
            texts = self._context.texts
            choices = (
                ("copy", texts("ui.action_save_copy")),
                ("close", texts("ui.close_anyway")),
                ("", texts("ui.stay")),
            )
            ask, detail = self._context.messages.ask, opened.trouble()
            answer = ask(texts("ui.close_unsaved"), choices, detail=detail, until=lambda: opened.is_saved)
            if answer == "copy":
                self.save_copy()
            if answer not in ("close", SETTLED):
                return False
        self._let_go()
        return True

    def _on_setting(self, key: str) -> None:
        if key == "language":
            self._context.texts.set_language(self._context.settings.text(key))
        elif key == "theme":
            self._context.theme.set_name(self._context.settings.text(key))

    def _refresh(self) -> None:
        now = self._open.situation() if self._open is not None else Situation()
        self.actions.refresh(now)
        self.window.show_name(self._open.bridge.document.sprint.title if self._open is not None else "")


def _load_shelf() -> None:
    import ui.shelf  # noqa: F401, PLC0415 - loaded beside the window, after its first frame


def _load_what_comes_next() -> None:
    import ui.making  # noqa: PLC0415 - as above
    import ui.open_sprint  # noqa: F401, PLC0415 - as above
    from sprint.document import Document  # noqa: PLC0415 - as above

    # The first journey's graph loads the graph library, which takes longer than everything else.
    _ = Document().graph


def _load_paper() -> None:
    import ui.paper  # noqa: F401, PLC0415 - as above
    from exports.offer import printables  # noqa: PLC0415 - as above

    printables()


def _clear_finished(folders: Folders) -> None:
    from sprint.store.clearing import clear_finished  # noqa: PLC0415 - as above

    clear_finished(folders, datetime.now().astimezone())


def _throw_away_left(rehearsals: Path) -> None:
    from ui.rehearsal.copy import throw_away_left  # noqa: PLC0415 - only after a crash in a rehearsal

    throw_away_left(rehearsals)
