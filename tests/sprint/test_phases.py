"""Phase templates: five kinds of journeys, whole in both languages, ready to be drawn."""

from __future__ import annotations

import pytest

from sprint.document import Document
from sprint.edits.journey import add_journey
from sprint.journeys import phases_of
from sprint.phases import PhaseTemplate, all_templates, load_template, template_ids
from sprint.records import Journey, JourneyKind
from tests.helpers.journeys import numbered

STARTS = {"nl": ("Ik wil ", "Ik moet "), "en": ("I want ", "I have to ")}


def test_the_five_kinds_are_there_in_the_order_of_the_method() -> None:
    assert [template.id for template in all_templates()] == [
        "service",
        "life_event",
        "permit",
        "enforcement",
        "report",
    ]
    assert set(template_ids()) == {template.id for template in all_templates()}


@pytest.mark.parametrize("template", all_templates(), ids=lambda template: template.id)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_template_has_few_phases_with_names_of_their_own(template: PhaseTemplate, language: str) -> None:
    names = template.names(language)
    assert 4 <= len(names) <= 7
    assert len(set(names)) == len(names)
    assert all(phase.question.get(language).endswith("?") for phase in template.phases)


@pytest.mark.parametrize("template", all_templates(), ids=lambda template: template.id)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_is_named_in_the_first_person(template: PhaseTemplate, language: str) -> None:
    assert template.example.get(language).startswith(STARTS[language])


def test_a_journey_starts_from_a_template() -> None:
    document = Document()
    names = load_template("report").names("nl")
    document.apply(add_journey(document, numbered(), "Ik wil melden", JourneyKind.AS_IS, names))
    (journey,) = document.table(Journey).values()
    assert tuple(phase.title for phase in phases_of(document, journey.id)) == names


def test_a_template_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        load_template("karwei")
