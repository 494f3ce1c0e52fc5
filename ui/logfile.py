"""The log on disk: small, kept for a while, and free of what is in a sprint."""

from __future__ import annotations

import logging
import os
from pathlib import Path

LARGEST_BYTES = 512 * 1024
KEPT_FILES = 3
LOG_NAME = "reisgenoot.log"


class LogFile(logging.FileHandler):
    """Writes warnings and errors to a file that is set aside when it is full; a disk that fails never stops us."""

    def __init__(self, folder: Path, largest: int = LARGEST_BYTES) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(folder / LOG_NAME, encoding="utf-8", delay=True)
        self._largest = largest
        self.setLevel(logging.INFO)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; first set the file aside when it is full."""
        try:
            if self.stream is not None and self.stream.tell() > self._largest:
                self._set_aside()
        except (OSError, ValueError):
            self.handleError(record)
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Let the program go on: what cannot be logged is not worth a crash."""

    def _set_aside(self) -> None:
        self.stream.close()
        self.stream = None  # opened again by the next line
        path = Path(self.baseFilename)
        for number in range(KEPT_FILES - 1, 0, -1):
            older = path.with_suffix(f".{number}.log") if number else path
            if older.exists():
                os.replace(older, path.with_suffix(f".{number + 1}.log"))
        os.replace(path, path.with_suffix(".1.log"))


def last_lines(folder: Path, count: int = 40) -> str:
    """Give the end of the log, for a report that a person can send; "" when there is none."""
    try:
        text = (folder / LOG_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-count:])
