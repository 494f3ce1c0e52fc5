"""Rooms stay small enough to read: budgets for files, functions and constructors, and words on every door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.source import files_of_tests, room_files, shown, tree_of

FILE_LINES = 400
FUNCTION_LINES = 50
CONSTRUCTOR_LINES = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def over_budget(path: Path, tree: ast.Module, lines: int) -> Iterator[str]:
    if lines > FILE_LINES:
        yield f"{shown(path)} has {lines} lines, at most {FILE_LINES}"
    for node in ast.walk(tree):
        if isinstance(node, Function):
            budget = CONSTRUCTOR_LINES if node.name == "__init__" else FUNCTION_LINES
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > budget:
                yield f"{shown(path, node)} {node.name} has {length} lines, at most {budget}"


def without_words(path: Path, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield f"{shown(path)} does not say what it is for"
    for node in _public(tree):
        if not ast.get_docstring(node):
            yield f"{shown(path, node)} {node.name} has no docstring"


def _public(holder: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in holder.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from _public(node)
        elif isinstance(node, Function) and not node.name.startswith("_") and not _is_told_elsewhere(node):
            yield node


def _is_told_elsewhere(node: Function) -> bool:
    """Whether another place documents it: Qt's own name, an override, a setter or an overload."""
    marks = {ast.unparse(mark).rpartition(".")[2] for mark in node.decorator_list}
    return bool(marks & {"override", "setter", "overload"}) or node.name != node.name.lower()


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_within_the_budget() -> None:
    files = [*room_files(), *files_of_tests()]
    assert [line for path in files for line in over_budget(path, tree_of(path), lines_of(path))] == []


def test_public_names_say_what_they_are_for() -> None:
    assert [line for path in room_files() for line in without_words(path, tree_of(path))] == []


def test_the_budget_bites() -> None:
    body = "\n".join("        x = 1" for _ in range(45))
    text = f"class A:\n    def __init__(self):\n{body}\n    def f(self):\n{body}\n        x = 1\n{body}\n"
    found = list(over_budget(Path("planted.py"), ast.parse(text), 401))
    assert [line.split(" has ")[0] for line in found] == ["planted.py", "planted.py:2 __init__", "planted.py:48 f"]


def test_missing_words_are_noticed() -> None:
    text = "class A:\n    def f(self): ...\n    def _g(self): ...\n    def paintEvent(self, e): ...\n"
    found = list(without_words(Path("planted.py"), ast.parse(text)))
    assert len(found) == 3
    assert found[2] == "planted.py:2 f has no docstring"
