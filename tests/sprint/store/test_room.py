"""The rules of this room, checked in its source."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ROOM = ROOT / "sprint" / "store"
SOURCES = sorted(ROOM.rglob("*.py"))
PATH_METHODS = {
    "read_bytes",
    "write_bytes",
    "read_text",
    "write_text",
    "mkdir",
    "unlink",
    "rmdir",
    "touch",
    "iterdir",
    "glob",
    "rglob",
    "exists",
    "is_file",
    "is_dir",
    "symlink_to",
    "hardlink_to",
    "chmod",
}
MAY_ASK_THE_SYSTEM = {
    "disk.py": None,
    "system_lock.py": None,
    "machine.py": {"os.name", "os.getpid", "os.kill", "os.environ"},
}


def system_calls(source: str) -> set[str]:
    """Every use of `os`, `shutil`, `open()` and of path methods that touch the disk."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner in {"os", "shutil", "io.open"}:
                found.add(f"{owner}.{node.attr}")
            elif node.attr in PATH_METHODS and not ast.unparse(node.value).endswith("disk"):
                found.add(f"Path.{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            found.add("open()")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_only_the_disk_port_touches_the_disk(path: Path) -> None:
    allowed = MAY_ASK_THE_SYSTEM.get(path.name, set())
    if allowed is not None:
        assert system_calls(path.read_text()) <= allowed


def test_the_rule_bites() -> None:
    assert system_calls("import os\nos.replace('a', 'b')\nopen('x')\np.write_bytes(b'')") == {
        "os.replace",
        "open()",
        "Path.write_bytes",
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_has_a_sentence_with_the_same_gaps(language: str) -> None:
    texts = json.loads((ROOT / "assets" / "i18n" / language / "store.json").read_text())
    dutch = json.loads((ROOT / "assets" / "i18n" / "nl" / "store.json").read_text())
    used = {key for path in SOURCES for key in re.findall(r'"(store\.[a-z_]+)"', path.read_text())}
    known = {key.removesuffix(".one").removesuffix(".other") for key in texts}

    assert used == known
    for key, text in texts.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", dutch[key])), key
        assert "!" not in text
