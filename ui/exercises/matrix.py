"""The surface for a matrix: notes between two axes, the upper left corner is where one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import add_note, add_notes, change_note, notes_of, take_over
from sprint.flow import FlowReader
from sprint.records import Block, Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.material import MaterialColumn
from ui.exercises.matrix_board import MatrixBoard, MatrixWords
from ui.exercises.note_faces import face_of, for_room, room_card
from ui.exercises.notes import kinds_for
from ui.exercises.room_page import RoomColumn, RoomPage
from ui.texts import Texts
from ui.widgets.columns import ScrollColumn
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

NAME = "matrix"
_HIDE = "h"
_CORNER_AT = ((0.05, 0.9), (0.62, 0.9), (0.05, 0.36), (0.62, 0.36))
"""Where a card goes that is put in a corner by its figure: upper left, upper right, lower left, lower right."""
_FAN = 0.07


@dataclass(frozen=True, slots=True)
class Axes:
    """The keys of what stands along a board: low, name and high of both axes, and the four corners."""

    across: tuple[str, str, str]
    up: tuple[str, str, str]
    corners: tuple[str, str, str, str]

    def words(self, t: Texts) -> MatrixWords:
        """Say them in a language."""
        low, name, high = self.across
        below, side, above = self.up
        one, two, three, four = self.corners
        corners = (f"1 · {t(one)}", f"2 · {t(two)}", f"3 · {t(three)}", f"4 · {t(four)}")
        return MatrixWords((t(low), t(name), t(high)), (t(below), t(side), t(above)), corners, t("plan.tray"))


EFFORT = Axes(
    ("plan.little", "plan.axis_effort", "plan.much"),
    ("plan.little", "plan.axis_impact", "plan.much"),
    ("plan.now", "plan.big", "plan.besides", "plan.not_do"),
)
INFLUENCE = Axes(
    ("plan.much", "plan.axis_interest", "plan.little"),
    ("plan.little", "plan.axis_influence", "plan.much"),
    ("plan.involve", "plan.satisfy", "plan.inform", "plan.watch"),
)


def corner_of(x: float, y: float) -> int:
    """Give the corner a place is in: 0 upper left, 1 upper right, 2 lower left, 3 lower right."""
    return (1 if x >= 1 / 2 else 0) + (2 if y < 1 / 2 else 0)


class Surface(WorkSurface):
    """Impact against effort; who has influence against who has an interest, where people are mapped."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    AXES: ClassVar[Axes] = EFFORT

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.material = MaterialColumn(desk.context, desk.bridge, self)
        self.line = LineField(self)
        self.line.setMinimumHeight(desk.context.theme.size("target.touch"))
        self._hint = PlainLabel(role="muted", wrap=True)
        self.board = MatrixBoard(desk.context, self)
        self.bar = QHBoxLayout()
        self.bar.addWidget(self.line, 1)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 8, 8)
        main.setSpacing(8)
        main.addLayout(self.bar)
        main.addWidget(self._hint)
        # Many cards without a place make the tray longer than the window.
        self.scroll = ScrollColumn(self, margin=0, spacing=0, passes_arrows=True)
        self.scroll.column.addWidget(self.board, 1)
        main.addWidget(self.scroll, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(self.material)
        outer.addLayout(main, 1)
        self.setFocusProxy(self.line)
        self._draft = DraftKeeper(desk.bridge, self.line, self, "matrix", self._on_enter)
        self._listen()

    def _listen(self) -> None:
        board = self.board
        self.line.returnPressed.connect(self._on_enter)
        self.material.taken.connect(self._on_taken)
        board.placed.connect(lambda one, x, y: self._place(one, x, y))
        board.lifted.connect(lambda one: self._place(one, None, None))
        board.thrown.connect(lambda one: self.bridge.do(delete(self.document, [one])))
        board.written.connect(
            lambda one, text: self.bridge.do(change_note(self.document, one, text=text), merge=f"note.{one}")
        )
        board.left.connect(lambda _one: self.bridge.break_merge())
        board.key_pressed.connect(self._on_key)
        board.went_up.connect(self.line.setFocus)

    # ---- what an exercise says itself

    @property
    def axes(self) -> Axes:
        """What stands along the board."""
        outputs = self.exercise.outputs if self.exercise is not None else ()
        return INFLUENCE if "stakeholders" in outputs else self.AXES

    @property
    def kind(self) -> NoteKind:
        """What its cards are."""
        return kinds_for(self.exercise)[0]

    def given(self) -> list[Note]:
        """List what earlier exercises left for this one."""
        ids = FlowReader(self.document, self.names.catalogue).material(self.block_id)
        return [note for note in (self.document.get(one) for one in ids) if isinstance(note, Note) and note.text]

    # ---- showing

    def notes(self) -> list[Note]:
        """List its notes, in order."""
        return notes_of(self.document, self.block_id)

    def show_block(self, block_id: str) -> None:
        """Show the board of another block; words that were being typed stay with theirs."""
        self._draft.show_place(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed."""
        self._draft.show_place("")
        super().leave()

    def refresh(self) -> None:
        """Show the board as it is now."""
        t, notes, is_writable = self.context.texts, self.notes(), not self.bridge.is_read_only
        self.line.setPlaceholderText(t("plan.line"))
        self.line.setAccessibleName(t("plan.line"))
        self.line.setVisible(is_writable)
        self._hint.setText(t("plan.matrix_keys"))
        used = {note.origin_id for note in notes if note.origin_id}
        # What was taken over makes room for the board.
        self.material.show_notes([note for note in self.given() if note.id not in used], used, t("plan.earlier"))
        self.board.is_open = is_writable
        self.board.words = self.axes.words(t)
        faces = [face_of(self.document, t, note) for note in notes]
        places = {note.id: _place_of(note) for note in notes}
        self.board.show_cards(faces, places)
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Write the next one."""
        self.line.setFocus()

    # ---- room, copies

    def in_corners(self) -> list[tuple[str, list[Note]]]:
        """List the notes of every corner by the key of its name, then those without a place."""
        found: list[tuple[str, list[Note]]] = [(key, []) for key in (*self.axes.corners, "plan.tray")]
        for note in self.notes():
            place = _place_of(note)
            found[4 if place is None else corner_of(*place)][1].append(note)
        return found

    def room_page(self) -> RoomPage:
        """Show the corners with what lies in them; the first one is where we begin."""
        t = self.room_texts
        columns = []
        for number, (key, notes) in enumerate(self.in_corners()):
            cards = tuple(room_card(note) for note in for_room(notes))
            if cards:
                columns.append(RoomColumn(t(key), cards, is_strong=number == 0))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give the words and their corner."""
        t = self.context.texts
        rows = tuple((note.text, t(key)) for key, notes in self.in_corners() for note in notes)
        return TextTable((t("plan.what"), t("plan.column")), rows)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a note of the first cell of every row that has words."""
        texts = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        if texts:
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, texts, kind=self.kind))

    # ---- hands

    def _place(self, note_id: str, x: float | None, y: float | None) -> None:
        self.bridge.do(change_note(self.document, note_id, x=x, y=y), merge=f"place.{note_id}")

    def _on_enter(self) -> None:
        text = self.line.text().strip()
        if not text or not isinstance(self.document.get(self.block_id), Block):
            return
        if self.bridge.do(add_note(self.document, self.bridge.ids, self.block_id, text, kind=self.kind)):
            self._draft.done()

    def _on_taken(self, note_id: str) -> None:
        origin = self.document.get(note_id)
        if isinstance(origin, Note):
            ids = self.bridge.ids
            self.bridge.do(take_over(self.document, ids, self.block_id, note_id, origin.text, kind=self.kind))

    def _on_key(self, note_id: str, key: str) -> None:
        note = self.document.get(note_id)
        if not isinstance(note, Note):
            return
        if key in "1234":
            corner = int(key) - 1
            lying = sum(
                place is not None and corner_of(*place) == corner
                for place in (_place_of(other) for other in self.notes() if other.id != note_id)
            )
            x, y = _CORNER_AT[corner]
            self._place(note_id, round(x + 2 * _FAN * (lying // 4), 3), round(y - _FAN * (lying % 4), 3))
        elif key == "0":
            self._place(note_id, None, None)
        elif key == _HIDE:
            self.bridge.do(change_note(self.document, note_id, is_hidden=not note.is_hidden))


def _place_of(note: Note) -> tuple[float, float] | None:
    return None if note.x is None or note.y is None else (note.x, note.y)
