"""Gives `import` back to Python after PySide6 has taken it over."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own function before every import, which is what this is about


def use_plain_import() -> None:
    """Take away what PySide6 does before and after every import; call it when PySide6 is loaded.

    For `from __feature__ import snake_case` PySide6 reads the source of each module that is loaded after it, and looks
    for its own name in it. Nothing here uses that, and for 250 modules it takes a tenth of the time that a person waits
    for the window. A PySide6 that leaves `import` alone is left alone.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
