"""Commands in real processes: what they print, what they make, how they end, and what they leave alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from exports.base import outputs
from exports.commands import COMMANDS
from sprint.diff import make_diff
from sprint.records import SPRINT_ID, Sprint
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.helpers.source import ROOT


def run(*words: str | Path, language: str = "nl_NL.UTF-8", **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANGUAGE")}
    command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    surroundings = {**kept, "LANG": language, "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(
        command, env=surroundings, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the Dutch example once for all tests that only read it."""
    path = tmp_path_factory.mktemp("sprints") / "voorbeeld.sprint"
    done = run("example", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Path]:
    """Give a throw-away place for the program's own files."""
    folder = tmp_path / "profile"
    folder.mkdir()
    yield folder


def listing(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_version_is_that_of_the_package() -> None:
    raw = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    built_from = (ROOT / raw["tool"]["hatch"]["version"]["path"]).read_text(encoding="utf-8")
    said = run("--version").stdout.strip().removeprefix("Reisgenoot ")
    assert f'VERSION = "{said}"' in built_from


@pytest.mark.parametrize(("language", "words"), [("nl_NL.UTF-8", "Eindcode"), ("en_GB.UTF-8", "Exit code")])
def test_help_speaks_the_language_of_the_computer_and_names_every_command(language: str, words: str) -> None:
    done = run("--help", language=language)
    assert done.returncode == 0
    assert words in done.stdout
    assert [name for name in ("export FILE", "check FILE", "example OUT", "--version") if name not in done.stdout] == []
    lines = done.stdout.splitlines()
    assert [line for line in lines if len(line) > 100] == []
    options = [option.shown for command in COMMANDS.values() for option in command.options]
    assert [one for one in options if not any(f"{line} ".startswith(f"        {one} ") for line in lines)] == []


def test_language_asked_for_is_stronger_than_that_of_the_computer() -> None:
    assert "Exit code" in run("export", "--help", "--language", "en").stdout


@pytest.mark.parametrize("typed", ["exprt", "--langauge"])
def test_a_typing_mistake_opens_no_window_and_is_told(typed: str) -> None:
    done = run(typed, "nl")
    assert done.returncode == 2
    assert f"“{typed}”" in done.stderr and "export, check, example" in done.stderr


def test_where_it_cannot_be_written_is_named(example: Path, profile: Path, tmp_path: Path) -> None:
    (tmp_path / "map.pdf").mkdir()
    done = run("export", example, "--to", tmp_path / "map.pdf", "--profile-dir", profile)
    assert done.returncode == 2
    assert f"map.pdf kon niet worden geschreven in {tmp_path}." in done.stderr
    assert "Noem een bestand" in run("check", "").stderr


def test_the_list_names_every_output() -> None:
    done = run("export", "--list")
    assert done.returncode == 0
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert names == sorted(outputs())


def test_check_counts_and_finds_nothing_wrong(example: Path, profile: Path) -> None:
    before = example.read_bytes()
    done = run("check", example, "--profile-dir", profile)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 dagen, 2 klantreizen, 42 stappen" in done.stdout
    assert "Alles is in orde." in done.stdout
    assert example.read_bytes() == before


def test_check_tells_what_cannot_be_read(tmp_path: Path, profile: Path) -> None:
    path = tmp_path / "kapot.sprint"
    path.write_bytes(b"geen sprint")
    done = run("check", path, "--profile-dir", profile)
    assert done.returncode == 2
    assert "kapot.sprint" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_reports_records_that_cannot_be_shown(tmp_path: Path, profile: Path) -> None:
    path = tmp_path / "wees.sprint"
    sprint = Sprint(id=SPRINT_ID, title="Wees")
    workspace = Workspace.create(path, make_diff("edit.new_sprint", [(None, sprint)]), Folders(profile / "elsewhere"))
    orphan = {"journey_id": "gone", "step_id": "gone", "text": "wees"}
    workspace.store.commit({"cards": {"c": orphan}}, kind="edit", label="edit.add_card", params={})
    workspace.close()
    done = run("check", path, "--profile-dir", profile)
    assert done.returncode == 1
    assert "hoort bij iets dat er niet is" in done.stderr
    made = tmp_path / "wees.pdf"
    done = run("export", path, "--to", made, "--what", "summary", "--profile-dir", profile)
    assert done.returncode == 1
    assert made.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_output_can_be_made_as_one_packet(example: Path, tmp_path: Path, profile: Path, language: str) -> None:
    packet, folder = tmp_path / "a.packet", tmp_path / "out"
    folder.mkdir()
    rows = [
        {"what": name, "to": str(folder / f"{name}{output.suffixes[0]}"), "options": {"language": language}}
        for name, output in outputs().items()
    ]
    packet.write_text(json.dumps(rows), encoding="utf-8")
    done = run("export", example, "--packet", packet, "--language", language, f"--profile-dir={profile}")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["number"] for one in told] == list(range(len(rows)))
    assert [one for one in told if "problem" in one] == []
    assert done.returncode == 0
    made = {path.stem for path in folder.iterdir()}
    assert made == set(outputs())
    assert json.loads((folder / "data.json").read_text(encoding="utf-8"))["format"] == "reisgenoot-tables"
    for one in told:
        if one.get("pages"):
            assert len(PdfReader(one["to"]).pages) == one["pages"]


def test_the_list_of_a_day_marks_what_the_day_asks_for(example: Path, profile: Path) -> None:
    done = run("export", example, "--list", "--day", "2", "--profile-dir", profile)
    marked = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("*")}
    assert {"agenda", "script", "packing", "crazy_eights", "solution_sketch", "voting_sheet"} <= marked
    assert marked.isdisjoint({"certificate", "consent_form", "data"})


