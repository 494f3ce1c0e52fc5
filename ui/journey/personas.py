"""The sheets of the personas: who they are, what they need, and which track each takes in this journey."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.personas import add_persona, change_persona, set_persona_in_journey, set_persona_track
from sprint.journeys import chosen_track
from sprint.records import Channel, Evidence, Journey, Persona, Track
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.exercises.picture_work import PictureWork
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField, LineField, NumberField, TextField
from ui.widgets.labels import TextLabel
from ui.widgets.picture_patch import PicturePatch

_MOST_TALKS = 9_999
_ID = Qt.ItemDataRole.UserRole

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "name": "journey.persona_name",
        "language": "journey.persona_language",
        "channel_skill": "journey.persona_channel_skill",
    }
)
LONG: Mapping[str, str] = MappingProxyType(
    {
        "situation": "journey.persona_situation",
        "goal": "journey.persona_goal",
        "quote": "journey.persona_quote",
        "needs": "journey.persona_needs",
        "ability": "journey.persona_ability",
        "supports": "journey.persona_supports",
        "fears": "journey.persona_fears",
        "accessibility": "journey.persona_accessibility",
        "worth": "journey.persona_worth",
        "overlooked": "journey.persona_overlooked",
    }
)
"""The fields of a sheet with the key of what they are called."""


class PersonaSheet(ScrollColumn):
    """All fields of one persona; every field is kept as it is typed."""

    def __init__(self, context: Context, bridge: SprintBridge) -> None:
        super().__init__(margin=4, spacing=10)
        self._context, self._bridge = context, bridge
        self._persona_id = self._journey_id = ""
        self.texts: dict[str, LineField | TextField] = {}
        self.picture = PicturePatch(context, bridge, "sketch.persona_picture", self.inside)
        self.picture.work_on = PictureWork(context, bridge, self.picture.pictures, self).open
        self.column.addWidget(self.picture)
        for name in ("name", "situation", "goal", "quote"):
            self._add(name)
        self.is_in = CheckBox(context)
        self.is_in.clicked.connect(self._on_in)
        self.column.addWidget(self.is_in)
        self.track_here = self._choice("journey.persona_track_here")
        self.track_here.chosen.connect(self._on_track_here)
        self.track = self._choice("journey.persona_track")
        self.track.chosen.connect(lambda value: self._change("track", Track(str(value))))
        for name in (*LONG, *SHORT):
            if name not in self.texts:
                self._add(name)
        self.channel = self._choice("journey.persona_channel")
        self.channel.chosen.connect(lambda value: self._change("channel", Channel(str(value))))
        self.evidence = self._choice("journey.persona_evidence")
        self.evidence.chosen.connect(lambda value: self._change("evidence", Evidence(str(value))))
        self.talks = NumberField(_MOST_TALKS)
        self.talks.counted.connect(lambda number: self._change("interviews", number))
        self.talks.left.connect(bridge.break_merge)
        self.column.addLayout(
            Field(context, "journey.persona_interviews", self.talks, "journey.persona_interviews_hint")
        )
        self.column.addStretch(1)
        self.say()

    def show_persona(self, persona_id: str, journey_id: str) -> None:
        """Show the sheet of one persona, and its place in one journey."""
        document = self._bridge.document
        persona, journey = document.get(persona_id), document.get(journey_id)
        self.inside.setEnabled(isinstance(persona, Persona) and not self._bridge.is_read_only)
        if not isinstance(persona, Persona):
            return
        if persona_id != self._persona_id:
            self.verticalScrollBar().setValue(0)
        self._persona_id, self._journey_id = persona_id, journey_id
        for name, field in self.texts.items():
            field.show_text(getattr(persona, name))
        self.picture.show_picture(persona_id, persona.picture_id)
        self.track.show_value(persona.track)
        self.channel.show_value(persona.channel)
        self.evidence.show_value(persona.evidence)
        self.talks.show_number(persona.interviews)
        is_journey = isinstance(journey, Journey)
        self.is_in.setVisible(is_journey)
        if isinstance(journey, Journey):
            self.is_in.setText(self._context.texts("journey.persona_in", title=journey.title))
            self.is_in.setChecked(persona_id in journey.persona_ids)
            self.track_here.show_value(chosen_track(journey, persona_id))
        self.settle()

    def say(self) -> None:
        """Say the choices in the language of the screen."""
        t = self._context.texts
        tracks: list[tuple[object, str]] = [(track, t(f"kind.track.{track.value}")) for track in Track]
        self.track.show_choices(tracks)
        self.track_here.show_choices([(Track.OPEN, t("journey.persona_as_sheet")), *tracks[1:]])
        self.channel.show_choices([(channel, t(f"kind.channel.{channel.value}")) for channel in Channel])
        self.evidence.show_choices([(level, t(f"kind.evidence.{level.value}")) for level in Evidence])

    def _add(self, name: str) -> None:
        field: LineField | TextField
        if name in SHORT:
            field = LineField()
        else:
            field = TextField()
            field.setProperty("kind", "")
            field.entered.connect(field.clearFocus)
        self.texts[name] = field
        field.setObjectName(f"persona_{name}")
        field.typed.connect(lambda text: self._change(name, text))
        field.left.connect(self._bridge.break_merge)
        self.column.addLayout(Field(self._context, {**SHORT, **LONG}[name], field))

    def _choice(self, key: str) -> ChoiceField:
        field = ChoiceField(self._context)
        self.column.addLayout(Field(self._context, key, field))
        return field

    def _change(self, name: str, value: Any) -> None:
        diff = change_persona(self._bridge.document, self._persona_id, **{name: value})
        self._bridge.do(diff, merge=f"persona:{self._persona_id}:{name}")

    def _on_in(self, is_in: bool) -> None:
        self._bridge.do(set_persona_in_journey(self._bridge.document, self._journey_id, self._persona_id, is_in))

    def _on_track_here(self, value: object) -> None:
        track = Track(str(value))
        self._bridge.do(set_persona_track(self._bridge.document, self._journey_id, self._persona_id, track))


class PersonasDialog(Dialog):
    """The list of personas and the sheet of the one that is chosen."""

    journey_requested = Signal(str)
    """Begin a journey for this persona."""

    def __init__(self, context: Context, bridge: SprintBridge, journey_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "journey.personas", parent, width=820)
        self._bridge, self._journey_id = bridge, journey_id
        self.setMinimumHeight(560)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        self.list = QListWidget()
        self.list.setFixedWidth(220)
        self._add = Button(context, "journey.persona_add", icon="plus")
        self._add.clicked.connect(self._on_add)
        left.addWidget(self.list, 1)
        left.addWidget(self._add)
        row.addLayout(left)
        self._none = TextLabel(context, "journey.persona_none", role="muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._none, 1)
        self.sheet = PersonaSheet(context, bridge)
        row.addWidget(self.sheet, 1)
        self.page.addLayout(row, 1)
        self._delete = self.add_button("journey.persona_delete")
        self._delete.clicked.connect(self._on_delete)
        self._journey = self.add_button("journey.persona_journey")
        self._journey.clicked.connect(self._on_journey)
        self.add_button("ui.done", kind="primary").clicked.connect(self.accept)
        self.list.currentRowChanged.connect(lambda _row: self._show_sheet())
        bridge.document_changed.connect(self._on_diff)
        self.say()
        self.list.setCurrentRow(0)
        if not self.list.count():
            self._add.setFocus()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        self.list.setAccessibleName(self.context.texts("journey.personas"))
        self.sheet.say()
        self._show()

    @property
    def persona_id(self) -> str:
        """The persona whose sheet is open; empty when there is none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _show(self) -> None:
        known = sorted(self._bridge.document.table(Persona).values(), key=lambda who: (who.order, who.id))
        kept = self.persona_id
        self.list.blockSignals(True)
        while self.list.count() > len(known):
            self.list.takeItem(self.list.count() - 1)
        for place, who in enumerate(known):
            if place == self.list.count():
                self.list.addItem(QListWidgetItem())
            self.list.item(place).setText(who.name or self.context.texts("journey.no_name"))
            self.list.item(place).setData(_ID, who.id)
        places = {who.id: place for place, who in enumerate(known)}
        self.list.setCurrentRow(places.get(kept, min(max(0, self.list.currentRow()), len(known) - 1)))
        self.list.blockSignals(False)
        self._show_sheet()

    def _show_sheet(self) -> None:
        has_any = self.list.count() > 0
        self._none.setVisible(not has_any)
        self.sheet.setVisible(has_any)
        can_edit = not self._bridge.is_read_only
        self._add.setEnabled(can_edit)
        for button in (self._delete, self._journey):
            button.setEnabled(has_any and can_edit)
        self.sheet.show_persona(self.persona_id, self._journey_id)

    def _on_add(self) -> None:
        bridge = self._bridge
        diff = add_persona(bridge.document, bridge.ids, self.context.texts("journey.persona_new"), self._journey_id)
        made = next(after.id for _, after in diff.changes.values() if isinstance(after, Persona))
        if bridge.do(diff):
            found = [row for row in range(self.list.count()) if self.list.item(row).data(_ID) == made]
            self.list.setCurrentRow(found[0])
            name = self.sheet.texts["name"]
            name.setFocus()
            if isinstance(name, LineField):
                name.selectAll()

    def _on_delete(self) -> None:
        self._bridge.do(delete(self._bridge.document, [self.persona_id]))

    def _on_journey(self) -> None:
        persona_id = self.persona_id
        self.accept()
        self.journey_requested.emit(persona_id)

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Persona | Journey) for change in diff.changes.values() for record in change):
            self._show()
