"""Sentences, numbers, signs and dates in the reader's language."""

from __future__ import annotations

import pytest

from sprint.diff import Label
from sprint.errors import IntegrityError
from sprint.i18n import LANGUAGES, Translator

TEXTS = {
    "a.plain": "Opgeslagen",
    "a.named": "Stap “{title}”",
    "a.cards.one": "1 kaart",
    "a.cards.other": "{count} kaarten",
}


@pytest.fixture
def t() -> Translator:
    return Translator("nl", TEXTS)


def test_a_key_gives_its_text_with_its_parameters(t: Translator) -> None:
    assert t("a.plain") == "Opgeslagen"
    assert t("a.named", title="Melden") == "Stap “Melden”"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 kaarten"), (1, "1 kaart"), (2, "2 kaarten"), (1_200, "1.200 kaarten")]
)
def test_a_count_chooses_the_form(t: Translator, count: int, text: str) -> None:
    assert t("a.cards", count=count) == text


def test_a_key_without_a_text_comes_back_as_itself(t: Translator) -> None:
    assert t("a.gone", title="x") == "a.gone"
    assert t("a.gone", count=2) == "a.gone"
    assert not t.has("a.gone")
    assert t.has("a.plain")


def test_what_a_user_typed_is_shown_and_not_run(t: Translator) -> None:
    assert t("a.named", title="{count} {0.__class__}") == "Stap “{count} {0.__class__}”"


def test_a_key_that_is_no_name_of_a_room_is_never_looked_for_elsewhere() -> None:
    t = Translator.load("nl")
    for key in ("../../../etc/passwd.x", "..", "", "x\0.y", "a" * 5_000 + ".b", "../en/ui.app_name", "themes/light"):
        assert t(key) == key
        assert not t.has(key)


def test_labels_and_errors_are_sentences() -> None:
    t = Translator.load("nl")
    assert t.label(Label("edit.move_steps", {"count": 3})) == "3 stappen verplaatsen"
    assert t.error(IntegrityError("error.record_gone", table="steps", id="x")).startswith(
        "Dit onderdeel is er niet meer"
    )


@pytest.mark.parametrize(
    ("language", "value", "decimals", "text"),
    [
        ("nl", 1234.5, 1, "1.234,5"),
        ("en", 1234.5, 1, "1,234.5"),
        ("nl", -2.5, 1, "-2,5"),
        ("nl", 7, 0, "7"),
        ("en", 1_000_000, 0, "1,000,000"),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, value: float, decimals: int, text: str) -> None:
    assert Translator(language, {}).number(value, decimals) == text


def test_a_feeling_has_a_sign_and_a_real_minus(t: Translator) -> None:
    assert [t.signed(value) for value in (-3, 0, 2)] == ["−3", "0", "+2"]


def test_dates_are_written_in_words() -> None:
    assert Translator.load("nl").date("2026-11-03") == "dinsdag 3 november"
    assert Translator.load("en").date("2026-11-03T09:30:00+00:00").startswith("Tuesday")
    assert Translator.load("nl").date("overmorgen") == "overmorgen"


def test_an_unknown_language_reads_dutch() -> None:
    assert Translator.load("fr").language == "nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_has_a_name(language: str) -> None:
    t = Translator.load(language)
    keys = [f"date.month_{n}" for n in range(1, 13)] + [f"date.weekday_{n}" for n in range(7)]
    assert [key for key in keys if not t.has(key)] == []
