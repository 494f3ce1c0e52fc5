"""A journey in the type of the room: which part of it fits in the picture, laid out so that every word is whole.

The board of the facilitator has boxes for type that is read at arm's length. The room gets a layout of its own: columns
of another width, boxes as high as their titles need. When even so not all of it fits, the columns around the step that
is talked about are shown, and the feelings stand in the overview of all of it below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.layout import Board, Layouter, Metrics, Rect
from sprint.records import Journey, Lane, Link, Phase, Record, Step
from ui.room.large_text import TYPE, LargeText, LargeWords

_LEAST_COLUMN, _MOST_COLUMN = 74.0, 190.0
"""Between these widths a title stands well, for type of 14."""
_SMALLER = 0.94
_HALF = 0.5
_FEELINGS_FROM, _FEELINGS_TO = 8.0, 26.0
"""The height of one step of feeling: the least, and what it grows to where there is room."""
_WALL = Metrics(
    margin=14, gutter=0, gap=16, band_pad=6, phase_top=0, phase_below=10, corridor=9, corridor_between=18, track=6,
    tracks_most=5, step_least=36, step_top=12, step_pad=7, step_bottom=9, note_above=0, star=0, badge=0, badge_height=0,
    icon=0, feeling_unit=_FEELINGS_FROM, feeling_above=26, feeling_below=26, band_gap=4, lane_gap=12, card_least=30,
    card_pad=7, card_top=6, card_bottom=7, card_gap=6, felt_shift=0, band_bottom=6,
)  # fmt: skip
_NO_FEELINGS = replace(_WALL, feeling_unit=0, feeling_above=0, feeling_below=0)


@dataclass(frozen=True)
class Glance:
    """What the facilitator looks at: columns (the last left out), lanes whose cards she can read, and a step."""

    journey_id: str
    first: int
    last: int
    lanes: tuple[Lane, ...]
    has_steps: bool
    """Whether she sees the main route; else she looks at the cards below it."""
    focus: int
    """The column of the step that is talked about."""


@dataclass(frozen=True)
class LargePlan:
    """A part of a journey laid out for a picture: `scale` turns its board into pixels."""

    document: Document
    board: Board
    scale: float
    first: int
    last: int
    has_foot: bool
    """Whether room was left below it for the whole journey."""


def glance_of(board: Board, area: Rect, focus_id: str, *, can_read: bool) -> Glance:
    """Say what lies in a part of the board; lanes of cards count when she `can_read` them."""
    seen = [n for n, column in enumerate(board.columns) if _share(column.x, board.metrics.column, area) >= _HALF]
    if not seen:
        seen = [board.column_at(area.middle.x)]
    of_step, of_card = board.steps.column_of(focus_id), board.cards.column_of(focus_id)
    focus = of_card if of_step is None else of_step
    if focus is None or not seen[0] <= focus <= seen[-1]:
        focus = seen[0]
    main = board.rows[0]
    has_steps = area.y <= main.top + main.height / 2 <= area.bottom
    there = {card.lane for n in seen for card in board.columns[n].cards} if can_read else set()
    lanes = tuple(
        lane.lane for lane in board.lanes if lane.lane in there and area.y <= lane.rect.middle.y <= area.bottom
    )
    return Glance(board.journey_id, seen[0], seen[-1] + 1, lanes, has_steps or not lanes, focus)


def _share(x: float, width: float, area: Rect) -> float:
    return (min(x + width, area.right) - max(x, area.x)) / width


class Planner:
    """Lays parts of a journey out until one fits; `most` and `least` are the type of the room in pixels."""

    def __init__(self, text: LargeText, words: LargeWords, width: float, height: float, most: int, least: int) -> None:
        self._text, self._words = text, words
        self._width, self._height = width, height
        self._most, self._least = most, least

    def plan(self, document: Document, board: Board, glance: Glance, foot: float) -> LargePlan:
        """Give the largest part that fits, in the largest type; `foot` pixels stay free below what is not the whole."""
        for first, last in self._windows(glance):
            is_whole, is_last = last - first == len(board.columns), last - first == 1
            has_foot = glance.has_steps and not is_whole
            height = self._height - (foot if has_foot else 0)
            for lanes in dict.fromkeys((glance.lanes, ())) if glance.has_steps else (glance.lanes,):
                boxes = _boxes(board, range(first, last), lanes, has_steps=glance.has_steps)
                part = _part(document, board, boxes, has_links=glance.has_steps, has_feelings=is_whole)
                count = len({board.steps.column_of(record_id) for record_id in boxes} - {None})
                fitted = self._fitted(part, glance, max(1, count), height, is_last=is_last)
                if fitted is not None:
                    return LargePlan(part, *fitted, first, last, has_foot)
        raise ValueError(glance)  # one column always fits: what is too high is seen from its beginning

    def _windows(self, glance: Glance) -> Iterator[tuple[int, int]]:
        """Yield ever fewer columns around the one that is talked about."""
        room = self._width * TYPE / self._least - 2 * _WALL.margin + _WALL.gap
        most = max(1, int(room // (_LEAST_COLUMN + _WALL.gap)))
        first, last = glance.first, glance.last
        while True:
            if last - first <= most:
                yield first, last
            if last - first <= 1:
                return
            if last - 1 - glance.focus >= glance.focus - first:
                last -= 1
            else:
                first += 1

    def _fitted(
        self, part: Document, glance: Glance, count: int, height: float, *, is_last: bool
    ) -> tuple[Board, float] | None:
        """Lay a part of `count` columns out in the largest type with which it fits; None when it does not."""
        size = self._most
        has_feelings = any(step.feeling is not None for step in part.table(Step).values())
        while True:
            scale = size / TYPE
            across = (self._width / scale - 2 * _WALL.margin + _WALL.gap) / count - _WALL.gap
            is_least = size <= self._least
            if across >= _LEAST_COLUMN or (is_least and is_last):
                metrics = replace(_WALL if has_feelings else _NO_FEELINGS, column=min(_MOST_COLUMN, across))
                metrics = replace(metrics, row_shift=metrics.column / 4)
                board = self._laid(part, glance, metrics)
                spare = height / scale - board.height
                if spare >= 0 or (is_least and is_last):
                    unit = min(_FEELINGS_TO, _FEELINGS_FROM + max(0.0, spare) / 6)
                    if has_feelings and unit > _FEELINGS_FROM:
                        board = self._laid(part, glance, replace(metrics, feeling_unit=unit))
                    return board, scale
            if is_least:
                return None
            size = max(self._least, int(size * _SMALLER))

    def _laid(self, part: Document, glance: Glance, metrics: Metrics) -> Board:
        return Layouter(self._text, self._words, metrics).lay_out(part, glance.journey_id)


def _boxes(board: Board, columns: range, lanes: tuple[Lane, ...], *, has_steps: bool) -> list[str]:
    """Give the steps and cards of these columns; who looks at cards alone needs only the steps that they hang on."""
    cards = [card for n in columns if lanes for card in board.columns[n].cards if card.lane in lanes]
    bearers = {card.step_id for card in cards}
    steps = [box for n in columns for box in board.columns[n].steps if has_steps or box.id in bearers]
    return [box.id for box in (*steps, *cards)]


def _part(document: Document, board: Board, ids: list[str], *, has_links: bool, has_feelings: bool) -> Document:
    """Give a document with these steps and cards alone, without what the room draws in its own way."""
    journey = replace(document.require(Journey, board.journey_id), lanes=())
    records: dict[str, Record] = {journey.id: journey}
    known = set(ids)
    for record_id in ids:
        record = document.get(record_id)
        if isinstance(record, Step):
            feeling = record.feeling if has_feelings else None
            records[record.id] = replace(record, pin_x=None, pin_y=None, truth_reason="", feeling=feeling)
            records[record.phase_id] = document.require(Phase, record.phase_id)
            leaving = document.referrers(Link, record.id) if has_links else ()
            records |= {link.id: link for link in leaving if link.source == record.id and link.target in known}
        elif record is not None:
            records[record.id] = record
    return Document(records.values())
