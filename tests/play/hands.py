"""Hands over the working surfaces, and the example as the script of what they write.

`Room` is one facilitator with one open sprint. She goes to a block by its station, types where the keyboard is, presses
what she can see by the words on it (`room.t("vote.start")` gives those words in the language of the play) and reads
what to write from `room.script`, the whole example. Nothing here changes the document in another way than a person
can; `bench` and `surface` are there to find widgets. Keys and clicks are counted for `tests/bench/four_days.py`.

    def hopes_fears(room: Room) -> None:
        room.open("hopes_fears")
        for note in room.script_notes("hopes_fears"):
            room.line(f"@{room.name_of(note.person_id)} {note.text}")
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget

from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.edits.notes import notes_of
from sprint.records import Block, Note, ParkedItem, Person, VoteRound
from sprint.votes.rounds import ballots_of, rounds_of
from tests.helpers.facilitator import Facilitator
from tests.play.stage import LAST, example_until, save_stage
from ui.exercises.base import WorkSurface
from ui.exercises.wall import CardWall
from ui.workbench import Workbench

_LAST_PLAIN = "~"
_LONG, _TYPED = 16, 3
NO = Qt.KeyboardModifier.NoModifier
Play = Callable[["Room"], None]
S = TypeVar("S", bound=WorkSurface)
W = TypeVar("W", bound=QWidget)


class Room:
    """A facilitator at work on one day of the sprint, with what she is going to write."""

    def __init__(self, she: Facilitator, day: int, language: str, *, pastes: bool = False) -> None:
        self.she, self.day, self.language, self.pastes = she, day, language, pastes
        self.script = example_until(LAST + 1, language)
        self.keys = self.clicks = 0

    # ---- what there is

    @property
    def document(self) -> Document:
        """What is in the sprint now."""
        return self.she.document

    @property
    def bench(self) -> Workbench:
        """The workbench, to find widgets on."""
        return self.she.sprint.bench

    def t(self, key: str, **params: object) -> str:
        """Give words of the program in the language of the play."""
        return self.she.session.context.texts(key, **params)

    def block(self, exercise: str, nth: int = 1, *, day: int = 0) -> str:
        """Give the id of a block of this day (or of another one): the nth one of this exercise."""
        return _block(self.document, day or self.day, exercise, nth)

    def surface(self, kind: type[S]) -> S:
        """Give the surface that is open, which must be of this class."""
        found = self.bench.exercise.surface
        assert isinstance(found, kind), f"{type(found)} is open"
        return found

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def widget(self, kind: type[W], name: str) -> W:
        """Give the visible widget of this class with this object name or accessible name."""
        found = [
            one
            for one in self.she.front().findChildren(kind)
            if one.isVisible() and name in (one.objectName(), one.accessibleName())
        ]
        assert found, f"no {kind.__name__} {name!r}"
        return found[0]

    # ---- the script

    def script_block(self, exercise: str, nth: int = 1, *, day: int = 0) -> str:
        """Give the id of the same block in the example."""
        return _block(self.script, day or self.day, exercise, nth)

    def script_notes(self, exercise: str, nth: int = 1) -> list[Note]:
        """Give the notes that the example has for a block, in their order."""
        return notes_of(self.script, self.script_block(exercise, nth))

    def script_vote(self, exercise: str, nth: int = 1) -> tuple[VoteRound, dict[str, tuple[int, ...]]]:
        """Give the vote of a block in the example, and the marks of each voter."""
        (found,) = rounds_of(self.script, self.script_block(exercise, nth))
        return found, {voter: ballot.marks for voter, ballot in ballots_of(self.script, found.id).items()}

    def script_words(self, record_id: str) -> str:
        """Give the words of a record of the script: its title, name or text."""
        record = self.script.get(record_id)
        words = (str(getattr(record, name, "")) for name in ("title", "name", "text"))
        return next(word for word in words if word)

    def name_of(self, person_id: str) -> str:
        """Give the name of somebody of the team, in the script."""
        return self.script.require(Person, person_id).name if person_id else ""

    def same(self, record_id: str) -> str:
        """Give the id that a record of the script has in the sprint that is played, found by its words."""
        wanted = self.script.get(record_id)
        assert wanted is not None
        name = next(n for n in ("title", "name", "text", "code") if getattr(wanted, n, ""))
        journey = _journey_kind(self.script, wanted)
        found = [
            one.id
            for one in self.document.table(type(wanted)).values()
            if getattr(one, name) == getattr(wanted, name) and _journey_kind(self.document, one) == journey
        ]
        assert len(found) == 1, f"{record_id}: {found}"
        return found[0]

    # ---- doing

    def open(self, exercise: str, nth: int = 1) -> None:
        """Click the station of a block; the keyboard is on its work then."""
        block_id, rail = self.block(exercise, nth), self.bench.rail
        if block_id not in rail._stations:
            self.click(rail._days[self.document.require(Block, block_id).day_id])
        self.click(rail._stations[block_id])
        assert self.bench.exercise.block_id == block_id

    def key(self, sequence: str, times: int = 1) -> None:
        """Press a key, or keys together, where the keyboard is."""
        for _ in range(times):
            QTest.keySequence(QApplication.focusWidget() or self.she.front(), QKeySequence(sequence))
            self.keys += 1

    def type(self, text: str, *, into: QWidget | None = None) -> None:
        """Type letters where the keyboard is, or into a field; a line break is Shift+Enter.

        Who `pastes` types the first letters of a long line and takes the others from the clipboard: a test of a day
        must not take as long as a typist. The bench types them all.
        """
        self._go_into(into)
        self.keys += len(text)
        if self.pastes and len(text) > _LONG and "\n" not in text:
            QApplication.clipboard().setText(text[_TYPED:])
            text = text[:_TYPED]
            self._press_letters(text)
            QTest.keyClick(self.focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            self._press_letters(text)

    def _go_into(self, field: QWidget | None) -> None:
        if field is not None:
            field.setFocus()

    def _press_letters(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(self.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            for plain, run in groupby(line, key=lambda letter: letter <= _LAST_PLAIN):
                (QTest.keyClicks if plain else _type_others)(self.focus, "".join(run))

    def line(self, text: str, *, into: QWidget | None = None) -> None:
        """Type a line and Enter."""
        self.type(text, into=into)
        self.key("Return")
        self.rest()

    def rewrite(self, text: str, *, into: QWidget | None = None) -> None:
        """Type in the place of what the field holds."""
        self._go_into(into)
        self.key("Ctrl+A")
        self.type(text)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a place."""
        assert widget.isVisible(), f"{widget} cannot be seen"
        assert widget.isEnabled(), f"{widget} cannot be used now"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO, place or widget.rect().center())
        self.clicks += 1
        self.rest()

    def press(self, key: str, **params: object) -> None:
        """Click the button with these words of the catalogue (or with this object name)."""
        words = self.t(key, **params)
        found = [
            one
            for one in self.she.front().findChildren(QAbstractButton)
            if one.isVisible() and {words, key} & {one.text().replace("&", ""), one.accessibleName(), one.objectName()}
        ]
        assert found, f"no button {words!r}"
        assert found[0].isEnabled(), f"{words!r} cannot be pressed now"
        self.click(found[0])

    def go_to_field(self, key: str) -> None:
        """Click in the field with these words of the catalogue as its name."""
        field = self.widget(QWidget, self.t(key))
        self.click(field.focusProxy() or field)

    def choose(self, field: QComboBox, value: object, *, stays: bool = True) -> None:
        """Choose in a list with the keyboard: open it, walk to the row that means this value, Enter.

        A list that adds something (`stays` False) shows its invitation again.
        """
        row = next(row for row in range(field.count()) if field.itemData(row) == value)
        by = row - field.currentIndex()
        if not by:
            return
        field.setFocus()
        self.key("Alt+Down")
        listed = field.view()
        for _ in range(abs(by)):
            QTest.keyClick(listed, Qt.Key.Key_Down if by > 0 else Qt.Key.Key_Up)
        QTest.keyClick(listed, Qt.Key.Key_Return)
        self.keys += abs(by) + 1
        self.come_forward()
        assert stays is (field.currentData() == value), f"{value!r} could not be chosen"

    def choose_in_menu(self, *keys: str) -> None:
        """Press the letter of each of these words (of the catalogue) in the open menu and in those it opens."""
        for key in keys:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), "no menu is open"
            words = self.t(key)
            action = next(one for one in menu.actions() if one.text().partition("\t")[0].replace("&", "") == words)
            letter = action.text()[action.text().index("&") + 1]
            QTest.keyClick(menu, letter)
            self.keys += 1
        self.come_forward()

    def double_click_card(self, wall: CardWall, record_id: str) -> None:
        """Double-click on a card of a wall."""
        card = wall.widget(record_id)
        assert card is not None, "no such card"
        assert card.isVisible(), "the card cannot be seen"
        QTest.mouseDClick(card, Qt.MouseButton.LeftButton, NO, card.rect().center())
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, NO, card.rect().center())
        self.clicks += 2

    def do(self, row_id: str) -> None:
        """Do what a row of the menu does."""
        self.she.do(row_id)
        self.come_forward()
        self.clicks += 2

    def rest(self) -> None:
        """Let the windows do what waits for their next turn: panels follow a change once in a turn."""
        QApplication.processEvents()

    def come_forward(self) -> None:
        """Wait until the window in front has the keyboard; without a window manager nobody gives it back."""
        self.rest()
        self.she.front().activateWindow()
        self.she.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.she.front())

    def capture(self, kind: str, text: str, *more: str) -> None:
        """Write down a note, something to park or a decision (`kind`) with the strip above the clock, and close it.

        `more` are the fields behind the words: owner and moment of what is parked, the reason of a decision.
        """
        self.do("capture")
        self.press(f"cockpit.capture.{kind}")
        self.type(text)
        for words in more:
            self.key("Tab")
            self.type(words)
        self.key("Return")
        self.key("Esc")

    def park(self, exercise: str) -> None:
        """Park what came up at a block of the example."""
        for item in self.script.table(ParkedItem).values():
            if item.block_id == self.script_block(exercise):
                self.capture("parked", item.text, item.owner, item.back_when)

    def drag(self, what: QWidget, to: QPoint) -> None:
        """Take a widget by its middle and let go at a place of its parent."""
        start, parent = what.rect().center(), what.parentWidget()
        QTest.mousePress(what, Qt.MouseButton.LeftButton, NO, start)
        for share in (0.3, 0.7, 1.0, 1.0):
            here = what.mapTo(parent, start) * (1 - share) + to * share
            QTest.mouseMove(what, what.mapFrom(parent, here))
        QTest.mouseRelease(what, Qt.MouseButton.LeftButton, NO, what.mapFrom(parent, to))
        self.clicks += 1


def check_out(room: Room) -> None:
    """Read the day back on its page: what was made, decided and parked."""
    room.open("check_out")


def open_at(she: Facilitator, day: int, language: str, folder: Path, *, pastes: bool = False) -> Room:
    """Open the example as a day finds it, in a language."""
    she.session.context.settings.set("language", language)
    assert she.program.open_path(save_stage(day, language, folder))
    return Room(she, day, language, pastes=pastes)


def _type_others(widget: QWidget, letters: str) -> None:
    """Type letters that the test library knows no key for: quotation marks, an ellipsis, an arrow."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NO, letter))


def _block(document: Document, day: int, exercise: str, nth: int) -> str:
    blocks = blocks_of(document, days_of(document)[day - 1].id)
    return [block.id for block in blocks if block.exercise == exercise][nth - 1]


def _journey_kind(document: Document, record: object) -> object:
    journey = document.get(getattr(record, "journey_id", ""))
    return getattr(journey, "kind", None)
