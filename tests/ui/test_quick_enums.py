"""Qt's enumerations that are made quickly cannot be told from those that are made as always."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Everything that code can ask of an enumeration, for each one that PySide6 has.
TOLD = """
import enum, importlib, pickle, sys
if sys.argv[1] == "quick":
    from ui.quick_enums import use_quick_enums
    use_quick_enums()

def tried(ask):
    try:
        return repr(ask())
    except Exception as error:
        return f"{type(error).__name__}: {error}"

def told(kind):
    members = list(kind.__members__.items())
    yield kind.__module__, kind.__qualname__, kind.__doc__, [base.__name__ for base in kind.__mro__], repr(kind)
    for name, one in members:
        yield name, one.name, one.value, str(one), repr(one), format(one), hash(one), bool(one)
        yield type(one) is kind, getattr(kind, name) is one, kind[name] is one, one in kind
        yield tried(lambda: kind(one.value) is one), tried(lambda: pickle.loads(pickle.dumps(one)) is one)
    yield [one.name for one in kind], [one.name for one in reversed(kind)], len(kind)
    first, last = members[0][1], members[-1][1]
    for ask in (
        lambda: kind(0x12345), lambda: kind(-1), lambda: kind("x"), lambda: kind(0), lambda: kind(3),
        lambda: first | last, lambda: first & last, lambda: first ^ last, lambda: ~last, lambda: list(first | last),
        lambda: last in (first | last), lambda: (first | last).name, lambda: 1 | last, lambda: first < last,
        lambda: first == first.value, lambda: setattr(kind, members[0][0], 5), lambda: delattr(kind, members[0][0]),
    ):
        yield tried(ask)

def enumerations(place, name, seen):
    for word in sorted(word for word in dir(place) if not word.startswith("_")):
        thing = getattr(place, word, None)
        if isinstance(thing, type) and thing not in seen:
            seen.add(thing)
            if isinstance(thing, enum.EnumType):
                if thing.__members__:
                    yield f"{name}.{word}", thing
            else:
                yield from enumerations(thing, f"{name}.{word}", seen)

for module in ("QtCore", "QtGui", "QtWidgets", "QtSvg"):
    for name, kind in enumerations(importlib.import_module(f"PySide6.{module}"), module, set()):
        print(name, *told(kind))
"""


def _told(way: str) -> list[str]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT), PYTHONHASHSEED="0")
    command = [sys.executable, "-W", "ignore", "-c", TOLD, way]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.splitlines()


def test_every_enumeration_of_qt_answers_as_always_when_it_is_made_quickly() -> None:
    usual, quick = _told("usual"), _told("quick")
    assert len(usual) > 400
    assert quick == usual


def test_enumerations_are_made_quickly_only_until_the_window_is_there() -> None:
    code = (
        "import enum; usual = enum.EnumType._create_\n"
        "from ui.quick_enums import use_quick_enums, use_usual_enums\n"
        "use_quick_enums(); print(enum.EnumType._create_ is usual)\n"
        "made = enum.Enum('Colour', ['RED', 'BLUE'], module='colours'); print([one.value for one in made])\n"
        "use_usual_enums(); print(enum.EnumType._create_ is usual)"
    )
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    is_left_alone = sys.version_info[:2] != (3, 11)
    assert done.stdout.split("\n")[:3] == [str(is_left_alone), "[1, 2]", "True"]
