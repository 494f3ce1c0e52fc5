"""Checks whether a programme can be run as planned; pure, names the place of each problem."""

from __future__ import annotations

from collections.abc import Iterator

from sprint.errors import Param, SprintError
from sprint.frozen import dataclass
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.programme.programmes import Block, Day, Programme, programme_file

LONGEST_STRETCH = 90  # minutes of work before people need a break
SHORTEST_REST = 5  # minutes; anything shorter is no break
SHORTEST_LUNCH = 45
LUNCH_NEEDED_ABOVE = 300  # minutes; a longer day holds a lunch
LONGEST_DAY = 480


@dataclass(frozen=True)
class ProgrammeProblem:
    """One thing that is wrong: the message key and what the sentence names (file, field, minutes …).

    `exercise` and `needed` in `params` are ids; their names are looked up when the sentence is shown.
    """

    key: str
    params: dict[str, Param]


def check_programme(programme: Programme, catalogue: Catalogue) -> tuple[ProgrammeProblem, ...]:
    """Gives every problem of a programme in the order of its days; an empty tuple means it can be run."""
    file = programme_file(programme.id)
    problems: list[ProgrammeProblem] = []
    made = set(programme.given)
    for place, day in enumerate(programme.days):
        visit = _DayCheck(file, place, day, catalogue)
        problems.extend(visit.all(made))
    return tuple(problems)


class _DayCheck:
    def __init__(self, file: str, place: int, day: Day, catalogue: Catalogue) -> None:
        self._file = file
        self._place = place
        self._day = day
        self._catalogue = catalogue
        self._problems: list[ProgrammeProblem] = []
        self._known: list[tuple[int, int, Block, Exercise]] = list(self._read())

    def all(self, made: set[str]) -> list[ProgrammeProblem]:
        """Gives the problems of this day and adds what it produces to `made`."""
        self._check_length()
        self._check_stretches()
        self._check_lunch()
        for index, start, block, exercise in self._known:
            self._check_minutes(index, block, exercise)
            self._check_decider(index, start, block, exercise)
            self._check_inputs(index, exercise, made)
            made.update(exercise.outputs)
        return self._problems

    def _read(self) -> Iterator[tuple[int, int, Block, Exercise]]:
        for index, (start, block) in enumerate(zip(self._day.starts, self._day.blocks, strict=True)):
            try:
                yield index, start, block, self._catalogue.exercise(block.exercise)
            except SprintError as fault:
                where: dict[str, Param] = {"file": self._file, "field": f"{self._field(index)}.exercise"}
                self._problems.append(ProgrammeProblem(fault.key, {**where, **fault.params}))

    def _check_length(self) -> None:
        day = self._day
        over = day.start + day.minutes - day.end
        if over > 0:
            self._report("programme.problem.day_too_long", None, over=over, end=clock_text(day.end))
        if day.minutes > LONGEST_DAY:
            self._report("programme.problem.day_over_limit", None, minutes=day.minutes, most=LONGEST_DAY)

    def _check_stretches(self) -> None:
        stretch, told = 0, False
        for index, _, block, exercise in self._known:
            if exercise.head.is_rest and block.minutes >= SHORTEST_REST:
                stretch, told = 0, False
                continue
            stretch += block.minutes
            if stretch > LONGEST_STRETCH and not told:
                told = True
                self._report(
                    "programme.problem.no_break",
                    index,
                    exercise=exercise.id,
                    minutes=stretch,
                    most=LONGEST_STRETCH,
                )

    def _check_lunch(self) -> None:
        lunches = [entry for entry in self._known if entry[3].head.kind == "lunch"]
        for index, _, block, _ in lunches:
            if block.minutes < SHORTEST_LUNCH:
                self._report("programme.problem.short_lunch", index, minutes=block.minutes, least=SHORTEST_LUNCH)
        if not lunches and self._day.minutes > LUNCH_NEEDED_ABOVE:
            self._report("programme.problem.no_lunch", None, minutes=self._day.minutes)

    def _check_minutes(self, index: int, block: Block, exercise: Exercise) -> None:
        least, most = exercise.minutes.least, exercise.minutes.most
        if exercise.head.kind == "lunch" and block.minutes < SHORTEST_LUNCH:
            return  # told by the lunch rule, once is enough
        if block.minutes < least:
            self._report(
                "programme.problem.block_too_short",
                index,
                exercise=exercise.id,
                minutes=block.minutes,
                least=least,
            )
        elif block.minutes > most:
            self._report(
                "programme.problem.block_too_long",
                index,
                exercise=exercise.id,
                minutes=block.minutes,
                most=most,
            )

    def _check_decider(self, index: int, start: int, block: Block, exercise: Exercise) -> None:
        if not exercise.head.decider:
            return
        end = start + block.minutes
        if not any(stay.start <= start and end <= stay.end for stay in self._day.decider):
            self._report("programme.problem.no_decider", index, exercise=exercise.id, start=clock_text(start))

    def _check_inputs(self, index: int, exercise: Exercise, made: set[str]) -> None:
        for needed in exercise.inputs:
            if needed not in made:
                self._report("programme.problem.no_input", index, exercise=exercise.id, needed=needed)

    def _report(self, message: str, index: int | None, **params: Param) -> None:
        field = f"days[{self._place}]" if index is None else self._field(index)
        where: dict[str, Param] = {"file": self._file, "field": field, "day": self._place + 1}
        self._problems.append(ProgrammeProblem(message, {**where, **params}))

    def _field(self, index: int) -> str:
        return f"days[{self._place}].blocks[{index}]"


def clock_text(minutes: int) -> str:
    """Gives minutes since midnight as people read a clock: 09:05."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
