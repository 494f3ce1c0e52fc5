"""The example sprint is complete, whole, equal in both languages and tells the journey it promises."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sprint.agenda import BlockState, days_of, slots_of, state_of
from sprint.codec import encode, read_document
from sprint.document import Document
from sprint.edits.clock import start_run
from sprint.edits.plan import promises_of
from sprint.edits.sketches import sketches_of
from sprint.example import example_diff, example_pictures, example_records, example_tables
from sprint.flow import FlowReader
from sprint.insight.emotion import summarise
from sprint.insight.evidence import said_at
from sprint.insight.two_tracks import is_legal
from sprint.journeys import journey_of_kind, main_route, phases_of, steps_of
from sprint.plans import prototypes_of
from sprint.programme.catalogue import Catalogue
from sprint.programme.preparation import TASKS, preparations_of
from sprint.programme.programmes import load_programme
from sprint.records import (
    BASIC_LANES,
    Block,
    Card,
    Cluster,
    Evidence,
    Freedom,
    Journey,
    JourneyKind,
    Lane,
    Link,
    LinkKind,
    MaturityMark,
    Note,
    Observation,
    Participant,
    Person,
    Persona,
    Picture,
    Record,
    RunState,
    Step,
    StepKind,
    TimerRun,
    Track,
    VoteRound,
)
from sprint.store.folders import Folders
from sprint.votes.rounds import ballots_of, limit_of, limit_per_option, missing_of, results_of, rounds_of
from sprint.workspace import Workspace
from tests.helpers.clocks import reading

LANGUAGES = ("nl", "en")
LONGEST_TITLE, MOST_WORDS = 60, 25
AS_IS = [-1, -1, -3, -2, 0, -2, -3, 0]
TO_BE = [0, 1, 0, 3, 1]
"""The to-be values from the report on; before them stands the trigger, which the team cannot change."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def example(language: str) -> Document:
    document = Document()
    document.apply(example_diff(language))
    return document


def texts_of(record: Record) -> dict[str, str]:
    """Give the fields that hold words for people: more than one word, or a name."""
    found = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: value for name, value in found.items() if type(value) is str and " " in value}


def journey(document: Document, kind: JourneyKind) -> Journey:
    found = journey_of_kind(document, kind)
    assert found is not None
    return found


def test_a_file_with_the_example_opens_without_a_finding(language: str) -> None:
    document, rejects = read_document(example_tables(language))
    assert rejects == ()
    assert {record.id: record for record in document} == {record.id: record for record in example_records(language)}


def test_no_row_has_a_field_that_nobody_knows(example: Document) -> None:
    assert [record.id for record in example if record.extra] == []


def test_it_has_the_size_of_a_real_sprint(example: Document) -> None:
    steps = Counter(step.journey_id for step in example.table(Step).values())
    assert steps["journey-as-is"] >= 18
    assert steps["journey-to-be"] >= 12
    assert len(example.table(Card)) >= 60
    assert len(example.table(Observation)) >= 40
    assert len(example.table(Person)) == 8
    assert {person.code for person in example.table(Participant).values()} == {f"P{n}" for n in range(1, 9)}
    assert {card.lane for card in example.table(Card).values()} == set(BASIC_LANES)
    assert {link.kind for link in example.table(Link).values()} == set(LinkKind)
    assert {step.kind for step in example.table(Step).values()} == set(StepKind)
    assert len({note.kind for note in example.table(Note).values()}) >= 11
    assert {example.require(Cluster, note.cluster_id) for note in example.table(Note).values() if note.cluster_id}
    assert {step.evidence for step in example.table(Step).values()} >= set(Evidence) - {Evidence.MEASURED}


def test_two_personas_walk_two_tracks(example: Document) -> None:
    assert {persona.track for persona in example.table(Persona).values()} == {Track.SAVED, Track.SPENT}
    per_track = Counter(person.track for person in example.table(Participant).values())
    assert per_track == {Track.SAVED: 4, Track.SPENT: 4}
    for persona in example.table(Persona).values():
        assert all((persona.name, persona.situation, persona.goal, persona.quote, persona.needs))


