"""Titles of a programme follow the reader's language; titles of people do not."""

from __future__ import annotations

import pytest

from sprint.programme.programmes import list_programmes, load_programme
from sprint.programme.titles import in_language


@pytest.mark.parametrize("programme_id", list_programmes())
def test_every_title_of_a_programme_is_found_in_both_languages(programme_id: str) -> None:
    for day in load_programme(programme_id).days:
        for text in (day.title, day.motto, *(block.title for block in day.blocks if block.title is not None)):
            assert in_language(text.nl, "nl") == text.nl
            assert in_language(text.nl, "en") == text.en
            assert in_language(text.en, "nl") in {text.nl, *(other.nl for other in _same_english(text.en))}


def _same_english(words: str) -> list[object]:
    days = [day for programme_id in list_programmes() for day in load_programme(programme_id).days]
    texts = [text for day in days for text in (day.title, day.motto, *(block.title for block in day.blocks)) if text]
    return [text for text in texts if text.en == words]


def test_a_title_somebody_wrote_stays_as_it_is() -> None:
    assert in_language("Onze eigen dag", "en") == "Onze eigen dag"
    assert in_language("", "en") == ""
