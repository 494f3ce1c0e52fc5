"""Makes the enumerations of Qt in the quick way of the standard library while the first window is made."""

from __future__ import annotations

import enum
import sys
from typing import Any

_CREATE = "_create_"
_USUAL = enum.EnumType.__dict__[_CREATE]
_TRIED = (3, 11)


def use_quick_enums() -> None:
    """Save a twentieth of the time before the first window; call before PySide6 is loaded.

    PySide6 makes more than a hundred enumerations with 1,500 members as soon as `Qt` is named, and each member is
    checked for what a person could have written wrongly. `enum._simple_enum`, with which the standard library makes its
    own, gives the same classes without those checks. Other Pythons than the one this was tried with are left alone.
    """
    if sys.version_info[:2] == _TRIED and sys.implementation.name == "cpython":
        setattr(enum.EnumType, _CREATE, _create)


def use_usual_enums() -> None:
    """Make enumerations as always again; call when the window is there."""
    setattr(enum.EnumType, _CREATE, _USUAL)


def _create(base: type[enum.Enum], name: str, names: Any, *, module: str | None = None, **others: Any) -> Any:
    """Do what `EnumType._create_` does with a list of names and numbers, which is how PySide6 asks for it."""
    is_bare = module is None and others.get("type") is None and others.get("start") == 1
    if is_bare and type(names) is list and all(type(pair) is tuple and type(pair[1]) is int for pair in names):
        make: Any = getattr(enum, "_simple_enum")  # noqa: B009 - it is not known to type checkers
        made = make(base, boundary=others.get("boundary"))(type(name, (), dict(names)))
        made.__doc__ = None
        return made
    return _USUAL(base, name, names, module=module, **others)
