"""Why the program cannot start on this machine, in a sentence; loaded only then, and without Qt."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import NoReturn

from sprint.i18n import Translator, language_of

EXIT_NO_WINDOW = 3
"""The exit code when there is no display, or nothing to draw a window with."""
EXIT_NOT_INSTALLED = 2
NEEDS_A_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_OURS = frozenset({"assets", "sprint", "exports", "canvas", "ui", "main"})
_SHARED = re.compile(r"lib[\w.+-]+\.so(\.\d+)*")
_NO_ANSWER = ("could not connect to display", "Failed to create wl_display")
_USUALLY_MISSING = "libxcb-cursor.so.0"


def say_why(error: ImportError, environment: Mapping[str, str]) -> int:
    """Tell what the program lacks when it could not be loaded, and give the exit code; raises a fault of ours."""
    key, name = _lack(error, environment)
    if not key:
        raise error
    _say(key, name, environment)
    return EXIT_NOT_INSTALLED if isinstance(error, ModuleNotFoundError) else EXIT_NO_WINDOW


def end_without_window(told: Iterable[str]) -> NoReturn:
    """Tell why Qt could open no window, from what it has `told` before, and end: it would end by a crash."""
    is_answered = not any(words in message for message in told for words in _NO_ANSWER)
    _say("ui.error_no_library" if is_answered else "ui.error_no_display", _USUALLY_MISSING, os.environ)
    sys.stderr.flush()
    os._exit(EXIT_NO_WINDOW)


def _lack(error: ImportError, environment: Mapping[str, str]) -> tuple[str, str]:
    """Give the key of the sentence and what is missing; both empty when the error is a fault of the program."""
    package = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError):
        return ("", "") if package in _OURS else ("ui.error_not_installed", package)
    shared = _SHARED.search(str(error))
    if shared is None:
        return "", ""
    if sys.platform.startswith("linux") and not any(environment.get(name) for name in NEEDS_A_DISPLAY):
        return "ui.error_no_display", ""
    return "ui.error_no_library", shared.group()


def _say(key: str, name: str, environment: Mapping[str, str]) -> None:
    print(Translator.load(language_of(environment))(key, name=name), file=sys.stderr)
