"""Reading a command line from a table of options, with mistakes told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sprint.errors import SprintError
from sprint.frozen import dataclass


@dataclass(frozen=True)
class Option:
    """One option of a command: `--name VALUE`, or a switch when `value` is empty; `choices` limits the value."""

    name: str
    help: str
    value: str = ""
    choices: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """How the option is written in the help."""
        return f"--{self.name} {self.value}" if self.value else f"--{self.name}"


@dataclass(frozen=True)
class Command:
    """One command: the word that is its name in the help, the files it takes in order, and its options."""

    name: str
    help: str
    files: tuple[str, ...]
    options: tuple[Option, ...]

    @property
    def shown(self) -> str:
        """How the command is written in the help."""
        return " ".join(("reisgenoot", self.name, *self.files))


@dataclass(frozen=True)
class Arguments:
    """What was typed: files in order, the values of options, and the switches that are on."""

    files: tuple[str, ...]
    values: Mapping[str, str]
    switches: frozenset[str]

    def value(self, name: str) -> str:
        """Return the value of an option, or an empty string when it was not given."""
        return self.values.get(name, "")


def parse(command: Command, words: Sequence[str]) -> Arguments:
    """Read the words after a command; raises SprintError that names the word that cannot be read."""
    options = {option.name: option for option in command.options}
    files: list[str] = []
    values: dict[str, str] = {}
    switches: set[str] = set()
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--") or word == "--":
            files.append(word)
            continue
        name, has_value, value = word[2:].partition("=")
        option = options.get(name)
        if option is None:
            raise SprintError("cli.unknown_option", option=word.partition("=")[0], command=command.name)
        if not option.value:
            switches.add(name)
            continue
        if not has_value:
            if not waiting or waiting[0].startswith("--"):
                raise SprintError("cli.no_value", option=option.shown)
            value = waiting.pop(0)
        if option.choices and value not in option.choices:
            raise SprintError("cli.wrong_choice", option=f"--{name}", value=value, choices=", ".join(option.choices))
        values[name] = value
    if len(files) > len(command.files):
        raise SprintError("cli.too_many", word=files[len(command.files)], command=command.shown)
    return Arguments(tuple(files), values, frozenset(switches))
