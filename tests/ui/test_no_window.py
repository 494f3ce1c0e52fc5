"""Where no window can be opened, a person reads one sentence and no words of Qt or Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sprint.i18n import LANGUAGES
from tests.helpers.source import ROOT
from ui.no_window import EXIT_NO_WINDOW, EXIT_NOT_INSTALLED, say_why

SPOKEN = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
NO_EGL = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "display", "words"),
    [
        (NO_EGL, {"DISPLAY": ":0"}, ("libEGL.so.1", "apt install", "export")),
        (ImportError("/lib/x86_64-linux-gnu/libGL.so.1: file too short"), {"WAYLAND_DISPLAY": "w"}, ("libGL.so.1",)),
        (ModuleNotFoundError("No module named 'PySide6.QtGui'", name="PySide6.QtGui"), {}, ("PySide6", "pip install")),
    ],
)
def test_what_is_missing_is_named_with_what_helps(
    error: ImportError,
    display: dict[str, str],
    words: tuple[str, ...],
    language: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = EXIT_NOT_INSTALLED if isinstance(error, ModuleNotFoundError) else EXIT_NO_WINDOW
    assert say_why(error, {"LANG": SPOKEN[language], **display}) == code
    said = capsys.readouterr().err
    assert [word for word in words if word not in said] == []
    assert (
        said.count("\n") == 1
        and ("Reisgenoot" in said)
        and ("mist" in said or "ontbreekt" in said) == (language == "nl")
    )


def test_a_server_without_a_display_hears_of_that_and_not_of_a_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert say_why(NO_EGL, {"LANG": "en_GB.UTF-8"}) == EXIT_NO_WINDOW
    assert "there is no display" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'ui.hone'", name="ui.hone"),
        ImportError("cannot import name 'Hone' from 'ui.home'", name="ui.home"),
    ],
)
def test_a_fault_of_the_program_is_not_blamed_on_the_machine(error: ImportError) -> None:
    with pytest.raises(ImportError) as raised:
        say_why(error, {"DISPLAY": ":0"})
    assert raised.value is error


@pytest.mark.parametrize("words", [[], ["check", "a.sprint"]])
def test_started_before_it_was_installed_it_says_what_to_do_first(words: list[str]) -> None:
    # Without site-packages Python knows nothing but itself, as on a laptop where only `git clone` was done.
    bare = [sys.executable, "-I", "-S", str(ROOT / "main.py"), *words]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environment |= {"DISPLAY": ":0", "LANG": "en_GB.UTF-8"}
    done = subprocess.run(bare, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == EXIT_NOT_INSTALLED
    assert "is missing. First do “pip install .”" in done.stderr and done.stderr.count("\n") == 1


def test_a_display_that_does_not_answer_ends_in_one_sentence(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LC_", "WAYLAND"))}
    environment |= {"DISPLAY": ":54321", "LANG": "en_GB.UTF-8"}
    command = [sys.executable, str(ROOT / "main.py"), "--profile-dir", str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == EXIT_NO_WINDOW
    assert done.stderr.startswith("Reisgenoot cannot open a window: ") and done.stderr.count("\n") == 1
