"""Laying out a journey: phases as bands, steps in columns, a curve, and lanes of cards. Pure, without a window.

Columns follow the order of phases and steps. An alternative (a step with a row above 0) stands below the step before
it when that place is free, so that time always runs from left to right. Rows and lanes become as high as their fullest
column, which is why nothing can overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sprint.diff import Diff
from sprint.document import Document
from sprint.insight.felt import Felt, felt_by
from sprint.lanes import lanes_of
from sprint.layout_board import (
    METRICS,
    Board,
    CardBox,
    Column,
    EmotionBand,
    LaneBox,
    LinkPath,
    Metrics,
    PhaseBox,
    Point,
    Rect,
    RowBox,
    StepBox,
    card_text_width,
    step_note_width,
    step_title_width,
)
from sprint.layout_columns import columns_of, phase_spans, places_of
from sprint.layout_curves import curves_of, felt
from sprint.layout_links import Place, Plan, draw_links, plan_links
from sprint.layout_text import Advance, Measure, TextMeasure, TextStyle
from sprint.layout_words import BoardWords, NoWords, Words
from sprint.records import Card, Journey, Lane, Link, Observation, Phase, Picture, Record, Step

__all__ = [
    "METRICS",
    "Advance",
    "Board",
    "BoardWords",
    "CardBox",
    "Column",
    "EmotionBand",
    "LaneBox",
    "Layouter",
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

_TALLEST_PICTURE = 1.5
BACKSTAGE_LANES = frozenset({Lane.BACKSTAGE, Lane.SUPPORT, Lane.EMPLOYEE, Lane.LEGAL, Lane.KPI})
_LANE_ORDER = {lane: number for number, lane in enumerate(Lane)}


def lay_out(
    document: Document, journey_id: str, measure: Measure, metrics: Metrics = METRICS, words: Words | None = None
) -> Board:
    """Lay out one journey; without `words` the board has no small texts of its own."""
    return Layouter(measure, words or NoWords(), metrics).lay_out(document, journey_id)


class _CardPart(NamedTuple):
    card: Card
    label: str
    height: float
    picture_top: float = 0.0
    picture_height: float = 0.0


class _Part(NamedTuple):
    """What one column holds, before it has a place."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    remarks: tuple[int, ...]
    felts: tuple[Felt | None, ...]
    heights: tuple[float, ...]
    lanes: Mapping[Lane, tuple[_CardPart, ...]]
    lane_heights: Mapping[Lane, float]


class _Frame(NamedTuple):
    """The heights that all columns share; when it is unchanged a column can stay as it was."""

    rows: tuple[RowBox, ...]
    zero_y: float
    lane_tops: tuple[tuple[Lane, float], ...]


_Placed = tuple[_Part, str, int, _Frame, Column]


