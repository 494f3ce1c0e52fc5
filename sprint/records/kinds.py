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


class Lane(StrEnum):
    """The rows of cards under the steps, in the order in which they are drawn."""

    THOUGHT = "thought"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    IDEA = "idea"
    QUOTE = "quote"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    LEGAL = "legal"


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
