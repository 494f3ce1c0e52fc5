"""What lies in the repository works on every machine: no registry host, no path of one machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.source import ROOT, project_files, shown

# Written in pieces, so that this file does not report itself.
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.com", "npm" + "js.org", "deb.deb" + "ian.org")
PATHS = ("wo" + "rk", "fa" + "rm", "ro" + "ot", "ho" + "me", "Us" + "ers", "op" + "t")
PATH = re.compile(rf"(?<![\w.~/}}])/(?:{'|'.join(PATHS)})/[\w.-]|(?<![\w.])/t[m]p/[a-z]|\b[A-Z]:\\\\?Users\b")
HOST = re.compile("|".join(map(re.escape, HOSTS)))
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".ttf", ".pdf", ".sprint", ".zip", ".ico"}


def local_things(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern in (HOST, PATH):
            if match := pattern.search(line):
                yield f"{name}:{number} names {match.group()!r}"


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found: list[str] = []
    for path in project_files():
        if path.suffix.lower() not in BINARY:
            found += local_things(shown(path), path.read_text(encoding="utf-8", errors="replace"))
    assert found == []


def test_no_file_is_too_big_for_a_repository() -> None:
    assert [shown(path) for path in project_files() if path.stat().st_size > 2_000_000] == []


@pytest.mark.parametrize("line", ["index = https://" + HOSTS[0], "x = '/" + PATHS[0] + "/main'", "cd /t" + "mp/x"])
def test_a_local_thing_is_noticed(line: str) -> None:
    assert len(list(local_things("planted", line))) == 1


@pytest.mark.parametrize("line", ["sprint/working/a", "https://example.org/home/page", "~/work/x", "a/root/b"])
def test_a_harmless_line_is_left_alone(line: str) -> None:
    assert list(local_things("harmless", line)) == []


def test_the_top_level_is_the_one_of_the_plan() -> None:
    allowed = {"main.py", "ui", "sprint", "canvas", "exports", "assets", "tests", "pyproject.toml", "README.md"}
    allowed |= {".ci", ".gitignore", ".gitattributes", "LICENSE"}
    assert {path.relative_to(ROOT).parts[0] for path in project_files()} - allowed == set()


def test_the_licence_is_whole() -> None:
    text = Path(ROOT / "LICENSE").read_text(encoding="utf-8")
    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    assert text.rstrip().endswith("EUPL version.")
