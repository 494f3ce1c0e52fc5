"""What a sprint of one's own begins with: a programme on working days, and two empty journeys to draw in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sprint.agenda import days_of
from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.journey import add_journey
from sprint.edits.programme import change_day, new_sprint
from sprint.i18n import Translator
from sprint.ids import IdSource
from sprint.programme.programmes import load_programme
from sprint.records import JourneyKind
from sprint.store.people_file import RESERVED
from ui.dialogs.new_sprint import SprintForm

SPREAD = frozenset({"half_days"})
"""Programmes for teams that come together twice a week."""
_FRIDAY = 4
_HALF_A_WEEK = 3
_LONGEST_NAME = 60
_MOST_BYTES = 150
# What some file systems refuse in a name; a stick must be able to hold it too.
_IMPOSSIBLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def starting_content(ids: IdSource, form: SprintForm, words: Translator) -> Diff:
    """Build the content of a new sprint as one diff on an empty document."""
    document = Document()
    whole = new_sprint(
        ids, load_programme(form.programme), words.language, title=form.title, organisation=form.organisation
    )
    document.apply(whole)
    for diff in _additions(document, ids, form, words):
        document.apply(diff)
        whole = whole.then(diff)
    return whole


def first_working_day(today: date) -> date:
    """Give today, or the Monday after it in a weekend."""
    return today + timedelta(days=max(0, 7 - today.weekday())) if today.weekday() > _FRIDAY else today


def working_days(first: date) -> Iterator[date]:
    """Give the first day and the working days after it; the first day itself may be any day."""
    day = first
    while True:
        yield day
        day += timedelta(days=1)
        while day.weekday() > _FRIDAY:
            day += timedelta(days=1)


def twice_a_week(first: date) -> Iterator[date]:
    """Give the first day, a working day three or more days later, and the same two days of every week after it."""
    second = first_working_day(first + timedelta(days=_HALF_A_WEEK))
    week = 0
    while True:
        yield first + timedelta(weeks=week)
        yield second + timedelta(weeks=week)
        week += 1


def free_path(folder: Path, title: str, suffix: str) -> Path:
    """Give a path in `folder` named after a title that no file has yet and every file system takes."""
    stem = _IMPOSSIBLE.sub(" ", title)
    stem = " ".join(stem.split())[:_LONGEST_NAME].encode(errors="ignore")[:_MOST_BYTES].decode(errors="ignore")
    stem = stem.strip(" .") or "sprint"
    if stem.split(".")[0].rstrip().upper() in RESERVED:
        stem = f"sprint {stem}"
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{suffix}"
    return path


def _additions(document: Document, ids: IdSource, form: SprintForm, words: Translator) -> Iterator[Diff]:
    dates = twice_a_week if form.programme in SPREAD else working_days
    for day, when in zip(days_of(document), dates(form.first_day), strict=False):
        yield change_day(document, day.id, date=when.isoformat())
    phases = [words(key) for key in ("ui.phase_1", "ui.phase_2", "ui.phase_3", "ui.phase_4", "ui.phase_5")]
    yield add_journey(document, ids, words("kind.journey.as_is"), JourneyKind.AS_IS, phases)
    yield add_journey(document, ids, words("kind.journey.to_be"), JourneyKind.TO_BE, phases)
