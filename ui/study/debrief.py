"""The debrief sheet after a talk: four short answers, filled in by the two who were there."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sprint.edits.interviews import write_debrief
from sprint.records import Interview
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.widgets.fields import TextField
from ui.widgets.labels import TextLabel


class DebriefSheet(QWidget):
    """Four fields of one talk; leaving a field keeps it."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._talk_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(TextLabel(context, "study_ui.debrief", role="bold"))
        self.fields = {
            "went_well": self._field(context, column, "study_ui.went_well"),
            "went_badly": self._field(context, column, "study_ui.went_badly"),
            "surprise": self._field(context, column, "study_ui.surprise"),
            "to_change": self._field(context, column, "study_ui.to_change"),
        }
        for name, field in self.fields.items():
            field.left.connect(lambda name=name: self._keep(name))
            field.entered.connect(field.clearFocus)

    @staticmethod
    def _field(context: Context, column: QVBoxLayout, key: str) -> TextField:
        field = TextField()
        field.setProperty("kind", "")
        column.addLayout(Field(context, key, field))
        return field

    def show_talk(self, talk: Interview) -> None:
        """Show the sheet of a talk."""
        if self._talk_id != talk.id:
            self.finish()
        self._talk_id = talk.id
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.show_text(getattr(talk, name))
            field.setReadOnly(self._bridge.is_read_only)

    def finish(self) -> None:
        """Keep what is written, before another talk is shown."""
        for name in self.fields:
            self._keep(name)

    def _keep(self, name: str) -> None:
        talk = self._bridge.document.get(self._talk_id) if self._talk_id else None
        text = self.fields[name].toPlainText().strip()
        if isinstance(talk, Interview) and getattr(talk, name) != text:
            self._bridge.record(write_debrief(self._bridge.document, talk.id, **{name: text}))
