"""All records of a sprint as JSON, for another program or for keeping."""

from __future__ import annotations

import json
from typing import BinaryIO, Final

from exports.base import Output
from exports.options import Options
from exports.paper import Orientation, Paper
from sprint.codec import encode
from sprint.document import Document
from sprint.records import RECORD_TYPES, Json

FORMAT = "reisgenoot-tables"
VERSION = 1


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write every table as an object of records by id, sorted, so that two files can be compared line by line."""
    tables: dict[str, Json] = {}
    for kind in RECORD_TYPES:
        records = document.table(kind)
        tables[kind.TABLE] = {record_id: encode(records[record_id]) for record_id in sorted(records)}
    content: dict[str, Json] = {"format": FORMAT, "version": VERSION, "tables": tables}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    stream.write(text.encode("utf-8", errors="replace") + b"\n")


OUTPUT: Final = Output(
    id="data",
    title="export.title.data",
    suffixes=(".json",),
    papers=(Paper.A4,),
    orientations=(Orientation.PORTRAIT,),
    write=write,
)
