"""A poster takes no more sheets to glue than its text needs."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.base import outputs
from exports.paper import Paper
from sprint.document import Document
from sprint.example import example_diff
from sprint.i18n import LANGUAGES


@pytest.mark.parametrize(("journey", "most"), [("as_is", 3), ("to_be", 3)])
def test_a_journey_of_the_example_takes_three_sheets_on_their_side(journey: str, most: int) -> None:
    document = Document()
    document.apply(example_diff("nl"))
    output, stream = outputs()["journey"], BytesIO()
    output.write(document, output.options("nl", Paper.A3, None, journey), stream)
    pages = PdfReader(stream).pages
    assert len(pages) <= most
    assert all(page.mediabox.width > page.mediabox.height for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", [Paper.A3, Paper.A0])
def test_the_comparison_of_the_example_is_one_sheet_filled_to_the_brim(language: str, paper: Paper) -> None:
    document = Document()
    document.apply(example_diff(language))
    output, stream = outputs()["comparison"], BytesIO()
    output.write(document, output.options(language, paper), stream)
    assert len(PdfReader(stream).pages) == 1
