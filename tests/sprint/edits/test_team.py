"""The team as edits: somebody comes, changes and goes, and what lies ready for a day."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.team import add_person, change_person, remove_person, set_ready, team_of
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.records import Day, Note, Person


@pytest.fixture
def document() -> Document:
    return Document([Day(id="d1"), Day(id="d2", order=1)])


def test_people_stand_in_the_order_in_which_they_came(document: Document, ids: IdSource) -> None:
    for name in ("Ineke", "Jasper", "Samira"):
        document.apply(add_person(document, ids, name, role="Beslisser"))
    assert [(person.name, person.role) for person in team_of(document)] == [
        ("Ineke", "Beslisser"),
        ("Jasper", "Beslisser"),
        ("Samira", "Beslisser"),
    ]


def test_a_change_that_changes_nothing_is_no_edit(document: Document, ids: IdSource) -> None:
    document.apply(add_person(document, ids, "Ineke"))
    assert not change_person(document, "new0", name="Ineke")
    document.apply(change_person(document, "new0", job="Directeur"))
    assert document.require(Person, "new0").job == "Directeur"


def test_notes_stay_when_who_wrote_them_leaves_the_team(document: Document, ids: IdSource) -> None:
    document.apply(add_person(document, ids, "Ineke"))
    document = Document([*document, Note(id="n1", text="Idee", person_id="new0")])
    diff = remove_person(document, "new0")
    document.apply(diff)
    note = document.require(Note, "n1")
    assert (note.text, note.person_id) == ("Idee", "")
    document.apply(diff.inverse())
    assert document.require(Note, "n1").person_id == "new0"


def test_somebody_who_is_not_there_cannot_be_changed(document: Document) -> None:
    for edit in (change_person, remove_person):
        with pytest.raises(IntegrityError):
            edit(document, "nobody")


def test_what_lies_ready_belongs_to_its_day(document: Document) -> None:
    for thing in ("sheet:agenda", "material:tape", "sheet:agenda"):
        document.apply(set_ready(document, "d1", thing, True))
    assert document.require(Day, "d1").ready == ("material:tape", "sheet:agenda")
    document.apply(set_ready(document, "d1", "material:tape", False))
    assert document.require(Day, "d1").ready == ("sheet:agenda",)
    assert document.require(Day, "d2").ready == ()
    assert not set_ready(document, "d1", "sheet:agenda", True)
