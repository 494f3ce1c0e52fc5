"""What an output is, and the registry that finds every one of them in `exports/formats`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import BinaryIO

from exports import formats
from exports.options import CHOICES as ALL_CHOICES
from exports.options import Choice, Form, Options
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.errors import SprintError

Write = Callable[[Document, Options, BinaryIO], None]
"""Writes an output to a stream; asks nothing, and raises SprintError when there is nothing to print."""

UPRIGHT = (Orientation.PORTRAIT, Orientation.LANDSCAPE)
ACROSS = (Orientation.LANDSCAPE, Orientation.PORTRAIT)


@dataclass(frozen=True, slots=True)
class Output:
    """One thing that can be printed or handed over; the first suffix, paper and orientation are the usual ones.

    `sheets` are the names by which exercises ask for it, `takes` the options of the table that are its own.
    `is_blank` says that it is the same for every sprint: a sheet to write on.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    papers: tuple[Paper, ...]
    orientations: tuple[Orientation, ...]
    write: Write
    sheets: tuple[str, ...] = ()
    takes: frozenset[str] = frozenset()
    is_blank: bool = False

    def options(
        self,
        language: str,
        paper: Paper | None = None,
        orientation: Orientation | None = None,
        journey: str = "",
    ) -> Options:
        """Fill in the usual paper; raises SprintError when this output cannot be on the paper that was asked for."""
        return self.fitting(Options(language, paper or self.papers[0], orientation, journey))

    def fitting(self, options: Options) -> Options:
        """Check that this output can be on the paper that was asked for; raises SprintError when it cannot."""
        if options.paper not in self.papers:
            raise SprintError("export.error.paper", paper=options.paper.value, papers=", ".join(self.papers))
        if options.orientation is not None and options.orientation not in self.orientations:
            raise SprintError("export.error.orientation")
        if options.tiling is not None and "tiles" not in self.takes:
            return replace(options, tiling=None)
        return options

    @property
    def choices(self) -> list[Choice]:
        """The rows of the table of options that count for this output."""
        return [row for row in ALL_CHOICES if not row.is_own or row.name in self.takes]

    def form(self, suffix: str) -> Form:
        """Give the kind of file that a suffix asks for."""
        return Form(suffix[1:]) if suffix in (".png", ".svg") else Form.PDF


def outputs() -> Mapping[str, Output]:
    """Give every output by id, in alphabetical order."""
    found: dict[str, Output] = {}
    for module in sorted(iter_modules(formats.__path__), key=lambda module: module.name):
        output: Output = import_module(f"{formats.__name__}.{module.name}").OUTPUT
        found[output.id] = output
    return found
