"""The commands: export, check and example. They look at a sprint and never touch the one a window has open.

Exit codes: 0 all is well, 1 done but there is something to tell, 2 it could not be done or was asked wrongly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import TextIO

from exports.arguments import Arguments, Command, Option, parse
from exports.base import Output, outputs
from exports.offer import wanted_on
from exports.options import CHOICES, ReadPicture
from exports.packet import Job, make_all, make_one, read_jobs
from sprint.document import Document
from sprint.errors import SprintError
from sprint.example import example_pictures, example_tables
from sprint.i18n import LANGUAGES, Translator, language_of
from sprint.records import Card, Day, Journey, Observation, Participant, Step
from sprint.store.folders import Folders
from sprint.store.shapes import Finding
from sprint.store.sprint_store import create_sprint
from sprint.study.private_words import private_places
from sprint.workspace import Workspace

EXIT_WELL, EXIT_FINDINGS, EXIT_BAD = 0, 1, 2
_HELP_COLUMN, _HELP_WIDTH = 38, 100  # characters

_PROFILE = Option("profile-dir", "cli.help.profile_dir", "DIR")
_LANGUAGE = Option("language", "cli.help.language", "nl|en", LANGUAGES)
COMMANDS: Mapping[str, Command] = {
    "export": Command(
        "export",
        "cli.help.export",
        ("FILE",),
        (
            Option("to", "cli.help.to", "OUT"),
            Option("what", "cli.help.what", "WHAT"),
            *(Option(row.name, row.help, row.shown, row.choices) for row in CHOICES if not row.is_window),
            Option("marks", "print.help.marks", "FILE"),
            Option("packet", "print.help.packet", "FILE"),
            Option("list", "cli.help.list"),
            _PROFILE,
        ),
    ),
    "check": Command("check", "cli.help.check", ("FILE",), (_LANGUAGE, _PROFILE)),
    "example": Command("example", "cli.help.example", ("OUT",), (_LANGUAGE,)),
}


def run(words: Sequence[str], version: str, environment: Mapping[str, str] | None = None) -> int:
    """Do what the command line asks and give the exit code; sentences go to standard output and error."""
    t = Translator.load(_language(words, os.environ if environment is None else environment))
    for stream in (sys.stdout, sys.stderr):
        _keep_printable(stream)
    if "--version" in words:
        print(f"Reisgenoot {version}")
        return EXIT_WELL
    if not words or words[0] not in COMMANDS or "--help" in words or "-h" in words:
        return _help(t, words)
    command = COMMANDS[words[0]]
    try:
        arguments = parse(command, words[1:])
        if command.name == "export":
            return _export(t, arguments)
        return _check(t, arguments) if command.name == "check" else _example(t, arguments)
    except SprintError as error:
        print(t.error(error), file=sys.stderr)
        return EXIT_BAD


def _language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language to speak: what was asked for, else what the computer speaks, else Dutch."""
    for number, word in enumerate(words):
        asked = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and number + 1 < len(words):
            asked = words[number + 1]
        if asked in LANGUAGES:
            return asked
    return language_of(environment)


