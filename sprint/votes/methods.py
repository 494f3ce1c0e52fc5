"""Ways to vote, one TOML file each: how many dots, what the Decider does, what may be seen when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assets import reader
from sprint.errors import SprintError
from sprint.programme.reading import LocalText, Table, parse_toml
from sprint.records import Counting

FOLDER = "votes"
RULES = ("fixed", "third", "by_people", "free")
DECIDERS = ("same", "more", "none", "alone")
NO_LIMIT = 0


@dataclass(frozen=True, slots=True)
class VoteMethod:
    """One way to vote.

    `rule` says how many dots each person has: always `dots`, a third of the options, by options and people (method
    8.4), or as many as they like. `decider`: votes like everybody, has `decider_dots` on a ballot apart, does not vote,
    or votes alone. `counting` is how its dots come in unless a person says otherwise; `exercises` begin with it.
    """

    id: str
    title: LocalText
    explain: LocalText
    rule: str
    dots: int
    decider: str
    decider_dots: int
    most_per_option: int
    counting: Counting
    is_secret: bool
    is_binding: bool
    exercises: tuple[str, ...]

    def dots_for(self, options: int, voters: int) -> int:
        """Give the dots of each voter; 0 means as many as they like."""
        if self.decider == "alone":
            return NO_LIMIT
        if self.rule == "third":
            return max(1, options // 3)
        if self.rule == "by_people":
            return max(1, options * options // (2 * max(1, voters)))
        return NO_LIMIT if self.rule == "free" else self.dots

    def voters_of(self, team: int) -> int:
        """Give how many of a team vote, beside a Decider with a ballot apart."""
        if self.decider == "alone":
            return 0
        return max(1, team - 1) if self.decider in ("more", "none") else max(1, team)

    @property
    def ends_with_choice(self) -> bool:
        """Whether the Decider chooses when the dots are known; a poll and a heat map only show where people stand."""
        return self.decider != "none" and self.rule != "free"

    @property
    def has_decider_ballot(self) -> bool:
        """Whether the Decider's dots are on a ballot apart."""
        return self.decider in ("more", "alone")


class VoteMethods:
    """All ways to vote that there are; reads a file when it is first asked for."""

    def __init__(self, ids: Iterable[str], read: Callable[[str], str]) -> None:
        self._ids = tuple(sorted(ids))
        self._read = read
        self._known: dict[str, VoteMethod] = {}

    @classmethod
    def from_assets(cls) -> VoteMethods:
        """Give the methods that ship with the program."""
        names = reader.list_names(FOLDER)
        return cls(
            (name[:-5] for name in names if name.endswith(".toml")),
            lambda method_id: reader.read_text(f"{FOLDER}/{method_id}.toml"),
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every method."""
        return self._ids

    def method(self, method_id: str) -> VoteMethod:
        """Give one method; raises SprintError when there is none, or when its file is wrong."""
        if method_id not in self._ids:
            raise SprintError("vote.error.no_such_method", method=method_id)
        if method_id not in self._known:
            self._known[method_id] = parse_method(self._read(method_id), method_id)
        return self._known[method_id]

    def first_for(self, exercise: str) -> VoteMethod:
        """Give the method with which an exercise begins; the plain one when none names it."""
        found = next((self.method(one) for one in self._ids if exercise in self.method(one).exercises), None)
        return found or self.method("two_dots")


def parse_method(text: str, method_id: str) -> VoteMethod:
    """Build a method from TOML text; raises SprintError that names file and key."""
    file = f"{method_id}.toml"
    table = Table(parse_toml(text, file), file)
    method = VoteMethod(
        id=table.text("id"),
        title=table.local("title"),
        explain=table.local("explain"),
        rule=table.word("rule", RULES),
        dots=table.whole("dots"),
        decider=table.word("decider", DECIDERS),
        decider_dots=table.whole("decider_dots"),
        most_per_option=table.whole("most_per_option"),
        counting=Counting(table.word("counting", [one.value for one in Counting])),
        is_secret=table.flag("secret"),
        is_binding=table.flag("binding"),
        exercises=table.words("exercises", _exercise_names()),
    )
    table.finish()
    if method.id != method_id:
        raise SprintError("programme.error.other_id", file=file, field="id", id=method.id)
    return method


def _exercise_names() -> list[str]:
    return [name[:-5] for name in reader.list_names("exercises")]
