"""Reads what a person copied from a text or a spreadsheet: which line is which step, and which cell is what."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sprint.records import Channel, Lane
from sprint.rules import HIGHEST_FEELING, LONGEST_WAIT_DAYS, LOWEST_FEELING

_BULLET = re.compile(r"^\s*(?:[-*•–·‣▪]|\d{1,3}[.)])\s+")
_NUMBER = re.compile(r"^([+-]?\d{1,6})(?:\s*[a-z.]+)?$")
_LONGEST_MINUTES = 1_000_000

# What people call the columns and the channels; these are words to recognise, never shown.
_HEADINGS: Mapping[str, str] = {
    "stap": "title",
    "step": "title",
    "titel": "title",
    "title": "title",
    "fase": "phase",
    "phase": "phase",
    "kanaal": "channel",
    "channel": "channel",
    "wie": "actor",
    "who": "actor",
    "actor": "actor",
    "minuten": "minutes",
    "minutes": "minutes",
    "wachtdagen": "wait_days",
    "wachten": "wait_days",
    "waiting days": "wait_days",
    "wait": "wait_days",
    "gevoel": "feeling",
    "emotie": "feeling",
    "feeling": "feeling",
    "emotion": "feeling",
}
_LANE_HEADINGS: Mapping[str, Lane] = {
    "doel": Lane.GOAL,
    "goal": Lane.GOAL,
    "verwachting": Lane.EXPECTATION,
    "expectation": Lane.EXPECTATION,
    "gedachte": Lane.THOUGHT,
    "gedachten": Lane.THOUGHT,
    "thought": Lane.THOUGHT,
    "thoughts": Lane.THOUGHT,
    "knelpunt": Lane.PAIN,
    "pijnpunt": Lane.PAIN,
    "pain point": Lane.PAIN,
    "kans": Lane.OPPORTUNITY,
    "opportunity": Lane.OPPORTUNITY,
    "idee": Lane.IDEA,
    "idea": Lane.IDEA,
    "uitspraak": Lane.QUOTE,
    "quote": Lane.QUOTE,
    "zichtbaar": Lane.FRONTSTAGE,
    "frontstage": Lane.FRONTSTAGE,
    "achter de schermen": Lane.BACKSTAGE,
    "backstage": Lane.BACKSTAGE,
    "wettelijk kader": Lane.LEGAL,
    "legal frame": Lane.LEGAL,
}
_CHANNELS: Mapping[str, Channel] = {
    "straat": Channel.STREET,
    "web": Channel.WEB,
    "website": Channel.WEB,
    "site": Channel.WEB,
    "internet": Channel.WEB,
    "telefoon": Channel.PHONE,
    "bellen": Channel.PHONE,
    "balie": Channel.COUNTER,
    "loket": Channel.COUNTER,
    "brief": Channel.LETTER,
    "post": Channel.LETTER,
    "e-mail": Channel.EMAIL,
    "mail": Channel.EMAIL,
    "bericht": Channel.MESSAGE,
    "sms": Channel.MESSAGE,
    "huisbezoek": Channel.VISIT,
    "buur": Channel.HELPER,
    "buurvrouw": Channel.HELPER,
    "mantelzorger": Channel.HELPER,
    "neighbour": Channel.HELPER,
    "tolk": Channel.INTERPRETER,
    "home visit": Channel.VISIT,
    "anders": Channel.OTHER,
} | {channel.value: channel for channel in Channel if channel.value}
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "minutes": (0, _LONGEST_MINUTES),
    "wait_days": (0, LONGEST_WAIT_DAYS),
    "feeling": (LOWEST_FEELING, HIGHEST_FEELING),
}


@dataclass(slots=True)
class StepRow:
    """One step to be: the fields of its record, the name of its phase, and its cards as (lane, text)."""

    fields: dict[str, Any]
    phase: str = ""
    cards: list[tuple[Lane, str]] = field(default_factory=list)


def rows_of(text: str) -> list[StepRow]:
    """Read lines or tab-separated rows as steps; a row without a title adds its cells to the step above it."""
    table = [cells for cells in _cells_of(text) if any(cells)]
    headings = _headings(table[0]) if table else None
    rows: list[StepRow] = []
    for cells in table[1:] if headings else table:
        names = headings or ["title"] + [""] * (len(cells) - 1)
        titled = (place for place, cell in enumerate(cells) if cell and names[place : place + 1] == ["title"])
        place = next(titled, None)
        if place is None and not rows:
            place = next(place for place, cell in enumerate(cells) if cell)
        if place is not None:
            rows.append(StepRow({"title": _BULLET.sub("", cells[place]).strip() or cells[place]}))
            cells = [*cells[:place], "", *cells[place + 1 :]]
        _fill(rows[-1], names, cells)
    return rows


def _cells_of(text: str) -> list[list[str]]:
    lines = text.splitlines()
    if "\t" not in text:
        return [[line.strip()] for line in lines]
    try:
        table = list(csv.reader(text.splitlines(keepends=True), delimiter="\t", strict=True))
    except csv.Error:  # a quotation mark that is just a quotation mark
        table = [line.split("\t") for line in lines]
    return [[" ".join(cell.split()) for cell in cells] for cells in table]


def _headings(cells: Sequence[str]) -> list[str] | None:
    """Return what each column holds when the first row is a heading: it names a title and one thing more."""
    names = [_HEADINGS.get(cell.casefold(), "") or _lane_heading(cell) for cell in cells]
    return names if "title" in names and sum(bool(name) for name in names) > 1 else None


def _lane_heading(cell: str) -> str:
    lane = _LANE_HEADINGS.get(cell.casefold())
    return f"lane:{lane.value}" if lane else ""


def _fill(row: StepRow, names: Sequence[str], cells: Sequence[str]) -> None:
    """Put each cell where it belongs; what fits nowhere is a sticky note."""
    padded = [*names, *[""] * (len(cells) - len(names))]
    for name, cell in zip(padded, cells, strict=False):
        if not cell:
            continue
        if name.startswith("lane:"):
            row.cards.append((Lane(name.removeprefix("lane:")), cell))
        elif name == "phase" and not row.phase:
            row.phase = cell
        elif not _is_set(row, name, cell):
            row.cards.append((Lane.STICKY, cell))


def _is_set(row: StepRow, name: str, cell: str) -> bool:
    """Try to set a field of the step; false when the cell does not say something that fits."""
    value: object = None
    if name in _BOUNDS:
        value = _number(cell, *_BOUNDS[name])
    elif name == "actor":
        value = cell
    elif name in ("channel", ""):
        name, value = "channel", _CHANNELS.get(cell.casefold())
    if value is None or name in row.fields:
        return False
    row.fields[name] = value
    return True


def _number(cell: str, low: int, high: int) -> int | None:
    match = _NUMBER.match(cell.replace("−", "-").casefold())
    if match is None or not low <= int(match[1]) <= high:
        return None
    return int(match[1])
