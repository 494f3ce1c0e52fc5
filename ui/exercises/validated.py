"""The surface on which the journey is brought up to date with what citizens made of it, and the follow-up agreed on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from sprint.insight.evidence import journey_evidence
from sprint.insight.patterns import patterns_of
from sprint.journeys import journey_of_kind
from sprint.records import JourneyKind, PatternState
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk
from ui.exercises.follow_up import Surface as FollowUpSurface
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.study.answers import AnswersTab
from ui.study.step_words import STANDING_KEYS
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab
from ui.widgets.toggles import Segments

NAME = "validated"
_TONES = {"confirmed": "opportunity", "contested": "pain", "changed": "idea", "untested": "backstage"}


JOURNEY, FOLLOW_UP = 0, 1


class Surface(StudySurface):
    """The journey step by step, then who does what by when.

    The room sees how many steps were confirmed, changed, contested, not tested; or the first steps and the measures.
    """

    TAB: ClassVar[type[StudyTab]] = AnswersTab

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        assert isinstance(self.tab, AnswersTab)
        self.tab.show_view("steps")
        self.tabs = Segments(desk.context, 2, self)
        self.follow = FollowUpSurface(desk, self)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.setSpacing(10)
        column.insertWidget(0, self.tabs)
        column.addWidget(self.follow)
        self.tabs.opened.connect(self.open)
        self.follow.room_changed.connect(self.room_changed)
        self.follow.hide()

    def show_block(self, block_id: str) -> None:
        """Show the journey, and the agreements beside it."""
        self.follow.show_block(block_id)
        super().show_block(block_id)

    def leave(self) -> None:
        """Enter what is half typed."""
        self.follow.leave()
        super().leave()

    def refresh(self) -> None:
        """Say everything as it is now."""
        t = self.context.texts
        self.tabs.show_texts([t("plan.tab_journey"), t("plan.tab_follow")])
        super().refresh()

    def open(self, place: int) -> None:
        """Go to the journey or to the follow-up."""
        shown, hidden = (self.tab, self.follow) if place == JOURNEY else (self.follow, self.tab)
        shown.show()
        hidden.hide()
        self.take_focus()
        self.room_changed.emit()

    def take_focus(self) -> None:
        """Go on where the work is."""
        (self.tab if self.tabs.current == JOURNEY else self.follow).take_focus()

    def room_page(self) -> RoomPage:
        """Give the steps under what became of them, and the advice that was taken over; or the follow-up."""
        if self.tabs.current == FOLLOW_UP:
            return self.follow.room_page()
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
        """Give every step with its level and what became of it, or every agreement."""
        if self.tabs.current == FOLLOW_UP:
            return self.follow.table()
        journey = journey_of_kind(self.document, JourneyKind.TO_BE)
        t = self.context.texts
        head = (t("study_ui.step"), t("study_ui.level"), t("study_ui.standing"))
        steps = journey_evidence(self.document, journey.id).steps if journey is not None else ()
        return TextTable(
            head, tuple((one.step.title, one.level.value, t(STANDING_KEYS[one.standing])) for one in steps)
        )
