"""PDFs are made by one process; what it says is heard, and nothing is heard when it is stopped."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.printing_room.maker import PacketMaker, PrintJob

TALKER = """
import json, pathlib, sys
rows = json.loads(pathlib.Path(sys.argv[sys.argv.index("--packet") + 1]).read_text())
for number, row in enumerate(rows):
    if row["what"] == "nothing":
        print(json.dumps({"number": number, "problem": "Er is niets."}), flush=True)
    else:
        pathlib.Path(row["to"]).write_text(json.dumps(row["options"]))
        print(json.dumps({"number": number, "pages": 3}), flush=True)
"""


def job(folder: Path, what: str) -> PrintJob:
    return PrintJob(what, what, folder / f"{what}.pdf", {"paper": "A4"})


def test_every_job_is_told_and_one_that_cannot_be_made_stops_no_other(qtbot: QtBot, tmp_path: Path) -> None:
    maker = PacketMaker(program=(sys.executable, "-c", TALKER))
    begun: list[tuple[int, int]] = []
    pages: list[int] = []
    refused: list[str] = []
    maker.begun.connect(lambda number, count: begun.append((number, count)))
    maker.made.connect(lambda _job, count: pages.append(count))
    maker.refused.connect(lambda _job, said: refused.append(said))
    jobs = [job(tmp_path, name) for name in ("agenda", "nothing", "summary")]
    with qtbot.waitSignal(maker.finished, timeout=20_000) as made:
        maker.start(tmp_path / "a.sprint", jobs, "nl")
    assert [one.what for one in made.args[0]] == ["agenda", "summary"]
    assert (pages, refused) == ([3, 3], ["Er is niets."])
    assert begun == [(1, 3), (2, 3), (3, 3)]
    assert (tmp_path / "agenda.pdf").read_text() == '{"paper": "A4"}'
    assert not maker.is_busy


@pytest.mark.parametrize("program", [(sys.executable, "-c", "raise SystemExit('geen papier')"), ("nowhere",)])
def test_a_process_that_ends_before_its_time_is_told(qtbot: QtBot, tmp_path: Path, program: tuple[str, ...]) -> None:
    maker = PacketMaker(program=program)
    with qtbot.waitSignal(maker.broke, timeout=20_000) as broke:
        maker.start(tmp_path / "a.sprint", [job(tmp_path, "agenda")], "nl")
    assert broke.args[0]
    assert not maker.is_busy


def test_what_is_stopped_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    maker = PacketMaker(program=(sys.executable, "-c", "input()"))
    told: list[object] = []
    maker.finished.connect(told.append)
    maker.broke.connect(told.append)
    maker.start(tmp_path / "a.sprint", [job(tmp_path, "agenda")], "nl")
    maker.stop()
    assert told == []
    assert not maker.is_busy
