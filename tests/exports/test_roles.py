"""Every role of a team gets a card with its own help, whatever language it is typed in."""

from __future__ import annotations

import pytest

from exports.fonts import UNKNOWN
from exports.kit.roles import ROLES, role_called
from sprint.document import Document
from sprint.i18n import LANGUAGES, Translator
from sprint.records import SPRINT_ID, Person, Sprint
from tests.exports.pdf import made, squeezed, text_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Notulist", "notes"), ("Observer", "notes"), ("Gespreksleider", "interviewer"), ("Bouwer", "maker"),
        ("Beslisser", "decider"), ("Facilitator", "facilitator"), ("Begeleider inwonerpanel", "facilitator"),
        ("KCC-medewerker", "citizens"), ("Wijkbeheerder", "field"), ("Capaciteitsplanner", "planning"),
        ("Jurist en privacy-adviseur", "law"), ("Districtsmanager", "owner"), ("Digitaal adviseur", ""),
        ("Projectleider", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_role_is_known_by_how_people_call_it(typed: str, meant: str) -> None:
    role = role_called(typed)
    assert (role.name.removeprefix("role.") if role is not None else "") == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_roles_are_found_by_their_own_names_and_no_two_share_a_text(language: str) -> None:
    t = Translator.load(language)
    assert [role_called(t(role.name)) for role in ROLES] == list(ROLES)
    assert len({t(role.told) for role in ROLES} | {t("role.member_told")}) == len(ROLES) + 1


def test_a_team_gets_its_roles_and_the_work_of_building_and_testing_once() -> None:
    people = [Person(id="a", name="Ali", role="Notulist"), Person(id="b", order=1, name="Bo", role="Jurist")]
    found = text_of(made("role_cards", Document(people), "en"))
    for text in ("role.notes_told", "role.law_told", "role.stitcher_told", "role.host_told"):
        assert found.count(squeezed(Translator.load("en")(text))) == 1, text
    assert squeezed("Note taker") not in found, "it is there as the team calls it"


def test_only_letters_that_stand_on_a_card_are_told_to_be_missing() -> None:
    document = Document([Sprint(id=SPRINT_ID, place="Wijk 😀", organisation="Gemeente Voorbeeld")])
    for name in ("letters", "thank_you", "name_tags", "role_cards", "certificate"):
        assert "printletter" not in text_of(made(name, document)), name
    named = Document([Sprint(id=SPRINT_ID, organisation="Gemeente 😀")])
    assert UNKNOWN in text_of(made("thank_you", named))
    assert "printletter" in text_of(made("thank_you", named))
