"""Citizens who take part, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from sprint.records.base import Record
from sprint.records.kinds import RemarkKind, Track


@dataclass(frozen=True, kw_only=True)
class Participant(Record):
    """A citizen who takes part, known by a code and never by name."""

    TABLE: ClassVar[str] = "participants"
    REFERENCES: ClassVar[Mapping[str, str]] = {"persona_id": "personas"}

    order: int = 0
    code: str = ""
    track: Track = Track.OPEN
    persona_id: str = ""
    group: str = ""
    needs: str = ""
    appointment: str = ""


@dataclass(frozen=True, kw_only=True)
class Observation(Record):
    """What a citizen said or did at a step; valence −1, 0 or +1; severity 0 … 3; no participant = "a citizen".

    `feeling` is what the citizen felt there, −3 … +3, asked and not read from the words; None when nobody asked.
    """

    TABLE: ClassVar[str] = "observations"
    REFERENCES: ClassVar[Mapping[str, str]] = {"step_id": "steps", "participant_id": "participants"}

    step_id: str
    participant_id: str = ""
    kind: RemarkKind = RemarkKind.QUOTE
    valence: int = 0
    severity: int = 0
    order: int = 0
    text: str = ""
    at: str = ""
    feeling: int | None = None
