"""The surface for a matrix: notes between two axes, the upper left corner is where one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.edits.delete import delete
from sprint.edits.notes import change_note
from sprint.records import Note, NoteKind
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk
from ui.exercises.line_surface import HIDE, LineSurface
from ui.exercises.matrix_board import MatrixBoard, MatrixWords
from ui.exercises.note_faces import face_of, for_room, room_card
from ui.exercises.notes import kinds_for
from ui.exercises.room_page import RoomColumn, RoomPage
from ui.texts import Texts

NAME = "matrix"
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


class Surface(LineSurface):
    """Impact against effort; who has influence against who has an interest, where people are mapped."""

    AXES: ClassVar[Axes] = EFFORT
    PLACE: ClassVar[str] = "matrix"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.board = MatrixBoard(desk.context, self)
        # Many cards without a place make the tray longer than the window.
        self.scroll_area.column.addWidget(self.board, 1)
        self._listen()

    def _listen(self) -> None:
        board = self.board
        board.placed.connect(lambda one, x, y: self._place(one, x, y))
        board.lifted.connect(lambda one: self._place(one, None, None))
        board.thrown.connect(lambda one: self.bridge.do(delete(self.document, [one])))
        board.written.connect(self.write)
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

    # ---- showing

    def refresh(self) -> None:
        """Show the board as it is now."""
        super().refresh()
        t, notes, is_writable = self.context.texts, self.notes(), not self.bridge.is_read_only
        self.hint.setText(t("plan.matrix_keys"))
        self.board.is_open = is_writable
        self.board.words = self.axes.words(t)
        faces = [face_of(self.document, t, note) for note in notes]
        places = {note.id: _place_of(note) for note in notes}
        self.board.show_cards(faces, places)
        self.room_changed.emit()

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

    # ---- hands

    def go_down(self) -> None:
        """Go to the cards."""
        self.board.take_focus()

    def _place(self, note_id: str, x: float | None, y: float | None) -> None:
        self.bridge.do(change_note(self.document, note_id, x=x, y=y), merge=f"place.{note_id}")

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
        elif key == HIDE:
            self.hide_or_show(note)


def _place_of(note: Note) -> tuple[float, float] | None:
    return None if note.x is None or note.y is None else (note.x, note.y)
