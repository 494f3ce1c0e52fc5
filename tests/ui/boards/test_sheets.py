"""Sheets on a wall: typed, photographed, hung elsewhere, looked at, straightened; the room never learns who drew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.edits.delete import delete
from sprint.edits.sketches import hang_sketch, letter_of, sketches_of
from sprint.edits.votes import cast_ballot, close_vote, open_vote, reveal_vote
from sprint.records import Counting, Note, NoteKind, Person, Picture, VoteRound
from sprint.store.shaping import WHOLE
from tests.ui.boards.conftest import Room, click, drop_files, focus, press, type_in
from ui.dialogs.picture import PictureDialog
from ui.exercises.demos import Surface as Demos
from ui.exercises.gallery import Surface as Gallery
from ui.exercises.sketch import Surface as Sketches

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def gallery(room: Room) -> Gallery:
    surface = room.open("gallery", "museum_heat_map")
    assert isinstance(surface, Gallery)
    return surface


def titles(room: Room) -> list[str]:
    return [note.text for note in sketches_of(room.document)]


def test_titles_are_typed_walked_and_hung_elsewhere_by_keys(room: Room, gallery: Gallery) -> None:
    for title in ("Foto", "Buurtapp", "Ploeg"):
        type_in(title)
    assert titles(room) == ["Foto", "Buurtapp", "Ploeg"]
    assert [face.sign for face in gallery.faces()] == ["A", "B", "C"]
    gallery.grid.focus_current()
    press(Qt.Key.Key_C)
    assert gallery.grid.current == sketches_of(room.document)[2].id
    press(Qt.Key.Key_Left, CTRL)
    assert titles(room) == ["Foto", "Ploeg", "Buurtapp"]
    assert "Schets B, Ploeg" in focus().accessibleName()
    press(Qt.Key.Key_F2)
    type_in("De ploeg")
    assert titles(room) == ["Foto", "De ploeg", "Buurtapp"]
    room.bridge.undo()
    assert titles(room) == ["Foto", "Ploeg", "Buurtapp"], "one gesture of typing is one step back"
    press(Qt.Key.Key_Delete)
    assert titles(room) == ["Foto", "Buurtapp"]
    assert focus().accessibleName().startswith("Schets B")


def test_a_card_is_carried_by_hand(room: Room, gallery: Gallery) -> None:
    for title in ("Foto", "Buurtapp", "Ploeg"):
        type_in(title)
    cards = list(gallery.grid.cards.values())
    first, third = cards[0], cards[2]
    start = first.rect().center()
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 1.0):
        way = QPoint(round((third.geometry().right() - first.x()) * part), 0)
        QTest.mouseMove(first, start)
        hover = first.mapFromParent(first.geometry().topLeft() + start + way)
        _drag(first, hover)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=start)
    assert titles(room) == ["Buurtapp", "Ploeg", "Foto"]
    assert not gallery.viewer.isVisible(), "what is carried is not opened"


def _drag(card: object, at: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), left, left, Qt.KeyboardModifier.NoModifier)
    card.mouseMoveEvent(event)


def test_photos_come_by_drop_paste_file_and_folder(room: Room, gallery: Gallery, tmp_path: Path) -> None:
    drop_files(gallery.grid, [room.photo("a.jpg"), room.photo("b.png")], QPointF(2, 2))
    room.until(lambda: len(titles(room)) == 2)
    QApplication.clipboard().setImage(QImage(str(room.photo("c.png", "yellow"))))
    press(Qt.Key.Key_V, CTRL)
    room.until(lambda: len(titles(room)) == 3)
    room.messages.expect(str(room.photo("d.jpg", "pink")))
    click(gallery.bar.choose)
    room.until(lambda: len(titles(room)) == 4)
    camera = tmp_path / "camera"
    camera.mkdir()
    (camera / "oud.jpg").write_bytes(room.photo("old.jpg").read_bytes())
    room.messages.expect(camera)
    click(gallery.bar.watch)
    (camera / "nieuw.JPG").write_bytes(room.photo("new.JPG", "cyan").read_bytes())
    room.until(lambda: len(titles(room)) == 5)
    shutil.rmtree(camera)
    room.until(lambda: "camera" in "".join(room.messages.said))
    assert gallery.bar.folder.folder is None and not gallery.bar.watch.isChecked()
    assert all(len(note.picture_ids) == 1 for note in sketches_of(room.document))
    card = next(iter(gallery.grid.cards.values()))
    drop_files(gallery.grid, [room.photo("e.jpg", "orange")], QPointF(card.geometry().center()))
    room.until(lambda: len(sketches_of(room.document)[0].picture_ids) == 2)
    assert len(titles(room)) == 5
    first = sketches_of(room.document)[0]
    gallery.look_at(first.id)
    assert gallery.viewer.picture_id == first.picture_ids[0]
    press(Qt.Key.Key_Down)
    assert gallery.viewer.picture_id == first.picture_ids[1]
    press(Qt.Key.Key_Delete)
    assert sketches_of(room.document)[0].picture_ids == first.picture_ids[:1]
    press(Qt.Key.Key_Escape)
    room.until(lambda: gallery.pictures.pixmap(sketches_of(room.document)[0].picture_ids[0]) is not None)


def test_what_is_no_photo_gets_a_sentence_and_changes_nothing(room: Room, gallery: Gallery) -> None:
    broken = room.folder.parent / "stuk.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 geen foto")
    phone = room.folder.parent / "IMG_1.HEIC"
    phone.write_bytes(b"x")
    gone = room.folder.parent / "weg.png"
    drop_files(gallery.grid, [broken, phone, gone, room.folder.parent / "brief.docx"], QPointF(2, 2))
    room.until(lambda: len(room.messages.said) == 4)
    said = "\n".join(room.messages.said)
    for words in (
        "IMG_1.HEIC",
        "JPEG",
        "brief.docx is geen foto",
        "weg.png is niet te lezen",
        "Deze foto is niet te lezen",
    ):
        assert words in said
    assert titles(room) == []
    assert "Onderweg" not in said


def test_a_sketch_is_looked_at_large_and_the_room_sees_that_one(room: Room, gallery: Gallery) -> None:
    for title in ("Foto", "Buurtapp"):
        type_in(title)
    gallery.grid.focus_current()
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Return)
    assert gallery.viewer.isVisible()
    press(Qt.Key.Key_Right)
    (column,) = gallery.room_page().columns
    assert [(card.sign, card.text) for card in column.cards] == [("B", "Buurtapp")]
    press(Qt.Key.Key_A)
    assert gallery.room_page().columns[0].cards[0].sign == "A"
    press(Qt.Key.Key_Escape)
    assert not gallery.viewer.isVisible()
    assert len(gallery.room_page().columns[0].cards) == 2


def test_dots_of_a_revealed_vote_are_the_heat_and_names_stay_away(room: Room, gallery: Gallery) -> None:
    for title in ("Foto", "Buurtapp"):
        type_in(title)
    notes = sketches_of(room.document)
    from dataclasses import replace

    from sprint.diff import make_diff

    room.bridge.do(make_diff("edit.change_note", [(notes[0], replace(notes[0], person_id="samira", owner="Samira"))]))
    document, ids = room.document, room.bridge.ids
    options = [(note.id, note.text) for note in notes]
    opened = open_vote(document, ids, "museum_heat_map", "heat_map", options, counting=Counting.PAPER, dots=0, voters=6)
    room.bridge.record(opened)
    (vote,) = document.table(VoteRound).values()
    room.bridge.record(cast_ballot(document, ids, vote.id, "", (3, 11)))
    assert [face.dots for face in gallery.faces()] == [None, None], "secret until it is revealed"
    room.bridge.record(close_vote(document, vote.id))
    room.bridge.record(reveal_vote(document, vote.id))
    assert [card.face.dots for card in gallery.grid.cards.values()] == [3, 11]
    shown = repr(gallery.room_page())
    assert "count=11" in shown and "Samira" not in shown
    assert gallery.table().rows == (("A", "Foto", "3"), ("B", "Buurtapp", "11"))
    assert isinstance(document.get("samira"), Person)


def test_a_photo_is_straightened_with_keys_and_the_original_stays(room: Room, gallery: Gallery) -> None:
    gallery.take_files([room.photo()])
    room.until(lambda: titles(room))
    (sketch,) = sketches_of(room.document)
    (before,) = sketch.picture_ids
    gallery.look_at(sketch.id)
    click(gallery.viewer.shape)
    room.until(lambda: isinstance(QApplication.activeModalWidget(), PictureDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureDialog)
    press(Qt.Key.Key_F)
    room.until(lambda: dialog.shaping.corners != WHOLE)
    found = dialog.shaping.corners
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Up, SHIFT)
    moved = dialog.shaping.corners
    assert moved[:2] == found[:2] and moved[2][0] < found[2][0] and moved[2][1] < found[2][1] - 0.03
    corner = dialog.field.place_of(0).toPoint()
    QTest.mousePress(dialog.field, Qt.MouseButton.LeftButton, pos=corner)
    _drag(dialog.field, corner + QPoint(6, 4))
    QTest.mouseRelease(dialog.field, Qt.MouseButton.LeftButton, pos=corner)
    assert dialog.shaping.corners[0][0] > moved[0][0]
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Return)
    room.until(lambda: room.document.require(Note, sketch.id).picture_ids != (before,))
    (after,) = room.document.require(Note, sketch.id).picture_ids
    made, original = room.document.require(Picture, after), room.document.require(Picture, before)
    assert made.origin_id == before and made.height > made.width, "a quarter turn makes a lying sheet stand"
    assert (original.width, original.height) == (320, 240)
    room.bridge.undo()
    assert room.document.require(Note, sketch.id).picture_ids == (before,)


def test_a_rectangle_keeps_its_corners_together(room: Room, gallery: Gallery) -> None:
    gallery.take_files([room.photo()])
    room.until(lambda: titles(room))
    gallery.shape(sketches_of(room.document)[0].id)
    room.until(lambda: isinstance(QApplication.activeModalWidget(), PictureDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureDialog)
    dialog.field.set_square(True)
    press(Qt.Key.Key_1)
    for _ in range(4):
        press(Qt.Key.Key_Right, SHIFT)
        press(Qt.Key.Key_Down, SHIFT)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = dialog.shaping.corners
    assert 0 < ax == dx and 0 < ay == by and (bx, cx, cy, dy) == (1, 1, 1, 1)
    press(Qt.Key.Key_Escape)
    room.until(lambda: QApplication.activeModalWidget() is None)
    assert len(room.document.table(Picture)) == 1


def test_one_line_is_a_demo_with_its_source(room: Room) -> None:
    surface = room.open("demos", "lightning_demos")
    assert isinstance(surface, Demos)
    type_in("Bus op de kaart | pakketdienst")
    type_in("Een mens belt terug")
    found = [(note.text, note.source) for note in room.notes(NoteKind.DEMO)]
    assert found == [("Bus op de kaart", "pakketdienst"), ("Een mens belt terug", "")]
    surface.grid.focus_current()
    press(Qt.Key.Key_F2)
    type_in("Bus op de kaart | huisarts")
    assert room.notes(NoteKind.DEMO)[0].source == "huisarts"
    surface.paste_rows([["Naam op de zak", "bakker"], ["Wie het brood bakte"]])
    assert [note.source for note in room.notes(NoteKind.DEMO)] == ["huisarts", "", "bakker", ""]
    assert surface.table().rows[2] == ("Naam op de zak", "bakker")


def test_half_typed_words_come_back_with_their_exercise(room: Room) -> None:
    surface = room.open("demos", "lightning_demos")
    assert isinstance(surface, Demos)
    type_in("Half een idee", enter=False)
    surface.leave()
    assert [note.text for note in room.notes(NoteKind.DEMO)] == ["Half een idee"], "leaving enters what is typed"


def test_sheets_that_are_drawn_in_silence_stay_face_down(room: Room) -> None:
    surface = room.open("sketch", "solution_sketch")
    assert isinstance(surface, Sketches)
    type_in("Foto in een minuut")
    surface.take_files([room.photo()])
    room.until(lambda: len(sketches_of(room.document)) == 2)
    page = surface.room_page()
    assert page.is_quiet and page.columns == ()
    assert [face.sign for face in surface.faces()] == ["1", "2"]


def test_letters_and_order_follow_what_is_hung_elsewhere_too(room: Room, gallery: Gallery) -> None:
    for _ in range(28):
        room.bridge.do(hang_sketch(room.document, room.bridge.ids, "solution_sketch"))
    faces = gallery.faces()
    assert (faces[0].sign, faces[26].sign, faces[27].sign) == ("A", "AA", letter_of(27))
    room.bridge.do(delete(room.document, [faces[0].id]))
    assert gallery.faces()[0].id == faces[1].id and gallery.faces()[0].sign == "A"


def test_a_heat_map_ends_with_its_result_and_a_sketch_without_a_title_has_its_letter_once(
    room: Room, gallery: Gallery
) -> None:
    gallery.take_files([room.photo("a.jpg"), room.photo("b.png")])
    room.until(lambda: len(titles(room)) == 2)
    click(gallery.votes.tabs.buttons[1])
    pane = gallery.votes.pane
    assert [row.row.label for row in pane.list.rows] == ["A", "B"]
    assert all(card.picture_id for column in gallery.room_page().columns for card in column.cards)
    click(pane.primary)
    (vote,) = room.document.table(VoteRound).values()
    assert vote.labels == ("A", "B")
    press(Qt.Key.Key_2)
    for _ in range(2):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert "2" in pane.list.rows[0].accessibleName()
    assert not pane.primary.isVisible(), "dots on a wall decide nothing"
    assert not pane.reason.isVisible()
    press(Qt.Key.Key_Return)
    assert focus() is pane.second
    (top,) = gallery.room_page().columns
    assert [(card.text, card.count, card.picture_id) for card in top.cards] == [("A", 2, "")], "all that is tied fits"
