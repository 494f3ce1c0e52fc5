"""From keystrokes to edits: every letter is in the document at once, all letters are one entry in the history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF

from canvas.commands import Commands
from canvas.editor import InlineEditor, Leave
from canvas.text import SIZES, board_font
from canvas.tools.base import Stage, typing_key
from sprint.diff import Diff
from sprint.edits.cards import set_card_text
from sprint.edits.delete import delete
from sprint.edits.journey import rename
from sprint.layout import Rect, TextStyle
from sprint.records import Card, Phase, Record, Step

_PHASE_ROOM = 10.0


class Writing:
    """Ties the inline editor to the record that is typed in."""

    def __init__(
        self,
        stage: Stage,
        editor: InlineEditor,
        commands: Commands,
        take_back: Callable[[], None],
        family: str,
    ) -> None:
        self._stage = stage
        self._editor = editor
        self._commands = commands
        self._take_back = take_back
        self._family = family
        self._id = ""
        self._is_new = False
        self._is_untouched = True
        editor.textChanged.connect(self._write)
        editor.left.connect(self._on_left)

    @property
    def record_id(self) -> str:
        """What is typed in; empty when nobody types."""
        return self._id

    def start(self, record_id: str, *, is_new: bool) -> None:
        """Begin typing in a record."""
        self.finish()
        record = self._stage.document.get(record_id)
        if record is None or not isinstance(record, Step | Card | Phase):
            return
        self._is_new, self._is_untouched = is_new, True
        self._dress(record)
        self._editor.start(_text_of(record), self._stage.t("canvas.typing"), lambda: self._put(record_id))
        self._id = record_id

    def type_over(self, letter: str) -> None:
        """Put a first letter in place of what is chosen in the field."""
        if self._id:
            self._editor.insertPlainText(letter)

    def finish(self) -> None:
        """Stop typing and keep what was typed."""
        if self._id:
            self._editor.close_quietly()
            self._end(Leave.DONE)

    def on_board(self) -> None:
        """Follow the box that is typed in when the board or the view has moved, and other people's changes."""
        if not self._id:
            return
        record = self._stage.document.get(self._id)
        if record is None or self._stage.scene.board.rect_of(self._id) is None:
            self._id = ""
            self._editor.close_quietly()
            self._stage.setFocus()
            return
        self._dress(record)
        self._put(self._id)
        if _text_of(record) != self._editor.toPlainText():
            self._editor.blockSignals(True)
            self._editor.setPlainText(_text_of(record))
            self._editor.blockSignals(False)

    # ---- edits

    def _write(self) -> None:
        if not self._id:
            return
        diff = _written(self._stage, self._id, self._editor.toPlainText())
        if diff:
            self._is_untouched = False
            self._stage.do(diff, typing_key(self._id))
            self._stage.settle()

    def _on_left(self, how: Leave) -> None:
        self._editor.close_quietly()
        self._end(how)

    def _end(self, how: Leave) -> None:
        record_id, self._id = self._id, ""
        record = self._stage.document.get(record_id)
        if record is None:
            self._stage.setFocus()
            return
        if self._is_new and self._is_blank(record_id):
            self._drop(record_id)
        if how is Leave.DONE:
            self._stage.setFocus()
            return
        step_id = record.step_id if isinstance(record, Card) else record_id if isinstance(record, Step) else ""
        self._stage.settle()
        if how is Leave.TO_CARD and isinstance(record, Step) and self._stage.document.get(step_id):
            self._commands.edit_card(step_id)
        elif how is Leave.NEXT_STEP and step_id and not (isinstance(record, Step) and not record.title.strip()):
            self._commands.add_step(after=step_id)
        elif how is Leave.NEXT_STEP and isinstance(record, Phase):
            self._stage.selection.choose([record_id])
            self._commands.add_step()
        else:
            self._stage.setFocus()

    def _is_blank(self, record_id: str) -> bool:
        record = self._stage.document.get(record_id)
        return record is not None and not _text_of(record).strip()

    def _drop(self, record_id: str) -> None:
        """Take a new box away in which nothing was written."""
        if self._is_untouched:
            self._take_back()
        else:
            self._stage.do(delete(self._stage.document, [record_id]), typing_key(record_id))

    # ---- looks

    def _dress(self, record: Record) -> None:
        style, scale = self._stage.style_of_canvas, self._stage.camera.scale
        if isinstance(record, Card):
            font = board_font(self._family, SIZES[TextStyle.CARD] * scale)
            self._editor.dress(
                style, is_card=True, ground=style.cards[record.lane].name(), font=font, pad=(10 * scale, 8 * scale)
            )
        else:
            kind = TextStyle.PHASE if isinstance(record, Phase) else TextStyle.STEP
            font = board_font(self._family, SIZES[kind] * scale, bold=True)
            pad = (4.0, 2.0) if isinstance(record, Phase) else (10 * scale, 12 * scale)
            self._editor.dress(style, is_card=False, ground=style.surface.name(), font=font, pad=pad)

    def _put(self, record_id: str) -> None:
        rect = self._stage.scene.board.rect_of(record_id)
        for phase in self._stage.scene.board.phases:
            if phase.id == record_id:
                title = phase.title
                rect = Rect(title.x - 6, title.y - 6, max(title.width, 140) + 12, title.height + _PHASE_ROOM)
        if rect is not None:
            self._editor.put(QRectF(self._stage.camera.rect_to_view(rect)))


def _text_of(record: Record) -> str:
    if isinstance(record, Card):
        return record.text
    return record.title if isinstance(record, Step | Phase) else ""


def _written(stage: Stage, record_id: str, text: str) -> Diff:
    record = stage.document.get(record_id)
    if isinstance(record, Card):
        return set_card_text(stage.document, record_id, text)
    return rename(stage.document, record_id, " ".join(text.splitlines()))
