"""The board of the canvas on paper: laid out with paper's own measures, and cut into windows of one sheet each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from exports.board_type import SMALLEST_PIXELS, PaperMeasure, PaperWords
from exports.fonts import Typeface
from exports.paper import MM_PER_POINT, SMALLEST_POINTS
from sprint.document import Document
from sprint.journeys import main_route
from sprint.layout import Board, Metrics, TextStyle, lay_out
from sprint.records import Step

LEAST_SCALE = SMALLEST_POINTS * MM_PER_POINT / SMALLEST_PIXELS
"""Millimetres per pixel below which the smallest text of a board would fall under the smallest legible size."""
WALL_TITLE = 24.0
"""Points of the titles of steps on paper for the wall (A1 and larger), where there is room for them."""

_WIDTHS = (120.0, 136.0, 152.0, 176.0, 204.0, 238.0, 276.0)
_USUAL = 2
_SPLIT_WIDTHS = (132.0, 120.0)
"""Widths of columns on several sheets: the usual one, and a narrow one for when that saves sheets."""
_MOST_TRIED_COLUMNS = 60
_MOST_TRIED_CARDS = 400
_WIDEST = 320.0
_UNIT = 13.0
_FILLINGS = 2
"""Wider columns make a board lower, so that it can be drawn larger; after two rounds little is won."""
_MOST_UNIT = 30.0
_SIDE_SHARE = 0.33
_FELT_SHARE = 0.18
_ROW_GAP = 30.0
"""Pixels between two parts of a long journey on one sheet."""
_MOST_SCALE = 0.00145
"""Millimetres per pixel for each millimetre of room: the title of a step stays smaller than that of the poster."""
_TITLE_SIZES = (2.4, 2.0, 1.7, 1.45, 1.2)
_LEAST_KEPT = 0.8
"""Larger titles may make the rest smaller, but not by more than this."""
_WALL_ROOM = 450.0
"""Millimetres that a board has on the shorter side of A1 or larger; on smaller paper titles are smaller."""


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
        """Whether the board needs more than one window."""
        return len(self.windows) > 1

    def sheets(self, room: float) -> list[list[Window]]:
        """Share the windows among sheets with this room in millimetres: rows of a long journey stand below each other.

        A journey of which one part takes several sheets in height has a sheet for every window, to be glued together.
        """
        first = self.windows[0]
        height = (first.bottom - first.top + _ROW_GAP) * self.scale
        is_one_high = all(not window.top and window.bottom == first.bottom for window in self.windows)
        each = max(1, int((room + _ROW_GAP * self.scale) // height)) if is_one_high else 1
        return [list(self.windows[at : at + each]) for at in range(0, len(self.windows), each)]

    @property
    def head(self) -> float:
        """The height of the strip of phase names that is repeated above the lower parts of a board, in pixels."""
        return _head(self.board, self.measure)


Make = Callable[[float, float], Board]
"""Lays the journey out with columns of this width and this height for one degree of feeling, in pixels."""


def plan_board(
    document: Document, journey_id: str, words: PaperWords, face: Typeface, width: float, height: float
) -> Plan:
    """Lay a journey out for a room in millimetres: as large as fits, on more sheets when text would be too small.

    For the wall the titles grow as long as the journey stays on one sheet, so that they can be read from a distance.
    """
    document = _in_columns(document, journey_id)

    def planned(titles: float) -> Plan:
        return _planned(document, journey_id, words, PaperMeasure(face, titles), (width, height))

    usual = planned(1.0)
    wanted = WALL_TITLE * MM_PER_POINT * min(1.0, min(width, height) / _WALL_ROOM)
    title = usual.measure.faces[TextStyle.STEP].pixels
    if usual.is_split or title * usual.scale >= wanted or len(usual.board.cards) > _MOST_TRIED_CARDS:
        return usual
    best = usual
    for titles in _TITLE_SIZES:
        larger = planned(titles)
        if larger.is_split or larger.scale < usual.scale * _LEAST_KEPT:
            continue
        if best is not usual and title * titles * larger.scale < wanted:
            break
        best = larger
    return best


def _in_columns(document: Document, journey_id: str) -> Document:
    """Give the sprint with every step in its own column: places chosen by hand are those of the screen's columns."""
    pinned = {
        step.id
        for step in document.table(Step).values()
        if step.journey_id == journey_id and step.pin_x is not None and step.pin_y is not None
    }
    if not pinned:
        return document
    return Document(
        replace(record, pin_x=None, pin_y=None) if isinstance(record, Step) and record.id in pinned else record
        for record in document
    )


