"""Any file of a sprint may be damaged or deleted: the newest valid state opens and says so, or names the backup."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.proof.damage import damage_each, damage_places

BAD = {"TRACEBACK", "SILENT LOSS", "WRONG", "BACKUP DOES NOT OPEN", "refused with a sentence"}


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)


@pytest.mark.parametrize("is_crashed", [False, True])
def test_each_file_damaged(tmp_path: Path, is_crashed: bool) -> None:
    root = tmp_path / "sprint"
    root.mkdir()

    counts = damage_each(root, is_crashed=is_crashed, tries=1, seed=8)

    outcomes = {outcome for counter in counts.outcomes.values() for outcome in counter}
    assert not outcomes & BAD, counts.problems
    assert "older, said so" not in outcomes, "one damaged file may not cost a single edit"


@pytest.mark.parametrize("is_crashed", [False, True])
def test_whole_places_gone(tmp_path: Path, is_crashed: bool) -> None:
    root = tmp_path / "sprint"
    root.mkdir()

    counts = damage_places(root, is_crashed=is_crashed)

    assert not {outcome for counter in counts.outcomes.values() for outcome in counter} & BAD, counts.problems
    assert counts.outcomes["all but backups"] == {"named a backup": 1}
