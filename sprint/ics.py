"""The checklist and the days as a calendar file (RFC 5545). It carries no name of a person: calendars are shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from sprint.agenda import blocks_of, closing_time, days_of, minutes_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.preparation import preparation_text, preparations_of
from sprint.records import Day, Preparation

_LONGEST_LINE = 75  # octets, without the line break
_PRODUCT = "-//Reisgenoot//Sprint//NL"
_DOMAIN = "reisgenoot"
_MINUTES_PER_DAY = 24 * 60


def calendar_bytes(document: Document, t: Translator, stamp: datetime) -> bytes:
    """Return the days and the open tasks of the checklist as an .ics file.

    Days are in the local time of whoever reads it, tasks last all day. `stamp` is now (with a time zone). The uid of an
    entry stays the same in every export, so that a calendar replaces what it had.
    """
    made = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for number, day in enumerate(days_of(document)):
        lines += _day_lines(document, day, number + 1, made, t)
    for item in preparations_of(document):
        lines += _task_lines(item, made, t)
    return _encoded([*lines, "END:VCALENDAR"])


def _day_lines(document: Document, day: Day, number: int, made: str, t: Translator) -> list[str]:
    when = _date(day.date)
    if when is None or not blocks_of(document, day.id):
        return []
    title = t("flight.calendar_day", number=number, title=day.title) if day.title else t("flight.day", number=number)
    start, end = minutes_of(day.start), closing_time(document, day)
    return _event(day.id, made, title, f"DTSTART:{_local(when, start)}", f"DTEND:{_local(when, end)}")


def _task_lines(item: Preparation, made: str, t: Translator) -> list[str]:
    due = _date(item.due)
    if due is None or item.is_done:
        return []
    # What somebody typed may hold a name; only the words of the checklist itself go out.
    title = t("flight.calendar_task", task=preparation_text(item, t)) if item.task else t("flight.calendar_own_task")
    begin, end = due.strftime("%Y%m%d"), (due + timedelta(days=1)).strftime("%Y%m%d")
    dates = (f"DTSTART;VALUE=DATE:{begin}", f"DTEND;VALUE=DATE:{end}")
    return _event(item.id, made, title, *dates, "TRANSP:TRANSPARENT")


def _event(record_id: str, made: str, title: str, *more: str) -> list[str]:
    head = ["BEGIN:VEVENT", f"UID:{_text(record_id)}@{_DOMAIN}", f"DTSTAMP:{made}", f"SUMMARY:{_text(title)}"]
    return [*head, *more, "END:VEVENT"]


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _local(day: date, minutes: int) -> str:
    days, rest = divmod(minutes, _MINUTES_PER_DAY)
    hours, minute = divmod(rest, 60)
    return f"{day + timedelta(days=days):%Y%m%d}T{hours:02}{minute:02}00"


def _text(value: str) -> str:
    """Escape what has a meaning in a calendar; control characters have none anywhere."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = "\\n".join(escaped.splitlines())
    return "".join(letter for letter in lines if letter.isprintable())


def _encoded(lines: Iterable[str]) -> bytes:
    return b"".join(piece + b"\r\n" for line in lines for piece in _folded(line))


def _folded(line: str) -> Iterator[bytes]:
    """Break a line that is too long without cutting a letter in two; what goes on begins with a space."""
    piece = b""
    for letter in line:
        octets = letter.encode("utf-8", errors="replace")
        if len(piece) + len(octets) > _LONGEST_LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece
