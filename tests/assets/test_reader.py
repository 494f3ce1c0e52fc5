"""The one door to the assets opens for names inside the package and for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.reader import list_names, read_bytes, read_text

ROOT = Path(__file__).resolve().parents[2]


def test_reads_text_and_bytes_of_the_same_file() -> None:
    on_disk = (ROOT / "assets" / "themes" / "light.json").read_bytes()
    assert read_bytes("themes/light.json") == on_disk
    assert read_text("themes/light.json") == on_disk.decode("utf-8").replace("\r\n", "\n")


def test_lists_files_sorted_and_leaves_folders_out() -> None:
    names = list_names("themes")
    assert "light.json" in names
    assert names == sorted(names)
    assert list_names("i18n") == []


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../pyproject.toml", "themes/../../x", "/etc/hosts", "themes//light.json", "C:/x", "a\\b", "x\0"],
)
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    for read in (read_text, read_bytes, list_names):
        with pytest.raises(ValueError, match="not a name inside assets"):
            read(name)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(FileNotFoundError):
        read_text("themes/nothing.json")
    with pytest.raises(FileNotFoundError):
        list_names("nothing")
