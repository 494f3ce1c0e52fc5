"""A thin line between two parts of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def upright_divider() -> QFrame:
    """Make a line that stands between a left and a right part."""
    line = QFrame()
    line.setProperty("role", "divider")
    line.setFixedWidth(1)
    return line
