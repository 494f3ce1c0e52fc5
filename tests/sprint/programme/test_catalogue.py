from __future__ import annotations

from collections.abc import Callable

import pytest

from assets import reader
from sprint.errors import SprintError
from sprint.programme.catalogue import Catalogue, parse_exercise
from sprint.programme.reading import LocalText
from sprint.programme.vocabulary import ARTEFACTS, GROUPS, MATERIALS, SHEETS, SOURCES

IDS = Catalogue.from_assets().ids
MINUTES = "minutes = { default = 15, least = 10, most = 30 }"


def shipped(exercise_id: str) -> str:
    return reader.read_text(f"exercises/{exercise_id}.toml")


def texts_of(exercise_id: str) -> dict[str, LocalText]:
    exercise = Catalogue.from_assets().exercise(exercise_id)
    named = {
        "title": exercise.title,
        "purpose": exercise.purpose,
        "when_to_use": exercise.when_to_use,
        "say": exercise.say,
        "accessible": exercise.accessible,
        "room.question": exercise.room.question,
    }
    lists = {
        "tips": exercise.tips,
        "difficult": exercise.difficult,
        "room.lines": exercise.room.lines,
        "steps": tuple(step.text for step in exercise.steps),
    }
    for name, texts in lists.items():
        named |= {f"{name}[{place}]": text for place, text in enumerate(texts)}
    return named


@pytest.mark.parametrize("exercise_id", IDS)
def test_every_shipped_exercise_is_whole(exercise_id: str) -> None:
    exercise = Catalogue.from_assets().exercise(exercise_id)
    minutes = exercise.minutes
    assert exercise.id == exercise_id
    assert 1 <= minutes.least <= minutes.default <= minutes.most
    assert sum(step.minutes for step in exercise.steps) == minutes.default
    assert all(step.minutes >= 1 for step in exercise.steps)
    assert exercise.tips
    assert exercise.sources
    if exercise.head.kind == "exercise":
        assert exercise.difficult
        assert len(exercise.say.nl.split(". ")) >= 2
    assert not set(exercise.inputs) & set(exercise.optional_inputs)


@pytest.mark.parametrize("exercise_id", IDS)
def test_every_text_is_really_written_in_two_languages(exercise_id: str) -> None:
    texts = texts_of(exercise_id)
    may_be_equal = {"title", "room.question"}  # Lunch, Energizer
    assert [name for name, text in texts.items() if text.nl == text.en and name not in may_be_equal] == []
    dutch_words = {"het", "een", "de", "je", "niet", "wat", "voor", "van", "en", "of"}
    english_words = {"the", "a", "you", "not", "what", "for", "of", "and", "or", "is"}
    running = " ".join(text.nl for text in texts.values()).lower().split()
    assert len(dutch_words & set(running)) >= 4
    assert "the" not in running
    running = " ".join(text.en for text in texts.values()).lower().split()
    assert len(english_words & set(running)) >= 4
    assert not {"het", "een", "niet"} & set(running)


@pytest.mark.parametrize("exercise_id", IDS)
def test_texts_are_calm_and_short_enough_to_speak(exercise_id: str) -> None:
    for name, text in texts_of(exercise_id).items():
        for language in ("nl", "en"):
            words = text.get(language)
            assert "!" not in words, name
            assert "  " not in words, name
            assert words[0].isupper() or words[0] in "‘0123456789", name
            if name != "title":
                assert words[-1] in ".?…’", (name, words)
            sentences = words.replace("?", ".").replace(":", ".").replace(";", ".").split(". ")
            assert max(len(sentence.split()) for sentence in sentences) <= 26, (name, language, words)
            if name.startswith("room."):
                assert len(words) <= 75, (name, words)


def test_every_file_is_an_exercise_and_stays_short() -> None:
    names = reader.list_names("exercises")
    assert [name for name in names if not name.endswith(".toml")] == []
    assert [name for name in names if len(reader.read_text(f"exercises/{name}").splitlines()) > 90] == []


