"""Answers from a table: pasted from a spreadsheet or read from a CSV file, with a report of what was taken and why not.

A row is a participant (the code in the first column), a column a question. A first row with names of questions may be
there or not; without one the columns follow the order of the questionnaire, a Kano pair taking two.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sprint.document import Document
from sprint.edits.survey import Given, check_value
from sprint.errors import SprintError
from sprint.records import Instrument, Participant, Question
from sprint.study.questions import questions_of

MOST_CELLS = 20_000
_BOM = "\ufeff"
_WORDS: Mapping[str, float] = MappingProxyType(
    {"nee": 0, "no": 0, "n": 0, "deels": 1, "partly": 1, "ja": 2, "yes": 2, "j": 2, "y": 2}
)
"""Words for the answers of task success."""
_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")


class Refusal(NamedTuple):
    """One thing that was not taken: where it stood (row from 1, name of the column, "" for a row), and why."""

    row: int
    column: str
    value: str
    reason: SprintError


class Pasted(NamedTuple):
    """What a table gave: answers for `sprint.edits.survey.answer_many`, and all that was refused with its reason."""

    given: tuple[Given, ...]
    refused: tuple[Refusal, ...]

    @property
    def participants(self) -> int:
        """Of how many participants there are answers."""
        return len({one.participant_id for one in self.given})


class _Column(NamedTuple):
    name: str
    question: Question
    is_opposite: bool


def decoded(data: bytes) -> str:
    """Return the text of a CSV file: UTF-8, UTF-16 with its mark, or else what old spreadsheets write (cp1252)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_answers(document: Document, text: str) -> Pasted:
    """Read a table of answers; nothing is guessed: what cannot be placed is refused with the reason.

    Raises SprintError when there is no table, no question to answer, or far too much at once.
    """
    rows = _rows(text)
    questions = questions_of(document)
    if not questions:
        raise SprintError("study.paste_no_questions")
    if not rows:
        raise SprintError("study.paste_empty")
    if sum(len(row) for _, row in rows) > MOST_CELLS:
        raise SprintError("study.paste_too_much", most=MOST_CELLS)
    people = _people(document)
    refused: list[Refusal] = []
    has_header = _is_header(rows[0][1], people)
    columns = _named(rows[0], questions, refused) if has_header else _in_order(questions)
    found: dict[tuple[str, str], Given] = {}
    for number, row in rows[1:] if has_header else rows:
        who = people.get(_code(row[0]))
        if who is None:
            refused.append(Refusal(number, "", row[0], SprintError("study.paste_unknown_code", code=row[0])))
            continue
        if len(row) - 1 > len(columns):
            error = SprintError("study.paste_row_too_long", cells=len(row) - 1, columns=len(columns))
            refused.append(Refusal(number, "", row[0], error))
            continue
        for column, cell in zip(columns, row[1:], strict=False):
            if column is not None and cell:
                _take(column, cell, who, number, found, refused)
    return Pasted(tuple(found.values()), tuple(refused))


def _take(
    column: _Column,
    cell: str,
    who: Participant,
    row: int,
    found: dict[tuple[str, str], Given],
    refused: list[Refusal],
) -> None:
    question = column.question
    key = (question.id, who.id)
    known = found.get(key, Given(question.id, who.id))
    try:
        value = _value(question, cell)
        check_value(question, value)
    except SprintError as error:
        refused.append(Refusal(row, column.name, cell, error))
        return
    if value is None:
        found[key] = known._replace(text=cell)
    elif column.is_opposite:
        found[key] = known._replace(opposite=value)
    else:
        found[key] = known._replace(value=value)


def _value(question: Question, cell: str) -> float | None:
    """Return the number in a cell, None for words where a question takes words; raises SprintError for other words."""
    if question.instrument is Instrument.SUCCESS and cell.casefold() in _WORDS:
        return float(_WORDS[cell.casefold()])
    if _NUMBER.fullmatch(cell):
        return float(cell.replace("−", "-").replace(",", "."))
    if question.instrument is Instrument.OWN:
        return None
    raise SprintError("study.paste_no_number", value=cell)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something, each with its number in the table."""
    plain = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    first = plain.lstrip("\n").partition("\n")[0]
    delimiter = "\t" if "\t" in first else ";" if ";" in first else ","
    try:
        found = [[cell.strip() for cell in row] for row in csv.reader(plain.split("\n"), delimiter=delimiter)]
    except csv.Error as error:
        raise SprintError("study.paste_empty") from error
    numbered = ((number, _without_empty_end(row)) for number, row in enumerate(found, start=1))
    return [(number, row) for number, row in numbered if row]


def _without_empty_end(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _code(cell: str) -> str:
    plain = cell.strip().casefold()
    return f"p{int(plain)}" if plain.isdecimal() else plain


def _people(document: Document) -> dict[str, Participant]:
    return {_code(who.code): who for who in document.table(Participant).values() if who.code}


def _is_header(row: Sequence[str], people: Mapping[str, Participant]) -> bool:
    """A first row of names: its first cell is nobody's code, and not every other cell is a number."""
    if _code(row[0]) in people:
        return False
    return not row[1:] or not all(_NUMBER.fullmatch(cell) or not cell for cell in row[1:]) or not _looks_coded(row[0])


def _looks_coded(cell: str) -> bool:
    return re.fullmatch(r"[A-Za-z]?\d+", cell) is not None


def _in_order(questions: Sequence[Question]) -> list[_Column | None]:
    return [column for number, question in enumerate(questions, 1) for column in _columns_of(number, question)]


def _columns_of(number: int, question: Question) -> Iterator[_Column]:
    is_pair = question.instrument is Instrument.KANO
    yield _Column(f"{number}a" if is_pair else question.item or str(number), question, False)
    if is_pair:
        yield _Column(f"{number}b", question, True)


def _named(
    header: tuple[int, list[str]], questions: Sequence[Question], refused: list[Refusal]
) -> list[_Column | None]:
    """Return the question of each named column, None where the name fits no question or more than one."""
    names: dict[str, list[_Column]] = {}
    for number, question in enumerate(questions, 1):
        for column in _columns_of(number, question):
            words = question.opposite if column.is_opposite else question.text
            for name in {column.name, str(number), question.item, words} - {""}:
                if name != str(number) or not column.is_opposite:
                    names.setdefault(name.casefold(), []).append(column)
    columns: list[_Column | None] = []
    for cell in header[1][1:]:
        fitting = names.get(cell.casefold(), [])
        columns.append(fitting[0]._replace(name=cell) if len(fitting) == 1 else None)
        if cell and len(fitting) != 1:
            key = "study.paste_column_twice" if fitting else "study.paste_column_unknown"
            refused.append(Refusal(header[0], cell, "", SprintError(key, column=cell)))
    return columns