def test_the_feelings_of_the_main_routes_are_the_promised_ones(example: Document) -> None:
    as_is = main_route(example, journey(example, JourneyKind.AS_IS).id)
    trigger, *to_be = main_route(example, journey(example, JourneyKind.TO_BE).id)
    assert [step.feeling for step in as_is] == AS_IS
    assert [step.feeling for step in to_be] == TO_BE
    assert (trigger.kind, trigger.feeling) == (StepKind.TRIGGER, AS_IS[0])


def test_peak_and_end_are_those_of_the_oracle(example: Document) -> None:
    found = [summarise(main_route(example, journey(example, kind).id)) for kind in JourneyKind]
    assert [(one.peak_end, one.ends_positive, one.dips) for one in found if one is not None] == [
        (-1.5, False, 4),
        (2.0, True, 0),
    ]


def test_the_waits_of_the_story_are_there(example: Document) -> None:
    days = [step.wait_days for step in main_route(example, "journey-as-is") if step.wait_days]
    assert days == [21, 42]


def test_every_step_that_goes_on_is_linked_and_every_journey_has_one_start(example: Document) -> None:
    graph = example.graph
    for found in example.table(Journey).values():
        steps = list(example.referrers(Step, found.id))
        starts = [step.id for step in steps if graph.in_degree(step.id) == 0]
        assert [example.require(Step, start).kind for start in starts] == [StepKind.TRIGGER]
        stuck = [step.id for step in steps if graph.out_degree(step.id) == 0 and step.kind is not StepKind.END]
        assert stuck == []
        assert all(list(example.referrers(Step, phase.id)) for phase in phases_of(example, found.id))


def test_links_run_between_steps_of_their_own_journey(example: Document) -> None:
    for link in example.table(Link).values():
        ends = {example.require(Step, link.source).journey_id, example.require(Step, link.target).journey_id}
        assert ends == {link.journey_id}


def test_the_same_step_in_both_journeys_shares_a_lineage(example: Document) -> None:
    lineages = [{step.lineage for step in example.referrers(Step, journey(example, kind).id)} for kind in JourneyKind]
    assert lineages[0] & lineages[1] == {"see-litter", "report", "confirm", "hear-when", "clean"}
    per_journey = Counter((step.journey_id, step.lineage) for step in example.table(Step).values())
    assert max(per_journey.values()) == 1


def test_deep_steps_say_why_who_and_by_which_law(example: Document) -> None:
    steps = list(example.table(Step).values())
    assert sum(bool(step.truth_reason) for step in steps) >= 4
    assert sum(bool(step.legal_frame) for step in steps) >= 10
    assert sum(bool(step.who_decides) for step in steps) >= 20
    assert sum(bool(step.left_out) for step in steps) >= 10
    dips = [step for step in main_route(example, "journey-as-is") if (step.feeling or 0) <= -2]
    opportunities = [card for card in example.table(Card).values() if card.lane is Lane.OPPORTUNITY]
    assert all(card.owner for card in opportunities)
    # The letter is a dip without an owner on purpose: the advice has something to say.
    owned = {card.step_id for card in opportunities}
    assert [step.id for step in dips if step.id not in owned] == ["step-asis-7"]


def test_a_pattern_is_told_by_three_citizens_or_more(example: Document) -> None:
    for step in example.table(Step).values():
        citizens = {remark.participant_id for remark in example.referrers(Observation, step.id)}
        if step.journey_id == "journey-to-be" and step.evidence is Evidence.PATTERN:
            assert len(citizens) >= 3, step.id
        if step.journey_id == "journey-to-be" and step.evidence is Evidence.ASSUMED:
            assert not said_at(example, step.id), step.id


def test_citizens_spoke_with_all_three_signs_about_both_journeys(example: Document) -> None:
    remarks = list(example.table(Observation).values())
    assert {remark.valence for remark in remarks} == {-1, 0, 1}
    assert {remark.severity for remark in remarks} == {0, 1, 2, 3}
    where = Counter(example.require(Step, remark.step_id).journey_id for remark in remarks)
    assert min(where.values()) >= 15
    assert all(re.fullmatch(r"2026-10-0[78]T\d\d:\d\d:00\+00:00", remark.at) for remark in remarks)


