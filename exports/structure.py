"""The tagged structure of a PDF, so that a screen reader hears headings, lists, tables and the words for pictures.

Written with reportlab's own objects: StructTreeRoot, ParentTree, MarkInfo and XMP, as PDF/UA-1 (ISO 14289-1) asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

Role = Literal[
    "H1", "H2", "H3", "P", "Span", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "BlockQuote", "Sect",
    "Caption",
]  # fmt: skip


@dataclass(eq=False, slots=True)
class Element:
    """One thing a reader hears: its role, what it is part of, and for a picture the words that say what it shows.

    A header of a table says what it heads: "Column" or "Row". `actual` is the text in reading order, where it was drawn
    in another one.
    """

    role: Role
    parent: Element | None = None
    alt: str = ""
    scope: Literal["", "Column", "Row"] = ""
    actual: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    """Elements, and pieces of content as (page, number on the page)."""


DECORATION: Final = Element("P")
"""What a reader need not hear: rules, repeated heads, page numbers."""


class Structure:
    """Collects what is drawn under which element and writes the tree when the document ends."""

    def __init__(self) -> None:
        self._root = Element("Sect")
        self._known: set[int] = set()
        self._marks: list[list[Element]] = []

    def next_page(self) -> None:
        """Begin a page without content."""
        self._marks.append([])

    def mark(self, element: Element) -> int:
        """Give the number on this page of the content that is drawn next, as part of an element."""
        self.place(element)
        page = len(self._marks) - 1
        number = len(self._marks[page])
        self._marks[page].append(element)
        element.kids.append((page, number))
        return number

    def place(self, element: Element) -> None:
        """Give an element its place behind those that came before, also when nothing is drawn in it."""
        if id(element) in self._known:
            return
        self._known.add(id(element))
        if element.parent is not None:
            self.place(element.parent)
        (element.parent or self._root).kids.append(element)

    def write(self, canvas: Any, title: str, language: str) -> None:
        """Hang the tree into the document of a reportlab canvas, all pages of which are there."""
        from reportlab.pdfbase import pdfdoc  # noqa: PLC0415 - heavy

        document = canvas._doc
        pages = document.Pages.pages
        names = [document.Reference(page) for page in pages]
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
        references: dict[int, Any] = {}
        top = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        top_reference = document.Reference(top, "structure")
        whole = _Writer(document, pdfdoc, names, references).element(self._root, top_reference, "Document")
        rows: list[Any] = []
        for number, marks in enumerate(self._marks):
            rows += [number, pdfdoc.PDFArray([references[id(element)] for element in marks])]
        top["K"] = pdfdoc.PDFArray([whole])
        top["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(rows)}), "parents")
        top["ParentTreeNextKey"] = len(self._marks)
        catalog = document.Catalog
        catalog.StructTreeRoot = top
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        document.Reference(catalog.MarkInfo, "marked")
        catalog.Metadata = _metadata(pdfdoc, title, language)


@dataclass(slots=True)
class _Writer:
    document: Any
    pdfdoc: Any
    pages: list[Any]
    references: dict[int, Any]

    def element(self, element: Element, parent: Any, role: str = "") -> Any:
        """Write one element and all below it; returns the reference to it."""
        pdf = self.pdfdoc
        entry = pdf.PDFDictionary({"Type": pdf.PDFName("StructElem"), "S": pdf.PDFName(role or element.role)})
        reference = self.document.Reference(entry, f"element-{len(self.references)}")
        self.references[id(element)] = reference
        entry["P"] = parent
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                if not _is_empty(kid):
                    kids.append(self.element(kid, reference))
                continue
            page, number = kid
            mark = {"Type": pdf.PDFName("MCR"), "Pg": self.pages[page], "MCID": number}
            kids.append(pdf.PDFDictionary(mark))
        entry["K"] = pdf.PDFArray(kids)
        if element.alt:
            entry["Alt"] = pdf.PDFString(_sayable(element.alt))
        if element.actual:
            entry["ActualText"] = pdf.PDFString(_sayable(element.actual))
        if element.role == "Figure" and element.kids and not isinstance(element.kids[0], Element):
            entry["Pg"] = self.pages[element.kids[0][0]]
        if element.scope:
            entry["A"] = pdf.PDFDictionary({"O": pdf.PDFName("Table"), "Scope": pdf.PDFName(element.scope)})
        return reference


def _is_empty(element: Element) -> bool:
    """Whether there is nothing to hear; a cell of a table keeps its place all the same."""
    if element.role in ("TD", "TH"):
        return False
    return all(isinstance(kid, Element) and _is_empty(kid) for kid in element.kids)


def _sayable(text: str) -> str:
    """Leave out what cannot be written in a PDF: controls and halves of characters."""
    return "".join(letter for letter in text if letter.isprintable())


def _metadata(pdfdoc: Any, title: str, language: str) -> Any:
    """Write the XMP packet: the title, the language and the claim of PDF/UA-1; no name of a person."""
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(_sayable(title))}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        "<dc:creator><rdf:Seq><rdf:li>Reisgenoot</rdf:li></rdf:Seq></dc:creator>"
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    stream = pdfdoc.PDFStream(content=text.encode("utf-8"), filters=[])
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    return stream
