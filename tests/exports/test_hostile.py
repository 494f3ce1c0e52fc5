"""Texts of participants are data: nothing in them breaks a page, runs, or disappears unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.base import outputs
from exports.fonts import UNKNOWN, Typeface
from exports.paper import SMALLEST_POINTS, Paper
from sprint.document import Document
from sprint.records import (
    SPRINT_ID,
    Block,
    Card,
    Day,
    Decision,
    Journey,
    JourneyKind,
    Link,
    Observation,
    Phase,
    Record,
    RemarkKind,
    Sprint,
    Step,
)
from tests.exports.pdf import made, pieces_of, reader, squeezed, text_of

MARKUP = '<b>vet</b> </para> <img src="x.png"/> & <font color="Color(1,0,0)">rood'
LONG = " ".join(f"woord{number:04}" for number in range(2_000))
GIANT = "w" * 400
TEXTS = {
    "markup": MARKUP,
    "long": LONG,
    "giant word": GIANT,
    "controls": "a\x00b\x07c\u202ed\u200be\ud800f",
    "emoji": "blij 😀😀 dag",
    "arabic": "naam سارة محمد einde",
    "turkish": "İstanbul Şişli ığ",
    "ukrainian": "Олена дякує",
    "empty": "",
    "spaces": "  \n\t \n ",
    "formula": "=1+1 @SUM(A1) (haakje \\ schuin",
}


def cruel(text: str) -> Document:
    """Put one text in every place that a person can fill."""
    records: list[Record] = [
        Sprint(id=SPRINT_ID, title=text, challenge=text, organisation=text, place=text),
        Day(id="d", title=text, motto=text, date=text[:20], start=text[:5]),
        Block(id="b", day_id="d", title=text, exercise=text[:20]),
        Decision(id="x", text=text, reason=text),
    ]
    for prefix, kind in (("a", JourneyKind.AS_IS), ("b", JourneyKind.TO_BE)):
        records.append(Journey(id=f"j{prefix}", title=text, kind=kind))
        records.append(Phase(id=f"{prefix}p", journey_id=f"j{prefix}", title=text))
        step = Step(id=f"{prefix}s", journey_id=f"j{prefix}", phase_id=f"{prefix}p", title=text, feeling=-3)
        records += [step, replace(step, id=f"{prefix}t", order=5, feeling=2, legal_frame=text)]
        records.append(
            Card(id=f"{prefix}c", journey_id=f"j{prefix}", step_id=f"{prefix}s", text=text, owner=text[:300])
        )
        records.append(
            Link(id=f"{prefix}l", journey_id=f"j{prefix}", source=f"{prefix}s", target=f"{prefix}t", label=text)
        )
        records.append(Observation(id=f"{prefix}o", step_id=f"{prefix}s", kind=RemarkKind.QUOTE, text=text))
    return Document(records)


@pytest.mark.parametrize("name", sorted(outputs()))
@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_every_output_survives_every_text(name: str, kind: str) -> None:
    data = made(name, cruel(TEXTS[kind]))
    if name == "data":
        return
    found = reader(data)
    for piece in pieces_of(data):
        page = found.pages[piece.page]
        assert piece.size >= SMALLEST_POINTS - 0.01, piece
        assert piece.x > 0, piece
        assert piece.x + piece.width < float(page.mediabox.width), piece
        assert 0 < piece.y < float(page.mediabox.height), piece
        assert all(letter.isprintable() for letter in piece.text), piece


@pytest.mark.parametrize("name", ["journey", "comparison", "agenda", "summary"])
@pytest.mark.parametrize("kind", ["markup", "long", "giant word", "formula"])
def test_a_text_is_printed_as_it_is_and_in_full(name: str, kind: str) -> None:
    found = text_of(made(name, cruel(TEXTS[kind]), paper=Paper.A4))
    # A long text goes on over several sheets, with their heads and feet between its words.
    parts = LONG.split() if kind == "long" else [squeezed(TEXTS[kind])]
    assert [part for part in parts if part not in found] == []


def test_a_text_of_a_card_is_printed_once_however_many_sheets_it_takes() -> None:
    document = cruel("kort")
    card = document.require(Card, "ac")
    words = [f"woord{number:05}" for number in range(1_500)]
    document = Document([replace(card, text=" ".join(words)) if one is card else one for one in document])
    data = made("journey", document, paper=Paper.A4, journey="ja")
    assert len(reader(data).pages) > 2
    found = text_of(data)
    assert [word for word in words if found.count(word) != 1] == []


@pytest.mark.parametrize("kind", ["emoji", "arabic", "ukrainian", "turkish"])
def test_what_the_typeface_lacks_is_replaced_with_a_notice(kind: str) -> None:
    found = text_of(made("summary", cruel(TEXTS[kind])))
    assert "inde printletter".replace(" ", "") in found
    notices = found.count("gewoneletter")
    assert (found.count(UNKNOWN) > notices) == (kind != "turkish")


def test_one_mark_stands_for_a_run_and_a_plain_letter_for_an_accented_one() -> None:
    face = Typeface()
    assert face.clean("naam سارة محمد einde") == f"naam {UNKNOWN} einde"
    assert face.clean("İstanbul Şişli ığ") == "Istanbul Şişli ığ"
    assert face.clean("a\x00b\x07c\u202ed\ufe0fe") == "abcde"
    assert face.clean("spoor ♥ en ⏱") == "spoor ♥ en ⏱"
    assert face.replaced == 8 + 1


def test_three_hundred_steps_are_all_there() -> None:
    records: list[Record] = [Journey(id="j", title="Lang"), Phase(id="p", journey_id="j", title="Fase")]
    for number in range(300):
        title = f"Stap nummer {number:03}"
        feeling = number % 7 - 3
        records.append(Step(id=f"s{number}", journey_id="j", phase_id="p", order=number, title=title, feeling=feeling))
    found = text_of(made("journey", Document(records), paper=Paper.A3))
    assert [number for number in range(300) if found.count(f"Stapnummer{number:03}") != 1] == []
