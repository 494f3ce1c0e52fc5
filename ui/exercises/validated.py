"""The surface on which the journey is brought up to date with what citizens made of it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from sprint.insight.evidence import journey_evidence
from sprint.insight.patterns import patterns_of
from sprint.journeys import journey_of_kind
from sprint.records import JourneyKind, PatternState
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.study.answers import AnswersTab
from ui.study.step_words import STANDING_KEYS
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab

NAME = "validated"
_TONES = {"confirmed": "opportunity", "contested": "pain", "changed": "idea", "untested": "backstage"}


class Surface(StudySurface):
    """The journey step by step; the room sees how many steps were confirmed, changed, contested, not tested."""

    TAB: ClassVar[type[StudyTab]] = AnswersTab

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        assert isinstance(self.tab, AnswersTab)
        self.tab.show_view("steps")

    def room_page(self) -> RoomPage:
        """Give the steps under what became of them, and the advice that was taken over."""
        journey = journey_of_kind(self.document, JourneyKind.TO_BE)
        if journey is None:
            return RoomPage(is_quiet=True)
        t = self.room_texts
        found = journey_evidence(self.document, journey.id)
        columns = []
        for standing, key in STANDING_KEYS.items():
            steps = [one.step.title for one in found.steps if one.standing is standing]
            if steps:
                cards = tuple(RoomCard(title, tone=_TONES[standing.value]) for title in steps)
                columns.append(RoomColumn(f"{len(steps)} {t(key)}", cards))
        taken = [one.advice for one in patterns_of(self.document) if one.state is PatternState.ACCEPTED]
        if taken:
            cards = tuple(RoomCard(words, tone="idea") for words in taken)
            columns.append(RoomColumn(t("study_ui.state_accepted"), cards, is_strong=True))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give every step with its level and what became of it."""
        journey = journey_of_kind(self.document, JourneyKind.TO_BE)
        t = self.context.texts
        head = (t("study_ui.step"), t("study_ui.level"), t("study_ui.standing"))
        steps = journey_evidence(self.document, journey.id).steps if journey is not None else ()
        return TextTable(
            head, tuple((one.step.title, one.level.value, t(STANDING_KEYS[one.standing])) for one in steps)
        )
