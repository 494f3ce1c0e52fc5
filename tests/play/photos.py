"""The photos of the play: drawings of the example, as files that are chosen, dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from sprint.example import PICTURES, example_pictures
from sprint.records import Note, Picture
from tests.play.hands import Room
from tests.play.stage import drawings


def photo_of(room: Room, note: Note) -> Path:
    """Give the file of the drawing that the example has on a note, on the desk of the facilitator."""
    kept = room.script.require(Picture, note.picture_ids[0])
    name = drawings()[kept.sha256]
    path = room.she.profile.parent / f"{name}.png"
    data = dict(zip(PICTURES, example_pictures().values(), strict=True))[name]
    path.write_bytes(data)
    return path


def expect_photos(room: Room, *notes: Note) -> None:
    """The next time files are asked for, she chooses the drawings of these notes."""
    room.she.messages.expect("\n".join(str(photo_of(room, note)) for note in notes))


def drop_photo(room: Room, note: Note, widget: QWidget, on: QWidget) -> None:
    """Drag the file of a drawing on a card of a wall and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_of(room, note)))])
    at, no_key = on.geometry().center(), Qt.KeyboardModifier.NoModifier
    come = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_key)
    QApplication.sendEvent(widget, come)
    assert come.isAccepted()
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_key)
    QApplication.sendEvent(widget, event)
    assert event.isAccepted()
    room.clicks += 1


def paste_photo(room: Room, note: Note) -> None:
    """Copy the drawing elsewhere and paste it where the keyboard is."""
    image = QImage(str(photo_of(room, note))).convertToFormat(QImage.Format.Format_RGB32)
    QApplication.clipboard().setImage(image)
    room.key("Ctrl+V")


def wait_for_photos(room: Room, count: int) -> None:
    """Wait until so many photos hang in the sprint."""
    room.she.qtbot.waitUntil(lambda: len(room.document.table(Picture)) == count, timeout=10_000)
