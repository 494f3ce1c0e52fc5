"""The great search for garbage waits until hands rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.journey import memory
from ui.journey.memory import MemoryRest


class Knot:
    """Something that only the search can throw away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def usual_search() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_garbage_goes_when_nothing_happens_for_a_moment(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    monkeypatch.setattr(memory, "rest", lambda: searched.append(1))
    parent = QObject()
    rest = MemoryRest(parent)
    rest._timer.setInterval(1)
    rest.start()
    assert gc.get_threshold()[2] > 10
    qtbot.waitUntil(lambda: searched == [1])
    rest.stir()
    assert not rest._timer.isActive(), "once a minute is enough"
    rest.start()
    assert rest._timer.isActive(), "another journey was opened"


def test_what_lives_is_passed_over_and_what_is_dead_is_gone(qapp: object) -> None:
    Knot()
    memory.rest()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    assert not any(isinstance(one, Knot) for one in gc.get_objects())
