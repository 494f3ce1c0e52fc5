"""The rail on the left: the days as a route, with the stations of the day that is open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.agenda import BlockState, blocks_of, clock_time_of, days_of, next_block, slots_of, state_of
from sprint.diff import Diff
from sprint.programme.catalogue import Catalogue
from sprint.programme.titles import in_language
from sprint.records import Block, Day, Record, RunState, TimerRun
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.panels.route_rows import CanvasRow, DayRow, DayStop, RouteRow, Station, StationRow
from ui.widgets.columns import ScrollColumn, inset, tab_in_order
from ui.widgets.labels import PlainLabel

RAIL_WIDTH = 248

_LENGTHS = {
    2: "panel.rail.two_days",
    3: "panel.rail.three_days",
    4: "panel.rail.four_days",
    5: "panel.rail.five_days",
}
_WATCHED = (Day, Block, TimerRun)
_NEIGHBOUR_PX = 12


class RouteRail(QWidget):
    """Shows where the sprint is; a station opens its exercise, a day opens its stations."""

    block_chosen = Signal(str)
    day_chosen = Signal(str)
    canvas_requested = Signal()

    def __init__(
        self, context: Context, bridge: SprintBridge, catalogue: Catalogue | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._names = BlockNames(context.texts, catalogue)
        self._open_day = ""
        self._chosen = ""
        self._is_canvas_shown = True
        self._days: dict[str, DayRow] = {}
        self._stations: dict[str, StationRow] = {}
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_WIDTH)
        self._build()
        context.texts.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)
        self._open_day = self._current_day()
        self._refresh()

    # ---- asked from outside

    @property
    def open_day(self) -> str:
        """The id of the day whose stations are shown."""
        return self._open_day

    def show_block(self, block_id: str) -> None:
        """Mark the block whose exercise is on the surface ("" when the canvas is), and open its day."""
        if not block_id and not self._chosen and self._is_canvas_shown:
            return
        self._chosen = block_id
        self._is_canvas_shown = not block_id
        block = self._bridge.document.get(block_id)
        if isinstance(block, Block):
            self._open_day = block.day_id
        self._refresh()
        if block_id and self.isVisible():
            self._show_now()

    def show_elsewhere(self, day_id: str = "") -> None:
        """Mark nothing: on the surface is the planner, or the page of a day, whose stations are shown then."""
        self._chosen, self._is_canvas_shown = "", False
        is_another = bool(day_id) and day_id != self._open_day
        self._open_day = day_id or self._open_day
        self._refresh()
        if is_another:
            self._show_day()

    def open(self, day_id: str) -> None:
        """Show the stations of a day."""
        self._open_day = day_id
        self._refresh()

    # ---- building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(0)
        self._where = PlainLabel(role="muted")
        outer.addLayout(inset(self._where, 16, 18, 8, 8))
        self._scroll = ScrollColumn(margin=0, spacing=0, passes_arrows=True)
        self._scroll.column.setContentsMargins(8, 0, 8, 8)
        outer.addWidget(self._scroll, 1)
        divider = QFrame()
        divider.setProperty("role", "divider")
        divider.setFixedHeight(1)
        outer.addWidget(divider)
        self._canvas = CanvasRow(self._context, self)
        self._canvas.setCheckable(True)
        self._canvas.clicked.connect(self._on_canvas)
        outer.addWidget(self._canvas)

    # ---- showing

    def _on_diff(self, diff: Diff) -> None:
        touched = [record for change in diff.changes.values() for record in change if isinstance(record, _WATCHED)]
        if not touched:
            return
        runs = [(before, after) for before, after in diff.changes.values() if isinstance(after, TimerRun)]
        started = [after for before, after in runs if _is_started(before, after)]
        if started:
            block = self._bridge.document.get(started[-1].block_id)
            if isinstance(block, Block):
                self._open_day = block.day_id
        self._refresh()
        if started:
            self._show_now()

    def _refresh(self) -> None:
        document, t = self._bridge.document, self._context.texts
        days = days_of(document)
        if self._open_day not in {day.id for day in days}:
            self._open_day = self._current_day()
        number = next((place for place, day in enumerate(days, start=1) if day.id == self._open_day), 0)
        length = t(_LENGTHS.get(len(days), "panel.rail.some_days"))
        self._where.setText(t("panel.rail.where", length=length, day=number, days=len(days)) if days else "")
        self._canvas.show_name(t("panel.rail.canvas"))
        self._canvas.say(t("panel.rail.canvas"))
        self._canvas.setChecked(self._is_canvas_shown)
        self._canvas.update()
        self.setAccessibleName(t("panel.rail"))
        self._show_rows(days)

    def _show_rows(self, days: list[Day]) -> None:
        stops = self._stops(days)
        stations = [station for day in days if day.id == self._open_day for station in self._stations_of(day)]
        order = [f"d{stop.day_id}" for stop in stops] + [f"b{station.block_id}" for station in stations]
        known = [f"d{key}" for key in self._days] + [f"b{key}" for key in self._stations]
        if order != known:
            self._make_rows(stops, stations)
            return
        for stop in stops:
            self._days[stop.day_id].show_stop(stop)
        for station in stations:
            self._stations[station.block_id].show_station(station)

    def _make_rows(self, stops: list[DayStop], stations: list[Station]) -> None:
        focused = self._focused_id()
        column = self._scroll.column
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._days, self._stations = {}, {}
        for stop in stops:
            day_row = self._days[stop.day_id] = DayRow(self._context, stop, self._scroll.inside)
            day_row.clicked.connect(lambda _=False, day_id=stop.day_id: self._on_day(day_id))
            column.addWidget(day_row)
            day_row.show()
            for station in stations if stop.is_open else ():
                row = self._stations[station.block_id] = StationRow(self._context, station, self._scroll.inside)
                row.clicked.connect(lambda _=False, block_id=station.block_id: self._on_block(block_id))
                column.addWidget(row)
                row.show()
        column.addStretch(1)
        tab_in_order(self._canvas, self._rows())
        rows: dict[str, RouteRow] = {**self._days, **self._stations}
        if focused in rows:
            rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self, days: list[Day]) -> list[DayStop]:
        document = self._bridge.document
        states = [[state_of(document, block) for block in blocks_of(document, day.id)] for day in days]
        begun = [any(state in (BlockState.DONE, BlockState.NOW) for state in day) for day in states]
        stops = []
        for place, day in enumerate(days):
            left = [state for state in states[place] if state in (BlockState.TO_COME, BlockState.NOW)]
            is_done = begun[place] and (not left or any(begun[place + 1 :]))
            title = in_language(day.title, self._context.texts.language)
            title = title or self._context.texts("panel.rail.day_unnamed", number=place + 1)
            stops.append(DayStop(day.id, place + 1, title, day.id == self._open_day, is_done))
        return stops

    def _stations_of(self, day: Day) -> list[Station]:
        slots = slots_of(self._bridge.document, day)
        return [
            Station(
                block_id=slot.block.id,
                title=self._names.title(slot.block),
                start=clock_time_of(slot.start),
                when=f"{clock_time_of(slot.start)}–{clock_time_of(slot.end)}",
                minutes=slot.end - slot.start,
                state=state_of(self._bridge.document, slot.block),
                is_rest=self._names.is_rest(slot.block),
                is_chosen=slot.block.id == self._chosen,
                is_first=place == 0,
                is_last=place == len(slots) - 1,
            )
            for place, slot in enumerate(slots)
        ]

    def _current_day(self) -> str:
        document = self._bridge.document
        days = days_of(document)
        for day in days:
            if any(state_of(document, block) is BlockState.NOW for block in blocks_of(document, day.id)):
                return day.id
        coming = next_block(document)
        return coming.day_id if coming is not None else days[-1].id if days else ""

    def _row_of_now(self) -> StationRow | None:
        """Give what is chosen, or else what is now or next."""
        row = self._stations.get(self._chosen)
        for state in (BlockState.NOW, BlockState.TO_COME):
            if row is None:
                row = next((row for row in self._stations.values() if row.station.state is state), None)
        return row

    def _show_now(self) -> None:
        """Scroll to what is chosen, or else to what is now or next."""
        row = self._row_of_now()
        if row is not None:
            self._scroll.settle()
            # The bar learns how long the route is now, not one turn of the event loop later.
            QCoreApplication.sendPostedEvents(self._scroll.inside, QEvent.Type.LayoutRequest.value)
            # With a neighbour on each side: a row at the very edge looks as if the route ended there.
            self._scroll.ensureWidgetVisible(row, 0, row.height() + _NEIGHBOUR_PX)

    def showEvent(self, event: QShowEvent) -> None:
        """Open where the sprint is."""
        super().showEvent(event)
        self._show_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in view what was, when a notice comes or the screen turns out to be lower than the window."""
        super().resizeEvent(event)
        lost = event.oldSize().height() - event.size().height()
        row = self._row_of_now() if lost > 0 and self.isVisible() else None
        if row is not None:
            bottom = row.geometry().bottom() - self._scroll.verticalScrollBar().value()
            if bottom - row.height() >= 0 and bottom <= self._scroll.viewport().height() + lost:
                self._show_now()

    # ---- choosing

    def _show_day(self) -> None:
        """Scroll so that the open day stands at the top, with as many of its stations as fit."""
        row = self._days.get(self._open_day)
        if row is not None:
            self._scroll.column.activate()
            self._scroll.verticalScrollBar().setValue(row.y())

    def _on_day(self, day_id: str) -> None:
        self.open(day_id)
        self._show_day()
        self.day_chosen.emit(day_id)

    def _on_block(self, block_id: str) -> None:
        self.show_block(block_id)
        self.block_chosen.emit(block_id)

    def _on_canvas(self) -> None:
        self.show_block("")
        self.canvas_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the route with the arrows."""
        rows = self._rows()
        place = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if place is None or not step:
            super().keyPressEvent(event)
            return
        row = rows[max(0, min(len(rows) - 1, place + step))]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def _rows(self) -> list[RouteRow]:
        found: list[RouteRow] = []
        for day_id, row in self._days.items():
            found.append(row)
            if day_id == self._open_day:
                found += self._stations.values()
        return [*found, self._canvas]

    def _focused_id(self) -> str:
        rows: dict[str, RouteRow] = {**self._days, **self._stations}
        return next((key for key, row in rows.items() if row.hasFocus()), "")


def _is_started(before: Record | None, after: TimerRun) -> bool:
    """Whether a clock begins or goes on: more minutes or a beat of a running one lead nobody away."""
    was_running = isinstance(before, TimerRun) and before.state is RunState.RUNNING
    return after.state is RunState.RUNNING and not was_running
