"""Where cards lie on a wall: all over it, in columns beside each other, or in heaps beside a column of loose ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRect

from ui.exercises.cards import CardFace

Mode = Literal["flow", "sides", "heaps"]
GAP = 12
CARD_WIDTH = 224
"""The least width of a card; 40 of them are on a wide screen without scrolling."""
_MOST_WIDTH = 340
_HEAP_PAD = 10
_EMPTY = 72
_MANY = 6
"""With more loose cards than this, they get more than one column."""
LOOSE = ""
"""The id of the group of cards that lie on no heap."""
NEW_HEAP = "new"
"""The id of the open place where cards become a new heap."""


@dataclass(frozen=True, slots=True)
class WallGroup:
    """Cards that belong together: a heap, a column, or with the id "" the loose ones. `sign` is the key of a heap."""

    id: str = LOOSE
    title: str = ""
    cards: tuple[CardFace, ...] = ()
    sign: str = ""
    empty: str = ""
    dots: int | None = None
    is_strong: bool = False


@dataclass(slots=True)
class WallPlaces:
    """The place of every card, heading and group, and how high the wall is with all of them."""

    cards: dict[str, QRect] = field(default_factory=dict)
    heads: dict[str, QRect] = field(default_factory=dict)
    groups: dict[str, QRect] = field(default_factory=dict)
    height: int = 0


HeightOf = Callable[[str, int], int]
"""Gives the height of a card or a heading at a width."""


def arrange(
    groups: list[WallGroup], mode: Mode, width: int, card_height: HeightOf, head_height: HeightOf
) -> WallPlaces:
    """Give everything its place on a wall of this width."""
    maker = _Maker(card_height, head_height)
    if not groups:
        return maker.places
    if mode == "heaps":
        maker.heaps(groups, width)
    elif mode == "sides" and len(groups) > 1 and width >= 2 * CARD_WIDTH + GAP:
        each = (width - GAP * (len(groups) - 1)) // len(groups)
        for place, group in enumerate(groups):
            maker.group(group, place * (each + GAP), 0, each, has_box=True)
        low = max((rect.bottom() for rect in maker.places.groups.values()), default=0)
        for rect in maker.places.groups.values():
            rect.setBottom(low)
    else:
        y = 0
        for group in groups:
            y = maker.group(group, 0, y, width, has_box=len(groups) > 1) + GAP
    made = maker.places
    rects = [*made.cards.values(), *made.groups.values()]
    made.height = max((rect.bottom() for rect in rects), default=0) + GAP
    return made


class _Maker:
    """Lays group after group; keeps what it laid."""

    def __init__(self, card_height: HeightOf, head_height: HeightOf) -> None:
        self.places = WallPlaces()
        self._card_height, self._head_height = card_height, head_height

    def group(self, group: WallGroup, left: int, top: int, width: int, *, has_box: bool) -> int:
        """Lay a group with its heading; give where it ends."""
        pad = _HEAP_PAD if has_box else 0
        inner, y = width - 2 * pad, top + pad
        if has_box:
            head = self._head_height(group.id, inner)
            self.places.heads[group.id] = QRect(left + pad, y, inner, head)
            y += head + GAP // 2
        columns = max(1, (inner + GAP) // (CARD_WIDTH + GAP))
        if not has_box:
            columns = max(columns, 1)
        each = min((inner - GAP * (columns - 1)) // columns, _MOST_WIDTH if columns > 1 or not has_box else inner)
        floors = [y] * columns
        for number, card in enumerate(group.cards):
            column = number % columns
            height = self._card_height(card.id, each)
            self.places.cards[card.id] = QRect(left + pad + column * (each + GAP), floors[column], each, height)
            floors[column] += height + GAP
        end = max(floors) - GAP if group.cards else y + (_EMPTY if has_box else 0)
        self.places.groups[group.id] = QRect(left, top, width, max(0, end + pad - top))
        return end + pad

    def heaps(self, groups: list[WallGroup], width: int) -> None:
        """Lay the loose cards and the place for a new heap in a column of their own, the heaps beside it."""
        loose = next((group for group in groups if group.id == LOOSE), WallGroup())
        ground = next((group for group in groups if group.id == NEW_HEAP), None)
        heaps = [group for group in groups if group.id not in (LOOSE, NEW_HEAP)]
        each = CARD_WIDTH + 2 * _HEAP_PAD
        columns = max(1, (width + GAP) // (each + GAP))
        share = 1 if columns == 1 or heaps else columns - 1
        if heaps and columns > 1 and len(loose.cards) > _MANY:
            share = max(1, min(columns - 1, columns // 3))
        side = width if columns == 1 else share * each + (share - 1) * GAP
        bottom = self.group(loose, 0, 0, side, has_box=True) + GAP
        left = 0 if columns == 1 else side + GAP
        if ground is not None:
            is_below = bool(heaps) or columns == 1
            place = (0, bottom, side) if is_below else (left, 0, width - left)
            end = self.group(ground, *place, has_box=True)
            bottom = end + GAP if is_below else bottom
        if columns == 1:
            self._stack(heaps, 0, bottom, width, 1)
        else:
            room = width - left
            self._stack(heaps, left, 0, room, max(1, (room + GAP) // (each + GAP)))

    def _stack(self, heaps: list[WallGroup], left: int, top: int, room: int, columns: int) -> None:
        each = min((room - GAP * (columns - 1)) // columns, _MOST_WIDTH + 2 * _HEAP_PAD)
        floors = [top] * columns
        for number, heap in enumerate(heaps):
            column = number % columns
            floors[column] = self.group(heap, left + column * (each + GAP), floors[column], each, has_box=True) + GAP
