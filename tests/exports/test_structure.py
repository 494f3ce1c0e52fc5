"""What a screen reader finds in a PDF: a title, a language, headings, lists, tables with heads, words for pictures."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from exports.offer import printables
from tests.exports.pdf import elements, made, reader
from tests.exports.rich import rich_document


def test_everything_that_is_read_is_tagged_and_all_of_it_is_marked() -> None:
    document = rich_document()
    for output in printables():
        data = made(output.id, document)
        root: Any = reader(data).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] is True or bool(root["/MarkInfo"]["/Marked"]), output.id
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], output.id
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data(), output.id
        parents = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        for number, page in enumerate(reader(data).pages):
            content = page.get_contents().get_data().decode("latin-1")
            assert page["/StructParents"] == number
            marks = re.findall(r"/MCID (\d+)", content)
            assert [int(mark) for mark in marks] == list(range(len(marks))), output.id
            assert len(parents[2 * number + 1].get_object()) == len(marks), output.id
            assert content.count("BDC") + content.count("BMC") == content.count("EMC"), output.id
            outside = re.sub(r"(BDC|BMC)\b.*?\bEMC", "", content, flags=re.DOTALL)
            assert "Tj" not in outside, output.id


def test_the_book_has_headings_in_order_lists_tables_with_heads_and_charts_with_words() -> None:
    found = elements(made("report", rich_document()))
    roles = [str(element["/S"]) for element in found]
    assert {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= set(
        roles
    )
    levels = [int(role[2]) for role in roles if re.fullmatch(r"/H\d", role)]
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))
    figures = [element for element in found if element["/S"] == "/Figure"]
    assert all(str(figure["/Alt"]).strip() for figure in figures)
    for table in (element for element in found if element["/S"] == "/Table"):
        rows = [[str(cell.get_object()["/S"]) for cell in row.get_object()["/K"]] for row in table["/K"]]
        assert any("/TH" in row for row in rows)
        assert len({len(row) for row in rows}) == 1


def test_the_book_can_be_jumped_through_and_names_no_citizen() -> None:
    data = made("report", rich_document())
    titles = [str(entry.title) for entry in reader(data).outline]
    assert {"Inhoud", "Op één bladzijde", "De reis nu", "De reis straks", "Wat inwoners zeiden"} <= set(titles)
    assert titles[-1] == "Hoe wij werkten, en wat dit niet zegt"
