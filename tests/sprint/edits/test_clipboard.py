"""Copy and paste: the same shape somewhere else, and nothing lost of what comes from a text or a spreadsheet."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.clipboard import copy_steps, duplicate_steps, paste, read_clip, titles_of
from sprint.errors import IntegrityError
from sprint.journeys import cards_of, links_from, links_of, phases_of, steps_of
from sprint.records import Card, Channel, Journey, Lane, Link, LinkKind, Persona, Phase, Picture, Step
from tests.helpers.journeys import arrows, chain, document_of, journeys, numbered


def shape(document: Document, step_ids: list[str]) -> tuple[list[Step], Counter[Any], Counter[Any]]:
    """Give what must be the same in a copy: fields in order, arrows by place, cards by place."""
    steps = [step for step in steps_of(document, document.require(Step, step_ids[0]).journey_id) if step.id in step_ids]
    places = {step.id: place for place, step in enumerate(steps)}
    plain = [replace(step, id="", journey_id="", phase_id="", order=0, lineage="") for step in steps]
    links: Counter[Any] = Counter(
        (places[link.source], places[link.target], link.kind, link.label)
        for link in document.table(Link).values()
        if link.source in places and link.target in places
    )
    cards: Counter[Any] = Counter(
        (places[step.id], card.lane, card.text, card.owner) for step in steps for card in cards_of(document, step.id)
    )
    return plain, links, cards


@given(document=journeys(), data=st.data())
def test_a_pasted_copy_has_the_same_shape(document: Document, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([step.id for step in steps_of(document, "j")]), min_size=1))
    text = copy_steps(document, chosen)
    original = shape(document, list(dict.fromkeys(chosen)))
    document.apply(replace_journey())
    before = set(document.table(Step))
    document.apply(paste(document, numbered(), text, "k"))
    born = [step_id for step_id in document.table(Step) if step_id not in before]
    assert shape(document, born) == original
    assert {document.require(Step, one).journey_id for one in born} == {"k"}


@given(document=journeys(), data=st.data())
def test_a_duplicate_has_the_same_shape_and_is_a_new_step(document: Document, data: st.DataObject) -> None:
    ids = [step.id for step in steps_of(document, "j")]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    original = shape(document, chosen)
    rest = [step for step in steps_of(document, "j") if step.id not in chosen]
    document.apply(duplicate_steps(document, numbered(), chosen))
    born = [step_id for step_id in document.table(Step) if step_id not in ids]
    assert shape(document, born) == original
    assert {document.require(Step, one).lineage for one in born} == set(born)
    assert [step.id for step in steps_of(document, "j") if step in rest or step.id in {r.id for r in rest}] == [
        step.id for step in rest
    ]


def replace_journey() -> Any:
    from sprint.diff import make_diff

    return make_diff("edit.add_journey", [(None, Journey(id="k")), (None, Phase(id="r", journey_id="k"))])


def route() -> Document:
    return document_of(chain("abc"), arrows([("a", "b"), ("b", "c")]))


def order(document: Document, journey_id: str = "j") -> list[str]:
    return [step.title for step in steps_of(document, journey_id)]


def test_a_clip_goes_behind_the_chosen_step() -> None:
    document = route()
    document.apply(paste(document, numbered(), copy_steps(document, ["b", "c"]), "j", after="a"))
    assert order(document) == ["a", "b", "c", "b", "c"]
    assert len(links_of(document, "j")) == 3


def test_a_step_keeps_its_lineage_in_another_journey_and_only_once() -> None:
    document = route()
    document.apply(replace_journey())
    text = copy_steps(document, ["b"])
    ids = numbered()
    for _ in range(2):
        document.apply(paste(document, ids, text, "k"))
    first, second = steps_of(document, "k")
    assert (first.lineage, second.lineage) == ("b", second.id)


def test_a_clip_of_another_sprint_brings_no_strangers_along() -> None:
    steps = [replace(chain("ab")[0], persona_ids=("bram",))]
    card = Card(id="c", journey_id="j", step_id="a", picture_id="foto")
    text = copy_steps(document_of(steps, [], [Persona(id="bram"), Picture(id="foto"), card]), ["a"])
    document = document_of([])
    document.apply(paste(document, numbered(), text, "j"))
    (step,) = steps_of(document, "j")
    assert step.persona_ids == ()
    assert [one.picture_id for one in cards_of(document, step.id)] == [""]


@pytest.mark.parametrize(
    "text",
    ["", "reisgenoot-clip", '{"format": "reisgenoot-clip"', '["reisgenoot-clip"]', '{"format": "x reisgenoot-clip"}'],
)
def test_what_is_no_clip_is_plain_text(text: str) -> None:
    assert read_clip(text) is None


def test_what_cannot_stand_in_a_clip_is_left_out() -> None:
    data = json.loads(copy_steps(route(), ["a", "b"]))
    data["steps"]["b"]["feeling"] = 99
    data["steps"]["x"] = 7
    data["cards"] = ["geen"]
    clip = read_clip(json.dumps(data))
    assert clip is not None
    assert [step.id for step in clip.steps] == ["a"]
    assert (clip.links, clip.cards) == ((), ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(steps=JSON, links=JSON, cards=JSON)
def test_a_hostile_clip_is_refused_or_pasted_but_never_a_crash(steps: object, links: object, cards: object) -> None:
    text = json.dumps({"format": "reisgenoot-clip", "version": 1, "steps": steps, "links": links, "cards": cards})
    document = document_of([])
    document.apply(paste(document, numbered(), text, "j"))


def test_titles_can_go_to_any_program() -> None:
    assert titles_of(route(), ["c", "a"]) == "a\nc"


def test_plain_lines_become_steps_in_the_route() -> None:
    document = route()
    document.apply(paste(document, numbered(), "1. Belt\n\n  • Wacht\n- Hoort het\n", "j", after="a"))
    assert order(document) == ["a", "Belt", "Wacht", "Hoort het", "b", "c"]
    walked = ["a"]
    while following := links_from(document, walked[-1]):
        walked.append(following[0].target)
    assert [document.require(Step, one).title for one in walked] == order(document)
    assert len(links_of(document, "j")) == 5


SHEET = (
    "Fase\tStap\tKanaal\tWachtdagen\tGevoel\tKnelpunt\tIets\n"
    "Melden\tVult in\twebsite\t\t−2\tLang formulier\tzie bijlage\n"
    "Melden\tBelt\tTelefoon\t3 dagen\t+1\t\t\n"
    "fase\tHoort het\tduif\tveel\t9\t\t\n"
    "\t\t\t\t\tOnduidelijk\t\n"
)


def test_a_spreadsheet_with_headings_fills_fields_phases_and_lanes() -> None:
    document = document_of([])
    document.apply(paste(document, numbered(), SHEET, "j"))
    assert [phase.title for phase in phases_of(document, "j")] == ["Fase", "Melden"]
    heard, filled, called = steps_of(document, "j")
    assert (filled.title, filled.channel, filled.feeling) == ("Vult in", Channel.WEB, -2)
    assert (called.channel, called.wait_days, called.feeling) == (Channel.PHONE, 3, 1)
    assert (heard.channel, heard.wait_days, heard.feeling) == (Channel.NONE, 0, None)
    assert [(card.lane, card.text) for card in cards_of(document, filled.id)] == [
        (Lane.PAIN, "Lang formulier"),
        (Lane.STICKY, "zie bijlage"),
    ]
    assert {card.text for card in cards_of(document, heard.id)} == {"duif", "veel", "9", "Onduidelijk"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Belt\tbrief\nWacht", ["Belt", "Wacht"]),
        ('"Belt\nlang"\tbrief', ["Belt lang"]),
        ('"Pff" zegt ze\tbrief', ['"Pff" zegt ze']),
        ("\tbrief", ["brief"]),
        ("Stap\nBelt", ["Stap", "Belt"]),
    ],
)
def test_rows_without_headings(text: str, titles: list[str]) -> None:
    document = document_of([])
    document.apply(paste(document, numbered(), text, "j"))
    assert order(document) == titles


@given(text=st.text(alphabet="ab\t\n\"' -1.é", max_size=30))
@example(text="\ta\ta")
@example(text="stap\ttitel\nbab\tbaa")
def test_no_word_that_was_pasted_is_lost(text: str) -> None:
    document = document_of([])
    document.apply(paste(document, numbered(), text, "j"))
    found = " ".join([step.title for step in document.table(Step).values()])
    found += " ".join(card.text for card in document.table(Card).values())
    said = text.removeprefix("stap\ttitel\n")
    assert Counter(c for c in found if c in "abé") == Counter(c for c in said if c in "abé")


def test_pasting_nothing_changes_nothing_and_too_much_is_refused() -> None:
    document = route()
    assert not paste(document, numbered(), " \n\t\n", "j")
    with pytest.raises(IntegrityError):
        paste(document, numbered(), "Belt\n" * 2_001, "j")


def test_a_journey_without_phases_asks_for_one() -> None:
    with pytest.raises(IntegrityError) as caught:
        paste(Document([Journey(id="j")]), numbered(), "Belt", "j")
    assert caught.value.key == "error.no_phase"


def test_a_step_of_another_journey_is_no_place_to_paste() -> None:
    document = route()
    document.apply(replace_journey())
    with pytest.raises(IntegrityError):
        paste(document, numbered(), "Belt", "k", after="a")


def test_a_paste_between_two_steps_leaves_other_arrows_alone() -> None:
    links = arrows([("a", "b"), ("a", "c", LinkKind.ALTERNATIVE)])
    document = document_of(chain("abc"), links)
    document.apply(paste(document, numbered(), "Belt", "j", after="a"))
    assert sorted((link.target, link.kind.value) for link in links_from(document, "a"))[-1] == ("new-00000", "next")
    assert ("c", "alternative") in [(link.target, link.kind.value) for link in links_from(document, "a")]
