"""A table of plain words, on its way to or from the clipboard: text, Markdown, spreadsheet rows, HTML.

Words of participants are data wherever they arrive: what steers the direction of a line goes, signs that Markdown or
HTML would read as an order are written as signs, and a spreadsheet gets no formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from html import escape
from io import StringIO

from sprint.frozen import dataclass

MOST_ROWS = 2_000
"""So many rows are read from what was pasted; nobody types or reads more in one exercise."""

_BULLET = re.compile(r"^\s*(?:[-*•–·‣▪]|\d{1,3}[.)])\s+")
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# A sign with a space behind it begins a line of words, unless it calls a function or another program.
_FORMULA = re.compile(r"[=@＝＠]|[+-](?![\s\d.,]*$)\S|[+-]\s.*(?:\w\(|\|)", re.DOTALL)
_QUOTED = re.compile(r"'(?=[=@＝＠+-])")
_ORDERS = re.compile(r"[\\`*_\[\]<>|]")
_SEPARATORS = ("\t", ";", ",")
Rows = list[list[str]]


@dataclass(frozen=True)
class TextTable:
    """The names of the columns, and rows with one cell for each of them; a cell may hold line breaks."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def as_text(self) -> str:
        """Give one line for each row: the first cell, and what else is filled in behind a dash."""
        return "\n".join(" – ".join(_one_line(cell) for cell in row if _plain(cell)) for row in self.rows)

    def as_markdown(self) -> str:
        """Give a table as Markdown writes it."""
        lines = [self.head, tuple("---" for _ in self.head), *self.rows]
        return "\n".join("| " + " | ".join(_in_markdown(cell) for cell in line) + " |" for line in lines)

    def as_tsv(self) -> str:
        """Give rows for a spreadsheet: tabs between cells, quoted where a cell has more lines."""
        made = StringIO()
        rows = [[_no_formula(cell) for cell in row] for row in (self.head, *self.rows)]
        csv.writer(made, delimiter="\t", lineterminator="\n").writerows(rows)
        return made.getvalue()

    def as_html(self) -> str:
        """Give a table for a text document or an e-mail."""
        head = "".join(f"<th>{_in_html(cell)}</th>" for cell in self.head)
        body = "".join("<tr>" + "".join(f"<td>{_in_html(cell)}</td>" for cell in row) + "</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def rows_from(text: str) -> Rows:
    """Read pasted lines or cells: tabs, semicolons or commas between them, or one cell on each line; no empty rows."""
    lines = [line for line in text.splitlines() if line.strip()]
    separator = _separator(lines)
    if not separator:
        return [[_BULLET.sub("", line).strip()] for line in lines[:MOST_ROWS]]
    try:
        table = list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    except csv.Error:  # a quotation mark that is just a quotation mark
        table = [line.split(separator) for line in lines]
    rows = [[_QUOTED.sub("", cell.strip(), count=1) for cell in cells] for cells in table]
    return [row for row in rows if any(row)][:MOST_ROWS]


def _separator(lines: Sequence[str]) -> str:
    """Find what stands between cells: tabs always do; ";" and "," only when every line has as many of them.

    A comma in a sentence is followed by a space, so a list of sentences stays a list.
    """
    if any("\t" in line for line in lines):
        return "\t"
    for separator in _SEPARATORS[1:]:
        counts = {line.count(separator) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0} and not any(f"{separator} " in line for line in lines):
            return separator
    return ""


def _plain(cell: str) -> str:
    """Take away what cannot be seen and steers what can."""
    return _STEERING.sub("", cell).strip()


def _one_line(cell: str) -> str:
    return " ".join(_plain(cell).split())


def _no_formula(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would work out instead of showing it."""
    words = _plain(cell)
    return f"'{words}" if _FORMULA.match(words) else words


def _in_markdown(cell: str) -> str:
    return _ORDERS.sub(r"\\\g<0>", _plain(cell)).replace("\n", "<br>")


def _in_html(cell: str) -> str:
    return escape(_no_formula(cell)).replace("\n", "<br>")
