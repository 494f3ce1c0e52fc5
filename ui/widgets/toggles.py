"""Buttons that stay pressed: chips with an icon and a meaning, and the tabs of a panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_HEIGHT = 32
_ICON = 18
_PADDING = 10


class ToggleChip(PaintedButton):
    """A round-ended button that is on or off; on = its soft ground, a firm edge and bold words."""

    def __init__(self, context: Context, *, icon: str, role: str, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._icon, self._role, self._ground = icon, role, ground
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_HEIGHT)  # a finger finds it however full the panel is

    def show_text(self, text: str) -> None:
        """Show and announce the words of the chip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the icon and the words in bold, so that pressing moves nothing."""
        words = self.metrics(self.context.theme.font("body", bold=True)).horizontalAdvance(self.text())
        return QSize(words + _ICON + 2 * _PADDING + 6, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        on = self.isChecked()
        painter.setBrush(theme.colour(self._ground))
        painter.setPen(QPen(theme.colour(self._role), 2) if on else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        pixmap = self.context.icons.pixmap(self._icon, self._role, _ICON)
        painter.drawPixmap(_PADDING, (self.height() - _ICON) // 2, pixmap)
        painter.setPen(theme.colour(self._role))
        painter.setFont(theme.font("body", bold=on))
        words = QRectF(_PADDING + _ICON + 5, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.height() / 2, theme)


class Segment(PaintedButton):
    """One tab: words with a line under the one that is open."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Room for the words in bold."""
        words = self.metrics(self.context.theme.font("body", bold=True)).horizontalAdvance(self.text())
        return QSize(words + 16, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the line."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setFont(theme.font("body", bold=on))
        painter.setPen(theme.colour("ink" if on else "muted"))
        painter.drawText(QRectF(0, 0, self.width(), self.height() - 3), Qt.AlignmentFlag.AlignCenter, self.text())
        line = QRectF(0, self.height() - 3, self.width(), 3) if on else QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.colour("accent" if on else "line_soft"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 4, theme)


class Segments(QWidget):
    """A row of tabs; the arrows walk along them."""

    opened = Signal(int)

    def __init__(self, context: Context, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = [Segment(context, self) for _ in range(count)]
        for place, button in enumerate(self.buttons):
            row.addWidget(button, 1)
            button.clicked.connect(lambda _=False, place=place: self.open(place))
        self.buttons[0].setChecked(True)

    @property
    def current(self) -> int:
        """The place of the open tab."""
        return next(place for place, button in enumerate(self.buttons) if button.isChecked())

    def show_texts(self, texts: Sequence[str]) -> None:
        """Write the words on the tabs."""
        for button, text in zip(self.buttons, texts, strict=True):
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)

    def open(self, place: int) -> None:
        """Open a tab and tell it."""
        for other, button in enumerate(self.buttons):
            button.setChecked(other == place)
        if any(button.hasFocus() for button in self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.opened.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        place = max(0, min(len(self.buttons) - 1, self.current + step))
        self.open(place)
