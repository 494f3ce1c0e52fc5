"""What must be ready before the sprint, with dates counted back from its first day (method 3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sprint.agenda import days_of
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.records import Preparation

_SATURDAY = 5


@dataclass(frozen=True)
class Task:
    """One thing to prepare: its name in the file, the key of its sentence, how many days before day 1 it is done."""

    id: str
    key: str
    days_before: int


TASKS: tuple[Task, ...] = (
    Task("decider", "flight.task_decider", 35),
    Task("question", "flight.task_question", 28),
    Task("room", "flight.task_room", 28),
    Task("privacy", "flight.task_privacy", 28),
    Task("follow_up", "flight.task_follow_up", 21),
    Task("recruit", "flight.task_recruit", 21),
    Task("invite", "flight.task_invite", 21),
    Task("experts", "flight.task_experts", 14),
    Task("access", "flight.task_access", 14),
    Task("confirm", "flight.task_confirm", 7),
    Task("materials", "flight.task_materials", 7),
    Task("examples", "flight.task_examples", 7),
    Task("rehearse", "flight.task_rehearse", 3),
    Task("call", "flight.task_call", 2),
    Task("print", "flight.task_print", 2),
    Task("set_up", "flight.task_set_up", 1),
)


def due_date(first_day: date, days_before: int) -> date:
    """Return the date so many days before the first one; what falls in a weekend is done on the Friday before it."""
    due = first_day - timedelta(days=days_before)
    return due - timedelta(days=max(0, due.weekday() - _SATURDAY + 1))


def first_date(document: Document) -> date | None:
    """Return the date of the first day that has one."""
    for day in days_of(document):
        try:
            return date.fromisoformat(day.date)
        except ValueError:
            continue
    return None


def dated_tasks(first_day: date) -> Iterator[tuple[str, str]]:
    """Give every task with its due date (ISO), in time order, as `sprint.edits.capture.prepare` takes them."""
    return ((task.id, due_date(first_day, task.days_before).isoformat()) for task in TASKS)


def preparations_of(document: Document) -> list[Preparation]:
    """Return the checklist: by date, what has no date last."""
    items = document.table(Preparation).values()
    return sorted(items, key=lambda item: (not item.due, item.due, item.order, item.id))


def overdue(document: Document, today: str) -> list[Preparation]:
    """Return what should have been done before `today` (ISO)."""
    return [item for item in preparations_of(document) if item.due and item.due < today and not item.is_done]


def preparation_text(item: Preparation, t: Translator) -> str:
    """Return what is to be done, in words: one's own, or those of the checklist."""
    key = next((task.key for task in TASKS if task.id == item.task), "")
    return item.text or (t(key) if key else item.task)
