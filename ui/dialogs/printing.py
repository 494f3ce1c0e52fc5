"""What to put on paper: which sheets, on which paper, in which language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.printing import PrintJob
from ui.settings import SETTINGS
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField

SHEETS: tuple[tuple[str, str, str, str], ...] = (
    ("journey", "as_is", "ui.print_as_is", "ui.print_file_as_is"),
    ("journey", "to_be", "ui.print_to_be", "ui.print_file_to_be"),
    ("summary", "", "ui.print_summary", "ui.print_file_summary"),
)
"""What the export command calls it, which journey, its text, and the name of the file."""
_SUMMARY_PAPER = "A4"


class PrintDialog(Dialog):
    """Chooses sheets; every one becomes a PDF next to each other in one folder."""

    def __init__(self, context: Context, shown_journey: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.print_title", parent, width=440)
        rows = {row.key: row for row in SETTINGS}
        self._sheets: list[CheckBox] = []
        for _, journey, _, _ in SHEETS:
            box = CheckBox(context)
            box.setObjectName(f"print_{journey or 'summary'}")
            box.setChecked(journey in ("", shown_journey or "as_is"))
            box.toggled.connect(lambda _is_on: self._switch())
            self.page.addWidget(box)
            self._sheets.append(box)
        self.paper = _choice(context, rows["print_paper"].choices, context.settings.text("print_paper"))
        self.language = _choice(context, rows["language"].choices, context.texts.language)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(Field(context, "ui.setting_print_paper", self.paper), 1)
        row.addLayout(Field(context, "ui.print_language", self.language), 1)
        self.page.addSpacing(8)
        self.page.addLayout(row)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self._make = self.add_button("ui.print_make", kind="primary", is_default=True)
        self._make.clicked.connect(self._on_make)
        self.say()

    def jobs(self, folder: Path, name: str) -> list[PrintJob]:
        """Give the PDFs to make in `folder`, their names beginning with `name`."""
        language, paper = self.language.currentData(), self.paper.currentData()
        return [
            PrintJob(
                what,
                folder / f"{name} – {self.context.texts(file)}.pdf",
                language,
                paper if journey else _SUMMARY_PAPER,
                journey,
            )
            for (what, journey, _, file), box in zip(SHEETS, self._sheets, strict=True)
            if box.isChecked()
        ]

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        for (_, _, text, _), box in zip(SHEETS, self._sheets, strict=True):
            box.setText(self.context.texts(text))

    def _switch(self) -> None:
        self._make.setEnabled(any(box.isChecked() for box in self._sheets))

    def _on_make(self) -> None:
        self.context.settings.set("print_paper", self.paper.currentData())
        self.accept()


def _choice(context: Context, choices: tuple[tuple[str, str], ...], chosen: str) -> ChoiceField:
    box = ChoiceField(context)
    for value, label in choices:
        box.addItem(context.texts(label), value)
    box.setCurrentIndex(box.findData(chosen))
    return box
