"""The kept moments of a sprint: keep this one, look at one, go back to one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from sprint.records import Moment
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Dialog
from ui.widgets.button import Button
from ui.widgets.labels import TextLabel


class MomentsDialog(Dialog):
    """Lists the moments, the latest first; it asks, the program looks and restores."""

    keep_requested = Signal(str)
    look_requested = Signal(object)
    restore_requested = Signal(object)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.moments_title", parent, width=560)
        self._bridge = bridge
        self.page.addWidget(TextLabel(context, "ui.moments_line", role="muted", wrap=True))
        row = QHBoxLayout()
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self._keep = Button(context, "ui.moments_keep", kind="primary")
        self._keep.setObjectName("moments_keep")
        self._keep.clicked.connect(self._on_keep)
        self.name.returnPressed.connect(self._on_keep)
        row.addWidget(self.name, 1)
        row.addWidget(self._keep)
        self.page.addLayout(row)
        self.list = QListWidget()
        self.list.setMinimumHeight(240)
        self.page.addWidget(self.list, 1)
        self._empty = TextLabel(context, "ui.moments_none", role="muted", wrap=True)
        self.page.addWidget(self._empty)
        self._look = self.add_button("ui.moments_look")
        self._look.clicked.connect(lambda: self._ask(self.look_requested))
        self._restore = self.add_button("ui.moments_restore")
        self._restore.clicked.connect(lambda: self._ask(self.restore_requested))
        self.add_button("ui.done").clicked.connect(self.accept)
        self.list.currentRowChanged.connect(lambda _row: self._switch())
        # A bound method of a dialog is let go with the dialog; a lambda would be called after it is gone.
        bridge.document_changed.connect(self._on_diff)
        self.say()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        texts = self.context.texts
        self.name.setPlaceholderText(texts("ui.moments_name_hint"))
        self.name.setAccessibleName(texts("ui.moments_name"))
        self.list.setAccessibleName(texts("ui.moments_title"))
        self._show()

    def _show(self) -> None:
        kept = self.list.currentRow()
        self.list.clear()
        for moment in self._bridge.workspace.moments():
            item = QListWidgetItem(f"{moment.name}    {self._when(moment)}")
            item.setData(Qt.ItemDataRole.UserRole, moment)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, kept) if self.list.count() else -1)
        self.list.setVisible(self.list.count() > 0)
        self._empty.setVisible(self.list.count() == 0)
        self._switch()

    def _on_diff(self, _diff: object) -> None:
        self._show()

    def _when(self, moment: Moment) -> str:
        try:
            at = datetime.fromisoformat(moment.at).astimezone()
        except ValueError:
            return moment.at
        day = self.context.texts.translator.date(at.date().isoformat())
        return self.context.texts("ui.day_and_time", day=day, time=f"{at:%H:%M}")

    def _switch(self) -> None:
        is_chosen = self.list.currentItem() is not None
        is_writable = not self._bridge.is_read_only
        self._look.setEnabled(is_chosen)
        self._restore.setEnabled(is_chosen and is_writable)
        self._keep.setEnabled(is_writable)
        self.name.setEnabled(is_writable)

    def _on_keep(self) -> None:
        name = self.name.text().strip() or self.context.texts("ui.moments_no_name")
        self.name.clear()
        self.keep_requested.emit(name)

    def _ask(self, signal: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            moment = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            signal.emit(moment)
