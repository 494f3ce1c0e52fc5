"""The surface for finding patterns: the wall of what citizens said, and what was marked on it."""

from __future__ import annotations

from typing import ClassVar

from sprint.insight.patterns import patterns_of, support_of
from sprint.records import ConsentTick, Observation, Pattern, RemarkKind
from sprint.study.consent import forbids
from sprint.text_table import TextTable
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.study.pattern_card import support_words
from ui.study.patterns import PatternsTab
from ui.study.surface import StudySurface
from ui.study.tab import StudyTab

NAME = "patterns"
_MOST_QUOTES = 2


class Surface(StudySurface):
    """The room reads the patterns when reading in silence is over; never who said what."""

    TAB: ClassVar[type[StudyTab]] = PatternsTab

    def room_page(self) -> RoomPage:
        """Give each pattern with how many citizens, and a few of their words where they agreed to that."""
        assert isinstance(self.tab, PatternsTab)
        found = patterns_of(self.document)
        if self.tab.is_silent or not found:
            return RoomPage(is_quiet=True)
        t = self.room_texts
        columns = []
        for pattern in found:
            support = support_of(self.document, pattern)
            people = t("study_ui.people_of", people=support.people, spoken=support.spoken)
            cards = [RoomCard(people, tone="opportunity" if support.may_become_insight else "backstage")]
            cards += [RoomCard(f"“{words}”", tone="quote") for words in self._quotes(pattern)]
            columns.append(RoomColumn(pattern.title, tuple(cards), is_strong=support.may_become_insight))
        return RoomPage(columns=tuple(columns))

    def _quotes(self, pattern: Pattern) -> list[str]:
        """Give what was said, only of those who did not leave the box for quotes open, and nothing hidden."""
        notes = [self.document.get(one) for one in pattern.observation_ids]
        said = [
            note.text
            for note in notes
            if isinstance(note, Observation)
            and note.kind is RemarkKind.QUOTE
            and not note.is_hidden
            and not (note.participant_id and forbids(self.document, note.participant_id, ConsentTick.QUOTE))
        ]
        return said[:_MOST_QUOTES]

    def table(self) -> TextTable:
        """Give the patterns with how many citizens, the insight, the advice and its owner."""
        t = self.context.texts
        head = (
            *(t("study_ui.patterns_title"), t("study_ui.citizens")),
            *(t("study_ui.insight"), t("study_ui.advice"), t("study_ui.owner")),
        )
        rows = [
            (
                *(one.title, support_words(self.context, support_of(self.document, one))),
                *(one.insight, one.advice, one.owner),
            )
            for one in patterns_of(self.document)
        ]
        return TextTable(head, tuple(rows))
