"""Posters of one track, on a roll, and as pictures and drawings."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from exports.base import outputs
from exports.board import LEAST_SCALE, WALL_TITLE, plan_board
from exports.board_type import PaperWords
from exports.fonts import Typeface
from exports.ink import Ink
from exports.options import Form, read_options
from exports.paper import Paper
from exports.tracks import on_track
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.journeys import main_route
from sprint.records import (
    Card,
    Journey,
    Lane,
    Link,
    LinkKind,
    Observation,
    Phase,
    Record,
    RemarkKind,
    Step,
    Track,
)
from tests.exports.pdf import Piece, made, pieces_of, reader, size_in_mm, squeezed, text_of
from tests.exports.rich import rich_document
from tests.exports.sample import sample_document
from tests.exports.test_hostile import TEXTS, cruel

_DRAWN = {"svg", "title", "style", "g", "rect", "path", "text", "image", "clipPath"}


def two_tracks() -> Document:
    """Give the sample, in which one step of the desired journey is for each track."""
    document = sample_document()
    changed = {"b-photo": Track.SAVED, "b-confirm": Track.SPENT}
    return Document(
        [
            replace(one, track=changed[one.id]) if isinstance(one, Step) and one.id in changed else one
            for one in document
        ]
    )


def test_a_track_holds_its_own_steps_and_arrows_skip_the_others() -> None:
    document = two_tracks()
    journey = document.require(Journey, "jb")
    for track, kept, gone in ((Track.SAVED, "b-photo", "b-confirm"), (Track.SPENT, "b-confirm", "b-photo")):
        found = on_track(document, journey, track)
        assert kept in found.table(Step)
        assert gone not in found.table(Step)
        ends = {(link.source, link.target) for link in found.table(Link).values() if link.journey_id == "jb"}
        route = [name for name in ("b-trigger", "b-photo", "b-confirm", "b-got") if name != gone]
        assert set(pairwise(route)) <= ends
        assert {step.id for step in found.table(Step).values() if step.journey_id == "ja"} == {
            step.id for step in document.table(Step).values() if step.journey_id == "ja"
        }


def test_the_way_of_a_track_is_its_main_route_also_when_it_runs_beside_the_other() -> None:
    document = rich_document()
    routes = {}
    for track in (Track.SAVED, Track.SPENT):
        found = on_track(document, document.require(Journey, "journey-to-be"), track)
        routes[track] = main_route(found, "journey-to-be")
        assert len(routes[track]) > 4
        assert {step.track for step in routes[track]} == {Track.OPEN, track}
    assert routes[Track.SAVED][0] == routes[Track.SPENT][0]
    words = text_of(made("comparison", document, track=Track.SPENT))
    assert [step.title for step in routes[Track.SPENT] if squeezed(step.title) not in words] == []


def test_a_loop_of_steps_of_the_other_track_ends() -> None:
    document = two_tracks()
    spent = ("b-photo", "b-got")
    records = [
        replace(one, track=Track.SPENT) if isinstance(one, Step) and one.id in spent else one for one in document
    ]
    records.append(Link(id="loop", journey_id="jb", source="b-got", target="b-photo", kind=LinkKind.LOOP))
    found = on_track(Document(records), document.require(Journey, "jb"), Track.SAVED)
    assert {"b-photo", "b-got", "b-confirm"}.isdisjoint(found.table(Step))
    assert any((link.source, link.target) == ("b-trigger", "b-thanks") for link in found.table(Link).values())


def test_a_poster_of_a_track_says_which_and_shows_no_other_step() -> None:
    for what in ("journey", "comparison"):
        found = text_of(made(what, two_tracks(), journey="jb", track=Track.SAVED))
        assert "Tijdbespaard" in found
        assert squeezed("Stuurt foto en plek") in found
        assert squeezed("Krijgt bevestiging met datum") not in found


def test_on_a_roll_the_journey_is_one_piece_as_high_as_the_roll() -> None:
    document = rich_document()
    for roll in (610.0, 914.0):
        data = made("journey", document, roll=roll)
        (page,) = reader(data).pages
        width, height = size_in_mm(page)
        assert height == pytest.approx(roll, abs=0.05)
        assert roll <= width < 6 * roll


@pytest.mark.parametrize("name", sorted(one.id for one in outputs().values() if ".svg" in one.suffixes))
def test_a_drawing_is_xml_with_all_the_words_whatever_the_texts_are(name: str) -> None:
    document = rich_document()
    words = squeezed("".join(ElementTree.fromstring(made(name, document, form=Form.SVG)).itertext()))
    on_paper = {"journey": "Achterdeschermen", "comparison": "vervalt", "results": "makkelijk"}.get(name, "")
    assert on_paper.lower() in words.lower()
    if name not in ("journey", "comparison"):
        return
    for kind, text in TEXTS.items():
        if kind != "long":
            drawn = list(ElementTree.fromstring(made(name, cruel(text), form=Form.SVG)).iter())
            # Nothing that runs or fetches: only shapes, words and pictures that are inside.
            assert {one.tag.partition("}")[2] for one in drawn} <= _DRAWN, kind
            assert all(not name.startswith("on") for one in drawn for name in one.attrib), kind
            assert all(one.get("href", "data:").startswith("data:image/") for one in drawn if "href" in one.attrib), (
                kind
            )


def test_a_picture_has_the_dots_that_were_asked_for() -> None:
    sizes = []
    for dpi in (36, 72):
        with Image.open(BytesIO(made("comparison", sample_document(), form=Form.PNG, dpi=dpi))) as picture:
            sizes.append(picture.size)
    assert sizes[1] == pytest.approx([2 * side for side in sizes[0]], abs=2)
    with pytest.raises(SprintError) as caught:
        made("comparison", sample_document(), paper=Paper.A0, form=Form.PNG, dpi=600)
    assert caught.value.key == "print.error.too_many_dots"


def test_a_journey_as_a_picture_is_one_piece_however_high_it_is() -> None:
    document = rich_document()
    drawn = ElementTree.fromstring(made("journey", document, form=Form.SVG, journey="as_is"))
    assert sum(one.tag.endswith("}g") and "transform" in one.attrib for one in drawn.iter()) == 1
    words = squeezed("".join(drawn.itertext()))
    assert squeezed("Klantreis · 1 van 1") in words
    texts = [card.text for card in document.table(Card).values() if card.journey_id == "journey-as-is"]
    assert [text for text in texts if any(word not in words for word in text.split())] == []


def test_a_picture_has_every_page_of_a_long_comparison() -> None:
    steps = [replace(one, id=f"more-{n}", lineage=f"more-{n}", title=f"Extra {n}", order=900 + n)
             for n in range(30) if (one := sample_document().require(Step, "a-clean"))]  # fmt: skip
    document = Document([*sample_document(), *steps])
    pages = len(reader(made("comparison", document)).pages)
    assert pages > 1
    heights = []
    for one in (sample_document(), document):
        with Image.open(BytesIO(made("comparison", one, form=Form.PNG, dpi=36))) as picture:
            heights.append(picture.height)
    assert heights[1] == pytest.approx(pages * heights[0] + (pages - 1) * 12, abs=pages + 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("overlap", "9"), ("overlap", "veel"), ("margin", "-1"), ("roll", "200"), ("dpi", "9000"), ("day", "x")],
)
def test_a_number_that_makes_no_sense_is_refused_with_the_range(name: str, value: str) -> None:
    with pytest.raises(SprintError) as caught:
        read_options({name: value, "tiles": "A4"}, "nl", Paper.A4, Form.PDF)
    assert caught.value.params["option"] == f"--{name}"
    assert caught.value.params["value"] == value


def crossing(pieces: list[Piece]) -> list[tuple[str, str]]:
    """Give the texts of a page that lie over each other; pieces of one line begin at one place."""
    found = []
    ordered = sorted((piece for piece in pieces if piece.text.strip()), key=lambda piece: (piece.page, piece.x))
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.page != one.page or other.x > one.x + one.width - 1:
                break
            shared = min(one.y + one.size * 0.6, other.y + other.size * 0.6) - max(one.y, other.y)
            if shared > 1 and (one.x, one.y) != (other.x, other.y):
                found.append((one.text, other.text))
    return found


def long_named() -> Document:
    """Give the sample with 80 letters in every title of a phase and a step, and on every arrow."""
    names = (
        "Wilhelmina-Jacoba van der Meulen-Oosterhuis, wijkmedewerker van de afdeling Beheer",
        "Onderhoudsverantwoordelijkheidsverdeling en de vergunningaanvraagprocedure buiten",
        "De inwoner belt voor de derde keer over dezelfde kapotte lantaarn in de Dorpsstraat",
    )
    found: list[Record] = []
    for number, one in enumerate(sample_document()):
        if isinstance(one, Step | Phase):
            found.append(replace(one, title=names[number % 3]))
        else:
            found.append(replace(one, label=names[number % 3]) if isinstance(one, Link) and one.label else one)
    return Document(found)


def test_no_words_of_a_poster_lie_over_other_words_or_the_margin_even_when_every_name_is_long() -> None:
    for name, document in (("sample", sample_document()), ("long", long_named())):
        for journey in ("ja", "jb"):
            for paper in (Paper.A4, Paper.A3, Paper.A0):
                data = made("journey", document, paper=paper, journey=journey)
                pieces = pieces_of(data)
                assert crossing(pieces) == [], (name, journey, paper)
                width = float(reader(data).pages[0].mediabox.width)
                margin = 11 / 25.4 * 72 - 1
                outside = [one for one in pieces if not margin <= one.x <= one.x + one.width <= width - margin]
                assert outside == [], (name, journey, paper)


def test_the_titles_of_a_wall_poster_can_be_read_from_a_distance() -> None:
    document = sample_document()
    steps = {word for step in document.table(Step).values() if step.journey_id == "ja" for word in step.title.split()}
    for options in ({"paper": Paper.A0}, {"roll": 914.0}):
        pieces = pieces_of(made("journey", document, journey="ja", **options))
        titles = [piece.size for piece in pieces if piece.size > 20 and set(piece.text.split()) <= steps]
        assert len(titles) > 8
        assert min(titles) >= WALL_TITLE - 0.01
    small = plan_board(document, "ja", PaperWords(Translator.load("nl"), True), Typeface(), 188, 140)
    assert small.is_split
    assert small.measure.titles == 1
    assert small.scale >= LEAST_SCALE - 1e-9


def test_the_poster_names_the_lines_of_the_blueprint_and_the_step_that_is_the_target() -> None:
    document = sample_document()
    step = document.require(Step, "a-silence")
    cards: list[Record] = [
        Card(id=f"line-{lane.value}", journey_id="ja", step_id=step.id, lane=lane, text=lane.value)
        for lane in (Lane.FRONTSTAGE, Lane.BACKSTAGE, Lane.SUPPORT)
    ]
    sprint = replace(document.sprint, target_step_id=step.id, target_persona_id="sara")
    chosen = Document([*(one for one in document if one.id != sprint.id), sprint, *cards])
    for language, words in (
        ("nl", ("contactlijn", "zichtlijn", "interne lijn", "Doel · Sara")),
        ("en", ("line of contact", "line of visibility", "internal line", "Target · Sara")),
    ):
        found = text_of(made("journey", chosen, language, Paper.A1, journey="ja"))
        assert [word for word in words if squeezed(word) not in found] == []
    assert "contactlijn" not in text_of(made("journey", document, journey="jb"))
    # On the other journey nothing is aimed at.
    assert "Doel" not in text_of(made("journey", chosen, journey="jb"))


def test_what_citizens_felt_is_on_the_poster_with_how_many_they_were() -> None:
    document = sample_document()
    felt = [
        Observation(id=f"felt-{n}", step_id="a-silence", participant_id=f"p{n}", kind=RemarkKind.QUOTE, feeling=-2,
                    text="x")
        for n in range(1, 7)
    ]  # fmt: skip
    before, after = (pieces_of(made("journey", one, journey="ja")) for one in (document, Document([*document, *felt])))
    assert (
        sum(piece.text == "6" for piece in after) == sum(piece.text == "6" for piece in before) + 2
    )  # and the balloon
    assert "Doorgetrokken" not in squeezed("".join(piece.text for piece in before))
    assert "Doorgetrokken" in squeezed("".join(piece.text for piece in after))


def test_a_journey_is_printed_without_empty_sheets_and_a_long_one_in_rows() -> None:
    records: list[Record] = [Journey(id="j", title="Lang"), Phase(id="p", journey_id="j", title="Fase " * 30)]
    for number in range(40):
        records.append(Step(id=f"s{number:02}", journey_id="j", phase_id="p", order=number, title=f"Stap {number:02}"))
    for number in range(60):
        text = f"Kaart {number} met een paar woorden"
        records.append(Card(id=f"c{number}", journey_id="j", step_id="s00", lane=Lane.IDEA, order=number, text=text))
    high = made("journey", Document(records), paper=Paper.A4)
    pages = len(reader(high).pages)
    assert {piece.page for piece in pieces_of(high) if piece.text.startswith(("Stap", "Kaart"))} == set(
        range(pages - 1)
    )
    assert "Titel van een fase" in "".join(piece.text for piece in pieces_of(high) if piece.page == pages - 1)
    flat = made("journey", Document(records[:42]), paper=Paper.A0, journey="j")
    first = [piece for piece in pieces_of(flat) if piece.page == 0 and piece.text.startswith("Stap")]
    assert len({round(piece.y) for piece in first}) > 1
    found = text_of(flat)
    assert [n for n in range(40) if found.count(f"Stap{n:02}") != 1] == []


def test_a_step_put_down_by_hand_stands_in_its_own_column_on_paper() -> None:
    document = sample_document()
    moved = [replace(one, pin_x=9_000.0, pin_y=9_000.0) if one.id == "a-got" else one for one in document]
    assert text_of(made("journey", Document(moved), journey="ja")) == text_of(made("journey", document, journey="ja"))


def test_saving_ink_hides_no_words() -> None:
    """White costs no ink: what it hides with much ink it hides with little, so that no line runs through words."""
    document = sample_document()
    full, saving = (
        reader(made("journey", document, ink=ink, journey="ja")).pages[0].get_contents().get_data() for ink in Ink
    )
    white = b"1.000 1.000 1.000 rg"
    assert full.count(white) == saving.count(white) > 10


def dashes(data: bytes) -> set[tuple[float, ...]]:
    """Give the patterns of all lines on the first page."""
    found = reader(data).pages[0].get_contents()
    assert found is not None
    return {tuple(float(one) for one in operands[0]) for operands, operator in found.operations if operator == b"d"}


def test_on_grey_paper_every_kind_of_arrow_has_its_own_pattern_and_every_card_its_name_and_edge() -> None:
    steps: list[Record] = [Journey(id="j", title="Grijs"), Phase(id="p", journey_id="j", title="Fase")]
    steps += [Step(id=f"s{n}", journey_id="j", phase_id="p", order=n, title=f"Stap {n}") for n in range(2)]
    patterns = {}
    for kind in LinkKind:
        link = Link(id="l", journey_id="j", source="s0", target="s1", kind=kind)
        patterns[kind] = frozenset(dashes(made("journey", Document([*steps, link]))) - {()})
    assert len(set(patterns.values())) == len(LinkKind)
    cards: list[Record] = [
        Card(id=lane.value, journey_id="j", step_id="s0", lane=lane, text=lane.value) for lane in Lane
    ]
    data = made("journey", Document([*steps, *cards]), paper=Paper.A1)
    found = text_of(data)
    t = Translator.load("nl")
    assert [lane for lane in Lane if squeezed(t(f"kind.lane.{lane.value}")) not in found] == []
    content = reader(data).pages[0].get_contents()
    assert content is not None
    # Filled and outlined in one go: the cards.
    assert sum(operator == b"B" for _, operator in content.operations) >= len(Lane)


def test_bold_letters_of_another_family_are_whole_beside_dashed_lines() -> None:
    """They are drawn with an outline, which would take the dashes of the line before."""
    document = Document(
        replace(one, title="Олена дякує") if isinstance(one, Step) else one for one in sample_document()
    )
    for name in ("emotion_strip", "journey"):
        (page, *_) = reader(made(name, document)).pages
        content = page.get_contents()
        assert content is not None
        mode, thick = 0, []
        dash: tuple[float, ...] = ()
        for operands, operator in content.operations:
            if operator == b"d":
                dash = tuple(float(one) for one in operands[0])
            elif operator == b"Tr":
                mode = int(operands[0])
            elif operator == b"Tj" and mode == 2:
                thick.append(dash)
        assert set(thick) == {()}, name
