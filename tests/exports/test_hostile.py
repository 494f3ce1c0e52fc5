"""Texts of participants are data: nothing in them breaks a page, runs, or disappears unseen."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pypdfium2
import pytest

from exports.base import outputs
from exports.fonts import UNKNOWN, Typeface
from exports.options import Form
from exports.paper import SMALLEST_POINTS, Paper
from exports.shaping import visual
from exports.text import Setter, Type
from sprint.document import Document
from sprint.i18n import closed
from sprint.records import (
    SPRINT_ID,
    Block,
    Card,
    Day,
    Decision,
    Journey,
    JourneyKind,
    Link,
    Note,
    NoteKind,
    Observation,
    ParkedItem,
    Participant,
    Person,
    Persona,
    Phase,
    Record,
    RemarkKind,
    Sprint,
    Step,
)
from tests.exports.pdf import elements, made, pieces_of, printed_or_refused, reader, squeezed, text_of

MARKUP = '<b>vet</b> </para> <img src="x.png"/> & <font color="Color(1,0,0)">rood'
LONG = " ".join(f"woord{number:04}" for number in range(800))
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
    "link": "http://voorbeeld.nl javascript:alert(1) <a href='file:///etc/passwd'>klik</a> ]]> &#x3c;script&#x3e;",
    "marks": "\u200fvan\u200e rechts \u202eomgekeerd\u202c en \u2067los\u2069 en\ufeff e\u0301 a\u0308",
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


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_every_output_survives_every_text(kind: str) -> None:
    document = cruel(TEXTS[kind])
    for name in sorted(outputs()):
        data = printed_or_refused(name, document)
        if not data or name == "data":
            continue
        found = reader(data)
        # Nothing to click on and nothing that runs, whatever a text looks like.
        assert [number for number, page in enumerate(found.pages) if "/Annots" in page or "/AA" in page] == [], name
        assert {"/OpenAction", "/AA", "/AcroForm"}.isdisjoint(found.trailer["/Root"]), name
        for piece in pieces_of(data):
            page = found.pages[piece.page]
            told = (name, piece)
            assert piece.size >= SMALLEST_POINTS - 0.01, told
            assert piece.x > 0, told
            assert piece.x + piece.width < float(page.mediabox.width), told
            assert 0 < piece.y < float(page.mediabox.height), told
            assert all(letter.isprintable() for letter in piece.text), told


def test_a_drawing_is_a_good_file_whatever_the_text() -> None:
    document = cruel("a\x00b\x0b\x1b\ufffe\ud800" + MARKUP)
    for name in ("journey", "comparison"):
        drawing = fromstring(made(name, document, form=Form.SVG))
        told = "".join(drawing.itertext())
        assert '<imgsrc="x.png"/>' in squeezed(told).replace(" ", "")
        assert not [part for part in drawing.iter() if part.get("href", "data:").partition(":")[0] != "data"]


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


def test_what_no_family_has_is_replaced_with_a_notice_and_other_scripts_are_shown() -> None:
    found = {kind: text_of(made("summary", cruel(TEXTS[kind]))) for kind in ("emoji", "arabic", "turkish", "ukrainian")}
    assert {kind: UNKNOWN in text for kind, text in found.items()} == {
        "emoji": True, "arabic": False, "turkish": False, "ukrainian": False,
    }  # fmt: skip
    assert "Erstaan" not in found["ukrainian"]
    assert "teken" in found["emoji"]
    assert squeezed("Олена дякує") in found["ukrainian"]
    assert squeezed("İstanbul Şişli ığ") in found["turkish"]
    assert visual("سارة") == "ﺓﺭﺎﺳ", "from right to left, every letter in the form of its place"


def test_brackets_turn_with_the_words_that_run_from_right_to_left() -> None:
    for typed, shown in (
        ("هاتف (2) رقم", "رقم (2) هاتف"),
        ("Bel: هاتف (2 رقم) nu", "Bel: (رقم 2) هاتف nu"),
        ("abc (هاتف) def", "abc (هاتف) def"),
        ("رقم «هاتف» رقم", "رقم «هاتف» رقم"),
        ("Bel (12) [nu]", "Bel (12) [nu]"),
        ("رقم هاتف (2", "2) هاتف رقم"),
        ("رقم) (by 13", "رقم) (by 13"),
        ("Bel (هاتف", "Bel (هاتف"),
        ("Bel (هاتف (2 رقم))", "Bel ((رقم 2) هاتف)"),
    ):
        parts = [visual(word) for word in shown.split(" ")]
        assert visual(typed) == " ".join(parts), typed


def test_a_sign_at_the_end_of_a_line_runs_with_the_words_of_the_line_before_it() -> None:
    setter = Setter(Typeface())
    text = f"{closed('سارة تبحث عن رقم (2 مرات)')} (−3) en nog wat"
    found = set()
    for width in range(200, 25, -5):
        lines = setter.lines(text, width, Type(12))
        found.update(visual(line) for line in lines)
        drawn = " ".join(visual(line) for line in lines)
        assert "(−3)" in drawn, (width, "a figure behind it keeps its brackets")
    back = [visual(word) for word in ("سارة", "تبحث", "عن", "رقم", "مرات")]
    assert f"({back[4]} 2) {' '.join(back[3::-1])} (−3) en nog wat" in found, "all on one line"
    assert f"2) {' '.join(back[3::-1])}" in found, "the bracket opens on the right"
    assert any(line.startswith(f"({back[4]}") for line in found), "and shuts on the left of the next line"
    assert any(line.startswith(f"({back[4]} 2)") for line in found)


def test_text_in_other_scripts_is_copied_and_found_as_it_was_typed() -> None:
    typed = {kind: TEXTS[kind] for kind in ("turkish", "ukrainian")}
    typed["arabic"] = "السلام عليكم سارة محمد أهلا للمدينة"
    for kind, text in typed.items():
        data = made("report", cruel(text))
        document = pypdfium2.PdfDocument(data)
        found = "".join(page.get_textpage().get_text_range() for page in document)
        assert [word for word in text.split() if word not in found] == [], kind
        document.close()
    spoken = [str(element["/ActualText"]) for element in elements(data) if "/ActualText" in element]
    assert typed["arabic"] in spoken


def test_one_mark_stands_for_a_run_and_unseen_characters_go() -> None:
    face = Typeface()
    assert face.clean("blij 😀 😀 dag") == f"blij {UNKNOWN} dag"
    assert face.clean("हिन्दी") == UNKNOWN
    assert face.clean("a\x00b\x07c\u202ed\ufe0fe") == "abcde"
    assert face.clean("spoor ♥ en ⏱") == "spoor ♥ en ⏱"
    assert face.replaced == 2 + 3


def crowd() -> Document:
    """Build a sprint with 300 steps, and 30 people whose names have 80 letters in four scripts."""
    records = list(cruel("kort"))
    for number in range(300):
        title = f"Stap nummer {number:03}"
        feeling = number % 7 - 3
        records.append(Step(id=f"s{number:03}", journey_id="ja", phase_id="ap", order=number + 9, title=title,
                            feeling=feeling))  # fmt: skip
    scripts = (
        "Wilhelmina-Jacoba van der Meulen ",
        "Володимирівна Олександра ",
        "عبد الرحمن بن محمد ",
        "Gülşah Işık İpek ",
    )
    for number in range(30):
        name = (scripts[number % 4] * 5)[:80]
        records.append(Person(id=f"p{number}", order=number, name=name, role=name, job=name))
        records.append(Persona(id=f"q{number}", order=number, name=name, situation=name, goal=name, quote=name))
        records.append(Participant(id=f"c{number}", order=number, code=f"C{number}"))
        records.append(Note(id=f"n{number}", block_id="b", kind=NoteKind.HOW_MIGHT_WE, text=name * 3, order=number))
        records.append(Note(id=f"r{number}", block_id="b", kind=NoteKind.RULE, text=name, order=number))
        records.append(ParkedItem(id=f"i{number}", text=name, owner=name, back_when=name))
    return Document(records)


def test_three_hundred_steps_and_long_names_in_other_scripts_stay_on_every_page() -> None:
    document = crowd()
    made_of = {name: printed_or_refused(name, document) for name in sorted(outputs())}
    for name, data in made_of.items():
        if not data or name == "data":
            continue
        found = reader(data)
        for piece in pieces_of(data):
            width, height = (float(side) for side in found.pages[piece.page].mediabox[2:])
            assert 0 < piece.x <= piece.x + piece.width < width, (name, piece)
            assert 0 < piece.y < height, (name, piece)
            assert piece.size >= SMALLEST_POINTS - 0.01, (name, piece)
    strip = text_of(made_of["emotion_strip"])
    assert [number for number in range(300) if f"Stapnummer{number:03}" not in strip] == []
    assert "Володимирівна" in text_of(made_of["name_tags"])


def test_three_hundred_steps_are_all_there() -> None:
    records: list[Record] = [Journey(id="j", title="Lang"), Phase(id="p", journey_id="j", title="Fase")]
    for number in range(300):
        title = f"Stap nummer {number:03}"
        feeling = number % 7 - 3
        records.append(Step(id=f"s{number}", journey_id="j", phase_id="p", order=number, title=title, feeling=feeling))
    found = text_of(made("journey", Document(records), paper=Paper.A3))
    assert [number for number in range(300) if found.count(f"Stapnummer{number:03}") != 1] == []