def test_every_word_of_the_lists_is_used() -> None:
    catalogue = Catalogue.from_assets()
    exercises = [catalogue.exercise(exercise_id) for exercise_id in IDS]
    used = {word for exercise in exercises for word in (*exercise.inputs, *exercise.outputs)}
    assert set(ARTEFACTS) - used == set()
    assert set(MATERIALS) == {word for exercise in exercises for word in exercise.materials}
    assert set(SHEETS) == {word for exercise in exercises for word in exercise.sheets}
    assert set(SOURCES) == {word for exercise in exercises for word in exercise.sources}
    assert set(GROUPS) == {exercise.group for exercise in exercises}


def test_every_input_has_an_exercise_that_makes_it() -> None:
    catalogue = Catalogue.from_assets()
    made = {word for exercise_id in IDS for word in catalogue.exercise(exercise_id).outputs}
    asked = {
        word
        for exercise_id in IDS
        for word in (*catalogue.exercise(exercise_id).inputs, *catalogue.exercise(exercise_id).optional_inputs)
    }
    assert asked - made == set()


class Shelf:
    """Counts which exercises are read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, exercise_id: str) -> str:
        self.read.append(exercise_id)
        return shipped(exercise_id)


def test_listing_reads_nothing_and_an_exercise_reads_one_file_once() -> None:
    shelf = Shelf()
    catalogue = Catalogue(IDS, shelf)
    assert "personas" in catalogue.ids
    assert shelf.read == []
    assert catalogue.head("personas").title.nl == "Persona’s op twee sporen"
    assert catalogue.exercise("personas") is catalogue.exercise("personas")
    assert shelf.read == ["personas"]


def test_titles_parse_only_the_first_paragraph() -> None:
    broken_below = shipped("lunch").partition("\n\n")[0] + "\n\nthis is = = not toml\n"
    catalogue = Catalogue(["lunch"], lambda _: broken_below)
    assert catalogue.titles() == {"lunch": LocalText("Lunch", "Lunch")}
    with pytest.raises(SprintError) as error:
        catalogue.exercise("lunch")
    assert error.value.key == "programme.error.not_toml"


@pytest.mark.parametrize("exercise_id", IDS)
def test_the_first_paragraph_and_the_whole_file_agree(exercise_id: str) -> None:
    catalogue = Catalogue.from_assets()
    assert catalogue.head(exercise_id) == catalogue.exercise(exercise_id).head


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(SprintError) as error:
        Catalogue.from_assets().exercise("no_such")
    assert (error.value.key, error.value.params) == ("programme.error.no_such_exercise", {"exercise": "no_such"})


@pytest.mark.parametrize(
    ("harm", "key", "field"),
    [
        (lambda text: text.replace("title =", "titel ="), "missing", "title"),
        (lambda text: text.replace("purpose = {", 'purpose = { de = "x",'), "unknown_key", "purpose.de"),
        (lambda text: text.replace('group = "', 'group = "x'), "unknown_word", "group"),
        (lambda text: text.replace("inputs = []", 'inputs = ["gaol"]', 1), "unknown_word", "inputs"),
        (lambda text: text.replace(MINUTES, MINUTES.replace("10", "20")), "minutes_order", "minutes"),
        (lambda text: text.replace(MINUTES, MINUTES.replace("15", "16")), "steps_sum", "steps"),
        (lambda text: text.replace("priority = 2", "priority = 4"), "priority", "priority"),
        (lambda text: text.replace("skippable = true", 'skippable = "yes"'), "wrong_type", "skippable"),
        (lambda text: text.replace('id = "hopes_fears"', 'id = "hopes"'), "other_id", "id"),
        (lambda text: text.replace("minutes = 7", "minuts = 7"), "missing", "steps[2].minutes"),
        (lambda text: text + 'colour = "red"\n', "unknown_key", "steps[4].colour"),
        (
            lambda text: text.replace("lines = [", "lines = [\n" + "  { nl = 'a', en = 'b' },\n" * 2),
            "room_lines",
            "room.lines",
        ),
    ],
)
def test_a_planted_fault_names_file_and_field(harm: Callable[[str], str], key: str, field: str) -> None:
    text = shipped("hopes_fears")
    harmed = harm(text)
    assert harmed != text
    with pytest.raises(SprintError) as error:
        parse_exercise(harmed, "hopes_fears")
    assert error.value.key == f"programme.error.{key}"
    assert (error.value.params["file"], error.value.params["field"]) == ("hopes_fears.toml", field)
