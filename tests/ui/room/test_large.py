"""Every word of a journey is read whole in the room, in type for the back row; what does not fit has an overview."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication

from assets.fonts import FAMILY
from canvas.text import BoardText
from sprint.document import Document
from sprint.edits.journey import rename
from sprint.example import example_records
from sprint.layout import BoardWords, Layouter, Rect, TextStyle, step_title_width
from sprint.records import Card, Journey, Phase, Step
from tests.ui.room.conftest import Room
from ui.room.faces.journey import JourneyFace
from ui.room.large_plan import Glance, LargePlan, Planner, glance_of
from ui.room.large_text import TYPE, LargeText, LargeWords
from ui.room.public import public
from ui.texts import Texts
from ui.theme import Theme

SIZES = ((1280, 720, 19), (1920, 1080, 28), (1440, 1080, 25), (3840, 2160, 56))
"""Pictures with the smallest type of their room."""
FOOT = 6.8


@pytest.fixture(autouse=True)
def typeface(qapp: QApplication) -> Theme:
    return Theme()


def planned(document: Document, journey_id: str, size: tuple[int, int, int], **glance: object) -> LargePlan:
    """Plan the whole journey, or what a glance says otherwise, in a picture."""
    texts, (width, height, least) = Texts("nl"), size
    whole = Layouter(BoardText(FAMILY), BoardWords(texts.translator)).lay_out(document, journey_id)
    seen = {"first": 0, "last": len(whole.columns), "lanes": (), "has_steps": True, "focus": 0} | glance
    planner = Planner(LargeText(), LargeWords(texts.translator), width, height, round(least * 1.9), least)
    return planner.plan(document, whole, Glance(journey_id, **seen), least * FOOT)


def told(document: Document) -> Document:
    """What the room may know of a document."""
    return Document([shown for record in document if (shown := public(record)) is not None])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_title_is_whole_and_large_enough_for_the_last_row(language: str) -> None:
    document, text = told(Document(example_records(language))), LargeText()
    for journey in document.table(Journey).values():
        for size in SIZES:
            for focus in (0, 8):
                plan = planned(document, journey.id, size, focus=focus)
                board, foot = plan.board, size[2] * FOOT if plan.has_foot else 0
                assert plan.first <= focus < plan.last
                assert plan.last - plan.first >= 6, "so few columns are no journey"
                assert plan.scale * TYPE >= size[2]
                assert board.width * plan.scale <= size[0] + 1
                assert board.height * plan.scale <= size[1] - foot + 1
                boxes = list(board.steps.values())
                assert not any(one.rect.meets(other.rect) for one, other in combinations(boxes, 2))
                for box in boxes:
                    step = document.require(Step, box.id)
                    width = step_title_width(board.metrics, step)
                    lines = text.lines(step.title, width, TextStyle.STEP)
                    assert "".join(lines).replace("-", "").replace(" ", "") == step.title.replace(" ", "").replace(
                        "-", ""
                    )
                    assert all(text.width(line, TextStyle.STEP) <= width for line in lines)
                    assert len(lines) * text.line_height(TextStyle.STEP) <= box.rect.height - board.metrics.step_top
                for phase in board.phases:
                    title = document.require(Phase, phase.id).title
                    assert text(title, phase.title.width, TextStyle.PHASE) <= phase.title.height


def test_a_long_word_is_parted_where_a_syllable_begins() -> None:
    text = LargeText()
    lines = text.lines("Zoekt het telefoonnummer", text.width("telefoonnum-", TextStyle.STEP) + 1, TextStyle.STEP)
    assert lines == ("Zoekt het", "telefoonnum-", "mer")
    assert text.lines("W" * 40, 8, TextStyle.STEP)


def test_a_journey_of_a_thousand_columns_is_shown_around_the_step_that_is_talked_about() -> None:
    steps = [Step(id=f"s{n}", journey_id="j", phase_id="p", order=n, title=f"Stap {n}") for n in range(1000)]
    document = Document([Journey(id="j"), Phase(id="p", journey_id="j", title="Wachten"), *steps])
    plan = planned(document, "j", SIZES[1], focus=500)
    assert plan.first <= 500 < plan.last
    assert 4 <= plan.last - plan.first <= 12
    assert set(plan.board.steps) == {f"s{n}" for n in range(plan.first, plan.last)}


def test_one_step_that_is_too_high_is_seen_from_its_beginning() -> None:
    step = Step(id="s", journey_id="j", phase_id="p", title="woord " * 600)
    document = Document([Journey(id="j"), Phase(id="p", journey_id="j"), step])
    assert list(planned(document, "j", SIZES[0]).board.steps) == ["s"]


def test_who_looks_at_cards_lets_the_room_read_them() -> None:
    document = told(Document(example_records("nl")))
    journey = next(one for one in document.table(Journey).values() if one.kind == "as_is")
    whole = Layouter(BoardText(FAMILY), BoardWords(Texts("nl").translator)).lay_out(document, journey.id)
    lane = whole.lanes[0]
    area = Rect(0, lane.rect.y - 20, 900, lane.rect.height + 40)
    glance = glance_of(whole, area, "", can_read=True)
    assert glance.lanes == (lane.lane,)
    assert not glance.has_steps
    plan = planned(document, journey.id, SIZES[1], lanes=glance.lanes, has_steps=False, last=glance.last)
    cards = [document.require(Card, card_id) for card_id in plan.board.cards]
    assert cards
    assert {card.lane for card in cards} == {lane.lane}
    assert set(plan.board.steps) == {card.step_id for card in cards}
    from_afar = glance_of(whole, area, "", can_read=False)
    assert (from_afar.lanes, from_afar.has_steps) == ((), True)


def test_the_room_follows_what_she_sees_in_large_type_and_goes_along_with_her_choice(room: Room) -> None:
    room.director.follow()
    face = room.stage.typed_face(JourneyFace)
    large, board = face.large, face.board
    assert large is not None
    assert board is not None
    room.canvas.fit()
    room.canvas.repaint()
    assert (large.isHidden(), board.isHidden()) == (False, True)
    assert large.plan is not None
    assert large.plan.scale * TYPE >= large._look.type_size("line")
    assert "s4" in large.plan.board.steps
    assert not room.screen.grab().isNull()
    for step_id in ("s1", "s2", "s3", "s4"):
        room.workspace.do(rename(room.workspace.document, step_id, "Wacht weken op een antwoord " * 40))
    room.canvas.select(["s4"])
    room.canvas.repaint()
    room.qtbot.waitUntil(lambda: large.plan is not None and large.plan.has_foot and "s1" not in large.plan.board.steps)
    assert large.plan is not None
    assert "s4" in large.plan.board.steps
    assert not room.screen.grab().isNull()
    room.canvas.zoom(6.0)
    room.canvas.repaint()
    assert (large.isHidden(), board.isHidden()) == (True, False)
    room.director.walk(1)
    assert (large.isHidden(), board.isHidden()) == (True, True)


def test_the_cards_of_a_step_are_as_large_as_there_is_room(room: Room) -> None:
    card = next(iter(room.workspace.document.table(Card).values()))
    room.canvas.select([card.step_id])
    room.director.walk(1)
    sheet, lead = room.stage.typed_face(JourneyFace)._sheet, room.stage.look.type_size("lead")
    assert card.text in sheet.words()
    assert sheet._card_type(800, 600)[0] > lead
    assert sheet._card_type(800, 10)[0] == room.stage.look.type_size("line")
