"""The exercise catalogue: lists ids without parsing, reads titles cheaply, parses an exercise when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assets import reader
from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.programme.reading import LocalText, Table, parse_toml
from sprint.programme.vocabulary import ARTEFACTS, GROUPS, KINDS, MATERIALS, PHASES, SHEETS, SOURCES, SURFACES

FOLDER = "exercises"
ROOM_LINES = 3


@dataclass(frozen=True)
class Minutes:
    """How long an exercise takes, in whole minutes: as planned, and the bounds for re-planning."""

    default: int
    least: int
    most: int


@dataclass(frozen=True)
class ExerciseHead:
    """What a list of exercises needs: the first paragraph of an exercise file."""

    id: str
    kind: str
    phase: str
    title: LocalText
    minutes: Minutes
    priority: int  # 1 carries the sprint, 3 is welcome
    skippable: bool
    decider: bool
    surface: str

    @property
    def is_rest(self) -> bool:
        """Tells whether people rest: a break or lunch."""
        return self.kind in ("break", "lunch")


@dataclass(frozen=True)
class ExerciseStep:
    """One timed step inside an exercise."""

    minutes: int
    text: LocalText


@dataclass(frozen=True)
class RoomText:
    """What the room screen shows beside the clock: one question and at most three lines."""

    question: LocalText
    lines: tuple[LocalText, ...]


@dataclass(frozen=True)
class Exercise:
    """One exercise, complete: what the facilitator does and says, and what goes in and comes out."""

    head: ExerciseHead
    group: str
    inputs: tuple[str, ...]
    optional_inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    materials: tuple[str, ...]
    sheets: tuple[str, ...]
    sources: tuple[str, ...]
    purpose: LocalText
    when_to_use: LocalText
    say: LocalText
    accessible: LocalText
    tips: tuple[LocalText, ...]
    difficult: tuple[LocalText, ...]
    room: RoomText
    steps: tuple[ExerciseStep, ...]

    @property
    def id(self) -> str:
        """Gives the id, which is also the name of the file."""
        return self.head.id

    @property
    def title(self) -> LocalText:
        """Gives the name people see."""
        return self.head.title

    @property
    def minutes(self) -> Minutes:
        """Gives planned, least and most minutes."""
        return self.head.minutes


class Catalogue:
    """All exercises that can be planned; parses a file when it is first asked for and keeps the result."""

    def __init__(self, ids: Iterable[str], read: Callable[[str], str]) -> None:
        """`read` gives the TOML text of an exercise id; nothing is read here."""
        self._ids = tuple(sorted(ids))
        self._read = read
        self._texts: dict[str, str] = {}
        self._heads: dict[str, ExerciseHead] = {}
        self._exercises: dict[str, Exercise] = {}

    @classmethod
    def from_assets(cls) -> Catalogue:
        """Gives the catalogue that ships with the program."""
        names = reader.list_names(FOLDER)
        return cls((name[:-5] for name in names if name.endswith(".toml")), read_asset)

    @property
    def ids(self) -> tuple[str, ...]:
        """Gives every exercise id in alphabetical order, without reading a file."""
        return self._ids

    def head(self, exercise_id: str) -> ExerciseHead:
        """Gives title and minutes, parsing only the file's first paragraph; raises SprintError."""
        if exercise_id not in self._heads:
            first_paragraph = self._text(exercise_id).partition("\n\n")[0]
            file = file_of(exercise_id)
            self._heads[exercise_id] = _head(Table(parse_toml(first_paragraph, file), file), exercise_id)
        return self._heads[exercise_id]

    def titles(self, ids: Iterable[str] | None = None) -> dict[str, LocalText]:
        """Gives the titles of the exercises asked for, or of all; raises SprintError."""
        wanted = self._ids if ids is None else ids
        return {exercise_id: self.head(exercise_id).title for exercise_id in wanted}

    def exercise(self, exercise_id: str) -> Exercise:
        """Gives one complete exercise; raises SprintError that names file and key when the file is wrong."""
        if exercise_id not in self._exercises:
            self._exercises[exercise_id] = parse_exercise(self._text(exercise_id), exercise_id)
        return self._exercises[exercise_id]

    def _text(self, exercise_id: str) -> str:
        if exercise_id not in self._ids:
            raise SprintError("programme.error.no_such_exercise", exercise=exercise_id)
        if exercise_id not in self._texts:
            self._texts[exercise_id] = self._read(exercise_id)
        return self._texts[exercise_id]


