"""Records survive the way to JSON and back; what a file holds wrongly is set aside with a reason."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings

from sprint.codec import Reject, decode, encode, read_document
from sprint.document import Document
from sprint.records import (
    RECORD_TYPES,
    Card,
    Channel,
    Journey,
    Lane,
    Link,
    Note,
    Observation,
    Phase,
    Question,
    Record,
    Sprint,
    Step,
    TimerRun,
    VoteRound,
)
from tests.helpers.strategies import record_lists, small_sprint, snapshot

Tables = dict[str, dict[str, Any]]


def tables_of(records: list[Record]) -> Tables:
    tables: Tables = {}
    for record in records:
        tables.setdefault(record.TABLE, {})[record.id] = encode(record)
    return tables


def told(rejects: tuple[Reject, ...]) -> list[tuple[str, str, str]]:
    return sorted((reject.table, reject.id, reject.key) for reject in rejects)


@settings(max_examples=60)
@given(records=record_lists())
def test_everything_survives_the_way_to_json_and_back(records: list[Record]) -> None:
    raw = json.loads(json.dumps(tables_of(records)))
    document, rejects = read_document(raw)
    assert rejects == ()
    assert snapshot(document) == {record.id: record for record in records}
    assert tables_of(list(document)) == raw


def test_defaults_are_left_out_and_the_id_is_the_key() -> None:
    assert encode(Note(id="n")) == {}
    assert encode(Card(id="c", journey_id="j", step_id="s", lane=Lane.PAIN)) == {
        "journey_id": "j",
        "step_id": "s",
        "lane": "pain",
    }
    assert encode(Journey(id="j", persona_ids=("a", "b")))["persona_ids"] == ["a", "b"]


def test_no_feeling_and_a_feeling_of_zero_are_two_things() -> None:
    home = {"journey_id": "j", "phase_id": "p"}
    for feeling in (None, 0, -3):
        step = Step(id="s", **home, feeling=feeling)
        assert decode(Step, "s", encode(step)) == step
    assert "feeling" not in encode(Step(id="s", **home))
    assert encode(Step(id="s", **home, feeling=0))["feeling"] == 0


def test_fields_of_a_newer_program_are_kept_through_a_change() -> None:
    raw = {"text": "hoop", "mood": {"depth": [1, 2]}, "shared_with": None}
    note = decode(Note, "n", raw)
    assert isinstance(note, Note)
    assert note.extra == {"mood": {"depth": [1, 2]}, "shared_with": None}
    assert encode(note) == raw


def test_what_is_kept_cannot_be_changed_by_accident() -> None:
    note = decode(Note, "n", {"mood": 1})
    assert isinstance(note, Note)
    assert isinstance(note.extra, MappingProxyType)


def test_tables_of_a_newer_program_do_not_disturb() -> None:
    document, rejects = read_document({"holograms": {"h": {"depth": 3}}, "notes": {"n": {"text": "a"}}})
    assert rejects == ()
    assert set(snapshot(document)) == {"n"}


@pytest.mark.parametrize(
    ("kind", "raw", "key"),
    [
        (Note, {"text": 3}, "error.wrong_type"),
        (Note, {"text": None}, "error.wrong_type"),
        (Note, {"votes": "3"}, "error.wrong_type"),
        (Note, {"votes": True}, "error.wrong_type"),
        (Note, {"votes": 3.0}, "error.wrong_type"),
        (Note, {"order": 10**400}, "error.wrong_type"),
        (Note, {"order": 2**63}, "error.wrong_type"),
        (Note, {"kind": "nonsense"}, "error.wrong_type"),
        (Note, {"kind": ["hope"]}, "error.wrong_type"),
        (Journey, {"persona_ids": "p"}, "error.wrong_type"),
        (Journey, {"persona_ids": ["p", 1]}, "error.wrong_type"),
        (TimerRun, {"block_id": "b", "planned_seconds": 10**400}, "error.wrong_type"),
        (TimerRun, {"block_id": "b", "planned_seconds": float("inf")}, "error.wrong_type"),
        (TimerRun, {"block_id": "b", "planned_seconds": float("nan")}, "error.wrong_type"),
        (TimerRun, {"block_id": "b", "planned_seconds": False}, "error.wrong_type"),
        (TimerRun, {"block_id": "b", "planned_seconds": -1}, "error.impossible_in_file"),
        (Step, {"journey_id": "j", "phase_id": "p", "feeling": 9}, "error.impossible_in_file"),
        (Step, {"journey_id": "j", "phase_id": "p", "feeling": 1.5}, "error.wrong_type"),
        (Step, {"journey_id": "j"}, "error.field_missing"),
        (Step, {"journey_id": "j", "phase_id": ""}, "error.field_missing"),
        (VoteRound, {"voters": 2**31}, "error.impossible_in_file"),
        (Question, {"lowest": 1, "highest": 2**53}, "error.impossible_in_file"),
        (Card, {}, "error.field_missing"),
        (Observation, {"step_id": "s", "valence": 7}, "error.impossible_in_file"),
    ],
)
def test_a_wrong_record_is_set_aside_with_a_reason(kind: type[Record], raw: dict[str, Any], key: str) -> None:
    found = decode(kind, "x", raw)
    assert isinstance(found, Reject)
    assert (found.table, found.id, found.key) == (kind.TABLE, "x", key)


def test_a_whole_number_is_fine_where_a_fraction_may_stand() -> None:
    run = decode(TimerRun, "r", {"block_id": "b", "planned_seconds": 900})
    assert isinstance(run, TimerRun)
    assert type(run.planned_seconds) is float


def test_the_second_of_two_records_with_one_id_is_set_aside() -> None:
    document, rejects = read_document({"sprint": {"same": {"title": "a"}}, "notes": {"same": {"text": "b"}}})
    assert document.require(Sprint, "same").title == "a"
    assert told(rejects) == [("notes", "same", "error.double_id")]


def test_what_hangs_on_a_wrong_record_is_set_aside_too_and_the_rest_opens() -> None:
    tables = tables_of(list(small_sprint()))
    tables["phases"]["phase-0"] = {"journey_id": "journey-0", "title": ["not a text"]}
    document, rejects = read_document(tables)
    assert told(rejects) == [
        ("cards", "card-0", "error.dangling_in_file"),
        ("links", "link-0", "error.dangling_in_file"),
        ("observations", "remark-0", "error.dangling_in_file"),
        ("phases", "phase-0", "error.wrong_type"),
        ("steps", "step-0", "error.dangling_in_file"),
        ("steps", "step-1", "error.dangling_in_file"),
        ("steps", "step-2", "error.dangling_in_file"),
    ]
    assert {"journey-0", "phase-1", "note-0", "picture-0"} <= set(snapshot(document))


def test_a_reference_to_a_record_of_another_kind_dangles() -> None:
    tables = tables_of([Journey(id="j"), Phase(id="p", journey_id="j"), Step(id="s", journey_id="j", phase_id="p")])
    tables["links"] = {"l": encode(Link(id="l", journey_id="j", source="s", target="p"))}
    assert told(read_document(tables)[1]) == [("links", "l", "error.dangling_in_file")]


def test_a_step_in_the_phase_of_another_journey_is_set_aside_with_what_hangs_on_it() -> None:
    tables = tables_of(
        [
            *(Journey(id="j"), Journey(id="k"), Phase(id="p", journey_id="j"), Phase(id="q", journey_id="k")),
            *(Step(id="s", journey_id="j", phase_id="p"), Step(id="astray", journey_id="j", phase_id="q")),
            Link(id="l", journey_id="j", source="s", target="astray"),
        ]
    )
    document, rejects = read_document(tables)
    assert told(rejects) == [("links", "l", "error.dangling_in_file"), ("steps", "astray", "error.dangling_in_file")]
    assert set(document.table(Step)) == {"s"}


def test_records_that_only_hold_each_other_are_whole() -> None:
    ring = {"a": {"origin_id": "b"}, "b": {"origin_id": "a"}}
    document, rejects = read_document({"journeys": ring})
    assert rejects == ()
    assert len(document) == 2


@settings(max_examples=40)
@given(records=record_lists())
def test_any_file_with_a_record_missing_opens_whole(records: list[Record]) -> None:
    for gone in records:
        tables = tables_of([record for record in records if record is not gone])
        document, rejects = read_document(tables)
        assert len(document) + len(rejects) == len(records) - 1
        assert snapshot(Document(document)) == snapshot(document)


def test_every_kind_can_be_written_and_read_when_it_is_empty() -> None:
    for kind in RECORD_TYPES:
        needed = {field.name: "x" for field in fields(kind) if field.default is MISSING and field.name != "id"}
        record = decode(kind, "id", needed)
        assert isinstance(record, kind)
        assert record == decode(kind, "id", encode(record))


def test_channels_read_as_the_file_says() -> None:
    step = decode(Step, "s", {"journey_id": "j", "phase_id": "p", "channel": "letter"})
    assert isinstance(step, Step)
    assert step.channel is Channel.LETTER
