"""Putting a sprint on paper: ask what, make it beside the window, save it or send it to a printer, stop when asked."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from canvas.background import Background
from sprint.store.folders import home_folder
from sprint.workspace import Workspace
from ui.context import Context
from ui.messages import SPRINT_SUFFIX
from ui.notices import Notice, Notices
from ui.printing_room.maker import PacketMaker, PrintJob
from ui.printing_room.send_dialog import SendDialog
from ui.printing_room.sending import Sending, printers, send
from ui.printing_room.window import PrintWindow
from ui.study.leaving import may_leave

_MARKS_LETTERS = 16
_BOOK = "report"


class Paperwork(QObject):
    """What one open sprint does with paper."""

    def __init__(self, context: Context, workspace: Workspace, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._workspace = workspace
        self._background = background
        self._notices: Notices | None = None
        self._folder: QTemporaryDir | None = None
        self._copy = Path()
        self._sending: Sending | None = None
        self._problems: list[str] = []
        self.window: PrintWindow | None = None
        self.names: Callable[[], tuple[str, ...]] = tuple
        """The names of citizens to warn of, while the key to them is open."""
        self.printer = PacketMaker(self)
        self.printer.begun.connect(self._on_begun)
        self.printer.refused.connect(lambda _job, problem: self._problems.append(problem))
        self.printer.finished.connect(self._on_made)
        self.printer.broke.connect(self._on_broke)

    def ask(self, shown_journey: str, notices: Notices, parent: QWidget, prints: Path) -> None:
        """Ask what to print; the pages are made and counted while she chooses. `prints` remembers printed sheets."""
        self._notices = notices
        self._folder = QTemporaryDir()
        folder = Path(self._folder.path())
        self._copy = folder / f"print{SPRINT_SUFFIX}"
        window = PrintWindow(
            self._context,
            self._workspace.document,
            folder,
            prints / sha256(str(self._workspace.path).encode()).hexdigest()[:_MARKS_LETTERS],
            shown=shown_journey or "as_is",
            parent=parent,
        )
        self.window = window
        window.save_asked.connect(lambda: self._save(window))
        window.send_asked.connect(lambda: self._ask_printer(window))
        window.finished.connect(self._on_asked)
        window.open()
        copy = self._copy
        self._background.run(
            lambda: self._workspace.save_copy(copy),
            lambda _none: self._on_copy(copy),
            lambda error: self._context.messages.warn(self._context.texts.error(error)),
        )

    def make_book(self, notices: Notices) -> None:
        """Make the sprint book next to the sprint, in the language of the screen."""
        if not may_leave(self._context, self._workspace.document, self.names()):
            return
        self._notices = notices
        self._folder = QTemporaryDir()
        self._copy = Path(self._folder.path()) / f"print{SPRINT_SUFFIX}"
        self._sending = None
        texts = self._context.texts
        folder, name = self._place
        book = folder / f"{name} – {texts('print.title.report')}.pdf"
        self._make([PrintJob(_BOOK, _BOOK, book, {"language": texts.language})])

    @property
    def _place(self) -> tuple[Path, str]:
        """Where files go, and how their names begin."""
        path = self._workspace.path
        return (path.parent, path.stem) if path is not None else (home_folder(), self._context.texts("ui.app_name"))

    def stop(self) -> None:
        """End what is being made, and take the strip about it away."""
        made = len(self.printer.done)
        was_busy = self.printer.is_busy
        self.printer.stop()
        if self._notices is not None:
            self._notices.close_notice("printing")
        if was_busy:
            self._context.messages.tell(self._context.texts("print.stopped", count=made))

    def close(self) -> None:
        """End quietly: the sprint is closed."""
        self.printer.stop()
        self._notices = None

    # ---- asking

    def _on_copy(self, copy: Path) -> None:
        if self.window is not None and copy == self._copy:
            self.window.begin(copy)

    def _on_asked(self) -> None:
        self.window = None

    def _ask_printer(self, window: PrintWindow) -> None:
        if not may_leave(self._context, self._workspace.document, self.names()):
            return
        found = printers()
        if not found:
            window.warn(self._context.texts("print.send.none"))
            return
        dialog = SendDialog(self._context, found, window)
        dialog.accepted.connect(lambda: self._send(window, dialog))
        dialog.open()

    def _save(self, window: PrintWindow) -> None:
        if not may_leave(self._context, self._workspace.document, self.names()):
            return
        folder, name = self._place
        self._sending = None
        self._make(window.jobs(folder, name))
        window.accept()

    def _send(self, window: PrintWindow, dialog: SendDialog) -> None:
        if self._folder is None:
            return
        self._sending = dialog.sending
        self._make(window.jobs(Path(self._folder.path()), "print", {"margin": dialog.margin_text}))
        window.accept()

    # ---- making

    def _make(self, jobs: list[PrintJob]) -> None:
        messages, texts = self._context.messages, self._context.texts
        self._problems = []
        # Made anew: a copy that was ready when the window opened may be behind what is on the screen.
        copy = self._copy.with_stem("made")
        self._background.run(
            lambda: self._workspace.save_copy(copy),
            lambda _none: self.printer.start(copy, jobs, texts.language),
            lambda error: messages.warn(texts.error(error)),
        )

    def _on_begun(self, number: int, count: int) -> None:
        if self._notices is None:
            return
        self._notices.close_notice("printed")
        texts = self._context.texts
        said = Notice(
            lambda: texts("print.busy", number=number, count=count),
            action="print.stop",
            run=self.stop,
            can_close=False,
        )
        self._notices.show_notice("printing", said)

    def _on_made(self, made: list[PrintJob]) -> None:
        texts, notices = self._context.texts, self._notices
        if notices is None:
            return
        notices.close_notice("printing")
        problems = list(dict.fromkeys(self._problems))
        if len(problems) == 1:
            self._context.messages.warn(problems[0])
        elif problems:
            self._context.messages.warn(texts("print.some_failed"), "\n".join(problems))
        if not made:
            return
        notices.close_notice("told")
        if self._sending is not None:
            self._send_all(made, self._sending)
            return
        paths = [job.out for job in made]
        names = "\n".join(path.name for path in paths)
        target = paths[0] if len(paths) == 1 else paths[0].parent
        notice = Notice(
            lambda: texts("print.done", count=len(paths), folder=paths[0].parent.name),
            "good",
            detail=lambda: names,
            action="print.open" if len(paths) == 1 else "print.open_folder",
            run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))),
        )
        notices.show_notice("printed", notice)

    def _send_all(self, made: list[PrintJob], how: Sending) -> None:
        texts, messages = self._context.texts, self._context.messages

        def work() -> None:
            for job in made:
                send(job.out, how)

        self._background.run(
            work,
            lambda _none: messages.tell(texts("print.sent", count=len(made), printer=how.printer), "", "good"),
            lambda error: messages.warn(texts.error(error)),
        )

    def _on_broke(self, said: str) -> None:
        if self._notices is not None:
            self._notices.close_notice("printing")
        self._context.messages.warn(self._context.texts("print.failed"), said)