def test_the_days_follow_the_four_day_programme(example: Document, language: str) -> None:
    programme = load_programme(example.sprint.programme)
    days = days_of(example)
    assert [day.title for day in days] == [day.title.get(language) for day in programme.days]
    assert [day.date for day in days] == ["2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08"]
    for day, planned in zip(days, programme.days, strict=True):
        slots = slots_of(example, day)
        assert [slot.block.exercise for slot in slots] == [block.exercise for block in planned.blocks]
        assert (slots[0].start, slots[-1].end) == (planned.start, planned.start + planned.minutes)


def test_the_clock_ran_for_three_days_and_part_of_the_fourth(example: Document) -> None:
    days = days_of(example)
    states = [[state_of(example, slot.block) for slot in slots_of(example, day)] for day in days]
    assert {state for day in states[:3] for state in day} == {BlockState.DONE}
    assert states[3] == [BlockState.DONE] * (len(states[3]) - 2) + [BlockState.TO_COME] * 2
    runs = list(example.table(TimerRun).values())
    assert {run.state for run in runs} == {RunState.FINISHED}
    late = [run.counted_seconds - run.planned_seconds for run in runs]
    assert min(late) < 0 < max(late)
    assert all(run.started_at < run.finished_at for run in runs)


def test_citizens_come_at_the_hour_that_the_clock_tells(example: Document) -> None:
    starts = [
        run.started_at
        for run in sorted(example.table(TimerRun).values(), key=lambda run: run.started_at)
        if example.require(Block, run.block_id).exercise == "citizen_interview"
    ]
    assert [start[11:16] for start in starts] == ["07:30", "08:30", "09:30", "11:15", "12:15"]  # UTC


def test_an_exercise_of_the_example_can_run_again(example: Document, language: str) -> None:
    again = Document(example_records(language))
    block = again.require(Block, "block-1-welcome")
    again.apply(start_run(again, lambda: "1m3k5a0000000", block.id, reading(), "2026-10-08T15:00:00+00:00"))
    assert state_of(again, block) is BlockState.NOW


def test_texts_are_short_and_calm(example: Document) -> None:
    for record in example:
        for name, text in texts_of(record).items():
            assert "!" not in text, (record.id, name)
            assert text == text.strip(), (record.id, name)
    assert [step.id for step in example.table(Step).values() if len(step.title) > LONGEST_TITLE] == []
    assert [card.id for card in example.table(Card).values() if len(card.text.split()) > MOST_WORDS] == []


