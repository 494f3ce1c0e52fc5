"""kill -9: what was told as saved is there the next time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_killed_at_random_moments(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.proof.kill", str(tmp_path / "kill"), "15", "11"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    counts = json.loads(done.stdout)
    assert counts["kills"] == 15
    assert counts["commits"] > 0
    assert counts["problems"] == []
