"""Nothing private is ever on the room screen: a canary in every place where something private can stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from sprint.edits.cards import set_card_text
from sprint.edits.delete import delete
from sprint.edits.journey import add_step, change_step, rename
from sprint.records import (
    RECORD_TYPES,
    Block,
    Card,
    Day,
    Decision,
    Journey,
    Lane,
    Link,
    Note,
    Observation,
    ParkedItem,
    Participant,
    Person,
    Persona,
    Phase,
    Preparation,
    Record,
    Step,
)
from tests.helpers.messages import ScriptedMessages
from tests.ui.room.conftest import Room
from ui.room.faces.registry import FACES
from ui.room.public import PublicJourney, public

CANARY = "KANARIE"
PUBLIC_TEXTS = {Step: {"title"}, Card: {"text"}, Phase: {"title"}, Journey: {"title"}, Link: {"label"}}
"""What the team puts on the wall itself."""


def sung(record: Record, spared: set[str] = frozenset()) -> Record:
    """Put the canary in every text of a record that is no reference and not spared."""
    free: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        is_text = type(value) is str and field.name not in {"id", *record.REFERENCES, *spared}
        if is_text and field.name not in ("start", "end", "settled_at", "fixed_at", "exercise", "date", "at"):
            free[field.name] = CANARY
    return replace(record, extra={"later": CANARY}, **free)


@pytest.fixture
def extra() -> list[Record]:
    """Everything private there is, with the canary in every field."""
    bird: list[Record] = [
        sung(Person(id="x1")),
        sung(Participant(id="x2")),
        sung(Persona(id="x3")),
        sung(Note(id="x4", block_id="b1", person_id="x1", step_id="s1")),
        sung(Decision(id="x5", block_id="b1")),
        sung(ParkedItem(id="x6", block_id="b1")),
        sung(Preparation(id="x7")),
        sung(Observation(id="x8", step_id="s2", participant_id="x2")),
        sung(Card(id="x9", journey_id="j", step_id="s2", lane=Lane.OPPORTUNITY, text="Kans"), {"text"}),
        sung(Card(id="xa", journey_id="j", step_id="s2", lane=Lane.BACKSTAGE, text="Team"), {"text"}),
        sung(Step(id="xb", journey_id="j", phase_id="p1", order=9, title="Stap", persona_ids=("x3",)), {"title"}),
        sung(Block(id="xc", day_id="day1", order=9, title="Blok", exercise="welcome"), {"title"}),
    ]
    return bird


def spoken(widget: QWidget) -> Iterator[str]:
    """Give what a screen reader, a tool tip and a title would tell."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, room: Room) -> list[str]:
    """Every text that is handed to the painters of the room's board and of the room.

    The canvas of the facilitator may paint what it likes, and when it likes.
    """
    import canvas.paint_boxes
    import canvas.text
    import ui.room.words

    found: list[str] = []
    of_her_own = room.canvas._text
    plain_draw = canvas.text.BoardText.draw
    plain_broken = ui.room.words.broken

    def draw(self: Any, painter: Any, text: str, *rest: Any) -> float:
        if self is not of_her_own:
            found.append(text)
        return plain_draw(self, painter, text, *rest)

    def broken(text: str, *rest: Any) -> list[str]:
        found.append(text)
        return plain_broken(text, *rest)

    monkeypatch.setattr(canvas.text.BoardText, "draw", draw)
    monkeypatch.setattr(ui.room.words, "broken", broken)
    return found


def show_all(room: Room) -> Iterator[str]:
    """Show every face, the journey in every way, and give its name."""
    room.start("xc")
    for name in sorted(FACES):
        room.director.show(name)
        yield name
    room.canvas.fit()
    room.director.follow()
    yield "follow"
    room.canvas.zoom(6.0, QPointF(300, 200))
    yield "near"
    for number in range(5):
        room.director.walk(1)
        yield f"walk {number}"


def test_no_face_shows_the_canary(room: Room, drawn: list[str]) -> None:
    seen = []
    for name in show_all(room):
        room.canvas.repaint()
        board = room.stage.face("journey").findChild(QWidget)
        assert board is not None
        room.screen.repaint()
        if name in ("follow", "near"):
            getattr(room.stage.face("journey"), "board").complete()  # noqa: B009 - a face by its name
        texts = [*room.words(), *spoken(room.screen), *drawn]
        assert not [text for text in texts if CANARY in text], name
        seen += texts
        drawn.clear()
    assert "Kans" in seen
    assert "Ziet afval" in seen
    assert "Blok" in seen


def test_the_canary_would_be_noticed(room: Room, drawn: list[str]) -> None:
    card = room.workspace.document.require(Card, "x9")
    room.workspace.do(set_card_text(room.workspace.document, card.id, CANARY))
    room.director.show("journey")
    assert any(CANARY in text for text in room.words())
    room.canvas.fit()
    room.canvas.zoom(6.0, QPointF(300, 200))
    room.director.follow()
    getattr(room.stage.face("journey"), "board").complete()  # noqa: B009 - a face by its name


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.TABLE)
def test_of_every_record_only_what_the_team_puts_on_the_wall_goes_along(kind: type[Record]) -> None:
    needed = [each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING]
    record = sung(kind(**{name: "r" if name == "id" else "other" for name in needed}))
    shown = public(record)
    if shown is None:
        assert kind not in PUBLIC_TEXTS
        return
    texts = {field.name for field in fields(shown) if getattr(shown, field.name) == CANARY}
    assert texts == PUBLIC_TEXTS.get(kind, set())
    assert shown.extra is None


