"""The one door to the files in this package, in a clone, an installed folder or a zip alike."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read_text(relative: str) -> str:
    """Give the UTF-8 text of a file such as `themes/light.json`.

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
    # This package's own name, not a literal: a tool may import it under another root.
    place = folder_of(__name__.rpartition(".")[0])
    for part in parts:
        place = place / part
    return place


@cache
def folder_of(package: str) -> Traversable:
    """Give the folder of a package that holds data; raises ModuleNotFoundError when it is not installed.

    Where it is a folder on the disk it is taken as it is: the first window waits for this, and `importlib.resources`
    takes 5 ms to load. In a zip there is no other way.
    """
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if len(places) == 1 and Path(places[0]).is_dir():
        return Path(places[0])
    from importlib.resources import files  # noqa: PLC0415 - see above

    return files(package)
