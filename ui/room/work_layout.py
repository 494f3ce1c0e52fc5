"""Where the cards of the work lie on the room screen: in the largest type with which all of them fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QRectF

from ui.exercises.room_page import RoomCard, RoomColumn

_LEADING = 1.16
_STEP = 0.92
_CARD_TYPES = 8.5
"""A card is at least so many times as wide as its type is high."""
_HEAD_AIR = 0.5
_FOR_PICTURES = 0.75
"""So much of the size of its words a page may lose for larger pictures in even rows."""


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card and its place; `column` is that of the page it belongs to."""

    card: RoomCard
    rect: QRectF
    column: int


@dataclass(frozen=True, slots=True)
class PlacedHead:
    """The heading of a column and its place; `box` is the ground below all of it."""

    title: str
    rect: QRectF
    box: QRectF
    is_strong: bool


@dataclass(frozen=True, slots=True)
class WorkPlaces:
    """All that is seen in a type of `size` pixels; `hidden` cards did not fit even in the smallest."""

    size: int
    cards: tuple[PlacedCard, ...] = ()
    heads: tuple[PlacedHead, ...] = ()
    hidden: int = 0


Block = tuple[int, str, tuple[RoomCard, ...], bool]
"""The place of a column, its heading, its cards, and whether it is strong."""
HeadLines = Callable[[str, int, float], int]
"""Gives on how many lines a heading stands in a type size at a width."""
CardHeight = Callable[[RoomCard, int, float], float]
"""Gives the height of a card in a type size at a width."""


def lay(
    columns: Sequence[RoomColumn],
    area: QRectF,
    most: int,
    least: int,
    height_of: CardHeight,
    head_lines: HeadLines,
    beside: int = 0,
) -> WorkPlaces:
    """Lay all cards in the area, in the largest type between `most` and `least` in which they fit.

    In type larger than `beside` all columns with a heading must stand beside each other: order is worth more than size.
    """
    size, blocks = most, _blocks(columns)
    has_pictures = any(card.picture_id for column in columns for card in column.cards)
    while True:
        if size <= max(beside, least) or _stand_beside(blocks, area.width(), size):
            natural = _count(blocks, area.width(), size)
            for count in dict.fromkeys((_even(blocks, natural), natural)):
                is_cut = size <= least and count == natural
                made = _laid(blocks, count, area, size, height_of, head_lines, is_cut=is_cut)
                if made is None:
                    continue
                is_uneven = has_pictures and not made.hidden and count != _even(blocks, count)
                return (_evened(blocks, area, made, least, height_of, head_lines) or made) if is_uneven else made
        size = max(least, int(size * _STEP))


def _evened(
    blocks: Sequence[Block], area: QRectF, made: WorkPlaces, least: int, height_of: CardHeight, head_lines: HeadLines
) -> WorkPlaces | None:
    """Lay pictures in even rows, which makes them larger, when the words beside them become only a little smaller."""
    even, size = _even(blocks, _count(blocks, area.width(), made.size)), made.size
    while size > max(least, made.size * _FOR_PICTURES):
        size = max(least, int(size * _STEP))
        found = _laid(blocks, even, area, size, height_of, head_lines, is_cut=False)
        if found is not None:
            return found
    return None


def _stand_beside(blocks: Sequence[Block], width: float, size: int) -> bool:
    return not all(title for _, title, _, _ in blocks) or _count(blocks, width, size) == len(blocks)


def _even(blocks: Sequence[Block], count: int) -> int:
    """Give how many stand beside each other so that cards without headings fill their rows about evenly."""
    if not blocks or any(title for _, title, _, _ in blocks):
        return count
    return ceil(len(blocks) / ceil(len(blocks) / count))


def without_first(columns: Sequence[RoomColumn], counts: Mapping[int, int]) -> list[RoomColumn]:
    """Leave out of each column (by its place) the first cards, which were seen already; an empty one says nothing."""
    found = []
    for place, column in enumerate(columns):
        left = column.cards[counts.get(place, 0) :]
        is_seen = not left and bool(column.cards)
        found.append(RoomColumn() if is_seen else replace(column, cards=left))
    return found


def _blocks(columns: Sequence[RoomColumn]) -> list[Block]:
    """Give what keeps together: each column with its heading, or each card when there is one column without a name."""
    if len(columns) == 1 and not columns[0].title:
        return [(0, "", (card,), columns[0].is_strong) for card in columns[0].cards]
    there = ((place, column) for place, column in enumerate(columns) if column.title or column.cards)
    return [(place, column.title, column.cards, column.is_strong) for place, column in there]


def _count(blocks: Sequence[Block], width: float, size: int) -> int:
    """Give how many stand beside each other in a type."""
    gap = size * 0.5
    count = max(1, min(int((width + gap) // (size * _CARD_TYPES + gap)), len(blocks)))
    if blocks and not blocks[0][1] and len(blocks) < 4:
        count = min(count, 2 if len(blocks) > 1 else 1)
    return count


def _in_rows(blocks: Sequence[Block]) -> bool:
    """Whether cards lie in rows: letters and numbers are read from left to right, others lie where there is room."""
    return all(not title and all(card.sign for card in inside) for _, title, inside, _ in blocks)


def _row_heights(blocks: Sequence[Block], count: int, height: Callable[[RoomCard], float]) -> list[float]:
    """Give the height of each row of cards: that of its highest."""
    heights = [max((height(card) for card in inside), default=0.0) for _, _, inside, _ in blocks]
    return [max(heights[first : first + count]) for first in range(0, len(heights), count)]


def _laid(
    blocks: Sequence[Block],
    count: int,
    area: QRectF,
    size: int,
    height_of: CardHeight,
    head_lines: HeadLines,
    *,
    is_cut: bool,
) -> WorkPlaces | None:
    gap = size * 0.5
    width = (area.width() - gap * (count - 1)) / count
    in_rows = _in_rows(blocks)
    row_heights = _row_heights(blocks, count, lambda card: height_of(card, size, width)) if in_rows else []
    floors = [area.top()] * count
    cards: list[PlacedCard] = []
    heads: list[PlacedHead] = []
    hidden = 0
    full: set[int] = set()
    for number, (place, title, inside, is_strong) in enumerate(blocks):
        column = number % count if in_rows else floors.index(min(floors))
        if in_rows and column == 0:
            floors = [max(floors)] * count
        left, top = area.left() + column * (width + gap), floors[column]
        pad = gap * 0.6 if title else 0.0
        y = top + pad
        head = QRectF(left + pad, y, width - 2 * pad, 0)
        head.setHeight(size * (head_lines(title, size, head.width()) * _LEADING + _HEAD_AIR) if title else 0)
        y = head.bottom()
        for card in inside:
            high = row_heights[number // count] if in_rows else height_of(card, size, width - 2 * pad)
            if is_cut and top == area.top() and y == head.bottom():
                high = min(
                    high, area.bottom() - y
                )  # higher than the whole picture: the first lines are better than none
            if place in full or y + high > area.bottom():
                if not is_cut:
                    return None
                # What comes behind it in its column waits as well, so that the next page begins with it.
                full.add(place)
                hidden += 1
                continue
            cards.append(PlacedCard(card, QRectF(left + pad, y, width - 2 * pad, high), place))
            y += high + gap * 0.6
        bottom = min(y - gap * 0.6 + pad if inside else y + pad, area.bottom())
        if title:
            heads.append(PlacedHead(title, head, QRectF(left, top, width, bottom - top), is_strong))
        floors[column] = bottom + gap
    return WorkPlaces(size, tuple(cards), tuple(heads), hidden)
