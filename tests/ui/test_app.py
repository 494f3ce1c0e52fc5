from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assets import VERSION
from sprint.i18n import LANGUAGES, Translator
from tests.helpers.source import ROOT, room_files
from ui.app import EXIT_NO_DISPLAY, EXIT_WRONG_QT, what_is_missing

PAINTED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Session
app = QApplication([])
session = Session(app, Path(sys.argv[1]))
def told():
    print(",".join(sorted({"networkx", "reportlab", "PIL", "tinydb"} & set(sys.modules))) or "nothing")
    session.program.window.close()
session.program.window.first_painted.connect(told)
session.run(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
"""


@pytest.mark.parametrize(
    ("environment", "system", "python", "qt", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", (3, 11), (6, 11), None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", (3, 11), (6, 8), None),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", (3, 11), (6, 11), None),
        ({}, "win32", (3, 11), (6, 11), None),
        ({}, "darwin", (3, 11), (6, 11), None),
        ({}, "linux", (3, 11), (6, 11), ("ui.error_no_display", EXIT_NO_DISPLAY)),
        ({"DISPLAY": ""}, "linux", (3, 11), (6, 11), ("ui.error_no_display", EXIT_NO_DISPLAY)),
        ({"DISPLAY": ":0"}, "linux", (3, 11), (6, 12), ("ui.error_wrong_qt", EXIT_WRONG_QT)),
        ({"DISPLAY": ":0"}, "linux", (3, 12), (6, 12), None),
        ({}, "win32", (3, 11), (6, 13), ("ui.error_wrong_qt", EXIT_WRONG_QT)),
    ],
)
def test_where_the_window_cannot_be_opened(
    environment: dict[str, str],
    system: str,
    python: tuple[int, ...],
    qt: tuple[int, ...],
    expected: tuple[str, int] | None,
) -> None:
    assert what_is_missing(environment, system, python, qt) == expected


@pytest.mark.parametrize("key", ["ui.error_no_display", "ui.error_wrong_qt"])
def test_what_is_missing_is_one_sentence_or_two_in_both_languages(key: str) -> None:
    for language in LANGUAGES:
        assert 1 <= Translator.load(language)(key).count(". ") + 1 <= 3


def test_without_a_display_the_program_says_so_and_ends() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == (EXIT_NO_DISPLAY if sys.platform.startswith("linux") else done.returncode)
    assert "Reisgenoot" in done.stderr
    assert "Traceback" not in done.stderr


def loaded_at_first_paint(*words: str) -> str:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, *words], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()


def test_nothing_heavy_is_loaded_before_the_first_window_is_painted(tmp_path: Path) -> None:
    assert loaded_at_first_paint(str(tmp_path)) == "nothing"


def test_nothing_heavy_is_loaded_before_an_open_sprint_is_painted(tmp_path: Path) -> None:
    path = tmp_path / "a.sprint"
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    subprocess.run([sys.executable, "main.py", "example", str(path)], cwd=ROOT, env=environment, check=True, timeout=60)
    assert loaded_at_first_paint(str(tmp_path / "profile"), str(path)) in ("nothing", "tinydb")


def test_the_version_has_one_home() -> None:
    sources = [*room_files(), ROOT / "pyproject.toml"]
    assert [path.relative_to(ROOT) for path in sources if f'"{VERSION}"' in path.read_text(encoding="utf-8")] == [
        Path("assets/__init__.py")
    ]
