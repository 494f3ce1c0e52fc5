"""Answers from a table come in as they were meant, and what does not is told with the reason."""

from __future__ import annotations

from itertools import count

import pytest

from sprint.document import Document
from sprint.edits.study import invite
from sprint.edits.survey import answer, answer_many, ask, ask_kano, ask_own
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.records import Instrument, Participant
from sprint.study.pasting import decoded, read_answers
from sprint.study.questions import answers_of, questions_of

WORDS = Translator.load("nl")


def survey() -> Document:
    """Three participants; a mark, a Kano pair, task success and own words."""
    numbers = count(1)
    ids = lambda: f"id-{next(numbers):03}"  # noqa: E731 - a source of ids
    document = Document()
    document.apply(invite(document, ids, 3))
    document.apply(ask(document, ids, Instrument.MARK, WORDS))
    document.apply(ask_kano(document, ids, WORDS, "Met bericht?", "Zonder bericht?"))
    document.apply(ask(document, ids, Instrument.SUCCESS, WORDS))
    document.apply(ask_own(document, ids, "Wat zou u een buurvrouw vertellen?"))
    return document


def taken(document: Document, text: str) -> list[tuple[str, float | None, float | None, str]]:
    """What was read, as (code, value, opposite, text)."""
    pasted = read_answers(document, text)
    codes = {who.id: who.code for who in document.table(Participant).values()}
    return [(codes[one.participant_id], one.value, one.opposite, one.text) for one in pasted.given]


@pytest.mark.parametrize(
    "table",
    [
        "P1\t7,5\t1\t5\tja\tMooi\n2\t8\t\t\tdeels",
        "\ufeffnummer;1;2a;2b;3;4\r\np1;7,5;1;5;ja;Mooi\r\n\r\nP2;8;;;deels\r\n",
        'code,1,2a,2b,3,4\nP1,"7,5",1,5,yes,Mooi\nP2,8,,,1,',
    ],
)
def test_every_kind_of_table_gives_the_same_answers(table: str) -> None:
    document = survey()
    assert taken(document, table) == [
        ("P1", 7.5, None, ""), ("P1", 1, 5, ""), ("P1", 2, None, ""), ("P1", None, None, "Mooi"),
        ("P2", 8, None, ""), ("P2", 1, None, ""),
    ]  # fmt: skip
    assert read_answers(document, table).refused == ()
    assert read_answers(document, decoded(table.encode("utf-16"))).given == read_answers(document, table).given
    numbers = count(1)
    document.apply(answer_many(document, lambda: f"a-{next(numbers)}", read_answers(document, table).given))
    mark = questions_of(document)[0]
    assert [one.value for one in answers_of(document, mark.id)] == [7.5, 8]


def test_what_does_not_fit_is_told_and_the_rest_is_taken() -> None:
    document = survey()
    table = "code;1;2a;kleur;3\nP1;11;9;rood;misschien\nP9;7\nP2;8;1\nP3;1;2;3;4;5;6;7;8"
    pasted = read_answers(document, table)
    assert [(one.row, one.column, one.reason.key) for one in pasted.refused] == [
        (1, "kleur", "study.paste_column_unknown"),
        (2, "1", "study.out_of_range"),
        (2, "2a", "study.out_of_range"),
        (2, "3", "study.paste_no_number"),
        (3, "", "study.paste_unknown_code"),
        (5, "", "study.paste_row_too_long"),
    ]
    assert pasted.participants == 1
    for nothing in ("", "\n\n"):
        with pytest.raises(SprintError, match="paste_empty"):
            read_answers(document, nothing)
    with pytest.raises(SprintError, match="paste_no_questions"):
        read_answers(Document(), "P1;3")


def test_an_answer_out_of_range_is_refused_and_a_partial_one_is_fine() -> None:
    document = survey()
    mark, kano, *_ = questions_of(document)
    who = next(iter(document.table(Participant)))
    ids = count(1)
    with pytest.raises(SprintError) as refusal:
        answer(document, lambda: "x", mark.id, who, 10.5)
    assert (refusal.value.key, refusal.value.params["highest"]) == ("study.out_of_range", 10)
    with pytest.raises(SprintError, match="not_whole"):
        answer(document, lambda: "x", kano.id, who, 2.5)
    document.apply(answer(document, lambda: f"x{next(ids)}", kano.id, who, 2))
    document.apply(answer(document, lambda: f"x{next(ids)}", mark.id, who, 9))
    document.apply(answer(document, lambda: "y", mark.id, who))
    assert answers_of(document, mark.id) == []
