"""Icons of the canvas as small pictures, drawn once for each colour and size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assets.icons import icon_svg
from sprint.records import Channel, Lane, StepKind

_MOST_REMEMBERED = 400

CHANNEL_ICONS = {
    Channel.STREET: "street",
    Channel.WEB: "web",
    Channel.APP: "app",
    Channel.PHONE: "phone",
    Channel.COUNTER: "counter",
    Channel.LETTER: "letter",
    Channel.EMAIL: "email",
    Channel.MESSAGE: "message",
    Channel.CHAT: "chat",
    Channel.VISIT: "visit",
    Channel.HELPER: "helper",
    Channel.INTERPRETER: "interpreter",
    Channel.OTHER: "other",
}
KIND_ICONS = {StepKind.WAIT: "wait", StepKind.DECISION: "decision"}
LANE_ICONS = {
    Lane.GOAL: "flag",
    Lane.EXPECTATION: "star",
    Lane.TOUCHPOINT: "touchpoint",
    Lane.EVIDENCE: "open",
    Lane.THOUGHT: "message",
    Lane.PAIN: "warning",
    Lane.OPPORTUNITY: "plus",
    Lane.IDEA: "idea",
    Lane.QUOTE: "quote",
    Lane.STICKY: "note",
    Lane.FRONTSTAGE: "person",
    Lane.BACKSTAGE: "backstage",
    Lane.SUPPORT: "settings",
    Lane.EMPLOYEE: "heart",
    Lane.LEGAL: "paragraph",
    Lane.KPI: "stopwatch",
}


class IconStore:
    """Draws icons and remembers their pixels."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, int, int], QPixmap] = {}

    def draw(self, painter: QPainter, name: str, x: float, y: float, size: float, colour: QColor) -> None:
        """Draw an icon with its top left corner at x, y, sharp at the painter's scale."""
        scale = painter.transform().m11() * painter.device().devicePixelRatio()
        pixels = max(1, round(size * scale))
        pixmap = self._pixmap(name, colour, pixels)
        painter.drawPixmap(QRectF(x, y, size, size), pixmap, QRectF(QPointF(0, 0), pixmap.size().toSizeF()))

    def _pixmap(self, name: str, colour: QColor, pixels: int) -> QPixmap:
        key = (name, colour.rgba(), pixels)
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) > _MOST_REMEMBERED:
                self._pixmaps.clear()
            found = QPixmap(pixels, pixels)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            QSvgRenderer(QByteArray(icon_svg(name, colour.name()))).render(painter)
            painter.end()
            self._pixmaps[key] = found
        return found
