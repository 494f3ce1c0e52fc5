"""Every test runs without a screen, without the person's own folders and under guards."""

from __future__ import annotations

import os

# Before anything can start Qt; a person may still choose another platform to watch a test.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.helpers.guards import expect_log, guard_log, guard_qt, guard_threads

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

__all__ = ["expect_log", "guard_log", "guard_qt", "guard_threads"]

# A room that has a double of its own (such as scripted questions) checks it in an autouse fixture in the
# conftest.py of its own folder; this file knows no room.

_HOME_NAMES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
}


def _home_variables(home: Path) -> dict[str, str]:
    return {name: str(home / folder) if folder else str(home) for name, folder in _HOME_NAMES.items()}


def pytest_configure(config: pytest.Config) -> None:
    """Move the home folder away before a module or a session fixture can look at it."""
    home = Path(tempfile.mkdtemp(prefix="reisgenoot-tests-"))
    os.environ.update(_home_variables(home))
    # No session bus of this machine.
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # A busy machine is no fault of the code: examples are counted, not timed.
    settings.register_profile("house", deadline=None, print_blob=True)
    settings.load_profile("house")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give Qt the program's own typeface, as in the program: what fits must not depend on which test ran before."""
    from ui.theme import register_fonts  # tests without Qt load none of it

    register_fonts()
    return qapp


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test a home folder of its own, so that no test finds another's files."""
    home = tmp_path_factory.mktemp("home")
    for name, value in _home_variables(home).items():
        monkeypatch.setenv(name, value)
    yield home
