"""Days in the words of paper."""

from __future__ import annotations

from exports.sheets import Head, kicker_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.titles import in_language
from sprint.records import Day
from sprint.sentences import dotted


def day_head(document: Document, t: Translator, number: int, day: Day, right: str = "") -> Head:
    """Give the words above the sheets of one day: its number and name, its date and its motto."""
    title = t("export.day", number=number)
    name, motto = in_language(day.title, t.language), _motto_of(day, t)
    lead = dotted((t.date(day.date), motto))
    return Head(kicker_of(document, t), right, f"{title} · {name}" if name else title, lead)


def _motto_of(day: Day, t: Translator) -> str:
    """Give the motto of a day; nothing when it only says the name of the day again."""
    name, motto = in_language(day.title, t.language), in_language(day.motto, t.language)
    return "" if motto.strip().rstrip(".") == name.strip().rstrip(".") else motto
