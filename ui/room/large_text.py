"""Type for the journey on the room screen: one size for all of it, and long words parted where a syllable begins."""

from __future__ import annotations

from assets.fonts import FAMILY
from canvas.paint_boxes import syllable
from canvas.text import BoardText
from sprint.i18n import Translator
from sprint.layout import BoardWords, TextStyle
from sprint.records import Link, Step

TYPE = 14
"""The size on the board; the scale of the picture makes it the type of the room."""

_LEADING = 1.2


class LargeText(BoardText):
    """Measures and draws in one size, so that no word is smaller than the smallest of the room."""

    def __init__(self) -> None:
        super().__init__(FAMILY, dict.fromkeys(TextStyle, TYPE), _LEADING)

    def _split(self, word: str, width: float, style: TextStyle) -> list[str]:
        pieces: list[str] = []
        while self.width(word, style) > width and len(word) > 1:
            most = next((n for n in range(len(word) - 1, 1, -1) if self.width(word[:n] + "-", style) <= width), 1)
            place = syllable(word, most)
            pieces.append(word[:place].removesuffix("-") + "-")
            word = word[place:]
        return [*pieces, word]


class LargeWords(BoardWords):
    """Leaves out what would crowd a picture for the back row: where a step happens, and the words at arrows."""

    def __init__(self, t: Translator) -> None:
        super().__init__(t)

    def step_note(self, step: Step) -> str:
        """Say nothing."""
        return ""

    def link_label(self, link: Link) -> str:
        """Say nothing: the colour and the dashes of an arrow tell what it is."""
        return ""
