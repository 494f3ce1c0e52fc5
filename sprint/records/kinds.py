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
    CHAT = "chat"
    VISIT = "visit"
    HELPER = "helper"
    INTERPRETER = "interpreter"
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
    EXPERT = "expert"
    IDEA = "idea"
    ASSUMPTION = "assumption"
    CAUSE = "cause"
    HIGHLIGHT = "highlight"
    OBJECTION = "objection"
    PROTOTYPE = "prototype"
    FINDING = "finding"
    LESSON = "lesson"
    RULE = "rule"
    TASK = "task"
    WALL = "wall"
    """A photo of the wall on which the notes of an exercise hang: it is looked at and hangs on no heap."""


class RunState(StrEnum):
    """Where a timed exercise stands."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Counting(StrEnum):
    """How the dots of a vote come in: hands, one after another at the keys, paper dots, a screen passed round."""

    HANDS = "hands"
    TURNS = "turns"
    PAPER = "paper"
    TOUCH = "touch"


class VoteState(StrEnum):
    """Where a vote stands; a dropped one was begun and not finished."""

    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    DROPPED = "dropped"


class Maturity(StrEnum):
    """How far an organisation is with one thing; words and no marks, because they are never added up."""

    UNKNOWN = ""
    ABSENT = "absent"
    STARTED = "started"
    WORKS = "works"


class MaturityStage(StrEnum):
    """The three stages of working from journeys (method 4.9)."""

    ACTIVATE = "activate"
    CONNECT = "connect"
    EXPAND = "expand"


class MaturityLever(StrEnum):
    """The six things an organisation can change (method 4.9)."""

    STRUCTURE = "structure"
    PEOPLE = "people"
    PROCESSES = "processes"
    METRICS = "metrics"
    CULTURE = "culture"
    TECHNOLOGY = "technology"


class Attendance(StrEnum):
    """How far it is with a participant: asked, said yes, came, did not come, called off."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    CAME = "came"
    ABSENT = "absent"
    CANCELLED = "cancelled"


class StudyTextKind(StrEnum):
    """The texts a participant agrees to."""

    LETTER = "letter"
    FORM = "form"


class ConsentTick(StrEnum):
    """What is asked apart on the form (method 9 and 16.2); taking part is the first and the only one that is needed."""

    TAKE_PART = "take_part"
    NOTES = "notes"
    AUDIO = "audio"
    VIDEO = "video"
    PHOTO = "photo"
    QUOTE = "quote"
    CONTACT_AGAIN = "contact_again"


class KeyKeeping(StrEnum):
    """Where the key from code to name is kept: not at all, or in a file of its own behind a passphrase."""

    NONE = ""
    SEPARATE = "separate"


class Instrument(StrEnum):
    """The questionnaires the product knows."""

    EXPERIENCE = "experience"
    KANO = "kano"
    MARK = "mark"
    CSAT = "csat"
    CES = "ces"
    SUS = "sus"
    SUCCESS = "success"
    TIME = "time"
    OWN = "own"


class PatternState(StrEnum):
    """What became of a pattern; a step may take the advice over."""

    MARKED = "marked"
    INSIGHT = "insight"
    ADVICE = "advice"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Verdict(StrEnum):
    """The answer to a sprint question."""

    UNKNOWN = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
