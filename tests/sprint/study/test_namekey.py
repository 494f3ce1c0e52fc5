"""The key from code to name: closed to everybody without the passphrase, and every trouble has its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from sprint.errors import SprintError
from sprint.study.namekey import (
    KeyEntry,
    delete_key,
    key_path,
    read_key,
    write_key,
)
from tests.helpers.canaries import canaries_in

PHRASE, OTHER = "een zin met é erin", "een heel andere zin"
NAMES = {"P1": KeyEntry("Fatima El Amrani", "06-12345678"), "P2": KeyEntry("Jan de Vries")}


def problem(path: Path, phrase: str) -> str:
    with pytest.raises(SprintError) as refusal:
        read_key(path, phrase)
    return refusal.value.key


def test_only_the_passphrase_opens_it_and_every_trouble_is_told_apart(tmp_path: Path) -> None:
    path = key_path(tmp_path / "Zwerfafval.sprint")
    assert problem(path, PHRASE) == "study.key_missing"
    write_key(path, NAMES, PHRASE)
    assert path.name == "Zwerfafval.key"
    assert canaries_in(tmp_path, ["Fatima", "12345678", "P1", PHRASE]) == []
    assert read_key(path, PHRASE.replace("é", "e\u0301")) == NAMES
    assert problem(path, OTHER) == "study.passphrase_wrong"
    with pytest.raises(SprintError, match="passphrase_short"):
        write_key(path, {}, "kort")
    write_key(path, {"P2": NAMES["P2"]}, OTHER)
    assert problem(path, PHRASE) == "study.passphrase_wrong"
    assert read_key(path, OTHER) == {"P2": NAMES["P2"]}
    whole = path.read_bytes()
    for place in range(0, len(whole), 23):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert problem(path, OTHER) in ("study.key_damaged", "study.key_newer")
    path.write_bytes(whole[:-30])
    assert problem(path, OTHER) == "study.key_damaged"
    delete_key(path)
    assert problem(path, OTHER) == "study.key_missing"
    delete_key(path)
