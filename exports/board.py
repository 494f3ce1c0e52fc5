"""The board of the canvas on paper: laid out with paper's own measures, cut into windows, drawn in millimetres."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from exports.fonts import Typeface
from exports.paper import MM_PER_POINT, SMALLEST_POINTS
from sprint.document import Document
from sprint.i18n import Translator
from sprint.journeys import main_route
from sprint.layout import Board, BoardWords, Metrics, TextMeasure, TextStyle, lay_out
from sprint.records import Card, Step

SMALLEST_PIXELS = 12.0
LEAST_SCALE = SMALLEST_POINTS * MM_PER_POINT / SMALLEST_PIXELS
"""Millimetres per pixel below which the smallest text of a board would fall under the smallest legible size."""


class Face(NamedTuple):
    """How one kind of text on a board looks, in pixels at 100 %."""

    pixels: float
    bold: bool
    colour: str
    leading: float


FACES: Mapping[TextStyle, Face] = {
    TextStyle.PHASE: Face(17, True, "ink", 1.25),
    TextStyle.LANE: Face(12.5, True, "muted", 1.25),
    TextStyle.STEP: Face(14, True, "ink", 1.25),
    TextStyle.NOTE: Face(SMALLEST_PIXELS, False, "muted", 1.25),
    TextStyle.LABEL: Face(SMALLEST_PIXELS, True, "ink", 1.3),
    TextStyle.CARD: Face(12.5, False, "ink", 1.3),
}

_WIDTHS = (120.0, 136.0, 152.0, 176.0, 204.0)
_USUAL = 2
_SPLIT_WIDTHS = (132.0, 120.0)
"""Widths of columns on several sheets: the usual one, and a narrow one for when that saves sheets."""
_MOST_TRIED_COLUMNS = 60
_WIDEST = 320.0
_UNIT = 13.0
_FILLINGS = 2
"""Wider columns make a board lower, so that it can be drawn larger; after two rounds little is won."""
_MOST_UNIT = 30.0


class PaperMeasure(TextMeasure):
    """Breaks the texts of a board as paper shows them: cleaned of what cannot be printed."""

    def __init__(self, face: Typeface) -> None:
        def advance(text: str, style: TextStyle) -> float:
            return face.width(text, FACES[style].bold) * FACES[style].pixels

        super().__init__(advance, {style: look.pixels * look.leading for style, look in FACES.items()})
        self._face = face

    def _break(self, text: str, width: float, style: TextStyle) -> list[str]:
        """Give the lines of a text at this width, in characters that can be printed."""
        look = FACES[style]
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
        return " · ".join(part for part in (step.evidence.value, super().step_note(step)) if part)


class Window(NamedTuple):
    """A part of a board on one sheet: columns first to last (the last left out), y from top to bottom in pixels."""

    first: int
    last: int
    top: float
    bottom: float


class Plan(NamedTuple):
    """A board ready for paper: how large it is drawn (millimetres per pixel) and the window of each sheet."""

    board: Board
    measure: PaperMeasure
    scale: float
    windows: tuple[Window, ...]

    @property
    def is_split(self) -> bool:
        """Whether the board needs more than one sheet."""
        return len(self.windows) > 1


Make = Callable[[float, float], Board]
"""Lays the journey out with columns of this width and this height for one degree of feeling, in pixels."""


def plan_board(
    document: Document, journey_id: str, words: PaperWords, face: Typeface, width: float, height: float
) -> Plan:
    """Lay a journey out for a room in millimetres: as large as fits, on more sheets when text would be too small."""
    measure = PaperMeasure(face)

    def make(column: float, unit: float) -> Board:
        return lay_out(document, journey_id, measure, _metrics(column, unit), words)

    if not _may_fit(document, journey_id, width):
        return _split(make, measure, width, height)
    board = _largest(make, width, height)
    scale = _scale(board, width, height)
    if scale < LEAST_SCALE:
        return _split(make, measure, width, height)
    for _ in range(_FILLINGS):
        board = _filled(make, board, len(board.columns), width / scale, height / scale)
        scale = _scale(board, width, height)
    return Plan(board, measure, scale, (Window(0, len(board.columns), 0.0, board.height),))


def _may_fit(document: Document, journey_id: str, width: float) -> bool:
    """Whether one sheet is wide enough at all; spares a long journey the layouts that would show it is not."""
    narrow = _metrics(_WIDTHS[0], _UNIT)
    columns = len({(step.phase_id, step.order) for step in main_route(document, journey_id)})
    return (columns * (narrow.column + narrow.gap) + narrow.gutter) * LEAST_SCALE <= width


def _largest(make: Make, width: float, height: float) -> Board:
    """Find the width of columns that lets text be largest: narrow ones for a long journey, wide ones for a high one."""
    chosen = make(_WIDTHS[_USUAL], _UNIT)
    way = -1 if width / chosen.width < height / chosen.height else 1
    index = _USUAL + way
    while 0 <= index < len(_WIDTHS):
        other = make(_WIDTHS[index], _UNIT)
        if _scale(other, width, height) <= _scale(chosen, width, height):
            break
        chosen, index = other, index + way
    return chosen


def _filled(make: Make, board: Board, columns: int, width: float, height: float) -> Board:
    """Widen columns and the curve so that a sheet of this many pixels with this many columns is used."""
    m = board.metrics
    column = (width - board.left - m.margin + m.gap) / max(1, columns) - m.gap
    column = max(m.column, min(_WIDEST, column - 1e-6))
    wider = make(column, m.feeling_unit) if column > m.column else board
    unit = min(_MOST_UNIT, m.feeling_unit + (height - wider.height) / 6)
    return make(column, unit) if unit > m.feeling_unit + 1 else wider


def _metrics(column: float, unit: float) -> Metrics:
    return Metrics(
        margin=7, gutter=92, column=column, phase_top=8, step_least=58, step_top=11, step_bottom=9, icon=0, badge=34,
        corridor=9, corridor_between=20, track=12, band_gap=6, feeling_unit=unit, feeling_above=22, feeling_below=22,
        lane_gap=9, card_least=34, card_top=6, card_bottom=7, label_below=1, card_gap=6, band_bottom=7,
    )  # fmt: skip


def _scale(board: Board, width: float, height: float) -> float:
    return min(width / board.width, height / board.height)


def _split(make: Make, measure: PaperMeasure, width: float, height: float) -> Plan:
    """Give the plan with the fewest sheets to glue; a huge journey is not laid out twice for it."""
    usual, narrow = _SPLIT_WIDTHS
    best = _split_at(usual, make, measure, width, height)
    if len(best.board.columns) <= _MOST_TRIED_COLUMNS:
        other = _split_at(narrow, make, measure, width, height)
        if len(other.windows) < len(best.windows):
            return other
    return best


def _split_at(column: float, make: Make, measure: PaperMeasure, width: float, height: float) -> Plan:
    board = make(column, _UNIT)
    count, m = len(board.columns), board.metrics
    fitting = max(1, int((width / LEAST_SCALE - board.left - m.margin + m.gap) // board.pitch))
    sheets = -(-count // fitting)
    each = -(-count // sheets)
    slice_width = board.left + each * board.pitch - m.gap + m.margin
    scale = max(LEAST_SCALE, min(width / slice_width, height / board.height))
    board = _filled(make, board, each, width / scale, height / scale)
    spans = [(first, min(first + each, count)) for first in range(0, count, each)]
    bands = _bands(board, height / scale)
    return Plan(board, measure, scale, tuple(Window(*span, *band) for span in spans for band in bands))


def _bands(board: Board, height: float) -> list[tuple[float, float]]:
    """Cut a board that is too high between lanes where that is possible, else anywhere: text is cut between lines."""
    slack = FACES[TextStyle.STEP].pixels * 2
    head = repeated_head(board)
    seams = [board.emotion.rect.y - 8, *(lane.rect.y - board.metrics.lane_gap / 2 for lane in board.lanes)]
    bands: list[tuple[float, float]] = []
    top = 0.0
    while top < board.height:
        room = height - slack - (head if top else 0.0)
        if board.height - top <= room + slack:
            bands.append((top, board.height))
            break
        cut = max((seam for seam in seams if top + room * 0.35 < seam <= top + room), default=top + room)
        bands.append((top, cut))
        top = cut
    return bands


def repeated_head(board: Board) -> float:
    """Give the height of the strip of phase names that is repeated above the lower parts of a board, in pixels."""
    return board.metrics.phase_top + FACES[TextStyle.PHASE].pixels * FACES[TextStyle.PHASE].leading + 8
