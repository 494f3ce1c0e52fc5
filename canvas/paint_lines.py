"""Paints links and emotion curves."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from canvas.faces import RADIUS, SIDE_RADIUS, paint_face
from canvas.scene import Scene, Segment
from canvas.style import CanvasStyle
from canvas.text import BoardText
from sprint.insight.felt import ENOUGH, Felt
from sprint.layout import Column, LinkPath, Point, Rect, TextStyle
from sprint.layout_numbers import Figure, Piece, stand_of
from sprint.records import LinkKind

_CORNER = 7.0
_FELT_RADIUS = 10.0
_ARROW = 9.0
_NUMBER = 16.0  # the height of the number beside a face
_HALF = 11.0  # half the width of the widest one
_THICKET = 15  # links for each column; above that nobody can follow one, and each costs four times as much with dashes
_DASHES: dict[LinkKind, list[float]] = {
    LinkKind.ALTERNATIVE: [5.0, 2.5],
    LinkKind.LOOP: [1.5, 2.5],
    LinkKind.DROP_OUT: [3.0, 3.0],
    LinkKind.TRACK_SWITCH: [7.0, 2.0, 1.5, 2.0],
}


class LinePainter:
    """Draws arrows with their labels, and curves with their faces."""

    def __init__(self, style: CanvasStyle, text: BoardText) -> None:
        self._style = style
        self._text = text

    # ---- links

    def paint_links(self, painter: QPainter, scene: Scene, area: Rect, scale: float, *, is_near: bool) -> None:
        """Draw the links in a part of the board; from afar without labels, in a thicket as bare lines."""
        labelled: list[LinkPath] = []
        is_thicket = len(scene.board.links) > _THICKET * len(scene.board.columns)
        for link in scene.links_in(area):
            colour = self.colour_of(link.kind)
            width = max(1.8, 1.0 / scale)
            if is_thicket:
                painter.setPen(QPen(colour, width))
                painter.drawPolyline([QPointF(*point) for point in link.points])
            else:
                self.paint_arrow(painter, link.points, colour, width, _DASHES.get(link.kind))
            # A label may lie beside its line; half a label is never wider than this.
            if link.label and Rect(*link.label_at, 0, 0).grown(12 + 6 * len(link.label)).meets(area):
                labelled.append(link)
        if is_near:
            for link in labelled:
                self._paint_label(painter, link)

    def colour_of(self, kind: LinkKind) -> QColor:
        """Give the colour of a kind of link; its label and its dashes say the same."""
        if kind is LinkKind.DROP_OUT:
            return self._style.danger
        if kind in (LinkKind.HAND_OVER, LinkKind.TRACK_SWITCH):
            return self._style.accent
        return self._style.ink if kind is LinkKind.NEXT else self._style.muted

    @staticmethod
    def paint_arrow(
        painter: QPainter, points: tuple[Point, ...], colour: QColor, width: float, dashes: list[float] | None
    ) -> None:
        """Draw a line with round corners and an arrow at its end."""
        before, end = points[-2], points[-1]
        turn = atan2(end.y - before.y, end.x - before.x)
        neck = Point(end.x - _ARROW * 0.8 * cos(turn), end.y - _ARROW * 0.8 * sin(turn))
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded((*points[:-1], neck)))
        head = QPolygonF(
            [
                QPointF(end.x, end.y),
                QPointF(end.x - _ARROW * cos(turn - 0.5), end.y - _ARROW * sin(turn - 0.5)),
                QPointF(end.x - _ARROW * cos(turn + 0.5), end.y - _ARROW * sin(turn + 0.5)),
            ]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(head)

    def _paint_label(self, painter: QPainter, link: LinkPath) -> None:
        width = self._text.width(link.label, TextStyle.NOTE) + 12
        rect = QRectF(link.label_at.x - width / 2, link.label_at.y - 8, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.paper)
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(self.colour_of(link.kind))
        painter.setFont(self._text.fonts[TextStyle.NOTE])
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, link.label)

    # ---- emotion

    def paint_curves(
        self, painter: QPainter, scene: Scene, columns: tuple[Column, ...], area: Rect, *, is_near: bool
    ) -> None:
        """Draw the curves (dashed: assumed by the team) with a face and nearby a number at each point."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for segment in scene.segments_in(area.x - RADIUS, area.right + RADIUS):
            pen = QPen(self._style.ink if segment.row == 0 else self._style.line, 2.4 if segment.row == 0 else 1.5)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawPath(curve_path(segment))
        self._paint_felt_lines(painter, scene, area)
        for column in columns:
            for step in column.steps:
                point, feeling = scene.point(step.id), scene.feeling(step.id)
                if point is None or feeling is None:
                    continue
                size = RADIUS if step.row == 0 else SIDE_RADIUS
                ground, ink = self._style.feelings[feeling], self._style.on_feeling
                paint_face(painter, QPointF(*point), size if is_near else size * 1.4, feeling, ground, ink)
        if is_near:
            self._paint_numbers(painter, scene, columns)
        for column in columns:
            for step in column.steps:
                if step.felt is not None and step.felt_point is not None:
                    self._paint_felt(painter, scene, step.felt, step.felt_point, is_near=is_near)

    def _paint_numbers(self, painter: QPainter, scene: Scene, columns: tuple[Column, ...]) -> None:
        """Write the number of each feeling on the side of its face where no line runs."""
        if not columns:
            return
        # All that may lie behind a number of these columns, whatever part of them is painted: tiles must agree.
        places = [column.x for column in columns]
        left, right = min(places) - _HALF, max(places) + scene.board.metrics.column + _HALF
        lines = (*scene.segments_in(left, right), *scene.felt_segments_in(left, right))
        pieces = [Piece(line.start, line.end) for line in lines]
        painter.setFont(self._text.fonts[TextStyle.LABEL])
        for column in columns:
            faces = [(step, scene.point(step.id)) for step in column.steps]
            for step, point in faces:
                feeling = scene.feeling(step.id)
                if point is None or feeling is None:
                    continue
                others = [Piece(at, at) for other, at in faces if other is not step and at is not None]
                figure = Figure(_HALF, _NUMBER, (RADIUS if step.row == 0 else SIDE_RADIUS) + 3)
                stand = stand_of(point, feeling, figure, (*pieces, *others), scene.board.emotion.zero_y)
                box = QRectF(point.x - _HALF, stand.top, 2 * _HALF, _NUMBER)
                if stand.is_crossed:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._style.paper)
                    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
                painter.setPen(self._style.feelings[feeling])
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, signed(feeling))

    def _paint_felt_lines(self, painter: QPainter, scene: Scene, area: Rect) -> None:
        """Draw what citizens said as a solid line."""
        painter.setPen(QPen(self._style.accent, 2.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for segment in scene.felt_segments_in(area.x - RADIUS, area.right + RADIUS):
            painter.drawPath(curve_path(segment))

    def _paint_felt(self, painter: QPainter, scene: Scene, felt: Felt, place: Point, *, is_near: bool) -> None:
        """Draw the median with the number of citizens in it; of a few citizens every answer as a dot beside it."""
        style = self._style
        if 1 < len(felt.values) < ENOUGH:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.accent)
            for number, value in enumerate(felt.values):
                same = felt.values[:number].count(value)
                x = place.x + _FELT_RADIUS + 6 + 8 * same
                painter.drawEllipse(QPointF(x, scene.board.emotion.y_of(value)), 3.2, 3.2)
        painter.setPen(QPen(style.accent, 2.4))
        painter.setBrush(style.surface)
        painter.drawEllipse(QPointF(*place), _FELT_RADIUS, _FELT_RADIUS)
        if is_near:
            painter.setPen(style.accent)
            painter.setFont(self._text.fonts[TextStyle.LABEL])
            box = QRectF(place.x - 14, place.y - 10, 28, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(len(felt.values)))

    def paint_curves_far(self, painter: QPainter, scene: Scene, area: Rect) -> None:
        """Draw the curves as plain lines, for a board seen from very far."""
        if not area.meets(scene.board.emotion.rect):
            return
        pen = QPen(self._style.ink, 0)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath()
        for segment in scene.segments_in(area.x, area.right):
            path.moveTo(QPointF(*segment.start))
            path.lineTo(QPointF(*segment.end))
        painter.drawPath(path)


def curve_path(segment: Segment) -> QPainterPath:
    """Give the path between two points of a curve, flat at both, so that pieces meet smoothly."""
    start, end = segment.start, segment.end
    path = QPainterPath(QPointF(*start))
    middle = (start.x + end.x) / 2
    path.cubicTo(QPointF(middle, start.y), QPointF(middle, end.y), QPointF(*end))
    return path


def signed(feeling: int) -> str:
    """Write a feeling with its sign, a real minus as wide as the plus."""
    return f"−{-feeling}" if feeling < 0 else f"+{feeling}" if feeling > 0 else "0"


def _rounded(points: tuple[Point, ...]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        arrive = _towards(corner, before)
        leave = _towards(corner, after)
        path.lineTo(QPointF(*arrive))
        path.quadTo(QPointF(*corner), QPointF(*leave))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(corner: Point, other: Point) -> Point:
    length = hypot(other.x - corner.x, other.y - corner.y)
    if length == 0:
        return corner
    share = min(_CORNER, length / 2) / length
    return Point(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)
