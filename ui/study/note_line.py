"""One typed line of a note taker, read as a note: where it belongs, what kind it is, how it felt, and its words.

`3 - ! "ik snap dit woord niet` is: step 3, negative, one step serious, the citizen's own words. The signs come first,
in any order and with or without spaces; the sign of the kind, or the first letter, begins the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sprint.frozen import dataclass
from sprint.records import RemarkKind

TAGS = ("seen", "heard", "helped")
MOST_SEVERE = 3
_KINDS = {
    '"': RemarkKind.QUOTE,
    "“": RemarkKind.QUOTE,
    "„": RemarkKind.QUOTE,
    ".": RemarkKind.OBSERVATION,
    "=": RemarkKind.INTERPRETATION,
    "?": RemarkKind.QUESTION,
}
_VALENCES = {"+": 1, "-": -1, "−": -1, "–": -1}
_NUMBER = re.compile(r"\d{1,2}(?=[\s\"“„.=?+\-−–!#§~\[]|$)")
_FEELING = re.compile(r"~([+\-−–]?)([0-3])")
_TAG = re.compile(r"#([1-3])")
_SCENE = re.compile(r"\[([^\]]{1,60})\]")


@dataclass(frozen=True)
class NoteLine:
    """What a line says; `step` is the number of the step in the list (0 = the step that is on)."""

    text: str = ""
    step: int = 0
    kind: RemarkKind = RemarkKind.QUOTE
    valence: int = 0
    severity: int = 0
    feeling: int | None = None
    tags: tuple[str, ...] = ()
    is_legal: bool = False
    scene: str = ""


def read_line(line: str, steps: int) -> NoteLine:
    """Read a line; a number above `steps` is no step and belongs to the words."""
    found, rest = NoteLine(), line.strip()
    while rest:
        if rest[0] in _KINDS:
            return replace(found, kind=_KINDS[rest[0]], text=_bare(rest[1:]))
        read = _sign(found, rest, steps)
        if read is None:
            break
        found, rest = read[0], read[1].lstrip()
    return replace(found, text=rest.strip())


def _sign(found: NoteLine, rest: str, steps: int) -> tuple[NoteLine, str] | None:
    """Take one sign off the front; None when the words begin here."""
    for reader in (_number, _valence, _severity, _feeling, _tag, _scene):
        read = reader(found, rest, steps)
        if read is not None:
            return read
    if rest[0] == "§":
        return replace(found, is_legal=True), rest[1:]
    return None


def _number(found: NoteLine, rest: str, steps: int) -> tuple[NoteLine, str] | None:
    match = _NUMBER.match(rest)
    if match is None or found.step:
        return None
    number = int(match[0])
    if number == 0:
        return replace(found, valence=0), rest[match.end() :]
    return (replace(found, step=number), rest[match.end() :]) if number <= steps else None


def _valence(found: NoteLine, rest: str, _steps: int) -> tuple[NoteLine, str] | None:
    return (replace(found, valence=_VALENCES[rest[0]]), rest[1:]) if rest[0] in _VALENCES else None


def _severity(found: NoteLine, rest: str, _steps: int) -> tuple[NoteLine, str] | None:
    marks = len(rest) - len(rest.lstrip("!"))
    return (replace(found, severity=min(MOST_SEVERE, found.severity + marks)), rest[marks:]) if marks else None


def _feeling(found: NoteLine, rest: str, _steps: int) -> tuple[NoteLine, str] | None:
    match = _FEELING.match(rest)
    if match is None:
        return None
    value = int(match[2]) * (-1 if match[1] in ("-", "−", "–") else 1)
    return replace(found, feeling=value), rest[match.end() :]


def _tag(found: NoteLine, rest: str, _steps: int) -> tuple[NoteLine, str] | None:
    match = _TAG.match(rest)
    if match is None:
        return None
    return replace(found, tags=with_tag(found.tags, TAGS[int(match[1]) - 1])), rest[match.end() :]


def _scene(found: NoteLine, rest: str, _steps: int) -> tuple[NoteLine, str] | None:
    match = _SCENE.match(rest)
    return (replace(found, scene=match[1].strip()), rest[match.end() :]) if match is not None else None


def with_tag(tags: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """Put a tag with the others, in the order of the house."""
    return tuple(known for known in TAGS if known in tags or known == tag)


def without_words(line: str, steps: int, cover: Callable[[str], str]) -> str:
    """Give the line with its words covered by `cover`, the signs before them untouched."""
    text = read_line(line, steps).text
    at = line.rfind(text) if text else -1
    return line if at < 0 else line[:at] + cover(text) + line[at + len(text) :]


def _bare(text: str) -> str:
    """The words without the quotation mark that a typist closes them with."""
    words = text.strip()
    closes = words.endswith("”") or (words.endswith('"') and words.count('"') % 2 == 1)
    return words[:-1].rstrip() if closes else words
