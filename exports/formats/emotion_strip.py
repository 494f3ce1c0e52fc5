"""The steps of a journey with an empty scale of feelings below them, to draw the line by hand."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.choice import chosen_journey
from exports.kit.printed import Fill, Printed, begin
from exports.options import TILED, Options
from exports.paper import Orientation, Paper
from exports.signs import draw_face
from exports.stroke import Stroke
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import main_route
from sprint.records import Step

_LEAST_COLUMN = 27.0
_SCALE_WIDTH = 16.0
_BLANK_STEPS = 8
_MOST_LINES = 6


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the strip of a journey on as many sheets as its steps need; without a journey it is blank."""
    t = Translator.load(options.language)
    has_journey = options.journey or bool(document.table(Step))
    steps = main_route(document, chosen_journey(document, options.journey).id) if has_journey else []
    printed = begin(
        document, options, stream, t("print.title.emotion_strip"), lead=t("print.emotion.lead"),
        usual=Orientation.LANDSCAPE,
    )  # fmt: skip
    titles = [step.title for step in steps] or [""] * _BLANK_STEPS
    fitting = max(1, int((printed.sheet.inner_width - _SCALE_WIDTH) // (_LEAST_COLUMN * printed.sheet.scale)))
    sheets = -(-len(titles) // fitting)
    each = -(-len(titles) // sheets)
    parts = [titles[first : first + each] for first in range(0, len(titles), each)]
    printed.fill([_filler(part, each) for part in parts])


def _filler(titles: list[str], each: int) -> Fill:
    def fill(printed: Printed, top: float, room: float) -> None:
        _Strip(printed, top, room, titles, each).draw()

    return fill


class _Strip:
    """One sheet: titles above, seven levels of feeling below."""

    def __init__(self, printed: Printed, top: float, room: float, titles: list[str], each: int) -> None:
        sheet = printed.sheet
        self._printed = printed
        self._titles = titles
        self._width = (sheet.inner_width - _SCALE_WIDTH) / each
        self._left = sheet.left + _SCALE_WIDTH
        type_ = Type(11, bold=True, leading=1.2).sized(11 * sheet.scale)
        setter = printed.surface.setter
        long, label = printed.sheets.long, printed.t("export.full_title")
        self._lines = [
            long.shortened(setter.lines(title, self._width - 3, type_), _MOST_LINES, label, title) for title in titles
        ]
        self._type = type_
        most = max((len(lines) for lines in self._lines), default=1)
        self._top = top + max(2, most) * type_.line + 5
        self._bottom = top + room - 6

    def draw(self) -> None:
        """Draw titles, levels and columns."""
        surface, t, sheet = self._printed.surface, self._printed.t, self._printed.sheet
        step = (self._bottom - self._top) / 6
        radius = min(4.0 * sheet.scale, step * 0.3)
        small = self._printed.types.small.bolder()
        for feeling in range(-3, 4):
            y = self._bottom - (feeling + 3) * step
            stroke = Stroke("ink", 0.4) if feeling == 0 else Stroke("line_soft", 0.3)
            surface.line([(self._left, y), (sheet.right, y)], stroke)
            draw_face(surface, sheet.left + radius, y, radius, feeling)
            surface.line_of_text(sheet.left + 2 * radius + 1.5, y - small.line / 2, t.signed(feeling), small)
        for number, lines in enumerate(self._lines):
            x = self._left + number * self._width
            surface.lines(x + 1.5, self._top - 5 - len(lines) * self._type.line, lines, self._type)
            middle = x + self._width / 2
            surface.line([(middle, self._top), (middle, self._bottom)], Stroke("line_soft", 0.25, (1.5, 1.5)))


OUTPUT: Final = Output(
    id="emotion_strip",
    title="print.title.emotion_strip",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1),
    orientations=ACROSS,
    write=write,
    sheets=("emotion_strip",),
    takes=TILED | {"journey"},
)
