from __future__ import annotations

from dataclasses import replace

import pytest

from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue, read_asset
from sprint.programme.check import ProgrammeProblem, check_programme
from sprint.programme.programmes import Block, Day, Presence, Programme, load_programme
from sprint.programme.reading import LocalText
from sprint.programme.words import problem_text

TEXT = LocalText("dag", "day")
NINE = 9 * 60
ALL_DAY = (Presence(0, 24 * 60),)
CATALOGUE = Catalogue.from_assets()


def day_of(*blocks: tuple[str, int], end: int = 24 * 60, decider: tuple[Presence, ...] = ALL_DAY) -> Day:
    return Day(TEXT, TEXT, NINE, end, decider, tuple(Block(name, minutes) for name, minutes in blocks))


def problems_of(*days: Day, given: tuple[str, ...] = ()) -> list[ProgrammeProblem]:
    return list(check_programme(Programme("own", TEXT, TEXT, TEXT, (), given, days), CATALOGUE))


def only(problems: list[ProgrammeProblem]) -> tuple[str, dict[str, object]]:
    assert len(problems) == 1, problems
    return problems[0].key, dict(problems[0].params)


def test_a_sound_day_has_no_problem() -> None:
    assert problems_of(day_of(("welcome", 15), ("long_term_goal", 15), ("sprint_questions", 30))) == []


def test_a_day_that_runs_past_its_end_says_by_how_much() -> None:
    key, params = only(problems_of(day_of(("welcome", 15), ("hopes_fears", 15), end=NINE + 20)))
    assert (key, params["over"], params["end"]) == ("programme.problem.day_too_long", 10, "09:20")
    assert (params["file"], params["field"], params["day"]) == ("own.toml", "days[0]", 1)


def test_ninety_minutes_may_and_ninety_one_may_not() -> None:
    ninety = (("expert_interviews", 75), ("hopes_fears", 15))
    assert problems_of(day_of(*ninety)) == []
    key, params = only(problems_of(day_of(*ninety, ("check_in", 5), ("check_in", 5))))
    assert (key, params["minutes"], params["field"]) == ("programme.problem.no_break", 95, "days[0].blocks[2]")


@pytest.mark.parametrize(("rest", "minutes", "is_told"), [("stretch", 5, False), ("energizer", 5, True)])
def test_a_short_break_counts_and_an_energizer_does_not(rest: str, minutes: int, is_told: bool) -> None:
    problems = problems_of(day_of(("expert_interviews", 60), (rest, minutes), ("expert_interviews", 60)))
    assert [problem.key for problem in problems] == ["programme.problem.no_break"] * is_told


def test_lunch_is_long_enough_and_a_long_day_has_one() -> None:
    key, params = only(problems_of(day_of(("welcome", 15), ("lunch", 40))))
    assert (key, params["minutes"], params["least"]) == ("programme.problem.short_lunch", 40, 45)
    halves = (("expert_interviews", 80), ("break", 15)) * 3
    assert problems_of(day_of(*halves)) == []
    key, params = only(problems_of(day_of(*halves, ("welcome", 16))))
    assert (key, params["minutes"]) == ("programme.problem.no_lunch", 301)


def test_a_day_over_eight_hours_is_told() -> None:
    long_day = (("expert_interviews", 80), ("break", 30)) * 4 + (("lunch", 45),)
    key, params = only(problems_of(day_of(*long_day)))
    assert (key, params["minutes"]) == ("programme.problem.day_over_limit", 485)


def test_an_exercise_keeps_its_least_and_its_most() -> None:
    key, params = only(problems_of(day_of(("welcome", 5))))
    assert (key, params["minutes"], params["least"]) == ("programme.problem.block_too_short", 5, 10)
    key, params = only(problems_of(day_of(("welcome", 35))))
    assert (key, params["minutes"], params["most"]) == ("programme.problem.block_too_long", 35, 20)


def test_the_decider_must_be_there_for_the_whole_exercise() -> None:
    goal = ("long_term_goal", 15)
    assert problems_of(day_of(goal, decider=(Presence(NINE, NINE + 15),))) == []
    key, params = only(problems_of(day_of(goal, decider=(Presence(NINE, NINE + 14),))))
    assert (key, params["start"], params["exercise"]) == ("programme.problem.no_decider", "09:00", "long_term_goal")
    assert only(problems_of(day_of(goal, decider=())))[0] == "programme.problem.no_decider"


def test_an_input_needs_a_producer_before_it_on_this_or_an_earlier_day() -> None:
    key, params = only(problems_of(day_of(("sprint_questions", 30), ("long_term_goal", 15))))
    assert (key, params["needed"], params["field"]) == ("programme.problem.no_input", "goal", "days[0].blocks[0]")
    assert problems_of(day_of(("long_term_goal", 15)), day_of(("sprint_questions", 30))) == []
    assert problems_of(day_of(("sprint_questions", 30)), given=("goal",)) == []


def test_an_unknown_exercise_names_file_and_field_and_the_rest_is_still_checked() -> None:
    problems = problems_of(day_of(("no_such", 15), ("welcome", 5)))
    assert [problem.key for problem in problems] == [
        "programme.error.no_such_exercise",
        "programme.problem.block_too_short",
    ]
    assert problems[0].params == {"file": "own.toml", "field": "days[0].blocks[0].exercise", "exercise": "no_such"}


def test_a_broken_exercise_file_is_named_by_its_own_field() -> None:
    catalogue = Catalogue(["welcome"], lambda name: read_asset(name).replace("group =", "groep ="))
    programme = Programme("own", TEXT, TEXT, TEXT, (), (), (day_of(("welcome", 15)),))
    key, params = only(list(check_programme(programme, catalogue)))
    assert (key, params["file"], params["field"]) == ("programme.error.missing", "welcome.toml", "group")


def test_leaving_out_any_needed_exercise_of_the_four_days_is_noticed() -> None:
    programme = load_programme("four_day")
    noticed = set()
    for number, day in enumerate(programme.days):
        for place, block in enumerate(day.blocks):
            blocks = day.blocks[:place] + day.blocks[place + 1 :]
            days = (*programme.days[:number], replace(day, blocks=blocks), *programme.days[number + 1 :])
            if any(p.key.endswith("no_input") for p in check_programme(replace(programme, days=days), CATALOGUE)):
                noticed.add(block.exercise)
    assert noticed == {
        "expert_interviews", "cluster_hmw", "long_term_goal", "sprint_questions", "personas", "as_is_journey",
        "pick_target", "sketch_notes", "sketch_ideas", "solution_sketch", "museum_heat_map", "supervote", "storyboard",
        "tools_and_roles", "interview_guide", "citizen_interview", "patterns",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_problem_reads_as_a_sentence_with_titles_and_names(language: str) -> None:
    t = Translator.load(language)
    problems = problems_of(
        day_of(("sprint_questions", 5), ("welcome", 95), ("lunch", 10), end=NINE, decider=()),
        day_of(("welcome", 400), ("no_such", 99)),
    )
    sentences = [problem_text(problem, CATALOGUE, t) for problem in problems]
    assert {problem.key.rpartition(".")[2] for problem in problems} == {
        "day_too_long", "day_over_limit", "no_break", "short_lunch", "no_lunch", "block_too_short", "block_too_long",
        "no_decider", "no_input", "no_such_exercise",
    }  # fmt: skip
    assert [text for text in sentences if "{" in text or "programme." in text or "sprint_questions" in text] == []
    needed = "het langetermijndoel" if language == "nl" else "the long-term goal"
    assert any(needed in text for text in sentences)
    assert any("‘no_such’" in text for text in sentences)
