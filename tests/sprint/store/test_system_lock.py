"""The lock of the system: one holder, freed by death."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sprint.store.system_lock import SystemLock

ROOT = Path(__file__).resolve().parents[3]
HOLD = (
    "import sys; from pathlib import Path; from sprint.store.system_lock import SystemLock\n"
    "lock = SystemLock(Path(sys.argv[1])); print(lock.take(), flush=True); sys.stdin.read()"
)


def test_a_second_taker_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = SystemLock(tmp_path / "lock"), SystemLock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        mine = SystemLock(path)
        assert not mine.take()
        holder.send_signal(signal.SIGKILL)
        holder.wait(30)
        assert mine.take()
        mine.release()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SystemLock(tmp_path / "gone" / "lock").take()
