"""Starts Reisgenoot: the window, or a command (`export`, `check`, `example`, `--version`, `--help`).

Exit codes: 0 all is well, 1 done but there is something to tell, 2 asked wrongly or not possible, 3 no display.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_OF_THE_WINDOW = "--profile-dir"
_COMMANDS = frozenset({"export", "check", "example", "help", "--help", "-h", "--version"})


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; gives the exit code."""
    # In a clone and when installed the rooms lie beside this file, under their own names.
    folder = str(Path(__file__).resolve().parent)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    words = list(sys.argv if argv is None else argv)
    try:
        run = _command() if _is_command(words[1:]) else _window()
    except ImportError as error:
        from ui.no_window import say_why  # noqa: PLC0415 - hardly ever needed

        return say_why(error, os.environ)
    return run(words)


def _command() -> Callable[[Sequence[str]], int]:
    """Load what a command needs: no Qt."""
    from assets import VERSION  # noqa: PLC0415 - each way in loads only what it needs
    from exports.commands import run  # noqa: PLC0415

    return lambda words: run(words[1:], VERSION)


def _window() -> Callable[[Sequence[str]], int]:
    """Load what the window needs: nothing of paper."""
    # Everything that is made for the first window stays: looking for rubbish in it meanwhile takes a tenth of the time.
    gc.disable()
    from ui.quick_enums import use_quick_enums  # noqa: PLC0415 - each way in loads only what it needs

    use_quick_enums()
    from ui.plain_import import use_plain_import  # noqa: PLC0415

    use_plain_import()
    from ui.app import run  # noqa: PLC0415

    return run


def _is_command(words: Sequence[str]) -> bool:
    """Tell a command (or a mistyped one) from a file, or the option of the window."""
    if any(word in ("--help", "-h", "--version") for word in words):
        return True
    if not words:
        return False
    if words[0].startswith("-"):
        return not words[0].startswith(_OF_THE_WINDOW)
    # A word that is neither a file nor looks like one is a command somebody mistyped.
    return words[0] in _COMMANDS or not (Path(words[0]).suffix or Path(words[0]).exists())


if __name__ == "__main__":
    sys.exit(main())
