"""Pull the plug: every state a disk may be left in opens with every commit that was shown as saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.power import MODELS
from tests.proof.sessions import recorded_library, recorded_session, reopen_library, reopen_sprint
from tests.proof.simulate import simulate

EVERY = {"KILL": 7, "EXT4": 19, "STRICT": 37}


@pytest.mark.parametrize("model", MODELS)
def test_a_sprint_survives_a_power_cut(tmp_path: Path, model: str) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    ops = recorded_session(root, 9)

    counts = simulate(ops, root, model, reopen_sprint, most=6, every=EVERY[model], first_seq=1)

    # How many there are depends on how the writer's thread gathers commits; a loaded machine gave 46.
    assert counts.states > 20
    assert counts.problems == []


@pytest.mark.parametrize("model", MODELS)
def test_the_library_survives_a_power_cut(tmp_path: Path, model: str) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    ops = recorded_library(root, 8)

    counts = simulate(ops, root, model, reopen_library, most=6, every=EVERY[model] // 4)

    assert counts.states > 20
    assert counts.problems == []


@pytest.mark.parametrize("forgotten", ["sync", "sync_folder"])
def test_the_simulator_would_notice_a_forgotten_sync(tmp_path: Path, forgotten: str) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    ops = [op for op in recorded_session(root, 3) if op.kind != forgotten]

    counts = simulate(ops, root, "STRICT", reopen_sprint, most=5, every=29, first_seq=1)

    assert counts.lost + counts.unopenable > 0
