"""Every text a person can see exists in Dutch and in English, and no text is written for nobody."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sprint.layout_board import LineKind
from sprint.programme import vocabulary
from sprint.records import kinds
from tests.helpers.source import ROOT, room_files, shown, tree_of

LANGUAGES = ("nl", "en")
FOLDER = ROOT / "assets" / "i18n"

BUILT_KEYS: dict[str, set[str]] = {
    "canvas.line_": {kind.value for kind in LineKind},
    "date.month_": {str(number) for number in range(1, 13)},
    "date.weekday_": {str(number) for number in range(7)},
    "kind.channel.": {kind.value for kind in kinds.Channel},
    "kind.evidence.": {kind.value for kind in kinds.Evidence},
    "kind.freedom.": {kind.value for kind in kinds.Freedom},
    "kind.initiator.": {kind.value for kind in kinds.Initiator},
    "kind.journey.": {kind.value for kind in kinds.JourneyKind},
    "kind.lane.": {kind.value for kind in kinds.Lane},
    "kind.link.": {kind.value for kind in kinds.LinkKind},
    "kind.note.": {kind.value for kind in kinds.NoteKind},
    "kind.remark.": {kind.value for kind in kinds.RemarkKind},
    "kind.step.": {kind.value for kind in kinds.StepKind},
    "kind.track.": {kind.value for kind in kinds.Track},
    "print.kano_letter.": set("MOAIRQ"),
    "print.lever.": {kind.value for kind in kinds.MaturityLever},
    "print.mark.": {kind.value for kind in kinds.Maturity if kind.value},
    "print.stage.": {kind.value for kind in kinds.MaturityStage},
    "print.value.": {
        "",
        "both",
        "whole",
        "every",
        "yes",
        "landscape",
        "portrait",
        "full",
        "saving",
        "saved",
        "spent",
        "normal",
        "large",
    },
    "print.verdict.": {kind.value for kind in kinds.Verdict},
    "programme.artefact.": set(vocabulary.ARTEFACTS),
    "programme.fixed.": set(vocabulary.FIXED_POINTS),
    "programme.group.": set(vocabulary.GROUPS),
    "programme.material.": set(vocabulary.MATERIALS),
    "programme.phase.": set(vocabulary.PHASES),
    "programme.sheet.": set(vocabulary.SHEETS),
    "programme.source.": set(vocabulary.SOURCES),
    "vote.counting.": {kind.value for kind in kinds.Counting},
}
"""Keys that the program builds from data: how they begin, and everything that can come behind."""

NOT_TEXTS: frozenset[str] = frozenset({"room.lines", "canvas.clipboard"})
"""Literals that look like a key and are none, such as a field of an exercise that a message names."""

KEY = re.compile(r"[a-z][a-z0-9_]*\.[A-Za-z0-9_.]+")
MINDED_TWICE = re.compile(r"\{[a-z_]*\{|\}[a-z_]*\}")

Catalogue = dict[str, str]


def catalogue_names() -> list[str]:
    return sorted({path.stem for language in LANGUAGES for path in (FOLDER / language).glob("*.json")})


def read_catalogue(language: str, name: str) -> Catalogue:
    pairs = json.loads((FOLDER / language / f"{name}.json").read_text(encoding="utf-8"), object_pairs_hook=list)
    assert len({key for key, _ in pairs}) == len(pairs), f"{language}/{name}.json has a key twice"
    return dict(pairs)


def all_texts(language: str) -> Catalogue:
    return {key: text for name in catalogue_names() for key, text in read_catalogue(language, name).items()}


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def literals(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Give every string written in the code, without docstrings and without the pieces of f-strings."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value, node


def built(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Give how every f-string begins."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            yield str(node.values[0].value), node


def keys_used(tree: ast.Module, rooms: Iterable[str]) -> Iterator[tuple[str, ast.expr]]:
    for text, node in literals(tree):
        if KEY.fullmatch(text) and text.partition(".")[0] in rooms and text not in NOT_TEXTS:
            yield text, node


def forms_of(key: str) -> set[str]:
    return {key, f"{key}.one", f"{key}.other"}


def missing(files: Iterable[Path], texts: Catalogue, rooms: Iterable[str]) -> list[str]:
    found = []
    for path in files:
        tree = tree_of(path)
        found += [f"{shown(path, n)} {key}" for key, n in keys_used(tree, rooms) if not _is_written(key, texts)]
        found += [
            f"{shown(path, n)} builds {begin!r}…: name it in BUILT_KEYS"
            for begin, n in built(tree)
            if begin.partition(".")[0] in rooms and "." in begin and not begin.startswith(tuple(BUILT_KEYS))
        ]
    return found


def _is_written(key: str, texts: Catalogue) -> bool:
    # A literal that ends in a point is the start of a built key.
    return bool(forms_of(key) & texts.keys()) or (key.endswith((".", "_")) and key.startswith(tuple(BUILT_KEYS)))


def orphans(files: Iterable[Path], texts: Catalogue, rooms: Iterable[str]) -> list[str]:
    used = {form for path in files for key, _ in keys_used(tree_of(path), rooms) for form in forms_of(key)}
    return sorted(key for key in texts if key not in used and not key.startswith(tuple(BUILT_KEYS)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_the_code_uses_has_a_text(language: str) -> None:
    rooms = {*catalogue_names(), "store", "canvas", "ui", "export", "edit", "error", "main"}
    assert missing(room_files(), all_texts(language), rooms) == []


def test_no_text_is_written_for_nobody() -> None:
    assert orphans(room_files(), all_texts("nl"), set(catalogue_names())) == []


@pytest.mark.parametrize("begin", sorted(BUILT_KEYS))
def test_built_keys_have_exactly_the_texts_that_can_be_asked_for(begin: str) -> None:
    written = {key.removeprefix(begin) for key in all_texts("nl") if key.startswith(begin)}
    assert written == BUILT_KEYS[begin]


@pytest.mark.parametrize("name", catalogue_names())
def test_dutch_and_english_are_equally_complete(name: str) -> None:
    dutch, english = (read_catalogue(language, name) for language in LANGUAGES)
    assert dutch.keys() ^ english.keys() == set()
    different = [key for key in dutch if placeholders(dutch[key]) != placeholders(english[key])]
    # A singular may say "one" in words where the other language writes the number.
    assert [key for key in different if not key.endswith(".one")] == []


@pytest.mark.parametrize("name", catalogue_names())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_flat_named_after_its_room_and_calm(language: str, name: str) -> None:
    texts = read_catalogue(language, name)
    assert [key for key in texts if not key.startswith(f"{name}.")] == []
    assert [key for key, text in texts.items() if not isinstance(text, str) or not text.strip()] == []
    assert [key for key, text in texts.items() if "!" in text] == []
    assert [key for key, text in texts.items() if MINDED_TWICE.search(text) or text != text.strip()] == []


@pytest.mark.parametrize("name", catalogue_names())
def test_a_plural_has_both_forms(name: str) -> None:
    keys = read_catalogue("nl", name).keys()
    singles = {key.removesuffix(".one") for key in keys if key.endswith(".one")}
    built = tuple(BUILT_KEYS)
    others = {key.removesuffix(".other") for key in keys if key.endswith(".other") and not key.startswith(built)}
    assert singles == others


def test_a_missing_an_orphaned_and_a_built_key_are_noticed(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text('t("ui.here"); t("ui.gone"); t(f"ui.made_{x}"); t("ui.many", count=2)\n', encoding="utf-8")
    texts = {"ui.here": "hier", "ui.lonely": "alleen", "ui.many.one": "1", "ui.many.other": "{count}"}
    assert [line.partition(" ")[2] for line in missing([planted], texts, {"ui"})] == [
        "ui.gone",
        "builds 'ui.made_'…: name it in BUILT_KEYS",
    ]
    assert orphans([planted], texts, {"ui"}) == ["ui.lonely"]
