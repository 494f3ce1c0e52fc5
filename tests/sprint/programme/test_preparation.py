"""The checklist counts back from the first day and never asks for work in a weekend."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.capture import add_preparation, change_preparation, prepare
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.preparation import (
    TASKS,
    dated_tasks,
    due_date,
    first_date,
    overdue,
    preparation_text,
    preparations_of,
)
from sprint.records import Day

TUESDAY = date(2026, 11, 3)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_a_task_is_due_on_a_working_day_at_or_just_before_its_time(first: date, before: int) -> None:
    due = due_date(first, before)
    assert due.weekday() < 5
    assert timedelta(0) <= first - timedelta(days=before) - due <= timedelta(days=2)


def test_tasks_come_in_time_order_and_each_once() -> None:
    dates = [due for _, due in dated_tasks(TUESDAY)]
    assert dates == sorted(dates)
    assert len({task.id for task in TASKS}) == len(TASKS)
    assert {"recruit", "invite", "print", "room", "privacy"} <= {task.id for task in TASKS}
    assert dict(dated_tasks(TUESDAY))["print"] == "2026-10-30"  # two days before is a Sunday


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_has_a_sentence(language: str) -> None:
    t = Translator.load(language)
    assert all(t.has(task.key) for task in TASKS)


def test_the_list_is_by_date_and_what_is_late_and_open_is_named() -> None:
    ids = map("id{:02}".format, count()).__next__
    document = Document([Day(id="b", order=1, date="2026-11-03"), Day(id="a", order=0)])
    assert first_date(document) == TUESDAY
    document.apply(prepare(document, ids, dated_tasks(TUESDAY)))
    document.apply(add_preparation(document, ids, "Taart", due="2026-10-01"))
    document.apply(add_preparation(document, ids, "Ooit"))
    items = preparations_of(document)
    assert items[-1].text == "Ooit"
    assert [item.due for item in items[:-1]] == sorted(item.due for item in items[:-1])
    late = overdue(document, "2026-10-07")
    assert [item.task or item.text for item in late] == ["decider", "Taart", "question", "room", "privacy"]
    document.apply(change_preparation(document, late[0].id, is_done=True))
    assert late[0].id not in [item.id for item in overdue(document, "2026-10-07")]


def test_ones_own_words_come_first() -> None:
    t = Translator.load("nl")
    document = Document()
    document.apply(add_preparation(document, lambda: "own", "Taart bestellen"))
    assert preparation_text(preparations_of(document)[0], t) == "Taart bestellen"


def test_a_sprint_without_dates_has_no_first_one() -> None:
    assert first_date(Document([Day(id="day", date="ooit")])) is None
