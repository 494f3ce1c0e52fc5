"""The wall of what citizens said, read in silence first; then the same thing is marked and becomes an insight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.patterns import add_to_pattern, mark_pattern, take_from_pattern
from sprint.insight.patterns import grid, patterns_of, serious_remarks
from sprint.journeys import journey_of_kind
from sprint.records import Journey, JourneyKind, Observation, Participant, Pattern, Phase, Step
from sprint.study.charts import TRACK_ROLES
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.pattern_card import PatternCard
from ui.study.people import TRACK_SHAPES, code_words
from ui.study.step_words import step_facts
from ui.study.tab import StudyTab
from ui.study.wall_grid import ColumnHead, RowHead, Wall, WallGrid
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.columns import RecordColumn, ScrollColumn
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

_SIDE_PX, _SIDE_NARROW_PX, _NARROW_PX = 360, 270, 1_150


class PatternsTab(StudyTab):
    """The wall, the patterns beside it; Space chooses a note, N makes a pattern, a digit marks with one."""

    MINDS = (Observation, Participant, Pattern, Step, Phase, Journey)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._kind = JourneyKind.TO_BE
        self._chosen: dict[str, None] = {}
        self._open_id = ""
        self.wall = WallGrid(context, self)
        self.journey = Choices(
            context, "study_ui.which_journey", (("as_is", "study_ui.now"), ("to_be", "study_ui.later")), self
        )
        self.silent = ToggleChip(context, icon="eye_off", role="accent", ground="accent_soft", parent=self)
        self.title = LineField()
        self.mark = Button(context, "study_ui.make_pattern", kind="primary")
        self._count, self._picked, self.serious = (
            PlainLabel(role="muted"),
            PlainLabel(role="muted", wrap=True),
            PlainLabel(wrap=True),
        )
        self._empty = TextLabel(context, "study_ui.wall_empty", role="muted", wrap=True)
        self._lay_out()
        self.journey.choose(self._kind.value)
        self._listen()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 0, 8)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(TextLabel(self.context, "study_ui.wall_title", role="title"))
        names.addWidget(self._count)
        head.addLayout(names, 1)
        head.addWidget(self.journey)
        head.addWidget(self.silent)
        left.addLayout(head)
        left.addWidget(self._empty)
        left.addWidget(self.wall, 1)
        row.addLayout(left, 1)
        self._side = ScrollColumn(self, margin=8, spacing=8)
        column = self._side.column
        column.addWidget(TextLabel(self.context, "study_ui.patterns_title", role="title"))
        column.addWidget(self.serious)
        self.serious.setProperty("ground", "danger")
        self.serious.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self._picked)
        column.addWidget(self.title)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards = RecordColumn(self._made_card, self.mark, self._side.inside, spacing=8)
        column.addWidget(self.cards)
        column.addStretch(1)
        row.addWidget(self._side)

    def _listen(self) -> None:
        self.journey.chosen.connect(self.show_journey)
        self.silent.clicked.connect(self._on_silent)
        self.title.returnPressed.connect(self.make_pattern)
        self.mark.clicked.connect(self.make_pattern)
        self.wall.toggled.connect(self._on_toggled)
        self.wall.key_pressed.connect(self._on_key)

    @property
    def is_silent(self) -> bool:
        """Whether everybody reads and nothing is marked yet."""
        return self.silent.isChecked()

    def take_focus(self) -> None:
        """Begin reading at the first note."""
        self.wall.focus_first()

    # ---- showing

    def show_journey(self, kind: str) -> None:
        """Show the wall of the present or of the desired journey."""
        self._kind = JourneyKind(kind)
        self.journey.choose(kind)
        self.refresh()

    def refresh(self) -> None:
        """Show the wall and the patterns as they are now."""
        t = self.context.texts
        self.silent.show_text(t("study_ui.silent"))
        self.title.setPlaceholderText(t("study_ui.pattern_hint"))
        self.title.setAccessibleName(t("study_ui.pattern_title"))
        self._chosen = {one: None for one in self._chosen if self.document.get(one) is not None}
        wall = self._wall()
        self.wall.show_wall(wall, set(self._chosen))
        notes = sum(len(remarks) for remarks in wall.cells.values())
        self._count.setText(t("study_ui.wall_count", people=len(wall.columns), notes=notes))
        self._empty.setVisible(not notes)
        self._show_side()

    def on_diff(self, diff: Diff) -> None:
        """Show what changed."""
        self.refresh()

    def _wall(self) -> Wall:
        journey = journey_of_kind(self.document, self._kind)
        if journey is None:
            return Wall()
        people, steps, found = grid(self.document, journey.id)
        t = self.context.texts
        cells = {key: cell.remarks for key, cell in found.items()}
        there = {step_id for _, step_id in cells}
        heads = tuple(
            ColumnHead(
                who.id,
                code_words(self.context, who),
                t(f"kind.track.{who.track.value}"),
                TRACK_ROLES[who.track],
                TRACK_SHAPES[who.track],
            )
            for who in people
        )
        rows = tuple(
            RowHead(step.id, step.title, step_facts(self.context, self.document, step))
            for step in steps
            if step.id in there or step.row == 0
        )
        codes = {who.id: code_words(self.context, who) for who in people}
        titles = {step.id: step.title for step in steps}
        names = {
            one.id: f"{codes[one.participant_id]}, {titles[one.step_id]}, {t(f'kind.remark.{one.kind.value}')}"
            for remarks in cells.values()
            for one in remarks
        }
        return Wall(heads, rows, cells, self._numbers(), names)

    def _numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns_of(self.document), start=1):
            for remark_id in pattern.observation_ids:
                numbers.setdefault(remark_id, []).append(number)
        return numbers

    def _show_side(self) -> None:
        t, patterns = self.context.texts, patterns_of(self.document)
        self._side.setVisible(not self.is_silent)
        self.cards.show_records(patterns)
        for number, pattern in enumerate(patterns, start=1):
            card = self.cards.rows[pattern.id]
            if isinstance(card, PatternCard):
                card.show_number(number, is_open=pattern.id == self._open_id)
        self._picked.setText(t("study_ui.picked", count=len(self._chosen)) if self._chosen else t("study_ui.wall_keys"))
        self.title.setVisible(bool(self._chosen))
        self.mark.setVisible(bool(self._chosen))
        marked = set(self._numbers())
        left = [one for one in serious_remarks(self.document) if one.id not in marked]
        self.serious.setVisible(bool(left))
        self.serious.setText(t("study_ui.serious_left", count=len(left)))

    def _made_card(self, pattern: object) -> PatternCard:
        assert isinstance(pattern, Pattern)
        card = PatternCard(self.context, self.bridge, pattern)
        card.chosen.connect(lambda: self._open(pattern.id))
        return card

    def _open(self, pattern_id: str) -> None:
        self._open_id = "" if pattern_id == self._open_id else pattern_id
        self._show_side()

    # ---- marking

    def _on_silent(self) -> None:
        self._chosen.clear()
        self.refresh()

    def _on_toggled(self, remark_id: str, is_on: bool) -> None:
        if self.is_silent or self.bridge.is_read_only:
            is_on = False
        if is_on:
            self._chosen[remark_id] = None
        else:
            self._chosen.pop(remark_id, None)
            self.wall.cards[remark_id].setChecked(False)
        self._show_side()

    def _on_key(self, remark_id: str, key: int) -> None:
        if self.is_silent or self.bridge.is_read_only:
            return
        if key == Qt.Key.Key_N:
            self._chosen.setdefault(remark_id, None)
            self.wall.cards[remark_id].setChecked(True)
            self._show_side()
            self.title.setFocus()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._mark_with(key - Qt.Key.Key_0, remark_id)

    def _mark_with(self, number: int, remark_id: str) -> None:
        patterns = patterns_of(self.document)
        if number > len(patterns):
            return
        pattern = patterns[number - 1]
        self._open_id = pattern.id
        if remark_id in pattern.observation_ids:
            self.tried(lambda: take_from_pattern(self.document, pattern.id, [remark_id]))
        else:
            self.tried(lambda: add_to_pattern(self.document, pattern.id, [remark_id]))

    def make_pattern(self) -> None:
        """Make a pattern of the chosen notes under the name that is typed."""
        before = {pattern.id for pattern in patterns_of(self.document)}
        chosen, title = list(self._chosen), self.title.text().strip()
        if self.tried(lambda: mark_pattern(self.document, self.bridge.ids, chosen, title)):
            self._chosen.clear()
            self.title.clear()
            self._open_id = next((one.id for one in patterns_of(self.document) if one.id not in before), "")
            self.refresh()
            if chosen[0] in self.wall.cards:
                self.wall.cards[chosen[0]].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wall the most."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_SIDE_NARROW_PX if self.width() < _NARROW_PX else _SIDE_PX)
