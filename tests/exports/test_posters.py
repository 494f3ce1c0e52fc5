"""Posters of one track, on a roll, and as pictures and drawings."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from exports.base import outputs
from exports.options import Form, read_options
from exports.paper import Paper
from exports.tracks import on_track
from sprint.document import Document
from sprint.errors import SprintError
from sprint.records import Journey, Link, LinkKind, Step, Track
from tests.exports.pdf import made, reader, size_in_mm, squeezed, text_of
from tests.exports.rich import rich_document
from tests.exports.sample import sample_document
from tests.exports.test_hostile import TEXTS, cruel


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
            assert ElementTree.fromstring(made(name, cruel(text), form=Form.SVG)).tag.endswith("svg"), kind


def test_a_picture_has_the_dots_that_were_asked_for() -> None:
    sizes = []
    for dpi in (36, 72):
        with Image.open(BytesIO(made("comparison", sample_document(), form=Form.PNG, dpi=dpi))) as picture:
            sizes.append(picture.size)
    assert sizes[1] == pytest.approx([2 * side for side in sizes[0]], abs=2)
    with pytest.raises(SprintError) as caught:
        made("comparison", sample_document(), paper=Paper.A0, form=Form.PNG, dpi=600)
    assert caught.value.key == "print.error.too_many_dots"


@pytest.mark.parametrize(
    ("name", "value"),
    [("overlap", "9"), ("overlap", "veel"), ("margin", "-1"), ("roll", "200"), ("dpi", "9000"), ("day", "x")],
)
def test_a_number_that_makes_no_sense_is_refused_with_the_range(name: str, value: str) -> None:
    with pytest.raises(SprintError) as caught:
        read_options({name: value, "tiles": "A4"}, "nl", Paper.A4, Form.PDF)
    assert caught.value.params["option"] == f"--{name}"
    assert caught.value.params["value"] == value
