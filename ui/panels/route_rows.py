"""The stops of the route: days as numbered circles, blocks as stations on a dotted line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sprint.agenda import BlockState
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_LINE_X = 29
_CIRCLE = 26
_STATION = 13
_TEXT_X = 52
_ICON = 20

_STATE_WORDS = {
    BlockState.TO_COME: "panel.rail.to_come",
    BlockState.NOW: "panel.rail.now",
    BlockState.DONE: "panel.rail.done",
    BlockState.SKIPPED: "panel.rail.skipped",
}


@dataclass(frozen=True, slots=True)
class DayStop:
    """What a day's row shows."""

    day_id: str
    number: int
    title: str
    is_open: bool
    is_done: bool


@dataclass(frozen=True, slots=True)
class Station:
    """What a block's row shows; `when` is its time window, `start` the beginning of it."""

    block_id: str
    title: str
    start: str
    when: str
    minutes: int
    state: BlockState
    is_rest: bool
    is_chosen: bool
    is_first: bool
    is_last: bool


class RouteRow(PaintedButton):
    """One stop; as wide as the rail."""

    height_px = 36

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the kind of stop asks."""
        return QSize(200, self.height_px)

    def ground(self, painter: QPainter, role: str) -> None:
        """Paint the row's ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.context.theme.colour(role))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def words(self, painter: QPainter, text: str, x: int = _TEXT_X, right: int = 8) -> None:
        """Paint one line of text, shortened when there is no room."""
        room = QRectF(x, 0, self.width() - x - right, self.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def line(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint a piece of the dotted route."""
        pen = QPen(self.context.theme.colour("line"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(_LINE_X, top), QPointF(_LINE_X, bottom))


class DayRow(RouteRow):
    """A day: its number in a circle, or a tick when it is done."""

    height_px = 40

    def __init__(self, context: Context, stop: DayStop, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.stop = stop
        self.show_stop(stop)

    def show_stop(self, stop: DayStop) -> None:
        """Show this state of the day."""
        self.stop = stop
        t = self.context.texts
        key = "panel.rail.day_done" if stop.is_done else "panel.rail.day_open" if stop.is_open else "panel.rail.day"
        self.setText(stop.title)
        self.say(t(key, number=stop.number, title=stop.title))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and title."""
        theme, stop = self.context.theme, self.stop
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_hovered:
            self.ground(painter, "accent_soft")
        middle = self.height() / 2
        circle = QRectF(_LINE_X - _CIRCLE / 2, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        painter.setBrush(theme.colour("accent" if stop.is_done else "surface"))
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawEllipse(circle)
        if stop.is_done:
            pixmap = self.context.icons.pixmap("check", "on_accent", 16)
            painter.drawPixmap(QPointF(circle.center().x() - 8, circle.center().y() - 8), pixmap)
        else:
            painter.setPen(theme.colour("accent"))
            painter.setFont(theme.font("body", bold=True))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(stop.number))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("lead" if stop.is_open else "body", bold=True))
        self.words(painter, stop.title)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)


class StationRow(RouteRow):
    """A block: done is filled, now is amber, to come is open; rest is small and quiet, with its time."""

    height_px = 32

    def __init__(self, context: Context, station: Station, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.station = station
        self.show_station(station)

    def show_station(self, station: Station) -> None:
        """Show this state of the block."""
        self.station = station
        t = self.context.texts
        when = t("panel.rail.when", when=station.when, minutes=station.minutes)
        state = t(_STATE_WORDS[station.state])
        self.setText(station.title)
        self.say(t("panel.rail.station", title=station.title, when=when, state=state), f"{station.title} · {when}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the station on its line."""
        theme, station = self.context.theme, self.station
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_now = station.state is BlockState.NOW
        if is_now:
            self.ground(painter, "now_soft")
        elif station.is_chosen or self.is_hovered:
            self.ground(painter, "accent_soft")
        if station.is_chosen:
            painter.fillRect(QRectF(0, 4, 3, self.height() - 8), theme.colour("accent"))
        middle = self.height() / 2
        self.line(painter, middle if station.is_first else 0, middle if station.is_last else self.height())
        self._paint_sign(painter, middle)
        is_bold = is_now or station.is_chosen
        done = station.state in (BlockState.DONE, BlockState.SKIPPED)
        painter.setPen(theme.colour("muted" if done or station.is_rest else "ink"))
        if is_now:
            painter.setPen(theme.colour("ink"))
        font = theme.font("small" if station.is_rest else "body", bold=is_bold)
        font.setStrikeOut(station.state is BlockState.SKIPPED)
        painter.setFont(font)
        self.words(painter, f"{station.start} · {station.title}" if station.is_rest else station.title)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)

    def _paint_sign(self, painter: QPainter, middle: float) -> None:
        theme, state = self.context.theme, self.station.state
        size = 7 if self.station.is_rest and state is not BlockState.NOW else _STATION
        box = QRectF(_LINE_X - size / 2, middle - size / 2, size, size)
        fill = {BlockState.DONE: "accent", BlockState.NOW: "now"}.get(state, "surface")
        edge = {BlockState.DONE: "accent", BlockState.NOW: "ink"}.get(state, "line")
        painter.setBrush(theme.colour(fill))
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.drawRoundedRect(box, size * 0.3, size * 0.3)


class CanvasRow(RouteRow):
    """The way back to the drawing."""

    height_px = 40

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an icon and the word."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.is_hovered:
            self.ground(painter, "accent_soft")
        if self.isChecked():
            painter.fillRect(QRectF(0, 6, 3, self.height() - 12), theme.colour("accent"))
        pixmap = self.context.icons.pixmap("step", "accent", _ICON)
        painter.drawPixmap(_LINE_X - _ICON // 2, (self.height() - _ICON) // 2, pixmap)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body", bold=True))
        self.words(painter, self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