class Layouter:
    """Lays out a journey again and again, remembering the columns that no diff has touched.

    `has_pictures` makes room for pictures on cards, for a face that can draw them.
    """

    def __init__(
        self, measure: Measure, words: Words, metrics: Metrics = METRICS, *, has_pictures: bool = False
    ) -> None:
        self._measure = measure
        self._has_pictures = has_pictures
        self._words = words
        self.metrics = metrics
        self._parts: dict[tuple[str, ...], _Part] = {}
        self._placed: dict[tuple[str, ...], _Placed] = {}
        self._planned: tuple[list[tuple[Link, str]], dict[str, Place]] = ([], {})
        self._plan = Plan((), {})
        self._drawn: tuple[Plan, tuple[RowBox, ...], tuple[StepBox, ...], dict[str, LinkPath]] = (
            self._plan,
            (),
            (),
            {},
        )

    def on_diff(self, diff: Diff) -> None:
        """Forget the columns of every step that a diff has touched."""
        touched: set[str] = set()
        for change in diff.changes.values():
            for record in change:
                if isinstance(record, Step):
                    touched.add(record.id)
                elif isinstance(record, Card | Observation):
                    touched.add(record.step_id)
        if touched:
            self._parts = {key: part for key, part in self._parts.items() if touched.isdisjoint(key)}

    def lay_out(self, document: Document, journey_id: str) -> Board:
        """Lay out one journey of a document."""
        phases, columns = columns_of(document, journey_id)
        parts = [self._part(document, steps) for _, steps in columns]
        self._parts = {_key(part.steps): part for part in parts}
        places = places_of(columns)
        journey = document.get(journey_id)
        links = document.referrers(Link, journey_id) if isinstance(journey, Journey) else ()
        shown = lanes_of(journey) if isinstance(journey, Journey) and journey.lanes else None
        labelled = [(link, self._words.link_label(link)) for link in sorted(links, key=lambda link: link.id)]
        if (labelled, places) != self._planned:
            self._planned = (labelled, places)
            self._plan = plan_links(labelled, places, self.metrics)
        return self._assemble(journey_id, phases, columns, parts, self._plan, shown)

    # ---- contents of a column

    def _part(self, document: Document, steps: tuple[Step, ...]) -> _Part:
        known = self._parts.get(_key(steps))
        if known is not None and all(new is old for new, old in zip(steps, known.steps, strict=True)):
            return known
        notes, remarks, felts, heights = [], [], [], []
        cards: dict[Lane, list[Card]] = {}
        for step in steps:
            said: list[Observation] = []
            found: list[Card] = []
            for record in document.referrers(Record, step.id):
                if isinstance(record, Card):
                    found.append(record)
                elif isinstance(record, Observation):
                    said.append(record)
            for card in sorted(found, key=lambda card: (card.order, card.id)):
                cards.setdefault(card.lane, []).append(card)
            note = self._words.step_note(step)
            notes.append(note)
            count = sum(bool(remark.text.strip()) or remark.feeling is None for remark in said)
            remarks.append(count)
            felts.append(felt_by(said))
            heights.append(self._step_height(step, note, count))
        lanes = {lane: tuple(self._card_part(document, card) for card in group) for lane, group in cards.items()}
        gap = self.metrics.card_gap
        lane_heights = {
            lane: sum(part.height for part in group) + gap * (len(group) - 1) for lane, group in lanes.items()
        }
        return _Part(steps, tuple(notes), tuple(remarks), tuple(felts), tuple(heights), lanes, lane_heights)

    def _step_height(self, step: Step, note: str, remarks: int) -> float:
        m = self.metrics
        title = self._measure(step.title, step_title_width(m, step), TextStyle.STEP)
        small = self._measure(note, step_note_width(m), TextStyle.NOTE)
        badge = m.badge_height if remarks else 0.0
        return max(m.step_least, m.step_top + title + m.note_above + small + badge + m.step_bottom)

    def _card_part(self, document: Document, card: Card) -> _CardPart:
        m = self.metrics
        label = self._words.card_label(card)
        width = card_text_width(m)
        head = self._measure(label, width, TextStyle.LABEL)
        text = self._measure(card.text, width, TextStyle.CARD)
        top = m.card_top + head + (m.label_below if head else 0)
        picture = document.get(card.picture_id) if card.picture_id and self._has_pictures else None
        shown = 0.0
        if isinstance(picture, Picture) and picture.width > 0:
            shown = width * min(picture.height / picture.width, _TALLEST_PICTURE)
        height = top + shown + (m.label_below if shown and text else 0) + text + m.card_bottom
        return _CardPart(card, label, max(m.card_least, height), top, shown)

    # ---- putting all together

    def _assemble(
        self,
        journey_id: str,
        phases: list[Phase],
        columns: list[tuple[str, tuple[Step, ...]]],
        parts: list[_Part],
        plan: Plan,
        shown: tuple[Lane, ...] | None,
    ) -> Board:
        m = self.metrics
        spans = phase_spans(phases, columns)
        title_height = max(
            (self._measure(phase.title, self._span_width(*spans[phase.id]), TextStyle.PHASE) for phase in phases),
            default=0.0,
        )
        title_height = max(title_height, self._measure("x", 100, TextStyle.PHASE))
        y = m.margin + m.phase_top + title_height + m.phase_below
        rows, corridors, y = self._stack_rows(parts, plan, y)
        emotion_top = y + m.band_gap
        zero_y = emotion_top + m.feeling_above + 3 * m.feeling_unit
        emotion_height = m.feeling_above + 6 * m.feeling_unit + m.feeling_below
        lanes, visibility_y, bottom = self._stack_lanes(parts, shown, emotion_top + emotion_height + m.lane_gap)
        frame = _Frame(tuple(rows.values()), zero_y, tuple((lane.lane, lane.rect.y) for lane in lanes))
        placed = self._place_columns(columns, parts, frame)
        width = m.margin * 2 + m.gutter + max(1, len(columns)) * (m.column + m.gap) - m.gap
        steps = {step.id: step for column in placed for step in column.steps}
        linked = {(way.link.source, way.link.target) for way in plan.ways}
        pinned = tuple(step for step in steps.values() if step.is_pinned)
        return Board(
            journey_id=journey_id,
            metrics=m,
            width=max(width, *(step.rect.right + m.margin for step in pinned)) if pinned else width,
            height=max(bottom, *(step.rect.bottom for step in pinned)) + m.margin if pinned else bottom + m.margin,
            phases=self._phase_boxes(phases, spans, title_height, bottom),
            rows=frame.rows,
            columns=placed,
            steps=steps,
            cards={card.id: card for column in placed for card in column.cards},
            lanes=tuple(lane._replace(rect=lane.rect._replace(width=width - 2 * lane.rect.x)) for lane in lanes),
            emotion=EmotionBand(
                rect=Rect(m.margin + m.gutter, emotion_top, width - 2 * m.margin - m.gutter, emotion_height),
                title=Rect(m.margin, emotion_top, m.gutter - 8, m.feeling_above),
                zero_y=zero_y,
                unit=m.feeling_unit,
                curves=curves_of(placed, linked),
                felt_curves=curves_of(placed, linked, felt),
            ),
            links=self._links(plan, steps, frame.rows, corridors, pinned),
            visibility_y=visibility_y,
        )

    def _links(
        self,
        plan: Plan,
        steps: Mapping[str, StepBox],
        rows: tuple[RowBox, ...],
        corridors: Mapping[int, float],
        pinned: tuple[StepBox, ...],
    ) -> dict[str, LinkPath]:
        """Draw the links, or give the ones drawn before when nothing that they hang on has moved."""
        if self._drawn[0] is not plan or self._drawn[1:3] != (rows, pinned):
            self._drawn = (plan, rows, pinned, draw_links(plan, steps, corridors, self.metrics))
        return self._drawn[3]

    def _span_width(self, first: int, last: int) -> float:
        return (last - first) * (self.metrics.column + self.metrics.gap) - self.metrics.gap

    def _stack_rows(
        self, parts: list[_Part], plan: Plan, y: float
    ) -> tuple[dict[int, RowBox], dict[int, float], float]:
        """Place rows with the corridors between them; keys are the numbers of rows in the records."""
        m = self.metrics
        heights: dict[int, float] = {0: m.step_least}
        for part in parts:
            for step, height in zip(part.steps, part.heights, strict=True):
                heights[step.row] = max(height, heights.get(step.row, 0.0))
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
        self, parts: list[_Part], shown: tuple[Lane, ...] | None, y: float
    ) -> tuple[list[LaneBox], float | None, float]:
        """Place the lanes: those that the team switched on, or else those that hold a card."""
        m = self.metrics
        heights: dict[Lane, float] = dict.fromkeys(shown or (), m.card_least)
        for part in parts:
            for lane, height in part.lane_heights.items():
                if shown is not None and lane not in shown:
                    continue
                heights[lane] = max(height, heights.get(lane, 0.0))
        lanes: list[LaneBox] = []
        visibility_y: float | None = None
        for lane in sorted(heights, key=_LANE_ORDER.__getitem__):
            if lane in BACKSTAGE_LANES and visibility_y is None:
                visibility_y = y - m.lane_gap / 2 + 4
                y += 8
            title = self._measure(self._words.lane_title(lane), m.gutter - 8, TextStyle.LANE)
            height = max(heights[lane], title)
            lanes.append(LaneBox(lane, Rect(m.margin, y, 0, height), Rect(m.margin, y, m.gutter - 8, height)))
            y += height + m.lane_gap
        return lanes, visibility_y, y - m.lane_gap + m.band_bottom

    def _place_columns(
        self, columns: list[tuple[str, tuple[Step, ...]]], parts: list[_Part], frame: _Frame
    ) -> tuple[Column, ...]:
        m = self.metrics
        left, pitch = m.margin + m.gutter, m.column + m.gap
        placed: list[Column] = []
        kept: dict[tuple[str, ...], _Placed] = {}
        for number, ((phase_id, steps), part) in enumerate(zip(columns, parts, strict=True)):
            x = left + number * pitch
            known = self._placed.get(_key(steps)) if steps else None
            if known is None or known[0] is not part or known[1:3] != (phase_id, number) or known[3] != frame:
                known = (part, phase_id, number, frame, self._place_column(phase_id, part, x, number, frame))
            placed.append(known[4])
            if steps:
                kept[_key(steps)] = known
        self._placed = kept
        return tuple(placed)

    def _place_column(self, phase_id: str, part: _Part, x: float, number: int, frame: _Frame) -> Column:
        m = self.metrics
        rows = {row.row: row for row in frame.rows}
        steps: list[StepBox] = []
        for place, (step, note, remarks) in enumerate(zip(part.steps, part.notes, part.remarks, strict=True)):
            row, felt_here = rows[step.row], part.felts[place]
            # The first route of a column in the middle, others beside it, so that faces stay apart.
            shift = (0.0, m.row_shift, -m.row_shift)[min(place, 2)]
            point = felt_point = None
            if step.feeling is not None:
                point = Point(x + m.column / 2 + shift, frame.zero_y - step.feeling * m.feeling_unit)
            rect = Rect(x, row.top, m.column, row.height)
            if felt_here is not None:
                felt_x = x + m.column / 2 + shift + m.felt_shift
                felt_point = Point(felt_x, frame.zero_y - felt_here.median * m.feeling_unit)
            is_pinned = step.pin_x is not None and step.pin_y is not None
            if step.pin_x is not None and step.pin_y is not None:
                rect = Rect(step.pin_x, step.pin_y, m.column, row.height)
            steps.append(
                StepBox(step.id, rect, number, step.row, note, remarks, point, is_pinned, felt_here, felt_point)
            )
        cards: list[CardBox] = []
        for lane, y in frame.lane_tops:
            for piece in part.lanes.get(lane, ()):
                card = piece.card
                rect = Rect(x, y, m.column, piece.height)
                picture = None
                if piece.picture_height:
                    picture = Rect(x + m.card_pad, y + piece.picture_top, card_text_width(m), piece.picture_height)
                cards.append(CardBox(card.id, rect, lane, card.step_id, piece.label, picture))
                y += piece.height + m.card_gap
        return Column(phase_id, x, tuple(steps), tuple(cards))

    def _phase_boxes(
        self, phases: list[Phase], spans: Mapping[str, tuple[int, int]], title_height: float, bottom: float
    ) -> tuple[PhaseBox, ...]:
        m = self.metrics
        boxes = []
        for number, (phase, (first, last)) in enumerate((phase, spans[phase.id]) for phase in phases):
            x, width = m.margin + m.gutter + first * (m.column + m.gap), self._span_width(first, last)
            rect = Rect(x - m.band_pad, m.margin, width + 2 * m.band_pad, bottom - m.margin)
            title_rect = Rect(x, m.margin + m.phase_top, width, title_height)
            boxes.append(PhaseBox(phase.id, rect, title_rect, first, last, number % 2 == 0))
        return tuple(boxes)


def _key(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(step.id for step in steps)
