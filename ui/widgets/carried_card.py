"""A card that can be pressed and carried: what the mouse does with it, and the paper below what is painted on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus


class CarriedCard(PaintedButton):
    """A button on paper that a hand can take along; who makes it says what carrying means, and what is on it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.is_movable = True
        self._grip: QPoint | None = None
        self._is_carried = False

    # ---- for the card itself

    def _carry(self, at: QPoint, grip: QPoint) -> None:
        """The mouse is at a place of the card now, and took it at another."""
        raise NotImplementedError

    def _put_down(self, at: QPoint) -> None:
        """It was carried and is let go of, with the mouse at a place of the card."""
        raise NotImplementedError

    def _paper(self) -> tuple[QPen, str]:
        """Give the edge, and the role of the colour of the paper."""
        raise NotImplementedError

    def _paint_on(self, painter: QPainter, body: QRectF) -> None:
        """Paint what is on the paper."""
        raise NotImplementedError

    # ---- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._grip = event.position().toPoint() if self.is_movable else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it when the hand really moves."""
        at, grip = event.position().toPoint(), self._grip
        if grip is None:
            super().mouseMoveEvent(event)
        elif self._is_carried or (at - grip).manhattanLength() >= QApplication.startDragDistance():
            if not self._is_carried:
                self._is_carried = True
                self.setDown(False)
            self._carry(at, grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down where it is, or press it when it was not carried."""
        self._grip = None
        if self._is_carried:
            self._is_carried = False
            self.setDown(False)
            self._put_down(event.position().toPoint())
        else:
            super().mouseReleaseEvent(event)

    # ---- paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body, radius = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.size("radius.card")
        edge, paper = self._paper()
        painter.setPen(edge)
        painter.setBrush(theme.colour(paper))
        painter.drawRoundedRect(body, radius, radius)
        self._paint_on(painter, body)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), radius, theme)
        painter.end()
