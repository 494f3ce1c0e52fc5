"""Printing: PDFs are made by a process of their own, so that the window never waits and a crash there is harmless."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from sprint.frozen import dataclass

MAIN = Path(__file__).resolve().parent.with_name("main").with_suffix(".py")


@dataclass(frozen=True)
class PrintJob:
    """One PDF to make: what of the sprint, in which language, on which paper."""

    what: str
    out: Path
    language: str
    paper: str = ""
    journey: str = ""

    def written_to(self, out: Path) -> PrintJob:
        """Give the same job with another file."""
        return replace(self, out=out)

    def arguments(self, sprint: Path) -> list[str]:
        """Give the command line that makes it."""
        line = ["export", str(sprint), "--to", str(self.out), "--what", self.what, "--language", self.language]
        if self.paper:
            line += ["--paper", self.paper]
        if self.journey:
            line += ["--journey", self.journey]
        return line


class Printer(QObject):
    """Makes PDFs one after another; tells when all are there, or what went wrong and which were made."""

    begun = Signal(int, int)
    """The number of the PDF that is being made, and how many there are to make."""
    made = Signal(object)
    """The PrintJob that is done."""
    finished = Signal(object)
    """The list of Paths that were made."""
    failed = Signal(str, object)
    """What the process said, and the list of Paths that were made before."""

    def __init__(self, parent: QObject | None = None, program: tuple[str, ...] = (sys.executable, str(MAIN))) -> None:
        super().__init__(parent)
        self._program = program
        self._waiting: deque[PrintJob] = deque()
        self._made: list[Path] = []
        self._sprint = Path()
        self._count = 0
        self._process: QProcess | None = None
        self.failed_job: PrintJob | None = None

    @property
    def count_made(self) -> int:
        """How many PDFs of this run are there."""
        return len(self._made)

    @property
    def is_busy(self) -> bool:
        """Whether a PDF is being made."""
        return self._process is not None

    def start(self, sprint: Path, jobs: list[PrintJob]) -> None:
        """Make these PDFs of a sprint file; a run that is under way is ended first."""
        self.stop()
        self._sprint = sprint
        self._waiting = deque(jobs)
        self._made = []
        self._count = len(jobs)
        self.failed_job = None
        self._next()

    def stop(self) -> None:
        """End what is under way; nothing is told about it."""
        process, self._process = self._process, None
        self._waiting.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2_000)
            process.deleteLater()

    def _next(self) -> None:
        if not self._waiting:
            self._process = None
            self.finished.emit(self._made)
            return
        job = self._waiting[0]
        self.begun.emit(len(self._made) + 1, self._count)
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        program, *arguments = self._program
        process.start(program, [*arguments, *job.arguments(self._sprint)])

    def _on_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        said = bytes(process.readAll().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        job = self.failed_job = self._waiting.popleft()
        # 1 means: made, with something to tell. The proof is the file.
        if code in (0, 1) and job.out.exists():
            self._made.append(job.out)
            self.made.emit(job)
            self._next()
            return
        self._give_up(said)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process.deleteLater()
            self._give_up(said)

    def _give_up(self, said: str) -> None:
        self._process = None
        self._waiting.clear()
        self.failed.emit(said, self._made)
