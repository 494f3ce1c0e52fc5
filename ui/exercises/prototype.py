"""The plan of the prototype: for each touchpoint what is made, with what, by whom, and whether it is ready."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.edits.plan import add_notes_at_steps
from sprint.journeys import journey_of_kind, steps_of
from sprint.plans import prototypes_of
from sprint.records import JourneyKind, Note, NoteKind, Record, Step
from sprint.study.guide import scenes_of
from ui.exercises.base import ExerciseDesk
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.row_surface import RowSurface
from ui.exercises.rows import DONE, TEXT, Column
from ui.widgets.button import Button

NAME = "prototype"
_STEP = "step_id"
_TICK = "✓"


class Surface(RowSurface):
    """One row, one part; the plan is the same in every block in which there is building."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        DONE,
        Column(_STEP, "plan.touchpoint", "choice", 230),
        TEXT,
        Column("source", "plan.tool", "text", 170),
        Column("owner", "plan.maker", "line", 130),
    )
    LINE: ClassVar[str] = "plan.line_part"
    EMPTY: ClassVar[str] = "plan.empty_parts"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.from_steps = Button(desk.context, icon="step")
        self.bar.insertWidget(1, self.from_steps)
        self.from_steps.clicked.connect(self._take_steps)

    @property
    def kind(self) -> NoteKind:
        """Its rows are parts of the prototype."""
        return NoteKind.PROTOTYPE

    def records(self) -> list[Record]:
        """List all parts of the sprint."""
        return list(prototypes_of(self.document))

    def given(self) -> list[Note]:
        """The storyboard is a journey: its steps are offered apart."""
        return []

    def refresh(self) -> None:
        """Show the plan, and the steps for which nothing is planned yet."""
        t = self.context.texts
        choices: list[tuple[object, str]] = [("", t("plan.no_step"))]
        choices += [(step.id, step.title) for step in self._moments()]
        known = {choice for choice, _ in choices}
        for note in prototypes_of(self.document):
            step = self.document.get(note.step_id)
            if note.step_id not in known and isinstance(step, Step):
                choices.append((step.id, step.title))
                known.add(step.id)
        self.rows.show_choices(_STEP, choices)
        super().refresh()
        waiting = self._unplanned()
        self.from_steps.show_text(t("plan.row_each_step", count=len(waiting)))
        self.from_steps.setVisible(bool(waiting) and not self.bridge.is_read_only)

    def move_record(self, record_id: str, before: str) -> None:
        """Parts keep the order in which they were planned."""

    def cell(self, record: Record, column: Column) -> str:
        """Give a step by its title."""
        if column.field == _STEP and isinstance(record, Note):
            step = self.document.get(record.step_id)
            return step.title if isinstance(step, Step) else ""
        return super().cell(record, column)

    def room_page(self) -> RoomPage:
        """Show what is still being made, and what is ready; a maker is not named."""
        t, notes = self.room_texts, [note for note in prototypes_of(self.document) if not note.is_hidden]
        columns = []
        for is_done, key in ((False, "plan.parts_open"), (True, "plan.parts_done")):
            found = [note for note in notes if note.is_done is is_done and note.text.strip()]
            cards = tuple(RoomCard(note.text, sign=_TICK if is_done else "", tone="frontstage") for note in found)
            if cards:
                columns.append(RoomColumn(t(key), cards, is_strong=is_done))
        return RoomPage(columns=tuple(columns))

    def _moments(self) -> list[Step]:
        """List where something can be made for: every step of the desired journey, also off its main route."""
        journey = journey_of_kind(self.document, JourneyKind.TO_BE)
        steps = steps_of(self.document, journey.id) if journey is not None else []
        return [step for step in steps if step.title] or scenes_of(self.document)

    def _unplanned(self) -> list[Step]:
        planned = {note.step_id for note in prototypes_of(self.document)}
        return [step for step in scenes_of(self.document) if step.id not in planned]

    def _take_steps(self) -> None:
        places = [(step.id, step.title) for step in self._unplanned()]
        self.bridge.do(add_notes_at_steps(self.document, self.bridge.ids, self.block_id, NoteKind.PROTOTYPE, places))
        rows = list(self.rows.rows.rows)
        if rows:
            self.rows.row(rows[0]).fields["text"].setFocus()
