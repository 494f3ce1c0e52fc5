"""What stays in sight while the board moves: titles of lanes and phases, the scale of feelings, the legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from canvas.camera import LANE_SCALE, TITLE_SCALE, Camera
from canvas.scene import Scene
from canvas.style import CanvasStyle
from canvas.text import SIZES, BoardText, board_font
from sprint.i18n import Translator
from sprint.layout import LaneBox, LineKind, Rect, TextStyle, Words
from sprint.records import Phase

_LEAST_TYPE = 11.0
_PAD = 8.0
_HEADER = 36.0
_LINE_NAMES = {
    LineKind.INTERACTION: "canvas.line_interaction",
    LineKind.VISIBILITY: "canvas.line_visibility",
    LineKind.INTERNAL: "canvas.line_internal",
}


class Headers:
    """Draws titles pinned to the edges of the view, in pixels of the view."""

    def __init__(self, style: CanvasStyle, text: BoardText, words: Words, t: Translator) -> None:
        self._style = style
        self._text = text
        self._words = words
        self._t = t

    def paint(self, painter: QPainter, scene: Scene, camera: Camera, view: QSizeF, inset: float = 0.0) -> None:
        """Draw all titles over the tiles; `inset` pixels at the left are covered by something else."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gutter = self._paint_gutter(painter, scene, camera, view, inset)
        self._paint_phases(painter, scene, camera, view, gutter)
        self._paint_legend(painter, scene, camera, view)

    def room(self, scene: Scene, camera: Camera) -> tuple[float, float]:
        """Give how many pixels the titles take at the left and at the top, so that nothing is revealed below them."""
        if camera.scale < LANE_SCALE or not scene.board.steps:
            return 0.0, _HEADER
        zoom = max(camera.scale, _LEAST_TYPE / SIZES[TextStyle.LANE])
        return (scene.board.metrics.gutter - 8) * zoom + 2 * _PAD, _HEADER

    def pinned_height(self, camera: Camera) -> float:
        """Give how many pixels the titles of the phases cover while they are held at the top edge."""
        return QFontMetricsF(self._phase_font(camera)).height() + 12

    # ---- titles at the left

    def _paint_gutter(self, painter: QPainter, scene: Scene, camera: Camera, view: QSizeF, inset: float) -> float:
        """Draw the titles of the lanes; returns where the board begins to be free."""
        board = scene.board
        if camera.scale < LANE_SCALE or not board.steps:
            return inset
        zoom = max(camera.scale, _LEAST_TYPE / SIZES[TextStyle.LANE])
        width = board.metrics.gutter - 8
        edge = camera.to_view(board.left - board.metrics.band_pad, 0).x()
        start = max(inset, edge - width * zoom - 2 * _PAD)
        end = start + width * zoom + _PAD
        if end > edge + 1:
            left = 0.0 if start <= inset else start  # also above and below the strip of things to drag
            painter.fillRect(QRectF(left, 0, end - left, view.height()), self._style.paper)
        painter.setPen(self._style.muted)
        self._lane_title(painter, self._words.step_title(), board.rows[0].top, start + _PAD, zoom, width, camera)
        for lane in board.lanes:
            if self._is_in_view(lane, camera, view):
                title = self._words.lane_title(lane.lane)
                self._lane_title(painter, title, lane.rect.y, start + _PAD, zoom, width, camera)
        self._emotion_titles(painter, scene, camera, start + _PAD, end, zoom)
        self._paint_line_names(painter, scene, camera, start + _PAD)
        return end

    def _paint_line_names(self, painter: QPainter, scene: Scene, camera: Camera, x: float) -> None:
        """Name the lines of the blueprint at their left end, on the line itself."""
        font = board_font(self._text.family, _LEAST_TYPE)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for line in scene.board.lines:
            name = self._t(_LINE_NAMES[line.kind])
            box = QRectF(x - 2, camera.to_view(0, line.y).y() - 8, metrics.horizontalAdvance(name) + 8, 16)
            painter.fillRect(box, self._style.paper)
            painter.setPen(self._style.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _lane_title(
        self, painter: QPainter, title: str, y: float, x: float, zoom: float, width: float, camera: Camera
    ) -> None:
        painter.save()
        painter.translate(x, camera.to_view(0, y).y())
        painter.scale(zoom, zoom)
        self._text.draw(painter, title, 0, 4, width, TextStyle.LANE)
        painter.restore()

    def _emotion_titles(
        self, painter: QPainter, scene: Scene, camera: Camera, x: float, end: float, zoom: float
    ) -> None:
        band = scene.board.emotion
        title, width = self._words.emotion_title(), scene.board.metrics.gutter - 8
        self._lane_title(painter, title, band.rect.y - 12, x, zoom, width, camera)
        painter.setFont(board_font(self._text.family, SIZES[TextStyle.NOTE] * zoom))
        for value, text in ((3, "+3"), (0, "0"), (-3, "−3")):
            y = camera.to_view(0, band.y_of(value)).y()
            painter.drawText(QRectF(x, y - 10, end - x - 6, 20), _RIGHT, text)

    @staticmethod
    def _is_in_view(lane: LaneBox, camera: Camera, view: QSizeF) -> bool:
        top = camera.to_view(0, lane.rect.y).y()
        return top + lane.rect.height * camera.scale > -40 and top < view.height()

    # ---- titles at the top

    def _paint_phases(self, painter: QPainter, scene: Scene, camera: Camera, view: QSizeF, gutter: float) -> None:
        board = scene.board
        if not board.phases:
            return
        font = self._phase_font(camera)
        metrics = QFontMetricsF(font)
        title_y = camera.to_view(0, board.phases[0].title.y).y()
        if camera.scale < TITLE_SCALE:
            title_y = camera.to_view(0, board.phases[0].rect.y).y() - metrics.height() - 2
        top = max(title_y, 6.0)
        if title_y < 6.0:
            height = self.pinned_height(camera)
            painter.fillRect(QRectF(0, 0, view.width(), height), self._style.paper)
            painter.setPen(QPen(self._style.line_soft, 1))
            painter.drawLine(QPointF(0, height), QPointF(view.width(), height))
        painter.setFont(font)
        painter.setPen(self._style.ink)
        left_edge = max(gutter, 0.0)
        for phase in board.phases:
            rect = camera.rect_to_view(phase.rect)
            if rect.right() < left_edge or rect.left() > view.width():
                continue
            record = scene.document.get(phase.id)
            title = record.title if isinstance(record, Phase) else ""
            x = max(camera.to_view(phase.title.x, 0).x(), left_edge + 4)
            room = rect.right() - x - 4
            if camera.scale >= 0.75 and title_y >= 6.0 and x <= camera.to_view(phase.title.x, 0).x() + 1:
                self._whole_title(painter, title, phase.title, camera)
            elif room > 26:
                shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QPointF(x, top + metrics.ascent()), shown)

    def _phase_font(self, camera: Camera) -> QFont:
        zoom = max(camera.scale, 12.0 / SIZES[TextStyle.PHASE])
        return board_font(self._text.family, SIZES[TextStyle.PHASE] * zoom, bold=True)

    def _whole_title(self, painter: QPainter, title: str, place: Rect, camera: Camera) -> None:
        painter.save()
        painter.translate(camera.to_view(place.x, place.y))
        painter.scale(camera.scale, camera.scale)
        self._text.draw(painter, title, 0, 0, place.width, TextStyle.PHASE)
        painter.restore()

    # ---- legend

    def _paint_legend(self, painter: QPainter, scene: Scene, camera: Camera, view: QSizeF) -> None:
        """Say what the dashes mean, in the corner of the emotion band that is in sight."""
        band = scene.board.emotion
        if camera.scale < 0.45 or not any(len(curve) > 1 for curve in (*band.curves, *band.felt_curves)):
            return
        font = board_font(self._text.family, 12)
        metrics = QFontMetricsF(font)
        parts = [(self._t("canvas.legend_assumed"), False)]
        if band.said is not None:
            least, most = band.said
            n = str(least) if least == most else f"{least}–{most}"
            parts.append((self._t("canvas.legend_said", n=n), True))
        width = sum(metrics.horizontalAdvance(text) + 48 for text, _ in parts) + 6
        right = min(view.width() - 12, camera.to_view(band.rect.right, 0).x())
        rect = QRectF(right - width, camera.to_view(0, band.rect.y).y() - 10, width, 24)
        if rect.top() < _HEADER:
            return
        painter.setPen(QPen(self._style.line_soft, 1))
        painter.setBrush(self._style.surface)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(font)
        x, y = rect.x(), rect.center().y()
        for text, is_said in parts:
            pen = QPen(self._style.accent if is_said else self._style.ink, 2.4 if is_said else 2)
            if not is_said:
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawLine(QPointF(x + 10, y), QPointF(x + 34, y))
            painter.setPen(self._style.ink)
            painter.drawText(QRectF(x + 40, rect.y(), rect.width(), rect.height()), _MIDDLE, text)
            x += metrics.horizontalAdvance(text) + 48


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
