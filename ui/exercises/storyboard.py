"""The storyboard of 8 or 15 frames: the steps of the desired journey, written and drawn; nothing is kept twice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.journey import rename
from sprint.edits.pictures import add_step_picture, take_picture_down
from sprint.edits.pieces import begin_frame
from sprint.edits.storyboard import (
    BACKSTAGE_LANE,
    WORDS_LANE,
    add_frame,
    begin_storyboard,
    chosen_flow,
    frame_card,
    frames_from_flow,
    move_frame,
    write_in_frame,
)
from sprint.journeys import journey_of_kind, journeys, main_route
from sprint.records import Block, Card, Journey, JourneyKind, Lane, Link, Note, Phase, Picture, Step
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.picture_work import PictureWork
from ui.exercises.piece_desk import PieceDesk
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.storyboard_frame import FrameFace, read_frames
from ui.exercises.storyboard_wall import StoryWall
from ui.journey.starting import start_journey
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_bar import PictureBar
from ui.widgets.picture_card import SheetFace
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_viewer import PictureViewer

NAME = "storyboard"
_SEEN = (Step, Link, Card, Phase, Journey, Picture, Note)
FEW, MANY = 8, 15


class Surface(WorkSurface):
    """Write a title and it is a step; move a frame and the arrows follow; what changes on the canvas changes here."""

    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        context = desk.context
        self._journey_id = ""
        self._is_stale = False
        self._size = FEW
        self.pictures = PictureDesk(context, desk.bridge, self)
        self.journey = ChoiceField(context, self)
        self.sizes = Choices(context, "board.sizes", [("8", "board.size_few"), ("15", "board.size_many")])
        self.sizes.choose("8")
        self.take_flow = Button(context, "board.take_flow", kind="primary", icon="plus")
        self.fork = Button(context, "board.start_from_present")
        self.to_canvas = Button(context, "board.show_journey", icon="step")
        self.bar = PictureBar(context, self.pictures, self)
        self._hint = PlainLabel(role="muted", wrap=True)
        self.wall = StoryWall(context, self.pictures, self)
        self.pieces = PieceDesk(context, desk.bridge, self.pictures, self.wall, self)
        self._lay_out()
        self.viewer = PictureViewer(context, self.pictures, self)
        self.work = PictureWork(context, desk.bridge, self.pictures, self)
        self._listen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.journey, self.sizes, self.pieces.button):
            head.addWidget(widget)
        head.addStretch(1)
        for widget in (self.bar, self.to_canvas):
            head.addWidget(widget)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=0)
        self.scroll_area.column.addWidget(self.wall)
        self.scroll_area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._hint, 1)
        for button in (self.take_flow, self.fork):
            foot.addWidget(button)
        column.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pieces.column)
        row.addWidget(self.scroll_area, 1)
        column.addLayout(row, 1)

    def _listen(self) -> None:
        self.sizes.chosen.connect(self._on_size)
        self.take_flow.clicked.connect(self._on_flow)
        self.fork.clicked.connect(self._on_fork)
        self.to_canvas.clicked.connect(lambda: self.canvas_requested.emit(self.wall.current))
        self.journey.chosen.connect(self._on_journey)
        self.pieces.begun.connect(self._on_piece)
        self.bar.files_chosen.connect(lambda paths: self.take_files(paths, self.wall.current))
        self.bar.pasted.connect(lambda data: self.take_mime(data, self.wall.current))
        wall = self.wall
        wall.begun.connect(self._on_begun)
        wall.titled.connect(
            lambda step_id, text: self._do(rename(self.document, step_id, text), f"step.{step_id}.title")
        )
        wall.worded.connect(partial(self._on_words, WORDS_LANE))
        wall.staged.connect(partial(self._on_words, BACKSTAGE_LANE))
        wall.left.connect(self.bridge.break_merge)
        wall.moved.connect(self._on_moved)
        wall.added.connect(self._on_added)
        wall.thrown.connect(lambda step_id: self._do(delete(self.document, [step_id])))
        wall.dropped.connect(self.take_mime)
        wall.pasted.connect(lambda _id: self.bar.paste_picture())
        wall.drawing_pressed.connect(self._on_drawing)
        wall.current_changed.connect(self._on_current)
        self.viewer.closed.connect(lambda _id: self._on_viewed())
        self.viewer.walked.connect(lambda _id: self.room_changed.emit())
        self.viewer.take_requested.connect(self._on_take)
        self.viewer.drop_requested.connect(self._on_drop)
        self.viewer.shape_requested.connect(self._on_shape)
        self.work.ended.connect(self._on_shaped)

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the desired journey as frames."""
        self.viewer.hide()
        self.block_id = block_id
        self._find_journey()
        if len(self.route()) > FEW:
            self._size = MANY
        super().show_block(block_id)

    def _find_journey(self) -> None:
        known = self.document.get(self._journey_id)
        if not isinstance(known, Journey) or known.kind is not JourneyKind.TO_BE:
            desired = journey_of_kind(self.document, JourneyKind.TO_BE)
            self._journey_id = desired.id if desired is not None else ""

    def route(self) -> list[Step]:
        """List the steps that are the frames."""
        return main_route(self.document, self._journey_id) if self._journey_id else []

    def faces(self) -> list[FrameFace]:
        """Read the frames from the journey, and the empty places up to 8 or 15."""
        made = read_frames(self.document, self._journey_id, self.route())
        if self.bridge.is_read_only:
            return made
        return [*made, *(FrameFace(number) for number in range(len(made) + 1, max(self._size, len(made) + 1) + 1))]

    def refresh(self) -> None:
        """Show the frames as the journey is now."""
        self._is_stale = False
        self._find_journey()
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        desired = [one for one in journeys(self.document) if one.kind is JourneyKind.TO_BE]
        self.journey.show_choices([(one.id, one.title) for one in desired])
        self.journey.show_value(self._journey_id)
        self.journey.setVisible(len(desired) > 1)
        self.journey.setAccessibleName(t("board.journey"))
        waiting = self._waiting()
        self.take_flow.setVisible(is_writable and bool(waiting))
        self.take_flow.set_kind("plain" if self.route() else "primary")
        self.take_flow.setToolTip(t("board.flow_waits", count=len(waiting)))
        self.fork.setVisible(is_writable and not desired and self._present() is not None)
        self.to_canvas.setVisible(bool(desired))
        self.bar.setVisible(is_writable and bool(self.route()))
        self._hint.setText(t("board.story_hint" if self.route() else "board.story_empty"))
        self.sizes.choose(str(self._size))
        faces = self.faces()
        self.wall.show_faces(faces, columns=5 if self._size == MANY else 4, is_writable=is_writable)
        self.pieces.refresh(faces)
        for button in (self.viewer.photo, self.viewer.shape, self.viewer.drop):
            button.setVisible(is_writable)
        self.viewer.show_faces(self._sheets())
        self.room_changed.emit()

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed; drafts and the clock touch nothing here, and what nobody sees can wait."""
        if not any(isinstance(record, _SEEN) for change in diff.changes.values() for record in change):
            return
        self._is_stale = not self.isVisible()
        if self._is_stale:
            self.room_changed.emit()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened on the canvas."""
        super().showEvent(event)
        if self._is_stale and isinstance(self.document.get(self.block_id), Block):
            self.refresh()

    def take_focus(self) -> None:
        """Write where work goes on: in the frame that had the keyboard, or in the first empty one."""
        self.wall.focus_current()

    def finish(self) -> None:
        """Take in the drawings that are on their way, before the sprint is closed."""
        self.bar.folder.stop()
        self.pictures.finish()

    def _on_size(self, size: str) -> None:
        self._size = int(size)
        self.refresh()

    def _on_journey(self, journey_id: object) -> None:
        self._journey_id = str(journey_id)
        self.refresh()

    def _on_current(self, _step_id: str) -> None:
        card = self.wall.current_card()
        if card is not None:
            self.scroll_area.ensureWidgetVisible(card)

    # ---- where it begins

    def _present(self) -> Journey | None:
        return journey_of_kind(self.document, JourneyKind.AS_IS)

    def _waiting(self) -> list[Note]:
        """List the steps of the test flow to take over: all, or those behind the last one that has a frame."""
        route, flow = {step.id for step in self.route()}, chosen_flow(self.document)
        taken = max((place for place, note in enumerate(flow, 1) if note.step_id in route), default=0)
        return flow[taken:]

    def _begin(self, notes: list[Note]) -> bool:
        """Begin the desired journey, with a frame for each of these notes."""
        t, present = self.context.texts, self._present()
        diff = begin_storyboard(
            self.document,
            self.bridge.ids,
            present.title if present is not None and present.title else t("kind.journey.to_be"),
            t("board.first_phase"),
            notes,
            present.id if present is not None else "",
        )
        return self.bridge.do(diff)

    def _on_flow(self) -> None:
        notes = self._waiting()
        if not self._journey_id:
            self._begin(notes)
        else:
            self._do(frames_from_flow(self.document, self.bridge.ids, self._journey_id, notes))
        self.take_focus()

    def _on_fork(self) -> None:
        begun = start_journey(self.context, self.bridge, JourneyKind.TO_BE)
        if begun is not None:
            self._journey_id = begun.id
            self._size = MANY if len(self.route()) > FEW else FEW
            self.refresh()

    def _on_begun(self, title: str) -> None:
        """The first letters in an empty frame: it is a step from now on."""
        if not self._journey_id and not self._begin([]):
            return
        self._find_journey()
        made = add_frame(self.document, self.bridge.ids, self._journey_id, title)
        new = next(key for key, (before, after) in made.changes.items() if before is None and isinstance(after, Step))
        self._do(made, f"step.{new}.title")  # one entry with the letters that follow

    def _on_piece(self, note_id: str) -> None:
        """A piece was picked into an empty frame."""
        if self._journey_id or self._begin([]):
            self._find_journey()
            self._do(begin_frame(self.document, self.bridge.ids, self._journey_id, note_id))

    # ---- doing

    def _do(self, diff: Diff, merge: str = "") -> bool:
        return self.bridge.do(diff, merge) if diff else False

    def _on_words(self, lane: Lane, step_id: str, text: str) -> None:
        self._do(write_in_frame(self.document, self.bridge.ids, step_id, lane, text), f"frame.{step_id}.{lane.value}")

    def _on_moved(self, step_id: str, before: str) -> None:
        if self._do(move_frame(self.document, self.bridge.ids, step_id, before)):
            self.wall.go_to(step_id)

    def _on_added(self, step_id: str) -> None:
        """Add a frame behind another one."""
        row = [step.id for step in self.route()]
        behind = row[row.index(step_id) + 1 :] if step_id in row else []
        before = next(iter(behind), "")
        if not before:
            self.wall.focus_empty()
        elif self._do(add_frame(self.document, self.bridge.ids, self._journey_id, "", before)):
            self.wall.go_to(self.route()[row.index(step_id) + 1].id)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a frame of every row: title, what is read and said, behind the scenes."""
        for row in rows:
            title, words, behind = (*row, "", "", "")[:3]
            self._on_begun(title)
            route = self.route()
            for lane, text in ((WORDS_LANE, words), (BACKSTAGE_LANE, behind)):
                if text and route:
                    self._on_words(lane, route[-1].id, text)

    # ---- drawings

    def take_files(self, paths: list[Path], step_id: str) -> None:
        """Take photos: the first for this frame, the others for the frames behind it."""
        row = [step.id for step in self.route()]
        start = row.index(step_id) if step_id in row else 0
        for path, frame in zip(paths, row[start:], strict=False):
            self.pictures.take_files([path], lambda stored, frame=frame: self._hang(frame, stored))

    def take_mime(self, data: QMimeData, step_id: str) -> None:
        """Take what was dropped on a frame or pasted."""
        if isinstance(self.document.get(step_id), Step):
            self.pictures.take_mime(data, partial(self._hang, step_id))

    def _hang(self, step_id: str, stored: object) -> Diff:
        return add_step_picture(self.document, self.bridge.ids, step_id, stored)

    def _on_drawing(self, step_id: str) -> None:
        card = frame_card(self.document, step_id, WORDS_LANE)
        if card is not None and card.picture_id:
            self.viewer.look_at(self._sheets(), step_id)
            self.room_changed.emit()
        else:
            self._on_take(step_id)

    def _on_take(self, step_id: str) -> None:
        paths = self.context.messages.ask_pictures(self.context.texts("sketch.choose_photos"))
        if paths:
            self.take_files(paths, step_id)

    def _on_drop(self, step_id: str, picture_id: str) -> None:
        card = frame_card(self.document, step_id, WORDS_LANE)
        if card is not None:
            self._do(take_picture_down(self.document, card.id, picture_id))

    def _on_shape(self, step_id: str) -> None:
        """Cut out a part for this frame; the sketch it came from stays whole."""
        card = frame_card(self.document, step_id, WORDS_LANE)
        self.work.open(self.viewer.picture_id, card.id if card is not None else "")

    def _on_shaped(self) -> None:
        (self.viewer if self.viewer.isVisible() else self.wall).setFocus()

    def _sheets(self) -> list[SheetFace]:
        return [SheetFace(f.id, f.title, str(f.number), f.words, f.picture_id) for f in self.faces() if f.id]

    def _on_viewed(self) -> None:
        self.wall.focus_current()
        self.room_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a drawing into the frame that has the keyboard, or go to the pieces."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.bar.has_picture_to_paste():
            self.bar.paste_picture()
        elif event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.pieces.open()
        else:
            super().keyPressEvent(event)

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the frames with their drawings, or the one that is looked at."""
        cards = [
            RoomCard(face.title, sign=str(face.number), picture_id=face.picture_id, tone="quote")
            for face in self.faces()
            if face.id and (not self.viewer.isVisible() or self.viewer.current == face.id)
        ]
        return RoomPage(columns=(RoomColumn(cards=tuple(cards)),) if cards else ())

    def table(self) -> TextTable:
        """Give number, title, words and what happens behind the scenes."""
        t = self.context.texts
        head = (t("sketch.number"), t("board.frame_title"), t("board.frame_words"), t("board.frame_backstage"))
        rows = tuple((str(f.number), f.title, f.words, f.backstage) for f in self.faces() if f.id)
        return TextTable(head, rows)
