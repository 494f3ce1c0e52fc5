"""The settings, made from their table: a row more in `ui.settings` is a line more here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.settings import LONGEST_TEXT, SETTINGS, Setting
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField


class SettingsDialog(Dialog):
    """Every choice counts at once; there is nothing to confirm."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.settings_title", parent, width=760)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.page.addLayout(self._grid)
        self._boxes: list[tuple[Setting, ChoiceField | CheckBox]] = []
        for row in SETTINGS:
            if not row.is_shown:
                continue
            if row.choices:
                self._add_choice(row)
            elif isinstance(row.default, str):
                self._add_text(row)
            else:
                self._add_switch(row)
        self.add_button("ui.done", kind="primary", is_default=True).clicked.connect(self.accept)
        self.say()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        texts = self.context.texts
        for row, box in self._boxes:
            if isinstance(box, ChoiceField):
                for index, (_, label) in enumerate(row.choices):
                    box.setItemText(index, texts(label))
            else:
                box.setText(texts(row.label))

    def _next_place(self) -> tuple[int, int]:
        """Give the next place, two beside each other: one column is higher than a small screen."""
        return divmod(self._grid.count(), 2)

    def _add_choice(self, row: Setting) -> None:
        box = ChoiceField(self.context)
        box.setObjectName(f"setting_{row.key}")
        for value, label in row.choices:
            box.addItem(self.context.texts(label), value)
        box.setCurrentIndex(box.findData(self.context.settings.get(row.key)))
        box.chosen.connect(lambda value, key=row.key: self.context.settings.set(key, value))
        self._grid.addLayout(Field(self.context, row.label, box), *self._next_place())
        self._boxes.append((row, box))

    def _add_text(self, row: Setting) -> None:
        field = QLineEdit(self.context.settings.text(row.key))
        field.setObjectName(f"setting_{row.key}")
        field.setMaxLength(LONGEST_TEXT)
        field.editingFinished.connect(lambda: self.context.settings.set(row.key, field.text().strip()))
        self._grid.addLayout(Field(self.context, row.label, field), *self._next_place())

    def _add_switch(self, row: Setting) -> None:
        box = CheckBox(self.context)
        box.setObjectName(f"setting_{row.key}")
        box.setChecked(self.context.settings.is_on(row.key))
        box.toggled.connect(lambda is_on, key=row.key: self.context.settings.set(key, is_on))
        self._grid.addWidget(box, *self._next_place(), Qt.AlignmentFlag.AlignBottom)
        self._boxes.append((row, box))
