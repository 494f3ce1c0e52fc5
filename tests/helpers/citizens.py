"""The litter sprint without what came of the talks with citizens, for tests that hold talks of their own."""

from __future__ import annotations

from sprint.diff import Diff, make_diff
from sprint.example import example_records
from sprint.records import (
    Answer,
    Consent,
    Interview,
    Observation,
    Participant,
    Pattern,
    Question,
    Record,
    SprintAnswer,
    Study,
    StudyText,
)

OF_THE_STUDY: tuple[type[Record], ...] = (
    *(Answer, Consent, Interview, Pattern),
    *(Question, SprintAnswer, Study, StudyText),
)


def without_study(language: str = "nl") -> Diff:
    """Give the example with its citizens and their remarks, and nothing asked, agreed to or concluded."""
    kept = [one for one in example_records(language) if not isinstance(one, OF_THE_STUDY)]
    return make_diff("edit.new_sprint", [(None, record) for record in kept])


def before_citizens(language: str = "nl") -> list[Record]:
    """Give the example as the team left it on day three: nobody was invited yet."""
    kinds = (*OF_THE_STUDY, Observation, Participant)
    return [record for record in example_records(language) if not isinstance(record, kinds)]
