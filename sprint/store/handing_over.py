"""Writing a sprint file without a past, for somebody outside the team: a new id, one state, no history before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sprint.store.container_write import content_of
from sprint.store.disk import Disk
from sprint.store.frames import replay
from sprint.store.ledger import first_frame
from sprint.store.people_file import check_name, put_in_place
from sprint.store.shapes import Moment, ReadOnlyTables


def hand_over(disk: Disk, path: Path, uid: str, tables: ReadOnlyTables, pictures: Sequence[Path], at: datetime) -> None:
    """Write `tables` as a verified sprint file; `pictures` are files named by their checksum. Raises SprintError."""
    check_name(path)
    frame = first_frame(tables, at.isoformat())
    moment = Moment(replay([frame]), frame.seq, frame.crc, at.isoformat())
    put_in_place(disk, path, content_of(uid, moment, [frame], pictures, ""), is_read_from_medium=True)
