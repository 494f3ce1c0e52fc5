"""The menu with the rows of cards of a journey: a check mark shows or hides a row, and every choice can be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from sprint.lanes import lanes_of
from sprint.records import Card, Journey, Lane
from ui.bridge import SprintBridge
from ui.context import Context


class LanesMenu(QObject):
    """Switches the lanes of one journey; it stays open while a person chooses several."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._journey_id = ""
        self.menu = QMenu(parent)
        self.actions: dict[Lane, QAction] = {}
        self.menu.aboutToShow.connect(self._show)
        self.menu.installEventFilter(self)

    def show_journey(self, journey_id: str) -> None:
        """Be about another journey."""
        self._journey_id = journey_id

    def eventFilter(self, menu: QObject, event: QEvent) -> bool:
        """Keep the menu open: who switches one row often switches another."""
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        is_key = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        action = self.menu.activeAction() if is_click or is_key else None
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return True
        return super().eventFilter(menu, event)

    def _fill(self) -> None:
        for lane in Lane:
            action = self.menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda checked, lane=lane: self._set(lane, checked))
            self.actions[lane] = action

    def _show(self) -> None:
        if not self.actions:
            self._fill()
        t, journey = self._context.texts, self._bridge.document.get(self._journey_id)
        shown = lanes_of(journey) if isinstance(journey, Journey) else ()
        counts = dict.fromkeys(Lane, 0)
        for card in self._bridge.document.referrers(Card, self._journey_id):
            counts[card.lane] += 1
        for lane, action in self.actions.items():
            name = t(f"kind.lane.{lane.value}")
            action.setText(t("journey.lane_with_cards", lane=name, count=counts[lane]) if counts[lane] else name)
            action.setChecked(lane in shown)
            action.setEnabled(not self._bridge.is_read_only)

    def _set(self, lane: Lane, is_on: bool) -> None:
        from sprint.edits.arrange import set_lane  # noqa: PLC0415 - the first window needs none of it

        self._bridge.do(set_lane(self._bridge.document, self._journey_id, lane, is_on))
        self._show()
