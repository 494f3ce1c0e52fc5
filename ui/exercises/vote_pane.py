"""A vote on one screen: prepare it, count hands or let people vote one by one, close, reveal, choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.team import decider_of
from sprint.records import Block, VoteState
from sprint.sentences import listed
from sprint.votes.options import VoteOption, options_for
from sprint.votes.rounds import OptionResult, codes_of
from ui.exercises.base import ExerciseDesk
from ui.exercises.vote_desk import VoteDesk
from ui.exercises.vote_list import VoteList
from ui.exercises.vote_setup import VoteSetupForm
from ui.exercises.vote_steps import pane_words
from ui.exercises.vote_voters import VoterRow
from ui.exercises.vote_words import count_rows, result_rows, setup_rows
from ui.panels.blocks import BlockNames
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel

_REST_MS = 600
_REASON_STRETCH = 20


class VotePane(QWidget):
    """Everything a facilitator needs for a vote, one thing at a time."""

    state_changed = Signal()
    """Another part of the vote is on, or dots were given."""

    def __init__(
        self,
        desk: ExerciseDesk,
        parent: QWidget | None = None,
        *,
        own_only: bool = False,
        find_options: Callable[[], list[VoteOption]] | None = None,
    ) -> None:
        """Vote on what lies ready for the block, or on what `find_options` gives (sketches on a wall, steps)."""
        super().__init__(parent)
        self._own_only, self._own_options = own_only, find_options
        self._desk, self._context, self._bridge = desk, desk.context, desk.bridge
        self._names = BlockNames(desk.context.texts, desk.catalogue)
        self.block_id = ""
        self.options: list[VoteOption] = []
        self._left_out: set[str] = set()
        self._chosen: set[str] = set()
        self._asks_missing = False
        self.desk = VoteDesk(self._context, self._bridge)
        self._title = PlainLabel(role="title", wrap=True)
        self.told = PlainLabel(role="muted", wrap=True)
        self.form = VoteSetupForm(self._context, self._bridge, self)
        self.voters = VoterRow(self._context, self)
        self.list = VoteList(self._context, self)
        self.between = PlainLabel(role="display", wrap=True)
        self.between.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason = LineField(self)
        self.primary = Button(self._context, kind="primary", parent=self)
        self.second = Button(self._context, parent=self)
        self.third = Button(self._context, kind="link", parent=self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.desk.save_counts)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(8)
        self.scroll_area = ScrollColumn(self, margin=0, spacing=0, passes_arrows=True)
        self.scroll_area.column.setContentsMargins(0, 2, 10, 8)
        self.scroll_area.column.addWidget(self.list)
        self.scroll_area.column.addStretch(1)
        for part in (self._title, self.told, self.form, self.voters):
            column.addWidget(part)
        column.addWidget(self.scroll_area, 1)
        column.addWidget(self.between, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.reason, _REASON_STRETCH)
        row.addWidget(self.third)
        row.addStretch(1)
        row.addWidget(self.second)
        row.addWidget(self.primary)
        column.addLayout(row)
        high, lead = self._context.theme.size("target.touch"), self._context.theme.size("lead")
        for button in (self.primary, self.second):
            button.setStyleSheet(f"min-height: {high}px; font-size: {lead}px; padding: 0 20px;")
        self.reason.setStyleSheet(f"min-height: {high - 10}px; font-size: {lead}px;")

    def _listen(self) -> None:
        self.form.changed.connect(self.refresh)
        self.list.stepped.connect(self._on_step)
        self.list.put.connect(self._on_put)
        self.list.toggled.connect(self._on_toggle)
        self.list.entered.connect(self._on_enter)
        self.list.went_out.connect(self._on_out)
        self.voters.called.connect(self._on_called)
        self.primary.clicked.connect(self.go_on)
        self.second.clicked.connect(self._on_second)
        self.third.clicked.connect(self._on_third)
        self.reason.returnPressed.connect(self.go_on)

    # ---- showing

    def show_block(self, block_id: str, exercise: str) -> None:
        """Show the vote of a block, where it was left."""
        if block_id != self.block_id:
            self.block_id = block_id
            self._left_out, self._chosen, self._asks_missing = set(), set(), False
            self.desk.show_block(block_id)
            self.form.show_exercise(exercise)
            vote = self.desk.vote
            self._chosen = set(vote.chosen_ids) if vote is not None else set()
            self.reason.show_text(vote.reason if vote is not None else "")
        self.refresh()

    def leave(self) -> None:
        """Keep what was counted; a ballot that was not handed in is nobody's any more."""
        self._rest.stop()
        self.desk.show_block("")
        self.block_id = ""

    def refresh(self) -> None:
        """Show everything as it is now."""
        document, t = self._bridge.document, self._context.texts
        vote, can_write = self.desk.vote, not self._bridge.is_read_only
        is_setup, is_open = vote is None, vote is not None and vote.state is VoteState.OPEN
        is_revealed = vote is not None and vote.state is VoteState.REVEALED
        self.form.setVisible(is_setup and can_write)
        if vote is None:
            self._find_options()
            self.list.show_rows(setup_rows(document, t, self.options, self._left_out), "setup")
        elif is_open:
            marks = self.desk.marks if len(self.desk.marks) == len(vote.option_ids) else [0] * len(vote.option_ids)
            self.list.show_rows(count_rows(document, t, vote, marks), "count")
        elif is_revealed:
            self.list.show_rows(result_rows(document, t, self._results()), "result")
        self.scroll_area.setVisible(is_setup or is_revealed or (is_open and not self.desk.is_between))
        self.between.setVisible(not self.scroll_area.isVisibleTo(self))
        self.voters.setVisible(is_open and not self.desk.is_together)
        if vote is not None and is_open:
            self.voters.show_voters(codes_of(vote), self.desk.waiting, self.desk.voter)
        self.reason.setVisible(is_revealed and can_write and self._has_choice)
        self._say()
        self.state_changed.emit()

    def _find_options(self) -> None:
        document, catalogue = self._bridge.document, self._names.catalogue
        if self._own_options is not None:
            by_note = self._own_options()
        else:
            by_note = options_for(document, catalogue, self.block_id, own_only=self._own_only)
        has_heaps = any(option.section for option in by_note)
        by_heap = has_heaps and self.form.by_heap
        self.options = options_for(document, catalogue, self.block_id, by_heap=True) if by_heap else by_note
        self._left_out &= {option.id for option in self.options}
        self.form.retranslate()
        self.form.show_options(len(self.options) - len(self._left_out), has_heaps=has_heaps)

    def _results(self) -> list[OptionResult]:
        """Give the result, with what is being chosen marked."""
        return [replace(result, is_chosen=result.id in self._chosen) for result in self.desk.results]

    @property
    def _has_choice(self) -> bool:
        """Whether the Decider chooses from what came out."""
        method = self.desk.vote.method if self.desk.vote is not None else ""
        return method not in self.form.methods.ids or self.form.methods.method(method).ends_with_choice

    def _say(self) -> None:
        vote, methods = self.desk.vote, self.form.methods
        is_known = vote is not None and vote.method in methods.ids
        method = methods.method(vote.method).title.get(self._context.texts.language) if vote and is_known else ""
        count = len(self.options) - len(self._left_out)
        has_choice = self._has_choice
        words = pane_words(self._context.texts, self.desk, count, self._asks_missing, method, has_choice=has_choice)
        can_write = not self._bridge.is_read_only
        enough = count > 1
        self._title.setText(words.title)
        self.told.setText(words.line)
        self.told.setVisible(bool(words.line))
        self.between.setText(words.between)
        for button, key, params in (
            (self.primary, words.primary, words.params),
            (self.second, words.second, {}),
            (self.third, words.third, {}),
        ):
            button.setVisible(bool(key) and can_write)
            button.setText(self._context.texts(key, **params) if key else "")
            button.setAccessibleName(button.text())
        self.primary.setEnabled(vote is not None or enough)
        self.reason.setPlaceholderText(self._context.texts("vote.reason_hint"))
        self.reason.setAccessibleName(self._context.texts("vote.reason"))

    def take_focus(self) -> None:
        """Take the keyboard to where the vote goes on."""
        if self.scroll_area.isVisibleTo(self) and self.list.rows and self.desk.vote is not None:
            self.list.go_to(self.list.current)
        else:
            self.primary.setFocus()

    # ---- dots

    def _on_step(self, place: int, step: int) -> None:
        if not self._bridge.is_read_only and self.desk.add(place, step):
            self._after_dots()

    def _on_put(self, place: int, count: int) -> None:
        if not self._bridge.is_read_only and self.desk.put(place, count):
            self._after_dots()

    def _after_dots(self) -> None:
        self._rest.start()
        self.refresh()

    def _on_toggle(self, place: int) -> None:
        vote = self.desk.vote
        if self._bridge.is_read_only:
            return
        if vote is None:
            self._left_out ^= {self.options[place].id}
        elif vote.state is VoteState.REVEALED and self._has_choice:
            self._chosen ^= {self.desk.results[place].id}
        self.refresh()

    def _on_enter(self) -> None:
        """Enter is the next thing: the next row while hands are counted, the next voter, the reason."""
        vote = self.desk.vote
        if vote is not None and vote.state is VoteState.REVEALED:
            (self.reason if self._has_choice else self.second).setFocus()
        elif vote is not None and self.desk.is_together and self.list.current + 1 < len(self.list.rows):
            self.list.go_to(self.list.current + 1)
        elif vote is not None and self.desk.is_together:
            self.primary.setFocus()
        else:
            self.go_on()

    def _on_out(self, way: int) -> None:
        if way > 0:
            (self.primary if self.primary.isVisibleTo(self) else self.second).setFocus()
        elif self.form.isVisibleTo(self):
            self.form.method.setFocus()

    # ---- going on

    def go_on(self) -> None:
        """Do what the large button says."""
        self._rest.stop()
        vote = self.desk.vote
        if self._bridge.is_read_only:
            return
        if vote is None:
            self.desk.begin(self.form.setup(), [option for option in self.options if option.id not in self._left_out])
            self.list.rewind()
        elif vote.state is VoteState.OPEN:
            self._go_on_open()
        elif vote.state is VoteState.CLOSED:
            self._reveal()
        else:
            self._keep_choice()
        self.refresh()
        self.take_focus()

    def _go_on_open(self) -> None:
        if self.desk.is_between:
            self.desk.sit_down()
        elif self.desk.hand_in() or not self.desk.voter_is_known:
            self._asks_missing = False
            self.list.rewind()
            if not self.desk.waiting:
                self.desk.close()

    def _reveal(self) -> None:
        if not self.desk.reveal():
            return
        self.list.rewind()
        method = self.desk.vote.method if self.desk.vote is not None else ""
        if method in self.form.methods.ids and self.form.methods.method(method).is_binding:
            self._chosen = {result.id for result in self.desk.results if result.decider}

    def _keep_choice(self) -> None:
        vote, document, t = self.desk.vote, self._bridge.document, self._context.texts
        chosen = [result for result in self._results() if result.is_chosen]
        block = document.get(self.block_id)
        if vote is None or not isinstance(block, Block) or not chosen:
            self._context.messages.tell(t("vote.choose_first"))
            return
        decider = decider_of(document)
        words = t("vote.decision", exercise=self._names.title(block), chosen=listed(one.label for one in chosen))
        ids = [result.id for result in chosen]
        if self.desk.choose(ids, self.reason.text().strip(), decider, words):
            self._context.messages.tell(t("vote.kept"), tone="good")

    def _on_second(self) -> None:
        vote = self.desk.vote
        if vote is None:
            self.desk.keep_old()
        elif vote.state is VoteState.OPEN:
            if self._asks_missing:
                self._asks_missing = not self.desk.leave_out_missing()
            else:
                self._asks_missing = not self.desk.close()
        elif vote.state is VoteState.REVEALED:
            self._chosen = set()
            self.reason.show_text("")
            self.desk.prepare_again()
        self.refresh()
        self.take_focus()

    def _on_third(self) -> None:
        self.desk.stop()
        self._asks_missing = False
        self.refresh()
        self.take_focus()

    def _on_called(self, code: str) -> None:
        self.desk.call(code)
        self.refresh()
        self.take_focus()
