"""What the sprint is about: the challenge, for whom it is held and where; printed on report, book and sheets."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.about import change_sprint
from sprint.records import Sprint
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.widgets.fields import LineField, TextField

_NAMES = (
    ("challenge", "planner.challenge"),
    ("organisation", "planner.organisation"),
    ("place", "planner.place"),
)


class AboutSprint(QWidget):
    """Three fields, each kept as it is typed."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        challenge = TextField(self)
        challenge.setProperty("kind", "")
        challenge.entered.connect(challenge.clearFocus)
        self.fields: dict[str, TextField | LineField] = {
            "challenge": challenge,
            "organisation": LineField(self),
            "place": LineField(self),
        }
        below = QHBoxLayout()
        below.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, key in _NAMES:
            field = self.fields[name]
            home = column if name == "challenge" else below
            home.addLayout(Field(context, key, field, "planner.challenge_hint" if name == "challenge" else ""))
            field.typed.connect(lambda text, name=name: self._change(name, text))
            field.left.connect(bridge.break_merge)
        column.addLayout(below)
        bridge.document_changed.connect(self._on_diff)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document says."""
        sprint = self._bridge.document.sprint
        for name, field in self.fields.items():
            field.show_text(getattr(sprint, name))
            field.setReadOnly(self._bridge.is_read_only)

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, Sprint) for change in diff.changes.values() for record in change):
            self.refresh()

    def _change(self, name: str, text: str) -> None:
        self._bridge.do(change_sprint(self._bridge.document, **{name: text}), merge=f"sprint.{name}")
