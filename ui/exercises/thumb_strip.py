"""Small photos beside each other, as many in a row as fit; what is in more than two rows is scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.exercises.wall_thumb import WallThumb
from ui.widgets.columns import ScrollColumn, tab_in_order
from ui.widgets.labels import PlainLabel

_GAP = 8
_ROWS = 2
_NARROW_PX = 420
"""Narrower than this, the title stands above the photos."""


class _Flow(QWidget):
    """Lays its widgets in rows and is as high as they need."""

    laid = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel(role="muted")
        self.title.setParent(self)
        self.thumbs: list[WallThumb] = []
        self.high = self.top = 0
        """How high it is, and where its first row begins."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def lay_out(self) -> None:
        """Give everything its place."""
        title = self.title.sizeHint()
        first = max((thumb.sizeHint().height() for thumb in self.thumbs[:1]), default=0)
        if self.width() < _NARROW_PX:
            self.title.setGeometry(QRect(0, 0, title.width(), title.height()))
            x, y = 0, title.height() + _GAP // 2
        else:
            self.title.setGeometry(QRect(0, (first - title.height()) // 2, title.width(), title.height()))
            x, y = title.width() + _GAP, 0
        self.top, high = y, 0
        for thumb in self.thumbs:
            size = thumb.sizeHint()
            if x and x + size.width() > self.width():
                x, y, high = 0, y + high + _GAP, 0
            high = max(size.height(), high)
            thumb.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + _GAP
        self.high = y + high
        self.setFixedHeight(max(1, self.high))
        self.laid.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()


class ThumbStrip(ScrollColumn):
    """A title and the photos of a wall; never wider than the work above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, margin=0, spacing=0)
        self._flow = _Flow(self)
        self.column.addWidget(self._flow)
        self.column.addStretch(1)
        self._flow.laid.connect(self._fit)

    def show_thumbs(self, title: str, thumbs: Sequence[WallThumb]) -> None:
        """Show these photos in this order."""
        self._flow.title.setText(title)
        self._flow.thumbs = list(thumbs)
        for thumb in thumbs:
            if thumb.parentWidget() is not self._flow:
                thumb.setParent(self._flow)
            thumb.show()
        if len(thumbs) > 1:
            tab_in_order(thumbs[0], list(thumbs[1:]))
        self._flow.lay_out()

    def resettle(self) -> None:
        """A photo has come whose shape was not known."""
        self._flow.lay_out()

    def _fit(self) -> None:
        one = max((thumb.height() for thumb in self._flow.thumbs), default=0)
        self.setFixedHeight(min(self._flow.high, self._flow.top + _ROWS * (one + _GAP)))
