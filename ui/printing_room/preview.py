"""Shows the pages of a PDF as they come from the printer, drawn beside the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from canvas.background import Background
from exports.pictures import page_pixels
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel

_MOST_DPI = 110.0
_MOST_PIXELS = 1_500
"""Of the longer side: a page of a poster is not drawn larger than a screen shows it."""
_LEAST = QSize(320, 360)
_EDGE = 12


class PagePreview(QWidget):
    """One page at a time, as large as there is room, with buttons to turn pages."""

    def __init__(self, context: Context, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._background = background
        self._path: Path | None = None
        self._title = ""
        self._total = 0
        self._number = 0
        self._picture = QPixmap()
        self._asked = 0
        self.setMinimumSize(_LEAST)
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.setWordWrap(True)
        self._paper.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._paper.setProperty("ground", "band")
        self._before = Button(context, kind="quiet", icon="chevron_left", name_key="print.room.before")
        self._after = Button(context, kind="quiet", icon="chevron_right", name_key="print.room.after")
        self._place = PlainLabel(role="small")
        self._copy = Button(context, "print.room.copy", kind="quiet")
        self._copy.clicked.connect(self.copy)
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self._before, self._place, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._paper, 1)
        column.addLayout(row)
        self._say()

    @property
    def number(self) -> int:
        """Which page is shown, from 0."""
        return self._number

    @property
    def has_picture(self) -> bool:
        """Whether a page is drawn."""
        return not self._picture.isNull()

    def show_pdf(self, path: Path, title: str, total: int) -> None:
        """Show the first page of a PDF, or the same page as before when it is the same thing made anew."""
        self._number = min(self._number, max(0, total - 1)) if title == self._title else 0
        self._path, self._title, self._total = path, title, total
        self._ask()

    def show_words(self, text: str) -> None:
        """Show a sentence in the place of pages."""
        self._path, self._total, self._picture = None, 0, QPixmap()
        self._asked += 1
        self._copy.setEnabled(False)
        self._paper.setText(text)
        self._say()

    def turn(self, by: int) -> None:
        """Show another page."""
        number = max(0, min(self._total - 1, self._number + by))
        if number != self._number:
            self._number = number
            self._ask()

    def copy(self) -> None:
        """Put the page on the clipboard as a picture."""
        if self.has_picture:
            QGuiApplication.clipboard().setPixmap(self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _ask(self) -> None:
        """Draw the page beside the window; an answer that comes too late is left out."""
        self._asked += 1
        asked, path, number = self._asked, self._path, self._number
        self._say()
        if path is not None:
            self._background.run(lambda: _drawn(path, number), lambda page: self._take(asked, page))

    def _take(self, asked: int, page: QImage) -> None:
        if asked == self._asked and not page.isNull():
            self._picture = QPixmap.fromImage(page)
            self._copy.setEnabled(True)
            self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self._paper.size() - QSize(2 * _EDGE, 2 * _EDGE)) * ratio
        shown = self._picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._paper.setPixmap(shown)

    def _say(self) -> None:
        texts = self._context.texts
        has_pages = self._total > 0
        number, total = self._number + 1, self._total
        self._place.setText(texts("print.room.page", number=number, total=total) if has_pages else "")
        self._before.setEnabled(self._number > 0)
        self._after.setEnabled(number < total)
        said = texts("print.room.preview_of", title=self._title, number=number, total=total) if has_pages else ""
        self._paper.setAccessibleName(said or texts("print.room.preview"))


def _drawn(path: Path, number: int) -> QImage:
    """Draw a page; nothing when the file is gone, because something newer is being made."""
    try:
        data = path.read_bytes()
    except OSError:
        return QImage()
    page = page_pixels(data, number, _MOST_PIXELS, _MOST_DPI)
    shown = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    # The picture outlives the bytes it was made of.
    return shown.copy()
