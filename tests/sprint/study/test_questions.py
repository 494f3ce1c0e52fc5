"""Answers of a file from elsewhere that no scale knows count for nothing, and stop nothing."""

from __future__ import annotations

from typing import Any

import pytest

from sprint.codec import read_document
from sprint.insight.survey import kano_of, summarise, sus_of
from sprint.records import Instrument
from sprint.study.instruments import FORMS
from sprint.study.questions import answers_of

PEOPLE = {f"p{number}": {"order": number, "code": f"D{number}"} for number in range(6)}


def tables(questions: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    return {"participants": PEOPLE, "questions": questions, "answers": answers}


def test_an_answer_of_nobody_and_one_off_the_scale_do_not_count() -> None:
    question = {"instrument": "kano", "text": "met", "opposite": "zonder", "lowest": 1, "highest": 5}
    good = {f"a{n}": {"question_id": "q", "participant_id": f"p{n}", "value": 1, "opposite": 5} for n in range(4)}
    odd = {
        "off": {"question_id": "q", "participant_id": "p4", "value": 9, "opposite": 5},
        "below": {"question_id": "q", "participant_id": "p5", "value": 1, "opposite": -1},
        "nobody": {"question_id": "q", "participant_id": "", "value": 1, "opposite": 5},
    }
    document, rejects = read_document(tables({"q": question}, good | odd))
    assert [(reject.id, reject.key) for reject in rejects] == [("nobody", "error.field_missing")]
    assert [one.participant_id for one in answers_of(document, "q")] == ["p0", "p1", "p2", "p3", "p4", "p5"]
    assert kano_of(document, "q").whole.n == 4


def test_an_item_that_the_scale_does_not_have_is_no_answer_to_it() -> None:
    names = [item.name for item in FORMS[Instrument.SUS].items]
    questions = {name: {"instrument": "sus", "item": name, "lowest": 1, "highest": 5} for name in names}
    questions["odd"] = {"instrument": "sus", "item": "odd", "lowest": 1, "highest": 5}
    asked = [*names[:-1], "odd"]
    answers = {f"{name}-1": {"question_id": name, "participant_id": "p0", "value": 3} for name in asked}
    answers |= {f"{name}-2": {"question_id": name, "participant_id": "p1", "value": 3} for name in names}
    document, _ = read_document(tables(questions, answers))
    _, each, partial = sus_of(document)
    assert (each, partial) == ((("p1", 50.0),), ("p0",))


@pytest.mark.parametrize("value", [1e300, -2e9])
def test_a_number_that_no_answer_can_be_is_set_aside(value: float) -> None:
    question = {"instrument": "mark", "lowest": 1, "highest": 10}
    answers = {f"a{n}": {"question_id": "q", "participant_id": f"p{n}", "value": 7} for n in range(5)}
    answers["a5"] = {"question_id": "q", "participant_id": "p5", "value": value}
    document, rejects = read_document(tables({"q": question}, answers))
    assert [reject.key for reject in rejects] == ["error.impossible_in_file"]
    assert summarise(document, "q").whole.values == (7,) * 5
