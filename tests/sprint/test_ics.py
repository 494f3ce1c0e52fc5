"""The calendar file is one that calendars read, tells dates and nothing about people."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from sprint.agenda import days_of
from sprint.document import Document
from sprint.edits.capture import add_preparation, change_preparation, prepare
from sprint.edits.programme import change_day, new_sprint
from sprint.i18n import Translator
from sprint.ics import calendar_bytes
from sprint.programme.preparation import TASKS, dated_tasks, first_date, preparations_of
from sprint.programme.programmes import load_programme
from sprint.records import Day, Person

STAMP = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
NAME = "Wilhelmina van Oranje"


@pytest.fixture
def document() -> Document:
    ids = map("id{:04}".format, count()).__next__
    document = Document()
    document.apply(new_sprint(ids, load_programme("four_day"), "nl", title=f"Sprint van {NAME}"))
    for number, day in enumerate(days_of(document)):
        document.apply(change_day(document, day.id, date=f"2026-11-{3 + number:02}"))
    first = first_date(document)
    assert first is not None
    document.apply(prepare(document, ids, dated_tasks(first)))
    document.apply(add_preparation(document, ids, f"{NAME} bellen", due="2026-10-30", owner=NAME))
    return Document([*document, Person(id="person", name=NAME)])


def calendar(document: Document, language: str = "nl") -> bytes:
    return calendar_bytes(document, Translator.load(language), STAMP)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(data: bytes) -> list[dict[str, str]]:
    """Read the events the way a calendar does: properties between BEGIN and END, parameters before the colon."""
    found: list[dict[str, str]] = []
    for line in unfolded(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("BEGIN", "END"):
            found[-1][name] = value
    return found


def test_every_line_ends_as_it_must_and_none_is_too_long(document: Document) -> None:
    data = calendar(document)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert unfolded(data)[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reisgenoot//Sprint//NL"]


def test_days_have_their_hours_and_tasks_last_all_day(document: Document) -> None:
    found = events(calendar(document))
    assert len(found) == 4 + len(TASKS) + 1
    assert (found[0]["DTSTART"], found[0]["DTEND"]) == ("20261103T093000", "20261103T160500")
    recruit = next(event for event in found if "werven" in event["SUMMARY"])
    assert (recruit["DTSTART;VALUE=DATE"], recruit["DTEND;VALUE=DATE"]) == ("20261013", "20261014")
    assert all({"UID", "DTSTAMP", "SUMMARY"} <= event.keys() for event in found)


def test_uids_are_stable_and_each_is_its_own(document: Document) -> None:
    first, second = events(calendar(document)), events(calendar(document, "en"))
    assert [event["UID"] for event in first] == [event["UID"] for event in second]
    assert len({event["UID"] for event in first}) == len(first)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_person_is_named_not_even_in_what_somebody_typed(document: Document, language: str) -> None:
    assert NAME not in "".join(unfolded(calendar(document, language)))


def test_what_is_done_and_what_has_no_date_stays_out(document: Document) -> None:
    before = len(events(calendar(document)))
    first = preparations_of(document)[0]
    document.apply(change_preparation(document, first.id, is_done=True))
    document.apply(change_day(document, days_of(document)[0].id, date=""))
    assert len(events(calendar(document))) == before - 2


def test_what_has_a_meaning_in_a_calendar_is_escaped(document: Document) -> None:
    day = days_of(document)[0]
    title = "Kop, staart; en \\ terug\nEND:VEVENT " + "é" * 80
    document.apply(change_day(document, day.id, title=title))
    data = calendar(document)
    summary = events(data)[0]["SUMMARY"]
    assert summary == "Sprint\\, dag 1: Kop\\, staart\\; en \\\\ terug\\nEND:VEVENT " + "é" * 80
    assert data.count(b"\r\nEND:VEVENT\r\n") == data.count(b"BEGIN:VEVENT\r\n")
    assert all(line.decode("utf-8") is not None for line in data.split(b"\r\n"))


def test_a_day_that_goes_on_after_midnight_ends_on_the_next(document: Document) -> None:
    document.apply(change_day(document, days_of(document)[0].id, end="24:00"))
    assert events(calendar(document))[0]["DTEND"] == "20261104T000000"


def test_a_sprint_without_dates_gives_an_empty_calendar() -> None:
    data = calendar(Document([Day(id="day")]))
    assert events(data) == []
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
