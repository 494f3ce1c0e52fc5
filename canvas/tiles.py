"""Pixels of the board in tiles: painted once, then only copied, so that a frame costs what is visible.

A tile belongs to a level, the pixels of the device for one board unit. At rest the level is the zoom itself and every
tile is copied one to one, so type stays sharp. During a zoom the tiles of a power of two near it are stretched. A
missing tile is painted within a budget of milliseconds a frame; until it is there, another level stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, floor, log2
from time import perf_counter

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from sprint.layout import Rect

TILE = 512
_LEAST_KEPT = 32
_LEVELS_KEPT = 4
_MOST_STAND_INS = 12

Render = Callable[[QPainter, Rect, float], None]
_Key = tuple[float, int, int]


class View:
    """What is seen: origin and size in pixels of the device, and the scale in pixels for one board unit."""

    __slots__ = ("height", "scale", "width", "x", "y")

    def __init__(self, x: int, y: int, width: int, height: int, scale: float) -> None:
        self.x, self.y = x, y
        self.width, self.height = width, height
        self.scale = scale


def level_near(scale: float) -> float:
    """Give the power of two nearest to a scale."""
    return float(2.0 ** round(log2(max(scale, 1 / 512))))


class TileCache:
    """Keeps painted tiles of several levels and draws a view from them; the ones used last are kept longest."""

    def __init__(self, render: Render, ground: QColor) -> None:
        self._render = render
        self.ground = ground
        self._tiles: dict[_Key, QPixmap] = {}
        self._stale: dict[_Key, Rect] = {}
        self._levels: list[float] = []

    def __len__(self) -> int:
        return len(self._tiles)

    def clear(self) -> None:
        """Forget all pixels."""
        self._tiles.clear()
        self._stale.clear()
        self._levels.clear()

    def spoil(self, area: Rect) -> None:
        """Say that a part of the board looks different now."""
        current = self._levels[0] if self._levels else 0.0
        for key in list(self._tiles):
            level, column, row = key
            side = TILE / level
            if not Rect(column * side, row * side, side, side).meets(area):
                continue
            if level == current:
                known = self._stale.get(key)
                self._stale[key] = area if known is None else known.united(area)
            else:
                del self._tiles[key]

    def draw(self, painter: QPainter, view: View, level: float, budget_ms: float) -> bool:
        """Draw the view with a painter in pixels of the device; returns whether all tiles were there."""
        self._use_level(level)
        started = perf_counter()
        is_complete = True
        keys = list(_keys_of(view, level))
        for key in keys:
            target = _place_of(view, key)
            is_late = (perf_counter() - started) * 1e3 > budget_ms
            tile = self._tiles.get(key)
            if tile is not None and key in self._stale and not is_late:
                self._patch(key, tile)
            if tile is None and not is_late:
                tile = self._painted(key)
            if tile is None:
                is_complete = False
                painter.fillRect(target, self.ground)
                self._draw_stand_in(painter, view, key, target)
            else:
                is_complete = is_complete and key not in self._stale
                self._tiles[key] = self._tiles.pop(key)
                if target.width() == TILE and target.height() == TILE:
                    painter.drawPixmap(target.topLeft(), tile)
                else:
                    painter.drawPixmap(target, tile)
        self._forget_oldest(max(_LEAST_KEPT, 2 * len(keys)))
        return is_complete

    def look_ahead(self, view: View, board: Rect) -> bool:
        """Paint one tile of the board just outside the view, if one is missing; returns whether it did.

        That spreads the cost of panning over frames that have time left.
        """
        level = self._levels[0]
        wide = View(view.x - TILE, view.y - TILE // 2, view.width + 2 * TILE, view.height + TILE, view.scale)
        for key in _keys_of(wide, level):
            side = TILE / level
            if key not in self._tiles and Rect(key[1] * side, key[2] * side, side, side).meets(board):
                self._painted(key)
                return True
        return False

    # ---- tiles

    def _use_level(self, level: float) -> None:
        if self._levels and self._levels[0] == level:
            return
        # Spoiled tiles of the level we leave are not worth mending.
        for key in self._stale:
            self._tiles.pop(key, None)
        self._stale.clear()
        self._levels = [level, *(known for known in self._levels if known != level)]
        dropped = set(self._levels[_LEVELS_KEPT:])
        del self._levels[_LEVELS_KEPT:]
        if dropped:
            self._tiles = {key: tile for key, tile in self._tiles.items() if key[0] not in dropped}

    def _painted(self, key: _Key) -> QPixmap:
        level, column, row = key
        tile = QPixmap(TILE, TILE)
        side = TILE / level
        painter = QPainter(tile)
        painter.scale(level, level)
        painter.translate(-column * side, -row * side)
        self._render(painter, Rect(column * side, row * side, side, side), level)
        painter.end()
        self._tiles[key] = tile
        self._stale.pop(key, None)
        return tile

    def _patch(self, key: _Key, tile: QPixmap) -> None:
        """Paint only the spoiled part of a tile, widened to whole pixels."""
        level, column, row = key
        side = TILE / level
        area = self._stale.pop(key)
        left = max(0, floor((area.x - column * side) * level) - 1)
        top = max(0, floor((area.y - row * side) * level) - 1)
        right = min(TILE, ceil((area.right - column * side) * level) + 1)
        bottom = min(TILE, ceil((area.bottom - row * side) * level) + 1)
        if right <= left or bottom <= top:
            return
        painter = QPainter(tile)
        painter.setClipRect(QRect(left, top, right - left, bottom - top))
        painter.scale(level, level)
        painter.translate(-column * side, -row * side)
        part = Rect(
            column * side + left / level, row * side + top / level, (right - left) / level, (bottom - top) / level
        )
        self._render(painter, part, level)
        painter.end()

    def _draw_stand_in(self, painter: QPainter, view: View, key: _Key, target: QRect) -> None:
        level, column, row = key
        side = TILE / level
        area = Rect(column * side, row * side, side, side)
        for other in self._levels[1:]:
            reach = TILE / other
            columns = range(floor(area.x / reach), floor(area.right / reach) + 1)
            rows = range(floor(area.y / reach), floor(area.bottom / reach) + 1)
            if len(columns) * len(rows) > _MOST_STAND_INS:
                continue
            found = [(key, tile) for x in columns for y in rows if (tile := self._tiles.get(key := (other, x, y)))]
            if not found:
                continue
            painter.save()
            painter.setClipRect(target)
            for known, tile in found:
                painter.drawPixmap(QRectF(_place_of(view, known)), tile, QRectF(tile.rect()))
            painter.restore()
            return

    def _forget_oldest(self, most: int) -> None:
        while len(self._tiles) > most:
            key = next(iter(self._tiles))
            del self._tiles[key]
            self._stale.pop(key, None)


def _keys_of(view: View, level: float) -> Iterator[_Key]:
    side = TILE / level * view.scale
    for column in range(floor(view.x / side), floor((view.x + view.width - 1) / side) + 1):
        for row in range(floor(view.y / side), floor((view.y + view.height - 1) / side) + 1):
            yield level, column, row


def _place_of(view: View, key: _Key) -> QRect:
    level, column, row = key
    side = TILE / level * view.scale
    left, right = round(column * side) - view.x, round((column + 1) * side) - view.x
    top, bottom = round(row * side) - view.y, round((row + 1) * side) - view.y
    return QRect(left, top, right - left, bottom - top)
