"""A program that starts with a file: the journey comes first, the rest right after it, and no key is lost meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sprint.example import example_diff
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.helpers.messages import ScriptedMessages
from ui.app import Session
from ui.bench_sides import FOOT_HEIGHT
from ui.open_sprint import OpenSprint


@pytest.fixture
def begun(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """The program with the example opened, and its window not on the screen yet."""
    path = tmp_path / "a.sprint"
    Workspace.create(path, example_diff("nl"), Folders(tmp_path / "profile" / "data")).close()
    session = Session(qapp, tmp_path / "profile", ScriptedMessages)
    session.program.window.resize(1600, 900)
    assert session.program.open_path(path)
    yield session
    session.end()
    session.program.window.close()
    session.program.window.deleteLater()
    qapp.setStyleSheet("")


def opened(session: Session) -> OpenSprint:
    found = session.program.sprint
    assert found is not None
    return found


def show(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(opened(session).completed, timeout=10_000):
        session.program.window.show()


def test_the_first_frame_keeps_places_and_everything_comes_into_them(begun: Session, qtbot: QtBot) -> None:
    bench = opened(begun).bench
    assert (bench._details, bench._cockpit) == (None, None), "the first frame waits for neither"
    shown: list[tuple[int, int, int]] = []

    def measure() -> None:
        scroll = bench.rail._scroll.verticalScrollBar().value()
        shown.append((bench.canvas.width(), bench.canvas.height(), scroll))

    begun.program.window.first_painted.connect(measure)
    show(qtbot, begun)
    measure()
    assert shown[0] == shown[1], "nothing jumps"
    assert bench.details.isVisible()
    assert bench.clock.isVisible()
    assert bench.clock.height() == FOOT_HEIGHT
    assert begun.program.actions["print"].icon().isNull() is False


def test_a_key_before_the_clock_is_there_is_not_lost(begun: Session, qtbot: QtBot) -> None:
    bench = opened(begun).bench
    QTest.keyClick(bench.canvas, Qt.Key.Key_Space)
    assert opened(begun).situation().is_on_clock
    show(qtbot, begun)
    assert bench.cockpit.clock.run is not None
    bench.cockpit.clock.finish()


def test_what_is_chosen_before_the_details_are_there_stands_in_them(begun: Session, qtbot: QtBot) -> None:
    bench = opened(begun).bench
    first = bench.canvas.scene.board.reading_order()[0]
    bench.canvas.select([first])
    show(qtbot, begun)
    assert bench.details.step.isVisible()


def test_a_sprint_that_is_closed_before_the_first_frame_leaves_home_behind(begun: Session, qtbot: QtBot) -> None:
    begun.program.close_sprint()
    begun.program.window.show()
    qtbot.waitUntil(lambda: begun.program.window.is_painted)
    assert begun.program.home.isVisible()
