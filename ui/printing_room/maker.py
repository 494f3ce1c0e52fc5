"""Makes PDFs in one process of its own, so that the window never waits and a crash there is harmless."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

MAIN = Path(__file__).resolve().parents[1].with_name("main").with_suffix(".py")
_PATIENCE_MS = 2_000


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One file to make: for which item, which output, where to, what was chosen, and where its marks are kept."""

    item: str
    what: str
    out: Path
    values: dict[str, str] = field(default_factory=dict)
    marks: str = ""

    def row(self) -> dict[str, object]:
        """Give the job as the export command reads it."""
        return {"what": self.what, "to": str(self.out), "options": self.values, "marks": self.marks}


class PacketMaker(QObject):
    """Makes jobs one after another; tells of each, and when all are done or the process broke down."""

    begun = Signal(int, int)
    """The number of the job that is being made (from 1), and how many there are."""
    made = Signal(object, int)
    """A PrintJob that is done, and how many pages it has."""
    refused = Signal(object, str)
    """A PrintJob that cannot be made, and the sentence that says why."""
    finished = Signal(object)
    """The list of PrintJobs that were made."""
    broke = Signal(str)
    """What the process said when it ended before its time."""

    def __init__(self, parent: QObject | None = None, program: Sequence[str] = (sys.executable, str(MAIN))) -> None:
        super().__init__(parent)
        self._program = tuple(program)
        self._process: QProcess | None = None
        self._jobs: list[PrintJob] = []
        self._said = b""
        self._told = 0
        self.done: list[PrintJob] = []

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._process is not None

    def start(self, sprint: Path, jobs: Sequence[PrintJob], language: str) -> None:
        """Make these of a sprint file; sentences come in `language`. A run that is under way is ended first."""
        self.stop()
        self._jobs, self._said, self._told, self.done = list(jobs), b"", 0, []
        if not self._jobs:
            self.finished.emit([])
            return
        packet = sprint.with_name(f"{id(self)}.packet")
        packet.write_text(json.dumps([job.row() for job in self._jobs]), encoding="utf-8")
        process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_words)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self.begun.emit(1, len(self._jobs))
        program, *before = self._program
        words = ["export", str(sprint), "--packet", str(packet), "--language", language]
        process.start(program, [*before, *words])

    def stop(self) -> None:
        """End what is under way; nothing is told about it."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()

    def _on_words(self) -> None:
        process = self._process
        if process is None:
            return
        self._said += bytes(process.readAllStandardOutput().data())
        *lines, self._said = self._said.split(b"\n")
        for line in lines:
            # A listener may stop or start a run.
            if self._process is process:
                self._hear(line)

    def _hear(self, line: bytes) -> None:
        try:
            said = json.loads(line.decode("utf-8", "replace"))
            job = self._jobs[said["number"]]
        except (ValueError, KeyError, IndexError, TypeError):
            return
        self._told += 1
        if "problem" in said:
            self.refused.emit(job, str(said["problem"]))
        else:
            self.done.append(job)
            self.made.emit(job, int(said.get("pages", 0)))
        if self._told < len(self._jobs):
            self.begun.emit(self._told + 1, len(self._jobs))

    def _on_finished(self, _code: int, _status: QProcess.ExitStatus) -> None:
        self._on_words()
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        if self._told < len(self._jobs):
            self.broke.emit(said)
        else:
            self.finished.emit(self.done)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process.deleteLater()
            self._process = None
            self.broke.emit(said)
