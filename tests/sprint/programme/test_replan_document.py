"""Re-planning in a real sprint: the consequence in words, the diff that takes it, and one undo that brings it back."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.agenda import behind, blocks_of, clock_time_of, days_of, end_of, minutes_of, planned_minutes, slots_of
from sprint.clock import ClockReading
from sprint.document import Document
from sprint.edits.clock import finish_run, open_runs, start_run
from sprint.edits.programme import new_sprint
from sprint.history import History
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import block_name, plan_findings
from sprint.programme.programmes import list_programmes, load_programme
from sprint.programme.replan import Obstacle, Proposal, ProposalKind, proposals
from sprint.records import Block, Day
from tests.helpers.clocks import FakeSeconds
from tests.helpers.strategies import snapshot

CATALOGUE = Catalogue.from_assets()
WORDS = {language: Translator.load(language) for language in LANGUAGES}
EXPERTS = 2  # the third block of day one: 10:00 to 11:00


def new_document(programme: str = "four_day", language: str = "nl") -> Document:
    numbers = map("id{:05}".format, count())
    document = Document()
    document.apply(new_sprint(numbers.__next__, load_programme(programme), language, title="Ik wil verhuizen"))
    return document


@pytest.fixture
def document() -> Document:
    return new_document()


def clock(minute: int) -> ClockReading:
    """Look at the clocks at a minute of the day."""
    return ClockReading(minute * 60.0, 1_790_000_000.0 + minute * 60.0, "boot")


def day_of(document: Document, number: int = 0) -> Day:
    return days_of(document)[number]


def begin(document: Document, number: int, block: int, minute: int) -> Block:
    """Start a block of a day at a minute."""
    found = blocks_of(document, day_of(document, number).id)[block]
    document.apply(start_run(document, lambda: f"run{minute:05}{block:02}", found.id, clock(minute), ""))
    return found


def finish(document: Document, minute: int) -> None:
    document.apply(finish_run(document, open_runs(document)[-1].id, clock(minute), ""))


def ask(document: Document, minute: int, number: int = 0, language: str = "nl") -> tuple[Proposal, ...]:
    def name(block: Block) -> str:
        return block_name(block, CATALOGUE, WORDS[language])

    return proposals(document, day_of(document, number), minute, clock(minute), CATALOGUE, name)


def one(found: tuple[Proposal, ...], kind: ProposalKind) -> Proposal:
    return next(proposal for proposal in found if proposal.kind is kind)


def times(document: Document, number: int = 0) -> list[tuple[str, str]]:
    slots = (slot for slot in slots_of(document, day_of(document, number)) if not slot.block.skipped)
    return [(clock_time_of(slot.start), slot.block.exercise) for slot in slots]


@pytest.fixture
def talkative(document: Document) -> Document:
    """The experts of day one talk; their hour ends at 11:00."""
    begin(document, 0, EXPERTS, 600)
    return document


def test_in_time_there_is_nothing_to_ask(talkative: Document) -> None:
    assert ask(talkative, 640) == ()
    assert ask(talkative, 660) == ()


def test_twelve_minutes_too_long_gives_three_ways_out(talkative: Document) -> None:
    found = ask(talkative, 672)
    assert [proposal.kind for proposal in found] == [ProposalKind.SHRINK, ProposalKind.DROP, ProposalKind.TOMORROW]
    assert all(proposal.can_take for proposal in found)
    assert [WORDS["nl"].label(proposal.consequence) for proposal in found] == [
        "5 onderdelen worden korter, samen 12 minuten. Klaar om 16:05.",
        ("Vervalt: ‘Energizer’. Later vandaag: ‘Sprintvragen’. De rest wordt samen 25 minuten korter. Klaar om 16:05."),
        (
            "Later vandaag: ‘Sprintvragen’. Naar morgen: ‘Vragen op de kaart en doel kiezen’."
            " De rest wordt korter: vandaag 10 minuten, morgen 20. Klaar om 16:05."
        ),
    ]


def test_shrinking_holds_lunch_at_its_time_and_keeps_what_was_planned(talkative: Document) -> None:
    talkative.apply(one(ask(talkative, 672), ProposalKind.SHRINK).diff)
    assert times(talkative)[3:9] == [
        ("11:12", "break"),
        ("11:25", "cluster_hmw"),
        ("11:38", "vote_hmw"),
        ("11:47", "long_term_goal"),
        ("12:00", "sprint_questions"),
        ("12:25", "lunch"),
    ]
    blocks = blocks_of(talkative, day_of(talkative).id)
    assert [planned_minutes(block) for block in blocks[3:9]] == [15, 15, 10, 15, 30, 50]
    assert behind(talkative, day_of(talkative), 672, clock(672)) == 0


def test_what_goes_to_tomorrow_stands_behind_the_recap_and_today_ends_in_time(talkative: Document) -> None:
    talkative.apply(one(ask(talkative, 672), ProposalKind.TOMORROW).diff)
    assert [exercise for _, exercise in times(talkative, 1)][:3] == ["check_in", "pick_target", "lightning_demos"]
    assert "pick_target" not in [exercise for _, exercise in times(talkative)]
    assert {exercise: at for at, exercise in times(talkative, 1)}["lunch"] == "12:30"
    assert end_of(talkative, day_of(talkative)) == minutes_of("16:05")


@pytest.mark.parametrize("kind", [ProposalKind.SHRINK, ProposalKind.DROP, ProposalKind.TOMORROW])
def test_one_undo_brings_everything_back(talkative: Document, kind: ProposalKind) -> None:
    before = snapshot(talkative)
    history = History(talkative, FakeSeconds())
    history.do(one(ask(talkative, 672), kind).diff)
    assert snapshot(talkative) != before
    assert history.undo_label is not None
    assert WORDS["nl"].label(history.undo_label).startswith("Herplannen: ")
    history.undo()
    assert snapshot(talkative) == before
    assert not history.can_undo


def test_the_timetable_shown_is_the_one_that_comes(talkative: Document) -> None:
    for kind in (ProposalKind.SHRINK, ProposalKind.DROP, ProposalKind.TOMORROW):
        taken = Document(list(talkative))
        proposal = one(ask(taken, 672), kind)
        taken.apply(proposal.diff)
        found = {
            (day.id, slot.block.id, slot.start, slot.end) for day in days_of(taken) for slot in slots_of(taken, day)
        }
        assert {(p.day_id, p.block_id, p.start, p.end) for p in proposal.timetable} <= found


def test_a_late_start_of_a_day_asks_too(document: Document) -> None:
    found = ask(document, minutes_of("10:00"), 1)
    assert [proposal.can_take for proposal in found] == [True, True, True]
    document.apply(one(found, ProposalKind.DROP).diff)
    assert times(document, 1)[0] == ("10:00", "check_in")
    assert ("12:30", "lunch") in times(document, 1)


def test_before_the_day_begins_nothing_is_early(document: Document) -> None:
    assert behind(document, day_of(document), 500, clock(500)) == 0


def test_an_early_finish_offers_the_time_that_was_won(talkative: Document) -> None:
    finish(talkative, 640)
    found = ask(talkative, 640)
    kinds = [ProposalKind.GROW, ProposalKind.BRING_BACK, ProposalKind.SHIFT]
    assert [proposal.kind for proposal in found] == kinds
    assert [proposal.obstacle for proposal in found] == [Obstacle.NONE, Obstacle.NOTHING, Obstacle.NONE]
    talkative.apply(found[0].diff)
    assert times(talkative)[3] == ("10:40", "break")
    assert ("12:25", "lunch") in times(talkative)
    assert ask(talkative, 640) == ()


def test_a_late_citizen_is_said_when_nothing_else_is_left(document: Document) -> None:
    found = ask(document, minutes_of("09:25"), 3)
    assert [proposal.can_take for proposal in found] == [False, False, False, True]
    late = found[3]
    first = blocks_of(document, day_of(document, 3).id)[1]
    assert late.late[0] == (first.id, 15)
    assert all(not proposal.diff for proposal in found[:3])
    document.apply(late.diff)
    assert ask(document, minutes_of("09:25"), 3) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("minute", [640, 672, 700, 730, 900])
def test_every_consequence_has_words_and_names_no_key(language: str, minute: int) -> None:
    document = new_document(language=language)
    begin(document, 0, EXPERTS, 600)
    for number in range(4):
        for proposal in ask(document, minute, number, language):
            words = WORDS[language].label(proposal.consequence)
            assert words.endswith(".")
            assert "replan" not in words
            assert "{" not in words


@settings(max_examples=60)
@given(st.sampled_from(list_programmes()), st.integers(0, 8), st.integers(-50, 120), st.data())
def test_any_day_any_time_taken_twice_changes_nothing_and_breaks_no_rule(
    programme: str, number: int, off: int, data: st.DataObject
) -> None:
    document = new_document(programme)
    number %= len(days_of(document))
    slots = slots_of(document, day_of(document, number))
    place = data.draw(st.integers(0, len(slots) - 1))
    minute = max(slots[place].start, slots[place].end + off)
    begin(document, number, place, slots[place].start)
    if off < 0:
        finish(document, minute)
    before = plan_findings(document, CATALOGUE, lambda block: block.id)
    for proposal in (proposal for proposal in ask(document, minute, number) if proposal.can_take):
        taken = Document(list(document))
        taken.apply(proposal.diff)
        assert ask(taken, minute, number) == ()
        assert behind(taken, day_of(taken, number), minute, clock(minute)) == 0
        if not proposal.late:
            late = [
                finding for finding in plan_findings(taken, CATALOGUE, lambda block: block.id) if _is_late(finding.key)
            ]
            assert [finding for finding in late if finding not in before] == []


def _is_late(key: str) -> bool:
    return key == "replan.problem_late"