def test_a_toast_stays_with_the_facilitator(room: Room) -> None:
    room.director.show("clock")
    room.context.messages.tell(CANARY, CANARY)
    assert isinstance(room.context.messages, ScriptedMessages)
    assert not [text for text in (*room.words(), *spoken(room.screen)) if CANARY in text]


# ---- half-typed sentences


class Typist:
    """Somebody who types, or does not."""

    def __init__(self) -> None:
        self.is_typing = False

    def __call__(self) -> bool:
        return self.is_typing


@pytest.fixture
def typist() -> Typist:
    """A typist at rest."""
    return Typist()


@pytest.fixture
def copy(room: Room, typist: Typist) -> Iterator[PublicJourney]:
    """The public copy of the journey of this room."""
    made = PublicJourney(room.workspace.document, typist)
    leave = room.workspace.document.subscribe(made.on_diff)
    yield made
    leave()


def titles(copy: PublicJourney) -> list[str]:
    return sorted(step.title for step in copy.document.table(Step).values())


def test_a_text_comes_when_she_goes_on_to_the_next(room: Room, copy: PublicJourney, typist: Typist) -> None:
    document, ids = room.workspace.document, room.workspace.ids
    before = titles(copy)
    room.workspace.do(add_step(document, ids, "j", after="s1"))
    assert titles(copy) == before
    typist.is_typing = True
    first = max(document.table(Step), key=lambda key: (key.startswith("new"), key))
    for text in ("B", "Be", "Belt"):
        room.workspace.do(rename(document, first, text))
        assert titles(copy) == before
    room.workspace.do(add_step(document, ids, "j", after=first))
    assert titles(copy) == sorted([*before, "Belt"])
    second = max(set(document.table(Step)) - set(copy.document.table(Step)))
    room.workspace.do(rename(document, second, "Wacht"))
    typist.is_typing = False
    copy.settle()
    assert titles(copy) == sorted([*before, "Belt", "Wacht"])
    expected = {r.id: public(r) for kind in (Step, Link, Card, Phase) for r in document.table(kind).values()}
    assert {key: copy.document.get(key) for key in expected} == expected


def test_another_text_in_an_old_step_waits_too(room: Room, copy: PublicJourney, typist: Typist) -> None:
    document = room.workspace.document
    typist.is_typing = True
    room.workspace.do(rename(document, "s1", "Ziet af"))
    assert "Ziet af" not in titles(copy)
    room.workspace.do(change_step(document, "s2", feeling=3))
    assert "Ziet af" in titles(copy)
    assert copy.document.require(Step, "s2").feeling == 3


def test_an_edit_by_nobody_who_types_comes_at_once(room: Room, copy: PublicJourney) -> None:
    room.workspace.do(rename(room.workspace.document, "s1", "Anders"))
    assert "Anders" in titles(copy)
    room.workspace.undo()
    assert "Anders" not in titles(copy)


def test_what_is_deleted_while_it_is_typed_is_gone(room: Room, copy: PublicJourney, typist: Typist) -> None:
    document, ids = room.workspace.document, room.workspace.ids
    room.workspace.do(add_step(document, ids, "j", after="s1"))
    typist.is_typing = True
    new = max(set(document.table(Step)) - set(copy.document.table(Step)))
    room.workspace.do(rename(document, new, "Weg"))
    room.workspace.do(delete(document, ["p1"]))
    copy.settle()
    assert set(copy.document.table(Step)) == set(document.table(Step))
    assert set(copy.document.table(Link)) == set(document.table(Link))


def test_a_frozen_copy_stands_still_and_catches_up(room: Room, copy: PublicJourney) -> None:
    copy.freeze(True)
    room.workspace.do(rename(room.workspace.document, "s1", "Later"))
    assert "Later" not in titles(copy)
    copy.freeze(False)
    assert "Later" in titles(copy)


def test_typing_on_the_canvas_is_seen_when_the_field_is_left(room: Room) -> None:
    room.window.activateWindow()
    room.director.follow()
    room.canvas.setFocus()
    room.canvas.select(["s1"])
    room.canvas.edit("s1")
    QTest.keyClicks(room.canvas.editor, "X")
    assert "X" in room.workspace.document.require(Step, "s1").title
    assert not any(text.endswith("X") for text in room.words())
    room.canvas.finish_typing()
    room.canvas.setFocus()
    assert any("X" in text for text in room.words())


def test_typing_anywhere_holds_a_sentence_back(room: Room) -> None:
    field = QLineEdit(room.window)
    field.show()
    room.window.activateWindow()
    field.setFocus()
    room.director.follow()
    room.workspace.do(set_card_text(room.workspace.document, "c1", "Half"))
    assert "Half" not in room.words()
    room.canvas.setFocus()
    assert "Half" in room.words()


def test_a_day_and_its_remarks_are_no_part_of_the_copy(copy: PublicJourney) -> None:
    assert not copy.document.table(Day)
    assert not copy.document.table(Person)
    assert all(not remark.text for remark in copy.document.table(Observation).values())
