"""The user test flow: a row of five or six steps by each team member; the row that is chosen becomes the storyboard."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.sketches import letter_of
from sprint.edits.storyboard import (
    WINNER,
    add_flow,
    add_flow_step,
    choose_flow,
    flows_of,
    gather_flow,
    loose_steps,
    steps_of_flow,
)
from sprint.insight.dots import chosen_on, dots_on
from sprint.records import Block, VoteRound
from sprint.text_table import TextTable
from sprint.votes.options import VoteOption
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.flow_row import FlowFace, FlowRow
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.with_vote import WithVote
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel

NAME = "test_flow"


class Surface(WorkSurface):
    """Rows of notes, each called by a letter; Enter goes to the next step, and from the last one to a new row."""

    ACCEPTS_ROWS: ClassVar[bool] = True

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: dict[str, FlowRow] = {}
        self.add = Button(desk.context, "board.add_flow", kind="primary", icon="plus")
        self.gather = Button(desk.context, "board.gather_flow")
        self._hint = PlainLabel(role="muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        for button in (self.add, self.gather):
            head.addWidget(button)
        head.addWidget(self._hint, 1)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=12)
        self.scroll_area.column.addLayout(head)
        self.scroll_area.column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.votes = WithVote(desk, self.scroll_area, "board.tab_rows", self.options, self)
        outer.addWidget(self.votes)
        self.votes.changed.connect(self.room_changed)
        self.add.clicked.connect(self.begin_row)
        self.gather.clicked.connect(lambda: self.bridge.do(gather_flow(self.document, self.bridge.ids, self.block_id)))

    # ---- showing

    def show_block(self, block_id: str) -> None:
        """Show the rows, or the vote on them when one is under way."""
        super().show_block(block_id)
        self.votes.show_block(block_id)

    def options(self) -> list[VoteOption]:
        """List the rows that can be voted on: their letter, their first and their last step."""
        t = self.context.texts
        found = []
        for face in self.list_flows():
            words = [note.text for note in face.steps if note.text.strip()]
            if words:
                label = words[0] if len(words) == 1 else t("board.row_option", first=words[0], last=words[-1])
                found.append(VoteOption(face.id, label, sign=face.letter))
        return found

    def refresh(self) -> None:
        """Show the rows."""
        t, is_writable = self.context.texts, not self.bridge.is_read_only
        self._hint.setText(t("board.flow_hint"))
        self.add.setVisible(is_writable)
        self.gather.setVisible(is_writable and bool(loose_steps(self.document, self.block_id)))
        faces = self.list_flows()
        wanted = {face.id for face in faces}
        for gone in [flow_id for flow_id in self.rows if flow_id not in wanted]:
            row = self.rows.pop(gone)
            self.scroll_area.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, face in enumerate(faces):
            row = self.rows.get(face.id) or self._new_row(face)
            if self.scroll_area.column.indexOf(row) != place + 1:
                self.scroll_area.column.insertWidget(place + 1, row)
                row.show()
            row.show_face(face, is_writable=is_writable)
        self.rows = {face.id: self.rows[face.id] for face in faces}
        self.votes.refresh(self.block_id)
        self.room_changed.emit()

    def list_flows(self) -> list[FlowFace]:
        """Read the rows with their letters and dots."""
        flows = flows_of(self.document, self.block_id)
        dots = dots_on(self.document, [flow.id for flow in flows])
        found = []
        for place, flow in enumerate(flows):
            steps = tuple(steps_of_flow(self.document, flow.id))
            is_chosen = any(note.mark == WINNER for note in steps)
            found.append(FlowFace(flow.id, letter_of(place), steps, dots.get(flow.id), is_chosen))
        return found

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed; drafts and the clock touch nothing here."""
        if WithVote.matters(diff):
            self.refresh()
        if any(isinstance(after, VoteRound) and after.chosen_ids for _, after in diff.changes.values()):
            # Not now: everybody must hear of the vote before there is another change.
            QTimer.singleShot(0, self, self._take_choice)

    def take_focus(self) -> None:
        """Write the next step of the last row, or begin the first one."""
        last = next(reversed(self.rows.values()), None)
        if self.votes.is_voting:
            self.votes.pane.take_focus()
            return
        (last.next_field if last is not None else self.add).setFocus()

    def leave(self) -> None:
        """Enter what is half typed."""
        for row in self.rows.values():
            row.enter()
        super().leave()

    def _new_row(self, face: FlowFace) -> FlowRow:
        row = FlowRow(self.context, self.bridge, face, self.scroll_area.inside)
        self.rows[face.id] = row
        row.step_added.connect(self._on_step)
        row.row_wanted.connect(self.begin_row)
        row.chosen.connect(self._on_choose)
        row.thrown.connect(lambda ids: self.bridge.do(delete(self.document, ids)))
        return row

    # ---- doing

    def begin_row(self) -> None:
        """Begin another row, and write its first step."""
        if not isinstance(self.document.get(self.block_id), Block):
            return
        empty = next((row for row in self.rows.values() if not row.face.steps), None)
        if empty is None and self.bridge.do(add_flow(self.document, self.bridge.ids, self.block_id)):
            empty = next(reversed(self.rows.values()))
        if empty is not None:
            empty.next_field.setFocus()
            self.scroll_area.settle()
            self.scroll_area.ensureWidgetVisible(empty)

    def _on_step(self, flow_id: str, text: str) -> None:
        if self.document.get(flow_id) is not None:
            self.bridge.do(add_flow_step(self.document, self.bridge.ids, flow_id, text))

    def _on_choose(self, flow_id: str) -> None:
        if self.bridge.do(choose_flow(self.document, flow_id)):
            self.context.messages.tell(self.context.texts("board.flow_chosen"), tone="good")

    def _take_choice(self) -> None:
        """Mark the row that the Decider chose in the vote."""
        faces = {face.id: face for face in self.list_flows()} if self.block_id else {}
        chosen = next(iter(chosen_on(self.document, faces)), "")
        if chosen and not faces[chosen].is_chosen and not self.bridge.is_read_only:
            self._on_choose(chosen)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Make a row of every row with several cells; a list of single cells is one row."""
        filled = [[cell for cell in row if cell] for row in rows]
        wide = [row for row in filled if len(row) > 1]
        for texts in wide or [[row[0] for row in filled if row]]:
            if texts:
                self.bridge.do(add_flow(self.document, self.bridge.ids, self.block_id, texts))

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the vote, or the rows by their letter, the chosen one strong; never whose they are."""
        if self.votes.is_voting:
            return self.votes.room_page()
        columns = []
        for face in self.list_flows():
            steps = [note for note in face.steps if note.text.strip() and not note.is_hidden]
            cards = tuple(RoomCard(note.text, sign=str(n), tone="idea") for n, note in enumerate(steps, start=1))
            title = (
                face.letter
                if face.dots is None
                else self.room_texts("board.row_dots", row=face.letter, count=face.dots)
            )
            if cards:
                columns.append(RoomColumn(title, cards, is_strong=face.is_chosen))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give each row as a line: letter, then its steps."""
        t = self.context.texts
        faces = self.list_flows()
        most = max((len(face.steps) for face in faces), default=0)
        head = (t("sketch.letter"), *(t("board.step_number", number=number) for number in range(1, most + 1)))
        rows = tuple(
            (face.letter, *(note.text for note in face.steps), *[""] * (most - len(face.steps))) for face in faces
        )
        return TextTable(head, rows)
