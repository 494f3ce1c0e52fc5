"""A field for a date in the language of the screen, and dates as short as that language makes them."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from ui.context import Context

_INSET = 6


class DateField(QDateEdit):
    """A date; the wheel scrolls the page and never the date."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = context.texts
        self.setCalendarPopup(False)
        self.setMinimumWidth(170)
        # The style sheet sets in the box, not the words inside it.
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        context.texts.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.setLocale(QLocale(self._texts.language))
        self.setDisplayFormat("ddd d MMM yyyy")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def short_date(iso: str, language: str) -> str:
    """Write an ISO date as "di 3 nov"; what is no date comes back as it is."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale(language).toString(date, "ddd d MMM") if date.isValid() else iso
