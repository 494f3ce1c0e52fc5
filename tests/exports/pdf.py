"""Reading a PDF back: its words, where they stand and how large they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from exports.base import outputs
from exports.fonts import Typeface
from exports.paper import MM_PER_POINT, Orientation, Paper
from exports.produce import produce
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from tests.exports.rich import PHOTOS


@dataclass(frozen=True)
class Piece:
    """A piece of text on a page: where its baseline begins, how large and how wide it is, in points."""

    page: int
    x: float
    y: float
    size: float
    width: float
    text: str


def made(
    what: str,
    document: Document,
    language: str = "nl",
    paper: Paper | None = None,
    orientation: Orientation | None = None,
    journey: str = "",
    **others: Any,
) -> bytes:
    """Make an output and give its bytes."""
    output = outputs()[what]
    stream = BytesIO()
    options = replace(output.options(language, paper, orientation, journey), picture=PHOTOS.get, **others)
    produce(output, document, options, stream)
    return stream.getvalue()


def printed_or_refused(what: str, document: Document, **options: Any) -> bytes:
    """Make an output; nothing when it says in a sentence that there is nothing to make."""
    try:
        return made(what, document, **options)
    except SprintError as error:
        assert Translator.load("nl").error(error) != error.key
        return b""


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def squeezed(text: str) -> str:
    """Leave all white space out, so that breaking into lines does not matter."""
    return "".join(text.split())


def text_of(data: bytes) -> str:
    """Give all text of all pages in the order in which it was drawn, without white space."""
    return squeezed("".join(piece.text for piece in pieces_of(data)))


def pieces_of(data: bytes) -> list[Piece]:
    face = Typeface()
    found: list[Piece] = []
    for number, page in enumerate(reader(data).pages):
        for x, y, size, is_bold, text in _shown(page):
            found.append(Piece(number, x, y, size, face.width(text, is_bold) * size, text))
    return found


def _shown(page: Any) -> list[tuple[float, float, float, bool, str]]:
    """Read the text operators that our surface writes: Tm, Tf and Tj with codes of a subset."""
    fonts = page["/Resources"].get("/Font", {})
    maps = {name: _letters(font.get_object()) for name, font in fonts.items()}
    bold = {name: "Bold" in str(font.get_object()["/BaseFont"]) for name, font in fonts.items()}
    found: list[tuple[float, float, float, bool, str]] = []
    name, size, x, y = "", 0.0, 0.0, 0.0
    for operands, operator in page.get_contents().operations:
        if operator == b"Tf":
            name, size = str(operands[0]), float(operands[1])
        elif operator == b"Tm":
            x, y = float(operands[4]), float(operands[5])
        elif operator == b"Tj":
            codes = operands[0].original_bytes
            text = "".join(maps[name][code] for code in codes)
            found.append((x, y, size, bold[name], text))
    return found


def _letters(font: Any) -> dict[int, str]:
    """Read the table that turns codes of a subset into letters."""
    if "/ToUnicode" not in font:
        return {}
    letters: dict[int, str] = {}
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    for block in table.split("beginbfchar")[1:]:
        for line in block.split("endbfchar")[0].strip().splitlines():
            code, letter = line.split()[:2]
            letters[int(code.strip("<>"), 16)] = bytes.fromhex(letter.strip("<>")).decode("utf-16-be")
    return letters


def size_in_mm(page: Any) -> tuple[float, float]:
    return float(page.mediabox.width) * MM_PER_POINT, float(page.mediabox.height) * MM_PER_POINT


def elements(data: bytes) -> list[Any]:
    """Give every element of the structure in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        found.append(element)
        for kid in element.get("/K", []):
            kid = kid.get_object()
            if kid.get("/Type") == "/StructElem":
                walk(kid)

    root: Any = reader(data).trailer["/Root"]
    for kid in root["/StructTreeRoot"]["/K"]:
        walk(kid.get_object())
    return found
