"""Paints a part of the board at a scale; nearby in full, far away as colour, icon and title.

`scale` is pixels of the device for one board unit. The painter comes with its transform set, so that all of this draws
in board units.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvas.icons import IconStore
from canvas.paint_boxes import SMALL_TYPE, BoxPainter, PictureOf
from canvas.paint_lines import LinePainter
from canvas.scene import Scene
from canvas.style import CanvasStyle
from canvas.text import SIZES, BoardText
from sprint.layout import METRICS, CardBox, Column, LineKind, Metrics, Rect, TextStyle
from sprint.records import Lane

NEAR_SCALE = 0.5
"""From here on all text is drawn."""
FAR_SCALE = 0.16
"""Below this only colours are left."""

_BAND_RADIUS = 12.0
_LEAST_FAR_COLUMNS = 64
_LINE_DASHES = {
    LineKind.INTERACTION: [12.0, 3.0],
    LineKind.VISIBILITY: [4.0, 3.0],
    LineKind.INTERNAL: [1.5, 4.0],
}


class _FarColumn(NamedTuple):
    """A column as plain boxes; `column` is kept so that its id stays its own."""

    column: Column
    steps: list[QRectF]
    edges: list[QRectF]
    cards: dict[Lane, list[QRectF]]


class BoardPainter:
    """Draws bands, links, steps, curves and cards of a scene."""

    def __init__(
        self,
        style: CanvasStyle,
        text: BoardText,
        icons: IconStore,
        untitled: str,
        picture_of: PictureOf,
        metrics: Metrics = METRICS,
    ) -> None:
        self.style = style
        self.text = text
        self.icons = icons
        self.boxes = BoxPainter(style, text, icons, untitled, picture_of, metrics)
        self.lines = LinePainter(style, text)
        self._far: dict[int, _FarColumn] = {}
        self.near_scale = NEAR_SCALE

    def set_least_type(self, pixels: float) -> None:
        """Never draw type smaller than this: what would be smaller becomes colour, icon and a title that large."""
        self.near_scale = max(NEAR_SCALE, pixels / SIZES[TextStyle.NOTE])
        self.boxes.small_type = max(SMALL_TYPE, pixels)

    def paint(self, painter: QPainter, scene: Scene, area: Rect, scale: float) -> None:
        """Paint what lies in `area` (board units) on a ground of paper."""
        painter.fillRect(QRectF(*area), self.style.paper)
        columns = scene.columns_in(area)
        self._paint_bands(painter, scene, area, scale)
        if scale < FAR_SCALE:
            self._paint_far(painter, scene, columns, area)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.lines.paint_links(painter, scene, area.grown(14), scale, is_near=scale >= self.near_scale)
        if area.meets(scene.board.emotion.rect.grown(8)):
            self.lines.paint_curves(painter, scene, columns, area, is_near=scale >= self.near_scale)
        for column in columns:
            self._paint_column(painter, scene, column, area, scale)
        for column in columns:
            self._paint_lens(painter, scene, column, area, scale)

    def _paint_lens(self, painter: QPainter, scene: Scene, column: Column, area: Rect, scale: float) -> None:
        """Let what the lens leaves out stand back, and draw its marks."""
        lens = scene.lens
        veil = QColor(self.style.paper)
        veil.setAlphaF(0.7)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in (*column.steps, *column.cards):
            step_id = box.step_id if isinstance(box, CardBox) else box.id
            if step_id in lens.dimmed and box.rect.grown(14).meets(area):
                painter.setBrush(veil)
                painter.drawRect(QRectF(*box.rect.grown(3)))
        for step in column.steps:
            mark = lens.marks.get(step.id)
            if mark is not None and step.rect.grown(30).meets(area):
                self.boxes.paint_mark(painter, step, mark, scale)

    def _paint_column(self, painter: QPainter, scene: Scene, column: Column, area: Rect, scale: float) -> None:
        is_near = scale >= self.near_scale
        document = scene.document
        for step in column.steps:
            if step.rect.grown(14).meets(area):
                if is_near:
                    self.boxes.paint_step(painter, document, step)
                else:
                    self.boxes.paint_step_small(painter, document, step, scale)
        for card in column.cards:
            if card.rect.meets(area):
                if is_near:
                    self.boxes.paint_card(painter, document, card)
                else:
                    self.boxes.paint_card_small(painter, document, card)

    def _paint_bands(self, painter: QPainter, scene: Scene, area: Rect, scale: float) -> None:
        board = scene.board
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= FAR_SCALE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.band)
        for phase in board.phases:
            if phase.is_shaded and phase.rect.meets(area):
                painter.drawRoundedRect(QRectF(*phase.rect), _BAND_RADIUS, _BAND_RADIUS)
        left, right = board.metrics.margin, board.width - board.metrics.margin
        zero = board.emotion.zero_y
        if board.steps and area.y - 2 <= zero <= area.bottom + 2:
            painter.setPen(QPen(_mixed(self.style.line, self.style.paper, 0.55), max(1.2, 0.7 / scale)))
            painter.drawLine(QPointF(board.left - 6, zero), QPointF(right, zero))
        for line in board.lines:
            if area.y - 2 <= line.y <= area.bottom + 2:
                pen = QPen(self.style.line, max(1.8, 0.7 / scale))
                pen.setDashPattern(_LINE_DASHES[line.kind])
                # The dashes count from the left of the board, so that they meet at the edges of tiles.
                painter.setPen(pen)
                painter.drawLine(QPointF(left, line.y), QPointF(right, line.y))

    def _paint_far(self, painter: QPainter, scene: Scene, columns: tuple[Column, ...], area: Rect) -> None:
        cards: dict[Lane, list[QRectF]] = {}
        steps: list[QRectF] = []
        edges: list[QRectF] = []
        self._forget_far(scene)
        for column in columns:
            far = self._far_of(column)
            steps += far.steps
            edges += far.edges
            for lane, boxes in far.cards.items():
                cards.setdefault(lane, []).extend(boxes)
        style = self.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(style.card_line, 0) if style.card_line_width else Qt.PenStyle.NoPen)
        for lane, boxes in cards.items():
            painter.setBrush(style.line_soft if lane is Lane.QUOTE else style.cards[lane])
            painter.drawRects(boxes)
        painter.setBrush(style.accent_soft)
        painter.drawRects(steps)
        painter.setBrush(style.accent)
        painter.drawRects(edges)
        self.lines.paint_curves_far(painter, scene, area)

    def _forget_far(self, scene: Scene) -> None:
        """Let go of columns that edits have replaced, once they are as many as those of the board."""
        board = scene.board.columns
        if len(self._far) > max(_LEAST_FAR_COLUMNS, 2 * len(board)):
            living = {id(column) for column in board}
            self._far = {key: far for key, far in self._far.items() if key in living}

    def _far_of(self, column: Column) -> _FarColumn:
        """Give the boxes of a column as the painter takes them; made once, because 10,000 of them take a while."""
        known = self._far.get(id(column))
        if known is not None and known.column is column:
            return known
        cards: dict[Lane, list[QRectF]] = {}
        for card in column.cards:
            cards.setdefault(card.lane, []).append(QRectF(*card.rect))
        steps = [QRectF(*step.rect) for step in column.steps]
        edges = [QRectF(box.x(), box.y(), box.width(), min(box.height(), 16.0)) for box in steps]
        found = self._far[id(column)] = _FarColumn(column, steps, edges, cards)
        return found


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Mix two colours, `share` of the first."""
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )
