"""The surface for preparing the talks: the team's own questions beside the guide, then letter, form and ticks."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.records import Block, Note, NoteKind, Person, Record, Step
from sprint.study.guide import TASKS_ACT, guide_of, own_questions
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.note_faces import for_room
from ui.exercises.notes import Surface as NotesSurface
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.tabbed import TabbedSurface
from ui.study.consent import ConsentTab
from ui.study.guide_panel import GuidePanel
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab

NAME = "interview_guide"
_GUIDE_PX = 400


class GuideSurface(NotesSurface):
    """A line for each question of the team; the guide beside it takes them in at once."""

    MATTERS: ClassVar[tuple[type[Record], ...]] = (Note, Person, Block, Step)

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.guide = GuidePanel(desk.context, self)
        self.guide.setFixedWidth(_GUIDE_PX)
        self._act = TASKS_ACT + 1
        self.guide.act_chosen.connect(self._on_act)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.pane, 1)
        row.addWidget(self.guide)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show the questions, and the guide with them."""
        self.pane.show_block(self.block_id, [NoteKind.QUESTION, NoteKind.NOTE])
        acts = guide_of(self.document, self.context.texts.translator)
        for number, (part, act) in enumerate(zip(self.guide.parts, acts, strict=True), start=1):
            part.show_act(number, act, 0, is_on=number == self._act)
        self.room_changed.emit()

    def _on_act(self, number: int) -> None:
        self._act = number
        self.refresh()

    def room_page(self) -> RoomPage:
        """Give the team's own questions first, then the guide in five columns."""
        t = self.room_texts
        own = tuple(RoomCard(note.text) for note in for_room(own_questions(self.document)))
        columns = (RoomColumn(t("plan.own_questions"), own, is_strong=True),) if own else ()
        acts = tuple(
            RoomColumn(f"{act.title} · {act.minutes}", tuple(RoomCard(line.text) for line in act.lines))
            for act in guide_of(self.document, t.translator)
        )
        return RoomPage(columns=(*columns, *acts))

    def table(self) -> TextTable:
        """Give the guide line by line."""
        t = self.context.texts
        acts = guide_of(self.document, t.translator)
        rows = tuple((act.title, line.text) for act in acts for line in act.lines)
        return TextTable((t("study_ui.act"), t("study_ui.question")), rows)


class ConsentSurface(StudySurface):
    """What participants are told and what they agree to; the room sees nothing of it."""

    TAB: ClassVar[type[StudyTab]] = ConsentTab

    def room_page(self) -> RoomPage:
        """Only the clock and the question."""
        return RoomPage(is_quiet=True)


class Surface(TabbedSurface):
    """The team works on its questions, then on the letter; the room sees the five acts."""

    TABS: ClassVar[tuple[tuple[str, type[WorkSurface]], ...]] = (
        ("plan.tab_guide", GuideSurface),
        ("plan.tab_consent", ConsentSurface),
    )
