"""The stops of the route: days as numbered circles, blocks as stations on a dotted line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sprint.agenda import BlockState
from sprint.frozen import dataclass
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_LINE_X = 29
_CIRCLE = 26
_STATION = 13
_TEXT_X = 52
_RIGHT = 6
_MOST_LINES = 3
_MOST_WIDTHS = 8
_ICON = 20

_STATE_WORDS = {
    BlockState.TO_COME: "panel.rail.to_come",
    BlockState.NOW: "panel.rail.now",
    BlockState.DONE: "panel.rail.done",
    BlockState.SKIPPED: "panel.rail.skipped",
}


@dataclass(frozen=True)
class DayStop:
    """What a day's row shows."""

    day_id: str
    number: int
    title: str
    is_open: bool
    is_done: bool


@dataclass(frozen=True)
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


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break a name into at most three lines; what does not fit then ends in …"""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width and len(lines) < _MOST_LINES:
            lines.append(word)
        else:
            lines[-1] = longer
    lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, max(width, 0))
    return lines


class RouteRow(PaintedButton):
    """One stop; as wide as the rail."""

    height_px = 36
    usual_width = 220
    """As wide as it is beside a scroll bar, in pixels: what its height is worked out for at first."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._broken: dict[tuple[str, int, int], tuple[list[str], int]] = {}
        context.theme.changed.connect(self._keep_height)

    def show_name(self, name: str) -> None:
        """Show a name, on as many lines as it takes."""
        self.setText(name)
        self._keep_height(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.usual_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the new width asks."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_height()

    def _keep_height(self, width: int = 0) -> None:
        # Said once and not asked by the layout: a rail of twenty rows is asked two hundred times before it is shown.
        self.setFixedHeight(self.heightForWidth(width or self.width()))

    def heightForWidth(self, width: int) -> int:
        """As high as the name asks at this width."""
        lines, spacing = self._lines(width - _TEXT_X - _RIGHT)
        return self.height_px + (len(lines) - 1) * spacing

    def _lines(self, room: int) -> tuple[list[str], int]:
        """The lines of the name and how far apart they are; a layout asks for them twenty times with one answer."""
        asked = (self.text(), room, self.context.theme.size("body"))
        found = self._broken.get(asked)
        if found is None:
            if len(self._broken) > _MOST_WIDTHS:
                self._broken.clear()
            metrics = self.metrics(self.text_font())
            found = self._broken[asked] = (wrapped(self.text(), metrics, room), metrics.lineSpacing())
        return found

    def text_font(self) -> QFont:
        """The typeface of the name, as heavy as it ever gets, so that nothing moves when it does."""
        return self.context.theme.font("body", bold=True)

    def ground(self, painter: QPainter, role: str) -> None:
        """Paint the row's ground."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.context.theme.colour(role))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def words(self, painter: QPainter) -> None:
        """Paint the name, broken where `heightForWidth` broke it."""
        room = self.width() - _TEXT_X - _RIGHT
        lines, _ = self._lines(room)
        box = QRectF(_TEXT_X, 0, room + _RIGHT, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "\n".join(lines))

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
        self.show_name(stop.title)
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
        painter.setFont(self.text_font())
        self.words(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)


class StationRow(RouteRow):
    """A block: done is filled, now is amber, to come is open; rest is small and quiet, with its time."""

    height_px = 32

    def __init__(self, context: Context, station: Station, parent: QWidget) -> None:
        self.station = station
        super().__init__(context, parent)
        self.show_station(station)

    def text_font(self) -> QFont:
        """Rest is small."""
        return self.context.theme.font("small" if self.station.is_rest else "body", bold=True)

    def show_station(self, station: Station) -> None:
        """Show this state of the block."""
        self.station = station
        t = self.context.texts
        when = t("panel.rail.when", when=station.when, minutes=station.minutes)
        state = t(_STATE_WORDS[station.state])
        self.show_name(f"{station.start} · {station.title}" if station.is_rest else station.title)
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
        self.words(painter)
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
        self.words(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
