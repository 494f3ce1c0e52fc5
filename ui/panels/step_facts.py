"""The facts of a step: track, feeling, kind, channel, wait, and what makes it matter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.journey import change_step, set_feeling
from sprint.records import Channel, Evidence, Step, StepKind, Track
from sprint.rules import LONGEST_WAIT_DAYS
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.columns import inset
from ui.widgets.feeling_picker import FeelingPicker
from ui.widgets.fields import ChoiceField, NumberField, TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

INSET = 9
_MOST_MINUTES = 9_999

_TRACKS = {
    Track.SAVED: ("stopwatch", "track_saved", "track_saved_soft"),
    Track.SPENT: ("heart", "track_spent", "track_spent_soft"),
}
_TEXTS = (
    ("actor", "panel.step.actor", "panel.step.actor_hint"),
    ("meanwhile", "panel.step.meanwhile", "panel.step.meanwhile_hint"),
    ("truth_reason", "panel.step.truth", "panel.step.truth_hint"),
    ("who_decides", "panel.step.who_decides", "panel.step.who_decides_hint"),
    ("legal_frame", "panel.step.legal", "panel.step.legal_hint"),
    ("left_out", "panel.step.left_out", "panel.step.left_out_hint"),
)


class StepFacts(QWidget):
    """Fields of one step; typing is one entry in the history, a choice is one too."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step: Step | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        self._add_tracks()
        self._add_feeling()
        self._add_choices()
        self._add_texts()
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    # ---- building

    def _section(self, key: str, left: int = INSET) -> QHBoxLayout:
        return inset(TextLabel(self._context, key, role="section"), left, 10, 0, 2)

    def _add_tracks(self) -> None:
        self._column.addLayout(self._section("panel.step.track"))
        row = QHBoxLayout()
        row.setContentsMargins(INSET - 2, 0, 0, 0)
        row.setSpacing(6)
        self.tracks: dict[Track, ToggleChip] = {}
        for track, (icon, role, ground) in _TRACKS.items():
            chip = self.tracks[track] = ToggleChip(self._context, icon=icon, role=role, ground=ground, parent=self)
            chip.clicked.connect(lambda checked, track=track: self._change(track=track if checked else Track.OPEN))
            row.addWidget(chip)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_feeling(self) -> None:
        self._column.addLayout(self._section("panel.step.feeling"))
        row = QHBoxLayout()
        row.setContentsMargins(INSET - 5, 0, INSET - 5, 0)
        self.feeling = FeelingPicker(self._context, self)
        self.feeling.chosen.connect(self._on_feeling)
        row.addWidget(self.feeling)
        self._column.addLayout(row)

    def _add_choices(self) -> None:
        self.kind, self.channel = ChoiceField(self._context, self), ChoiceField(self._context, self)
        self.evidence = ChoiceField(self._context, self)
        self.wait = NumberField(LONGEST_WAIT_DAYS, self)
        self.minutes = NumberField(_MOST_MINUTES, self)
        self.kind.chosen.connect(lambda kind: self._change(kind=StepKind(kind)))
        self.channel.chosen.connect(lambda channel: self._change(channel=Channel(channel)))
        self.evidence.chosen.connect(lambda level: self._change(evidence=Evidence(level)))
        self.wait.counted.connect(lambda days: self._change("wait_days", wait_days=days))
        self.minutes.counted.connect(lambda minutes: self._change("minutes", minutes=minutes))
        for number in (self.wait, self.minutes):
            number.left.connect(self._bridge.break_merge)
        grid = QGridLayout()
        grid.setContentsMargins(INSET, 0, INSET, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        cells = (
            (0, 0, 1, "panel.step.kind", self.kind),
            (0, 1, 1, "panel.step.channel", self.channel),
            (2, 0, 1, "panel.step.wait", self.wait),
            (2, 1, 1, "panel.step.minutes", self.minutes),
            (4, 0, 2, "panel.step.evidence", self.evidence),
        )
        for row, column, span, key, field in cells:
            grid.addLayout(self._section(key, 0), row, column, 1, span)
            if field is not self.wait:
                grid.addWidget(field, row + 1, column, 1, span)
        self._days = PlainLabel(role="muted")
        waiting = QHBoxLayout()
        waiting.setSpacing(6)
        waiting.addWidget(self.wait, 1)
        waiting.addWidget(self._days)
        grid.addLayout(waiting, 3, 0)
        grid.setColumnStretch(0, 6)
        grid.setColumnStretch(1, 5)
        self._column.addLayout(grid)

    def _add_texts(self) -> None:
        self.texts: dict[str, TextField] = {}
        self._labels: dict[str, TextLabel] = {}
        for name, key, _ in _TEXTS:
            self._labels[name] = label = TextLabel(self._context, key, role="section")
            self._column.addLayout(inset(label, INSET, 10, 0, 2))
            field = self.texts[name] = TextField(self)
            field.typed.connect(self._typing(name))
            field.left.connect(self._bridge.break_merge)
            field.entered.connect(field.clearFocus)
            self._column.addWidget(field)

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._change(name, **{name: text})

    # ---- showing

    def show_step(self, step: Step) -> None:
        """Show this state of a step."""
        self._step = step
        for track, chip in self.tracks.items():
            chip.setChecked(step.track is track)
        self.feeling.show_values([step.feeling])
        self.kind.show_value(step.kind)
        self.channel.show_value(step.channel)
        self.evidence.show_value(step.evidence)
        self._show_wait(step.wait_days)
        self.minutes.show_number(step.minutes)
        for name, field in self.texts.items():
            field.show_text(getattr(step, name))
        is_wait = step.kind is StepKind.WAIT or bool(step.wait_days or step.meanwhile)
        for widget in (self.texts["meanwhile"], self._labels["meanwhile"]):
            widget.setVisible(is_wait)

    def _show_wait(self, days: int) -> None:
        self._days.setText(self._context.texts("panel.step.days", count=days))
        self.wait.show_number(days)

    def _retranslate(self) -> None:
        t = self._context.texts
        for track, chip in self.tracks.items():
            chip.show_text(t(f"kind.track.{track.value}"))
        self.kind.show_choices([(kind, t(f"kind.step.{kind.value}")) for kind in StepKind])
        self.channel.show_choices([(channel, t(f"kind.channel.{channel.value}")) for channel in Channel])
        self.evidence.show_choices([(level, t(f"kind.evidence.{level.value}")) for level in Evidence])
        for number in (self.wait, self.minutes):
            number.setPlaceholderText(t("panel.step.no_wait"))
        fields = ((self.kind, "panel.step.kind"), (self.channel, "panel.step.channel"))
        numbers = ((self.wait, "panel.step.wait"), (self.minutes, "panel.step.minutes"))
        for field, key in (*fields, *numbers, (self.evidence, "panel.step.evidence")):
            field.setAccessibleName(t(key))
        for name, key, hint in _TEXTS:
            self.texts[name].setAccessibleName(t(key))
            self.texts[name].setPlaceholderText(t(hint))
        if self._step is not None:
            self._show_wait(self._step.wait_days)

    # ---- changing

    def _change(self, field: str = "", **fields: object) -> None:
        step = self._step
        if step is None:
            return
        merge = f"step.{step.id}.{field}" if field else ""
        if not self._bridge.do(change_step(self._bridge.document, step.id, **fields), merge=merge):
            self.show_step(step)

    def _on_feeling(self, value: object) -> None:
        step = self._step
        if step is None:
            return
        feeling = value if isinstance(value, int) else None
        if not self._bridge.do(set_feeling(self._bridge.document, [step.id], feeling)):
            self.show_step(step)

    def focus_first(self) -> None:
        """Put the keyboard at the first field."""
        self.tracks[Track.SAVED].setFocus(Qt.FocusReason.TabFocusReason)
