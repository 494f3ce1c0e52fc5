"""A look into the source of this project, for the tests that keep its rules."""

from __future__ import annotations

import ast
import functools
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("assets", "sprint", "exports", "canvas", "ui")
NO_QT = ("assets", "sprint", "exports")
_SKIPPED = {".git", ".venv", ".hypothesis", "build", "dist", "__pycache__"}


def project_files() -> list[Path]:
    """List the files of the project: what git tracks or would add, else all but caches."""
    if (ROOT / ".git").exists() and (git := shutil.which("git")):
        command = [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
        # A file that is deleted but not committed yet is still listed.
        return sorted(ROOT / name for name in names if name and (ROOT / name).is_file())
    found = (path for path in ROOT.rglob("*") if path.is_file())
    return sorted(path for path in found if not _is_skipped(path.relative_to(ROOT)))


def _is_skipped(relative: Path) -> bool:
    return any(part in _SKIPPED or part.endswith("_cache") for part in relative.parts)


def room_files(*rooms: str) -> list[Path]:
    """List the Python files of some rooms; of all rooms and main.py when none is named."""
    found = [path for room in rooms or ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    main = ROOT / "main.py"
    return found if rooms or not main.exists() else [*found, main]


def files_of_tests() -> list[Path]:
    """List the Python files below tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """Parse a file once for all rules."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path, node: ast.AST | None = None) -> str:
    """Name a file and a line as an editor can open it."""
    line = getattr(node, "lineno", None)
    name = path.relative_to(ROOT).as_posix() if ROOT in path.parents else path.name
    return name if line is None else f"{name}:{line}"


def imports_of(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Give every module named by an import, wherever it stands in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
