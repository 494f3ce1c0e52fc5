"""Signs at the start of a line that say what a note is, so that a typist never leaves the keyboard or the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sprint.records import NoteKind, Person

PERSON = "@"
KIND_SIGNS: Mapping[str, NoteKind] = MappingProxyType(
    {
        "?": NoteKind.QUESTION,
        "!": NoteKind.HOW_MIGHT_WE,
        "*": NoteKind.IDEA,
        "=": NoteKind.EXPERT,
    }
)
VALENCE_SIGNS: Mapping[str, int] = MappingProxyType({"+": 1, "-": -1, "−": -1})


@dataclass(frozen=True, slots=True)
class CapturedLine:
    """What a typed line says; `person` is a person's id, "" for nobody, None when the line does not say."""

    text: str
    kind: NoteKind
    valence: int = 0
    person: str | None = None


def read_line(
    line: str, people: Iterable[Person], kind: NoteKind, signs: Mapping[str, NoteKind] = KIND_SIGNS
) -> CapturedLine:
    """Read the signs at the start of a line; what they do not explain stays in the text.

    `kind` is what it is without a sign. A sign in `signs` is a kind, also when it else were + or −; "@" with the first
    letters of a name is a person, "@" alone is nobody.
    """
    rest, valence = line.strip(), 0
    person: str | None = None
    while rest:
        sign = rest[0]
        if sign in signs:
            kind = signs[sign]
        elif sign in VALENCE_SIGNS:
            valence = VALENCE_SIGNS[sign]
        elif sign == PERSON:
            word, _, behind = rest[1:].partition(" ")
            found = person_by(word, people)
            if found is None:
                break
            person, rest = found, behind.lstrip()
            continue
        else:
            break
        rest = rest[1:].lstrip()
    return CapturedLine(rest, kind, valence, person)


def person_by(letters: str, people: Iterable[Person]) -> str | None:
    """Give the id of the first person of whose name a word begins so; "" for no letters, None when there is nobody."""
    if not letters:
        return ""
    wanted = letters.casefold()
    ordered = sorted(people, key=lambda person: (person.order, person.id))
    for starts in (lambda name: name.startswith(wanted), lambda name: any(w.startswith(wanted) for w in name.split())):
        for person in ordered:
            if starts(person.name.casefold()):
                return person.id
    return None
