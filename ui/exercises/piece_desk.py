"""The hands between the pieces and the frames: pick by key, carry by mouse, take out again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from sprint.edits.pieces import Piece, frames_with, pieces_of, put_piece, take_piece_out
from sprint.records import NoteKind
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.note_faces import tone_of
from ui.exercises.pieces import PieceColumn, PieceFace
from ui.exercises.storyboard_frame import FrameFace
from ui.exercises.storyboard_wall import StoryWall
from ui.widgets.button import Button
from ui.widgets.picture_desk import PictureDesk

_GRIP = 24


class PieceDesk(QObject):
    """Owns the column with pieces and the button that opens it, and changes the storyboard when one is picked."""

    begun = Signal(str)
    """A piece should become a frame of its own."""

    def __init__(
        self, context: Context, bridge: SprintBridge, pictures: PictureDesk, wall: StoryWall, surface: QWidget
    ) -> None:
        super().__init__(surface)
        self._context, self._bridge, self._wall, self._surface = context, bridge, wall, surface
        self.column = PieceColumn(context, pictures, surface)
        self.button = Button(context, icon="idea", parent=surface)
        self.button.setCheckable(True)
        self.button.setChecked(True)
        self._ghost: QLabel | None = None
        self._pieces: list[Piece] = []
        self._numbers: dict[str, int] = {}
        self.button.clicked.connect(self._on_button)
        column = self.column
        column.picked.connect(self._on_picked)
        column.frame_stepped.connect(self._wall.step_target)
        column.left.connect(self._go_back)
        column.dragged.connect(self._on_dragged)
        column.dropped.connect(self._on_dropped)
        wall.target_changed.connect(self._show_target)

    # ---- showing

    def refresh(self, faces: list[FrameFace]) -> None:
        """Show the pieces there are, and in which of these frames they hang."""
        t = self._context.texts
        self._pieces = [] if self._bridge.is_read_only else pieces_of(self._bridge.document)
        self._numbers = {face.id: face.number for face in faces if face.id}
        self.button.show_text(t("board.pieces", count=len(self._pieces)))
        self.button.setToolTip(t("board.pieces_tip"))
        self.button.setVisible(bool(self._pieces))
        self.column.setVisible(bool(self._pieces) and self.button.isChecked())
        self.column.show_pieces([self._face(piece) for piece in self._pieces])
        self._show_target()

    def open(self) -> None:
        """Take the keyboard to the pieces."""
        if self._pieces:
            self.button.setChecked(True)
            self.column.show()
            self.column.take_focus()
            self._show_target()

    def _face(self, piece: Piece) -> PieceFace:
        t, note = self._context.texts, piece.note
        where = [self._numbers[one] for one in frames_with(self._bridge.document, note.id) if one in self._numbers]
        kind = t("board.piece_winner" if piece.is_winner else "board.piece_sketch", letter=piece.letter)
        if note.kind is NoteKind.HIGHLIGHT:
            kind = t("board.piece_praise", letter=piece.letter)
        elif note.kind is NoteKind.IDEA:
            kind = t("kind.note.idea")
        used = t("board.piece_used", frames=", ".join(map(str, sorted(where)))) if where else ""
        label = " · ".join(part for part in (kind, used) if part)
        picture = note.picture_ids[0] if note.picture_ids else ""
        return PieceFace(note.id, note.text, label, picture, tone_of(note.kind))

    def _show_target(self) -> None:
        t, target = self._context.texts, self._wall.target
        number = target.number if target is not None else 1
        self.column.say(t("board.pieces_title"), t("board.pieces_hint", number=number))
        self._wall.show_target(number if self.column.isVisibleTo(self._surface) else 0)

    # ---- hands

    def _on_button(self, is_open: bool) -> None:
        if is_open:
            self.open()
        else:
            self.column.hide()
            self._show_target()
            self._go_back()

    def _go_back(self) -> None:
        target = self._wall.target
        card = self._wall.card_of(target.number) if target is not None else None
        if card is not None:
            card.title.setFocus()

    def _on_picked(self, piece_id: str) -> None:
        target = self._wall.target
        if target is not None:
            self._hang(piece_id, target, takes_out=True)

    def _hang(self, piece_id: str, frame: FrameFace, *, takes_out: bool) -> None:
        document = self._bridge.document
        if not frame.id:
            self.begun.emit(piece_id)
        elif frame.id in frames_with(document, piece_id):
            if takes_out:
                self._bridge.do(take_piece_out(document, frame.id, piece_id))
        else:
            self._bridge.do(put_piece(document, self._bridge.ids, frame.id, piece_id))

    def _on_dragged(self, piece_id: str, point: QPoint) -> None:
        card = self.column.cards[piece_id]
        if self._ghost is None:
            self._ghost = QLabel(self._surface)
            self._ghost.setPixmap(card.grab())
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.show()
            self._ghost.raise_()
        self._ghost.move(self._surface.mapFromGlobal(point) - QPoint(_GRIP, _GRIP))
        under = self._wall.face_at(point)
        self._wall.show_target(under.number if under is not None else 0)

    def _on_dropped(self, piece_id: str, point: QPoint) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        frame = self._wall.face_at(point)
        if frame is not None:
            self._hang(piece_id, frame, takes_out=False)
        self._show_target()
