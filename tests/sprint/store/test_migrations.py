"""Every format that was ever released opens; one test per step, one fixture per version."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import orjson
import pytest

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.migrations import STEPS, migrated_tables
from sprint.store.migrations.v1_to_v2 import feeling_from_valence
from sprint.store.shapes import FORMAT_VERSION
from sprint.store.sprint_store import open_sprint
from tests.proof.disks import QuickDisk

FIXTURES = Path(__file__).resolve().parents[2] / "data" / "format"


def test_every_version_has_a_step_and_a_fixture() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT_VERSION))
    names = {path.name for path in FIXTURES.glob("v*.sprint")}
    assert names == {f"v{version}.sprint" for version in range(1, FORMAT_VERSION + 1)}


@pytest.mark.parametrize(("before", "after"), [(-2, -3), (-1, -1), (0, 0), (1, 1), (2, 3)])
def test_v1_to_v2_feeling(before: int, after: int) -> None:
    raw = {"title": "Melden", "valence": before, "novel": 1}
    assert feeling_from_valence("steps", raw) == {"title": "Melden", "feeling": after, "novel": 1}
    assert raw["valence"] == before


@pytest.mark.parametrize("odd", [7, "sad", None, True, 1.5])
def test_v1_to_v2_leaves_alone_what_it_does_not_know(odd: object) -> None:
    assert feeling_from_valence("steps", {"valence": odd}) == {"valence": odd}
    assert migrated_tables({"cards": {"a": {"valence": 2}}}, 1) == {"cards": {"a": {"valence": 2}}}


@pytest.mark.parametrize("version", range(1, FORMAT_VERSION + 1))
def test_old_files_open_in_todays_format(tmp_path: Path, version: int) -> None:
    path, folders = tmp_path / "oud.sprint", Folders(tmp_path / "data", tmp_path / "refuge")
    shutil.copy(FIXTURES / f"v{version}.sprint", path)
    original = path.read_bytes()

    opened = open_sprint(path, folders, disk=QuickDisk())
    store = opened.store
    steps = store.tables["steps"]
    assert [steps[f"s{number}"].get("feeling") for number in range(5)] == [-3, -1, 0, 1, 3]
    assert steps["s0"]["novel"] == {"kept": True}
    assert store.tables["from_elsewhere"] == {"x": {"valence": 2}}
    assert store.tables_at(1)["steps"]["s0"]["feeling"] == -3
    assert store.tables_at(store.seq) == store.tables
    is_old = version < FORMAT_VERSION
    assert [finding.key for finding in opened.findings] == (["store.found_older_format"] if is_old else [])
    store.close()

    kept = folders.backups / store.uid / f"oud.v{version}.sprint"
    assert kept.exists() == is_old
    if is_old:
        assert kept.read_bytes() == original
        assert orjson.loads(zipfile.ZipFile(path).read("manifest.json"))["format_version"] == FORMAT_VERSION
    again = open_sprint(path, folders, disk=QuickDisk())
    assert again.findings == ()
    assert again.store.tables == store.tables
    again.store.close()


def newer(path: Path, *, is_readable: bool) -> None:
    """A file of a format to come."""
    with zipfile.ZipFile(FIXTURES / "v2.sprint") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                manifest = orjson.loads(data) | {"format_version": FORMAT_VERSION + 1, "novel": {"more": 1}}
                data = orjson.dumps(manifest)
            elif name == "document.json" and not is_readable:
                data = b"something new"
            new.writestr(name, data)


def test_a_newer_format_is_for_looking_only(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.sprint"
    newer(path, is_readable=True)
    before = path.read_bytes()
    opened = open_sprint(path, Folders(tmp_path / "data"), disk=QuickDisk())
    assert opened.store.read_only
    assert "store.found_newer_format" in [finding.key for finding in opened.findings]
    assert opened.store.tables["steps"]["s0"]["feeling"] == -3
    opened.store.close()
    assert path.read_bytes() == before


def test_a_newer_format_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    newer(tmp_path / "nieuw.sprint", is_readable=False)
    with pytest.raises(SprintError, match="newer_format"):
        open_sprint(tmp_path / "nieuw.sprint", Folders(tmp_path / "data"), disk=QuickDisk())
