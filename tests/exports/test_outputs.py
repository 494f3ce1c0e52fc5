"""Every output, in both languages and on every paper: true to size, real type, nothing outside, nothing lost."""

from __future__ import annotations

import json

import pytest

from exports.base import outputs
from exports.ink import Ink
from exports.paper import SMALLEST_POINTS, Orientation, Paper, sheet_of
from sprint.document import Document
from sprint.errors import SprintError
from sprint.example import example_records
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.preparation import TASKS
from sprint.programme.vocabulary import SHEETS
from sprint.records import Block, Card, Day, Link, Participant, Person, Phase, Preparation, Step
from tests.exports.pdf import made, pieces_of, reader, size_in_mm, squeezed, text_of
from tests.exports.rich import rich_document
from tests.exports.sample import sample_document

PRINTED = sorted(output.id for output in outputs().values() if ".pdf" in output.suffixes)


def example(language: str) -> Document:
    return Document(example_records(language))


def test_every_sheet_an_exercise_asks_for_can_be_printed() -> None:
    offered = {sheet for output in outputs().values() for sheet in output.sheets}
    assert offered == set(SHEETS)
    assert all(name == output.id for name, output in outputs().items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_print_is_true_to_size_with_legible_type_and_our_own_fonts(language: str) -> None:
    document = rich_document(language)
    names = [person.name for person in document.table(Person).values()]
    for name in PRINTED:
        output = outputs()[name]
        for paper in output.papers:
            for orientation in output.orientations if paper is output.papers[0] else output.orientations[:1]:
                data = made(name, document, language, paper, orientation)
                found = reader(data)
                _check_pages(f"{name} {paper} {orientation}", data, paper, orientation)
                assert found.metadata is not None
                told = " ".join(str(value) for value in found.metadata.values())
                assert found.metadata.title
                assert [one for one in names if one in told] == []
                assert found.trailer["/Root"]["/Lang"] == language


def _check_pages(what: str, data: bytes, paper: Paper, orientation: Orientation) -> None:
    sheet, found = sheet_of(paper, orientation), reader(data)
    for page in found.pages:
        assert size_in_mm(page) == pytest.approx((sheet.width, sheet.height), abs=0.05), what
        for font in page["/Resources"].get("/Font", {}).values():
            face = font.get_object()
            assert "+AtkinsonHyperlegible-" in face["/BaseFont"], what
            assert "/FontFile2" in face["/FontDescriptor"].get_object()
            assert "/ToUnicode" in face
    edge = 7.5 / 25.4 * 72
    width, height = sheet.width / 25.4 * 72, sheet.height / 25.4 * 72
    outside = [
        piece
        for piece in pieces_of(data)
        if piece.size < SMALLEST_POINTS - 0.01
        or not edge <= piece.x <= piece.x + piece.width <= width - edge
        or not edge <= piece.y <= height - edge - piece.size * 0.4
    ]
    assert outside == [], what


def test_large_print_has_no_text_to_read_below_sixteen_points() -> None:
    document = rich_document()
    for name in PRINTED:
        if "size" not in outputs()[name].takes:
            continue
        sizes = [piece.size for piece in pieces_of(made(name, document, is_large=True))]
        assert min(sizes) >= 10 - 0.01, name
        assert sum(size >= 16 - 0.01 for size in sizes) > len(sizes) * 0.4, name


def test_saving_ink_fills_no_grounds() -> None:
    full, saving = (made("journey", sample_document(), ink=ink) for ink in Ink)
    assert text_of(full) == text_of(saving)
    pain = b"0.984 0.867 0.839 rg"
    assert any(pain in page.get_contents().get_data() for page in reader(full).pages)
    assert not any(pain in page.get_contents().get_data() for page in reader(saving).pages)


def test_equal_content_gives_equal_bytes() -> None:
    document = rich_document()
    assert [name for name in outputs() if made(name, document) != made(name, document)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3, Paper.A0])
