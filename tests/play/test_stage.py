"""The stage gives every day what the days before it left behind, and two sprints are compared by what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sprint.diff import make_diff
from sprint.document import Document
from sprint.example import example_pictures, example_records
from sprint.records import Journey, Note, Persona, Picture, VoteRound
from tests.helpers.facilitator import Facilitator
from tests.play.hands import open_at
from tests.play.stage import differences, example_until


def test_a_day_finds_what_the_days_before_it_left() -> None:
    mornings = [example_until(day, "nl") for day in range(1, 6)]
    sizes = [len(list(morning)) for morning in mornings]
    assert sizes == sorted(set(sizes))
    assert [len(morning.table(Journey)) for morning in mornings] == [2] * 5
    assert [bool(morning.sprint.target_step_id) for morning in mornings] == [False, True, True, True, True]
    assert not mornings[0].table(Note)
    assert differences(mornings[4], Document(example_records("nl", example_pictures()))) == []


def test_what_is_said_otherwise_shows_and_other_ids_do_not() -> None:
    whole, other = example_until(5, "en"), example_until(5, "en")
    note, vote = next(iter(other.table(Note).values())), next(iter(other.table(VoteRound).values()))
    changed = [(note, replace(note, order=note.order + 1)), (vote, replace(vote, revealed_at="2030-01-01"))]
    other.apply(make_diff("edit.change", changed))
    assert differences(other, whole) == []
    persona = next(iter(other.table(Persona).values()))
    other.apply(make_diff("edit.change", [(persona, replace(persona, goal="Rest"))]))
    lacks, more = differences(other, whole)
    assert (lacks[0], more[0]) in (("−", "+"), ("+", "−"))
    assert "Rest" in lacks + more
    assert differences(other, whole, only=[Note]) == []


def test_a_day_opens_with_its_pictures_and_in_its_language(she: Facilitator, tmp_path: Path) -> None:
    room = open_at(she, 3, "en", tmp_path)
    assert differences(room.document, example_until(3, "en")) == []
    assert len(room.document.table(Picture)) == len(example_pictures())
    room.open("stitch")
    room.line("The screens lie ready")
    assert [note.text for note in room.document.table(Note).values() if note.block_id == room.block("stitch")] == [
        "The screens lie ready"
    ]
