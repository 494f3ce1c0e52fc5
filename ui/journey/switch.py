"""The button that says which journey is on the canvas, and the menu behind it: every journey, and a new one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sprint.diff import Diff
from sprint.journeys import journeys
from sprint.records import Journey
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button

_LONGEST = 28


class JourneySwitch(QObject):
    """Goes to another journey of the sprint, or begins one."""

    journey_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, context: Context, bridge: SprintBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._journey_id = ""
        self.button = Button(context, "journey.no_name", kind="quiet", icon="chevron_down")
        self.button.setObjectName("journey_switch")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._say)

    def show_journey(self, journey_id: str) -> None:
        """Say which journey is on the canvas."""
        self._journey_id = journey_id
        self._say()

    def _fill(self) -> None:
        t = self._context.texts
        self.menu.clear()
        for journey in journeys(self._bridge.document):
            kind = t(f"kind.journey.{journey.kind.value}")
            action = self.menu.addAction(f"{journey.title or t('journey.no_name')}  ·  {kind}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(journey.id == self._journey_id)
            action.triggered.connect(lambda _checked=False, one=journey.id: self.journey_requested.emit(one))
        self.menu.addSeparator()
        new = self.menu.addAction(t("journey.action_new"))
        new.setEnabled(not self._bridge.is_read_only)
        new.triggered.connect(lambda _checked=False: self.new_requested.emit())

    def _say(self) -> None:
        t, journey = self._context.texts, self._bridge.document.get(self._journey_id)
        title = journey.title if isinstance(journey, Journey) and journey.title else t("journey.no_name")
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        self.button.setText(short.replace("&", "&&"))
        self.button.setAccessibleName(t("journey.switch", title=title))
        self.button.setToolTip(title)

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Journey) for change in diff.changes.values() for record in change):
            self._say()
