"""Remembers what is drawn on a page with the place it takes, to draw it again on other sheets or in another form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from exports.fonts import Typeface
from exports.paper import MM_PER_POINT, Sheet
from exports.pen import Pen, Word
from exports.stroke import Stroke
from exports.structure import Element
from exports.text import Type


class Extent(NamedTuple):
    """The place something takes, in points: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Extent) -> bool:
        """Whether two places share ground."""
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def within(self, other: Extent) -> Extent:
        """Give the part that lies inside another place."""
        return Extent(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )


class Said(NamedTuple):
    """Texts of one type."""

    extent: Extent
    words: tuple[Word, ...]
    type: Type


class Drawn(NamedTuple):
    """A path."""

    extent: Extent
    path: str
    fill: str
    stroke: Stroke | None


class Shown(NamedTuple):
    """A picture."""

    extent: Extent
    data: bytes
    box: tuple[float, float, float, float]


class Clip(NamedTuple):
    """The begin of a clipping, or its end when there is no path."""

    extent: Extent
    path: str


Act = Said | Drawn | Shown | Clip


@dataclass(slots=True)
class Page:
    """One recorded page, with everything that was drawn on it in order."""

    bookmark: str
    level: int
    acts: list[Act] = field(default_factory=list)

    def replay(self, pen: Pen, window: Extent | None = None) -> None:
        """Draw it again, or only what lies in a window."""
        for act in self.acts:
            if isinstance(act, Clip):
                pen.clip(act.path) if act.path else pen.unclip()
            elif window is None or act.extent.meets(window):
                if isinstance(act, Said):
                    pen.text(act.words, act.type)
                elif isinstance(act, Drawn):
                    pen.path(act.path, act.fill, act.stroke)
                else:
                    pen.picture(act.data, act.box)

    def fingerprint(self, window: Extent) -> str:
        """Give a checksum of all that can be seen in a window; what lies elsewhere does not change it."""
        digest = sha256(repr(tuple(round(place, 1) for place in window)).encode())
        for act in self.acts:
            if isinstance(act, Clip) or not act.extent.meets(window):
                continue
            if isinstance(act, Said):
                digest.update(repr((act.words, act.type)).encode("utf-8", "replace"))
            elif isinstance(act, Drawn):
                digest.update(repr((_near(act.path, window), act.fill, act.stroke)).encode())
            else:
                digest.update(act.data + repr(act.box).encode())
        return digest.hexdigest()

    def blocks(self, most: float) -> list[Extent]:
        """Give what should not be cut: texts, and boxes of at most this width and height in points."""
        found = []
        for act in self.acts:
            is_box = isinstance(act, Drawn) and (act.path.endswith("h") or act.path.endswith("re"))
            if isinstance(act, Said | Shown) or is_box:
                extent = act.extent
                if extent.right - extent.left <= most and extent.top - extent.bottom <= most:
                    found.append(extent)
        return found


class RecordingPen:
    """A pen that remembers pages instead of writing them."""

    def __init__(self, sheet: Sheet, face: Typeface) -> None:
        self._face = face
        whole = Extent(0, 0, sheet.width / MM_PER_POINT, sheet.height / MM_PER_POINT)
        self._clips = [whole]
        self.pages: list[Page] = []

    @property
    def face(self) -> Typeface:
        """The letters there are."""
        return self._face

    def next_page(self, bookmark: str, level: int = 0) -> None:
        """Begin a page, as `Pen` asks."""
        self.pages.append(Page(bookmark, level))

    def bookmark(self, title: str, level: int = 0) -> None:
        """There is nothing to jump with here."""

    def text(self, words: Sequence[Word], type_: Type) -> None:
        """Remember texts, as `Pen` asks."""
        widths = [self._face.width(word.text, type_.bold) * type_.points for word in words]
        size = type_.points
        extent = Extent(
            min(word.x for word in words),
            min(word.y for word in words) - size * 0.3,
            max(word.x + width for word, width in zip(words, widths, strict=True)),
            max(word.y for word in words) + size,
        )
        self._add(Said(extent, tuple(words), type_))

    def path(self, path: str, fill: str, stroke: Stroke | None) -> None:
        """Remember a path, as `Pen` asks."""
        extent = extent_of(path)
        pad = 0.0 if stroke is None else stroke.width / MM_PER_POINT / 2
        wide = Extent(extent.left - pad, extent.bottom - pad, extent.right + pad, extent.top + pad)
        self._add(Drawn(wide.within(self._clips[-1]), path, fill, stroke))

    def picture(self, data: bytes, box: tuple[float, float, float, float]) -> None:
        """Remember a picture, as `Pen` asks."""
        left, bottom, width, height = box
        self._add(Shown(Extent(left, bottom, left + width, bottom + height), data, box))

    def clip(self, path: str) -> None:
        """Remember a clipping, as `Pen` asks."""
        extent = extent_of(path).within(self._clips[-1])
        self._clips.append(extent)
        self._add(Clip(extent, path))

    def unclip(self) -> None:
        """End the last clipping, as `Pen` asks."""
        self._add(Clip(self._clips.pop(), ""))

    def tag(self, element: Element | None) -> Element | None:
        """A recording is not read aloud."""
        return None

    def close(self) -> None:
        """Nothing is written here."""

    def _add(self, act: Act) -> None:
        self.pages[-1].acts.append(act)


def extent_of(path: str) -> Extent:
    """Measure a path of PDF operators by its corners and handles."""
    words = path.split()
    if words[-1] == "re":
        left, bottom, width, height = (float(word) for word in words[:4])
        return Extent(left, bottom, left + width, bottom + height)
    numbers = [float(word) for word in words if word[-1].isdigit()]
    across, down = numbers[::2], numbers[1::2]
    return Extent(min(across), min(down), max(across), max(down))


def _near(path: str, window: Extent) -> list[tuple[float, ...]]:
    """Give the pieces of a path that can be seen in a window."""
    if path.endswith("re"):
        return [extent_of(path)]
    found: list[tuple[float, ...]] = []
    last: tuple[float, ...] = ()
    numbers: list[float] = []
    for word in path.split():
        if word[-1].isdigit():
            numbers.append(float(word))
            continue
        piece = (*last, *numbers)
        if piece:
            across, down = piece[::2], piece[1::2]
            if Extent(min(across) - 1, min(down) - 1, max(across) + 1, max(down) + 1).meets(window):
                found.append(piece)
        last, numbers = tuple(numbers[-2:]) or last, []
    return found
