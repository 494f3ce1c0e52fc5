"""The type of a board on paper: sizes for reading near by and for the wall, and texts broken as paper shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exports.fonts import Typeface
from sprint.i18n import Translator
from sprint.layout import BoardWords, TextMeasure, TextStyle
from sprint.records import Card, Step
from sprint.sentences import dotted

SMALLEST_PIXELS = 12.0


class Face(NamedTuple):
    """How one kind of text on a board looks, in pixels at 100 %."""

    pixels: float
    bold: bool
    colour: str
    leading: float

    @property
    def line(self) -> float:
        """The distance from one line to the next."""
        return self.pixels * self.leading


Faces = Mapping[TextStyle, Face]

_FACES: Faces = {
    TextStyle.PHASE: Face(17, True, "ink", 1.25),
    TextStyle.LANE: Face(12.5, True, "muted", 1.25),
    TextStyle.STEP: Face(14, True, "ink", 1.25),
    TextStyle.NOTE: Face(SMALLEST_PIXELS, False, "muted", 1.25),
    TextStyle.LABEL: Face(SMALLEST_PIXELS, True, "ink", 1.3),
    TextStyle.CARD: Face(12.5, False, "ink", 1.3),
}
_TITLES = (TextStyle.PHASE, TextStyle.STEP, TextStyle.LANE)


def faces_of(titles: float = 1.0) -> Faces:
    """Give the type of a board whose titles are so many times as large as usual."""
    if titles == 1:
        return _FACES
    larger = {style: _FACES[style]._replace(pixels=_FACES[style].pixels * titles) for style in _TITLES}
    return {**_FACES, **larger}


class PaperMeasure(TextMeasure):
    """Breaks the texts of a board as paper shows them: cleaned of what cannot be printed.

    `titles` says how many times as large as usual titles and signs are, for the wall.
    """

    def __init__(self, face: Typeface, titles: float = 1.0) -> None:
        faces = faces_of(titles)

        def advance(text: str, style: TextStyle) -> float:
            return face.width(text, faces[style].bold) * faces[style].pixels

        super().__init__(advance, {style: look.line for style, look in faces.items()})
        self.faces = faces
        self.titles = titles
        self._face = face

    def _break(self, text: str, width: float, style: TextStyle) -> list[str]:
        """Give the lines of a text at this width, in characters that can be printed."""
        look = self.faces[style]
        broken = self._face.hyphens.fitted(self._face.clean(text), look.bold, width / look.pixels)
        return super()._break(broken, width, style)


class PaperWords(BoardWords):
    """Writes the small texts of a printed board: every step shows how well it is backed.

    A terse board leaves the labels of cards out that only repeat the name of their lane.
    """

    def __init__(self, t: Translator, is_terse: bool) -> None:
        super().__init__(t)
        self._is_terse = is_terse

    def card_label(self, card: Card) -> str:
        """Say what a card means and whose it is."""
        return card.owner if self._is_terse else super().card_label(card)

    def step_note(self, step: Step) -> str:
        """Say how well a step is backed, where it happens and how long it takes."""
        return dotted((step.evidence.value, super().step_note(step)))
