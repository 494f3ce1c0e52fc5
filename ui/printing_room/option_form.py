"""The options of one item, made from the table of options: a choice or a field for every row that counts for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.options import Choice, Form
from exports.paper import Paper
from ui.context import Context
from ui.dialogs.base import Field
from ui.printing_room.items import PrintItem
from ui.texts import Texts
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField, LineField

_LIMITED = {"paper": "papers", "orientation": "orientations", "form": "suffixes"}
_AS_WRITTEN = {*Paper, *Form, "8", "15"}


class OptionForm(ScrollColumn):
    """Shows the options of an item and tells when one is chosen."""

    changed = Signal(str, str)
    """The name of an option, and its value ("" for the usual one)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self._context = context
        self._inside: QWidget | None = None

    def show_item(self, item: PrintItem, values: dict[str, str]) -> None:
        """Show the options of an item with what was chosen for it."""
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2, 0, 6, 0)
        column.setSpacing(12)
        for row in item.output.choices:
            is_asked = bool(row.label) and (not row.needs or bool(values.get(row.needs)))
            may_differ = len(_values(row, item)) != 1 or row.name not in _LIMITED
            if is_asked and may_differ:
                column.addLayout(Field(self._context, row.label, self._widget(row, item, values.get(row.name, ""))))
        column.addStretch(1)
        self.column.addWidget(self._inside, 1)

    def _widget(self, row: Choice, item: PrintItem, value: str) -> QWidget:
        if not row.choices:
            field = LineField()
            field.setObjectName(f"option_{row.name}")
            field.setText(value or (row.usual if row.usual != "0" else ""))
            field.left.connect(lambda: self.changed.emit(row.name, field.text().strip()))
            return field
        box = ChoiceField(self._context)
        box.setObjectName(f"option_{row.name}")
        has_usual = row.name == "paper" or bool(row.usual)
        known = _values(row, item)
        texts = self._context.texts
        nothing: list[tuple[object, str]] = [] if has_usual else [("", texts(row.none))]
        box.show_choices([*nothing, *((one, _said(one, texts)) for one in known)])
        box.show_value(value or row.usual or (known[0] if has_usual else ""))
        box.chosen.connect(lambda chosen: self.changed.emit(row.name, str(chosen)))
        return box


def _values(row: Choice, item: PrintItem) -> list[str]:
    """Give the values that are possible for an item."""
    limited = getattr(item.output, _LIMITED[row.name]) if row.name in _LIMITED else row.choices
    return [str(value).removeprefix(".") for value in limited]


def _said(value: str, texts: Texts) -> str:
    return value if value in _AS_WRITTEN else texts(f"print.value.{value}")
