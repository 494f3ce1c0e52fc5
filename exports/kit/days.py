"""Days and dates in the words of paper."""

from __future__ import annotations

from datetime import date

from exports.sheets import Head, kicker_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.titles import in_language
from sprint.records import Day


def day_head(document: Document, t: Translator, number: int, day: Day, right: str = "") -> Head:
    """Give the words above the sheets of one day: its number and name, its date and its motto."""
    title = t("export.day", number=number)
    name, motto = in_language(day.title, t.language), in_language(day.motto, t.language)
    lead = " · ".join(part for part in (t.date(day.date), motto) if part)
    return Head(kicker_of(document, t), right, f"{title} · {name}" if name else title, lead)


def on_date(iso: str, t: Translator) -> str:
    """Write an ISO date with its year ("7 november 2026"); what is no date comes back as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return t("paper.date", day=day.day, month=t(f"date.month_{day.month}"), year=str(day.year))
