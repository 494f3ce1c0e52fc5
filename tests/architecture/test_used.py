"""Nothing is kept that only tests call: what no room names any more is taken out, with its tests."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.helpers.source import room_files, shown, tree_of

FOR_TESTS = {
    "icon_names": "tests go through every icon",
    "theme_names": "tests go through every look",
    "surface_names": "tests go through every working surface",
    "check_programme": "proves the programmes that we ship; the planner checks a sprint's own",
    "problem_text": "says what `check_programme` found",
    "hold_results": "the room's face for results waits for a hand that gives it some",
    "reveal_results": "as above",
}
"""What only tests may call, with the reason."""
CALLED_BY_OTHERS = {
    "relations": "a screen reader, by way of Qt",
    "interface_cast": "as above",
    "_read_table": "TinyDB",
    "_update_table": "TinyDB",
    "_get_next_id": "TinyDB",
}
"""What a library calls by its own name."""

Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _defined(tree: ast.Module) -> Iterator[Named]:
    """Give functions, classes and methods; Qt calls those in camelCase, and a property may be there to be looked at."""
    for holder in [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]:
        for node in holder.body:
            if isinstance(node, Named) and not node.name.startswith("__") and not _is_called_elsewhere(holder, node):
                yield node


def _is_called_elsewhere(holder: ast.AST, node: Named) -> bool:
    is_qts = isinstance(holder, ast.ClassDef) and node.name != node.name.lower()
    return is_qts or any(ast.unparse(mark).endswith(("property", "override")) for mark in node.decorator_list)


def _used(tree: ast.Module) -> set[str]:
    """Return every name that is read, also as a literal; a function that only calls itself is not used."""
    found: set[str] = set()
    waiting: list[tuple[ast.AST, frozenset[str]]] = [(tree, frozenset())]
    while waiting:
        node, around = waiting.pop()
        if isinstance(node, Named):
            around |= {node.name}
        name = _name_of(node)
        if name not in around:
            found.add(name)
        waiting += ((child, around) for child in ast.iter_child_nodes(node))
    return found


def _name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def forgotten(trees: Iterable[tuple[Path, ast.Module]]) -> dict[str, str]:
    """Return what is defined and never named again, with its place."""
    trees = list(trees)
    used = set[str]().union(*(_used(tree) for _, tree in trees))
    return {node.name: shown(path, node) for path, tree in trees for node in _defined(tree) if node.name not in used}


def test_everything_is_used_by_a_room() -> None:
    found = forgotten((path, tree_of(path)) for path in room_files())
    excused = FOR_TESTS.keys() | CALLED_BY_OTHERS.keys()
    assert {name: place for name, place in found.items() if name not in excused} == {}
    assert excused - found.keys() == set()  # an excuse that is no longer needed goes too


def test_what_only_calls_itself_is_noticed() -> None:
    text = "def a(): b()\ndef b(): ...\ndef c(): c()\nclass D:\n    def e(self): ...\n    def paintEvent(self): a()\n"
    found = forgotten([(Path("planted.py"), ast.parse(text))])
    assert found == {"c": "planted.py:3", "D": "planted.py:4", "e": "planted.py:5"}
