"""The base of buttons that paint themselves in the roles of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.context import Context

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PaintedButton(QAbstractButton):
    """A button without a face of its own; arrows go to the widget it stands in, which knows the neighbours."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.is_hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        context.theme.changed.connect(self.updateGeometry)
        context.theme.changed.connect(self.update)

    def say(self, name: str, hint: str = "") -> None:
        """Set what a screen reader says, and the tool tip when there is more to tell than is seen."""
        self.setAccessibleName(name)
        self.setToolTip(hint)

    def metrics(self, font: QFont) -> QFontMetrics:
        """Measure text as it will be painted."""
        return QFontMetrics(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as well as with Space, and pass the arrows on."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self.is_hovered = False
        self.update()
        super().leaveEvent(event)
