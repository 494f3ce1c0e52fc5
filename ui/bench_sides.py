"""What stands around the work: details beside it, the cockpit below it. Both come after the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.clock import open_runs
from ui.widgets.divider import upright_divider

if TYPE_CHECKING:
    from ui.bridge import SprintBridge
    from ui.cockpit.capture import Whereabouts
    from ui.cockpit.cockpit import Cockpit
    from ui.context import Context
    from ui.panels.clock_bar import ClockBar
    from ui.panels.details import DetailsPanel

DETAILS_WIDTH = 344
FOOT_HEIGHT = 88
"""As high as the bar of the clock, so that the journey does not jump when the bar comes."""


class BenchSides:
    """The part of the workbench that keeps a place for details and cockpit, and makes each when it is first asked for.

    The journey can be read and edited without them; whoever needs one earlier gets it at once.
    """

    _context: Context
    _bridge: SprintBridge
    _details: DetailsPanel | None = None
    _cockpit: Cockpit | None = None

    @property
    def details(self) -> DetailsPanel:
        """The details of what is chosen."""
        if self._details is None:
            from ui.panels.details import DetailsPanel  # noqa: PLC0415 - the first frame shows its place

            self._details = DetailsPanel(self._context, self._bridge)
            self._side.layout().addWidget(self._details)
            self.on_details(self._details)
        return self._details

    @property
    def cockpit(self) -> Cockpit:
        """Clock, capture, proposals and lists."""
        if self._cockpit is None:
            from ui.cockpit.cockpit import Cockpit  # noqa: PLC0415 - the first frame shows its place

            self._cockpit = Cockpit(self._context, self._bridge, self, self.whereabouts)
            self._body.layout().addWidget(self._cockpit.lists)
            column = self.layout()
            column.replaceWidget(self._foot, self._cockpit.strip)
            column.addWidget(self._cockpit.bar)
            # At once in the place of the other: a rail that is taller for a moment scrolls away from where it stood.
            self._cockpit.bar.show()
            self._foot.hide()
            self._foot.deleteLater()
            self.on_cockpit(self._cockpit)
        return self._cockpit

    @property
    def clock(self) -> ClockBar:
        """The bar of the clock."""
        return self.cockpit.bar

    @property
    def is_on_clock(self) -> bool:
        """Whether a block is on the clock."""
        return bool(open_runs(self._bridge.document))

    @property
    def lists_open(self) -> bool:
        """Whether what is parked and decided can be seen."""
        return self._cockpit is not None and self._cockpit.lists.isVisible()

    def end_clock(self) -> None:
        """Keep what is due, before the sprint is closed."""
        if self._cockpit is not None:
            self._cockpit.end()

    def lay_out(self, rail: QWidget, middle: QWidget) -> None:
        """Put the rail and the work in their places, and keep places for the rest."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # In its place before it is filled: a widget that moves takes all that is in it through the style sheet again.
        self._body = QWidget(self)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, stretch in ((rail, 0), (upright_divider(), 0), (middle, 1)):
            row.addWidget(part, stretch)
        self._side = _ground("surface", self._body)
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(upright_divider(), 0, Qt.AlignmentFlag.AlignLeft)
        self._side.setFixedWidth(DETAILS_WIDTH)
        row.addWidget(self._side)
        self._foot = _ground("clock", self)
        self._foot.setFixedHeight(FOOT_HEIGHT)
        column.addWidget(self._body, 1)
        column.addWidget(self._foot)

    def arrange_sides(self, middle: QWidget, *, is_over: bool, is_wanted: bool) -> None:
        """Put the details beside the work, or over it where there is no room for both."""
        row = self._body.layout()
        if is_over:
            row.removeWidget(self._side)
            place = QRect(self._body.width() - DETAILS_WIDTH, 0, DETAILS_WIDTH, self._body.height())
            self._side.setGeometry(place)
            self._side.raise_()
        elif isinstance(row, QHBoxLayout) and row.indexOf(self._side) < 0:
            row.insertWidget(row.indexOf(middle) + 1, self._side)
        self._side.setVisible(is_wanted)
        if self._cockpit is not None:
            self._cockpit.arrange(self._body.geometry())

    # ---- what the workbench itself does

    def on_details(self, details: DetailsPanel) -> None:
        """Listen to the details that were just made, and show in them what is chosen."""
        raise NotImplementedError

    def on_cockpit(self, cockpit: Cockpit) -> None:
        """Listen to the cockpit that was just made."""
        raise NotImplementedError

    def whereabouts(self) -> Whereabouts:
        """Say what the room is at, for what is captured now."""
        raise NotImplementedError


def _ground(role: str, parent: QWidget) -> QWidget:
    """A place that is painted like what comes there."""
    ground = QWidget(parent)
    ground.setProperty("ground", role)
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return ground
