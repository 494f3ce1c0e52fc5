"""Asks on which printer, how often, on which sides and which pages; the white edge is kept for each printer."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QWidget

from exports.options import MOST_MARGIN
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.printing_room.sending import Sending, is_range
from ui.widgets.fields import ChoiceField, LineField, NumberField
from ui.widgets.labels import TextLabel

MARGINS = "print_margins"
_MOST_COPIES = 99
_USUAL_MARGIN = "5"


class SendDialog(Dialog):
    """The last question before paper comes out."""

    def __init__(self, context: Context, printers: list[str], parent: QWidget | None = None) -> None:
        super().__init__(context, "print.send.title", parent, width=420)
        self._margins = read_margins(context.settings.text(MARGINS))
        self.printer = ChoiceField(context)
        self.printer.setObjectName("send_printer")
        self.printer.show_choices([(name, name) for name in printers])
        self.copies = NumberField(_MOST_COPIES)
        self.copies.show_number(1)
        self.sides = ChoiceField(context)
        texts = context.texts
        self.sides.show_choices(
            [
                ("one", texts("print.send.one_side")),
                ("long", texts("print.send.long_edge")),
                ("short", texts("print.send.short_edge")),
            ]
        )
        self.range = LineField()
        self.range.setObjectName("send_range")
        self.margin = LineField()
        self.margin.setObjectName("send_margin")
        self._wrong = TextLabel(context, "print.send.range_wrong", role="danger", wrap=True)
        for field in (
            Field(context, "print.send.printer", self.printer),
            Field(context, "print.send.copies", self.copies),
            Field(context, "print.send.duplex", self.sides),
            Field(context, "print.send.range", self.range),
            Field(context, "print.send.margin", self.margin, "print.send.margin_hint"),
        ):
            self.page.addLayout(field)
        self.page.addWidget(self._wrong)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self.go = self.add_button("print.send.go", kind="primary", is_default=True)
        self.go.clicked.connect(self._on_go)
        self.printer.chosen.connect(lambda _name: self._show_margin())
        self.range.textChanged.connect(self._switch)
        self.margin.textChanged.connect(self._switch)
        self._show_margin()
        self._switch()

    @property
    def sending(self) -> Sending:
        """What was answered."""
        return Sending(
            str(self.printer.currentData()),
            max(1, self.copies.number),
            str(self.sides.currentData()),
            self.range.text(),
        )

    @property
    def margin_text(self) -> str:
        """The white edge of the printer in millimetres, as the export command takes it."""
        return self.margin.text().strip().replace(",", ".") or _USUAL_MARGIN

    def _show_margin(self) -> None:
        self.margin.setText(self._margins.get(str(self.printer.currentData()), _USUAL_MARGIN))

    def _switch(self) -> None:
        is_right = is_range(self.range.text())
        self._wrong.setVisible(not is_right)
        self.go.setEnabled(is_right and _is_length(self.margin_text))

    def _on_go(self) -> None:
        self._margins[str(self.printer.currentData())] = self.margin_text
        self.context.settings.set(MARGINS, json.dumps(self._margins))
        self.accept()


def read_margins(text: str) -> dict[str, str]:
    """Read the white edges that were kept, by printer; what cannot be read is forgotten."""
    try:
        known = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(known, dict):
        return {}
    return {str(name): str(value) for name, value in known.items() if _is_length(str(value))}


def _is_length(text: str) -> bool:
    try:
        return 0 <= float(text) <= MOST_MARGIN
    except ValueError:
        return False
