"""The details on the right: of the selected step, card or steps, or of the journey when nothing is selected."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.records import Card, Journey, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.cards import CardPage
from ui.panels.journey_page import JourneyPage, ManyPage
from ui.panels.step_page import StepPage
from ui.widgets.columns import ScrollColumn
from ui.widgets.look_only import show_look_only

DETAILS_WIDTH = 320
_LOOK_EVERY_MS = 40
Page = StepPage | CardPage | ManyPage | JourneyPage
P = TypeVar("P", StepPage, CardPage, ManyPage, JourneyPage)


class DetailsPanel(QWidget):
    """Shows and edits what is selected; learns of changes through diffs only."""

    step_requested = Signal(str)
    """Go to this step on the canvas."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._journey_id = ""
        self._ids: list[str] = []
        self._is_other = False
        self._page: Page | None = None
        self._pages: dict[type[Page], Page] = {}
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(DETAILS_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(margin=8, spacing=0)
        self._scroll.column.setContentsMargins(8, 16, 8, 16)
        outer.addWidget(self._scroll)
        # Several diffs in one turn of the event loop (a paste, a merge) are shown once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._held = QTimer(self, singleShot=True, interval=_LOOK_EVERY_MS)
        self._held.timeout.connect(self._show_unless_held)
        context.texts.changed.connect(self._retranslate)
        bridge.document_changed.connect(self._on_diff)
        self._retranslate()

    # ---- asked from outside

    def set_journey(self, journey_id: str) -> None:
        """Say which journey is on the canvas; nothing of it is selected yet."""
        self._journey_id = journey_id
        self.show_selection([])

    def show_selection(self, ids: list[str]) -> None:
        """Show the details of these records; none shows the journey. While a button is held they wait for its end."""
        self._bridge.break_merge()
        self._is_other = self._is_other or ids != self._ids
        self._ids = list(ids)
        self._show_unless_held()

    def _show_unless_held(self) -> None:
        # What is dragged comes with the hand at once; a page of fields would hold it up.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.refresh()
        else:
            self._held.start()

    def write_remark(self) -> None:
        """Be ready to write down what a citizen says at the selected step."""
        if isinstance(self._page, StepPage):
            self._page.write_remark()

    def refresh(self) -> None:
        """Show the document as it is now."""
        self._soon.stop()
        self._held.stop()
        if self._is_other:
            self._is_other = False
            self._scroll.verticalScrollBar().setValue(0)
        document = self._bridge.document
        ids = [record_id for record_id in self._ids if isinstance(document.get(record_id), Step | Card)]
        page = self._page_for(ids)
        for other in self._pages.values():
            other.setVisible(other is page)
        self._page = page
        if page is not None:
            page.show_ids(ids or [self._journey_id])
            self._settle()

    def _settle(self) -> None:
        """Give what was just made its place, and lock it when nothing may be changed."""
        if self._page is not None and self._bridge.is_read_only:
            show_look_only(self._page)
        self._scroll.settle()

    # ---- inside

    @property
    def step(self) -> StepPage:
        """The page of a step."""
        return self._made(StepPage)

    @property
    def card(self) -> CardPage:
        """The page of a card."""
        return self._made(CardPage)

    @property
    def many(self) -> ManyPage:
        """The page of several things."""
        return self._made(ManyPage)

    @property
    def journey(self) -> JourneyPage:
        """The page of the journey."""
        return self._made(JourneyPage)

    def _made(self, kind: type[P]) -> P:
        """Make a page when it is first needed: the first window must not wait for fields nobody sees yet."""
        page = self._pages.get(kind)
        if not isinstance(page, kind):
            page = self._pages[kind] = kind(self._context, self._bridge, self)
            page.hide()
            self._scroll.column.addWidget(page)
            page.step_requested.connect(self.step_requested)
            if isinstance(page, StepPage):
                page.tabs.opened.connect(self._settle)
        return page

    def _page_for(self, ids: list[str]) -> Page | None:
        document = self._bridge.document
        if len(ids) > 1:
            return self.many
        if ids:
            return self.step if isinstance(document.get(ids[0]), Step) else self.card
        return self.journey if isinstance(document.get(self._journey_id), Journey) else None

    def _on_diff(self, diff: Diff) -> None:
        is_gone = any(change[1] is None and record_id in self._ids for record_id, change in diff.changes.items())
        if is_gone or self._page is None or self._page.touches(diff):
            self._soon.start()

    def _retranslate(self) -> None:
        self.setAccessibleName(self._context.texts("panel.details"))
