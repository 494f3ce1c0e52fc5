"""Fields that are only looked at: what cannot be changed does not look as if it could."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.feeling_picker import FeelingButton
from ui.widgets.toggles import ToggleChip
from ui.widgets.trash import TrashButton

_SWITCHED_OFF = (QComboBox, FeelingButton, ToggleChip)


def show_look_only(page: QWidget) -> None:
    """Make every field below `page` one to read; text can still be chosen and copied."""
    for field in page.findChildren(QPlainTextEdit):
        field.setReadOnly(True)
        field.setPlaceholderText("")
    for line in page.findChildren(QLineEdit):
        line.setReadOnly(True)
        line.setPlaceholderText("")
    for bin_button in page.findChildren(TrashButton):
        bin_button.hide()
    for kind in _SWITCHED_OFF:
        for widget in page.findChildren(kind):
            widget.setEnabled(False)
