"""Sends PDFs to a printer: as they are where the system takes PDF, as pictures of its own resolution elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from exports.pictures import POINTS_PER_INCH, page_as_png, page_count, page_size
from sprint.errors import SprintError

_PATIENCE_S = 60
_DPI = 300
_RANGE = re.compile(r"\s*\d+(\s*-\s*\d+)?(\s*,\s*\d+(\s*-\s*\d+)?)*\s*")
_SIDES = {
    "one": "one-sided",
    "long": "two-sided-long-edge",
    "short": "two-sided-short-edge",
}
_DUPLEX = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True)
class Sending:
    """How something is printed: on which printer, how often, on which sides ("one", "long", "short"), which pages."""

    printer: str
    copies: int = 1
    sides: str = "one"
    pages: str = ""


def printers() -> list[str]:
    """Name the printers of this computer, the usual one first."""
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name))


def is_range(text: str) -> bool:
    """Whether a text names pages, such as "1-3,5"; nothing means all of them."""
    return not text.strip() or _RANGE.fullmatch(text) is not None


def pages_of(text: str, total: int) -> list[int]:
    """Give the pages of a range, from 0 and in order; all of them for an empty one."""
    if not text.strip():
        return list(range(total))
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        found |= set(range(int(first) - 1, int(last or first)))
    return sorted(number for number in found if 0 <= number < total)


def send(path: Path, how: Sending) -> None:
    """Send one PDF; raises SprintError with what to do when the printer does not take it. May take seconds."""
    command = shutil.which("lp")
    if command is not None:
        _send_as_it_is(command, path, how)
    else:
        _send_as_pictures(path, how)


def _send_as_it_is(command: str, path: Path, how: Sending) -> None:
    words = [command, "-d", how.printer, "-n", str(how.copies), "-o", f"sides={_SIDES[how.sides]}"]
    words += ["-o", "print-scaling=none"]
    if how.pages.strip():
        words += ["-P", "".join(how.pages.split())]
    try:
        done = subprocess.run([*words, "--", str(path)], capture_output=True, timeout=_PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SprintError("print.send.failed", printer=how.printer) from error
    if done.returncode:
        raise SprintError("print.send.failed", printer=how.printer)


def _send_as_pictures(path: Path, how: Sending) -> None:
    printer = QPrinter(QPrinterInfo.printerInfo(how.printer), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(how.copies)
    printer.setDuplex(_DUPLEX[how.sides])
    data = path.read_bytes()
    if not paint_pages(printer, data, pages_of(how.pages, page_count(data))):
        raise SprintError("print.send.failed", printer=how.printer)


def paint_pages(printer: QPrinter, pdf: bytes, numbers: Sequence[int]) -> bool:
    """Paint pages at their true size, each on paper of its own size; gives False when the printer does not begin."""
    printer.setFullPage(True)
    painter = QPainter()
    for place, number in enumerate(numbers):
        width, height = page_size(pdf, number)
        size = QSizeF(min(width, height), max(width, height))
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        is_wide = width > height
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
        if place and not printer.newPage():
            return False
        if place == 0 and not painter.begin(printer):
            return False
        page = QImage.fromData(page_as_png(pdf, number, _DPI))
        unit = printer.resolution() / POINTS_PER_INCH
        painter.drawImage(QRectF(0, 0, width * unit, height * unit), page)
    return painter.end() if numbers else True
