"""PySide6 6.12.0 loses one reference to None per call on Python 3.11 and ends the process after some minutes.

The pin in pyproject.toml keeps it out; this test proves that the installed one is sound.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 400


def lost_per_call(call: Callable[[], object]) -> float:
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return (before - sys.getrefcount(None)) / CALLS


@pytest.mark.parametrize("name", ["painter", "timer", "label", "parent"])
def test_calls_that_return_none_lose_no_reference(qtbot: QtBot, name: str) -> None:
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    painter, label, timer, lonely = QPainter(image), QLabel(), QTimer(), QObject()
    qtbot.addWidget(label)
    calls: dict[str, Callable[[], object]] = {
        "painter": lambda: painter.setPen(QColor(0, 0, 0)),
        "timer": timer.stop,
        "label": label.update,
        "parent": lonely.parent,
    }
    try:
        assert lost_per_call(calls[name]) < 0.1
    finally:
        painter.end()
