"""The one door to the files in this package, in a clone, an installed folder or a zip alike."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def read_text(relative: str) -> str:
    """Give the UTF-8 text of a file such as `themes/light.toml`.

    Raises ValueError for a name that leaves the package and FileNotFoundError when there is no such file.
    """
    return _locate(relative).read_text(encoding="utf-8")


def read_bytes(relative: str) -> bytes:
    """Give the bytes of a file such as `icons/plus.svg`; raises like `read_text`."""
    return _locate(relative).read_bytes()


def list_names(folder: str) -> list[str]:
    """Give the sorted names of the files in a folder such as `exercises`; sub-folders are left out.

    Raises ValueError for a name that leaves the package and FileNotFoundError when there is no such folder.
    """
    place = _locate(folder)
    if not place.is_dir():
        raise FileNotFoundError(folder)
    names = (entry.name for entry in place.iterdir() if entry.is_file())
    return sorted(name for name in names if not name.startswith("."))


def _locate(relative: str) -> Traversable:
    parts = relative.split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part or "\0" in part for part in parts):
        raise ValueError(f"not a name inside assets: {relative!r}")
    place = _root()
    for part in parts:
        place = place / part
    return place


@cache
def _root() -> Traversable:
    # This package's own name, not a literal: a tool may import it under another root.
    return files(__name__.rpartition(".")[0])
