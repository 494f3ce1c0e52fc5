"""No widget of ours gives a name of Qt another meaning: who moves it or lets it scroll must get what Qt promises."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6 import QtWidgets

from tests.helpers.source import room_files, shown, tree_of

Trees = list[tuple[Path, ast.Module]]


def _bases(trees: Trees) -> dict[str, list[str]]:
    """Return the names of the bases of every class, by its name."""
    return {
        node.name: [ast.unparse(base).rpartition(".")[2] for base in node.bases]
        for _, tree in trees
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def _qt_base(name: str, bases: dict[str, list[str]], seen: frozenset[str] = frozenset()) -> type | None:
    """Return the widget of Qt that a class comes from; None for what is no widget."""
    found = getattr(QtWidgets, name, None)
    if found is not None:
        return found if issubclass(found, QtWidgets.QWidget) else None
    further = [] if name in seen else bases.get(name, [])
    return next((base for one in further if (base := _qt_base(one, bases, seen | {name}))), None)


def _own_names(node: ast.ClassDef) -> Iterator[tuple[str, ast.AST]]:
    """Give methods in our spelling, and what is set on `self`; names in camelCase are meant to be Qt's."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == part.name.lower():
            yield part.name, part
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and ast.unparse(part.value) == "self":
            yield part.attr, part


def shadows(given: Iterable[tuple[Path, ast.Module]]) -> list[str]:
    trees: Trees = list(given)
    bases = _bases(trees)
    classes = [(path, node) for path, tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    return [
        f"{shown(path, part)} {node.name}.{name} is a name of {base.__name__}"
        for path, node in classes
        if (base := _qt_base(node.name, bases)) is not None
        for name, part in _own_names(node)
        if hasattr(base, name) and name != "event" and not name.startswith("__")
    ]


def test_no_widget_shadows_a_name_of_qt() -> None:
    assert shadows((path, tree_of(path)) for path in room_files("canvas", "ui")) == []


def test_a_shadow_is_noticed() -> None:
    lines = ["class A(QWidget):", " def move(self): ...", " def event(self): ..."]
    lines += ["class B(A):", " def f(self): self.scroll = 1"]
    assert shadows([(Path("planted.py"), ast.parse("\n".join(lines)))]) == [
        "planted.py:2 A.move is a name of QWidget",
        "planted.py:5 B.scroll is a name of QWidget",
    ]