def _keep_printable(stream: TextIO) -> None:
    """Let a terminal that lacks a character show a question mark instead of ending the command."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _help(t: Translator, words: Sequence[str]) -> int:
    is_asked = not words or words[0] in COMMANDS or words[0] in ("help", "--help", "-h")
    if not is_asked:
        print(t("cli.unknown_command", word=words[0], commands=", ".join(COMMANDS)), file=sys.stderr)
        return EXIT_BAD
    print(t("cli.help.intro"))
    print("\n  reisgenoot [FILE]\n     ", t("cli.help.window"))
    chosen = [COMMANDS[words[0]]] if words and words[0] in COMMANDS else list(COMMANDS.values())
    for command in chosen:
        print(f"\n  {command.shown}\n      {t(command.help)}")
        for option in command.options:
            print(_help_row(option.shown, t(option.help, outputs=", ".join(outputs()))))
    print("\n  reisgenoot --version\n     ", t("cli.help.version"))
    print("\n" + "\n".join(wrap(t("cli.help.exit_codes"), _HELP_WIDTH)))
    return EXIT_WELL


def _help_row(shown: str, says: str) -> str:
    """Set an option beside what it does; a long one stands above it, and no line is wider than most terminals."""
    indent = " " * 8
    beside = " " * _HELP_COLUMN
    lines = wrap(says, _HELP_WIDTH, initial_indent=beside, subsequent_indent=beside, break_on_hyphens=False)
    if len(indent + shown) + 2 <= _HELP_COLUMN:
        return f"{indent}{shown}".ljust(_HELP_COLUMN) + "\n".join(lines).lstrip()
    return "\n".join([f"{indent}{shown}", *lines])


def _needed(arguments: Arguments, command: str) -> Path:
    if not arguments.files or not arguments.files[0]:
        raise SprintError("cli.no_file", command=COMMANDS[command].shown)
    return Path(arguments.files[0])


def _folders(arguments: Arguments) -> Folders:
    profile = arguments.value("profile-dir")
    return Folders(Path(profile).absolute() / "data") if profile else Folders.default()


def _tell(t: Translator, findings: tuple[Finding, ...]) -> int:
    for finding in findings:
        print(t(finding.key, **finding.params), file=sys.stderr)
    return EXIT_FINDINGS if findings else EXIT_WELL


# ---- export


def _export(t: Translator, arguments: Arguments) -> int:
    if "list" in arguments.switches:
        return _list(t, arguments)
    path = _needed(arguments, "export")
    packet = arguments.value("packet")
    if not packet and not arguments.value("to"):
        raise SprintError("cli.no_target", command=COMMANDS["export"].shown)
    with _reading(path, _folders(arguments)) as opened:
        read = _picture_reader(opened)
        if packet:
            is_well = make_all(read_jobs(Path(packet)), opened.document, read, t, lambda line: print(line, flush=True))
            return EXIT_WELL if is_well else EXIT_FINDINGS
        target = Path(arguments.value("to"))
        output = _output(arguments.value("what"), target)
        job = Job(output.id, target, arguments.values, arguments.value("marks"))
        make_one(output, job, opened.document, read)
        print(t("cli.made", path=str(target)))
        _warn_of_private(t, opened.document)
        return _tell(t, opened.findings)


def _warn_of_private(t: Translator, document: Document) -> None:
    """Say it when the sprint still holds what looks like personal data; whoever sends the file on should know."""
    places = private_places(document)
    if places:
        print(t("cli.private_places", count=len(places)), file=sys.stderr)


def _list(t: Translator, arguments: Arguments) -> int:
    """Name every output; with a sprint, mark what its days ask for, or those of one day."""
    wanted: list[str] = []
    if arguments.files:
        day = arguments.value("day")
        with _reading(Path(arguments.files[0]), _folders(arguments)) as opened:
            wanted = wanted_on(opened.document, int(day) if day.isdecimal() else 0)
    for output in sorted(outputs().values(), key=lambda one: (one.id not in wanted, one.id)):
        papers = f" ({', '.join(output.papers)})" if ".pdf" in output.suffixes else ""
        mark = "* " if output.id in wanted else "  " if wanted else ""
        print(f"{mark}{output.id:<18}{t(output.title)}{papers}")
    return EXIT_WELL


@contextmanager
def _reading(path: Path, folders: Folders) -> Iterator[Workspace]:
    """Read a sprint without touching the one a window has open; raises SprintError when it cannot be read."""
    workspace = Workspace.open(path, folders, read_only=True)
    try:
        yield workspace
    finally:
        workspace.close()


def _picture_reader(workspace: Workspace) -> ReadPicture:
    def read(sha256: str) -> bytes | None:
        try:
            return workspace.store.read_media(sha256)
        except SprintError:
            return None

    return read


def _output(wanted: str, target: Path) -> Output:
    """Find the output by name, or the first usual one that the name of the file allows."""
    found = outputs()
    suffix = target.suffix.lower()
    if not wanted:
        fitting = [found[name] for name in ("journey", *found) if suffix in found[name].suffixes]
        if not fitting:
            raise SprintError("cli.unknown_suffix", name=target.name or str(target))
        return fitting[0]
    output = found.get(wanted)
    if output is None:
        raise SprintError("cli.wrong_choice", option="--what", value=wanted, choices=", ".join(found))
    if suffix not in output.suffixes:
        raise SprintError("cli.wrong_suffix", name=target.name, suffixes=", ".join(output.suffixes))
    return output


# ---- check


def _check(t: Translator, arguments: Arguments) -> int:
    path = _needed(arguments, "check")
    with _reading(path, _folders(arguments)) as opened:
        document, findings = opened.document, opened.findings
    print(t("cli.checked", name=path.name, title=document.sprint.title or t("print.report.untitled")))
    counts = (
        t("cli.days", count=len(document.table(Day))),
        t("cli.journeys", count=len(document.table(Journey))),
        t("cli.steps", count=len(document.table(Step))),
        t("cli.cards", count=len(document.table(Card))),
        t("cli.citizens", count=len(document.table(Participant))),
        t("cli.remarks", count=len(document.table(Observation))),
    )
    print(", ".join(counts) + ".")
    code = _tell(t, findings)
    if code == EXIT_WELL:
        print(t("cli.all_well"))
    return code


# ---- example


def _example(t: Translator, arguments: Arguments) -> int:
    path = _needed(arguments, "example")
    if path.suffix != ".sprint":
        raise SprintError("cli.wrong_suffix", name=path.name, suffixes=".sprint")
    with TemporaryDirectory(prefix="reisgenoot-") as folder:
        pictures = example_pictures()
        opened = create_sprint(path, example_tables(t.language, pictures), Folders(Path(folder)), pictures=pictures)
        problem = opened.store.mirror()
        findings = opened.store.close()
        state = opened.store.state
    if state.error is not None:
        raise state.error
    if not path.exists():
        raise SprintError("cli.not_made", path=str(path))
    print(t("cli.made", path=str(path)))
    return _tell(t, findings if problem is None else (problem, *findings))
