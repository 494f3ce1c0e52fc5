"""The days side by side as a timetable: blocks to walk to, drag, pull and choose, under heads that stay in view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sprint.agenda import clock_time_of
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.day_head import AIR, HEAD_HEIGHT, DayHead
from ui.planner.geometry import AXIS, GAP, READABLE, DropPlace, TimetableGeometry
from ui.planner.now_line import NowLine
from ui.planner.plan_view import PlanView
from ui.planner.tile import BlockTile, Grip
from ui.widgets.columns import tab_in_order

SNAP = 5
_EDGE_MARGIN = 48


class Timetable(QWidget):
    """Shows a plan and tells what a person wants with it; it changes nothing itself."""

    block_chosen = Signal(str)
    day_chosen = Signal(str)
    move_requested = Signal(str, str, str)
    """A block to a day, before another block ("" at the end)."""
    resize_requested = Signal(str, int)
    """A block to so many minutes."""
    key_pressed = Signal(str, QKeyEvent)
    """A key on a block."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._plan = PlanView((), ())
        self._geometry = TimetableGeometry.of(self._plan, 0, READABLE)
        self._chosen = ""
        self._is_whole = False
        self.tiles: dict[str, BlockTile] = {}
        self.heads: dict[str, DayHead] = {}
        self._drop: DropPlace | None = None
        self._minutes = 0
        self._build()
        context.theme.changed.connect(self._sheet.update)

    # ---- asked from outside

    @property
    def plan(self) -> PlanView:
        """What is shown."""
        return self._plan

    @property
    def geometry_now(self) -> TimetableGeometry:
        """The measure of this moment."""
        return self._geometry

    def show_plan(self, plan: PlanView) -> None:
        """Show a newer state of the plan; blocks that stay keep the keyboard."""
        self._plan = plan
        self._make_tiles()
        self._place()

    def choose(self, record_id: str) -> None:
        """Mark a block or a day."""
        if record_id != self._chosen:
            self._chosen = record_id
            self._dress()

    def show_whole(self, is_whole: bool) -> None:
        """Fit whole days in the window, or give each block room for its words."""
        self._is_whole = is_whole
        self._place()

    def show_now(self, day_id: str, minute: int) -> None:
        """Show where the day is, in minutes since midnight; "" when no day is lived now."""
        self.now.show_now(day_id, minute)
        self.now.place(self._geometry)

    def go_to_now(self) -> None:
        """Bring the line of now into view, when there is one."""
        if not self.now.isHidden():
            self._scroll.ensureWidgetVisible(self.now, 0, 3 * _EDGE_MARGIN)

    def go_to(self, record_id: str) -> None:
        """Bring a block or a day into view and give it the keyboard."""
        widget = self.tiles.get(record_id) or self.heads.get(record_id)
        if widget is None:
            return
        if record_id in self.tiles:
            self._scroll.ensureWidgetVisible(widget, _EDGE_MARGIN, _EDGE_MARGIN)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head_frame = QWidget()
        self._head_row = QWidget(self._head_frame)
        column.addWidget(self._head_frame)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setCornerWidget(QWidget())
        self._sheet = _Sheet(self._context)
        self._mark = _Mark(self._context, self._sheet)
        self.now = NowLine(self._context, self._sheet)
        self._scroll.setWidget(self._sheet)
        self._scroll.horizontalScrollBar().valueChanged.connect(lambda value: self._head_row.move(-value, 0))
        column.addWidget(self._scroll, 1)

    def _make_tiles(self) -> None:
        for wanted, known in (
            ({day.id for day in self._plan.days}, self.heads),
            ({block.id for day in self._plan.days for block in day.blocks}, self.tiles),
        ):
            for gone in [record_id for record_id in known if record_id not in wanted]:
                widget = known.pop(gone)
                widget.hide()
                widget.deleteLater()
        before = (list(self.heads), list(self.tiles))
        for day in self._plan.days:
            if day.id not in self.heads:
                self.heads[day.id] = self._made_head(day.id)
            self.heads[day.id].show_day(day, is_chosen=day.id == self._chosen)
            for block in day.blocks:
                if block.id not in self.tiles:
                    self.tiles[block.id] = self._made_tile(block.id)
        self._dress()
        if before != (list(self.heads), list(self.tiles)) or self._order() != self._tabbed:
            self._tabbed = self._order()
            self._set_tabs()

    _tabbed: tuple[str, ...] = ()

    def _order(self) -> tuple[str, ...]:
        return tuple(record_id for day in self._plan.days for record_id in (day.id, *(b.id for b in day.blocks)))

    def _set_tabs(self) -> None:
        stops: list[QWidget] = [self.heads.get(key) or self.tiles[key] for key in self._tabbed]
        if stops:
            tab_in_order(stops[0], stops[1:])

    def _dress(self) -> None:
        for day in self._plan.days:
            self.heads[day.id].show_day(day, is_chosen=day.id == self._chosen)
            for block in day.blocks:
                tile = self.tiles[block.id]
                tile.show_view(block, is_chosen=block.id == self._chosen, is_locked=self._bridge.is_read_only)

    def _made_head(self, day_id: str) -> DayHead:
        head = DayHead(self._context, self._head_row)
        head.clicked.connect(lambda: self.day_chosen.emit(day_id))
        head.show()
        return head

    def _made_tile(self, block_id: str) -> BlockTile:
        view = self._plan.block(block_id)
        assert view is not None
        tile = BlockTile(self._context, view, self._sheet)
        tile.clicked.connect(lambda: self.block_chosen.emit(block_id))
        tile.reached.connect(lambda: self._on_reached(block_id))
        tile.dragged.connect(lambda at: self._on_dragged(tile, at))
        tile.dropped.connect(lambda at: self._on_dropped(tile, at))
        tile.pulled.connect(lambda way, exactly: self._on_pulled(tile, way, exactly))
        tile.let_go.connect(lambda: self._on_let_go(tile))
        tile.cancelled.connect(self._stop)
        tile.key_pressed.connect(lambda event: self.key_pressed.emit(block_id, event))
        tile.show()
        return tile

    # ---- placing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Give every block its place at the measure of this moment."""
        room = self._scroll.maximumViewportSize()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        measure = TimetableGeometry.of(self._plan, room.width() - bar, READABLE)
        if self._is_whole and room.height() > 0:
            high = measure.y(measure.last) - measure.y(measure.first)
            fitting = READABLE * (room.height() - (measure.whole_height - high)) / max(1.0, high)
            measure = TimetableGeometry.of(self._plan, room.width() - bar, max(0.6, min(READABLE, fitting)))
        self._geometry = measure
        self._sheet.show_geometry(measure, self._context)
        self._mark.resize(self._sheet.size())
        wide = int(measure.column - GAP)
        high = max((head.height_for(wide) for head in self.heads.values()), default=HEAD_HEIGHT)
        if high != self._head_frame.height():
            self._head_frame.setFixedHeight(high)
        self._head_row.resize(self._sheet.width(), high)
        for place, day in enumerate(self._plan.days):
            self.heads[day.id].setGeometry(int(measure.x(place)), 0, wide, high - AIR)
            for block in day.blocks:
                if self.tiles[block.id].grip is Grip.NOTHING:
                    self.tiles[block.id].setGeometry(measure.block_rect(place, block).toRect())
        self.now.place(measure)

    def _on_reached(self, block_id: str) -> None:
        self._scroll.ensureWidgetVisible(self.tiles[block_id], 8, _EDGE_MARGIN)
        self.block_chosen.emit(block_id)

    # ---- dragging

    def _on_dragged(self, tile: BlockTile, at: QPoint) -> None:
        point = self._sheet.mapFromGlobal(at)
        tile.raise_()
        tile.move(point - QPoint(tile.width() // 2, min(12, tile.height() // 2)))
        self._scroll.ensureVisible(point.x(), point.y(), _EDGE_MARGIN, _EDGE_MARGIN)
        self._drop = self._geometry.drop_at(QPointF(point), tile.view.id)
        self._mark.show_drop(self._geometry, self._drop)

    def _on_dropped(self, tile: BlockTile, at: QPoint) -> None:
        drop = self._geometry.drop_at(QPointF(self._sheet.mapFromGlobal(at)), tile.view.id)
        self._stop()
        if drop is not None and not self._is_where_it_was(tile.view.id, drop):
            self.move_requested.emit(tile.view.id, drop.day_id, drop.before)

    def _is_where_it_was(self, block_id: str, drop: DropPlace) -> bool:
        day = self._plan.day(drop.day_id)
        ids = [block.id for block in day.held] if day is not None else []
        if block_id not in ids:
            return False
        after = ids[ids.index(block_id) + 1 :]
        return (after[0] if after else "") == drop.before

    def _on_pulled(self, tile: BlockTile, way: int, exactly: bool) -> None:
        step = 1 if exactly else SNAP
        wanted = tile.view.minutes + self._geometry.minutes(way)
        self._minutes = max(step, round(wanted / step) * step)
        high = max(6, int(self._minutes * self._geometry.per_minute) - 2)
        tile.resize(tile.width(), high)
        tile.raise_()
        self._mark.show_length(tile.geometry(), self._minutes)

    def _on_let_go(self, tile: BlockTile) -> None:
        minutes, self._minutes = self._minutes, 0
        self._stop()
        if minutes and minutes != tile.view.minutes:
            self.resize_requested.emit(tile.view.id, minutes)

    def _stop(self) -> None:
        """End a drag: everything back to its place until the document says otherwise."""
        self._drop, self._minutes = None, 0
        self._mark.clear()
        self._place()


class _Sheet(QWidget):
    """The ground of the timetable: hours, days, and where the room closes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._geometry: TimetableGeometry | None = None

    def show_geometry(self, geometry: TimetableGeometry, context: Context) -> None:
        """Paint this measure from now on."""
        self._geometry = geometry
        self.setFixedSize(QSize(geometry.whole_width, geometry.whole_height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry, theme = self._geometry, self._context.theme
        if geometry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("band"))
        for place in range(len(geometry.plan.days)):
            painter.drawRoundedRect(geometry.day_rect(place), 10, 10)
        self._paint_hours(painter, geometry)
        for place, day in enumerate(geometry.plan.days):
            if day.closes is not None:
                self._paint_close(painter, geometry, place, day.closes)
            if day.skipped:
                self._paint_skipped_head(painter, geometry, place, len(day.skipped))
        painter.end()

    def _paint_hours(self, painter: QPainter, geometry: TimetableGeometry) -> None:
        theme = self._context.theme
        painter.setFont(theme.font("small", tabular=True))
        for minute in range(geometry.first, geometry.last + 1, 60):
            y = geometry.y(minute)
            painter.setPen(QPen(theme.colour("line_soft"), 1))
            painter.drawLine(QPointF(AXIS - 6, y), QPointF(geometry.whole_width, y))
            painter.setPen(theme.colour("muted"))
            label = QRectF(0, y - 8, AXIS - 10, 16)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock_time_of(minute))

    def _paint_close(self, painter: QPainter, geometry: TimetableGeometry, place: int, minute: int) -> None:
        theme, ground, y = self._context.theme, geometry.day_rect(place), geometry.y(minute)
        pen = QPen(theme.colour("line"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(ground.left(), y + 2), QPointF(ground.right(), y + 2))
        if geometry.y(geometry.last) - y < 18:
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        words = self._context.texts("planner.room_closes", at=clock_time_of(minute))
        painter.drawText(QRectF(ground.left() + 8, y + 4, ground.width() - 12, 16), 0, words)

    def _paint_skipped_head(self, painter: QPainter, geometry: TimetableGeometry, place: int, count: int) -> None:
        theme, ground = self._context.theme, geometry.day_rect(place)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        words = self._context.texts("planner.skipped", count=count)
        at = QRectF(ground.left() + 8, geometry.bottom, ground.width() - 8, 24)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, words)


class _Mark(QWidget):
    """Shows above the blocks where a dragged one lands, or how long a pulled one gets."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._line: QRectF | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_drop(self, geometry: TimetableGeometry, drop: DropPlace | None) -> None:
        """Show a line where the block would start."""
        if drop is None:
            self.clear()
            return
        place = next(place for place, day in enumerate(geometry.plan.days) if day.id == drop.day_id)
        ground = geometry.day_rect(place)
        self._show(QRectF(ground.left(), geometry.y(drop.minute) - 2, ground.width(), 4), clock_time_of(drop.minute))

    def show_length(self, tile: QRect, minutes: int) -> None:
        """Show the minutes at the lower edge of a block."""
        words = self._context.texts("planner.minutes_short", minutes=minutes)
        self._show(QRectF(tile.left(), tile.bottom() - 1, tile.width(), 4), words)

    def clear(self) -> None:
        """Show nothing."""
        self._line = None
        self.hide()

    def _show(self, line: QRectF, words: str) -> None:
        self._line, self._words = line, words
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink"), 1))
        painter.setBrush(theme.colour("now"))
        painter.drawRoundedRect(self._line, 2, 2)
        painter.setFont(theme.font("small", bold=True, tabular=True))
        wide = painter.fontMetrics().horizontalAdvance(self._words) + 14
        flag = QRectF(self._line.right() - wide, self._line.center().y() - 10, wide, 20)
        painter.drawRoundedRect(flag, 10, 10)
        painter.setPen(theme.colour("on_now"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
