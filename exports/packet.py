"""Makes many outputs of one sprint in a row and tells of each at once, so that a window can follow the work.

A packet is a JSON list of jobs: `{"what": "agenda", "to": "/path/agenda.pdf", "options": {"paper": "A3"}}`. For every
job one line comes out: a JSON object with its number, the number of pages, or the sentence that says what went wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from exports.base import Output, outputs
from exports.files import write_bytes
from exports.options import Form, Options, ReadPicture, read_options
from exports.produce import produce
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator

Tell = Callable[[str], None]
Marks = Mapping[str, str]


class Job(NamedTuple):
    """One thing to make: which output, where to, what was chosen, and where the marks of its last print are kept."""

    what: str
    to: Path
    values: Mapping[str, str]
    marks: str = ""


def read_jobs(path: Path) -> list[Job]:
    """Read a packet; raises SprintError when it is no packet."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [
            Job(str(row["what"]), Path(row["to"]), dict(row.get("options", {})), str(row.get("marks", "")))
            for row in rows
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SprintError("print.error.packet", name=path.name) from error


def make_all(jobs: list[Job], document: Document, read: ReadPicture, t: Translator, tell: Tell) -> bool:
    """Make every job and tell of each; what cannot be made stops none of the others. Returns whether all were made."""
    known = outputs()
    all_well = True
    for number, job in enumerate(jobs):
        said: dict[str, int | str] = {"number": number, "to": str(job.to)}
        try:
            output = known.get(job.what)
            if output is None:
                raise SprintError("cli.wrong_choice", option="what", value=job.what, choices=", ".join(known))
            said["pages"] = make_one(output, job, document, read)
        except SprintError as error:
            said["problem"] = t.error(error)
            all_well = False
        tell(json.dumps(said, ensure_ascii=False))
    return all_well


def make_one(output: Output, job: Job, document: Document, read: ReadPicture) -> int:
    """Make one output and put it whole on disk; returns how many pages it has (0 for what has none)."""
    form = output.form(job.to.suffix.lower())
    options = read_options(job.values, document.sprint.language, output.papers[0], form, read)
    if job.marks and options.tiling is not None:
        known, keep = _marks(Path(job.marks))
        known = known if job.values.get("changed") else {}
        options = replace(options, tiling=replace(options.tiling, known=known, tell=keep))
    buffer = BytesIO()
    produce(output, document, options, buffer)
    write_bytes(job.to, buffer.getvalue())
    return _pages(buffer, options, job.to)


def _pages(buffer: BytesIO, options: Options, to: Path) -> int:
    if options.form is not Form.PDF or to.suffix.lower() != ".pdf":
        return 0
    from exports.pictures import page_count  # noqa: PLC0415 - heavy

    return page_count(buffer.getvalue())


def _marks(path: Path) -> tuple[Marks, Callable[[Marks], None]]:
    """Give what is known of the last print of a poster, and a way to keep what is known of this one."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    marks = {str(code): str(mark) for code, mark in known.items()} if isinstance(known, dict) else {}

    def keep(now: Marks) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, json.dumps(dict(now), sort_keys=True).encode())

    return marks, keep
