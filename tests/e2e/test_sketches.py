"""From a photo with a place in it to the file that leaves the laptop, and from a frame to the canvas."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.journeys import journey_of_kind, main_route
from sprint.records import Block, JourneyKind, Note, NoteKind
from tests.helpers.facilitator import Facilitator
from ui.exercises.gallery import Surface as Gallery
from ui.exercises.storyboard import Surface as Storyboard

GPS, MAKE = 0x8825, 0x010F


def open_exercise(she: Facilitator, name: str) -> object:
    block = next(block for block in she.document.table(Block).values() if block.exercise == name)
    she.sprint.bench.show_block(block.id)
    return she.sprint.bench.exercise.surface


def photo(path: Path) -> Path:
    """A photo as a phone makes it: it knows where, and whose."""
    exif = Image.Exif()
    exif[MAKE] = "Telefoon van Samira"
    exif[GPS] = {1: "N", 2: (51.0, 31.0, 12.0), 3: "E", 4: (5.0, 58.0, 30.0)}
    Image.new("RGB", (900, 700), "white").save(path, "JPEG", exif=exif)
    assert b"Samira" in path.read_bytes()
    return path


def test_a_photo_that_is_dropped_just_before_closing_is_in_the_file_without_its_place(
    she: Facilitator, tmp_path: Path
) -> None:
    she.do("open_example")
    she.saved()
    gallery = open_exercise(she, "museum_heat_map")
    assert isinstance(gallery, Gallery)
    before = [note for note in she.document.table(Note).values() if note.kind is NoteKind.SKETCH]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo(tmp_path / "IMG_2045.jpg")))])
    beside = QPointF(gallery.grid.width() + 9, 3)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    gallery.grid.dropEvent(QDropEvent(beside, copy, data, left, none))
    path = she.sprint.bridge.workspace.path
    assert path is not None
    document = she.document
    she.do("close_sprint")
    after = [note for note in document.table(Note).values() if note.kind is NoteKind.SKETCH]
    assert len(after) == len(before) + 1, "what was on its way was taken in"
    with zipfile.ZipFile(path) as held:
        pictures = [held.read(name) for name in held.namelist() if name.endswith(".jpg")]
    assert len(pictures) == 1
    assert b"Samira" not in pictures[0] and b"Exif" not in pictures[0]
    assert not Image.open(io.BytesIO(pictures[0])).getexif()


def test_a_frame_that_is_typed_stands_on_the_canvas_and_the_other_way_round(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    board = open_exercise(she, "storyboard")
    assert isinstance(board, Storyboard)
    board.wall.focus_empty()
    QTest.keyClicks(QApplication.focusWidget(), "Zet de bak recht")
    desired = journey_of_kind(she.document, JourneyKind.TO_BE)
    assert desired is not None
    last = main_route(she.document, desired.id)[-1]
    assert last.title == "Zet de bak recht"
    she.press("Naar de klantreis")
    assert she.sprint.bench.surface == "canvas"
    assert list(she.sprint.bench.canvas.selection.ids) == [last.id]
    she.sprint.bench.canvas.setFocus()
    she.keys("F2")
    QTest.keyClicks(QApplication.focusWidget(), "Zet alles recht")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    open_exercise(she, "storyboard")
    assert board.wall.frames[last.id].title.toPlainText().endswith("Zet alles recht")
