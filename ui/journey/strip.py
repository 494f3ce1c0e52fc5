"""The strip above the canvas: through whose eyes the journey is seen, and the tools that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sprint.diff import Diff
from sprint.records import Journey, Persona, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.journey.lanes import LanesMenu
from ui.journey.switch import JourneySwitch
from ui.widgets.button import Button
from ui.widgets.toggles import ToggleChip

_TALL = 44
_MOST_PEOPLE = 4
_WORDS = 440
"""What the words on the buttons take, in either language."""
_IN_HEADER = 2
_LEAST = 480
_TRACKS = {Track.SAVED: "stopwatch", Track.SPENT: "heart"}


class JourneyStrip(QFrame):
    """Chips that filter what the canvas shows, and buttons for outline, routes, lanes and personas."""

    filter_changed = Signal(str, object)
    """The persona ("" for everybody) and the track (Track.OPEN for both) to look at."""
    tool_requested = Signal(str)
    """"outline", "routes" or "personas"."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge
        self._journey_id = ""
        self._filter: tuple[str, Track] = ("", Track.OPEN)
        self.people: dict[str, ToggleChip] = {}
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_TALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        self.switch = JourneySwitch(context, bridge, self)
        row.addWidget(self.switch.button)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        row.addLayout(self._chips)
        self.tracks = {track: self._track_chip(track) for track in _TRACKS}
        row.addStretch(1)
        self.lanes = LanesMenu(context, bridge, self)
        self.buttons = {
            "outline": self._tool("outline", "journey.outline", "outline"),
            "routes": self._tool("routes", "journey.routes", "routes"),
            "lanes": self._tool("", "journey.lanes", "rows"),
            "personas": self._tool("personas", "journey.personas", "people"),
        }
        self.buttons["lanes"].setMenu(self.lanes.menu)
        for button in self.buttons.values():
            row.addWidget(button)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._say)
        self._say()

    def show_journey(self, journey_id: str) -> None:
        """Be about another journey, seen by everybody."""
        self._journey_id = journey_id
        self.lanes.show_journey(journey_id)
        self.switch.show_journey(journey_id)
        self._choose("", Track.OPEN)
        self._show_people()

    def show_tool(self, tool: str) -> None:
        """Mark which tool is open."""
        for name in ("outline", "routes"):
            self.buttons[name].setChecked(name == tool)

    @property
    def filter(self) -> tuple[str, Track]:
        """The persona and the track that are looked at."""
        return self._filter

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _TALL)  # the words on the buttons give way; they must not hold the window open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ---- inside

    def _fit(self) -> None:
        """Where room is scarce the buttons keep their signs and lose their words; their names stay."""
        left = [self.switch.button, *self.people.values(), *self.tracks.values()]
        needed = sum(part.sizeHint().width() + 6 for part in left if not part.isHidden())
        is_short = self.width() < needed + _WORDS
        for button in self.buttons.values():
            style = "padding: 0 6px; min-width: 24px;" if is_short else ""
            button.setText("" if is_short else button.accessibleName())
            button.setToolTip(button.accessibleName() if is_short else "")
            if button.styleSheet() != style:
                button.setStyleSheet(style)

    def _tool(self, name: str, text_key: str, icon: str) -> Button:
        button = Button(self._context, text_key, kind="quiet", icon=icon)
        button.setObjectName(f"tool_{name or 'lanes'}")
        button.setCheckable(name in ("outline", "routes"))
        if name:
            button.clicked.connect(lambda _checked=False: self.tool_requested.emit(name))
        return button

    def _track_chip(self, track: Track) -> ToggleChip:
        role = f"track_{track.value}"
        chip = ToggleChip(self._context, icon=_TRACKS[track], role=role, ground=f"{role}_soft", parent=self)
        chip.clicked.connect(lambda _checked=False: self._toggle_track(track))
        self._chips.addWidget(chip)
        return chip

    def _show_people(self) -> None:
        document = self._bridge.document
        journey = document.get(self._journey_id)
        known = sorted(document.table(Persona).values(), key=lambda who: (who.order, who.id))
        mine = [who for who in known if isinstance(journey, Journey) and who.id in journey.persona_ids]
        shown = {who.id: who for who in (mine or known)[:_MOST_PEOPLE]}
        for persona_id in [other for other in self.people if other not in shown]:
            chip = self.people.pop(persona_id)
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, (persona_id, who) in enumerate(shown.items()):
            if persona_id not in self.people:
                chip = ToggleChip(self._context, icon="person", role="accent", ground="accent_soft", parent=self)
                chip.clicked.connect(lambda _checked=False, persona_id=persona_id: self._toggle_person(persona_id))
                self.people[persona_id] = chip
                self._chips.insertWidget(place, chip)
            chip = self.people[persona_id]
            chip.show_text(who.name or self._context.texts("journey.no_name"))
        # Two journeys have buttons in the header; a third needs a place to be chosen.
        self.switch.button.setVisible(len(document.table(Journey)) > _IN_HEADER)
        if self._filter[0] and self._filter[0] not in self.people:
            self._choose("", self._filter[1])
        self._fit()

    def _toggle_person(self, persona_id: str) -> None:
        self._choose("" if self._filter[0] == persona_id else persona_id, self._filter[1])

    def _toggle_track(self, track: Track) -> None:
        self._choose(self._filter[0], Track.OPEN if self._filter[1] is track else track)

    def _choose(self, persona_id: str, track: Track) -> None:
        is_other = self._filter != (persona_id, track)
        self._filter = (persona_id, track)
        for one, chip in self.people.items():
            chip.setChecked(one == persona_id)
        for other, chip in self.tracks.items():
            chip.setChecked(other is track)
        if is_other:
            self.filter_changed.emit(persona_id, track)

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Persona | Journey) for change in diff.changes.values() for record in change):
            self._show_people()

    def _say(self) -> None:
        texts = self._context.texts
        self.setAccessibleName(texts("journey.strip"))
        for track, chip in self.tracks.items():
            chip.show_text(texts(f"kind.track.{track.value}"))
        self._show_people()
