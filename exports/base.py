"""What an output is, and the registry that finds every one of them in `exports/formats`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import BinaryIO

from exports import formats
from exports.paper import Orientation, Paper
from sprint.document import Document
from sprint.errors import SprintError
from sprint.frozen import dataclass


@dataclass(frozen=True)
class Options:
    """What a person chose for one print; the language of paper is not that of the screen.

    Without an orientation the output takes the one that needs the fewest sheets. `journey` is the id of a journey or
    "as_is" or "to_be"; empty means the first that fits.
    """

    language: str
    paper: Paper
    orientation: Orientation | None
    journey: str = ""


Write = Callable[[Document, Options, BinaryIO], None]
"""Writes an output to a stream; asks nothing, and raises SprintError when there is nothing to print."""


@dataclass(frozen=True)
class Output:
    """One thing that can be printed or handed over; the first suffix and paper are the usual ones."""

    id: str
    title: str
    suffixes: tuple[str, ...]
    papers: tuple[Paper, ...]
    orientations: tuple[Orientation, ...]
    write: Write

    def options(
        self,
        language: str,
        paper: Paper | None = None,
        orientation: Orientation | None = None,
        journey: str = "",
    ) -> Options:
        """Fill in the usual paper; raises SprintError when this output cannot be on the paper that was asked for."""
        chosen = paper or self.papers[0]
        if chosen not in self.papers:
            raise SprintError("export.error.paper", paper=chosen.value, papers=", ".join(self.papers))
        if orientation is not None and orientation not in self.orientations:
            raise SprintError("export.error.orientation")
        return Options(language, chosen, orientation, journey)


def outputs() -> Mapping[str, Output]:
    """Give every output by id, in alphabetical order."""
    found: dict[str, Output] = {}
    for module in sorted(iter_modules(formats.__path__), key=lambda module: module.name):
        output: Output = import_module(f"{formats.__name__}.{module.name}").OUTPUT
        found[output.id] = output
    return found
