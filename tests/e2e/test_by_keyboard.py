"""Every surface of the program with the keyboard alone: Tab reaches all of it, by name, and Esc loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollBar, QWidget

from sprint.agenda import blocks_of, days_of
from tests.helpers.facilitator import Facilitator
from ui.panels.blocks import BlockNames

MOST_TABS = 500
STUDY = ("participants", "consent", "interview", "questions", "patterns", "answers", "privacy")
PLANNER = ("programme", "team", "preparation", "flight")


def exercises(she: Facilitator) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give one block for each working surface of the example."""
    names = BlockNames(she.session.context.texts)
    known: set[str] = set()
    for day in days_of(she.document):
        for block in blocks_of(she.document, day.id):
            head = names.head(block)
            if head is not None and head.surface not in known:
                known.add(head.surface)
                yield head.surface, lambda block=block: she.sprint.bench.open_block(block.id)


def pages(she: Facilitator) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give what is done before and after the exercises."""
    bench = she.sprint.bench
    for task in STUDY:
        yield f"study {task}", lambda task=task: bench.show_study(task)
    for task in PLANNER:
        yield f"planner {task}", lambda task=task: bench.show_planner(task)
    yield "day", lambda: bench.show_day(days_of(she.document)[0].id)
    yield "compare", lambda: she.do("compare")


def stops(page: QWidget) -> set[QWidget]:
    """Give what takes a Tab on this page."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not isinstance(widget, QScrollBar) and widget.focusProxy() is None and widget.window() is page.window()
        if not (isinstance(widget.parentWidget(), QAbstractScrollArea) and widget is widget.parentWidget().viewport())
        if not is_reached_by_arrows(widget)
    }


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Whether it is one of a few choices: Tab goes to the one that is on, the arrows to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return group is not None and group.exclusive() and group.checkedButton() is not None


def walked(page: QWidget) -> set[QWidget]:
    """Press Tab until it comes round, or everything on the page had the keyboard."""
    wanted, seen = stops(page), set()
    for _ in range(MOST_TABS):
        focus = QApplication.focusWidget()
        assert focus is not None, "Tab led nowhere"
        seen.add(focus)
        if wanted <= seen:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return seen


def named(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)() or getattr(widget, "placeholderText", str)()


@pytest.mark.parametrize("part", [exercises, pages])
def test_tab_reaches_everything_on_every_surface_and_escape_loses_nothing(
    she: Facilitator, part: Callable[[Facilitator], Iterator[tuple[str, Callable[[], object]]]]
) -> None:
    she.do("open_example")
    she.saved()
    faults = []
    for name, go in part(she):
        go()
        QApplication.processEvents()
        page = she.sprint.bench._middle.currentWidget()
        she.sprint.bench.take_focus()
        before, surface = len(she.document), she.sprint.bench.surface
        # Twice: what is gone to may show a form of its own.
        seen = walked(page) | walked(page)
        # A wall or a list that had the keyboard gave it to one of its cards.
        missed = [stop for stop in stops(page) - seen if not any(stop.isAncestorOf(widget) for widget in seen)]
        faults += [f"{name}: Tab misses {type(widget).__name__} {named(widget)!r}" for widget in missed]
        for widget in stops(page):
            if not named(widget):
                faults.append(f"{name}: no name for {type(widget).__name__}")
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                QTest.keyClick(widget, Qt.Key.Key_Escape)
        if (len(she.document), she.sprint.bench.surface) != (before, surface):
            faults.append(f"{name}: Esc changed something")
        if QApplication.focusWidget() is None:
            faults.append(f"{name}: after Esc nobody has the keyboard")
    assert faults == []
