"""Which working surfaces there are: every module of this package with a `NAME` and a `Surface` is one."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QWidget

import ui.exercises as package
from ui.exercises.base import ExerciseDesk, WorkSurface

INSTRUCTIONS, CANVAS = "text", "canvas"
"""The two words for an exercise without a surface of its own: only instructions, or work on the journey."""


def surface_class(name: str) -> type[WorkSurface] | None:
    """Give the surface of this name, reading its module now; None when there is none."""
    if not name.isidentifier() or find_spec(f"{package.__name__}.{name}") is None:
        return None
    module = import_module(f"{package.__name__}.{name}")
    found = getattr(module, "Surface", None)
    is_one = getattr(module, "NAME", "") == name and isinstance(found, type) and issubclass(found, WorkSurface)
    return found if is_one else None


def make_surface(name: str, desk: ExerciseDesk, parent: QWidget) -> WorkSurface | None:
    """Make the surface of this name; None for an exercise that has only instructions or works on the canvas."""
    found = surface_class(name)
    return found(desk, parent) if found is not None else None


def surface_names() -> list[str]:
    """List every surface there is; reads all their modules, so it is for tests and lists."""
    modules = (module.name for module in pkgutil.iter_modules(package.__path__))
    return sorted(name for name in modules if surface_class(name) is not None)
