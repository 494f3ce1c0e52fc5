"""The planner as one page of the window: programme, team, preparation and flight check behind four tabs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sprint.programme.catalogue import Catalogue
from sprint.store.disk import Disk
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.commands import PlannerTask
from ui.planner.flight import FlightPage
from ui.planner.machine import ReadMachine, read_machine
from ui.planner.own_exercises import LibraryLike, OwnExercises, SessionLibrary
from ui.planner.preparation import PreparationPage
from ui.planner.programme_page import ProgrammePage
from ui.planner.team import TeamPage
from ui.widgets.passes_focus import PassesFocus
from ui.widgets.toggles import Segments

TABS: tuple[PlannerTask, ...] = ("programme", "team", "preparation", "flight")
_TABS_PX = 560


class PlannerPage(PassesFocus, QWidget):
    """Everything a facilitator does before a day begins.

    `library` keeps her own exercises over all sprints; without one they last as long as the window.
    """

    rehearsal_requested = Signal(str)
    """The id of the day to rehearse."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        *,
        library: Callable[[], LibraryLike] | None = None,
        catalogue: Catalogue | None = None,
        machine: ReadMachine = read_machine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("public_words", True)  # the team and the place are for everybody to know
        self._context = context
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        exercises = catalogue or Catalogue.from_assets()
        session = SessionLibrary()
        self.tabs = Segments(context, 4)
        self.tabs.setMaximumWidth(_TABS_PX)
        self.programme = ProgrammePage(context, bridge, OwnExercises(library or (lambda: session)), exercises, self)
        self.team = TeamPage(context, bridge, self)
        self.preparation = PreparationPage(context, bridge, _write, self)
        self.flight = FlightPage(context, bridge, exercises, machine, self)
        self._lay_out()
        self.tabs.opened.connect(self._on_opened)
        self.flight.go_requested.connect(self.open)
        self.flight.rehearsal_requested.connect(self.rehearsal_requested)
        self.programme.rehearsal_requested.connect(self.rehearsal_requested)
        self._on_opened(0)
        context.texts.changed.connect(self._say)
        self._say()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.programme, self.team, self.preparation, self.flight):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.setSpacing(24)
        top.addWidget(self.tabs)
        top.addWidget(self.programme.tools, 1)
        top.addStretch(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def open(self, name: PlannerTask) -> None:
        """Open a tab."""
        self.tabs.open(TABS.index(name))

    def _on_opened(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self.programme.tools.setVisible(place == 0)
        # What is hidden must not keep the keyboard; it goes on at the open tab.
        self.pass_focus_to(self.tabs.buttons[place])

    def _say(self) -> None:
        texts = self._context.texts
        self.setAccessibleName(texts("planner.page"))
        self.tabs.setAccessibleName(texts("planner.page"))
        self.tabs.show_texts(
            [texts(key) for key in ("planner.timetable", "planner.team", "planner.preparation", "planner.flight")]
        )


def _write(path: Path, data: bytes) -> None:
    Disk().write_file(path, data)
