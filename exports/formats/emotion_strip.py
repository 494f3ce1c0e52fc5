"""The steps of a journey with an empty scale of feelings below them, to draw the line by hand."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import ACROSS, Output
from exports.choice import chosen_journey
from exports.kit.printed import Printed, begin
from exports.options import TILED, Options
from exports.paper import Orientation, Paper
from exports.signs import draw_face
from exports.stroke import HAIRLINE, Stroke
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import main_route
from sprint.records import Step

_LEAST_COLUMN = 27.0
_SCALE_WIDTH = 16.0
_BLANK_STEPS = 8
_MOST_LINES = 6
_SIZES = (1.4, 1.2, 1.0)


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
    printed.fill([_Strip(printed, part, each).draw for part in parts])


class _Strip:
    """One sheet: titles above, seven levels of feeling below."""

    def __init__(self, printed: Printed, titles: list[str], each: int) -> None:
        sheet, setter = printed.sheet, printed.surface.setter
        self._titles = titles
        self._width = (sheet.inner_width - _SCALE_WIDTH) / each
        self._left = sheet.left + _SCALE_WIDTH
        wide = max(1.0, self._width / (_LEAST_COLUMN * sheet.scale))
        for factor in _SIZES:
            self._type = Type(0, bold=True, leading=1.2).sized(11 * sheet.scale * min(factor, wide))
            lines = [setter.lines(title, self._width - 3, self._type) for title in titles]
            if max(len(one) for one in lines) <= _MOST_LINES:
                break
        long, label = printed.sheets.long, printed.t("export.full_title")
        self._lines = [long.shortened(one, _MOST_LINES, label, title) for one, title in zip(lines, titles, strict=True)]

    def draw(self, printed: Printed, top: float, room: float) -> None:
        """Draw titles, levels and columns; content begins at `top` and has this room."""
        most = max((len(lines) for lines in self._lines), default=1)
        first, last = top + max(2, most) * self._type.line + 5, top + room - 6
        surface, t, sheet = printed.surface, printed.t, printed.sheet
        step = (last - first) / 6
        radius = min(4.0 * sheet.scale, step * 0.3)
        small = printed.types.small.bolder()
        for feeling in range(-3, 4):
            y = last - (feeling + 3) * step
            stroke = Stroke("ink", 0.4) if feeling == 0 else HAIRLINE
            surface.line([(self._left, y), (sheet.right, y)], stroke)
            draw_face(surface, sheet.left + radius, y, radius, feeling)
            surface.line_of_text(sheet.left + 2 * radius + 1.5, y - small.line / 2, t.signed(feeling), small)
        for number, lines in enumerate(self._lines):
            x = self._left + number * self._width
            middle = x + self._width / 2
            surface.lines(middle, first - 5 - len(lines) * self._type.line, lines, self._type, "middle")
            surface.line([(middle, first), (middle, last)], Stroke("line", 0.13, (1.5, 1.5)))


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
