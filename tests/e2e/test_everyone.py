"""The window can be used by everybody: by name, by keyboard, with a large finger, on a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollBar, QWidget

from sprint.journeys import steps_of
from sprint.records import Block, Step
from tests.helpers.facilitator import Facilitator
from tests.helpers.starting import Start

SMALLEST_TARGET = 32
SURFACES = ("home", "canvas", "exercise", "new_sprint", "settings", "shortcuts", "palette", "moments", "print")


def go(she: Facilitator, surface: str) -> QWidget:
    if surface not in ("home", "new_sprint"):
        she.do("open_example")
    if surface == "canvas":
        she.sprint.bench.canvas.select([steps_of(she.document, she.sprint.bench.canvas.journey_id)[0].id])
    elif surface == "exercise":
        she.sprint.bench.show_block(next(iter(she.document.table(Block))))
    elif surface != "home":
        she.do(surface)
    QApplication.processEvents()
    return she.front()


def takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
        return False
    # What a field or a list is made of is not reached by itself.
    parent = widget.parentWidget()
    return not (widget.focusProxy() or (isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()))


def put_away(front: QWidget, she: Facilitator) -> None:
    if front is not she.window:
        front.close()


@pytest.mark.parametrize("surface", SURFACES)
def test_everything_that_takes_the_focus_has_a_name(she: Facilitator, surface: str) -> None:
    front = go(she, surface)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
        for widget in front.findChildren(QWidget)
        if takes_focus(widget) and not (widget.accessibleName() or getattr(widget, "text", str)())
        if not isinstance(widget, QAbstractScrollArea) or widget.metaObject().className() != "QScrollArea"
        if widget.objectName() != "home"
    ]
    put_away(front, she)
    assert nameless == []


@pytest.mark.parametrize("surface", SURFACES)
def test_every_button_is_large_enough(she: Facilitator, surface: str) -> None:
    front = go(she, surface)
    small = [
        f"{type(button).__name__} {button.objectName() or button.text()!r} {button.width()}×{button.height()}"
        for button in front.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < SMALLEST_TARGET
    ]
    put_away(front, she)
    assert small == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("surface", ["home", "canvas", "exercise"])
def test_nothing_needs_more_than_1280_by_720(she: Facilitator, language: str, surface: str) -> None:
    she.session.context.settings.set("language", language)
    go(she, surface)
    needed = she.window.minimumSizeHint()
    assert (needed.width() <= 1280, needed.height() <= 720) == (True, True), needed


def test_on_a_small_screen_the_details_are_a_drawer_that_escape_closes(she: Facilitator) -> None:
    go(she, "canvas")
    bench = she.sprint.bench
    she.window.resize(1280, 720)
    QApplication.processEvents()
    assert not bench.details.isVisible()
    width = bench.canvas.width()
    she.do("details")
    assert bench.details.isVisible()
    assert bench.canvas.width() == width
    QTest.keyClick(bench.details, Qt.Key.Key_Escape)
    assert not bench.details.isVisible()
    she.window.resize(1600, 900)
    QApplication.processEvents()
    assert bench.details.isVisible()
    assert bench.canvas.width() + bench.details.width() < 1600


def test_undo_reaches_back_into_the_session_before(start: Start) -> None:
    she = start()
    she.do("open_example")
    path = she.sprint.path
    assert path is not None
    step = steps_of(she.document, she.sprint.bench.canvas.journey_id)[0]
    she.sprint.bench.canvas.select([step.id])
    she.do("delete")
    she.do("close_sprint")
    assert she.program.open_path(path)
    she.qtbot.waitUntil(lambda: she.program.actions["undo"].isEnabled())
    she.do("undo")
    assert isinstance(she.document.get(step.id), Step)
