"""Writes one page as SVG: paths and real text, with the packaged typeface inside, so that it looks alike everywhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from assets.fonts import font_bytes
from assets.palette import load_theme
from exports.fonts import Typeface
from exports.ink import Ink, is_ground
from exports.paper import MM_PER_POINT, Sheet
from exports.pen import THEME, Imprint, Word
from exports.stroke import Stroke
from exports.structure import Element
from exports.text import Type

_FAMILY = "Reisgenoot"
_GAP = 24.0
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold; words that were copied from a text document hold such signs now and then."""
_OPERATOR = re.compile(r"[a-z]+")
_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"RIFF": "webp"}


class SvgPen:
    """Draws pages below each other into one SVG; numbers are turned so that y runs down."""

    def __init__(self, stream: BinaryIO, sheet: Sheet, imprint: Imprint) -> None:
        self._stream = stream
        self._imprint = imprint
        self._face = Typeface(imprint.written_in)
        self._colours = load_theme(THEME).colours
        self._width = sheet.width / MM_PER_POINT
        self._height = sheet.height / MM_PER_POINT
        self._words: list[str] = []
        self._pages = 0
        self._clips = 0

    @property
    def face(self) -> Typeface:
        """The letters there are."""
        return self._face

    def next_page(self, bookmark: str, level: int = 0) -> None:
        """Begin a page below the last one, as `Pen` asks."""
        if self._pages:
            self._words.append("</g>")
        top = self._pages * (self._height + _GAP)
        self._pages += 1
        self._words.append(f'<g transform="translate(0 {top:.2f})">')
        size = f'width="{self._width:.2f}" height="{self._height:.2f}"'
        self._words.append(f'<rect {size} fill="#ffffff"/>')

    def bookmark(self, title: str, level: int = 0) -> None:
        """There is nothing to jump with here."""

    def text(self, words: Sequence[Word], type_: Type) -> None:
        """Write texts, as `Pen` asks."""
        weight = ' font-weight="700"' if type_.bold else ""
        look = f'font-size="{type_.points:.2f}"{weight} fill="{self._colours[type_.colour]}"'
        for x, y, line in words:
            place = f'x="{x:.2f}" y="{self._height - y:.2f}"'
            self._words.append(f'<text {place} {look} xml:space="preserve">{escape(_NO_XML.sub("", line))}</text>')

    def path(self, path: str, fill: str, stroke: Stroke | None) -> None:
        """Draw a path, as `Pen` asks."""
        if fill and self._imprint.ink is Ink.SAVING and is_ground(fill):
            fill, stroke = "", stroke or Stroke("line", 0.2)
        look = f'fill="{self._colours[fill] if fill else "none"}"'
        if stroke is not None:
            width = stroke.width / MM_PER_POINT
            look += f' stroke="{self._colours[stroke.colour]}" stroke-width="{width:.2f}" stroke-linejoin="round"'
            look += "" if stroke.dash else ' stroke-linecap="round"'
            if stroke.dash:
                dash = " ".join(f"{length / MM_PER_POINT:.2f}" for length in stroke.dash)
                look += f' stroke-dasharray="{dash}"'
        self._words.append(f'<path d="{self._turned(path)}" {look}/>')

    def picture(self, data: bytes, box: tuple[float, float, float, float]) -> None:
        """Draw a picture, as `Pen` asks."""
        left, bottom, width, height = box
        kind = next((kind for begin, kind in _KINDS.items() if data.startswith(begin)), "png")
        place = f'x="{left:.2f}" y="{self._height - bottom - height:.2f}" width="{width:.2f}" height="{height:.2f}"'
        link = f"data:image/{kind};base64,{b64encode(data).decode()}"
        self._words.append(f'<image {place} preserveAspectRatio="none" href="{link}"/>')

    def clip(self, path: str) -> None:
        """Show only what lies inside a path, as `Pen` asks."""
        self._clips += 1
        name = f"clip-{self._clips}"
        self._words.append(f'<clipPath id="{name}"><path d="{self._turned(path)}"/></clipPath>')
        self._words.append(f'<g clip-path="url(#{name})">')

    def unclip(self) -> None:
        """End the last clipping, as `Pen` asks."""
        self._words.append("</g>")

    def tag(self, element: Element | None) -> Element | None:
        """A drawing has no structure to read."""
        return None

    def close(self) -> None:
        """Write the drawing to the stream."""
        height = self._pages * (self._height + _GAP) - _GAP
        millimetres = f'width="{self._width * MM_PER_POINT:.2f}mm" height="{height * MM_PER_POINT:.2f}mm"'
        title = escape(_NO_XML.sub("", self._face.clean(self._imprint.title)))
        faces = "".join(_face(style, weight) for style, weight in (("regular", 400), ("bold", 700)))
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {millimetres} viewBox="0 0 {self._width:.2f} {height:.2f}"'
            f' lang={quoteattr(self._imprint.language)} role="img" font-family="{_FAMILY}, \'Noto Sans\', sans-serif">'
            f"<title>{title}</title><style>{faces}</style>"
        )
        whole = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *self._words, "</g></svg>"])
        self._stream.write(whole.encode("utf-8") + b"\n")

    def _turned(self, path: str) -> str:
        """Turn a path of PDF operators into one of SVG."""
        words = path.split()
        if words[-1] == "re":
            left, bottom, width, height = (float(word) for word in words[:4])
            top = self._height - bottom - height
            return f"M{left:.2f} {top:.2f}h{width:.2f}v{height:.2f}h{-width:.2f}z"
        said: list[str] = []
        numbers: list[float] = []
        for word in words:
            if _OPERATOR.fullmatch(word):
                turned = [self._height - one if n % 2 else one for n, one in enumerate(numbers)]
                said.append({"h": "z"}.get(word, word.upper()) + " ".join(f"{one:.2f}" for one in turned))
                numbers = []
            else:
                numbers.append(float(word))
        return "".join(said)


def _face(style: str, weight: int) -> str:
    data = b64encode(font_bytes("bold" if style == "bold" else "regular")).decode()
    source = f"url(data:font/ttf;base64,{data})"
    return f"@font-face{{font-family:{_FAMILY};font-weight:{weight};src:{source} format('truetype')}}"
