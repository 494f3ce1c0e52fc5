"""Signs at the start of a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.prefixes import CapturedLine, person_by, read_line
from sprint.records import NoteKind, Person

TEAM = [Person(id="p1", name="Anneke de Wit", order=2), Person(id="p2", name="Jan Anders", order=1)]
NOTE = NoteKind.NOTE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("gewoon", CapturedLine("gewoon", NOTE)),
        ("? kan dit", CapturedLine("kan dit", NoteKind.QUESTION)),
        ("!+hoe dan", CapturedLine("hoe dan", NoteKind.HOW_MIGHT_WE, 1)),
        ("− min", CapturedLine("min", NOTE, -1)),
        ("@anneke zegt", CapturedLine("zegt", NOTE, 0, "p1")),
        ("@an zegt", CapturedLine("zegt", NOTE, 0, "p1")),
        ("@and zegt", CapturedLine("zegt", NOTE, 0, "p2")),
        ("@wit ?zegt", CapturedLine("zegt", NoteKind.QUESTION, 0, "p1")),
        ("@ niemand", CapturedLine("niemand", NOTE, 0, "")),
        ("@zoe zegt", CapturedLine("@zoe zegt", NOTE)),
        ("  ", CapturedLine("", NOTE)),
        ("twee\nregels", CapturedLine("twee\nregels", NOTE)),
    ],
)
def test_a_line_says_what_it_is(line: str, expected: CapturedLine) -> None:
    assert read_line(line, TEAM, NOTE) == expected


def test_a_surface_may_give_signs_another_meaning() -> None:
    signs = {"+": NoteKind.HOPE, "-": NoteKind.FEAR}
    assert read_line("-te laat", TEAM, NoteKind.HOPE, signs) == CapturedLine("te laat", NoteKind.FEAR)
    assert read_line("?wat", TEAM, NoteKind.HOPE, signs) == CapturedLine("?wat", NoteKind.HOPE)


def test_the_first_of_the_team_wins_and_nobody_is_guessed() -> None:
    assert person_by("", TEAM) == ""
    assert person_by("x", TEAM) is None


@given(st.text(alphabet="ab@?!+-* é\n", max_size=20))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost(line: str) -> None:
    read = read_line(line, [], NOTE)
    assert line.strip().endswith(read.text)
    gone = line.strip()[: len(line.strip()) - len(read.text)]
    assert set(gone) <= set("@?!+-*=− \n")
