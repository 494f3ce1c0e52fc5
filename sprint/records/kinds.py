"""The closed lists of the domain: kinds, channels, lanes, tracks. Values are what the file says."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """What Ctrl+Z may touch: document records are undoable, record-only ones are facts that happened."""

    DOCUMENT = "document"
    RECORD_ONLY = "record_only"


class Track(StrEnum):
    """The two tracks of a public service, and the choice not made yet."""

    OPEN = ""
    SAVED = "saved"
    SPENT = "spent"


class JourneyKind(StrEnum):
    """The journey as citizens live it now, or as the team wants it."""

    AS_IS = "as_is"
    TO_BE = "to_be"


class StepKind(StrEnum):
    """What happens at a step, seen by the citizen."""

    TRIGGER = "trigger"
    STEP = "step"
    TOUCHPOINT = "touchpoint"
    DECISION = "decision"
    WAIT = "wait"
    END = "end"


class Channel(StrEnum):
    """Where citizen and government meet."""

    NONE = ""
    STREET = "street"
    WEB = "web"
    APP = "app"
    PHONE = "phone"
    COUNTER = "counter"
    LETTER = "letter"
    EMAIL = "email"
    MESSAGE = "message"
    VISIT = "visit"
    OTHER = "other"


class LinkKind(StrEnum):
    """How one step leads to another."""

    NEXT = "next"
    ALTERNATIVE = "alternative"
    LOOP = "loop"
    DROP_OUT = "drop_out"
    HAND_OVER = "hand_over"
    TRACK_SWITCH = "track_switch"


class Initiator(StrEnum):
    """Who starts a contact; a contact that the citizen has to start is a moment of truth (method 1.6)."""

    UNKNOWN = ""
    CITIZEN = "citizen"
    GOVERNMENT = "government"


class Freedom(StrEnum):
    """What the law leaves open at a step: it must be there, it may be done otherwise, it cannot change."""

    UNKNOWN = ""
    MUST = "must"
    MAY = "may"
    CANNOT = "cannot"


class Lane(StrEnum):
    """The rows of cards under the steps, in the order in which they are drawn.

    Lanes of one family mean related things and share a colour; each has its own name and sign, because colour never
    carries a meaning alone.
    """

    GOAL = "goal"
    EXPECTATION = "expectation"
    TOUCHPOINT = "touchpoint"
    EVIDENCE = "evidence"
    THOUGHT = "thought"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    IDEA = "idea"
    QUOTE = "quote"
    STICKY = "sticky"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    EMPLOYEE = "employee"
    LEGAL = "legal"
    KPI = "kpi"

    @property
    def family(self) -> Lane:
        """The lane whose colour this lane shares; itself for the eight basic lanes."""
        return Lane(_FAMILIES.get(self.value, self.value))


_FAMILIES = {
    "goal": "thought",
    "expectation": "thought",
    "touchpoint": "frontstage",
    "evidence": "frontstage",
    "sticky": "idea",
    "support": "backstage",
    "employee": "backstage",
    "kpi": "legal",
}

BASIC_LANES: tuple[Lane, ...] = tuple(lane for lane in Lane if lane.family is lane)
"""The lanes of a journey whose team switched none on or off."""


class Evidence(StrEnum):
    """How well a step is backed (method: levels V0 to V4)."""

    ASSUMED = "V0"
    CHECKED = "V1"
    HEARD = "V2"
    PATTERN = "V3"
    MEASURED = "V4"


class RemarkKind(StrEnum):
    """What a note taker wrote down: the citizen's words, what was seen, or what we make of it."""

    QUOTE = "quote"
    OBSERVATION = "observation"
    INTERPRETATION = "interpretation"
    QUESTION = "question"


class NoteKind(StrEnum):
    """What a note of an exercise is about."""

    NOTE = "note"
    HOPE = "hope"
    FEAR = "fear"
    HOW_MIGHT_WE = "how_might_we"
    GOAL = "goal"
    QUESTION = "question"
    DEMO = "demo"
    SKETCH = "sketch"
    TEST_STEP = "test_step"
    PATTERN = "pattern"
    ANSWER = "answer"


class RunState(StrEnum):
    """Where a timed exercise stands."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
