"""Writes text, paths and pictures into a PDF, in points from the bottom left corner of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple, Protocol

from assets.palette import load_theme
from exports.fonts import BOLD, REGULAR, Typeface
from exports.ink import Ink, is_ground
from exports.paper import MM_PER_POINT, Sheet
from exports.shaping import needs_shaping
from exports.stroke import Stroke
from exports.structure import DECORATION, Element, Structure
from exports.text import Type

THEME = "light"
_SHUT = object()
_BOLDER = 0.028
"""How much thicker a bold letter of a family with one weight is drawn, in em."""


class Word(NamedTuple):
    """A text on one baseline, in points."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document is as a whole: its title and language, its ink, and whether it is tagged for screen readers.

    `written_in` is the language whose words are broken with a hyphen.
    """

    title: str
    language: str
    ink: Ink = Ink.FULL
    is_tagged: bool = False
    written_in: str = ""


class Pen(Protocol):
    """What a surface draws with; all numbers are points from the bottom left corner."""

    @property
    def face(self) -> Typeface:
        """The letters there are."""
        ...

    def next_page(self, bookmark: str, level: int) -> None:
        """Begin a page; a bookmark makes it one that a reader can jump to."""
        ...

    def bookmark(self, title: str, level: int = 0) -> None:
        """Name this page in the list that a reader can jump with."""
        ...

    def text(self, words: Sequence[Word], type_: Type) -> None:
        """Write texts of one type."""
        ...

    def path(self, path: str, fill: str, stroke: Stroke | None) -> None:
        """Draw a path in PDF operators, filled, outlined or both."""
        ...

    def picture(self, data: bytes, box: tuple[float, float, float, float]) -> None:
        """Draw a picture in a box: left, bottom, width, height."""
        ...

    def clip(self, path: str) -> None:
        """Show only what lies inside a path, until `unclip`."""
        ...

    def unclip(self) -> None:
        """End the last clipping."""
        ...

    def tag(self, element: Element | None) -> Element | None:
        """Let what follows belong to an element; returns what it belonged to before.

        With None every text is a paragraph of its own and all else is decoration.
        """
        ...

    def close(self) -> None:
        """Finish the document."""
        ...


class PdfPen:
    """Draws into one PDF with equal bytes for equal content."""

    def __init__(self, stream: BinaryIO, sheet: Sheet, imprint: Imprint, face: Typeface | None = None) -> None:
        from reportlab import rl_config  # noqa: PLC0415 - heavy
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy

        # Text as bytes instead of ASCII: a quarter smaller and quicker. Only reportlab's own settings offer it.
        rl_config.useA85 = 0

        self._face = face or Typeface(imprint.written_in)
        self._imprint = imprint
        self._colours = {role: _operands(value) for role, value in load_theme(THEME).colours.items()}
        size = (sheet.width / MM_PER_POINT, sheet.height / MM_PER_POINT)
        self._canvas: Any = Canvas(
            stream, pagesize=size, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=imprint.language
        )
        self._canvas.setTitle(self._face.clean(imprint.title))
        self._canvas.setAuthor("Reisgenoot")
        self._canvas.setCreator("Reisgenoot")
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._codes = _Codes(self._canvas._doc)
        self._structure = Structure() if imprint.is_tagged else None
        self._element: Element | None = None
        self._open: object = _SHUT
        self._pages = 0
        self._bookmarks = 0

    @property
    def face(self) -> Typeface:
        """The letters there are."""
        return self._face

    def next_page(self, bookmark: str, level: int = 0) -> None:
        """Begin a page, as `Pen` asks."""
        if self._pages:
            self._end_mark()
            self._canvas.showPage()
        self._pages += 1
        if self._structure is not None:
            self._structure.next_page()
        if bookmark:
            self.bookmark(bookmark, level)

    def bookmark(self, title: str, level: int = 0) -> None:
        """Name this page, as `Pen` asks."""
        self._bookmarks += 1
        key = f"place-{self._bookmarks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(self._face.clean(title), key, level)

    def close(self) -> None:
        """Finish the document and write it to the stream."""
        self._end_mark()
        self._canvas.showPage()
        if self._structure is not None:
            self._structure.write(self._canvas, self._face.clean(self._imprint.title), self._imprint.language)
        self._canvas.save()

    # ---- content

    def text(self, words: Sequence[Word], type_: Type) -> None:
        """Write texts of one type, as `Pen` asks; a line from right to left is told in its own reading order."""
        # A text that belongs to nothing is a paragraph of its own.
        whole = self._element or Element("P")
        if self._structure is None or whole is DECORATION or not any(needs_shaping(word.text) for word in words):
            self._mark(whole)
            self._write(words, type_)
            return
        for word in words:
            self._mark(Element("Span", whole, actual=word.text) if needs_shaping(word.text) else whole)
            self._write((word,), type_)

    def _write(self, words: Sequence[Word], type_: Type) -> None:
        said = [f"BT {self._colours[type_.colour]} rg"]
        font = ""
        own = BOLD if type_.bold else REGULAR
        for x, y, line in words:
            said.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for name, run in self._face.runs(line, type_.bold):
                is_thick = type_.bold and name != own
                if is_thick:
                    # The dashes of the last line would be those of the letters.
                    said.append(f"2 Tr {type_.points * _BOLDER:.2f} w [] 0 d {self._colours[type_.colour]} RG")
                for code, shown in self._codes.split(name, run):
                    if code != font:
                        said.append(f"{code} {type_.points:.2f} Tf")
                        font = code
                    said.append(f"<{shown}> Tj")
                if is_thick:
                    said.append("0 Tr")
        said.append("ET")
        self._canvas.addLiteral(" ".join(said))

    def path(self, path: str, fill: str, stroke: Stroke | None) -> None:
        """Draw a path, as `Pen` asks; saving ink, a filled ground becomes an outline."""
        if fill and self._imprint.ink is Ink.SAVING and is_ground(fill):
            fill, stroke = "", stroke or Stroke("line", 0.2)
        words = [f"{self._colours[fill]} rg"] if fill else []
        if stroke is not None:
            dash = " ".join(f"{length / MM_PER_POINT:.2f}" for length in stroke.dash)
            cap = 0 if stroke.dash else 1
            width = f"{stroke.width / MM_PER_POINT:.2f}"
            words.append(f"{self._colours[stroke.colour]} RG {width} w {cap} J 1 j [{dash}] 0 d")
        words += [path, "B" if fill and stroke is not None else "f" if fill else "S"]
        self._mark(None if self._element is DECORATION else self._element)
        self._canvas.addLiteral(" ".join(words))

    def picture(self, data: bytes, box: tuple[float, float, float, float]) -> None:
        """Draw a picture, as `Pen` asks."""
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - heavy

        left, bottom, width, height = box
        self._mark(None if self._element is DECORATION else self._element)
        self._canvas.drawImage(ImageReader(BytesIO(data)), left, bottom, width, height, mask="auto")

    def clip(self, path: str) -> None:
        """Show only what lies inside a path, as `Pen` asks."""
        self._end_mark()
        self._canvas.addLiteral(f"q {path} W n")

    def unclip(self) -> None:
        """End the last clipping."""
        self._end_mark()
        self._canvas.addLiteral("Q")

    def shift(self, x: float, y: float, path: str) -> None:
        """Move what follows by x, y and show only what lies inside a path of the moved page, until `unclip`."""
        self._end_mark()
        self._canvas.addLiteral(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {path} W n")

    def tag(self, element: Element | None) -> Element | None:
        """Let what follows belong to an element, as `Pen` asks."""
        before, self._element = self._element, element
        if self._structure is not None and element is not None and element is not DECORATION:
            self._structure.place(element)
        return before

    # ---- inside

    def _mark(self, element: Element | None) -> None:
        """Open the mark for what comes next; one mark goes on while the element stays the same."""
        if self._structure is None or self._open is element:
            return
        self._end_mark()
        self._open = element
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
        elif element is DECORATION:
            self._canvas.addLiteral("/Artifact <</Type /Pagination>> BDC")
        else:
            self._canvas.addLiteral(f"/{element.role} <</MCID {self._structure.mark(element)}>> BDC")

    def _end_mark(self) -> None:
        if self._open is not _SHUT:
            self._canvas.addLiteral("EMC")
            self._open = _SHUT


class _Codes:
    """Turns texts into the codes of font subsets, and remembers them: reportlab asks letter by letter."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._known: dict[str, dict[str, tuple[int, str]]] = {}
        self._names: dict[tuple[str, int], str] = {}
        # The letters of each font's first subset, where nearly all texts are: by Unicode, in hexadecimal.
        self._first: dict[str, dict[int, str]] = {}
        self._firsts: dict[str, set[str]] = {}

    def split(self, font: str, text: str) -> list[tuple[str, str]]:
        """Give (name of the subset, codes in hexadecimal) for a text of one font."""
        firsts = self._firsts.get(font)
        if firsts is not None and firsts.issuperset(text):
            return [(self._names[font, 0], text.translate(self._first[font]))]
        known = self._known.setdefault(font, {})
        if not known.keys() >= set(text):
            self._learn(font, text, known)
        runs: list[tuple[int, list[str]]] = []
        for letter in text:
            subset, code = known[letter]
            if not runs or runs[-1][0] != subset:
                runs.append((subset, []))
            runs[-1][1].append(code)
        return [(self._name(font, subset), "".join(codes)) for subset, codes in runs]

    def _learn(self, font: str, text: str, known: dict[str, tuple[int, str]]) -> None:
        from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy

        face = pdfmetrics.getFont(font)
        for letter in text:
            if letter in known:
                continue
            subset, codes = face.splitString(letter, self._document)[0]
            known[letter] = (subset, codes.hex())
            if subset == 0:
                self._name(font, 0)
                self._first.setdefault(font, {})[ord(letter)] = codes.hex()
                self._firsts.setdefault(font, set()).add(letter)

    def _name(self, font: str, subset: int) -> str:
        name = self._names.get((font, subset))
        if name is None:
            from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - heavy

            face = pdfmetrics.getFont(font)
            name = self._names[font, subset] = str(face.getSubsetInternalName(subset, self._document))
        return name


def _operands(value: str) -> str:
    """Turn #RRGGBB into the three numbers of a PDF colour."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
