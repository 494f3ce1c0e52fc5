"""Putting a sprint on paper: ask what, count the sheets beforehand, make them beside the window, stop when asked."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from canvas.background import Background
from sprint.workspace import Workspace
from ui.context import Context
from ui.dialogs.printing import PrintDialog, sheets_of
from ui.messages import SPRINT_SUFFIX
from ui.notices import Notice, Notices
from ui.printing import Printer, PrintJob

_PAGE = re.compile(rb"/Type\s*/Page\b")


class SheetCounter(QObject):
    """Makes sheets in a folder that nobody sees, to tell a dialog how many there will be; every one only once."""

    def __init__(self, dialog: PrintDialog, folder: Path, copy: Path) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._folder = folder
        self._copy = copy
        self._has_copy = False
        self._known: dict[tuple[str, ...], int] = {}
        self.printer = Printer(self)
        self.printer.made.connect(self._on_made)
        self.printer.failed.connect(self._on_failed)
        self._asked: list[tuple[str, ...]] = []
        dialog.changed.connect(self.count)
        dialog.finished.connect(self.printer.stop)

    def begin(self) -> None:
        """Start counting: the copy of the sprint is there."""
        self._has_copy = True
        self.count()

    def count(self) -> None:
        """Count what is chosen now; what was known is shown at once."""
        if not self._has_copy:
            return
        jobs = self._dialog.jobs(self._folder, "count")
        self._asked = [_key(job) for job in jobs]
        self._show()
        self._start([job for job in jobs if _key(job) not in self._known])

    def _start(self, missing: list[PrintJob]) -> None:
        named = [job.written_to(self._folder / f"{number}.pdf") for number, job in enumerate(missing)]
        if named:
            self.printer.start(self._copy, named)
        else:
            self.printer.stop()

    def _on_made(self, job: PrintJob) -> None:
        self._known[_key(job)] = len(_PAGE.findall(job.out.read_bytes()))
        self._show()

    def _on_failed(self, said: str, _made: object) -> None:
        job = self.printer.failed_job
        if job is not None:
            self._known[_key(job)] = 0
            self._dialog.show_obstacle(said.splitlines()[-1] if said else "")
        self._show()
        self._start([other for other in self._dialog.jobs(self._folder, "count") if _key(other) not in self._known])

    def _show(self) -> None:
        counts = [self._known.get(key) for key in self._asked]
        self._dialog.show_counts(counts)


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
        self.counter: SheetCounter | None = None
        self.printer = Printer(self)
        self.printer.begun.connect(self._on_begun)
        self.printer.finished.connect(self._on_printed)
        self.printer.failed.connect(self._on_failed)

    def ask(self, shown_journey: str, notices: Notices, parent: QWidget) -> None:
        """Ask what to print; the sheets are counted while she chooses."""
        self._notices = notices
        self._folder = QTemporaryDir()
        folder = Path(self._folder.path())
        self._copy = folder / f"print{SPRINT_SUFFIX}"
        dialog = PrintDialog(self._context, sheets_of(self._workspace.document), shown_journey, parent)
        self.counter = SheetCounter(dialog, folder, self._copy)
        dialog.accepted.connect(lambda: self._print(dialog))
        dialog.finished.connect(self._on_asked)
        dialog.open()
        self._background.run(
            lambda: self._workspace.save_copy(self._copy),
            lambda _none: self._on_copy(),
            lambda error: self._context.messages.warn(self._context.texts.error(error)),
        )

    def stop(self) -> None:
        """End what is being made, and take the strip about it away."""
        made = self.printer.count_made
        was_busy = self.printer.is_busy
        self.printer.stop()
        if self._notices is not None:
            self._notices.close_notice("printing")
        if was_busy:
            self._context.messages.tell(self._context.texts("ui.print_stopped", count=made))

    def close(self) -> None:
        """End quietly: the sprint is closed."""
        self.printer.stop()
        self._notices = None

    def _on_copy(self) -> None:
        if self.counter is not None:
            self.counter.begin()

    def _on_asked(self) -> None:
        self.counter = None

    def _print(self, dialog: PrintDialog) -> None:
        path = self._workspace.path
        folder = path.parent if path is not None else Path.home()
        jobs = dialog.jobs(folder, path.stem if path is not None else self._context.texts("ui.app_name"))
        messages, texts = self._context.messages, self._context.texts
        # Made anew: a copy that was ready when the dialog opened may be under way still.
        copy = self._copy.with_stem("made")
        self._background.run(
            lambda: self._workspace.save_copy(copy),
            lambda _none: self.printer.start(copy, jobs),
            lambda error: messages.warn(texts.error(error)),
        )

    def _on_begun(self, number: int, count: int) -> None:
        if self._notices is None:
            return
        texts = self._context.texts
        said = Notice(
            lambda: texts("ui.print_busy", number=number, count=count),
            action="ui.print_stop",
            run=self.stop,
            can_close=False,
        )
        self._notices.show_notice("printing", said)

    def _on_printed(self, made: list[Path]) -> None:
        texts, notices = self._context.texts, self._notices
        if notices is None:
            return
        notices.close_notice("printing")
        if not made:
            return
        names = "\n".join(path.name for path in made)
        target = made[0] if len(made) == 1 else made[0].parent
        notice = Notice(
            lambda: texts("ui.print_done", count=len(made), folder=made[0].parent.name),
            "good",
            detail=lambda: names,
            action="ui.print_open" if len(made) == 1 else "ui.print_open_folder",
            run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))),
        )
        notices.close_notice("told")
        notices.show_notice("printed", notice)

    def _on_failed(self, said: str, made: list[Path]) -> None:
        if self._notices is not None:
            self._notices.close_notice("printing")
        self._context.messages.warn(self._context.texts("ui.print_failed", count=len(made)), said)


def _key(job: PrintJob) -> tuple[str, ...]:
    return (job.what, job.journey, job.paper, job.language)
