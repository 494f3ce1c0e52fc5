"""Tests wait for facts, never for time, and none is switched off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.source import files_of_tests, shown, tree_of

# The patterns are made of pieces, so that this file does not report itself.
BANNED_CALLS = {
    "qtbot.wait": "wait for a signal or waitUntil",
    "time.sleep": "wait for a condition or inject a clock",
    "QTest.qWait": "wait for a signal or waitUntil",
    "QTest.qSleep": "wait for a condition",
    "pytest.skip": "a test runs or is not there",
    "pytest.xfail": "mend it",
    "pytest.importorskip": "a dependency is installed",
    "unittest.skip": "a test runs or is not there",
}
BANNED_MARK = re.compile(r"(^|\.)mark\.(skip|skipif|xfail|flaky)$")


def breaches(path: Path, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (reason := BANNED_CALLS.get(ast.unparse(node.func))):
            yield f"{shown(path, node)} {ast.unparse(node.func)}: {reason}"
        elif isinstance(node, ast.Attribute) and BANNED_MARK.search(ast.unparse(node)):
            yield f"{shown(path, node)} {ast.unparse(node)}: a test runs or is not there"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"{shown(path, node)} imports sleep" for name in node.names if name.name == "sleep")


def test_nothing_sleeps_or_is_skipped() -> None:
    assert [line for path in files_of_tests() for line in breaches(path, tree_of(path))] == []


@pytest.mark.parametrize(
    "text",
    [
        "qtbot.wait(100)",
        "import time\ntime.sleep(1)",
        "from time import sleep",
        "@pytest.mark.skipif(True)\ndef f(): ...",
        "@pytest.mark.xfail\ndef f(): ...",
        "pytestmark = pytest.mark.flaky",
        "pytest.importorskip('x')",
    ],
)
def test_the_ban_bites(text: str) -> None:
    assert len(list(breaches(Path("planted.py"), ast.parse(text)))) == 1
