"""Words on their way to and from the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.text_table import MOST_ROWS, TextTable, rows_from

TABLE = TextTable(("Tekst", "Wie"), (("een | twee\nregels", "Jo"), ("<b>", "")))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("een\ntwee", [["een"], ["twee"]]),
        ("- een, met komma\n* twee, met komma", [["een, met komma"], ["twee, met komma"]]),
        ("1. een\n2) twee", [["een"], ["twee"]]),
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ('"twee\nregels"\tb', [["twee\nregels", "b"]]),
        ('een "half\ta', [['een "half', "a"]]),
        ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("kort; krachtig", [["kort; krachtig"]]),
        ("\n \n", []),
    ],
)
def test_lists_and_cells_are_read(text: str, rows: list[list[str]]) -> None:
    assert rows_from(text) == rows


def test_too_much_is_cut_and_not_refused() -> None:
    assert len(rows_from("x\n" * (MOST_ROWS + 5))) == MOST_ROWS


def test_a_table_is_written_in_four_ways() -> None:
    assert TABLE.as_text() == "een | twee regels – Jo\n<b>"
    assert TABLE.as_markdown().splitlines()[2] == "| een \\| twee<br>regels | Jo |"
    assert "<td>&lt;b&gt;</td>" in TABLE.as_html()
    assert not TextTable(("a",))


def test_words_on_the_clipboard_are_data_in_every_form() -> None:
    bad = (
        '=HYPERLINK("http://x";"klik")',
        "+1+cmd|' /C x'!A0",
        "-2+3",
        "@SUM(A1)",
        "- cmd|' /C x'!A0",
        "+ HYPERLINK(A1)",
        "＝SUM(A1)",
        "<script>x</script>",
        "[k](y) `c` *v*",
    )
    table = TextTable(("w",), tuple((text,) for text in (*bad, "a\x07b\u202ec\u2066d", "+2", "−1", "- punt", "-0,5")))
    rows = table.as_tsv().splitlines()[1:]
    plain = table.as_tsv().replace('"', "").splitlines()[1:]
    assert [row[:2] for row in plain[:7]] == ["'=", "'+", "'-", "'@", "'-", "'+", "'＝"]
    assert rows[-5:] == ["abcd", "+2", "−1", "- punt", "-0,5"]
    html = table.as_html()
    assert "<script" not in html
    assert "<td>=" not in html
    assert "<td>@" not in html
    lines = table.as_markdown().splitlines()
    assert lines[9] == "| \\<script\\>x\\</script\\> |"
    assert lines[10] == "| \\[k\\](y) \\`c\\` \\*v\\* |"
    assert lines[11] == "| abcd |"
    assert table.as_text().splitlines()[9] == "abcd"


def test_what_has_an_apostrophe_for_the_spreadsheet_loses_it_when_it_comes_back() -> None:
    cells = [["=1+1", "@jo"], ["-twee", "+1"], ["'s avonds", "zo'n"]]
    table = TextTable(("a", "b"), tuple(map(tuple, cells)))
    assert rows_from(table.as_tsv())[1:] == cells


@given(
    st.lists(
        st.lists(st.text(alphabet='ab"; ,\n', min_size=1, max_size=6), min_size=2, max_size=3), min_size=1, max_size=5
    )
)
@settings(max_examples=60, deadline=None)
def test_what_is_copied_as_a_table_can_be_pasted_again(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    cells = [[" ".join((cell or "").split()) or "x" for cell in (*row, *["y"] * (width - len(row)))] for row in rows]
    table = TextTable(tuple("abc"[:width]), tuple(map(tuple, cells)))
    assert rows_from(table.as_tsv())[1:] == cells
