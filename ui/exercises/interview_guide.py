"""The surface for preparing the talks: the letter, the form and the ticks, with the guide one step away."""

from __future__ import annotations

from typing import ClassVar

from sprint.study.guide import guide_of
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.study.consent import ConsentTab
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab

NAME = "interview_guide"


class Surface(StudySurface):
    """The team works on the letter; the room sees the five acts."""

    TAB: ClassVar[type[StudyTab]] = ConsentTab

    def room_page(self) -> RoomPage:
        """Give the guide in five columns."""
        acts = guide_of(self.document, self.room_texts.translator)
        columns = tuple(
            RoomColumn(f"{act.title} · {act.minutes}", tuple(RoomCard(line.text) for line in act.lines)) for act in acts
        )
        return RoomPage(columns=columns)

    def table(self) -> TextTable:
        """Give the guide line by line."""
        t = self.context.texts
        acts = guide_of(self.document, t.translator)
        rows = tuple((act.title, line.text) for act in acts for line in act.lines)
        return TextTable((t("study_ui.act"), t("study_ui.question")), rows)
