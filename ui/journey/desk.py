"""The place where a journey is worked on: tools above and beside the canvas, all of the same journey."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from canvas.view import JourneyCanvas
from sprint.journeys import partner_of
from sprint.records import Journey, JourneyKind, Observation, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.journey.memory import MemoryRest
from ui.journey.side import SIDE_WIDTH, Side
from ui.journey.strip import JourneyStrip

if TYPE_CHECKING:
    from ui.journey.comparison import ComparisonPage
    from ui.journey.finding import FindBar
    from ui.journey.outline import Outline
    from ui.journey.routes import RoutesPanel
    from ui.journey.starting import JourneyForm

_TITLES = {"outline": "journey.outline", "routes": "journey.routes"}


@runtime_checkable
class ShowsWays(Protocol):
    """A canvas that can show whose way is which."""

    def show_for(self, persona_id: str, track: Track) -> None:
        """Dim what is not for this persona or not on this track."""

    def highlight(self, step_ids: Iterable[str]) -> None:
        """Let one route stand out; none when it is empty."""


class JourneyDesk(QWidget):
    """Keeps the canvas, the outline and the other tools on one journey and one selection."""

    tool_changed = Signal()
    """Another tool is open beside the canvas, or none."""
    journey_requested = Signal(str)
    """Show another journey."""
    step_requested = Signal(str)
    """Go to this step, in whichever journey it stands."""

    def __init__(self, context: Context, bridge: SprintBridge, canvas: JourneyCanvas) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge
        self.canvas = canvas
        self._journey_id = ""
        self._is_passing = False
        self._open = ""
        self._lit: list[str] = []
        self._offered: set[str] = set()
        self._outline: Outline | None = None
        self._routes: RoutesPanel | None = None
        self._finding: FindBar | None = None
        self._memory = MemoryRest(self)
        self._comparison: ComparisonPage | None = None
        self.strip = JourneyStrip(context, bridge)
        self._side = Side(context)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._side)
        self._split.addWidget(canvas)
        self._split.setStretchFactor(1, 1)
        self._side.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._pages, 1)
        self._side.closed.connect(self.close_tool)
        self.strip.tool_requested.connect(self._on_strip)
        self.strip.switch.journey_requested.connect(self.journey_requested)
        self.strip.switch.new_requested.connect(self.new_journey)
        self.strip.filter_changed.connect(self._on_filter)
        canvas.selection_changed.connect(self._on_canvas)
        bridge.document_changed.connect(self._memory.stir)

    # ---- asked from outside

    @property
    def tool(self) -> str:
        """Which tool is open: "outline", "routes" or "" for none."""
        return self._open

    @property
    def outline(self) -> Outline:
        """The outline, made when it is first opened."""
        if self._outline is None:
            from ui.journey.outline import Outline  # noqa: PLC0415 - the first window needs none of it

            self._outline = Outline(self._context, self._bridge)
            self._outline.show_journey(self._journey_id)
            self._outline.chosen.connect(self._on_outline)
        return self._outline

    @property
    def routes(self) -> RoutesPanel:
        """The routes, made when they are first opened."""
        if self._routes is None:
            from ui.journey.routes import RoutesPanel  # noqa: PLC0415 - the first window needs none of it

            self._routes = RoutesPanel(self._context, self._bridge)
            self._routes.step_requested.connect(self._go_to)
            self._routes.route_shown.connect(self._on_route)
        return self._routes

    @property
    def comparison(self) -> ComparisonPage:
        """The comparison, made when it is first asked for."""
        if self._comparison is None:
            from ui.journey.comparison import ComparisonPage  # noqa: PLC0415 - the first window needs none of it

            self._comparison = ComparisonPage(self._context, self._bridge)
            self._comparison.step_requested.connect(self.step_requested)
            self._pages.addWidget(self._comparison)
        return self._comparison

    @property
    def finding(self) -> FindBar:
        """The bar to search with, made when it is first opened."""
        if self._finding is None:
            from ui.journey.finding import FindBar  # noqa: PLC0415 - the first window needs none of it

            self._finding = FindBar(self._context, self.canvas)
            column = self.layout()
            if isinstance(column, QVBoxLayout):
                column.insertWidget(1, self._finding)
        return self._finding

    @property
    def is_comparing(self) -> bool:
        """Whether two journeys stand in the place of the canvas."""
        return self._pages.currentWidget() is not self._split

    def compare(self) -> None:
        """Put this journey and the one that belongs to it beside each other."""
        document = self._bridge.document
        now = partner_of(document, self._journey_id, JourneyKind.AS_IS)
        later = partner_of(document, self._journey_id, JourneyKind.TO_BE)
        self.comparison.show_pair(now.id if now is not None else "", later.id if later is not None else "")
        self._pages.setCurrentWidget(self.comparison)
        self.strip.hide()
        if self._finding is not None:
            self._finding.hide()

    def show_canvas(self) -> None:
        """Show the canvas again."""
        self._pages.setCurrentWidget(self._split)
        self.strip.show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab would jump over the strip to it.
        (self.comparison if self.is_comparing else self.canvas).setFocus()

    def stop(self) -> None:
        """Take in the pictures that are on their way and read nothing more: the sprint is being closed."""
        self.canvas.pictures.finish()
        if self._routes is not None:
            self._routes.stop()

    def show_journey(self, journey_id: str) -> None:
        """Work on another journey."""
        self._journey_id = journey_id
        self._memory.start()
        self._lit = []
        self.strip.show_journey(journey_id)
        if self._outline is not None:
            self._outline.show_journey(journey_id)
        if self._open == "routes":
            self.routes.show_journey(journey_id)

    def toggle(self, tool: str) -> None:
        """Open a tool beside the canvas, or close it when it is open and has the keyboard."""
        if self._open == tool:
            self.close_tool()
        else:
            self.open_tool(tool)

    def open_tool(self, tool: str) -> None:
        """Open a tool beside the canvas and go there."""
        page: QWidget = self.routes if tool == "routes" else self.outline
        self._open = tool
        if tool != "routes":
            self._on_route([])
        self._side.show_tool(page, _TITLES[tool])
        if not self._side.isVisible():
            self._side.show()
            self._split.setSizes([SIDE_WIDTH, max(1, self.width() - SIDE_WIDTH)])
        if tool == "outline":
            self.outline.show_selection(self.canvas.selection.ids)
        else:
            self.routes.look_through(*self.strip.filter)
            self.routes.show_journey(self._journey_id)
        page.setFocus()
        self._tell()

    def close_tool(self) -> None:
        """Give the canvas all the room again."""
        self._open = ""
        self._on_route([])
        self._side.hide()
        self.canvas.setFocus()
        self._tell()

    def offer_copy(self) -> None:
        """Ask, once for each journey, whether an empty desired one begins as a copy of the present one."""
        journey = self._bridge.document.get(self._journey_id)
        if isinstance(journey, Journey) and journey.id not in self._offered:
            from ui.journey.starting import offer_copy  # noqa: PLC0415 - the first window needs none of it

            self._offered.add(journey.id)
            offer_copy(self._context, self._bridge, journey)

    def new_journey(self, persona_id: str = "") -> None:
        """Ask about another journey and begin it, for a persona when one is given."""
        from ui.journey.new_journey import NewJourneyDialog  # noqa: PLC0415 - the first window needs none of it

        dialog = NewJourneyDialog(self._context, self._bridge, self.window())
        if persona_id in dialog.people:
            dialog.people[persona_id].setChecked(True)
        dialog.accepted.connect(lambda: self._begin(dialog.form))
        dialog.open()

    def show_personas(self) -> None:
        """Open the sheets of the personas."""
        from ui.journey.personas import PersonasDialog  # noqa: PLC0415 - the first window needs none of it

        dialog = PersonasDialog(self._context, self._bridge, self._journey_id, self.window())
        dialog.journey_requested.connect(self.new_journey)
        dialog.open()

    def _begin(self, form: JourneyForm) -> None:
        from ui.journey.starting import new_journey  # noqa: PLC0415 - the first window needs none of it

        diff, journey_id = new_journey(self._bridge.document, self._bridge.ids, form)
        if self._bridge.do(diff):
            self.journey_requested.emit(journey_id)

    # ---- one selection

    def _on_canvas(self, ids: list[str]) -> None:
        if self._outline is not None and self._open == "outline" and not self._is_passing:
            self._outline.show_selection(ids)

    def _on_outline(self, ids: list[str]) -> None:
        document = self._bridge.document
        records = [document.get(record_id) for record_id in ids]
        wanted = [one.step_id if isinstance(one, Observation) else one.id for one in records if one is not None]
        self._is_passing = True
        self.canvas.select(list(dict.fromkeys(wanted)))
        self._is_passing = False

    def _on_strip(self, tool: str) -> None:
        if tool == "personas":
            self.show_personas()
        else:
            self.toggle(tool)

    def _on_filter(self, persona_id: str, track: Track) -> None:
        if isinstance(self.canvas, ShowsWays):
            self.canvas.show_for(persona_id, track)
        if self._open == "routes":
            self.routes.look_through(persona_id, track)

    def _on_route(self, step_ids: list[str]) -> None:
        lit = step_ids if self._open == "routes" else []
        if isinstance(self.canvas, ShowsWays) and lit != self._lit:
            self._lit = lit
            self.canvas.highlight(lit)

    def _go_to(self, step_id: str) -> None:
        self.canvas.select([step_id])
        self.canvas.setFocus()

    def _tell(self) -> None:
        self.strip.show_tool(self._open)
        self.tool_changed.emit()