def test_a_poster_becomes_sheets_a_picture_and_a_drawing(example: Path, tmp_path: Path, profile: Path) -> None:
    marks = tmp_path / "marks.json"
    words = ("export", example, "--what", "journey", "--profile-dir", profile, "--paper", "A2", "--tiles", "A4")
    sheets = tmp_path / "a.pdf"
    assert run(*words, "--to", sheets, "--marks", marks).returncode == 0
    assert len(PdfReader(sheets).pages) > 5
    again = run(*words, "--to", tmp_path / "b.pdf", "--marks", marks, "--changed", "yes")
    assert again.returncode == 2
    assert "geen bladen" in again.stderr
    assert not (tmp_path / "b.pdf").exists()
    picture, drawing = tmp_path / "a.png", tmp_path / "a.svg"
    assert run("export", example, "--to", picture, "--dpi", "40", "--profile-dir", profile).returncode == 0
    with Image.open(picture) as found:
        assert found.info["dpi"] == pytest.approx((40, 40), abs=0.1)
    assert run("export", example, "--to", drawing, "--profile-dir", profile).returncode == 0
    assert "Zwerfafval" in "".join(ElementTree.parse(drawing).getroot().itertext())


def test_paper_and_journey_can_be_chosen(example: Path, tmp_path: Path, profile: Path) -> None:
    target = tmp_path / "uit.pdf"
    done = run(
        "export", example, "--to", target, "--journey", "to_be", "--paper", "A2", "--orientation", "landscape",
        "--profile-dir", profile,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    page = PdfReader(target).pages[0]
    assert float(page.mediabox.width) == pytest.approx(594 / 25.4 * 72, abs=0.01)
    assert "Gewenste klantreis" in page.extract_text()


BAD: dict[str, tuple[tuple[str, ...], str]] = {
    "no file": (("check",), "Noem een bestand"),
    "no target": (("export", "FILE"), "--to"),
    "missing file": (("check", "weg.sprint"), "weg.sprint"),
    "unknown option": (("check", "FILE", "--colour"), "--colour"),
    "unknown output": (("export", "FILE", "--to", "a.pdf", "--what", "cake"), "cake"),
    "unknown paper": (("export", "FILE", "--to", "a.pdf", "--paper", "B5"), "B5"),
    "no value": (("export", "FILE", "--to"), "--to"),
    "too many": (("check", "FILE", "FILE"), "te veel"),
    "suffix": (("export", "FILE", "--to", "a.docx"), "a.docx"),
    "wrong suffix": (("export", "FILE", "--to", "a.pdf", "--what", "data"), ".json"),
    "no such journey": (("export", "FILE", "--to", "a.pdf", "--journey", "zoek"), "zoek"),
    "no such folder": (("export", "FILE", "--to", "er/is/niet/a.pdf"), "niet"),
    "mistyped": (("exprot",), "exprot"),
    "example name": (("example", "a.txt"), ".sprint"),
    "paper of an output": (("export", "FILE", "--to", "a.pdf", "--what", "agenda", "--paper", "A0"), "A0"),
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_mistake_is_told_in_a_sentence(example: Path, tmp_path: Path, profile: Path, kind: str) -> None:
    words, told = BAD[kind]
    typed = [str(example) if word == "FILE" else word for word in words]
    where = tmp_path / "here"
    where.mkdir()
    command = [sys.executable, str(ROOT / "main.py"), *typed]
    if typed[0] != "exprot" and kind != "example name":
        command += ["--profile-dir", str(profile)] if kind != "no value" else []
    surroundings = {**os.environ, "LANG": "nl_NL.UTF-8", "LC_ALL": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=where, env=surroundings, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(where.iterdir()) == []


def test_an_example_never_replaces_a_file(example: Path) -> None:
    before = example.read_bytes()
    done = run("example", example)
    assert done.returncode == 2
    assert example.name in done.stderr
    assert example.read_bytes() == before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_is_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    path = tmp_path / "voorbeeld.sprint"
    assert run("example", path, "--language", language).returncode == 0
    with zipfile.ZipFile(path) as box:
        document = json.loads(box.read("document.json"))
    text = json.dumps(document, ensure_ascii=False)
    assert f'"language": "{language}"' in text or language == "nl"
    assert [path] == list(tmp_path.iterdir())


def test_commands_leave_the_working_folder_of_a_running_program_alone(tmp_path: Path, profile: Path) -> None:
    path = tmp_path / "open.sprint"
    sprint = Sprint(id=SPRINT_ID, title="Open")
    data = Folders(profile / "data")
    # Closed and opened again, so that the program's own tidying is over before we look.
    Workspace.create(path, make_diff("edit.new_sprint", [(None, sprint)]), data).close()
    workspace = Workspace.open(path, data)
    try:
        assert not workspace.is_read_only
        before = listing(data.working)
        assert before
        done = run("export", path, "--to", tmp_path / "a.pdf", "--what", "summary", "--profile-dir", profile)
        assert done.returncode == 0, done.stderr
        assert run("check", path, "--profile-dir", profile).returncode == 0
        assert listing(data.working) == before
    finally:
        workspace.close()


def test_without_a_display_the_window_says_so_in_one_sentence() -> None:
    gone = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run(**gone)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1


CHILD = """
import sys
sys.path.insert(0, sys.argv[1])
class Ban:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "networkx"):
            raise ImportError(name)
sys.meta_path.insert(0, Ban())
import main
sys.exit(main.main(["reisgenoot", *sys.argv[2:]]))
"""


def test_commands_need_neither_qt_nor_the_graph(example: Path, tmp_path: Path, profile: Path) -> None:
    words = ["export", str(example), "--to", str(tmp_path / "a.pdf"), "--profile-dir", str(profile)]
    command = [sys.executable, "-c", CHILD, str(ROOT), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
