"""Every output, in both languages and on every paper: true to size, real type, nothing outside, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from exports.base import outputs
from exports.paper import SMALLEST_POINTS, Orientation, Paper, sheet_of
from sprint.document import Document
from sprint.errors import SprintError
from sprint.example import example_records
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.preparation import TASKS
from sprint.records import Block, Card, Day, Link, Participant, Person, Phase, Preparation, Step
from tests.exports.pdf import made, pieces_of, reader, size_in_mm, squeezed, text_of
from tests.exports.sample import sample_document

PRINTED = sorted(output.id for output in outputs().values() if ".pdf" in output.suffixes)


def papers() -> Iterator[tuple[str, Paper, Orientation]]:
    for name in PRINTED:
        for paper in outputs()[name].papers:
            for orientation in outputs()[name].orientations:
                yield name, paper, orientation


def example(language: str) -> Document:
    return Document(example_records(language))


def test_the_registry_finds_every_output_by_its_file() -> None:
    assert set(outputs()) == {"agenda", "checklist", "comparison", "data", "journey", "summary"}
    assert all(name == output.id for name, output in outputs().items())


@pytest.mark.parametrize(("name", "paper", "orientation"), list(papers()))
def test_sheets_are_true_to_size_and_hold_all_text_in_legible_type(
    name: str, paper: Paper, orientation: Orientation
) -> None:
    data = made(name, sample_document(), "nl", paper, orientation)
    sheet = sheet_of(paper, orientation)
    for page in reader(data).pages:
        assert size_in_mm(page) == pytest.approx((sheet.width, sheet.height), abs=0.05)
    edge = 10 / 25.4 * 72
    width, height = sheet.width / 25.4 * 72, sheet.height / 25.4 * 72
    for piece in pieces_of(data):
        assert piece.size >= SMALLEST_POINTS - 0.01, piece
        assert piece.x >= edge - 0.1, piece
        assert piece.x + piece.width <= width - edge + 0.1, piece
        assert edge - 0.1 <= piece.y <= height - edge - piece.size * 0.5, piece


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_our_own_typeface_is_in_the_file_and_it_is_embedded(name: str, language: str) -> None:
    for page in reader(made(name, example(language), language)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            face = font.get_object()
            assert "+AtkinsonHyperlegible-" in face["/BaseFont"]
            assert "/FontFile2" in face["/FontDescriptor"].get_object()
            assert "/ToUnicode" in face


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_names_its_title_and_language_and_no_person(name: str, language: str) -> None:
    document = example(language)
    found = reader(made(name, document, language))
    assert found.metadata is not None
    assert found.metadata.title
    assert found.trailer["/Root"]["/Lang"] == language  # type: ignore[index]
    told = " ".join(str(value) for value in found.metadata.values())
    people = [person.name for person in document.table(Person).values()]
    assert people
    assert [name for name in people if name in told] == []


@pytest.mark.parametrize("name", sorted(outputs()))
def test_equal_content_gives_equal_bytes(name: str) -> None:
    assert made(name, sample_document()) == made(name, sample_document())


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
    signless = str.maketrans("", "", "♥⏱★")
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
    document = example(language)
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
