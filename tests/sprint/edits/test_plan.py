"""Promises count from the last day, a cell of the sheet is filled once, notes at steps remember their step."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.plan import (
    add_notes_at_steps,
    change_promise,
    last_day,
    mark_maturity,
    maturity_of,
    promise,
    promises_of,
    take_all_over,
)
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.records import Block, Day, Maturity, MaturityLever, MaturityMark, MaturityStage, Note, NoteKind, Step
from tests.helpers.strategies import small_sprint

PLACE = (MaturityStage.CONNECT, MaturityLever.CULTURE)


@pytest.fixture
def document() -> Document:
    return small_sprint()


def counting() -> IdSource:
    numbers = iter(range(1, 99))
    return lambda: f"made{next(numbers):02}"


def test_dates_count_from_the_last_day_that_has_one() -> None:
    document = Document([Day(id="a", date="2026-10-05"), Day(id="b", date="2026-10-08"), Day(id="c", date="later")])
    document.apply(promise(document, counting(), "Proef", today="2026-12-01"))
    (one,) = promises_of(document)
    assert str(last_day(document)) == "2026-10-08"
    assert (one.first_by, one.check_30, one.check_90) == ("2026-10-15", "2026-11-07", "2027-01-06")


def test_without_any_date_they_count_from_today_and_without_that_stay_open() -> None:
    document = Document([Day(id="a")])
    ids = counting()
    document.apply(promise(document, ids, "Nu", today="2026-01-30"))
    document.apply(promise(document, ids, "Ooit"))
    now, once = promises_of(document)
    assert (now.first_by, now.check_30, now.check_90) == ("2026-02-06", "2026-03-01", "2026-04-30")
    assert (once.first_by, once.check_30, once.check_90) == ("", "", "")


def test_a_date_that_is_none_and_a_decision_that_is_gone_are_refused() -> None:
    document = Document([Day(id="a", date="2026-10-08")])
    document.apply(promise(document, counting(), "Proef"))
    (one,) = promises_of(document)
    document.apply(change_promise(document, one.id, check_30="", owner="Anneke"))
    with pytest.raises(IntegrityError):
        change_promise(document, one.id, check_90="morgen")
    with pytest.raises(IntegrityError):
        promise(document, counting(), decision_id="nergens")
    assert promises_of(document)[0].check_90 == one.check_90


def test_a_cell_is_one_record_however_often_it_is_filled() -> None:
    document, ids = Document(), counting()
    document.apply(mark_maturity(document, ids, *PLACE, mark=Maturity.STARTED))
    document.apply(mark_maturity(document, ids, *PLACE, remark="Alleen in Oost"))
    cell = maturity_of(document, *PLACE)
    assert cell is not None and (cell.mark, cell.remark) == (Maturity.STARTED, "Alleen in Oost")
    assert len(document.table(MaturityMark)) == 1
    assert maturity_of(document, MaturityStage.EXPAND, MaturityLever.CULTURE) is None


def test_notes_at_steps_and_notes_taken_over_keep_what_they_are_about(document: Document) -> None:
    block, step = next(iter(document.table(Block))), next(iter(document.table(Step)))
    ids = counting()
    made = add_notes_at_steps(document, ids, block, NoteKind.ASSUMPTION, [(step, "een"), (step, "twee")])
    document.apply(made)
    notes = [document.require(Note, note_id) for note_id in made.changes]
    assert [(note.text, note.step_id, note.kind) for note in notes] == [
        ("een", step, NoteKind.ASSUMPTION),
        ("twee", step, NoteKind.ASSUMPTION),
    ]
    taken = take_all_over(document, ids, block, [notes[1].id, notes[0].id, notes[1].id])
    document.apply(taken)
    copies = [document.require(Note, note_id) for note_id in taken.changes]
    assert [(note.origin_id, note.step_id) for note in copies] == [(notes[1].id, step), (notes[0].id, step)]
    assert notes[1].order < copies[0].order < copies[1].order
