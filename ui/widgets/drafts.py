"""What is typed into a "next one" field is never thrown away: not by leaving the field, and not by a dead battery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from sprint.edits.drafts import draft_id, draft_text, keep_draft
from ui.bridge import SprintBridge
from ui.widgets.fields import LineField, TextField


class DraftKeeper(QObject):
    """Keeps the words of one field with the sprint while they are typed, and enters them when the field is left.

    Going to another program and coming back is not leaving, nor is choosing a kind or a citizen within the form.
    """

    def __init__(
        self, bridge: SprintBridge, field: LineField | TextField, form: QWidget, kind: str, enter: Callable[[], object]
    ) -> None:
        super().__init__(form)
        self._bridge, self._field, self._form, self._kind, self._enter = bridge, field, form, kind, enter
        self._place = ""
        field.typed.connect(self._on_typed)
        field.left.connect(self._on_left)

    def show_place(self, record_id: str) -> None:
        """Write at another block or step: what was being written is entered there, what was left here comes back."""
        if record_id == self._place:
            return
        if self._place:
            self._enter()
        self._place = record_id
        self._field.show_text(draft_text(self._bridge.document, self._name) if record_id else "")

    def done(self) -> None:
        """Empty the field: its words are a record now."""
        self._field.show_text("")
        self._keep("")

    @property
    def _name(self) -> str:
        return draft_id(self._kind, self._place)

    def _on_typed(self, text: str) -> None:
        self._keep(text)

    def _keep(self, text: str) -> None:
        if self._place:
            self._bridge.record(keep_draft(self._bridge.document, self._name, text))

    def _on_left(self) -> None:
        focus = QApplication.focusWidget()
        is_away = focus is None and not self._form.window().isActiveWindow()
        if not is_away and (focus is None or not self._form.isAncestorOf(focus)):
            self._enter()
