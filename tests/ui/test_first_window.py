"""The first window is whole on every screen, and later it stands where it was left."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.main_window import MainWindow


def test_a_first_window_on_a_small_screen_is_no_larger_than_that_screen(context: Context, qtbot: QtBot) -> None:
    window = MainWindow(context, lambda: True)
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert screen.width() < 1440, "the screen of the tests is a small one"
    window.open_on_screen()
    assert window.isMaximized()


def test_a_window_comes_back_with_the_size_it_was_left_with(context: Context, qtbot: QtBot) -> None:
    window = MainWindow(context, lambda: True)
    qtbot.addWidget(window)
    window.show()
    window.resize(1111, 700)
    window.close()
    later = MainWindow(context, lambda: True)
    qtbot.addWidget(later)
    later.open_on_screen()
    assert not later.isMaximized()
    assert later.normalGeometry().width() <= 1111
    assert context.settings.text("window")


def test_a_kept_place_that_means_nothing_is_no_obstacle(context: Context, qtbot: QtBot) -> None:
    context.settings.set("window", "bm9uc2Vuc2U=")
    window = MainWindow(context, lambda: True)
    qtbot.addWidget(window)
    window.open_on_screen()
    assert window.isVisible()
