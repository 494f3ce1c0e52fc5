"""The arrows of a board on paper, and their words at a place where they cover neither a step nor each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exports.board import Window
from exports.board_view import BoardView
from exports.sheets import LongTexts
from exports.stroke import Stroke
from sprint.document import Document
from sprint.i18n import Translator
from sprint.layout import LinkPath, Point, Rect, StepBox, TextStyle
from sprint.records import LinkKind, Step, Track

_COLOURS: Mapping[LinkKind, str] = {
    LinkKind.NEXT: "ink",
    LinkKind.DROP_OUT: "danger",
    LinkKind.HAND_OVER: "accent",
    LinkKind.TRACK_SWITCH: "accent",
}
_DASHES: Mapping[LinkKind, tuple[float, ...]] = {
    LinkKind.ALTERNATIVE: (8.0, 4.0),
    LinkKind.HAND_OVER: (14.0, 2.5),
    LinkKind.LOOP: (2.5, 3.5),
    LinkKind.DROP_OUT: (5.0, 5.0),
    LinkKind.TRACK_SWITCH: (12.0, 3.5, 2.5, 3.5),
}
_WIDTH = 1.5
_HEAD = 7.0
_LABEL_COLUMNS = 1.3
_LABEL_LINES = 2
_NARROW = 0.6
_PAD = 3.0
_ALONG = (0.5, 0.3, 0.7, 0.15, 0.85)
_SHORTENED = 0.5
"""The share of other words that may be covered before words are shortened, which costs a sheet at the end."""
_BESIDE = (-12.0, 12.0, -22.0, 22.0)
_STRIP = 2.0
_ON_STEP = 4.0
_ON_WORDS = 12.0
"""How much worse it is to cover a part of a step or of other words than a part of a line."""


class _Label(NamedTuple):
    """The words of an arrow on one sheet, and the place they take on the board."""

    lines: tuple[str, ...]
    box: Rect


class LinkPainter:
    """Draws arrows, and their words over them; the places of words are found for every sheet before the first."""

    def __init__(self, view: BoardView, document: Document, t: Translator, long: LongTexts) -> None:
        self._view = view
        self._document = document
        self._t = t
        self._labels = {window: list(self._placed(window, long)) for window in view.plan.windows}

    def draw_arrows(self) -> None:
        """Draw the arrows over the window; clipped by whoever asks, because they enter and leave the sheet."""
        view, s = self._view, self._view.scale
        margin = view.board.metrics.gap
        for link in view.board.links.over(view.window.first - 1, view.window.last):
            bounds = link.bounds
            if not view.is_seen(bounds.y - 20, bounds.bottom + 20):
                continue
            if bounds.right < view.start - margin or bounds.x > view.end + margin:
                continue
            dash = tuple(length * s for length in _DASHES.get(link.kind, ()))
            stroke = Stroke(_COLOURS.get(link.kind, "muted"), _WIDTH * s, dash)
            view.surface.arrow([(view.sheet_x(x), view.sheet_y(y)) for x, y in link.points], stroke, _HEAD * s)

    def draw_words(self) -> None:
        """Write the words of the arrows on a white ground."""
        view, s = self._view, self._view.scale
        type_ = view.types[TextStyle.NOTE].coloured("ink")
        for label in self._labels[view.window]:
            box = label.box
            x, y = view.sheet_x(box.x), view.sheet_y(box.y)
            view.surface.box(x, y, box.width * s, box.height * s, fill="surface", radius=3 * s)
            view.surface.lines(x + box.width * s / 2, y, label.lines, type_, "middle")

    # ---- places for words

    def _has_track(self, box: StepBox) -> bool:
        return self._document.require(Step, box.id).track is not Track.OPEN

    def _placed(self, window: Window, long: LongTexts) -> Iterator[_Label]:
        board = self._view.board
        links = list(board.links.over(window.first - 1, window.last))
        own = [link for link in links if _is_in(link, window, self._view)]
        if not own:
            return
        lines = [(link.id, piece) for link in links for piece in _strips(link)]
        near = board.columns[max(0, window.first - 1) : window.last + 1]
        steps = [box.rect for column in near for box in column.steps]
        steps += [self._view.track_sign(box.rect) for column in near for box in column.steps if self._has_track(box)]
        taken: list[Rect] = []
        edges = Rect(
            board.left + window.first * board.pitch - board.metrics.gap,
            window.top,
            (window.last - window.first) * board.pitch + board.metrics.margin,
            window.bottom - window.top,
        )
        for link in own:
            reach = link.bounds.grown(board.metrics.column * _LABEL_COLUMNS)
            near_by = [(step, _ON_STEP) for step in steps if step.meets(reach)]
            near_by += [(rect, _ON_WORDS) for rect in taken if rect.meets(reach)]
            near_by += [(strip, 1.0) for link_id, strip in lines if link_id != link.id and strip.meets(reach)]
            label = self._best(link, edges, near_by, long)
            if label is not None:
                taken.append(label.box)
                yield label

    def _best(
        self, link: LinkPath, edges: Rect, near_by: Sequence[tuple[Rect, float]], long: LongTexts
    ) -> _Label | None:
        """Find the place for the words where they cover least; rather fewer words than covering something."""
        measure = self._view.plan.measure
        places = list(_places_along(link))
        options = self._shortened(link.label)
        labels: list[tuple[float, _Label]] = []
        for rank, lines in enumerate(options):
            width = max(measure.width(line, TextStyle.NOTE) for line in lines) + 2 * _PAD
            height = measure.line_height(TextStyle.NOTE) * len(lines)
            loss = _SHORTENED * rank * width * height
            labels += [(loss, _Label(lines, _box_at(place, (width, height), edges))) for place in places]

        def cost(option: tuple[float, _Label]) -> float:
            loss, label = option
            return loss + sum(_shared(label.box, rect) * harm for rect, harm in near_by)

        if not labels:
            return None
        _, best = min(labels, key=cost)
        if best.lines[-1].endswith("…") and best.lines != self._whole(link.label):
            long.add(self._t("export.arrow"), link.label)
        return best

    def _whole(self, text: str) -> tuple[str, ...]:
        return self._view.plan.measure.lines(text, self._view.board.metrics.column * _LABEL_COLUMNS, TextStyle.NOTE)

    def _shortened(self, text: str) -> list[tuple[str, ...]]:
        """Give the words in full if they are short enough, then ever shorter; none for words without a letter."""
        whole = self._whole(text)
        found = [whole] if 0 < len(whole) <= _LABEL_LINES else []
        if len(whole) > _LABEL_LINES:
            found.append((*whole[: _LABEL_LINES - 1], _cut(whole[_LABEL_LINES - 1])))
        if len(whole) > 1:
            found.append((_cut(whole[0]),))
        if whole:
            narrow = self._view.plan.measure.lines(text, self._view.board.metrics.column * _NARROW, TextStyle.NOTE)
            found += [(_cut(narrow[0]),)] if len(narrow) > 1 else []
        return found


def _cut(line: str) -> str:
    return f"{line[:-1].rstrip()}…"


def _is_in(link: LinkPath, window: Window, view: BoardView) -> bool:
    """Whether the words of a link belong to this window: each are written once."""
    if not link.label.strip():
        return False
    board, at = view.board, link.label_at
    column = min(len(board.columns) - 1, max(0, int((at.x - board.left) // board.pitch)))
    return window.first <= column < window.last and window.top <= at.y < window.bottom


def _strips(link: LinkPath) -> Iterator[Rect]:
    """Yield the pieces of a line as narrow boxes, so that words of other lines keep off them where they can."""
    for (x0, y0), (x1, y1) in pairwise(link.points):
        yield Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)).grown(_STRIP)


def _places_along(link: LinkPath) -> Iterator[Point]:
    """Yield where words may stand: where the board has them, along the pieces of the line, and at last beside it."""
    yield link.label_at
    pieces = sorted(pairwise(link.points), key=lambda ends: -abs(ends[0].x - ends[1].x) - abs(ends[0].y - ends[1].y))
    for start, end in pieces:
        for share in _ALONG:
            yield Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    for beside in _BESIDE:
        yield Point(link.label_at.x, link.label_at.y + beside)


def _box_at(middle: Point, size: tuple[float, float], edges: Rect) -> Rect:
    """Give the box around a middle, moved as far as is needed to lie within the edges."""
    width, height = size
    x = max(edges.x, min(middle.x - width / 2, edges.right - width))
    y = max(edges.y, min(middle.y - height / 2, edges.bottom - height))
    return Rect(x, y, width, height)


def _shared(one: Rect, other: Rect) -> float:
    """Give the area that two boxes share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, across) * max(0.0, down)
