"""The parts of paper: fitting text, dealing pieces over pages, choosing a grid, writing a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.board import LEAST_SCALE, plan_board
from exports.board_type import PaperWords
from exports.files import write_bytes
from exports.flow import Piece, paginate
from exports.fonts import Typeface
from exports.paper import Orientation, Paper, sheet_of
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.records import FollowUp
from tests.exports.pdf import elements, made, pieces_of, reader
from tests.exports.sample import sample_document


def test_papers_are_those_of_the_standard() -> None:
    sizes = {paper: sheet_of(paper, Orientation.PORTRAIT)[:2] for paper in Paper}
    assert sizes == {
        Paper.A4: (210, 297),
        Paper.A3: (297, 420),
        Paper.A2: (420, 594),
        Paper.A1: (594, 841),
        Paper.A0: (841, 1189),
    }
    assert sheet_of(Paper.A3, Orientation.LANDSCAPE)[:2] == (420, 297)


def test_text_shrinks_to_its_floor_and_gives_back_what_is_left() -> None:
    setter = Setter(Typeface())
    text = "een twee drie vier vijf zes zeven acht negen tien " * 4
    wide = setter.fit(text, 100, 40, Type(14))
    assert wide.rest == ()
    assert 9 <= wide.type.points <= 14
    small = setter.fit(text, 30, 10, Type(14))
    assert small.type.points == 9
    assert small.rest
    assert " ".join((*small.lines, *small.rest)).split() == text.split()


@given(st.text(max_size=200), st.floats(5, 80))
def test_lines_fit_their_width_and_lose_no_letter(text: str, width: float) -> None:
    setter = Setter(Typeface())
    type_ = Type(10)
    lines = setter.lines(text, width, type_)
    assert "".join("".join(lines).split()) == "".join(setter.face.clean(text).split())
    assert all(setter.width(line, type_) <= width + 0.01 for line in lines)


def test_no_short_word_is_left_alone_on_the_last_line_of_a_paragraph() -> None:
    setter, type_ = Setter(Typeface("nl")), Type(10)
    text = "Hoe zorgen we dat iedereen in een minuut zwerfafval kan melden en hoort dat het schoon is"
    for width in range(40, 200):
        lines = setter.lines(text, width, type_)
        assert " ".join(lines) == text
        assert all(setter.width(line, type_) <= width for line in lines)
        if len(lines) > 1 and lines[-2].count(" ") > 4:
            assert " " in lines[-1] or setter.width(lines[-1], type_) > width * 0.2, lines
    assert setter.lines("Een twee drie vier vijf zes zeven\nJa", 60, type_)[-1] == "Ja", "that is a paragraph"


def test_words_too_wide_for_their_line_are_broken_where_the_language_breaks_them() -> None:
    words = {"nl": "verantwoordelijkheidsverdeling", "en": "internationalisation"}
    for language, word in words.items():
        setter, type_ = Setter(Typeface(language)), Type(11)
        lines = setter.lines(word, 25, type_)
        assert len(lines) > 1
        assert all(line.endswith("-") for line in lines[:-1])
        assert "".join(line.rstrip("-") for line in lines) == word
        assert all(setter.width(line, type_) <= 25 for line in lines)
    assert Setter(Typeface("nl")).lines("w" * 80, 25, Type(11))[0][-1] == "w"


@given(st.lists(st.tuples(st.floats(1, 30), st.booleans()), max_size=40), st.floats(30, 100), st.floats(0, 30))
def test_pages_hold_every_piece_in_order_and_none_too_many(
    heights: list[tuple[float, bool]], height: float, first: float
) -> None:
    pieces = [Piece(one, lambda *_: None, keeps) for one, keeps in heights]
    pages = paginate(pieces, height, first)
    assert [piece for page in pages for piece in page] == pieces
    assert sum(piece.height for piece in pages[0]) <= first + 0.001
    assert all(sum(piece.height for piece in page) <= height + 0.001 for page in pages)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_windows_cover_the_board_once_and_never_print_it_too_small(paper: Paper, orientation: Orientation) -> None:
    sheet = sheet_of(paper, orientation)
    words = PaperWords(Translator.load("nl"), is_terse=False)
    height = sheet.height - 2 * sheet.margin - 30
    plan = plan_board(sample_document(), "ja", words, Typeface(), sheet.inner_width, height)
    assert plan.scale >= LEAST_SCALE - 1e-9
    columns = sorted({(window.first, window.last) for window in plan.windows})
    assert [first for first, _ in columns] == [0, *(last for _, last in columns[:-1])]
    assert columns[-1][1] == len(plan.board.columns)
    for span in columns:
        bands = [(window.top, window.bottom) for window in plan.windows if (window.first, window.last) == span]
        assert [top for top, _ in bands] == [0, *(bottom for _, bottom in bands[:-1])]
        assert bands[-1][1] == plan.board.height


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_bytes(target, b"abc")
    assert target.read_bytes() == b"abc"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "export.error.disk_full"),
        (errno.EACCES, "export.error.not_allowed"),
        (errno.ENODEV, "export.error.place_gone"),
        (errno.EIO, "export.error.not_written"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, "planted")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SprintError) as caught:
        write_bytes(target, b"new")
    assert caught.value.key == key
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"old"


def test_the_heads_of_a_table_come_again_on_every_page_and_are_heard_once() -> None:
    def draw(surface: Surface, x: float, y: float) -> None: ...

    head = Piece(4.0, draw)
    rows = [Piece(10.0, draw, heads=(head,)) for _ in range(9)]
    pages = paginate([Piece(4.0, draw, keeps_next=True), *rows], 34)
    assert [[piece.height for piece in page] for page in pages] == [[4.0, 10.0, 10.0, 10.0]] * 3
    plan = [FollowUp(id=f"f{number}", text=f"Plan {number}", owner="KCC") for number in range(40)]
    data = made("follow_up", Document(plan))
    pages_of_plan = len(reader(data).pages)
    heads = [piece for piece in pieces_of(data) if piece.text == "Eigenaar"]
    assert pages_of_plan > 3
    assert {piece.page for piece in heads} == set(range(pages_of_plan))
    assert sum(element["/S"] == "/TH" for element in elements(data)) == 6
