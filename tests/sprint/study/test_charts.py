"""The marks of a chart: each citizen a dot on its value, nothing outside the drawing, groups told apart by shape."""

from __future__ import annotations

import pytest

from sprint.i18n import LANGUAGES, Translator
from sprint.study.charts import Band, Dot, DotRow, KanoPoint, KanoWords, Line, Scale, Words, dot_rows, kano_plot
from sprint.study.figures import figure_cards
from tests.exports.cruel import cruel_sprints

t = Translator("nl", {})


def test_every_answer_is_a_dot_on_its_value_and_a_crowd_stays_inside_its_row() -> None:
    rows = (
        DotRow("Iedereen", (1.0,) * 40 + (7.0,), low=1.0, high=2.0, middle=1.5),
        DotRow("Straks", (4.0, 4.0), "accent", "square", target=(4.0, 7.0)),
    )
    chart = dot_rows(rows, Scale(1.0, 7.0, {7.0: "ja"}), 600.0, t.number)
    dots = [mark for mark in chart.marks if isinstance(mark, Dot)]
    assert [dot.shape for dot in dots] == ["round"] * 41 + ["square"] * 2
    places = {dot.x for dot in dots[:40]}
    assert len(places) == 1
    assert dots[41].x == (dots[0].x + dots[40].x) / 2, "4 lies halfway 1 and 7"
    assert len({dot.y for dot in dots[:40]}) == 40, "none hides another"
    assert all(0 < dot.y < chart.height and 0 < dot.x < chart.width for dot in dots)
    assert chart.height < 300, "forty answers take no more room than a reader can take in"
    band = next(mark for mark in chart.marks if isinstance(mark, Band))
    assert (band.x, round(band.x + band.width, 6)) == (dots[41].x, round(dots[40].x, 6))
    off = dot_rows((DotRow("P", (80.0,)),), Scale(1.0, 7.0), 600.0, t.number)
    assert all(mark.x < off.width for mark in off.marks if isinstance(mark, Dot)), "also off the scale"
    ticks = [mark for mark in chart.marks if isinstance(mark, Words) and mark.is_small]
    assert [tick.text for tick in ticks] == ["1", "2", "3", "4", "5", "6", "ja"]
    assert sum(isinstance(mark, Line) and mark.width == 2 for mark in chart.marks) == 4, "a bar, two ends, the centre"


@pytest.mark.parametrize("name", ["7", "Iedereen"])
def test_an_idea_that_pleases_lies_high_and_one_that_is_missed_lies_right(name: str) -> None:
    points = [KanoPoint(name, 1.0, 0.0), KanoPoint(name, 0.0, 1.0), KanoPoint(name, 0.0, 1.0)]
    chart = kano_plot(points, KanoWords(("verrast", "meer", "niets", "hoort"), "blij", "gemist"), 200.0)
    dots = [mark for mark in chart.marks if isinstance(mark, Dot)]
    words = {mark.text: (mark.x, mark.y) for mark in chart.marks if isinstance(mark, Words)}
    pleasing, missed, same = dots
    assert (pleasing.x < missed.x, pleasing.y < missed.y) == (True, True)
    assert (same.x, same.y) != (missed.x, missed.y), "two on one place lie beside each other"
    near = {one: min(words, key=lambda key: abs(words[key][0] - dot.x) + abs(words[key][1] - dot.y))
            for one, dot in (("pleasing", pleasing), ("missed", missed)) if name == "7"}  # fmt: skip
    assert near in ({"pleasing": "verrast", "missed": "hoort"}, {})
    assert all(dot.number == ("7" if name == "7" else "") for dot in dots)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_that_was_answered_is_told_once_with_how_many_answered(language: str) -> None:
    document = cruel_sprints(language)["rich"]()
    cards = figure_cards(document, Translator.load(language))
    titles = [card.title for card in cards]
    assert len(titles) == len(set(titles))
    assert all(any(str(len(row.values)) in line for line in card.told) for card in cards for row in card.rows)
    success = next(card for card in cards if card.scale.names)
    assert [word for word in success.scale.names.values() if any(word in line for line in success.told)]
    assert not any("2," in line for line in success.told), "an answer that is a word is told as that word"
