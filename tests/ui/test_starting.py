from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest

from sprint.agenda import days_of
from sprint.document import Document
from sprint.i18n import LANGUAGES, Translator
from sprint.journeys import journeys, phases_of
from ui.dialogs.new_sprint import SprintForm
from ui.starting import first_working_day, free_path, starting_content, twice_a_week, working_days

FORM = SprintForm("Ik wil verhuizen", "Gemeente Voorbeeld", date(2026, 11, 26))  # a Thursday


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_sprint_is_whole_in_its_language(language: str) -> None:
    numbers = count()
    document = Document()
    document.apply(starting_content(lambda: f"id{next(numbers)}", FORM, Translator.load(language)))
    assert document.sprint.language == language
    assert [day.date for day in days_of(document)] == ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"]
    assert [journey.kind.value for journey in journeys(document)] == ["as_is", "to_be"]
    assert all(len(phases_of(document, journey.id)) == 5 for journey in journeys(document))
    assert all(
        phase.title and not phase.title.startswith("ui.")
        for j in journeys(document)
        for phase in phases_of(document, j.id)
    )


def test_working_days_skip_the_weekend_after_the_first() -> None:
    assert [day.day for day in islice(working_days(date(2026, 11, 28)), 3)] == [28, 30, 1]


def test_half_days_come_twice_a_week_on_the_same_days() -> None:
    form = replace(FORM, programme="half_days", first_day=date(2026, 11, 24))  # a Tuesday
    numbers = count()
    document = Document()
    document.apply(starting_content(lambda: f"id{next(numbers)}", form, Translator.load("nl")))
    dates = [date.fromisoformat(day.date) for day in days_of(document)]
    assert document.sprint.programme == "half_days"
    assert [when.weekday() for when in dates] == [1, 4, 1, 4, 1, 4, 1, 4, 1]
    assert dates == sorted(set(dates))


@pytest.mark.parametrize("weekday", range(5))
def test_twice_a_week_never_falls_in_a_weekend(weekday: int) -> None:
    first = date(2026, 11, 23 + weekday)
    assert all(day.weekday() < 5 for day in islice(twice_a_week(first), 8))


@pytest.mark.parametrize(("today", "first"), [(20, 20), (21, 23), (22, 23), (23, 23)])
def test_a_sprint_does_not_begin_in_a_weekend_by_itself(today: int, first: int) -> None:
    assert first_working_day(date(2026, 11, today)).day == first


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ik wil een paspoort", "Ik wil een paspoort.sprint"),
        ("../../etc/passwd", ".. etc passwd.sprint"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.sprint"),
        ("   ", "sprint.sprint"),
        ("...", "sprint.sprint"),
        ("x" * 500, "x" * 60 + ".sprint"),
        ("😀" * 60, "😀" * 37 + ".sprint"),
        ("Nul", "sprint Nul.sprint"),
    ],
)
def test_a_file_gets_a_name_that_every_disk_takes(tmp_path: Path, title: str, name: str) -> None:
    path = free_path(tmp_path, title, ".sprint")
    assert path.parent == tmp_path
    assert path.name == name.removeprefix(".. ") or path.name == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.sprint").touch()
    (tmp_path / "a 2.sprint").touch()
    assert free_path(tmp_path, "a", ".sprint").name == "a 3.sprint"
