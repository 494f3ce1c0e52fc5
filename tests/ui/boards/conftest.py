"""A sprint with the exercises that draw, choose and build, a store in memory, and sheets of paper to photograph."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sprint.document import Document
from sprint.records import Block, Day, Note, NoteKind, Person, Record
from sprint.store.disk import Disk
from sprint.store.media import ImportedPicture, MediaStore
from tests.helpers.messages import ScriptedMessages
from tests.helpers.stage import Clock, DisklessWorkspace, small_sprint
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.registry import make_surface
from ui.panels.blocks import BlockNames

EXERCISES = (
    *("lightning_demos", "crazy_eights", "solution_sketch", "museum_heat_map", "speed_critique"),
    *("pick_target", "test_flow", "storyboard"),
)


class Store:
    """Keeps pictures as the real store does, in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self._media = MediaStore(Disk(), folder)

    def add_media(self, data: bytes) -> ImportedPicture:
        return self._media.add(data)

    def read_media(self, sha256: str) -> bytes:
        return self._media.read(sha256)


class Workspace(DisklessWorkspace):
    """A workspace whose pictures are kept."""

    def __init__(self, made: list[Record], folder: Path) -> None:
        super().__init__(made)
        self.store = Store(folder)

    def now_iso(self) -> str:
        return "2026-11-03T15:00:00+00:00"


class Room:
    """One surface in a window, and the hands that work on it."""

    def __init__(self, qtbot: QtBot, context: Context, folder: Path) -> None:
        self.qtbot, self.context = qtbot, context
        made = [
            *small_sprint(),
            Day(id="day9", order=9, title="Kiezen"),
            *(Block(id=name, day_id="day9", order=n, exercise=name, minutes=10) for n, name in enumerate(EXERCISES)),
            Person(id="samira", name="Samira", role="Beslisser"),
        ]
        self.read_clock = Clock()
        self.workspace = Workspace(made, folder)
        messages = context.messages
        assert isinstance(messages, ScriptedMessages)
        self.messages = messages
        self.bridge = SprintBridge(self.workspace, context.texts, messages, clock=self.read_clock)
        self.clock = RunClock(self.bridge, BlockNames(context.texts))
        self.desk = ExerciseDesk(context, self.bridge, self.clock)
        self.folder = folder
        self._windows: list[QWidget] = []

    @property
    def document(self) -> Document:
        return self.workspace.document

    def open(self, name: str, block_id: str = "", width: int = 1000, height: int = 700) -> WorkSurface:
        """Open the surface of this name in a window of its own."""
        holder = QWidget()
        self._windows.append(holder)
        self.qtbot.addWidget(holder)
        surface = make_surface(name, self.desk, holder)
        assert surface is not None
        holder.resize(width, height)
        surface.resize(width, height)
        with self.qtbot.waitExposed(holder):
            holder.show()
        holder.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is holder)
        surface.show_block(block_id or name)
        surface.take_focus()
        return surface

    def show(self, widget: QWidget) -> None:
        """Put a widget of its own on the screen."""
        self._windows.append(widget)
        self.qtbot.addWidget(widget)
        widget.resize(360, 700)
        with self.qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)

    def back(self) -> None:
        """Come back to the window, as the desk of a laptop does when a window in front of it closes."""
        self._windows[-1].activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self._windows[-1])

    def notes(self, kind: NoteKind) -> list[Note]:
        found = [note for note in self.document.table(Note).values() if note.kind is kind]
        return sorted(found, key=lambda note: (note.order, note.id))

    def until(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=10_000)

    def photo(self, name: str = "vel.jpg", colour: str = "white") -> Path:
        """Make a photo of a sheet on a dark table."""
        picture = Image.new("RGB", (320, 240), (50, 40, 30))
        ImageDraw.Draw(picture).polygon([(60, 30), (260, 45), (290, 205), (30, 190)], fill=colour)
        out = io.BytesIO()
        picture.save(out, "JPEG" if name.endswith(("jpg", "JPG")) else "PNG")
        path = self.folder.parent / name
        path.write_bytes(out.getvalue())
        return path


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier, text: str = "") -> None:
    """Press a key where the keyboard is."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(focus(), key, held)


def type_in(text: str, *, enter: bool = True) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(focus(), text)
    if enter:
        press(Qt.Key.Key_Return)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    return found


def click(widget: QWidget, at: QPoint | None = None) -> None:
    assert widget.isVisible() and widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def drop_files(widget: QWidget, paths: list[Path], at: QPointF) -> None:
    """Let files fall on a widget, as a drag from a folder does."""
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    come = QDragEnterEvent(at.toPoint(), copy, data, left, no_key)
    QApplication.sendEvent(widget, come)
    assert come.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(at, copy, data, left, no_key))


@pytest.fixture
def room(qtbot: QtBot, context: Context, tmp_path: Path) -> Iterator[Room]:
    """A room whose surfaces are let go at the end."""
    folder = tmp_path / "media"
    folder.mkdir()
    made = Room(qtbot, context, folder)
    yield made
    made.clock.end()
    made.bridge.leave()
