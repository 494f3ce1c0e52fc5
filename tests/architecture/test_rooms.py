"""Who may know whom: no Qt below the window, the import contracts, and proof that each of them bites."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.source import NO_QT, ROOMS, ROOT, imports_of, room_files, shown, tree_of

QT = {"PySide6", "shiboken6", "PyQt6", "PyQt5", "qtpy"}
HEAVY = ("networkx", "reportlab", "PIL", "cryptography")

# Run in a process of its own: importing must be seen from a clean start.
BANNED_IMPORTS = """
import importlib, pkgutil, sys
rooms, banned = sys.argv[1].split(","), set(sys.argv[2].split(","))

class Ban:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in banned:
            raise ImportError(f"{name} is banned here")

sys.meta_path.insert(0, Ban())
count = 0
for room in rooms:
    package = importlib.import_module(room)
    count += 1
    for module in pkgutil.walk_packages(package.__path__, room + "."):
        importlib.import_module(module.name)
        count += 1
print(count)
"""


def import_all_without(rooms: tuple[str, ...], banned: tuple[str, ...], root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BANNED_IMPORTS, ",".join(rooms), ",".join(banned)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-cache"]
    environment = dict(os.environ, COLUMNS="300", PYTHONPATH=str(folder))
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def contracts() -> list[str]:
    raw = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in raw["tool"]["importlinter"]["contracts"]]


def test_no_file_below_the_window_names_qt() -> None:
    found = [
        shown(path, node)
        for path in room_files(*NO_QT)
        for name, node in imports_of(tree_of(path))
        if name.partition(".")[0] in QT
    ]
    assert found == []


def test_the_rooms_below_the_window_work_where_there_is_no_qt() -> None:
    done = import_all_without(NO_QT, tuple(sorted(QT)), ROOT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(room_files(*NO_QT)) - 1


def test_no_heavy_library_is_loaded_by_importing_the_window() -> None:
    """The first window must not wait for networkx, reportlab or Pillow; exports may load when first used."""
    done = import_all_without(("assets", "sprint", "canvas", "ui"), HEAVY, ROOT)
    assert done.returncode == 0, done.stderr


def test_a_banned_import_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "room" / "inner").mkdir(parents=True)
    (tmp_path / "room" / "__init__.py").touch()
    (tmp_path / "room" / "inner" / "__init__.py").write_text("from PySide6 import QtCore\n", encoding="utf-8")
    done = import_all_without(("room",), ("PySide6",), tmp_path)
    assert done.returncode != 0
    assert "PySide6 is banned here" in done.stderr


def test_the_import_contracts_are_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(contracts())} kept, 0 broken" in done.stdout


PLANTS = {
    "assets/planted.py": "import sprint\n",
    "sprint/planted_up.py": "import canvas\n",
    "sprint/planted_tiny.py": "import tinydb\n",
    "sprint/store/__init__.py": "import tinydb\nimport PIL\n",
    "sprint/planted_paper.py": "import reportlab.pdfgen\n",
    "sprint/planted_picture.py": "import PIL.Image\n",
    "exports/planted_qt.py": "import PySide6.QtCore\n",
    "exports/planted_side.py": "import canvas\n",
    "canvas/planted_side.py": "import exports\n",
    "canvas/planted_graph.py": "def f():\n    import networkx\n",
    "canvas/planted_window.py": "import ui\n",
}
"""Files that break a contract; the store may know TinyDB and Pillow and must not be blamed."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what import-linter says about five empty rooms with every violation planted."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for room in ROOMS:
        (folder / room).mkdir()
        (folder / room / "__init__.py").touch()
    for name, text in PLANTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = lint_imports(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("contract", contracts())
def test_every_contract_bites(planted: str, contract: str) -> None:
    assert re.search(rf"^{re.escape(contract)} BROKEN\b", planted, re.MULTILINE), planted


@pytest.mark.parametrize(
    "edge",
    [
        "assets.planted -> sprint",
        "sprint.planted_up -> canvas",
        "exports.planted_side -> canvas",
        "canvas.planted_side -> exports",
        "canvas.planted_window -> ui",
        "exports.planted_qt -> PySide6",
        "canvas.planted_graph -> networkx",
        "sprint.planted_tiny -> tinydb",
        "sprint.planted_paper -> reportlab",
        "sprint.planted_picture -> PIL",
    ],
)
def test_a_forbidden_import_is_named(planted: str, edge: str) -> None:
    assert edge in planted, planted
    assert "sprint.store ->" not in planted, planted


LIVES_LONG = frozenset({"texts", "theme", "settings", "bridge", "_bridge"})
"""What outlives the widgets that listen to it."""


def lambdas_that_stay(tree: ast.AST) -> Iterator[ast.AST]:
    """Find a lambda that listens to something which lives longer than the widget it belongs to.

    Qt lets go of a method when its widget is deleted, of a lambda never: it would speak to a widget that is gone.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
            is_lambda = any(isinstance(argument, ast.Lambda) for argument in node.args)
            names = {one.attr for one in ast.walk(node.func.value) if isinstance(one, ast.Attribute)}
            names |= {one.id for one in ast.walk(node.func.value) if isinstance(one, ast.Name)}
            if is_lambda and names & LIVES_LONG:
                yield node


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("context.texts.changed.connect(lambda: self.say())", 1),
        ("self._bridge.document_changed.connect(lambda _diff: self.say())", 1),
        ("context.texts.changed.connect(self.say)", 0),
        ("self.button.clicked.connect(lambda: self.say())", 0),
    ],
)
def test_a_lambda_that_stays_is_found(code: str, count: int) -> None:
    assert len(list(lambdas_that_stay(ast.parse(code)))) == count


def test_what_listens_goes_with_its_widget() -> None:
    files = room_files("ui", "canvas")
    assert [shown(path, node) for path in files for node in lambdas_that_stay(tree_of(path))] == []
