"""Photos on walls of notes: of the whole wall, and on the note they belong to; the room sees them as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from sprint.edits.notes import notes_of, wall_photos_of
from sprint.records import Note, NoteKind
from tests.ui.boards.conftest import Room, click, drop_files, focus, press, type_in
from ui.exercises.cluster import Surface as Clusters
from ui.exercises.kano_sort import Surface as Kano
from ui.exercises.notes import Surface as Notes
from ui.exercises.wall_photos import WallPhotos
from ui.panels.notes import NotesPanel

CTRL = Qt.KeyboardModifier.ControlModifier
BLOCK = "lightning_demos"


@pytest.fixture
def notes(room: Room) -> Notes:
    surface = room.open("notes", BLOCK)
    assert isinstance(surface, Notes)
    for text in ("Een dag noemen", "Terugbellen"):
        type_in(text)
    return surface


def held(room: Room, place: int) -> tuple[str, ...]:
    """Give the photos of a note."""
    return notes_of(room.document, BLOCK)[place].picture_ids


def wait_for_wall(room: Room, count: int) -> list[Note]:
    room.until(lambda: len(wall_photos_of(room.document, BLOCK)) == count)
    return wall_photos_of(room.document, BLOCK)


def test_a_photo_of_the_wall_is_dropped_pasted_chosen_or_comes_from_a_folder(
    room: Room, notes: Notes, tmp_path: Path
) -> None:
    photos = notes.pane.photos
    assert photos.isHidden()
    drop_files(notes.pane, [room.photo("a.jpg")], QPointF(4, notes.height() - 4))
    (first,) = wait_for_wall(room, 1)
    assert first.kind is NoteKind.WALL
    assert photos.thumbs[first.id].isVisible()
    QApplication.clipboard().setImage(QImage(str(room.photo("b.png", "yellow"))))
    press(Qt.Key.Key_V, CTRL)
    wait_for_wall(room, 2)
    room.messages.expect(str(room.photo("c.jpg", "pink")))
    photos.button.setFocus()
    photos.menu().actions()[0].trigger()
    assert focus() is notes.pane.line.field, "work goes on where it was"
    wait_for_wall(room, 3)
    camera = tmp_path / "camera"
    camera.mkdir()
    room.messages.expect(camera)
    photos.source.watch_or_stop()
    assert photos.button.isChecked()
    assert "camera" in photos.button.text()
    (camera / "nieuw.JPG").write_bytes(room.photo("d.JPG", "cyan").read_bytes())
    wait_for_wall(room, 4)
    photos.source.watch_or_stop()
    assert [note.text for note in notes_of(room.document, BLOCK)] == ["Een dag noemen", "Terugbellen"]
    (_, wall) = notes.room_page().columns
    assert (wall.title, len(wall.cards)) == ("Foto van de muur", 4)
    assert all(card.picture_id and not card.text for card in wall.cards)


def test_a_photo_of_the_wall_is_kept_from_the_room_thrown_away_and_brought_back(room: Room, notes: Notes) -> None:
    drop_files(notes.pane, [room.photo()], QPointF(4, notes.height() - 4))
    (wall,) = wait_for_wall(room, 1)
    photos = notes.pane.photos
    photos.thumbs[wall.id].setFocus()
    press(Qt.Key.Key_H)
    assert len(notes.room_page().columns) == 1
    assert "niet in de zaal" in focus().accessibleName()
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_Return)
    assert photos.viewer.isVisible()
    ((card,),) = (column.cards for column in notes.room_page().columns)
    assert card.picture_id == wall.picture_ids[0], "what is looked at stands alone in the room"
    press(Qt.Key.Key_Escape)
    assert focus() is photos.thumbs[wall.id]
    press(Qt.Key.Key_Delete)
    assert wall_photos_of(room.document, BLOCK) == []
    assert focus() is notes.pane.line.field
    room.bridge.undo()
    assert wall_photos_of(room.document, BLOCK) == [wall]
    photos.look_at(wall.id)
    press(Qt.Key.Key_Delete)
    assert wall_photos_of(room.document, BLOCK) == [], "a photo of the wall that lost its photo is nothing"


def test_a_note_gets_photos_by_key_by_drop_and_by_paste_and_shows_them(room: Room, notes: Notes) -> None:
    wall = notes.pane.wall
    press(Qt.Key.Key_Down)
    low = wall.cards[wall.current].height()
    room.messages.expect(str(room.photo("a.jpg")))
    press(Qt.Key.Key_P)
    room.until(lambda: len(held(room, 0)) == 1)
    card = wall.cards[notes_of(room.document, BLOCK)[0].id]
    assert card.height() > low + 50
    assert "met 1 foto" in card.accessibleName()
    middle = QPointF(card.mapTo(notes.pane, card.rect().center()))
    drop_files(notes.pane, [room.photo("b.png", "yellow")], middle)
    room.until(lambda: len(held(room, 0)) == 2)
    assert card.face.more == 1
    press(Qt.Key.Key_Right)
    QApplication.clipboard().setImage(QImage(str(room.photo("c.png", "pink"))))
    press(Qt.Key.Key_V, CTRL)
    room.until(lambda: len(held(room, 1)) == 1)
    assert wall_photos_of(room.document, BLOCK) == []
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_V)
    photos = notes.pane.photos
    assert photos.viewer.isVisible()
    press(Qt.Key.Key_Delete)
    assert len(held(room, 0)) == 1
    press(Qt.Key.Key_Escape)
    assert focus() is card
    click(card, card.picture_place().center().toPoint())
    assert photos.viewer.isVisible(), "a click on the photo shows it large"
    (column,) = notes.room_page().columns
    assert [one.picture_id for one in column.cards] == [held(room, 0)[0]]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert held(room, 0), "a note without words stays while it has a photo"


@pytest.mark.parametrize("name", ["cluster", "kano_sort"])
def test_heaps_and_columns_have_photos_of_their_wall_too(room: Room, name: str) -> None:
    surface = room.open(name, BLOCK)
    assert isinstance(surface, Clusters | Kano)
    assert isinstance(surface.photos, WallPhotos)
    room.messages.expect(str(room.photo()))
    surface.photos.choose_for("")
    wait_for_wall(room, 1)
    room.until(lambda: surface.photos.isVisible())
    assert [column.title for column in surface.room_page().columns] == ["Foto van de muur"]
    assert surface.wall.cards == {}


def test_many_photos_stand_in_rows_and_never_make_the_work_wider(room: Room, notes: Notes) -> None:
    for number in range(12):
        drop_files(notes.pane, [room.photo(f"{number}.png", "pink")], QPointF(4, notes.height() - 4))
    photos = notes.pane.photos
    wait_for_wall(room, 12)
    room.until(lambda: len(photos.thumbs) == 12 and photos.isVisible())
    assert notes.minimumSizeHint().width() <= 1000
    rows = {thumb.y() for thumb in photos.thumbs.values()}
    assert len(rows) > 1
    assert all(thumb.geometry().right() <= notes.width() for thumb in photos.thumbs.values())
    assert notes.pane.scroll_area.height() > photos.height()


def test_the_wall_is_photographed_where_nothing_else_is_written(room: Room) -> None:
    page = QWidget()
    room.show(page)
    panel = NotesPanel(room.context, room.bridge, page)
    panel.resize(340, 600)
    panel.show()
    panel.show_block(BLOCK)
    drop_files(panel, [room.photo()], QPointF(20, 300))
    (wall,) = wait_for_wall(room, 1)
    assert panel.rows.rows == {}, "a photo of the wall is no note"
    panel.photos.look_at(wall.id)
    assert panel.photos.viewer.width() == page.width(), "it is looked at over the whole page"
    panel.hide()
    assert not panel.photos.viewer.isVisible()
