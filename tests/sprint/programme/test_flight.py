"""The flight check looks at paper, people, machine and time, and says what to do about each."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from sprint.agenda import days_of
from sprint.document import Document
from sprint.edits.capture import change_preparation, prepare
from sprint.edits.planner import resize_block, set_presence
from sprint.edits.programme import change_day, new_sprint
from sprint.i18n import LANGUAGES, Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.flight import (
    FlightFacts,
    FlightItem,
    Verdict,
    flight_check,
    flight_text,
    materials_needed,
    sheets_needed,
    worst,
)
from sprint.programme.planning import block_name
from sprint.programme.programmes import load_programme
from sprint.records import Block, Participant, Person

CATALOGUE = Catalogue.from_assets()
GOOD = FlightFacts(
    today="2026-11-06", displays=2, has_sound=True, free_bytes=9_000_000_000, battery_percent=80, is_plugged_in=True
)


@pytest.fixture
def document() -> Document:
    """Four days; the last one, on 6 November, has five interviews; seven people in the team."""
    document = Document()
    document.apply(new_sprint(map("id{:05}".format, count()).__next__, load_programme("four_day"), "nl", title="x"))
    document.apply(change_day(document, days_of(document)[3].id, date="2026-11-06"))
    people = [Person(id=f"person-{n}", name=f"P{n}") for n in range(7)]
    return Document([*document, *people])


def check(
    document: Document, facts: FlightFacts = GOOD, number: int = 3, language: str = "nl"
) -> tuple[FlightItem, ...]:
    t = Translator.load(language)

    def name(block: Block) -> str:
        return block_name(block, CATALOGUE, t)

    return flight_check(document, days_of(document)[number], facts, CATALOGUE, name, t)


def verdict(found: tuple[FlightItem, ...], subject: str) -> list[Verdict]:
    return [item.verdict for item in found if item.subject == subject]


def ready(document: Document) -> FlightFacts:
    day = days_of(document)[3]
    sheets = frozenset(need.sheet for need in sheets_needed(document, day, CATALOGUE))
    return replace(GOOD, printed=sheets, packed=frozenset(materials_needed(document, day, CATALOGUE)))


def test_paper_is_counted_for_those_who_are_there(document: Document) -> None:
    day = days_of(document)[1]
    copies = {need.sheet: need.copies for need in sheets_needed(document, day, CATALOGUE)}
    assert (copies["crazy_eights_sheet"], copies["solution_sketch_sheet"]) == (7, 7)
    document.apply(set_presence(document, "person-0", day.id, False))
    copies = {need.sheet: need.copies for need in sheets_needed(document, day, CATALOGUE)}
    assert copies["crazy_eights_sheet"] == 6


def test_each_citizen_gets_a_consent_form_twice(document: Document) -> None:
    needs = {need.sheet: need.copies for need in sheets_needed(document, days_of(document)[3], CATALOGUE)}
    assert needs["consent_form"] == 10


def test_what_lies_ready_is_not_asked_again(document: Document) -> None:
    found = check(document)
    assert verdict(found, "print").count(Verdict.LOOK) > 1
    assert verdict(found, "paper") == [Verdict.LOOK]
    again = check(document, ready(document))
    assert (verdict(again, "print"), verdict(again, "paper")) == ([Verdict.GOOD], [])
    assert verdict(again, "materials") == [Verdict.GOOD]


def test_interviews_need_citizens_and_checked_consent(document: Document) -> None:
    found = check(document)
    assert (verdict(found, "citizens"), verdict(found, "consent")) == ([Verdict.STOP], [Verdict.STOP])
    citizens = [Participant(id=f"c{n}", appointment="2026-11-06T09:30") for n in range(5)]
    document = Document([*document, *citizens])
    document.apply(prepare(document, lambda: "task", [("privacy", "2026-10-01")]))
    document.apply(change_preparation(document, "task", is_done=True))
    found = check(document, ready(document))
    assert (verdict(found, "citizens"), verdict(found, "consent")) == ([Verdict.GOOD], [Verdict.GOOD])
    assert worst(found) is Verdict.GOOD


def test_a_day_without_interviews_asks_no_citizen(document: Document) -> None:
    assert verdict(check(document, number=1), "citizens") == []


@pytest.mark.parametrize(
    ("facts", "subject", "expected"),
    [
        (replace(GOOD, displays=1), "display", [Verdict.LOOK]),
        (GOOD, "display", [Verdict.GOOD]),
        (replace(GOOD, has_sound=False), "sound", [Verdict.LOOK]),
        (replace(GOOD, has_sound=None), "sound", []),
        (replace(GOOD, free_bytes=499_999_999), "disk", [Verdict.STOP]),
        (replace(GOOD, free_bytes=500_000_000), "disk", [Verdict.GOOD]),
        (replace(GOOD, free_bytes=None), "disk", []),
        (replace(GOOD, is_plugged_in=False), "battery", [Verdict.LOOK]),
        (replace(GOOD, is_plugged_in=None, battery_percent=39), "battery", [Verdict.STOP]),
        (replace(GOOD, is_plugged_in=None, battery_percent=None), "battery", []),
        (replace(GOOD, today="2026-11-05"), "date", [Verdict.LOOK]),
        (GOOD, "date", []),
    ],
)
def test_the_machine_and_the_date(
    document: Document, facts: FlightFacts, subject: str, expected: list[Verdict]
) -> None:
    assert verdict(check(document, facts), subject) == expected


def test_late_preparation_somebody_away_and_a_day_that_does_not_fit_are_named(document: Document) -> None:
    day = days_of(document)[3]
    document.apply(prepare(document, lambda: "task", [("materials", "2026-10-01")]))
    document.apply(set_presence(document, "person-1", day.id, False))
    last = max(document.referrers(Block, day.id), key=lambda block: block.order)
    document.apply(resize_block(document, last.id, 30))
    t = Translator.load("nl")
    texts = [flight_text(item, t) for item in check(document)]
    assert "Nog te doen: Koop en verzamel de materialen." in texts
    assert "1 persoon van het team is er vandaag niet." in texts
    assert "Dag 4 loopt 15 minuten door na 17:00. Maak een onderdeel korter of verplaats er één." in texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("facts", [GOOD, FlightFacts(has_sound=False, free_bytes=1, battery_percent=5)])
def test_every_check_of_every_day_has_words(document: Document, language: str, facts: FlightFacts) -> None:
    t = Translator.load(language)
    for number in range(4):
        for item in check(document, facts, number, language):
            text = flight_text(item, t)
            assert text.endswith(".")
            assert not text.startswith(("flight.", "programme.", "replan."))
            assert "{" not in text
