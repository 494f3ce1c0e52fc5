"""What can be printed for a day: the sheets its exercises ask for first, then all the rest."""

from __future__ import annotations

from collections.abc import Mapping

from exports.base import Output, outputs
from sprint.agenda import blocks_of, days_of
from sprint.document import Document
from sprint.programme.catalogue import Catalogue

DAILY = ("agenda", "script", "packing")
"""What a facilitator takes along every day."""


def printables() -> list[Output]:
    """Give every output that gives pages."""
    return [output for output in outputs().values() if ".pdf" in output.suffixes]


def wanted_on(document: Document, day: int) -> list[str]:
    """Name the outputs for a day (from 1), in the order in which the day needs them; 0 is the whole sprint."""
    by_sheet: Mapping[str, str] = {sheet: output.id for output in printables() for sheet in output.sheets}
    catalogue = Catalogue.from_assets()
    found = dict.fromkeys(DAILY)
    for number, one in enumerate(days_of(document)):
        if day not in (0, number + 1):
            continue
        for block in blocks_of(document, one.id):
            if block.skipped or block.exercise not in catalogue.ids:
                continue
            sheets = catalogue.exercise(block.exercise).sheets
            found |= dict.fromkeys(by_sheet[sheet] for sheet in sheets if sheet in by_sheet)
    return list(found)
