"""The surface for personas: their sheets beside each other, each field kept as it is typed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.personas import add_persona
from sprint.journeys import journey_of_kind
from sprint.records import Journey, JourneyKind, Persona, Record, Track
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.journey.personas import LONG, SHORT, PersonaSheet
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.labels import PlainLabel
from ui.widgets.trash import TrashButton

NAME = "personas"
_QUOTES = " “”\"'‘’"
_SHEET_PX, _LEAST_PX, _GAP = 460, 300, 12
"""How wide a sheet is where there is room, how narrow where there is not, and what lies between two."""
_TRACK_TONES = {Track.SAVED: "saved", Track.SPENT: "spent", Track.OPEN: "quiet"}
_SHOWN = ("situation", "goal", "needs", "fears", "worth")
"""What the room sees of a sheet, under the name."""


class PersonaColumn(QFrame):
    """One sheet with its track above it and a bin."""

    def __init__(self, desk: ExerciseDesk, persona_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._persona_id = desk, persona_id
        self._shown: tuple[Persona, Journey | None, str, bool] | None = None
        self.setProperty("ground", "card")
        self.sheet = PersonaSheet(desk.context, desk.bridge)
        self.track = Chip(desk.context)
        self.evidence = Chip(desk.context)
        self.trash = TrashButton(desk.context, "journey.persona_delete", parent=self)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.track)
        head.addWidget(self.evidence)
        head.addStretch(1)
        head.addWidget(self.trash)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 8)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        self.trash.clicked.connect(lambda: desk.bridge.do(delete(desk.bridge.document, [self._persona_id])))

    def show_persona(self, persona: Persona, journey: Journey | None) -> None:
        """Show this state of the persona; what stands there already is not shown again at every letter."""
        t = self._desk.context.texts
        state = (persona, journey, t.language, self._desk.bridge.is_read_only)
        if state == self._shown:
            return
        self._shown = state
        self.sheet.say()
        self.sheet.show_persona(persona.id, journey.id if journey is not None else "")
        self.sheet.is_in.setText(t("plan.in_journey"))  # the title of the journey is wider than a sheet
        self.track.show_state(t(f"kind.track.{persona.track.value}"), _TRACK_TONES[persona.track])
        self.evidence.show_state(
            t("plan.talks", count=persona.interviews) if persona.interviews else t("plan.no_talks"),
            "good" if persona.interviews else "warn",
        )
        self.trash.setVisible(not self._desk.bridge.is_read_only)


class Surface(WorkSurface):
    """Everybody the journey is about, side by side."""

    MATTERS: ClassVar[tuple[type[Record], ...]] = (Persona, Journey)
    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.columns: dict[str, PersonaColumn] = {}
        self.add = Button(desk.context, "journey.persona_add", kind="primary", icon="plus")
        self._hint = PlainLabel(role="muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.add)
        head.addWidget(self._hint, 1)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 8, 8)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self.scroll_area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.scroll_area, 1)
        self.add.clicked.connect(self._on_add)

    def personas(self) -> list[Persona]:
        """List all personas, in order."""
        return sorted(self.document.table(Persona).values(), key=lambda who: (who.order, who.id))

    def refresh(self) -> None:
        """Show the sheets as they are now."""
        t, people = self.context.texts, self.personas()
        self.add.setVisible(not self.bridge.is_read_only)
        self._hint.setText(t("plan.personas_hint") if people else t("plan.personas_none"))
        wanted = {who.id for who in people}
        for gone in [one for one in self.columns if one not in wanted]:
            column = self.columns.pop(gone)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        journey = journey_of_kind(self.document, JourneyKind.AS_IS)
        for place, who in enumerate(people):
            column = self.columns.get(who.id) or self._column(who.id)
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column)
                column.show()
            column.show_persona(who, journey)
        self._fit()
        self.room_changed.emit()

    def _fit(self) -> None:
        """Make the sheets as wide as fits, so that none is cut off; many of them are scrolled along."""
        count = len(self.columns)
        room = self.width() - (count + 1) * _GAP
        for column in self.columns.values():
            column.setFixedWidth(max(_LEAST_PX, min(_SHEET_PX, room // count)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room among the sheets."""
        super().resizeEvent(event)
        self._fit()

    def _column(self, persona_id: str) -> PersonaColumn:
        made = self.columns[persona_id] = PersonaColumn(self.desk, persona_id, self)
        return made

    def take_focus(self) -> None:
        """Go on with the first sheet, or begin one."""
        first = next((self.columns[who.id] for who in self.personas() if who.id in self.columns), None)
        (first.sheet.texts["name"] if first is not None else self.add).setFocus()

    def room_page(self) -> RoomPage:
        """Show each persona: invented people, so their names may be seen."""
        columns = []
        for who in self.personas():
            cards = [RoomCard(getattr(who, name)) for name in _SHOWN if getattr(who, name)]
            if who.quote:
                cards.insert(0, RoomCard(f"“{who.quote.strip(_QUOTES)}”", tone="quote"))
            if who.picture_id:
                cards.insert(0, RoomCard("", picture_id=who.picture_id))
            track = self.room_texts(f"kind.track.{who.track.value}")
            columns.append(RoomColumn(f"{who.name} · {track}", tuple(cards)))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give the sheets, a row for each field, a column for each persona."""
        t, people = self.context.texts, self.personas()
        names = {**SHORT, **LONG}
        rows = tuple((t(key), *(str(getattr(who, name)) for who in people)) for name, key in names.items())
        return TextTable((t("plan.field"), *(who.name for who in people)), rows) if people else TextTable()

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a persona of every row: name, situation, goal, what somebody like that says."""
        fields = ("name", "situation", "goal", "quote")
        for row in rows:
            given = dict(zip(fields, row, strict=False))
            if given.get("name"):
                self.bridge.do(add_persona(self.document, self.bridge.ids, given.pop("name"), **given))

    def _on_add(self) -> None:
        name = self.context.texts("journey.persona_new")
        journey = journey_of_kind(self.document, JourneyKind.AS_IS)
        if not self.bridge.do(add_persona(self.document, self.bridge.ids, name, journey.id if journey else "")):
            return
        column = self.columns[self.personas()[-1].id]
        field = column.sheet.texts["name"]
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        self.scroll_area.ensureWidgetVisible(column)
