"""Fixtures of the whole program: she starts it, has the example open, or has it open in a second window."""

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


@pytest.fixture
def with_example(she: Facilitator) -> None:
    """The example is open before the test begins."""
    she.do("open_example")


@pytest.fixture
def second(start: Start) -> Facilitator:
    """She opened in a second window what is open in the first."""
    first = start()
    first.do("open_example")
    first.saved()
    path = first.sprint.path
    assert path is not None
    first.sprint.bridge.workspace.store.mirror()
    beside = start()
    assert beside.program.open_path(path)
    return beside
