"""Personas: a sheet, a place in a journey, a track per situation."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.personas import add_persona, change_persona, set_persona_in_journey, set_persona_track
from sprint.errors import IntegrityError
from sprint.insight.routes import traveller_of
from sprint.records import Channel, Journey, Persona, Track
from tests.helpers.journeys import numbered


@pytest.fixture
def document() -> Document:
    made = Document([Journey(id="j"), Journey(id="k")])
    ids = numbered()
    made.apply(add_persona(made, ids, "Bram", "j", track=Track.SAVED))
    made.apply(add_persona(made, ids, "Greet"))
    return made


def journey(document: Document) -> Journey:
    return document.require(Journey, "j")


def test_a_persona_is_added_behind_the_others_and_drawn_in_the_journey(document: Document) -> None:
    bram, greet = document.table(Persona).values()
    assert (bram.name, greet.name) == ("Bram", "Greet")
    assert bram.order < greet.order
    assert journey(document).persona_ids == (bram.id,)


def test_the_sheet_is_changed_and_the_same_words_are_no_change(document: Document) -> None:
    diff = change_persona(document, "new-00000", fears="Een boete", channel=Channel.PHONE, interviews=5)
    assert diff.label.params == {"name": "Bram"}
    document.apply(diff)
    assert document.require(Persona, "new-00000").fears == "Een boete"
    assert not change_persona(document, "new-00000", interviews=5)
    with pytest.raises(IntegrityError):
        document.apply(change_persona(document, "new-00000", interviews=-1))


def test_a_track_is_taken_per_journey_and_the_sheet_is_the_fallback(document: Document) -> None:
    bram = "new-00000"
    assert traveller_of(document, "j", bram).track is Track.SAVED
    document.apply(set_persona_track(document, "j", bram, Track.SPENT))
    assert traveller_of(document, "j", bram).track is Track.SPENT
    assert traveller_of(document, "k", bram).track is Track.SAVED
    assert not set_persona_track(document, "j", bram, Track.SPENT)
    document.apply(set_persona_track(document, "j", bram, Track.OPEN))
    assert journey(document).spent_ids == ()
    assert traveller_of(document, "j", bram).track is Track.SAVED


def test_who_leaves_a_journey_leaves_its_tracks_and_stays_a_persona(document: Document) -> None:
    greet = "new-00001"
    document.apply(set_persona_in_journey(document, "j", greet, True))
    assert not set_persona_in_journey(document, "j", greet, True)
    document.apply(set_persona_track(document, "j", greet, Track.SAVED))
    document.apply(set_persona_in_journey(document, "j", greet, False))
    assert (journey(document).persona_ids, journey(document).saved_ids) == (("new-00000",), ())
    assert greet in document.table(Persona)


def test_a_deleted_persona_leaves_no_trace_in_a_journey(document: Document) -> None:
    document.apply(set_persona_track(document, "j", "new-00000", Track.SPENT))
    document.apply(delete(document, ["new-00000"]))
    assert (journey(document).persona_ids, journey(document).spent_ids) == ((), ())
