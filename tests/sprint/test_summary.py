"""The facts of the summary, on the example whose numbers the method gives."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.example import example_records
from sprint.i18n import LANGUAGES
from sprint.records import Journey, Observation, Participant, Person, Phase, RemarkKind, Step, Track
from sprint.summary import Fate, deepest_pains, fates_of, figures_of, team_roles, voices_of

AS_IS, TO_BE = "journey-as-is", "journey-to-be"


def voices_document(*remarks: Observation) -> Document:
    people = [Participant(id=f"p{number}", code=f"P{number}", track=Track.SAVED) for number in range(4)]
    steps = [Step(id=f"s{number}", journey_id="j", phase_id="f", order=number, title=str(number)) for number in (0, 1)]
    return Document([Journey(id="j"), Phase(id="f", journey_id="j"), *steps, *people, *remarks])


def remark(number: int, step: str, person: str, valence: int, kind: RemarkKind = RemarkKind.QUOTE) -> Observation:
    text = f"zin {number}"
    return Observation(
        id=f"o{number}", step_id=step, participant_id=person, valence=valence, kind=kind, order=number, text=text
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_the_demo_journey_are_those_of_the_method(language: str) -> None:
    document = Document(example_records(language))
    now, later = figures_of(document, AS_IS), figures_of(document, TO_BE)
    assert (now.steps, now.letters, now.longest_wait) == (8, 1, 42)
    assert now.feelings is not None
    assert later.feelings is not None
    assert (now.feelings.dips, now.feelings.last.feeling, now.feelings.peak_end) == (4, 0, -1.5)
    assert (later.feelings.dips, later.feelings.last.feeling, later.feelings.peak_end) == (0, 1, 2.0)
    assert later.feelings.ends_positive
    assert not now.feelings.ends_positive


def test_every_step_of_both_journeys_has_a_fate() -> None:
    document = Document(example_records("nl"))
    fates = fates_of(document, AS_IS, TO_BE)
    assert set(fates) == set(document.table(Step))
    for step in document.table(Step).values():
        allowed = {Fate.DROPPED, Fate.KEPT, Fate.CHANGED} if step.journey_id == AS_IS else set(Fate) - {Fate.DROPPED}
        assert fates[step.id] in allowed


def test_the_worst_pains_come_first() -> None:
    document = Document(example_records("nl"))
    pains = deepest_pains(document, AS_IS)
    feelings = [pain.step.feeling for pain in pains]
    assert len(pains) == 3
    assert feelings == sorted(feelings, key=lambda value: value if value is not None else 9)
    assert all(pain.pains for pain in pains)


def test_people_are_counted_once_a_step_and_unknown_ones_not_at_all() -> None:
    document = voices_document(
        remark(1, "s0", "p0", 1), remark(2, "s0", "p0", 1), remark(3, "s0", "p1", -1), remark(4, "s0", "", 1),
        remark(5, "s1", "p2", 0, RemarkKind.OBSERVATION),
    )  # fmt: skip
    voices = voices_of(document, ["j"])
    assert (voices.participants, voices.heard, voices.remarks, voices.tracks) == (4, 3, 5, 1)
    first = voices.steps[0]
    assert (first.step.id, first.people, first.glad, first.sorry) == ("s0", 2, 1, 1)


def test_first_quotes_are_of_different_steps_and_people_and_none_is_lost() -> None:
    document = voices_document(
        remark(1, "s0", "p0", 1), remark(2, "s0", "p1", 1), remark(3, "s1", "p0", 1), remark(4, "s1", "p2", 1)
    )
    quotes = voices_of(document, ["j"]).quotes
    assert len(quotes) == 4
    assert quotes[0].step.id != quotes[1].step.id
    assert quotes[0].code != quotes[1].code


def test_the_team_is_named_by_role_never_by_name() -> None:
    document = Document(
        [
            Person(id="a", order=2, name="Anna", role="Decider"),
            Person(id="b", order=1, name="Bas", job="Planner"),
            Person(id="c", order=3, name="Cas", role="Decider"),
            Person(id="d", order=4, name="Daan"),
        ]
    )
    assert team_roles(document) == ["Planner", "Decider"]
