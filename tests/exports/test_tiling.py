"""A poster on office paper: the counts of the field, seams beside cards, and sheets that are the poster again."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from exports.options import Tiling
from exports.paper import Orientation, Paper, sheet_of
from exports.pictures import page_as_png, page_count
from exports.tiling import Grid, count, grid_of, seams
from sprint.document import Document
from sprint.errors import SprintError
from sprint.records import Card
from tests.exports.pdf import made, pieces_of, reader, size_in_mm, text_of
from tests.exports.sample import sample_document

ACROSS, UP = Orientation.LANDSCAPE, Orientation.PORTRAIT
DPI = 50.8
"""Two dots for a millimetre."""


def test_the_counts_are_those_of_the_field() -> None:
    """Method 8.12: margins and overlap of 10 mm, landscape posters."""
    found = {
        (poster, paper, way): len(grid_of(sheet_of(poster, ACROSS), Tiling(paper, way, 10, 5), []).tiles)
        for poster in (Paper.A0, Paper.A1, Paper.A2)
        for paper in (Paper.A4, Paper.A3)
        for way in (ACROSS, UP)
    }
    counts = [
        [found[poster, paper, way] for paper in (Paper.A4, Paper.A3) for way in (ACROSS, UP)]
        for poster in (Paper.A0, Paper.A1, Paper.A2)
    ]
    assert counts == [[25, 28, 16, 15], [16, 15, 9, 8], [9, 8, 4, 6]]


@settings(max_examples=60)
@given(
    st.floats(100, 3000), st.floats(150, 400), st.floats(10, 15),
    st.lists(st.tuples(st.floats(0, 3000), st.floats(1, 80)), max_size=40),
)  # fmt: skip
def test_seams_fit_every_sheet_and_take_no_sheet_more(
    length: float, printable: float, overlap: float, boxes: list[tuple[float, float]]
) -> None:
    cuts = seams(length, printable, overlap, [(start, start + width) for start, width in boxes])
    assert len(cuts) - 1 == count(length, printable, overlap)
    assert (cuts[0], cuts[-1]) == (0, length)
    for number, (start, end) in enumerate(pairwise(cuts)):
        assert start < end
        reach = end if number == len(cuts) - 2 else end + overlap
        assert reach - start <= printable + 1e-6


def test_seams_go_beside_cards_when_there_is_room() -> None:
    boxes = [(10.0 + 60 * number, 60.0 + 60 * number) for number in range(9)]
    cuts = seams(560, 200, 10, boxes)[1:-1]
    assert len(cuts) == 2
    assert [(cut, box) for cut in cuts for box in boxes if box[0] + 0.5 < cut < box[1] - 0.5] == []


@pytest.mark.parametrize(("paper", "poster"), [(Paper.A4, Paper.A2), (Paper.A3, Paper.A1)])
def test_the_sheets_put_together_are_the_poster(paper: Paper, poster: Paper) -> None:
    document = sample_document()
    whole = picture(made("comparison", document, paper=poster), 0)
    tiling = Tiling(paper, overlap=12, margin=6)
    data = made("comparison", document, paper=poster, tiling=tiling)
    grid = grid_of_poster(document, poster, tiling)
    assert page_count(data) == 1 + len(grid.tiles)
    together = Image.new("L", whole.size, 255)
    margin = grid.sheet.margin
    for number, tile in enumerate(grid.tiles):
        sheet = picture(data, number + 1)
        assert sheet.size == pytest.approx([side * 2 for side in grid.sheet[:2]], abs=1)
        left, top = round(margin * 2), round(margin * 2)
        size = (round(tile.right * 2) - round(tile.left * 2), round(tile.bottom * 2) - round(tile.top * 2))
        part = sheet.crop((left, top, left + size[0], top + size[1]))
        together.paste(part, (round(tile.left * 2), round(tile.top * 2)))
    # Half a dot of difference at an edge is grey; something moved by half a millimetre would be black on white.
    differences = ImageChops.difference(together, whole).histogram()
    assert sum(differences[160:]) < whole.width * whole.height * 0.002
    assert size_in_mm(reader(data).pages[1]) == pytest.approx(grid.sheet[:2], abs=0.05)


def grid_of_poster(document: Document, poster: Paper, tiling: Tiling) -> Grid:
    """Give the grid by the words of its own sheets: the seams depend on what is drawn."""
    seen: list[Grid] = []

    def remember(*arguments: object) -> Grid:
        seen.append(grid_of(*arguments))
        return seen[-1]

    import exports.tile_pen as tile_pen

    before, tile_pen.grid_of = tile_pen.grid_of, remember
    try:
        made("comparison", document, paper=poster, tiling=tiling)
    finally:
        tile_pen.grid_of = before
    return seen[0]


def picture(pdf: bytes, number: int) -> Image.Image:
    return Image.open(BytesIO(page_as_png(pdf, number, DPI))).convert("L")


def test_only_sheets_that_changed_are_printed_again() -> None:
    document = sample_document()
    told: dict[str, str] = {}
    tiling = Tiling(Paper.A4, tell=told.update)
    everything = page_count(made("journey", document, paper=Paper.A1, tiling=tiling))
    assert len(told) == everything - 1
    known = dict(told)
    with pytest.raises(SprintError):
        made("journey", document, paper=Paper.A1, tiling=replace(tiling, known=known))
    card = max(document.table(Card).values(), key=lambda one: one.id)
    other = Document([replace(one, text=one.text[::-1]) if one.id == card.id else one for one in document])
    again = made("journey", other, paper=Paper.A1, tiling=replace(tiling, known=known))
    assert 2 <= page_count(again) <= 5 < everything


def test_sheets_can_be_chosen_and_each_says_which_it_is() -> None:
    tiling = Tiling(Paper.A4, only=frozenset({"A1", "B2"}))
    data = made("journey", sample_document(), paper=Paper.A2, tiling=tiling)
    assert page_count(data) == 3
    words = text_of(data)
    assert "Zoplaktudeposter" in words
    assert words.count("100mmbij100%") == 2
    assert [str(entry.title) for entry in reader(data).outline] == ["Zo plakt u de poster", "A1", "B2"]


def test_every_word_of_the_poster_is_on_the_sheets() -> None:
    document = sample_document()
    found = text_of(made("journey", document, paper=Paper.A1, tiling=Tiling(Paper.A4), journey="ja"))
    texts = [card.text for card in document.table(Card).values() if card.journey_id == "ja"]
    assert [text for text in texts if any(word not in found for word in text.split())] == []


def test_size_is_true_to_a_tenth_of_a_millimetre() -> None:
    tiling = Tiling(Paper.A4, overlap=10, margin=5)
    document = sample_document()
    data = made("comparison", document, paper=Paper.A2, tiling=tiling)
    grid = grid_of_poster(document, Paper.A2, tiling)
    dots = 10  # for each millimetre
    number = next(n for n, tile in enumerate(grid.tiles) if tile.row == 0 and tile.column == 1)
    tile, margin = grid.tiles[number], grid.sheet.margin
    sheet = Image.open(BytesIO(page_as_png(data, number + 1, 25.4 * dots))).convert("L")
    whole = Image.open(BytesIO(page_as_png(made("comparison", document, paper=Paper.A2), 0, 25.4 * dots))).convert("L")
    size = (round((tile.right - tile.left) * dots) - 2, round((tile.bottom - tile.top) * dots) - 2)
    part = sheet.crop(
        (round(margin * dots) + 1, round(margin * dots) + 1, *(round(margin * dots) + 1 + one for one in size))
    )
    left, top = round(tile.left * dots) + 1, round(tile.top * dots) + 1
    there = whole.crop((left, top, left + size[0], top + size[1]))
    # Black where the other is white would be a shift of a whole dot.
    assert sum(ImageChops.difference(part, there).histogram()[250:]) < 20
    foot = sheet.crop((0, sheet.height - 60, sheet.width, sheet.height)).point(lambda value: 255 if value < 128 else 0)
    # The line of the ruler is the longest row of dark dots.
    longest = max(foot.crop((0, row, foot.width, row + 1)).histogram()[255] for row in range(foot.height))
    assert longest == pytest.approx(100 * dots, abs=4)


def test_the_map_of_a_poster_on_several_sheets_names_every_sheet_as_the_sheet_itself_does() -> None:
    data = made("journey", sample_document(), paper=Paper.A4, tiling=Tiling(Paper.A4), journey="ja")
    codes = [str(entry.title) for entry in reader(data).outline][1:]
    assert codes[0] == "1-A1"
    assert len({code.partition("-")[0] for code in codes}) > 1
    guide = [piece.text for piece in pieces_of(data) if piece.page == 0]
    assert [code for code in codes if code not in guide] == []
