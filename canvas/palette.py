"""The strip at the left edge: kinds of steps and cards to drag onto the board, or to click for the current step."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from canvas.icons import LANE_ICONS, IconStore
from canvas.style import CanvasStyle
from sprint.i18n import Translator
from sprint.records import Lane, StepKind

NEW_TYPE = "application/x-reisgenoot-new"
"""What is carried from here: "step:" or "card:" and a kind."""
_SIDE = 34
_ICON = 20
_KINDS = {StepKind.STEP: "step", StepKind.DECISION: "decision", StepKind.WAIT: "wait", StepKind.END: "end"}
_DRAG_STARTS = 6


class _Source(QToolButton):
    """One thing to drag or click."""

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.what = what
        self._pressed: QPoint | None = None
        self.setFixedSize(_SIDE, _SIDE)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard all of it is in the context menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it away."""
        if self._pressed is None or (event.position().toPoint() - self._pressed).manhattanLength() < _DRAG_STARTS:
            return
        self._pressed = None
        self.setDown(False)
        data = QMimeData()
        data.setData(NEW_TYPE, self.what.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.icon().pixmap(_SIDE, _SIDE))
        drag.exec(Qt.DropAction.CopyAction)


class PaletteStrip(QWidget):
    """A column of small buttons; `add` makes what was clicked at the current step."""

    def __init__(self, parent: QWidget, add: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._add = add
        self._icons = IconStore()
        self._shown: tuple[object, ...] = ()
        self._sources: list[_Source] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 5, 5, 5)
        self._column.setSpacing(2)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def sources(self) -> tuple[QToolButton, ...]:
        """The buttons from top to bottom."""
        return tuple(self._sources)

    def dress(self, style: CanvasStyle, t: Translator, lanes: Iterable[Lane]) -> None:
        """Offer these lanes in these colours and this language."""
        offered = (id(style), t.language, *lanes)
        if offered == self._shown:
            return
        self._shown = offered
        for source in self._sources:
            self._column.removeWidget(source)
            source.hide()
            source.deleteLater()
        self._sources = []
        for kind, icon in _KINDS.items():
            self._offer(f"step:{kind.value}", t(f"kind.step.{kind.value}"), self._icon(icon, style.surface, style.ink))
        for lane in offered[2:]:
            if isinstance(lane, Lane):
                ground = self._icon(LANE_ICONS[lane], style.cards[lane], style.on_card)
                self._offer(f"card:{lane.value}", t(f"kind.lane.{lane.value}"), ground)
        self.setAccessibleName(t("canvas.palette"))
        self.setStyleSheet(
            f"PaletteStrip {{ background: {style.paper.name()}; border: none;"
            f" border-right: 1px solid {style.line_soft.name()}; }}"
            "QToolButton { border: none; border-radius: 8px; background: transparent; padding: 0; }"
            f"QToolButton:hover {{ background: {style.accent_soft.name()}; }}"
        )
        self.adjustSize()

    def _offer(self, what: str, name: str, icon: QIcon) -> None:
        source = _Source(what, self)
        source.setIcon(icon)
        source.setToolTip(name)
        source.setAccessibleName(name)
        source.clicked.connect(lambda: self._add(what))
        self._column.addWidget(source)
        source.show()  # or the column takes it for hidden until the next turn of the event loop, and has no size
        self._sources.append(source)

    def _icon(self, name: str, ground: QColor, ink: QColor) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(28 * ratio), round(28 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink if ground == QColor(Qt.GlobalColor.white) else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(1, 1, 26, 26, 6, 6)
        self._icons.draw(painter, name, 6, 6, 16, ink)
        painter.end()
        return QIcon(pixmap)
