"""Citizens who take part, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sprint.frozen import dataclass
from sprint.records.base import Record
from sprint.records.kinds import Attendance, Channel, RemarkKind, Track


@dataclass(frozen=True, kw_only=True)
class Participant(Record):
    """A citizen who takes part, known by a code and never by name; the dates (ISO) say what was done for them."""

    TABLE: ClassVar[str] = "participants"
    REFERENCES: ClassVar[Mapping[str, str]] = {"persona_id": "personas"}

    order: int = 0
    code: str = ""
    track: Track = Track.OPEN
    persona_id: str = ""
    group: str = ""
    needs: str = ""
    appointment: str = ""
    channel: Channel = Channel.NONE
    room: str = ""
    attendance: Attendance = Attendance.ASKED
    reminded_at: str = ""
    thanked_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Observation(Record):
    """What a citizen said or did at a step; valence −1, 0 or +1; severity 0 … 3; no participant = "a citizen".

    `feeling` is what the citizen felt there, −3 … +3, asked and not read from the words; None when nobody asked.
    `tags` are "seen", "heard", "helped"; `scene` is where in the prototype; `note_taker` the initials of who wrote it.
    Pictures of what a citizen made or did need the tick for photos.
    When two copies of the sprint changed the same remark, the other wording stands beside it (`beside_id`).
    """

    TABLE: ClassVar[str] = "observations"
    REFERENCES: ClassVar[Mapping[str, str]] = {
        "step_id": "steps",
        "participant_id": "participants",
        "beside_id": "observations",
        "picture_ids": "pictures",
    }

    step_id: str
    participant_id: str = ""
    kind: RemarkKind = RemarkKind.QUOTE
    valence: int = 0
    severity: int = 0
    order: int = 0
    text: str = ""
    at: str = ""
    feeling: int | None = None
    scene: str = ""
    tags: tuple[str, ...] = ()
    is_legal: bool = False
    is_hidden: bool = False
    note_taker: str = ""
    beside_id: str = ""
    picture_ids: tuple[str, ...] = ()
