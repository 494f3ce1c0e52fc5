"""The storyboard is the desired journey: what is written here stands there, and the other way round."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from sprint.edits.delete import delete
from sprint.edits.journey import add_step, rename
from sprint.edits.pictures import add_picture
from sprint.edits.pieces import frames_with
from sprint.edits.sketches import hang_sketch, say_of_sketch, sketches_of
from sprint.edits.storyboard import add_flow, add_flow_step, choose_flow, flows_of, frame_card
from sprint.journeys import cards_of, journey_of_kind, main_route, phases_of
from sprint.records import JourneyKind, Lane, Link, Persona, Picture, Step
from tests.helpers.boards import SHEET
from tests.ui.boards.conftest import Room, click, drop_files, focus, press, type_in
from ui.dialogs.picture import PictureDialog
from ui.exercises.storyboard import Surface
from ui.journey.personas import PersonaSheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board(room: Room) -> Surface:
    surface = room.open("storyboard", "storyboard", width=1100)
    assert isinstance(surface, Surface)
    return surface


def route(room: Room) -> list[Step]:
    journey = journey_of_kind(room.document, JourneyKind.TO_BE)
    return main_route(room.document, journey.id) if journey is not None else []


def titles(room: Room) -> list[str]:
    return [step.title for step in route(room)]


def is_one_line(room: Room) -> bool:
    ids = [step.id for step in route(room)]
    links = {(link.source, link.target) for link in room.document.table(Link).values() if link.source in ids}
    return links == set(pairwise(ids))


def test_typing_in_empty_frames_draws_the_desired_journey(room: Room, board: Surface) -> None:
    for title in ("Ziet afval", "Maakt foto", "Ziet schoon"):
        type_in(title)
    assert titles(room) == ["Ziet afval", "Maakt foto", "Ziet schoon"] and is_one_line(room)
    journey = journey_of_kind(room.document, JourneyKind.TO_BE)
    assert journey is not None and journey.origin_id == "j" and len(phases_of(room.document, journey.id)) == 1
    room.bridge.undo()
    assert titles(room) == ["Ziet afval", "Maakt foto"], "a frame with its title is one step back"
    assert len(board.wall.empty) == 6


def test_frames_are_moved_added_and_removed_without_the_mouse(room: Room, board: Surface) -> None:
    for title in ("Een", "Twee", "Drie"):
        type_in(title)
    board.wall.go_to(route(room)[2].id)
    press(Qt.Key.Key_Left, CTRL, SHIFT)
    assert titles(room) == ["Een", "Drie", "Twee"] and is_one_line(room)
    assert focus() is board.wall.frames[route(room)[1].id].title
    press(Qt.Key.Key_Return, CTRL)
    type_in("Ertussen", enter=False)
    assert titles(room) == ["Een", "Drie", "Ertussen", "Twee"] and is_one_line(room)
    press(Qt.Key.Key_Delete, CTRL)
    assert titles(room) == ["Een", "Drie", "Twee"] and is_one_line(room)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert titles(room) == ["Een", "Drie", "wee"], "without Ctrl a key is for the words"


def test_what_changes_in_the_journey_changes_on_the_wall(room: Room, board: Surface) -> None:
    for title in ("Een", "Twee"):
        type_in(title)
    first, second = route(room)
    room.bridge.do(rename(room.document, first.id, "Anders"))
    room.bridge.do(add_step(room.document, room.bridge.ids, first.journey_id, title="Erbij", after=second.id))
    assert [card.title.toPlainText() for card in board.wall.frames.values()] == ["Anders", "Twee", "Erbij"]
    went = QSignalSpy(board.canvas_requested)
    board.wall.go_to(second.id)
    click(board.to_canvas)
    assert went.at(0) == [second.id]


def test_words_and_what_is_behind_the_scenes_are_cards_of_the_step(room: Room, board: Surface) -> None:
    type_in("Belt", enter=False)
    press(Qt.Key.Key_Tab)
    type_in("Goedemorgen")
    type_in("KCC zoekt op", enter=False)
    (step,) = route(room)
    words, behind = (frame_card(room.document, step.id, lane) for lane in (Lane.FRONTSTAGE, Lane.BACKSTAGE))
    assert words is not None and words.text == "Goedemorgen"
    assert behind is not None and behind.text == "KCC zoekt op"
    assert board.table().rows == (("1", "Belt", "Goedemorgen", "KCC zoekt op"),)


def test_drawings_are_dropped_pasted_and_seen_by_the_room(room: Room, board: Surface) -> None:
    for title in ("Een", "Twee"):
        type_in(title)
    first, second = route(room)
    card = board.wall.frames[second.id]
    drop_files(card, [room.photo("a.jpg")], QPointF(5, 5))
    room.until(lambda: frame_card(room.document, second.id, Lane.FRONTSTAGE))
    board.wall.go_to(first.id)
    QApplication.clipboard().setImage(QImage(str(room.photo("b.png", "yellow"))))
    press(Qt.Key.Key_V, CTRL)
    room.until(lambda: frame_card(room.document, first.id, Lane.FRONTSTAGE))
    assert titles(room) == ["Een", "Twee"]
    (column,) = board.room_page().columns
    assert [(shown.sign, shown.text, bool(shown.picture_id)) for shown in column.cards] == [
        ("1", "Een", True),
        ("2", "Twee", True),
    ]
    click(board.wall.frames[first.id].drawing)
    assert board.viewer.isVisible() and len(board.room_page().columns[0].cards) == 1
    click(board.viewer.shape)
    room.until(lambda: isinstance(QApplication.activeModalWidget(), PictureDialog))
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Return)
    room.until(lambda: any(picture.origin_id for picture in room.document.table(Picture).values()))
    room.back()
    assert focus() is board.viewer
    press(Qt.Key.Key_Escape)
    assert not board.viewer.isVisible()


def test_the_chosen_test_flow_is_taken_over_without_retyping(room: Room, board: Surface) -> None:
    room.bridge.do(add_flow(room.document, room.bridge.ids, "test_flow", ["Belt", "Vertelt waar", "Hoort wanneer"]))
    (flow,) = flows_of(room.document, "test_flow")
    assert not board.take_flow.isVisible()
    room.bridge.do(choose_flow(room.document, flow.id))
    click(board.take_flow)
    assert titles(room) == ["Belt", "Vertelt waar", "Hoort wanneer"] and is_one_line(room)
    assert not board.take_flow.isVisible()
    second = board.route()[1].id
    room.bridge.do(delete(room.document, [second]))
    assert not board.take_flow.isVisible(), "what she has thrown away is not offered again"
    room.bridge.do(add_flow_step(room.document, room.bridge.ids, flow.id, "Zegt of het goed is"))
    click(board.take_flow)
    assert titles(room) == ["Belt", "Hoort wanneer", "Zegt of het goed is"]
    for _ in range(4):
        room.bridge.undo()
    assert titles(room) == [] and board.take_flow.isVisible()


def test_eight_and_fifteen_places(room: Room, board: Surface) -> None:
    assert len(board.wall.empty) == 8
    click(board.sizes.findChildren(type(board.fork))[1])
    assert len(board.wall.empty) == 15
    board.paste_rows([[f"Stap {number}", "", ""] for number in range(16)])
    assert len(board.wall.frames) == 16 and len(board.wall.empty) == 1


def test_a_persona_has_a_picture_that_comes_in_although_the_sheet_is_closed(room: Room) -> None:
    holder = QWidget()
    sheet = PersonaSheet(room.context, room.bridge)
    sheet.setParent(holder)
    room.show(holder)
    sheet.show_persona("bram", "j")
    room.messages.expect(str(room.photo("bram.png")))
    click(sheet.picture)
    sheet.hide()
    sheet.deleteLater()
    room.until(lambda: room.document.require(Persona, "bram").picture_id)
    again = PersonaSheet(room.context, room.bridge)
    room.show(again)
    again.show_persona("bram", "j")
    again.picture.setFocus()
    press(Qt.Key.Key_Delete)
    assert room.document.require(Persona, "bram").picture_id == ""


def test_pieces_of_earlier_work_are_picked_into_a_frame_by_key_and_by_hand(room: Room) -> None:
    for text in ("Een mens aan de lijn: één nummer.", "Foto en klaar: vier schermen."):
        room.bridge.do(hang_sketch(room.document, room.bridge.ids, "solution_sketch", text))
    first, second = sketches_of(room.document)
    room.bridge.do(add_picture(room.document, room.bridge.ids, second.id, SHEET))
    (sheet,) = room.document.table(Picture)
    room.bridge.do(say_of_sketch(room.document, room.bridge.ids, "speed_critique", first.id, "Geen menu"))
    board = room.open("storyboard", "storyboard", width=1100)
    assert isinstance(board, Surface)
    type_in("Ziet afval")
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Return)
    # The keyboard was in the second, empty frame: the piece begins it.
    assert titles(room) == ["Ziet afval", "Een mens aan de lijn"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    step = route(room)[1]
    assert [card.text for card in cards_of(room.document, step.id, Lane.IDEA)] == ["Geen menu"]
    press(Qt.Key.Key_Return)
    assert cards_of(room.document, step.id, Lane.IDEA) == []
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    words = frame_card(room.document, route(room)[0].id, Lane.FRONTSTAGE)
    assert words is not None and (words.picture_id, words.origin_id) == (sheet, second.id)
    press(Qt.Key.Key_Escape)
    assert focus() is board.wall.frames[route(room)[0].id].title
    carry(board, second.id, step.id)
    assert frames_with(room.document, second.id) == [route(room)[0].id, step.id]
    assert "vak 1, 2" in board.pieces.column.cards[second.id].face.label
    room.bridge.undo()
    assert frames_with(room.document, second.id) == [route(room)[0].id]


def carry(board: Surface, piece_id: str, step_id: str) -> None:
    """Drag a piece to a frame."""
    piece, frame = board.pieces.column.cards[piece_id], board.wall.frames[step_id]
    end = piece.mapFromGlobal(frame.mapToGlobal(frame.rect().center()))
    QTest.mousePress(piece, Qt.MouseButton.LeftButton, pos=piece.rect().center())
    for place in (piece.rect().center() + QPoint(30, 0), end):
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(place),
            QPointF(piece.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(piece, move)
    QTest.mouseRelease(piece, Qt.MouseButton.LeftButton, pos=end)
