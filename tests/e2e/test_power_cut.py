"""The battery dies: real processes, killed without a warning, started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sprint.example import example_diff
from sprint.records import Observation, RunState, Step, TimerRun
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.helpers.source import ROOT
from tests.helpers.starting import Start


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    """Processes of a test; what still runs at the end is ended."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def begin(*words: str) -> subprocess.Popen[str]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    return subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )


def test_everything_the_screen_showed_as_saved_is_there_after_a_power_cut(
    start: Start, tmp_path: Path, processes: list[subprocess.Popen[str]]
) -> None:
    process = begin("-m", "tests.e2e.edit_until_killed", str(tmp_path / "profile"))
    processes.append(process)
    assert process.stdout is not None
    told = json.loads(process.stdout.readline() or "null") or pytest.fail(str(process.communicate()))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    she = start()
    she.qtbot.waitUntil(lambda: [left.path for left in she.program.home.left_behind] == [Path(told["path"])])
    she.program.home.sprint_chosen.emit(Path(told["path"]))
    found = {step.title for step in she.document.table(Step).values()}
    found |= {remark.text for remark in she.document.table(Observation).values()}
    assert set(told["wanted"]) <= found
    assert [run for run in she.document.table(TimerRun).values() if run.state is RunState.RUNNING]
    assert she.session.guard.last_ended_badly
    she.sprint.bench.clock.finish()


def test_the_real_program_opens_a_file_and_comes_back_after_a_power_cut(
    qtbot: QtBot, start: Start, tmp_path: Path, processes: list[subprocess.Popen[str]]
) -> None:
    profile, path = tmp_path / "profile", tmp_path / "Zwerfafval.sprint"
    folders = Folders(profile / "data")
    Workspace.create(path, example_diff("nl"), folders).close()
    process = begin("main.py", "--profile-dir", str(profile), str(path))
    processes.append(process)
    # The list of recent sprints is written when the sprint is open.
    qtbot.waitUntil(lambda: any(folders.library.rglob("*.log")) or process.poll() is not None, timeout=60_000)
    assert process.poll() is None, process.communicate()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    she = start()
    she.qtbot.waitUntil(lambda: [left.path for left in she.program.home.left_behind] == [path])
    assert she.program.open_path(path)
    assert len(she.document.table(Step)) >= 30


def test_a_file_that_is_no_sprint_is_told_in_a_sentence(start: Start, tmp_path: Path) -> None:
    she = start()
    path = tmp_path / "foto.sprint"
    path.write_bytes(b"not a sprint at all")
    assert not she.program.open_path(path)
    assert "foto.sprint" in she.notices()
    assert she.program.sprint is None


def test_a_mistake_of_the_program_is_told_and_the_work_goes_on(tmp_path: Path) -> None:
    process = begin("-m", "tests.e2e.goes_wrong", str(tmp_path / "profile"))
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    told = json.loads(out)
    assert any("Uw werk is bewaard en u kunt verder" in text for text in told["said"])
    log = (tmp_path / "profile" / "data" / "logs" / "reisgenoot.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "goes_wrong.py" in log
    assert "De Vries" not in log + out
    kept = Workspace.open(Path(told["path"]), Folders(tmp_path / "elsewhere"), read_only=True)
    assert kept.document.sprint.title == told["title"] == "Ik ga gewoon door"
    kept.close()
