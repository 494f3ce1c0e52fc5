"""The planner as one page of the window: programme, team, preparation and flight check behind four tabs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sprint.programme.catalogue import Catalogue
from sprint.store.disk import Disk
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.flight import FlightPage
from ui.planner.machine import ReadMachine, read_machine
from ui.planner.own_exercises import LibraryLike, OwnExercises, SessionLibrary
from ui.planner.preparation import PreparationPage
from ui.planner.programme_page import ProgrammePage
from ui.planner.team import TeamPage
from ui.widgets.toggles import Segments

PROGRAMME, TEAM, PREPARATION, FLIGHT = range(4)
_TABS_PX = 560
_PLACES = {"programme": PROGRAMME, "team": TEAM, "preparation": PREPARATION}


class PlannerPage(QWidget):
    """Everything a facilitator does before a day begins.

    `library` keeps her own exercises over all sprints; without one they last as long as the window.
    """

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        *,
        library: LibraryLike | None = None,
        catalogue: Catalogue | None = None,
        machine: ReadMachine = read_machine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        exercises = catalogue or Catalogue.from_assets()
        shelf = library or SessionLibrary()
        self.tabs = Segments(context, 4)
        self.tabs.setMaximumWidth(_TABS_PX)
        self.programme = ProgrammePage(context, bridge, OwnExercises(lambda: shelf), exercises, self)
        self.team = TeamPage(context, bridge, self)
        self.preparation = PreparationPage(context, bridge, _write, self)
        self.flight = FlightPage(context, bridge, exercises, machine, self)
        self._pages = QStackedWidget()
        for page in (self.programme, self.team, self.preparation, self.flight):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        self.tabs.opened.connect(self._pages.setCurrentIndex)
        self.flight.go_requested.connect(lambda name: self.open(_PLACES[name]))
        context.texts.changed.connect(self._say)
        self._say()

    def open(self, place: int) -> None:
        """Open a tab: PROGRAMME, TEAM, PREPARATION or FLIGHT."""
        self.tabs.open(place)

    def open_block(self, block_id: str) -> None:
        """Show a block on the timetable."""
        self.tabs.open(PROGRAMME)
        self.programme.go_to(block_id)

    def _say(self) -> None:
        texts = self._context.texts
        self.setAccessibleName(texts("planner.page"))
        self.tabs.setAccessibleName(texts("planner.page"))
        self.tabs.show_texts(
            [texts(key) for key in ("planner.timetable", "planner.team", "planner.preparation", "planner.flight")]
        )


def _write(path: Path, data: bytes) -> None:
    Disk().write_file(path, data)
