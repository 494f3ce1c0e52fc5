"""What a person holds: a day on one sheet, an exercise on one page, letters in whole sentences, and no empty sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exports.base import outputs
from exports.fonts import UNKNOWN
from exports.kit.outcome import outcome_of
from sprint.document import Document
from sprint.edits.storyboard import WINNER
from sprint.i18n import LANGUAGES, Translator
from sprint.records import STUDY_ID, Block, Day, Decision, Note, NoteKind, ParkedItem, Person, Study, StudyTextKind
from sprint.study.guide import guide_of
from sprint.study.texts import filled, template
from tests.exports.cruel import cruel_sprints
from tests.exports.pdf import elements, made, pieces_of, printed_or_refused, reader, squeezed, text_of


def sprint_called(name: str, language: str = "nl") -> Document:
    return cruel_sprints(language)[name]()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_in_short_is_one_sheet_and_an_exercise_of_the_script_one_page(language: str) -> None:
    document = sprint_called("example", language)
    assert len(reader(made("day_summary", document, language)).pages) == 4
    data = made("script", document, language, day=1)
    told = [(piece.page, piece.text, piece.size) for piece in pieces_of(data)]
    # A time in the margin begins an exercise; what is needed for it stands at its end.
    begins = [page for page, text, size in told if re.fullmatch(r"\d\d:\d\d", text) and size > 11]
    needs = Translator.load(language)("print.script.needs")
    ends = [page for page, text, _ in told if text.startswith(f"{needs}:")]
    assert begins == sorted(begins)
    assert set(begins) == set(range(len(reader(data).pages)))
    at = 0
    for page, text, size in told:
        if re.fullmatch(r"\d\d:\d\d", text) and size > 11:
            at = page
        if text.startswith(f"{needs}:"):
            assert page == at
    assert ends


def test_the_letter_and_the_form_are_whole_sentences_with_dates_in_words() -> None:
    document = sprint_called("rich")
    study = document.require(Study, STUDY_ID)
    asked = replace(document.sprint, title="Ik wil iets melden", challenge="Hoe weten zij dat het klaar is?")
    document = Document([asked if one is document.sprint else one for one in document])
    for name, key in (
        ("info_letter", "plan voor “Ik wil iets melden”."),
        ("consent_form", "over “Ik wil iets melden”"),
    ):
        found = text_of(made(name, document))
        assert squeezed(key) in found
        assert "?." not in found
        assert re.search(r"\d{4}-\d\d-\d\d", found) is None
    assert squeezed("1 april 2027") in text_of(made("info_letter", document))
    own = Document([replace(study, situation="afval melden") if one is study else one for one in document])
    t = Translator.load("nl")
    assert "plan voor afval melden." in filled(template(StudyTextKind.LETTER, t), own, t)
    assert [act.lines[0].text for act in guide_of(own, t)][1].endswith("afval melden?")
    assert "zwerfafval" not in [act.lines[0].text for act in guide_of(document, t)][1].lower()


def test_empty_rows_never_take_a_sheet_more() -> None:
    for count in range(12):
        items = [ParkedItem(id=f"i{number}", text=f"Punt {number}") for number in range(count)]
        data = made("parking_poster", Document(items))
        pages = {piece.page for piece in pieces_of(data) if piece.text.startswith("Punt")}
        assert len(reader(data).pages) == max(1, len(pages)), count


def test_the_test_flow_is_the_route_that_won() -> None:
    document = sprint_called("example")
    steps = [note for note in document.table(Note).values() if note.kind is NoteKind.TEST_STEP]
    found = text_of(made("test_flow", document))
    assert len(reader(made("test_flow", document)).pages) == 1
    assert {note.mark == WINNER: squeezed(note.text) in found for note in steps} == {True: True, False: False}


def test_cards_without_a_foot_say_as_well_that_letters_were_replaced() -> None:
    for name in ("name_tags", "certificate", "hmw_cards", "role_cards"):
        found = text_of(made(name, sprint_called("scripts")))
        assert squeezed("tekens staan niet in de printletter") in found, name
    clean = made("name_tags", Document([Person(id="p", name="Olena")]))
    assert UNKNOWN not in text_of(clean)
    assert "printletter" not in text_of(clean)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_book_says_how_it_is_read_and_its_steps_have_the_numbers_of_its_curve(language: str) -> None:
    t = Translator.load(language)
    data = made("report", sprint_called("example", language), language)
    found = [str(element["/Alt"]) for element in elements(data) if element["/S"] == "/Figure"]
    assert all(len(alt.split()) > 2 for alt in found)
    pages = reader(data).pages
    words = text_of(data)
    for key in ("paper.key", "paper.phase", "print.report.dropped", "print.report.new"):
        assert squeezed(t(key)) in words, key
    heads = [piece.page for piece in pieces_of(data) if piece.text == t("paper.sure")]
    rows = {piece.page for piece in pieces_of(data) if re.fullmatch(r"V\d", piece.text)}
    assert rows <= set(heads)
    assert len(heads) == len(set(heads)), "one head on each page of a table"
    # The last line of every page is its own number.
    numbers = [piece.text for piece in pieces_of(data) if piece.text.startswith("Reisgenoot ·")]
    assert len(numbers) == len(pages) - 1


def test_every_print_of_every_cruel_sprint_has_pages_with_words() -> None:
    for name in ("empty", "one"):
        document = sprint_called(name)
        for output in outputs().values():
            if output.is_blank or ".pdf" not in output.suffixes or output.id in ("letters", "name_tags"):
                continue
            data = printed_or_refused(output.id, document)
            if data:
                told = {piece.page for piece in pieces_of(data)}
                assert told == set(range(len(reader(data).pages))), (name, output.id)


def test_the_summary_leads_with_what_the_sprint_led_to() -> None:
    document = sprint_called("example")
    pieces = [piece.text for piece in pieces_of(made("summary", document))]
    decided = pieces[pieces.index("Wat is besloten") :]
    assert decided[1].startswith("We gaan door")


def test_the_decision_sheet_is_ticked_where_a_decision_says_it_and_only_there() -> None:
    closing = Block(id="b", day_id="d", exercise="answer_questions")
    early = Block(id="a", day_id="d", exercise="supervote")

    def ticked(*said: str, block: str = "b") -> str:
        found = [Decision(id=f"x{at}", text=text, block_id=block) for at, text in enumerate(said)]
        outcome = outcome_of(Document([Day(id="d"), closing, early, *found]))
        return outcome[0].name.removeprefix("print.decision.") if outcome is not None else ""

    assert ticked("We gaan door: een proef", "Het bericht gaat korter") == "build"
    said = ("Adjust and test again.", "Een andere weg kiezen", "We stoppen, het is te duur")
    assert [ticked(one) for one in said] == ["iterate", "pivot", "stop"]
    assert ticked("We stoppen met de brief") == ""
    assert ticked("Bouwen", "Stoppen") == "", "two ways are none"
    assert ticked("Bouwen", block="a") == ""
    assert ticked("Build", block="") == "build"
    assert squeezed("Het kruisje komt uit het besluit “We gaan door”.") in text_of(
        made("decision_sheet", sprint_called("example"))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_consent_form_is_signed_on_the_sheet_with_the_ticks_also_in_large_print(language: str) -> None:
    for name in ("example", "empty"):
        data = made("consent_form", sprint_called(name, language), language, is_large=True)
        assert len(reader(data).pages) == 2, (name, "one for the citizen and one for the team")
