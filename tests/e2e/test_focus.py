"""The keyboard stays with the work: no key that was meant for the journey is typed in the name of the sprint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sprint.journeys import steps_of
from sprint.records import Step
from tests.helpers.facilitator import Facilitator


@pytest.fixture
def example(she: Facilitator) -> Facilitator:
    """She has the example before her, with its first step chosen."""
    she.do("open_example")
    she.saved()
    bench = she.sprint.bench
    bench.canvas.select([steps_of(she.document, bench.canvas.journey_id)[0].id])
    return she


def settle() -> None:
    QApplication.processEvents()


def is_at_work(she: Facilitator) -> bool:
    settle()
    focus = QApplication.focusWidget()
    canvas = she.sprint.bench.canvas
    return focus is not None and (focus is canvas or canvas.isAncestorOf(focus))


def title_field(she: Facilitator) -> QLineEdit:
    field = she.window.findChild(QLineEdit, "sprint_title")
    assert field is not None
    return field


def test_closing_the_details_gives_the_keys_back_to_the_journey(example: Facilitator) -> None:
    she = example
    tabs = she.sprint.bench.details.step.tabs.buttons
    tabs[2].setFocus()
    she.do("details")
    assert is_at_work(she)
    title = she.document.sprint.title
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    settle()
    assert she.document.sprint.title == title


@pytest.mark.parametrize("dialog", ["print", "moments", "settings", "shortcuts", "palette"])
def test_closing_a_dialog_gives_the_keys_back_to_the_journey(example: Facilitator, dialog: str) -> None:
    she = example
    she.sprint.bench.finish_writing()
    she.do(dialog)
    settle()
    QTest.keyClick(she.front(), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    she.window.activateWindow()  # the offscreen screen has no window manager that does this
    she.qtbot.waitUntil(lambda: QApplication.activeWindow() is she.window)
    assert is_at_work(she)


def test_a_pressed_button_in_the_header_leaves_the_keys_with_the_journey(example: Facilitator) -> None:
    she = example
    she.sprint.bench.canvas.setFocus()
    for name in ("button_show_to_be", "button_show_as_is", "button_details", "button_details"):
        she.press(name)
        assert is_at_work(she), name


def test_starting_the_clock_hides_its_button_and_the_journey_has_the_keys(example: Facilitator) -> None:
    she = example
    buttons = she.sprint.bench.clock.findChildren(QWidget)
    button = next(b for b in buttons if b.accessibleName() == "Start de klok" and b.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    title = she.document.sprint.title
    QTest.keyClicks(QApplication.focusWidget(), "q")
    settle()
    assert she.document.sprint.title == title


def test_closing_a_strip_leaves_the_keys_and_undo_with_the_journey(example: Facilitator) -> None:
    she = example
    step = steps_of(she.document, she.sprint.bench.canvas.journey_id)[0]
    she.do("delete")
    she.messages.tell("Een zin in een strook.")
    she.press("Sluiten")
    assert is_at_work(she)
    she.keys("Ctrl+Z")
    assert isinstance(she.document.get(step.id), Step)


def test_the_name_of_the_sprint_changes_only_on_purpose(example: Facilitator) -> None:
    she = example
    field, title = title_field(she), she.document.sprint.title
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == title
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Iets anders")
    assert field.text() == "Iets anders"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert is_at_work(she)
    assert (field.text(), she.document.sprint.title) == (title, title)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "Ik wil iets anders")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert is_at_work(she)
    assert she.document.sprint.title == "Ik wil iets anders"


def test_enter_in_the_details_is_done_and_the_journey_has_the_keys(example: Facilitator) -> None:
    she = example
    field = she.sprint.bench.details.step.title
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert is_at_work(she)


def test_edits_after_the_list_of_moments_was_closed_are_no_mistake(example: Facilitator) -> None:
    she = example
    she.do("moments")
    QTest.keyClick(she.front(), Qt.Key.Key_Escape)
    she.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    settle()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: the dialog is really gone
    she.do("delete")
    she.session.context.texts.set_language("en")
    assert "Er ging iets mis" not in she.notices()


def test_tab_reaches_the_rail_and_the_strip_above_the_canvas(example: Facilitator) -> None:
    she = example
    bench = she.sprint.bench
    reached: set[QWidget] = set()
    for _ in range(120):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached |= {part for part in (bench.rail, bench.journey.strip, bench.clock) if part.isAncestorOf(focus)}
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        settle()
    assert reached == {bench.rail, bench.journey.strip, bench.clock}
