"""A facilitator at her laptop, with nothing on it yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.facilitator import Facilitator

Start = Callable[[], Facilitator]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Start the program; a second time it finds what the first time left. All are closed at the end."""
    running: list[Facilitator] = []

    def begin() -> Facilitator:
        running.append(Facilitator(qtbot, qapp, tmp_path / "profile"))
        return running[-1]

    yield begin
    for person in running:
        person.leave()
    qapp.setStyleSheet("")


@pytest.fixture
def she(start: Start) -> Facilitator:
    """A facilitator who just started the program, in Dutch."""
    return start()
