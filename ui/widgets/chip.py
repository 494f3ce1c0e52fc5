"""A small rounded label that says a state in one or two words, with a colour by meaning."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context

_SIDE, _TALL, _GAP = 12, 26, 6

_TONES = {
    "accent": ("accent_soft", "accent"),
    "quiet": ("band", "muted"),
    "now": ("now_soft", "ink"),
    "good": ("good_soft", "good"),
    "warn": ("warn_soft", "ink"),
    "danger": ("danger", "surface"),
    "saved": ("track_saved_soft", "track_saved"),
    "spent": ("track_spent_soft", "track_spent"),
}


class Chip(QWidget):
    """Shows a text on a soft ground: tone accent, quiet, now, good, warn, danger, saved or spent."""

    def __init__(
        self, context: Context, text: str = "", *, tone: str = "quiet", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What the chip says."""
        return self._text

    @property
    def tone(self) -> str:
        """What the colour of the chip means."""
        return self._tone

    def show_state(self, text: str, tone: str, icon: str = "") -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._font_width() + 2 * _SIDE + (self._icon_size() + _GAP if self._icon else 0)
        return QSize(width, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = _TONES[self._tone]
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()), _TALL / 2, _TALL / 2)
        words = self._font_width()
        sign = self._icon_size() + _GAP if self._icon else 0
        # In the middle: a chip may be wider than what it says now.
        x = max(_SIDE, (self.width() - words - sign) // 2)
        if self._icon:
            size = self._icon_size()
            painter.drawPixmap(x, (self.height() - size) // 2, self._context.icons.pixmap(self._icon, ink, size))
            x += sign
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("body", bold=True))
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _icon_size(self) -> int:
        return self._context.theme.size("icon.small")

    def _font_width(self) -> int:
        return QFontMetrics(self._context.theme.font("body", bold=True)).horizontalAdvance(self._text) + 1