def test_both_languages_have_the_same_records_and_other_words() -> None:
    dutch, english = ({record.id: record for record in example_records(language)} for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    same = []
    for record_id, record in dutch.items():
        one, other = texts_of(record), texts_of(english[record_id])
        assert encode(record).keys() ^ encode(english[record_id]).keys() <= {"language"}
        same += [f"{record_id}.{name}" for name, text in one.items() if other.get(name) == text]
    assert same == []


def test_an_unknown_language_reads_dutch() -> None:
    assert example_tables("fr") == example_tables("nl")


def test_it_is_the_same_every_time(language: str) -> None:
    assert example_records(language) == example_records(language)


def test_every_vote_is_complete_within_its_limits_and_stands_on_the_notes(example: Document) -> None:
    votes = sorted(example.table(VoteRound).values(), key=lambda vote: vote.revealed_at)
    assert [vote.method for vote in votes] == [
        *("two_dots", "one_dot", "three_dots", "one_and_two"),
        *("heat_map", "straw_poll", "supervote", "one_and_two"),
    ]
    last = {}
    for vote in votes:
        assert missing_of(example, vote) == [], vote.id
        for voter, ballot in ballots_of(example, vote.id).items():
            limit, each = limit_of(vote, voter), limit_per_option(vote, voter)
            assert len(ballot.marks) == len(vote.option_ids)
            assert limit is None or sum(ballot.marks) <= limit, vote.id
            assert each is None or max(ballot.marks) <= each, vote.id
        last |= {result.id: result.total for result in results_of(example, vote)}
    rows = {row.id: row for kind in (Note, Cluster) for row in example.table(kind).values()}
    assert {row.id: row.votes for row in rows.values() if row.id in last} == {
        option_id: total for option_id, total in last.items() if option_id in rows
    }
    assert [vote.reason != "" for vote in votes] == [bool(vote.chosen_ids) for vote in votes]


def test_every_exercise_that_is_done_on_a_surface_left_something_behind(example: Document) -> None:
    catalogue = Catalogue.from_assets()
    flow = FlowReader(example, catalogue)
    # Their results are steps, remarks, heaps, the target, or the parts that were planned before.
    quiet = {"validated_journey", "build", "pick_target"}
    empty = []
    for block in example.table(Block).values():
        exercise = catalogue.exercise(block.exercise)
        if exercise.head.surface in ("text", "canvas") or block.exercise in quiet:
            continue
        if not flow.count(block.id, "") and not rounds_of(example, block.id):
            empty.append(block.id)
    assert empty == []


def test_results_go_from_exercise_to_exercise_without_being_typed_again(example: Document) -> None:
    flow = FlowReader(example, Catalogue.from_assets())
    assert len(list(example.referrers(Cluster, "block-1-cluster_hmw"))) == 5
    assert "block-1-cluster_hmw" in flow.resting_on("block-1-expert_interviews")
    assert "block-1-vote_hmw" in flow.resting_on("block-1-expert_interviews")
    assert "block-2-supervote" in flow.resting_on("block-2-solution_sketch")
    assert "block-2-kano_sort" in flow.resting_on("block-2-sketch_ideas")
    assert "block-3-stitch" in flow.resting_on("block-3-tools_and_roles")
    assert {note.step_id for note in prototypes_of(example)} <= {step.id for step in steps_of(example, "journey-to-be")}


def test_the_plan_for_afterwards_and_the_review_of_the_law_are_filled(example: Document) -> None:
    promises = promises_of(example)
    assert [one.decision_id for one in promises] == ["decision-3", "decision-6", "decision-7"]
    assert all(one.owner and one.first_step and one.measure and one.baseline and one.target for one in promises)
    assert all("2026-10-08" < one.first_by <= "2026-10-15" for one in promises)
    assert len(example.table(MaturityMark)) == 18
    legal = [step for step in steps_of(example, "journey-to-be") if is_legal(example, step)]
    assert [step.id for step in legal if step.freedom is Freedom.UNKNOWN and step.legal_frame] == ["step-tobe-together"]
    assert all(step.manner for step in legal if step.freedom in (Freedom.MUST, Freedom.CANNOT))


def test_the_drawings_hang_on_notes_and_are_kept_with_the_sprint(tmp_path: Path) -> None:
    pictures = example_pictures()
    folders = Folders(tmp_path / "data")
    made = Workspace.create(tmp_path / "a.sprint", example_diff("nl", pictures), folders, pictures=pictures)
    made.close()
    sprint = Workspace.open(tmp_path / "a.sprint", Folders(tmp_path / "another laptop"))
    assert all(note.picture_ids for note in sketches_of(sprint.document))
    drawn = list(sprint.document.table(Picture).values())
    hung = {one for note in sprint.document.table(Note).values() for one in note.picture_ids}
    assert {picture.id for picture in drawn} == hung
    assert len(drawn) == len(pictures)
    for picture in drawn:
        with Image.open(BytesIO(sprint.store.read_media(picture.sha256))) as opened:
            assert opened.size == (picture.width, picture.height)
    assert max(len(data) for data in pictures.values()) < 20_000
    assert sum(len(data) for data in pictures.values()) < 150_000
    assert sprint.close() == ()


def test_everything_was_prepared_before_the_first_day_by_somebody_of_the_team(example: Document) -> None:
    items, team = preparations_of(example), {person.name for person in example.table(Person).values()}
    assert {item.task for item in items} == {task.id for task in TASKS}
    assert all(item.is_done and item.owner in team for item in items)
    assert max(item.due for item in items) < min(day.date for day in days_of(example))