@pytest.mark.parametrize("journey", ["as_is", "to_be"])
def test_every_word_of_a_journey_is_on_the_poster(language: str, paper: Paper, journey: str) -> None:
    document = example(language)
    found = text_of(made("journey", document, language, paper, journey=journey))
    journey_id = {"as_is": "journey-as-is", "to_be": "journey-to-be"}[journey]
    texts = [
        record.title for record in document if isinstance(record, Step | Phase) and record.journey_id == journey_id
    ]
    texts += [card.text for card in document.table(Card).values() if card.journey_id == journey_id]
    texts += [link.label for link in document.table(Link).values() if link.journey_id == journey_id and link.label]
    assert len(texts) > 50
    # Signs are drawn, and a word that is too wide is broken with a hyphen.
    signless = str.maketrans("", "", "♥⏱★-")
    found = found.translate(signless)
    assert [text for text in texts if squeezed(text.translate(signless)) not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_of_every_day_is_on_the_agenda(language: str) -> None:
    document = example(language)
    data = made("agenda", document, language)
    assert len(reader(data).pages) == len(document.table(Day)) == 4
    found = text_of(data)
    minutes = [f"{block.minutes}minut" for block in document.table(Block).values() if block.minutes > 1]
    assert [text for text in minutes if text not in found] == []
    assert [block for block in document.table(Block).values() if squeezed(block.title) not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_says_by_when_and_who_and_what_is_done(language: str) -> None:
    document = Document([record for record in example(language) if not isinstance(record, Preparation)])
    t = Translator.load(language)
    usual = made("checklist", document, language)
    assert len(reader(usual).pages) == 1
    assert [task for task in TASKS if squeezed(t(task.key)) not in text_of(usual)] == []
    rows = [
        Preparation(id="p1", task="recruit", due="2026-09-14", owner="Fatima", is_done=True),
        Preparation(id="p2", text="Taart bestellen"),
    ]
    found = text_of(made("checklist", Document([*document, *rows]), language))
    wanted = (t(TASKS[5].key), "(Fatima)", t.date("2026-09-14"), "Taart bestellen", t("export.checklist_no_date"))
    assert [text for text in wanted if squeezed(text) not in found] == []
    assert squeezed(t("export.checklist_done", done=1, count=2)) in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_the_example_is_one_page_and_counts_people(language: str) -> None:
    document = example(language)
    data = made("summary", document, language)
    assert len(reader(data).pages) == 1
    found = text_of(data)
    people = len(document.table(Participant))
    assert f"{people}{'van' if language == 'nl' else 'of'}{people}" in found
    assert "%" not in found


def test_the_comparison_says_what_falls_away_and_what_is_new() -> None:
    data = made("comparison", sample_document())
    assert len(reader(data).pages) == 1
    found = text_of(data)
    for text in ("vervalt", "nieuw", "wijzigt", "Stappenvoordeinwoner86", "Laatstegevoel0+1", "Zevergetenmeniet"):
        assert text in found


def test_print_language_is_not_the_language_of_the_sprint() -> None:
    assert "Stepsforthecitizen" in text_of(made("comparison", sample_document(), "en"))


def test_data_holds_every_record() -> None:
    document = sample_document()
    tables = json.loads(made("data", document))["tables"]
    assert sum(len(rows) for rows in tables.values()) == len(document)


@pytest.mark.parametrize("name", ["journey", "comparison", "agenda"])
def test_an_empty_sprint_gets_a_sentence_and_no_page(name: str) -> None:
    with pytest.raises(SprintError):
        made(name, Document())


def test_an_empty_sprint_has_a_summary_that_says_what_is_missing() -> None:
    assert "Erisnognietsbesloten" in text_of(made("summary", Document()))


def test_a_journey_that_is_not_there_is_named() -> None:
    with pytest.raises(SprintError) as caught:
        made("journey", sample_document(), journey="nowhere")
    assert caught.value.params == {"journey": "nowhere"}


def test_paper_that_does_not_suit_is_refused() -> None:
    with pytest.raises(SprintError):
        outputs()["agenda"].options("nl", Paper.A0)
    with pytest.raises(SprintError):
        outputs()["comparison"].options("nl", Paper.A3, Orientation.PORTRAIT)


def test_one_day_can_be_chosen_and_a_day_that_is_not_there_is_named() -> None:
    document = sample_document()
    for name in ("agenda", "script", "packing", "day_summary"):
        found = text_of(made(name, document, day=2))
        assert "Dag2" in found
        assert "Dag3·" not in found
        with pytest.raises(SprintError) as caught:
            made(name, document, day=9)
        assert caught.value.params == {"day": 9, "count": 4}
