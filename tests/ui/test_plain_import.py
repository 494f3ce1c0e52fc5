"""Modules are loaded as Python loads them, without PySide6 reading their sources."""

from __future__ import annotations

import builtins
import inspect
from pathlib import Path

import pytest

from ui.plain_import import use_plain_import


def test_pyside_no_longer_reads_the_source_of_each_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read: list[str] = []
    monkeypatch.setattr(inspect, "getsource", lambda module: read.append(module.__name__) or "")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("loaded_before", "loaded_after"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(builtins, "__import__", builtins.__dict__["__feature_import__"])
    __import__("loaded_before")
    use_plain_import()
    __import__("loaded_after")
    assert "loaded_before" in read, "a PySide6 that does not do this needs no ui.plain_import any more"
    assert "loaded_after" not in read
    assert hasattr(__import__("PySide6.QtPrintSupport").QtPrintSupport, "QPrinter"), "PySide6 can still be loaded"
