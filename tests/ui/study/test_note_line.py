from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from sprint.records import RemarkKind
from ui.study.note_line import NoteLine, read_line, without_words

STEPS = 12


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('3 + "dat snap ik niet', NoteLine("dat snap ik niet", 3, RemarkKind.QUOTE, 1)),
        ('3-!!"te klein"', NoteLine("te klein", 3, RemarkKind.QUOTE, -1, 2)),
        ("12 . wijst naar de kaart", NoteLine("wijst naar de kaart", 12, RemarkKind.OBSERVATION)),
        ("= denkt dat het zo hoort", NoteLine("denkt dat het zo hoort", kind=RemarkKind.INTERPRETATION)),
        ("? mag ik ook bellen?", NoteLine("mag ik ook bellen?", kind=RemarkKind.QUESTION)),
        ("- 4 § !!!!! boete", NoteLine("boete", 4, RemarkKind.QUOTE, -1, 3, is_legal=True)),
        ("~-2 #3 #1 [startpagina] zucht", NoteLine("zucht", feeling=-2, tags=("seen", "helped"), scene="startpagina")),
        ("13 keer gebeld", NoteLine("13 keer gebeld")),
        ("3keer", NoteLine("3keer")),
        ("0 . haalt schouders op", NoteLine("haalt schouders op", kind=RemarkKind.OBSERVATION)),
        ('5 zegt "ja"', NoteLine('zegt "ja"', 5)),
        ("7", NoteLine("", 7)),
        ("", NoteLine()),
    ],
)
def test_a_line_says_where_it_belongs_and_what_it_is(line: str, expected: NoteLine) -> None:
    assert read_line(line, STEPS) == expected


@limits(max_examples=60)
@given(st.text(max_size=40), st.integers(0, 99))
def test_no_line_breaks_the_reader_and_no_word_is_lost(words: str, steps: int) -> None:
    read_line(words, steps)
    # Behind the sign of the kind everything is words, whatever it looks like.
    bare = words.strip().rstrip('”"').strip()
    assert read_line(f". {bare}", steps).text == bare


def test_covering_touches_the_words_and_not_the_signs() -> None:
    assert without_words('3 - "bel 06-12345678', STEPS, lambda words: words.upper()) == '3 - "BEL 06-12345678'
    assert without_words("3 -", STEPS, lambda words: words + "x") == "3 -"
