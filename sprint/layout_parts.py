"""What the columns of a phase hold and how high it is, before they have a place; an edit makes one phase anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sprint.document import Document
from sprint.insight.felt import Felt, felt_by
from sprint.layout_board import Boxed, CardBox, Point, Rect, RowBox, StepBox
from sprint.layout_columns import columns_of_phase
from sprint.layout_metrics import Metrics, card_text_width, step_note_width, step_title_width
from sprint.layout_text import Measure, TextStyle
from sprint.layout_words import Words
from sprint.records import Card, Lane, Observation, Phase, Picture, Record, Step

_TALLEST_PICTURE = 1.5

Key = tuple[tuple[str, int], ...]
"""What makes a column the same one: its steps with their rows."""


class _CardPart(NamedTuple):
    card: Card
    label: str
    height: float
    picture_top: float = 0.0
    picture_height: float = 0.0


class Part(NamedTuple):
    """What one column holds, before it has a place."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    remarks: tuple[int, ...]
    felts: tuple[Felt | None, ...]
    heights: tuple[float, ...]
    lanes: Mapping[Lane, tuple[_CardPart, ...]]
    lane_heights: Mapping[Lane, float]


class Frame(NamedTuple):
    """The heights that all columns share; when it is unchanged a column can stay as it was."""

    rows: tuple[RowBox, ...]
    zero_y: float
    lane_tops: tuple[tuple[Lane, float], ...]


class Pearl(NamedTuple):
    """A step on an emotion curve: the column within its phase, the row and the id."""

    further: int
    row: int
    id: str


class PhasePart:
    """One phase before it has a place: its columns, and what the whole board must know of them."""

    __slots__ = (
        "assumed", "cards_at", "keys", "known", "lane_heights", "parts", "phase", "pinned", "row_heights", "said",
        "steps_at", "voices",
    )  # fmt: skip

    def __init__(self, phase: Phase, columns: Sequence[tuple[Step, ...]], part_of: Callable[[Key], Part]) -> None:
        self.phase = phase
        self.keys: list[Key] = [tuple((step.id, step.row) for step in column) for column in columns]
        self.parts = [part_of(key) for key in self.keys]
        self.known = dict(zip(self.keys, self.parts, strict=True))
        self.steps_at: dict[str, int] = {}
        self.cards_at: dict[str, int] = {}
        self.row_heights: dict[int, float] = {}
        self.lane_heights: dict[Lane, float] = {}
        self.assumed: list[Pearl] = []
        self.said: list[Pearl] = []
        self.voices: list[int] = []
        self.pinned: list[int] = []
        for further, part in enumerate(self.parts):
            self._take(further, part)

    def _take(self, further: int, part: Part) -> None:
        heights = self.row_heights
        for step, height, felt in zip(part.steps, part.heights, part.felts, strict=True):
            self.steps_at[step.id] = further
            heights[step.row] = max(height, heights.get(step.row, 0.0))
            if step.feeling is not None:
                self.assumed.append(Pearl(further, step.row, step.id))
            if felt is not None:
                self.said.append(Pearl(further, step.row, step.id))
                self.voices.append(len(felt.values))
            if step.pin_x is not None and step.pin_y is not None and further not in self.pinned[-1:]:
                self.pinned.append(further)
        for group in part.lanes.values():
            for piece in group:
                self.cards_at[piece.card.id] = further
        lanes = self.lane_heights
        for lane, height in part.lane_heights.items():
            if height > lanes.get(lane, -1.0):
                lanes[lane] = height


class PartMaker:
    """Measures columns and phases; `has_pictures` makes room for pictures on cards, for a face that can draw them."""

    def __init__(self, measure: Measure, words: Words, metrics: Metrics, *, has_pictures: bool) -> None:
        self._measure = measure
        self._words = words
        self._metrics = metrics
        self._has_pictures = has_pictures

    def phase(
        self,
        document: Document,
        phase: Phase,
        steps: Iterable[Step],
        known: Mapping[Key, Part],
        touched: Collection[str],
    ) -> PhasePart:
        """Measure a phase; the parts that are known are taken over unless a step in them was touched."""
        columns = columns_of_phase(sorted(steps, key=lambda step: (step.order, step.row, step.id))) or [()]
        by_key = {tuple((step.id, step.row) for step in column): column for column in columns}

        def part_of(key: Key) -> Part:
            found = known.get(key)
            if found is not None and not any(step_id in touched for step_id, _ in key):
                return found
            return self._part(document, by_key[key])

        return PhasePart(phase, columns, part_of)

    def _part(self, document: Document, steps: tuple[Step, ...]) -> Part:
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
        gap = self._metrics.card_gap
        lane_heights = {
            lane: sum(part.height for part in group) + gap * (len(group) - 1) for lane, group in lanes.items()
        }
        return Part(steps, tuple(notes), tuple(remarks), tuple(felts), tuple(heights), lanes, lane_heights)

    def _step_height(self, step: Step, note: str, remarks: int) -> float:
        m = self._metrics
        title = self._measure(step.title, step_title_width(m, step), TextStyle.STEP)
        small = self._measure(note, step_note_width(m), TextStyle.NOTE)
        badge = m.badge_height if remarks else 0.0
        return max(m.step_least, m.step_top + title + m.note_above + small + badge + m.step_bottom)

    def _card_part(self, document: Document, card: Card) -> _CardPart:
        m = self._metrics
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


def place_boxes(part: Part, x: float, number: int, frame: Frame, m: Metrics) -> Boxed:
    """Give the steps and cards of a column their place."""
    return _place_steps(part, x, number, frame, m), _place_cards(part, x, frame, m)


def _place_steps(part: Part, x: float, number: int, frame: Frame, m: Metrics) -> tuple[StepBox, ...]:
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
        steps.append(StepBox(step.id, rect, number, step.row, note, remarks, point, is_pinned, felt_here, felt_point))
    return tuple(steps)


def _place_cards(part: Part, x: float, frame: Frame, m: Metrics) -> tuple[CardBox, ...]:
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
    return tuple(cards)
