"""Until when each kind of data is kept, what is due now, and what deleting it means (method 9.5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from sprint.document import Document
from sprint.records import Consent, Interview, KeyKeeping, Observation, StudyText
from sprint.study.texts import study_of

MONTH_DAYS = 30
KEEP_DAYS: Mapping[str, int] = MappingProxyType(
    {
        "recordings_until": 4 * 7,
        "key_until": 3 * MONTH_DAYS,
        "notes_until": 6 * MONTH_DAYS,
        "report_until": 12 * MONTH_DAYS,
    }
)
"""The longest that the program proposes for each date of the study, in days after the last talk: as short as possible.

Recordings four weeks, the key and the forms three months, raw notes half a year; the report is the house's own choice.
"""
RETENTION_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "recordings_until": "study.keep_recordings",
        "key_until": "study.keep_key",
        "notes_until": "study.keep_notes",
        "report_until": "study.keep_report",
    }
)


class Due(NamedTuple):
    """One kind of data: its date (ISO, "" when nobody chose one), how many days it is over, and how much there is.

    `days_over` is negative before the date and None without one; `amount` is 0 when there is nothing to delete.
    """

    field: str
    text: str
    until: str
    days_over: int | None
    amount: int

    @property
    def is_due(self) -> bool:
        """Whether it should be deleted now."""
        return self.days_over is not None and self.days_over >= 0 and self.amount > 0


def proposed_dates(last_talk: date) -> dict[str, str]:
    """Return the proposed dates (ISO) for the fields of the study, counted from the day of the last talk."""
    return {name: (last_talk + timedelta(days=days)).isoformat() for name, days in KEEP_DAYS.items()}


def retention(document: Document, today: date) -> list[Due]:
    """Return each kind of data with its date, the one that ends first first; those without a date come last."""
    study = study_of(document)
    found = []
    for name, text in RETENTION_TEXTS.items():
        until = getattr(study, name)
        found.append(Due(name, text, until, _days_over(until, today), _count(document, name)))
    return sorted(found, key=lambda due: (due.days_over is None, due.until))


def _days_over(until: str, today: date) -> int | None:
    try:
        return (today - date.fromisoformat(until)).days
    except ValueError:
        return None


def _count(document: Document, name: str) -> int:
    if name == "recordings_until":
        return sum(talk.is_recorded for talk in document.table(Interview).values())
    if name == "key_until":
        has_key = study_of(document).key_keeping is KeyKeeping.SEPARATE
        return len(document.table(Consent)) + int(has_key)
    if name == "notes_until":
        return sum(bool(remark.participant_id) for remark in document.table(Observation).values())
    return len(document.table(StudyText))
