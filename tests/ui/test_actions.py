from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assets.icons import icon_names
from sprint.i18n import LANGUAGES, Translator
from ui.actions import ROWS, ActionRow, ActionSet
from ui.commands import Commands
from ui.context import Context
from ui.dialogs.shortcuts import CANVAS_KEYS, ShortcutsDialog
from ui.menus import MENU, MainMenu
from ui.palette import CommandPalette, plain
from ui.program import Program
from ui.situation import Situation

BUSY = Situation("canvas", True, False, True, True, "Stap verplaatsen", "Kaart schrijven", 2, "as_is", True)


class Listener:
    """Notes which command was asked for, whatever its name."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        return lambda *_what: self.asked.append(name)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def actions(context: Context, qtbot: QtBot, listener: Listener) -> Iterator[ActionSet]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ActionSet(context, listener, window)
    made.refresh(BUSY)
    yield made
    window.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_is_complete(row: ActionRow) -> None:
    assert all(Translator.load(language).has(row.text) for language in LANGUAGES)
    assert row.icon in icon_names()
    assert all(not QKeySequence(keys).isEmpty() for keys in row.keys)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_asks_for_a_command_that_there_is(row: ActionRow, listener: Listener) -> None:
    row.run(listener)
    (asked,) = listener.asked
    assert hasattr(Commands, asked)
    assert hasattr(Program, asked)


def test_no_two_rows_share_an_id_or_a_key() -> None:
    assert [row for row, times in Counter(row.id for row in ROWS).items() if times > 1] == []
    assert [keys for keys, times in Counter(keys for row in ROWS for keys in row.keys).items() if times > 1] == []


def test_every_row_is_in_the_menu_once() -> None:
    assert Counter(row_id for _, rows in MENU for row_id in rows) == Counter(row.id for row in ROWS)


def test_every_action_does_what_its_row_says(actions: ActionSet, listener: Listener) -> None:
    for row, action in actions:
        actions.refresh(BUSY if row.when(BUSY) else replace(BUSY, surface="exercise"))
        action.trigger()
        expected = Listener()
        row.run(expected)
        assert listener.asked[-1:] == expected.asked


def test_on_the_home_screen_only_what_is_possible_is_on(actions: ActionSet) -> None:
    actions.refresh(Situation())
    on = {row.id for row, action in actions if action.isEnabled()}
    assert {"new_sprint", "open", "open_example", "quit", "settings"} <= on
    assert on & {"undo", "print", "save_copy", "delete", "fit", "moments"} == set()


def test_looking_only_means_that_nothing_can_be_changed(actions: ActionSet) -> None:
    actions.refresh(Situation("canvas", True, True, chosen=1, journey="as_is"))
    on = {row.id for row, action in actions if action.isEnabled()}
    assert on & {"undo", "delete", "rename", "add_step", "link", "save_moment"} == set()
    assert {"print", "save_copy", "fit"} <= on


def test_undo_and_redo_name_what_they_do_in_the_language_of_the_screen(actions: ActionSet, context: Context) -> None:
    assert actions["undo"].text() == "Ongedaan maken: Stap verplaatsen"
    assert actions["redo"].text() == "Opnieuw: Kaart schrijven"
    context.texts.set_language("en")
    assert actions["undo"].text().startswith("Undo")


def test_the_journey_on_the_screen_is_marked(actions: ActionSet) -> None:
    assert actions["show_as_is"].isChecked()
    assert not actions["show_to_be"].isChecked()


def test_the_menu_speaks_the_language_of_the_screen(actions: ActionSet, context: Context, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = MainMenu(context, actions, parent)
    menu.fill()
    words = ["Sprint", "Bewerken", "Beeld", "Voorbereiden", "Repetitie", "Het werk", "Inwoners", "Klok", "Zaal", "Hulp"]
    assert [action.text() for action in menu.menu.actions()] == words
    context.texts.set_language("en")
    words = ["Sprint", "Edit", "View", "Prepare", "Rehearsal", "The work", "Citizens", "Clock", "Room", "Help"]
    assert [action.text() for action in menu.menu.actions()] == words


def test_the_palette_finds_by_a_few_letters_and_does_it(
    actions: ActionSet, context: Context, qtbot: QtBot, listener: Listener
) -> None:
    palette = CommandPalette(context, actions)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette.field, "kop bew")
    assert palette.list.count() == 1
    qtbot.keyClick(palette.field, "\r")
    assert listener.asked == ["save_copy"]
    assert not palette.isVisible()


def test_the_palette_offers_only_what_can_be_done_now(actions: ActionSet, context: Context, qtbot: QtBot) -> None:
    actions.refresh(Situation())
    palette = CommandPalette(context, actions)
    qtbot.addWidget(palette)
    assert not any("Afdrukken" in palette.list.item(row).text() for row in range(palette.list.count()))


def test_accents_do_not_matter_when_searching() -> None:
    assert plain("Reservekopieën") == "reservekopieen"


def test_the_sheet_of_keys_shows_every_row_that_has_one(actions: ActionSet, context: Context, qtbot: QtBot) -> None:
    sheet = ShortcutsDialog(context, actions)
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    for row in ROWS:
        assert not row.keys or context.texts(row.text) in shown
    for _, does in CANVAS_KEYS:
        assert context.texts(does) in shown