def read_asset(exercise_id: str) -> str:
    """Reads the TOML text of a shipped exercise."""
    return reader.read_text(f"{FOLDER}/{exercise_id}.toml")


def file_of(exercise_id: str) -> str:
    """Gives the file name that messages about an exercise mention."""
    return f"{exercise_id}.toml"


def parse_exercise(text: str, exercise_id: str) -> Exercise:
    """Builds an exercise from TOML text; raises SprintError that names file and key."""
    return exercise_from(parse_toml(text, file_of(exercise_id)), exercise_id)


def exercise_from(data: Mapping[str, Any], exercise_id: str) -> Exercise:
    """Builds an exercise from plain values, as a file or the library holds them; raises SprintError."""
    file = file_of(exercise_id)
    table = Table(data, file)
    exercise = Exercise(
        head=_head(table, exercise_id),
        group=table.word("group", GROUPS),
        inputs=table.words("inputs", ARTEFACTS),
        optional_inputs=table.words("optional_inputs", ARTEFACTS),
        outputs=table.words("outputs", ARTEFACTS),
        materials=table.words("materials", MATERIALS),
        sheets=table.words("print", SHEETS),
        sources=table.words("sources", SOURCES),
        purpose=table.local("purpose"),
        when_to_use=table.local("when_to_use"),
        say=table.local("say"),
        accessible=table.local("accessible"),
        tips=table.local_list("tips"),
        difficult=table.local_list("difficult"),
        room=_room(table.table("room"), file),
        steps=table.tables("steps", _step),
    )
    table.finish()
    _check_steps(exercise, file)
    return exercise


def _head(table: Table, exercise_id: str) -> ExerciseHead:
    file = file_of(exercise_id)
    minutes = table.table("minutes")
    head = ExerciseHead(
        id=table.text("id"),
        kind=table.word("kind", KINDS),
        phase=table.word("phase", PHASES),
        title=table.local("title"),
        minutes=Minutes(minutes.whole("default"), minutes.whole("least"), minutes.whole("most")),
        priority=table.whole("priority"),
        skippable=table.flag("skippable"),
        decider=table.flag("decider"),
        surface=table.word("surface", SURFACES),
    )
    minutes.finish()
    if head.id != exercise_id:
        raise SprintError("programme.error.other_id", file=file, field="id", id=head.id)
    if not 1 <= head.minutes.least <= head.minutes.default <= head.minutes.most:
        raise SprintError("programme.error.minutes_order", file=file, field="minutes")
    if not 1 <= head.priority <= 3:
        raise SprintError("programme.error.priority", file=file, field="priority")
    return head


def _room(table: Table, file: str) -> RoomText:
    room = RoomText(table.local("question"), table.local_list("lines"))
    table.finish()
    if len(room.lines) > ROOM_LINES:
        raise SprintError("programme.error.room_lines", file=file, field="room.lines", most=ROOM_LINES)
    return room


def _step(table: Table) -> ExerciseStep:
    return ExerciseStep(table.whole("minutes"), table.local("text"))


def _check_steps(exercise: Exercise, file: str) -> None:
    total = sum(step.minutes for step in exercise.steps)
    if total != exercise.minutes.default:
        raise SprintError(
            "programme.error.steps_sum", file=file, field="steps", sum=total, planned=exercise.minutes.default
        )
