from __future__ import annotations

from collections.abc import Callable

import pytest

from assets import reader
from sprint.errors import SprintError
from sprint.programme.catalogue import Catalogue
from sprint.programme.check import check_programme, clock_text
from sprint.programme.programmes import Day, Programme, list_programmes, load_programme, parse_programme
from sprint.programme.timing import steps_for

NAMES = ("five_day_classic", "four_day", "half_days", "one_day_journey", "two_day")

FOUR_DAYS = (
    """
    09:30 welcome, 09:45 hopes_fears, 10:00 expert_interviews, 11:00 break, 11:15 cluster_hmw, 11:30 vote_hmw,
    11:40 long_term_goal, 11:55 sprint_questions, 12:25 lunch, 13:15 energizer, 13:20 personas, 14:00
    as_is_journey, 14:45 break, 15:00 emotion_curve, 15:30 pick_target, 15:50 check_out
    """,
    """
    09:30 check_in, 09:40 lightning_demos, 10:40 break, 10:55 sketch_notes, 11:15 sketch_ideas, 11:35 stretch,
    11:40 crazy_eights, 11:50 solution_sketch, 12:30 lunch, 13:20 energizer, 13:25 museum_heat_map, 13:45
    speed_critique, 14:10 straw_poll, 14:25 break, 14:40 supervote, 14:50 test_flow, 15:15 kano_sort, 15:30
    legal_two_track, 15:45 check_out
    """,
    """
    09:30 check_in, 09:40 storyboard, 10:55 break, 11:10 peak_dip_review, 11:40 tools_and_roles, 11:55
    stretch, 12:00 build, 12:50 lunch, 13:40 energizer, 13:45 build, 15:00 break, 15:15 stitch, 15:45
    trial_run, 16:15 short_break, 16:20 interview_guide, 16:40 check_out
    """,
    """
    09:00 test_setup, 09:30 citizen_interview, 10:15 interview_debrief, 10:25 short_break, 10:30
    citizen_interview, 11:15 interview_debrief, 11:25 short_break, 11:30 citizen_interview, 12:15
    interview_debrief, 12:25 short_break, 12:30 lunch, 13:15 citizen_interview, 14:00 interview_debrief, 14:10
    short_break, 14:15 citizen_interview, 15:00 interview_debrief, 15:10 short_break, 15:15 break, 15:30
    patterns, 16:00 answer_questions, 16:25 validated_journey, 16:45 closing
    """,
)


def timetable(day: Day) -> str:
    pairs = zip(day.starts, day.blocks, strict=True)
    return ", ".join(f"{clock_text(start)} {block.exercise}" for start, block in pairs)


def test_the_five_programmes_are_there() -> None:
    assert list_programmes() == NAMES


def test_our_four_days_follow_the_clock_of_the_method() -> None:
    programme = load_programme("four_day")
    assert [timetable(day) for day in programme.days] == [" ".join(day.split()) for day in FOUR_DAYS]
    assert [day.minutes for day in programme.days] == [395, 390, 440, 480]
    assert [clock_text(day.end) for day in programme.days] == ["16:05", "16:00", "16:50", "17:00"]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_programme_can_be_run_as_it_is(name: str) -> None:
    programme = load_programme(name)
    assert check_programme(programme, Catalogue.from_assets()) == ()
    assert [day.start + day.minutes for day in programme.days] == [day.end for day in programme.days]


@pytest.mark.parametrize("name", NAMES)
def test_fixed_points_are_where_they_belong(name: str) -> None:
    for day in load_programme(name).days:
        for block in day.blocks:
            if block.exercise == "lunch":
                assert block.fixed == "lunch"
            elif block.exercise == "citizen_interview":
                assert block.fixed == "citizens_arrive"
            elif block.fixed is not None:
                assert (block.fixed, block) == ("room_closes", day.blocks[-1])


@pytest.mark.parametrize("name", NAMES)
def test_a_programme_reads_in_two_languages(name: str) -> None:
    programme = load_programme(name)
    texts = [programme.title, programme.summary, programme.remark]
    for day in programme.days:
        texts += [day.motto, *([] if len(programme.days) == 5 else [day.title])]
        texts += [block.title for block in day.blocks if block.title is not None]
    assert [text.nl for text in texts if text.nl == text.en or "!" in text.nl + text.en] == []


@pytest.mark.parametrize("name", NAMES)
def test_steps_fit_the_minutes_of_every_block(name: str) -> None:
    catalogue = Catalogue.from_assets()
    for day in load_programme(name).days:
        for block in day.blocks:
            steps = steps_for(catalogue.exercise(block.exercise), block.minutes)
            assert sum(step.minutes for step in steps) == block.minutes
            assert min(step.minutes for step in steps) >= 1


def harmed(harm: Callable[[str], str]) -> Programme:
    text = reader.read_text("programmes/two_day.toml")
    changed = harm(text)
    assert changed != text
    return parse_programme(changed, "two_day")


@pytest.mark.parametrize(
    ("harm", "key", "field"),
    [
        (lambda text: text.replace("motto =", "moto =", 1), "missing", "days[0].motto"),
        (lambda text: text.replace("start = 09:00:00", 'start = "9:00"', 1), "wrong_type", "days[0].start"),
        (lambda text: text.replace("minutes = 45 }", "minuts = 45 }", 1), "missing", "days[0].blocks[1].minutes"),
        (lambda text: text.replace('fixed = "lunch"', 'fixed = "tea"', 1), "unknown_word", "days[0].blocks[10].fixed"),
        (lambda text: text.replace("given = []", 'given = ["luck"]'), "unknown_word", "given"),
        (lambda text: text.replace('id = "two_day"', 'id = "three_day"'), "other_id", "id"),
        (lambda text: text.partition("\n[[days]]")[0] + "\ndays = []\n", "empty", "days"),
        (lambda text: text + "colour = 3\n", "unknown_key", "days[1].colour"),
    ],
)
def test_a_planted_fault_names_file_and_field(harm: Callable[[str], str], key: str, field: str) -> None:
    with pytest.raises(SprintError) as error:
        harmed(harm)
    assert error.value.key == f"programme.error.{key}"
    assert (error.value.params["file"], error.value.params["field"]) == ("two_day.toml", field)


def test_an_unknown_programme_is_named() -> None:
    with pytest.raises(SprintError) as error:
        load_programme("../secret")
    assert error.value.key == "programme.error.no_such_programme"
