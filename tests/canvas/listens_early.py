"""A program of its own in which a screen reader listens before the canvas can speak; says what it hears afterwards."""

from __future__ import annotations

import gc
import os
import sys

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from assets.palette import load_theme
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.i18n import Translator
from tests.canvas.desk import JOURNEY, Desk, litter


def main() -> None:
    """Listen before there are hands and after; print how much could be heard each time."""
    app = QApplication([])
    QAccessible.setActive(True)
    canvas = JourneyCanvas(Desk(litter()), Translator.load("nl"), CanvasStyle.from_theme(load_theme("light")))
    canvas.resize(1400, 1000)
    canvas.show_journey(JOURNEY)
    canvas.show()
    canvas.setFocus()
    app.processEvents()
    before = QAccessible.queryAccessibleInterface(canvas).childCount()
    canvas.commands.steps()
    app.processEvents()
    gc.collect()
    heard = QAccessible.queryAccessibleInterface(canvas)
    print(before, heard.childCount(), heard.child(0).text(QAccessible.Text.Name))
    sys.stdout.flush()
    os._exit(0)  # how a program lets go of everything in order is the matter of ui.app


if __name__ == "__main__":
    main()
