"""Reading a day as people write it: 23-11-2026, 23/11, 23 nov, maandag 23 november 2026."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "maart", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "september", "sept"),
    ("okt", "oktober", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?\.?")
_WORDS = re.compile(r"(?:[a-z]+,? +)?(\d{1,2})\.?[ -]([a-z]{3,})\.?(?:[ -](\d{4}|\d{2}))?")


def read_date(text: str, today: date) -> date | None:
    """Give the day that is written, None when there is no such day; without a year it is the next one from today."""
    text = " ".join(text.casefold().split())
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return _day(int(day), int(month), year, today)
    if found := _NUMBERS.fullmatch(text):
        day, month, written = found.groups()
        return _day(int(day), int(month), written, today)
    if found := _WORDS.fullmatch(text):
        day, name, written = found.groups()
        return _day(int(day), _month(name), written, today)
    return None


def _month(name: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if any(full.startswith(name) for full in names):
            return number
    return 0


def _day(day: int, month: int, written: str | None, today: date) -> date | None:
    if written is not None:
        year = int(written) + (2000 if len(written) < len("2026") else 0)
        return _made(year, month, day)
    this_year = _made(today.year, month, day)
    return this_year if this_year is not None and this_year >= today else _made(today.year + 1, month, day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
