"""From keystrokes to edits: every letter is in the document at once, all letters are one entry in the history."""

from __future__ import annotations

from canvas.commands import Commands
from canvas.editor import InlineEditor, Leave
from canvas.text import SIZES, BoardText, board_font
from canvas.tools.base import Stage, typing_key
from sprint.diff import Diff
from sprint.edits.cards import set_card_text
from sprint.edits.delete import delete
from sprint.edits.journey import rename
from sprint.layout import Rect, TextStyle, card_text_width, step_title_width
from sprint.records import Card, Phase, Record, Step


class Writing:
    """Ties the inline editor to the record that is typed in."""

    def __init__(
        self,
        stage: Stage,
        editor: InlineEditor,
        commands: Commands,
        text: BoardText,
    ) -> None:
        self._stage = stage
        self._editor = editor
        self._commands = commands
        self._text = text
        self._id = ""
        self._since: int | None = None
        self._others = 0
        editor.textChanged.connect(self._write)
        editor.left.connect(self._on_left)

    @property
    def record_id(self) -> str:
        """What is typed in; empty when nobody types."""
        return self._id

    def start(self, record_id: str, since: int | None) -> None:
        """Begin typing in a record; `since` is the place in the history before it was made, None when it is old."""
        self.finish()
        record = self._stage.document.get(record_id)
        if record is None or not isinstance(record, Step | Card | Phase):
            return
        self._since, self._others = since, self._stage.diff_count
        self._dress(record)
        hint = self._stage.t("canvas.untitled") if isinstance(record, Step) else ""
        self._editor.start(_text_of(record), self._stage.t("canvas.typing"), hint, lambda: self._put(record))
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
        self._put(record)
        if _text_of(record) != self._editor.toPlainText():
            self._editor.blockSignals(True)
            self._editor.setPlainText(_text_of(record))
            self._editor.blockSignals(False)

    # ---- edits

    def _write(self) -> None:
        if not self._id:
            return
        if self._stage.document.get(self._id) is None:
            self.on_board()
            return
        diff = _written(self._stage, self._id, self._editor.toPlainText())
        if diff:
            before = self._stage.diff_count
            self._stage.do(diff, typing_key(self._id))
            self._others += self._stage.diff_count - before
            self._stage.settle()

    def _on_left(self, how: Leave) -> None:
        self._editor.close_quietly()
        self._end(how)

    def _end(self, how: Leave) -> None:
        record_id, self._id = self._id, ""
        is_new = self._since is not None
        record = self._stage.document.get(record_id)
        if record is None:
            self._stage.setFocus()
            return
        if self._since is not None and self._is_blank(record_id):
            self._drop(record_id, self._since)
        self._since = None
        # Enter goes on to the next step only while she writes new ones; after a change it means "done".
        if how is Leave.DONE or (how is Leave.NEXT_STEP and not is_new):
            self._stage.setFocus()
            return
        step_id = record.step_id if isinstance(record, Card) else record_id if isinstance(record, Step) else ""
        self._stage.settle()
        if how is Leave.TO_CARD and isinstance(record, Step) and self._stage.document.get(step_id):
            self._commands.edit_card(step_id)
        elif how is Leave.NEXT_STEP and step_id and not (isinstance(record, Step) and not record.title.strip()):
            self._commands.add_step(after=step_id)
        elif how is Leave.NEXT_PHASE and step_id and not (isinstance(record, Step) and not record.title.strip()):
            self._commands.add_step_in_next_phase(step_id)
        elif how in (Leave.NEXT_STEP, Leave.NEXT_PHASE) and isinstance(record, Phase):
            self._stage.selection.choose([record_id])
            self._commands.add_step()
        else:
            self._stage.setFocus()

    def _is_blank(self, record_id: str) -> bool:
        record = self._stage.document.get(record_id)
        return record is not None and not _text_of(record).strip()

    def _drop(self, record_id: str, since: int) -> None:
        """Take a new box away in which nothing was written, without a trace when nothing else has happened since."""
        if self._stage.diff_count == self._others:
            self._stage.bail(since)
        else:
            self._stage.do(delete(self._stage.document, [record_id]), typing_key(record_id))

    # ---- looks

    def _dress(self, record: Record) -> None:
        style, scale = self._stage.style_of_canvas, self._stage.camera.scale
        if isinstance(record, Card):
            font = board_font(self._text.family, SIZES[TextStyle.CARD] * scale)
            self._editor.dress(style, style.on_card, style.cards[record.lane], font)
        else:
            kind = TextStyle.PHASE if isinstance(record, Phase) else TextStyle.STEP
            font = board_font(self._text.family, SIZES[kind] * scale, bold=True)
            self._editor.dress(style, style.ink, style.surface, font)

    def _put(self, record: Record) -> None:
        place = self._place_of(record)
        if place is not None:
            self._editor.put(self._stage.camera.rect_to_view(place))

    def _place_of(self, record: Record) -> Rect | None:
        """Give the place of the text itself, so that what is typed stands where it will be read."""
        board, text = self._stage.scene.board, self._text
        m = board.metrics
        if isinstance(record, Card) and (card := board.cards.get(record.id)) is not None:
            width = card_text_width(m)
            top = m.card_top + text(card.label, width, TextStyle.LABEL) + m.label_below
            return Rect(card.rect.x + m.card_pad, card.rect.y + top, width + 4, card.rect.height - top - 4)
        if isinstance(record, Step) and (step := board.steps.get(record.id)) is not None:
            width = step_title_width(m, record)
            height = text(record.title or "x", width, TextStyle.STEP) + 4
            return Rect(step.rect.x + m.step_pad, step.rect.y + m.step_top, width + 4, height)
        for phase in board.phases:
            if phase.id == record.id:
                title = phase.title
                return Rect(title.x, title.y, max(title.width, m.column), title.height + 4)
        return None


def _text_of(record: Record) -> str:
    if isinstance(record, Card):
        return record.text
    return record.title if isinstance(record, Step | Phase) else ""


def _written(stage: Stage, record_id: str, text: str) -> Diff:
    record = stage.document.get(record_id)
    if isinstance(record, Card):
        return set_card_text(stage.document, record_id, text)
    return rename(stage.document, record_id, " ".join(text.splitlines()))
