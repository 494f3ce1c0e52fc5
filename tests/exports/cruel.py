"""Sprints that are hard on paper: empty, one step, three hundred, long names everywhere, and four other scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from itertools import count
from typing import Any

from sprint.document import Document
from sprint.example import example_pictures, example_records
from sprint.records import (
    Card,
    Journey,
    Lane,
    Link,
    Note,
    NoteKind,
    ParkedItem,
    Participant,
    Person,
    Persona,
    Phase,
    Record,
    Step,
)
from tests.exports.rich import PHOTOS, rich_document

PICTURES = {name.partition(".")[0]: data for name, data in example_pictures().items()} | PHOTOS
"""Every picture of these sprints by its checksum."""

_LONG = (
    "Wilhelmina-Jacoba van der Meulen-Oosterhuis, wijkmedewerker van de afdeling Beheer",
    "Onderhoudsverantwoordelijkheidsverdeling en de vergunningaanvraagprocedure buiten",
    "De inwoner belt voor de derde keer over dezelfde kapotte lantaarn in de Dorpsstraat",
)
_SCRIPTS = (
    "سارة محمد تبحث عن رقم الهاتف (2 مرات)",
    "Олена дякує: «Щиро вдячна за відповідь»",
    "Gülşah Işık: “İyi günler, çöp hâlâ orada”",
    "Blij 😀👍🏽 met het bericht ✅",
)
_NAMES = frozenset({"title", "name", "role", "job", "owner", "organisation", "place", "decided_by", "label", "actor"})
_WORDS = _NAMES | frozenset(
    {
        "text", "challenge", "motto", "goal", "quote", "situation", "needs", "fears", "worth", "caption", "insight",
        "advice", "reason", "first_step", "measure", "back_when", "remark", "opposite", "controller", "contact",
        "officer", "legal_frame", "who_decides", "low_label", "high_label", "target_reason", "supports",
    }
)  # fmt: skip


def cruel_sprints(language: str) -> Mapping[str, Callable[[], Document]]:
    """Give a maker of every sprint by its name; `example` and `rich` are the two that are kind."""
    return {
        "example": lambda: Document(example_records(language, example_pictures())),
        "rich": lambda: rich_document(language),
        "empty": Document,
        "one": _one_step,
        "many": lambda: _many(rich_document(language)),
        "names": lambda: _rewritten(rich_document(language), _NAMES, _LONG),
        "scripts": lambda: _rewritten(rich_document(language), _WORDS, _SCRIPTS),
    }


def _one_step() -> Document:
    step = Step(id="s", journey_id="j", phase_id="p", title="Belt", feeling=-2)
    return Document([Journey(id="j", title="Melden"), Phase(id="p", journey_id="j", title="Melden"), step])


def _rewritten(document: Document, names: frozenset[str], texts: tuple[str, ...]) -> Document:
    """Put these texts, one after another, in every field with one of these names that has words."""
    at = count()
    found: list[Record] = []
    for record in document:
        filled = {field.name: getattr(record, field.name) for field in fields(record) if field.name in names}
        own = [name for name, value in filled.items() if type(value) is str and value]
        changes: dict[str, Any] = {name: texts[next(at) % len(texts)] for name in own}
        found.append(replace(record, **changes))
    return Document(found)


def _many(document: Document) -> Document:
    """Add 300 steps in a row with cards, and a crowd around them."""
    found: list[Record] = [Journey(id="long", title="De langste reis", order=-1)]
    for number in range(300):
        phase = f"long-{number // 12}"
        if number % 12 == 0:
            found.append(Phase(id=phase, journey_id="long", order=number, title=f"Fase {number // 12 + 1}"))
        title = f"Stap {number + 1:03}: de inwoner wacht op een bericht"
        step = f"long-step-{number:03}"
        found.append(Step(id=step, journey_id="long", phase_id=phase, order=number, title=title,
                          feeling=number % 7 - 3))  # fmt: skip
        lane = list(Lane)[number % len(Lane)]
        found.append(Card(id=f"long-card-{number}", journey_id="long", step_id=step, lane=lane, text=f"Kaart {number}"))
        if number:
            found.append(Link(id=f"long-link-{number}", journey_id="long", source=f"long-step-{number - 1:03}",
                              target=step))  # fmt: skip
    wonder = next(note for note in document.table(Note).values() if note.kind is NoteKind.HOW_MIGHT_WE)
    for number in range(30):
        found.append(Person(id=f"many-{number}", order=99 + number, name=f"Teamlid {number + 1}", role="Vormgever"))
        found.append(Persona(id=f"persona-{number}", order=99 + number, name=f"Persona {number + 1}"))
        found.append(Participant(id=f"citizen-{number}", order=99 + number, code=f"P{number + 20}"))
        found.append(ParkedItem(id=f"parked-{number}", text=f"Later nog eens kijken naar punt {number + 1}"))
        found.append(replace(wonder, id=f"hmw-{number}", text=f"Hoe kunnen we punt {number + 1} korter maken?"))
    return Document([*document, *found])
