"""What can be printed: one item for each output, and a poster for each journey."""

from __future__ import annotations

from dataclasses import dataclass

from exports.base import Output
from exports.offer import printables, wanted_on
from sprint.document import Document
from sprint.journeys import journeys
from sprint.records import JourneyKind
from ui.texts import Texts

_KINDS = {
    JourneyKind.AS_IS: ("print.room.as_is", "print.file.as_is"),
    JourneyKind.TO_BE: ("print.room.to_be", "print.file.to_be"),
}
_POSTER = "journey"
_LONGEST_NAME = 60
_IMPOSSIBLE = str.maketrans(dict.fromkeys('<>:"/\\|?*\n\t', " "))


@dataclass(frozen=True, slots=True)
class PrintItem:
    """One thing in the list: its output, the journey it shows, its words, and whether the chosen day asks for it."""

    id: str
    output: Output
    text: str
    file: str
    is_wanted: bool
    journey: str = ""
    title: str = ""

    def words(self, texts: Texts) -> str:
        """Say what it is in the language of the screen."""
        return texts(self.text, title=self.title)

    def stem(self, texts: Texts) -> str:
        """Give the end of its file name."""
        name = texts(self.file, title=self.title) if self.file else self.title
        return " ".join(name.translate(_IMPOSSIBLE).split())[:_LONGEST_NAME].strip(" .") or self.id


def items_of(document: Document, day: int) -> list[PrintItem]:
    """Give all that can be printed, first what a day (from 1; 0: any) asks for, in the order in which it asks."""
    wanted = {name: place for place, name in enumerate(wanted_on(document, day))}
    found: list[PrintItem] = []
    for output in printables():
        is_wanted = output.id in wanted
        if output.id == _POSTER:
            found += _posters(document, output, is_wanted)
        else:
            found.append(PrintItem(output.id, output, output.title, output.title, is_wanted))
    return sorted(found, key=lambda item: wanted.get(item.output.id, len(wanted)))


def _posters(document: Document, output: Output, is_wanted: bool) -> list[PrintItem]:
    found: list[PrintItem] = []
    named: set[JourneyKind] = set()
    for journey in journeys(document):
        is_first = journey.kind not in named
        named.add(journey.kind)
        text, file = _KINDS[journey.kind] if is_first else ("print.room.poster", "")
        name = journey.kind.value if is_first else journey.id
        found.append(PrintItem(name, output, text, file, is_wanted and is_first, journey.id, journey.title))
    return found
