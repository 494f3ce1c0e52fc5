"""The guide of an interview in five acts, made of the storyboard and the sprint questions (method 3.8 and 16.3)."""

from __future__ import annotations

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.journeys import journey_of_kind, main_route
from sprint.records import Block, JourneyKind, Note, NoteKind, Step, StepKind
from sprint.study.texts import study_of

ACT_MINUTES = (5, 7, 3, 20, 10)
"""The minutes of the five acts: welcome, about you, the prototype, tasks, wrap-up; together 45."""
TASKS_ACT = 3
_NO_SCENES = (StepKind.TRIGGER,)


@dataclass(frozen=True)
class GuideLine:
    """One line of the guide: what is said or asked (`say`, `ask`, `task`) or what the interviewer minds (`aid`)."""

    text: str
    kind: str = "ask"
    step_id: str = ""


@dataclass(frozen=True)
class Act:
    """One act: its title, how long it takes, and its lines in order."""

    title: str
    minutes: int
    lines: tuple[GuideLine, ...]


def guide_of(document: Document, t: Translator) -> tuple[Act, ...]:
    """Make the guide in the language of the translator; without a storyboard the tasks are general."""
    topic = study_of(document).situation
    titles = (t("guide.welcome"), t("guide.about"), t("guide.prototype"), t("guide.tasks"), t("guide.wrap_up"))
    lines = (
        (*_spoken(t, "guide.welcome_1", "guide.welcome_2"), GuideLine(t("guide.welcome_3"), "task")),
        (
            GuideLine(t("guide.about_1", topic=topic) if topic else t("guide.about_1_any")),
            *(GuideLine(t(key)) for key in ("guide.about_2", "guide.about_3", "guide.about_4", "guide.about_5")),
        ),
        _spoken(t, "guide.prototype_1", "guide.prototype_2", "guide.prototype_3"),
        _tasks(document, t),
        (
            *(GuideLine(t(key)) for key in ("guide.wrap_1", "guide.wrap_2", "guide.wrap_3", "guide.wrap_4")),
            GuideLine(t("guide.wrap_5"), "task"),
            GuideLine(t("guide.wrap_6")),
            GuideLine(t("guide.wrap_7"), "task"),
        ),
    )
    return tuple(Act(*act) for act in zip(titles, ACT_MINUTES, lines, strict=True))


def scenes_of(document: Document) -> list[Step]:
    """Return what is shown to a citizen, in order: the main route of the desired journey without its trigger."""
    journey = journey_of_kind(document, JourneyKind.TO_BE) or journey_of_kind(document, JourneyKind.AS_IS)
    steps = main_route(document, journey.id) if journey is not None else []
    return [step for step in steps if step.kind not in _NO_SCENES and step.title]


def sprint_questions(document: Document) -> list[Note]:
    """Return the sprint questions, the one with most dots first; questions of the guide are none."""
    found = [note for note in document.table(Note).values() if note.kind is NoteKind.QUESTION]
    asked = [note for note in found if _exercise(document, note) == "sprint_questions"]
    chosen = asked or [note for note in found if _exercise(document, note) not in ("interview_guide", "")]
    return sorted(chosen, key=lambda note: (-note.votes, note.order, note.id))


def own_questions(document: Document) -> list[Note]:
    """Return the questions that the team wrote for the interviews, in their order."""
    found = [note for note in document.table(Note).values() if _exercise(document, note) == "interview_guide"]
    return sorted((note for note in found if note.kind is NoteKind.QUESTION), key=lambda note: (note.order, note.id))


def _tasks(document: Document, t: Translator) -> tuple[GuideLine, ...]:
    own = own_questions(document)
    lines = [GuideLine(t("guide.mind", question=note.text), "aid") for note in sprint_questions(document)[:3]]
    lines += [GuideLine(t(key)) for key in ("guide.task_1", "guide.task_2", "guide.task_3", "guide.task_4")]
    lines.append(GuideLine(t("guide.silence"), "aid"))
    for number, step in enumerate(scenes_of(document), start=1):
        lines.append(GuideLine(t("guide.task", number=number, scene=step.title), "task", step.id))
        lines += [GuideLine(note.text, "ask", step.id) for note in own if note.step_id == step.id]
    lines += [GuideLine(note.text) for note in own if not note.step_id]
    return tuple(lines)


def _spoken(t: Translator, *keys: str) -> tuple[GuideLine, ...]:
    return tuple(GuideLine(t(key), "say") for key in keys)


def _exercise(document: Document, note: Note) -> str:
    block = document.get(note.block_id) if note.block_id else None
    return block.exercise if isinstance(block, Block) else ""
