"""Everybody can reach everything of the planner: by ear, by keyboard, with a finger, in every language and look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from assets.palette import theme_names
from sprint.edits.planner import add_day, resize_block, skip_blocks
from sprint.edits.team import add_person
from tests.ui.planner.conftest import Hands
from ui.planner.commands import PlannerTask
from ui.planner.page import TABS
from ui.planner.tile import BlockTile

SMALLEST_TARGET = 32
PLACES = [*TABS, "block", "day", "insert", "check"]
pytestmark = pytest.mark.usefixtures("dressed")


def go(hands: Hands, place: str) -> QWidget:
    bridge, document = hands.stage.bridge, hands.stage.document
    bridge.do(add_person(document, bridge.ids, "Ineke"))
    bridge.do(skip_blocks(document, ["b1"]))
    bridge.do(resize_block(document, "b3", 200))
    if place in TABS:
        hands.page.open(place)
        if place == "preparation":
            hands.press("Maak de lijst")
    elif place in ("block", "day"):
        hands.programme.go_to("b3" if place == "block" else "day1")
    else:
        hands.programme.tabs.open(1 if place == "insert" else 2)
    QApplication.processEvents()
    return hands.page


def takes_focus(widget: QWidget) -> bool:
    if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible() or widget.focusProxy():
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea):
        return widget is not parent.viewport()
    # The line in a box of dates belongs to the box.
    return not (isinstance(widget, QLineEdit) and parent is not None and parent.metaObject().className() == "DateField")


@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_focus_has_a_name(hands: Hands, place: str) -> None:
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in go(hands, place).findChildren(QWidget)
        if takes_focus(widget) and not (widget.accessibleName() or getattr(widget, "text", str)())
        if widget.metaObject().className() not in ("QScrollArea", "QScrollBar")
    ]
    assert nameless == []


@pytest.mark.parametrize("place", PLACES)
def test_every_button_is_large_enough_for_a_finger(hands: Hands, place: str) -> None:
    small = [
        f"{type(button).__name__} {button.text() or button.accessibleName()!r} {button.width()}×{button.height()}"
        for button in go(hands, place).findChildren(QAbstractButton)
        # A block is as high as its minutes; everything it can do is also beside the timetable.
        if button.isVisible() and not isinstance(button, BlockTile)
        if min(button.width(), button.height()) < SMALLEST_TARGET
    ]
    assert small == []


@pytest.mark.parametrize("place", PLACES)
def test_no_words_are_cut_off_and_none_read_markup(hands: Hands, place: str) -> None:
    labels = [label for label in go(hands, place).findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    wrapped = [label for label in labels if label.wordWrap()]
    # A label that wraps knows its height only at its width: a column is laid out in a few rounds.
    hands.stage.qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in wrapped))


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_the_other_language_is_left(hands: Hands, place: str) -> None:
    page = go(hands, place)
    texts = hands.stage.context.texts
    texts.set_language("en")
    QApplication.processEvents()
    english = shown(page)
    texts.set_language("nl")
    QApplication.processEvents()
    dutch = shown(page)
    texts.set_language("en")
    QApplication.processEvents()
    assert shown(page) == english
    kept = {"Ineke", "Begrijpen", "Bedenken", "Interviewer", "Facilitator", "Team", "Lunch", "Kano-", "Crazy 8s"}
    same = {text for text in english & dutch if any(letter.isalpha() for letter in text)}
    assert {text for text in same if not any(word in text for word in kept)} - {"Week"} == set()


def shown(page: QWidget) -> set[str]:
    found = set()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            found.add(widget.accessibleName())
            if isinstance(widget, QLabel | QAbstractButton):
                found.add(widget.text())
            if isinstance(widget, QLineEdit):
                found.add(widget.placeholderText())
    return found


@pytest.mark.parametrize("theme", theme_names())
def test_it_can_be_painted_in_every_look(hands: Hands, theme: str) -> None:
    hands.stage.context.theme.set_name(theme)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet(hands.stage.context.theme.stylesheet())
    for place in PLACES:
        image = go(hands, place).grab().toImage()
        assert image.pixelColor(image.width() // 2, 2) == hands.stage.context.theme.colour("paper")


@pytest.mark.parametrize("task", TABS)
def test_nine_half_days_fit_in_a_small_window(hands: Hands, task: PlannerTask) -> None:
    for number in range(7):
        hands.stage.bridge.do(add_day(hands.stage.document, hands.stage.bridge.ids, f"Dagdeel {number}"))
    page = go(hands, task)
    page.resize(1032, 560)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 1032
    if task == "team":
        (row,) = hands.page.team.rows.values()
        assert row.bin.mapTo(page, row.bin.rect().bottomRight()).x() <= 1032