def _planned(
    document: Document,
    journey_id: str,
    words: PaperWords,
    measure: PaperMeasure,
    room: tuple[float, float],
) -> Plan:
    (width, height), titles = room, measure.titles

    def make(column: float, unit: float) -> Board:
        return lay_out(document, journey_id, measure, _metrics(column, unit, titles), words)

    if not _may_fit(document, journey_id, width, titles):
        return _split(make, measure, width, height)
    board = _largest(make, width, height)
    scale = _scale(board, width, height)
    if scale < LEAST_SCALE:
        return _split(make, measure, width, height)
    for _ in range(_FILLINGS):
        board = _filled(make, board, len(board.columns), width / scale, height / scale)
        scale = _scale(board, width, height)
    return Plan(board, measure, scale, (Window(0, len(board.columns), 0.0, board.height),))


def _may_fit(document: Document, journey_id: str, width: float, titles: float) -> bool:
    """Whether one sheet is wide enough at all; spares a long journey the layouts that would show it is not."""
    narrow = _metrics(_WIDTHS[0], _UNIT, titles)
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


def _metrics(column: float, unit: float, titles: float) -> Metrics:
    return Metrics(
        margin=7, gutter=92 * titles, column=column, phase_top=8, step_least=58, step_top=11, step_bottom=9, icon=0,
        badge=34, badge_height=20 * titles, corridor=9, corridor_between=20, track=12, band_gap=6, feeling_unit=unit,
        feeling_above=22 * titles, feeling_below=22 * titles, lane_gap=9, card_least=34, card_top=6, card_bottom=7,
        label_below=1, card_gap=6, band_bottom=7, star=22 * titles, row_shift=min(46 * titles, column * _SIDE_SHARE),
        felt_shift=min(27 * titles, column * _FELT_SHARE),
    )  # fmt: skip


def _scale(board: Board, width: float, height: float) -> float:
    most = max(LEAST_SCALE, min(width, height) * _MOST_SCALE)
    return min(most, width / board.width, height / board.height)


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
    board = _stretched(make, board, measure, height / scale)
    spans = [(first, min(first + each, count)) for first in range(0, count, each)]
    bands = _bands(board, measure, height / scale)
    windows = [Window(*span, *band) for span in spans for band in bands]
    return Plan(board, measure, scale, tuple(one for one in windows if not one.top or _holds_cards(board, one)))


def _stretched(make: Make, board: Board, measure: PaperMeasure, height: float) -> Board:
    """Let the curve use what its sheet has left, when the lanes below it go to the next sheet anyway."""
    m, band = board.metrics, board.emotion.rect
    bands = _bands(board, measure, height)
    top, bottom = next((one for one in bands if one[0] <= band.y and band.bottom <= one[1]), (0.0, 0.0))
    if not bottom or len(board.columns) > _MOST_TRIED_COLUMNS:
        return board
    room = _room(board, measure, height, is_first=not top)
    unit = min(_MOST_UNIT, m.feeling_unit + (room - (bottom - top)) / 6)
    if unit <= m.feeling_unit + 1:
        return board
    other = make(m.column, unit)
    return other if len(_bands(other, measure, height)) == len(bands) else board


def _holds_cards(board: Board, window: Window) -> bool:
    """Whether there is more in a lower window than the names of lanes: an empty sheet is not printed."""
    columns = board.columns[window.first : window.last]
    drawn = [board.emotion.rect]
    drawn += [card.rect for column in columns for card in column.cards]
    drawn += [step.rect for column in columns for step in column.steps]
    return any(rect.y < window.bottom and rect.bottom > window.top for rect in drawn)


def _bands(board: Board, measure: PaperMeasure, height: float) -> list[tuple[float, float]]:
    """Cut a board that is too high between its rows and lanes where that is possible, else between lines of text."""
    slack = _slack(measure)
    m = board.metrics
    seams = [row.top - m.corridor_between / 2 for row in board.rows if row.row]
    seams += [board.emotion.rect.y - 8, *(lane.rect.y - m.lane_gap / 2 for lane in board.lanes)]
    bands: list[tuple[float, float]] = []
    top = 0.0
    while top < board.height:
        room = _room(board, measure, height, is_first=not top)
        if board.height - top <= room + slack:
            bands.append((top, board.height))
            break
        cut = max((seam for seam in seams if top + room * 0.35 < seam <= top + room), default=top + room)
        bands.append((top, cut))
        top = cut
    return bands


def _room(board: Board, measure: PaperMeasure, height: float, *, is_first: bool) -> float:
    """Give the height for one part of a board; lower parts have the names of the phases above them."""
    return height - _slack(measure) - (0.0 if is_first else _head(board, measure))


def _slack(measure: PaperMeasure) -> float:
    """Give the room that is kept free for a line which begins just above a cut."""
    return measure.faces[TextStyle.STEP].pixels * 2


def _head(board: Board, measure: PaperMeasure) -> float:
    return board.metrics.phase_top + measure.line_height(TextStyle.PHASE) + 8
