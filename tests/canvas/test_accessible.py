"""What a screen reader is told: every step and card with a name, a place and a state."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from canvas.accessible import AccessibleFactory, CanvasInterface
from canvas.view import JourneyCanvas
from sprint.edits.journey import add_step
from tests.canvas.desk import JOURNEY, Desk, Hands

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def factory() -> AccessibleFactory:
    """A factory that Qt knows; it lives as long as the tests."""
    made = AccessibleFactory(JourneyCanvas)
    made.install()
    return made


@pytest.fixture
def listener(factory: AccessibleFactory) -> Iterator[None]:
    """Pretend that somebody listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def names(canvas: JourneyCanvas) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(canvas)
    return [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]


def test_every_step_and_card_has_a_name_in_reading_order(canvas: JourneyCanvas, listener: None) -> None:
    found = names(canvas)
    assert len(found) == 8
    assert found[0] == "Stap “Ziet afval”, fase Aanleiding, website, gevoel −1, 1 pijl"
    assert "gevoel nog niet bekend" in found[1]
    assert found[3] == "Gedachte: Ik wil alleen melden, bij stap “Vult formulier in”"
    assert "21 dagen" in found[5]


def test_the_tree_survives_the_collector_and_follows_the_board(
    canvas: JourneyCanvas, desk: Desk, listener: None
) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(interface, CanvasInterface)
    assert interface.role() == QAccessible.Role.List
    for _ in range(3):
        gc.collect()
        assert len(names(canvas)) == 8
    desk.do(add_step(desk.document, desk.ids, JOURNEY, after="S4", title="Afval is weg"))
    canvas.settle()
    assert any("Afval is weg" in name for name in names(canvas))
    desk.undo()
    canvas.settle()
    assert len(names(canvas)) == 8


def test_places_and_states_follow_the_choice(canvas: JourneyCanvas, hands: Hands, listener: None) -> None:
    interface = QAccessible.queryAccessibleInterface(canvas)
    place = canvas.mapToGlobal(hands.at("S2").toPoint())
    hands.click(hands.at("S2"))
    index = interface.indexOfChild(interface.focusChild())
    child = interface.child(index)
    assert child.rect().contains(place)
    assert child.state().selected
    assert child.role() == QAccessible.Role.ListItem
    assert interface.childAt(place.x(), place.y()).text(QAccessible.Text.Name) == child.text(QAccessible.Text.Name)
    canvas.zoom(4)
    canvas.go_to("S0")
    assert child.state().offscreen


def test_who_listened_before_there_were_hands_hears_the_steps_once_there_are() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.canvas.listens_early"],
        cwd=ROOT,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("0 8 Stap “Ziet afval”")
