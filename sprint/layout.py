"""Laying out a journey: phases as bands, steps in columns, a curve, and lanes of cards. Pure, without a window.

Columns follow the order of phases and steps. An alternative (a step with a row above 0) stands below the step before
it when that place is free, so that time always runs from left to right. Rows and lanes become as high as their fullest
column, which is why nothing can overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from sprint.diff import Diff
from sprint.document import Document
from sprint.lanes import lanes_of
from sprint.layout_board import (
    Board,
    BoardLine,
    Boxes,
    CardBox,
    Column,
    EmotionBand,
    LaneBox,
    LineKind,
    LinkLines,
    LinkPath,
    PhaseBox,
    Point,
    Rect,
    RowBox,
    StepBox,
)
from sprint.layout_curves import curves_of
from sprint.layout_follow import Follower
from sprint.layout_links import LinkPlan
from sprint.layout_metrics import METRICS, Metrics, card_text_width, step_note_width, step_title_width
from sprint.layout_parts import Frame, Part, PartMaker, PhasePart, place_boxes
from sprint.layout_paths import LinkPaths
from sprint.layout_text import Advance, Measure, TextMeasure, TextStyle
from sprint.layout_words import BoardWords, NoWords, Words
from sprint.records import Journey, Lane

__all__ = [
    "METRICS",
    "Advance",
    "Board",
    "BoardLine",
    "BoardWords",
    "CardBox",
    "Column",
    "EmotionBand",
    "LaneBox",
    "Layouter",
    "LineKind",
    "LinkPath",
    "Measure",
    "Metrics",
    "NoWords",
    "PhaseBox",
    "Point",
    "Rect",
    "RowBox",
    "StepBox",
    "TextMeasure",
    "TextStyle",
    "Words",
    "card_text_width",
    "lay_out",
    "step_note_width",
    "step_title_width",
]

BACKSTAGE_LANES = frozenset({Lane.BACKSTAGE, Lane.SUPPORT, Lane.EMPLOYEE, Lane.LEGAL, Lane.KPI})
_LANE_ORDER = {lane: number for number, lane in enumerate(Lane)}

Shelf = tuple[int, PhasePart]
"""A phase and the number of its first column."""


def lay_out(
    document: Document, journey_id: str, measure: Measure, metrics: Metrics = METRICS, words: Words | None = None
) -> Board:
    """Lay out one journey; without `words` the board has no small texts of its own."""
    return Layouter(measure, words or NoWords(), metrics).lay_out(document, journey_id)


class Layouter:
    """Lays out a journey again and again; an edit costs the phase it touches, and a little for each column.

    It must hear of every diff of the document (`on_diff`) before it lays out again. `has_pictures` makes room for
    pictures on cards, for a face that can draw them.
    """

    def __init__(
        self, measure: Measure, words: Words, metrics: Metrics = METRICS, *, has_pictures: bool = False
    ) -> None:
        self._measure = measure
        self._words = words
        self.metrics = metrics
        maker = PartMaker(measure, words, metrics, has_pictures=has_pictures)
        self._follower = Follower(maker, words, metrics.tracks_most)
        self._placed: tuple[Frame | None, list[Shelf], tuple[Column, ...]] = (None, [], ())
        self._lines: tuple[object, ...] = ()
        self._links: LinkPaths | None = None

    def on_diff(self, diff: Diff) -> None:
        """Remember what a diff has touched."""
        self._follower.hear(diff)

    def lay_out(self, document: Document, journey_id: str) -> Board:
        """Lay out one journey of a document."""
        phases, plan = self._follower.follow(document, journey_id)
        journey = document.get(journey_id)
        shown = lanes_of(journey) if isinstance(journey, Journey) and journey.lanes else None
        shelves: list[Shelf] = []
        first = 0
        for phase in phases:
            shelves.append((first, phase))
            first += len(phase.parts)
        return self._assemble(journey_id, shelves, first, plan, shown)

    def _assemble(
        self, journey_id: str, shelves: list[Shelf], count: int, plan: LinkPlan, shown: tuple[Lane, ...] | None
    ) -> Board:
        m = self.metrics
        title_height = max(
            (
                self._measure(part.phase.title, self._span_width(len(part.parts)), TextStyle.PHASE)
                for _, part in shelves
            ),
            default=0.0,
        )
        title_height = max(title_height, self._measure("x", 100, TextStyle.PHASE))
        y = m.margin + m.phase_top + title_height + m.phase_below
        rows, corridors, y = self._stack_rows(shelves, plan, y)
        emotion_top = y + m.band_gap
        zero_y = emotion_top + m.feeling_above + 3 * m.feeling_unit
        emotion_height = m.feeling_above + 6 * m.feeling_unit + m.feeling_below
        lanes, lines, bottom = self._stack_lanes(shelves, shown, emotion_top + emotion_height + m.lane_gap)
        frame = Frame(tuple(rows.values()), zero_y, tuple((lane.lane, lane.rect.y) for lane in lanes))
        columns = self._columns(shelves, frame)
        width = m.margin * 2 + m.gutter + max(1, count) * (m.column + m.gap) - m.gap
        steps = Boxes([(first, part.steps_at) for first, part in shelves], count, lambda n: columns[n].steps)
        pinned = tuple(first + further for first, part in shelves for further in part.pinned)
        loose = tuple(step for n in pinned for step in columns[n].steps if step.is_pinned)
        band = Rect(m.margin + m.gutter, emotion_top, width - 2 * m.margin - m.gutter, emotion_height)
        return Board(
            journey_id=journey_id,
            metrics=m,
            width=max(width, *(step.rect.right + m.margin for step in loose)) if loose else width,
            height=max(bottom, *(step.rect.bottom for step in loose)) + m.margin if loose else bottom + m.margin,
            phases=self._phase_boxes(shelves, title_height, bottom),
            rows=frame.rows,
            columns=columns,
            steps=steps,
            cards=Boxes([(first, part.cards_at) for first, part in shelves], count, lambda n: columns[n].cards),
            lanes=tuple(lane._replace(rect=lane.rect._replace(width=width - 2 * lane.rect.x)) for lane in lanes),
            emotion=self._emotion(band, zero_y, shelves, plan),
            links=self._link_paths(plan, steps, frame.rows, corridors, loose),
            lines=tuple(lines),
            pinned=pinned,
        )

    def _emotion(self, band: Rect, zero_y: float, shelves: list[Shelf], plan: LinkPlan) -> EmotionBand:
        m = self.metrics
        assumed = curves_of([(first, part.assumed) for first, part in shelves], plan.are_linked)
        said = curves_of([(first, part.said) for first, part in shelves], plan.are_linked)
        voices = [count for _, part in shelves for count in part.voices]
        return EmotionBand(
            rect=band,
            title=Rect(m.margin, band.y, m.gutter - 8, m.feeling_above),
            zero_y=zero_y,
            unit=m.feeling_unit,
            curves=tuple(curve.ids for curve in assumed),
            felt_curves=tuple(curve.ids for curve in said),
            curve_columns=tuple(curve.columns for curve in assumed),
            felt_columns=tuple(curve.columns for curve in said),
            said=(min(voices), max(voices)) if voices else None,
        )

    def _link_paths(
        self,
        plan: LinkPlan,
        steps: Boxes[StepBox],
        rows: tuple[RowBox, ...],
        corridors: Mapping[int, float],
        loose: tuple[StepBox, ...],
    ) -> LinkLines:
        """Give the lines of the links, those drawn before when nothing that they hang on has moved."""
        if self._links is None or self._lines[:1] != (plan,) or self._lines[1:] != (rows, loose):
            self._lines = (plan, rows, loose)
            self._links = LinkPaths(plan, steps, corridors, frozenset(step.id for step in loose), self.metrics)
        return self._links

    def _span_width(self, columns: int) -> float:
        return columns * (self.metrics.column + self.metrics.gap) - self.metrics.gap

    def _stack_rows(
        self, shelves: list[Shelf], plan: LinkPlan, y: float
    ) -> tuple[dict[int, RowBox], dict[int, float], float]:
        """Place rows with the corridors between them; keys are the numbers of rows in the records."""
        m = self.metrics
        heights: dict[int, float] = {0: m.step_least}
        for _, part in shelves:
            for row, height in part.row_heights.items():
                heights[row] = max(height, heights.get(row, 0.0))
        rows: dict[int, RowBox] = {}
        corridors: dict[int, float] = {}
        for number, row in enumerate(sorted(heights)):
            tracks = plan.tracks.get(number, 0)
            if number == 0:
                y += m.corridor + max(0, tracks - 1) * m.track + (6 if tracks else 0)
                corridors[0] = y - m.corridor
            else:
                corridors[number] = y + m.corridor_between / 2
                y += m.corridor_between + max(0, tracks - 1) * m.track
            rows[row] = RowBox(row, y, heights[row])
            y += heights[row]
        last = len(rows)
        corridors[last] = y + m.corridor
        if tracks := plan.tracks.get(last, 0):
            y += m.corridor + tracks * m.track
        return rows, corridors, y

    def _stack_lanes(
        self, shelves: list[Shelf], shown: tuple[Lane, ...] | None, y: float
    ) -> tuple[list[LaneBox], list[BoardLine], float]:
        """Place the lanes: those that the team switched on, or else those that hold a card."""
        m = self.metrics
        heights: dict[Lane, float] = dict.fromkeys(shown or (), m.card_least)
        for _, part in shelves:
            for lane, height in part.lane_heights.items():
                if shown is None or lane in shown:
                    heights[lane] = max(height, heights.get(lane, 0.0))
        lanes: list[LaneBox] = []
        lines: list[BoardLine] = []
        for lane in sorted(heights, key=_LANE_ORDER.__getitem__):
            kind = _line_above(lane, heights)
            if kind is not None and all(line.kind is not kind for line in lines):
                lines.append(BoardLine(kind, y - m.lane_gap / 2 + 4))
                y += 8
            title = self._measure(self._words.lane_title(lane), m.gutter - 8, TextStyle.LANE)
            height = max(heights[lane], title)
            lanes.append(LaneBox(lane, Rect(m.margin, y, 0, height), Rect(m.margin, y, m.gutter - 8, height)))
            y += height + m.lane_gap
        return lanes, lines, y - m.lane_gap + m.band_bottom

    def _columns(self, shelves: list[Shelf], frame: Frame) -> tuple[Column, ...]:
        """Give all columns; the same objects as before where nothing is different."""
        known_frame, known_shelves, known_columns = self._placed
        known = {part.phase.id: (first, part) for first, part in known_shelves} if known_frame == frame else {}
        columns: list[Column] = []
        for first, part in shelves:
            before = known.get(part.phase.id)
            if before is None or before[0] != first:
                columns += [self._column(part, n, first, frame) for n in range(len(part.parts))]
            elif before[1] is part:
                columns += known_columns[first : first + len(part.parts)]
            else:
                earlier = before[1].parts
                columns += [
                    known_columns[first + n]
                    if n < len(earlier) and one is earlier[n] and one.steps
                    else self._column(part, n, first, frame)
                    for n, one in enumerate(part.parts)
                ]
        self._placed = frame, shelves, tuple(columns)
        return self._placed[2]

    def _column(self, phase: PhasePart, further: int, first: int, frame: Frame) -> Column:
        m, number = self.metrics, first + further
        x = m.margin + m.gutter + number * (m.column + m.gap)
        part: Part = phase.parts[further]
        return Column(phase.phase.id, x, partial(place_boxes, part, x, number, frame, m))

    def _phase_boxes(self, shelves: Sequence[Shelf], title_height: float, bottom: float) -> tuple[PhaseBox, ...]:
        m = self.metrics
        boxes = []
        for number, (first, part) in enumerate(shelves):
            x, width = m.margin + m.gutter + first * (m.column + m.gap), self._span_width(len(part.parts))
            rect = Rect(x - m.band_pad, m.margin, width + 2 * m.band_pad, bottom - m.margin)
            title_rect = Rect(x, m.margin + m.phase_top, width, title_height)
            boxes.append(PhaseBox(part.phase.id, rect, title_rect, first, first + len(part.parts), number % 2 == 0))
        return tuple(boxes)


def _line_above(lane: Lane, shown: Mapping[Lane, float]) -> LineKind | None:
    """Say which line of the blueprint a lane lies below, if it is the first one there."""
    if lane is Lane.FRONTSTAGE:
        return LineKind.INTERACTION
    if lane is Lane.SUPPORT and Lane.BACKSTAGE in shown:
        return LineKind.INTERNAL
    return LineKind.VISIBILITY if lane in BACKSTAGE_LANES else None
