"""The planner finds what is wrong with a timetable, and what each block may do."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.edits.clock import finish_run, open_runs, start_run
from sprint.edits.planner import fix_block, insert_block, remove_blocks, resize_block, set_bounds, skip_blocks
from sprint.edits.programme import change_day, new_sprint
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import block_name, finding_text, plan_findings, plan_of, rules_of
from sprint.programme.programmes import list_programmes, load_programme
from sprint.programme.replan_model import PlanBlock
from sprint.records import Block, Day
from tests.helpers.clocks import reading

CATALOGUE = Catalogue.from_assets()
DUTCH = Translator.load("nl")


def new_document(programme: str = "four_day") -> Document:
    document = Document()
    document.apply(new_sprint(map("id{:05}".format, count()).__next__, load_programme(programme), "nl", title="x"))
    return document


@pytest.fixture
def document() -> Document:
    return new_document()


def name(block: Block) -> str:
    return block_name(block, CATALOGUE, DUTCH)


def found(document: Document) -> list[str]:
    return [finding.key.rpartition(".")[2] for finding in plan_findings(document, CATALOGUE, name)]


def block_of(document: Document, exercise: str, day: int = 0) -> Block:
    blocks = blocks_of(document, days_of(document)[day].id)
    return next(block for block in blocks if block.exercise == exercise)


def planned(document: Document, day: int = 0) -> dict[str, PlanBlock]:
    plan = plan_of(document, days_of(document)[day], 570, CATALOGUE, name)
    return {block.id: block for each in plan.days for unit in each.units for block in unit.blocks}


@pytest.mark.parametrize("programme", list_programmes())
def test_every_programme_that_ships_can_be_run_as_it_is_planned(programme: str) -> None:
    assert found(new_document(programme)) == []


def test_a_new_sprint_takes_over_fixed_points_ends_and_when_the_decider_is_there(document: Document) -> None:
    lunch = block_of(document, "lunch")
    assert (lunch.fixed, lunch.fixed_at) == ("lunch", "12:25")
    assert [(day.end, day.decider) for day in days_of(document)] == [
        ("16:05", ("09:30-16:05",)),
        ("16:00", ("09:30-16:00",)),
        ("16:50", ("15:45-16:50",)),
        ("17:00", ("15:30-17:00",)),
    ]


def test_what_is_wrong_is_found_and_said(document: Document) -> None:
    document.apply(resize_block(document, block_of(document, "lunch").id, 30))
    document.apply(resize_block(document, block_of(document, "welcome").id, 60))
    document.apply(remove_blocks(document, [block_of(document, "long_term_goal").id]))
    keys = found(document)
    assert {"short_lunch", "block_too_long", "no_break", "problem_late", "no_input"} <= set(keys)
    texts = [finding_text(finding, DUTCH) for finding in plan_findings(document, CATALOGUE, name)]
    assert "De lunch op dag 1 duurt 30 minuten. Maak er minstens 45 van." in texts
    assert "‘Lunch’ staat vast om 12:25 en kan pas 30 minuten later beginnen. Maak wat ervoor komt korter." in texts
    assert any("het langetermijndoel" in text for text in texts)


def test_a_day_that_runs_over_a_missing_lunch_and_an_absent_decider_are_found(document: Document) -> None:
    day = days_of(document)[0]
    document.apply(skip_blocks(document, [block_of(document, "lunch").id]))
    document.apply(change_day(document, day.id, end="15:00", decider=("09:30-12:00",)))
    assert {"no_lunch", "day_too_long", "no_decider"} <= set(found(document))


def test_work_without_a_break_counts_blocks_of_ones_own_and_a_gap_is_a_rest() -> None:
    records = [
        Day(id="d", start="09:00"),
        Block(id="a", day_id="d", minutes=60),
        Block(id="b", day_id="d", order=1, minutes=60),
    ]
    assert found(Document(records)) == ["no_break"]
    document = Document(records)
    document.apply(fix_block(document, "b", "lunch", 10 * 60 + 10))
    assert found(document) == []


def test_a_block_of_ones_own_may_be_halved_and_doubled_and_is_kept() -> None:
    rules = rules_of(Block(id="b", day_id="d", minutes=15), CATALOGUE)
    assert (rules.least, rules.most, rules.priority, rules.is_skippable) == (8, 30, 2, False)


def test_what_a_block_says_itself_comes_before_its_exercise(document: Document) -> None:
    block = block_of(document, "hopes_fears")
    assert (rules_of(block, CATALOGUE).least, rules_of(block, CATALOGUE).is_skippable) == (10, True)
    document.apply(set_bounds(document, block.id, least=12, priority=1, skippable=False))
    rules = rules_of(block_of(document, "hopes_fears"), CATALOGUE)
    assert (rules.least, rules.most, rules.priority, rules.is_skippable) == (12, 30, 1, False)


def test_nobody_drops_what_something_later_cannot_do_without() -> None:
    document = new_document("one_day_journey")
    notes = block_of(document, "hmw_notes")
    assert rules_of(notes, CATALOGUE).is_skippable
    assert not planned(document)[notes.id].is_skippable
    document.apply(set_bounds(document, notes.id, skippable=True))
    assert planned(document)[notes.id].is_skippable


def test_a_second_source_that_stays_frees_the_first() -> None:
    document = new_document("one_day_journey")
    first = block_of(document, "hmw_notes")
    exercise = CATALOGUE.exercise("expert_interviews")
    assert "hmw_notes" in exercise.outputs
    day = days_of(document)[0].id
    document.apply(insert_block(document, lambda: "second", day, exercise=exercise, before=first.id))
    assert planned(document)[first.id].is_skippable


def test_what_was_on_the_clock_is_not_planned_again(document: Document) -> None:
    first, second, third = blocks_of(document, days_of(document)[0].id)[:3]
    document.apply(start_run(document, lambda: "run", second.id, reading(), ""))
    document.apply(finish_run(document, open_runs(document)[0].id, reading(), ""))
    plan = plan_of(document, days_of(document)[0], 600, CATALOGUE, name)
    assert plan.today.units[0].blocks[0].id == third.id
    assert (plan.today.lived_id, plan.today.was_at) == (second.id, 600)
    assert first.id not in planned(document)


def test_a_block_has_a_name_in_both_languages() -> None:
    words = {language: Translator.load(language) for language in LANGUAGES}
    lunch, own, bare = (
        Block(id="b", day_id="d", exercise=exercise, title=title)
        for exercise, title in (("welcome", ""), ("welcome", "Hallo"), ("gone", ""))
    )
    assert [block_name(block, CATALOGUE, words["nl"]) for block in (lunch, own, bare)] == [
        "Welkom en spelregels",
        "Hallo",
        "Onderdeel zonder naam",
    ]
    assert block_name(bare, CATALOGUE, words["en"]) == "Block without a name"
