"""The journey on the room screen in type for the back row; below a part of it the whole as an overview."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from assets.fonts import FAMILY
from canvas.icons import IconStore
from canvas.overlay import Overlay
from canvas.paint_boxes import draw_star
from canvas.painter import BoardPainter
from canvas.scene import Scene
from canvas.style import CanvasStyle
from sprint.document import Document
from sprint.layout import Board, Rect, TextStyle
from sprint.records import Journey, Phase, Step
from ui.room.large_plan import Glance, LargePlan, Planner
from ui.room.large_text import LargeText, LargeWords
from ui.room.look import RoomLook
from ui.widgets.painting import paint_face

_FEW_GROW = 1.35
_TARGET_SCALE = 0.62
"""At this zoom the overlay writes the sign of the target in the type of the board."""
_STAR_SIZE, _STAR_RADIUS = 9.0, 12.0
_TRACK_SIGN = 27.0
_EDGE, _MARGIN, _FACE = 24, 48, 22
_FOOT = 6.8
"""The height of the overview, in lines."""
_MOST_DOTS = 200
_REST_MS = 120


class _Shown(NamedTuple):
    """A board, what somebody looks at on it, and the target with its words."""

    whole: Board
    glance: Glance
    target: tuple[str, tuple[str, ...]]


class LargeBoard(QWidget):
    """Paints a part of a journey; whose width and height it does not need stays paper."""

    def __init__(self, document: Document, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._look = document, look
        self._text, self._icons = LargeText(), IconStore()
        self._shown: _Shown | None = None
        self._wanted: _Shown | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._follow)
        self._plan: LargePlan | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._forget)
        look.context.texts.changed.connect(self._forget)

    def show_glance(self, whole: Board, glance: Glance, target: tuple[str, tuple[str, ...]]) -> None:
        """Show what somebody looks at on the `whole` board, with the sign of the target when it is there.

        Within a journey it waits until she rests: the room gets a calm picture, and her hand is not held up.
        """
        known = self._wanted
        if known is not None and whole is known.whole and (glance, target) == (known.glance, known.target):
            return
        self._wanted = _Shown(whole, glance, target)
        is_other = self._shown is None or self._shown.whole.journey_id != whole.journey_id
        if is_other or not self.isVisible():
            self._follow()
        else:
            self._rest.start()

    def _follow(self) -> None:
        self._shown = self._wanted
        self._forget()

    @property
    def plan(self) -> LargePlan | None:
        """What is shown, None for nothing."""
        shown, document = self._shown, self._document
        if shown is None or self.width() < 2 or not isinstance(document.get(shown.glance.journey_id), Journey):
            return None
        if self._plan is None:
            look = self._look
            planner = Planner(
                self._text,
                LargeWords(look.context.texts.translator),
                self.width(),
                self.height() - 2 * look.px(_EDGE),
                round(look.type_size("lead") * _FEW_GROW),
                look.type_size("line"),
            )
            self._plan = planner.plan(document, shown.whole, shown.glance, self._foot())
        return self._plan

    def _foot(self) -> int:
        """Give the height of the overview of the whole journey below a part of it."""
        return round(self._look.type_size("line") * _FOOT)

    def _forget(self) -> None:
        self._plan = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        style = CanvasStyle.from_theme(look.context.theme.look)
        painter = QPainter(self)
        painter.fillRect(event.rect(), style.paper)
        plan, shown = self.plan, self._shown
        if plan is not None and shown is not None:
            below = self._foot() if plan.has_foot else 0
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            board, scale = plan.board, plan.scale
            free = self.height() - below - board.height * scale
            painter.save()
            painter.translate(round((self.width() - board.width * scale) / 2), round(max(0.0, free / 2)))
            painter.scale(scale, scale)
            self._paint_board(painter, plan, shown.target, style)
            painter.restore()
            if plan.has_foot:
                self._paint_overview(painter, plan, shown.whole, style)
        painter.end()

    def _paint_board(
        self, painter: QPainter, plan: LargePlan, target: tuple[str, tuple[str, ...]], style: CanvasStyle
    ) -> None:
        board = plan.board
        scene = Scene(plan.document, board)
        untitled = self._look.context.texts("canvas.untitled")
        made = BoardPainter(style, self._text, self._icons, untitled, _no_picture, board.metrics)
        # Without feelings there is no line of zero to draw either.
        bottom = board.height if board.lanes or board.emotion.unit else board.emotion.zero_y - 3
        made.paint(painter, scene, Rect(0, 0, board.width, bottom), 1.0)
        for column in board.columns:
            for box in column.steps:
                step = self._document.get(box.id)
                if isinstance(step, Step) and step.truth_reason:
                    shift = _TRACK_SIGN if step.track else 0.0
                    self._paint_star(painter, QPointF(box.rect.right - 11 - shift, box.rect.y + 1), style)
        Overlay(style, FAMILY).paint_target(painter, scene, *target, _TARGET_SCALE)
        painter.setPen(style.ink)
        for phase in board.phases:
            record = plan.document.get(phase.id)
            title = record.title if isinstance(record, Phase) else ""
            self._text.draw(painter, title, phase.title.x, phase.title.y, phase.title.width, TextStyle.PHASE)

    @staticmethod
    def _paint_star(painter: QPainter, middle: QPointF, style: CanvasStyle) -> None:
        """Draw the star of a moment of truth on the upper edge, where it takes no room from the title."""
        painter.setPen(QPen(style.truth, 1.6))
        painter.setBrush(style.surface)
        painter.drawEllipse(middle, _STAR_RADIUS, _STAR_RADIUS)
        draw_star(painter, middle.x(), middle.y(), _STAR_SIZE, style)

    def _paint_overview(self, painter: QPainter, plan: LargePlan, whole: Board, style: CanvasStyle) -> None:
        """Draw the whole journey below its part: phases that have room for their name, and the curve of feelings."""
        look, count = self._look, len(whole.columns)
        margin, size = look.px(_MARGIN), look.type_size("line")
        across, top = (self.width() - 2 * margin) / count, self.height() - self._foot()
        font = look.font(size, bold=True)
        metrics = QFontMetricsF(font)
        here = QRectF(margin + plan.first * across, top, (plan.last - plan.first) * across, self._foot() - size * 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.band)
        painter.drawRoundedRect(here, size * 0.4, size * 0.4)
        painter.setFont(font)
        for phase in whole.phases:
            record = self._document.get(phase.id)
            title = record.title if isinstance(record, Phase) else ""
            if metrics.horizontalAdvance(title) <= (phase.last - phase.first) * across - size * 0.6:
                is_shown = phase.first < plan.last and phase.last > plan.first
                painter.setPen(style.ink if is_shown else style.muted)
                painter.drawText(QPointF(margin + phase.first * across + size * 0.4, top + size * 1.2), title)
        names, face = size * 1.5, look.px(_FACE)
        area = QRectF(here).adjusted(0, names + face, 0, -face)
        area.setLeft(margin)
        area.setWidth(count * across)
        self._paint_feelings(painter, plan, whole, area)

    def _paint_feelings(self, painter: QPainter, plan: LargePlan, whole: Board, area: QRectF) -> None:
        """Draw one feeling for each column, of its first step that has one; of a very long journey a sample."""
        style = CanvasStyle.from_theme(self._look.context.theme.look)
        count = len(whole.columns)
        across, radius = area.width() / count, self._look.px(_FACE)
        places: list[tuple[int, int, QPointF]] = []
        for number in range(0, count, ceil(count / _MOST_DOTS)):
            steps = (self._document.get(box.id) for box in whole.columns[number].steps)
            feeling = next((s.feeling for s in steps if isinstance(s, Step) and s.feeling is not None), None)
            if feeling is not None:
                place = QPointF(area.x() + (number + 0.5) * across, area.center().y() - feeling / 6 * area.height())
                places.append((number, feeling, place))
        painter.setPen(QPen(style.line, self._look.px(2)))
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
        pen = QPen(style.muted, self._look.px(3))
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawPolyline([place for _, _, place in places])
        for number, feeling, place in places:
            is_here = plan.first <= number < plan.last
            side = radius if is_here else min(radius * 0.6, across / 3)
            disc = QRectF(place.x() - side, place.y() - side, 2 * side, 2 * side)
            paint_face(painter, disc, feeling, style.feelings[feeling], style.surface)


def _no_picture(_picture_id: str) -> QPixmap | None:
    return None
