"""The flight check: what to look at before a day begins. Facts about the machine are handed in, the rest is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from sprint.agenda import blocks_of, clock_time_of, end_of, minutes_of
from sprint.document import Document
from sprint.errors import Param
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import Name, exercise_of, plan_findings
from sprint.programme.preparation import overdue, preparation_text
from sprint.programme.words import artefact_name, material_name, sheet_name
from sprint.records import Day, Participant, Person, Preparation

_GIGABYTE = 1_000_000_000
SMALLEST_DISK = 500_000_000
"""Bytes: a day with photos of the walls takes far less, a full disk takes the day."""
LOWEST_BATTERY = 40
"""Percent: less does not last until lunch."""
GROUP_SIZE = 4
INTERVIEW = "citizen_interview"


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "good"
    LOOK = "look"
    STOP = "stop"


class SheetFor(StrEnum):
    """Who gets a copy of a sheet."""

    ROOM = "room"
    PERSON = "person"
    GROUP = "group"
    CITIZEN = "citizen"


_COPIES: Mapping[str, SheetFor] = MappingProxyType(
    {
        "certificate": SheetFor.PERSON,
        "crazy_eights_sheet": SheetFor.PERSON,
        "hope_fear_sheet": SheetFor.PERSON,
        "note_n_map_strip": SheetFor.PERSON,
        "observer_grid": SheetFor.PERSON,
        "solution_sketch_sheet": SheetFor.PERSON,
        "test_flow_sheet": SheetFor.PERSON,
        "voting_sheet": SheetFor.PERSON,
        "critique_sheet": SheetFor.GROUP,
        "persona_sheet": SheetFor.GROUP,
        "storyboard_sheet": SheetFor.GROUP,
        "consent_form": SheetFor.CITIZEN,
        "debrief_sheet": SheetFor.CITIZEN,
        "info_letter": SheetFor.CITIZEN,
        "interview_guide": SheetFor.CITIZEN,
        "kano_pairs": SheetFor.CITIZEN,
        "likert_sheet": SheetFor.CITIZEN,
    }
)
_TWICE = frozenset({"consent_form"})  # one for the citizen, one for us


@dataclass(frozen=True)
class FlightFacts:
    """What only the machine and the facilitator know. None means that the system does not tell.

    `printed` are the sheets (as the catalogue names them) that lie ready; `packed` the materials.
    """

    today: str = ""
    displays: int = 1
    has_sound: bool | None = None
    free_bytes: int | None = None
    battery_percent: int | None = None
    is_plugged_in: bool | None = None
    printed: frozenset[str] = frozenset()
    packed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FlightItem:
    """One line of the check: its subject (for the icon), how it came out, and the sentence.

    `sheet`, `material` and `needed` in `params` are words of the catalogue, named when the sentence is shown.
    """

    subject: str
    verdict: Verdict
    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetNeed:
    """A sheet of a day and how many copies of it are needed."""

    sheet: str
    copies: int


def sheets_needed(document: Document, day: Day, catalogue: Catalogue) -> tuple[SheetNeed, ...]:
    """Return the sheets that the exercises of a day ask, each once, with the copies for those who are there."""
    found: dict[str, None] = {}
    for block in blocks_of(document, day.id):
        exercise = None if block.skipped else exercise_of(block, catalogue)
        found.update(dict.fromkeys(exercise.sheets if exercise is not None else ()))
    people = max(1, len(_present(document, day)))
    talks = max(1, _interviews(document, day), len(document.table(Participant)))
    copies = {SheetFor.ROOM: 1, SheetFor.PERSON: people, SheetFor.GROUP: -(-people // GROUP_SIZE)}
    copies[SheetFor.CITIZEN] = talks
    counts = ((sheet, copies[_COPIES.get(sheet, SheetFor.ROOM)]) for sheet in found)
    return tuple(SheetNeed(sheet, count * (2 if sheet in _TWICE else 1)) for sheet, count in counts)


def materials_needed(document: Document, day: Day, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what the exercises of a day ask to bring, each once, as the catalogue names it."""
    found: dict[str, None] = {}
    for block in blocks_of(document, day.id):
        exercise = None if block.skipped else exercise_of(block, catalogue)
        found.update(dict.fromkeys(exercise.materials if exercise is not None else ()))
    return tuple(found)


def flight_check(
    document: Document, day: Day, facts: FlightFacts, catalogue: Catalogue, name: Name, t: Translator
) -> tuple[FlightItem, ...]:
    """Return every check of a day, in the order in which one walks through them: paper, people, machine, time."""
    return (
        *_sheet_checks(document, day, facts, catalogue),
        *_material_checks(document, day, facts, catalogue),
        *_people_checks(document, day),
        *_preparation_checks(document, facts, t),
        *_machine_checks(facts),
        *_time_checks(document, day, facts, catalogue, name, t),
    )


def flight_text(item: FlightItem, t: Translator) -> str:
    """Give the sentence of a check."""
    params = dict(item.params)
    if "sheet" in params:
        params["sheet"] = sheet_name(str(params["sheet"]), t)
    if "material" in params:
        params["material"] = material_name(str(params["material"]), t)
    if "needed" in params:
        params["needed"] = artefact_name(str(params["needed"]), t)
    return t(item.key, **params)


def worst(items: tuple[FlightItem, ...]) -> Verdict:
    """Return the worst of the checks: whether one can take off."""
    verdicts = {item.verdict for item in items}
    return next((verdict for verdict in (Verdict.STOP, Verdict.LOOK) if verdict in verdicts), Verdict.GOOD)


# ---- paper and things


def _sheet_checks(document: Document, day: Day, facts: FlightFacts, catalogue: Catalogue) -> Iterator[FlightItem]:
    needs = sheets_needed(document, day, catalogue)
    missing = [need for need in needs if need.sheet not in facts.printed]
    for need in missing:
        yield FlightItem("print", Verdict.LOOK, "flight.print_sheet", {"sheet": need.sheet, "count": need.copies})
    if missing:
        count = sum(need.copies for need in missing)
        yield FlightItem("paper", Verdict.LOOK, "flight.paper", {"count": count})
    elif needs:
        yield FlightItem("print", Verdict.GOOD, "flight.all_printed")


def _material_checks(document: Document, day: Day, facts: FlightFacts, catalogue: Catalogue) -> Iterator[FlightItem]:
    needs = materials_needed(document, day, catalogue)
    missing = [material for material in needs if material not in facts.packed]
    for material in missing:
        yield FlightItem("materials", Verdict.LOOK, "flight.bring", {"material": material})
    if needs and not missing:
        yield FlightItem("materials", Verdict.GOOD, "flight.all_packed")


# ---- people


def _present(document: Document, day: Day) -> list[Person]:
    return [person for person in document.table(Person).values() if day.id not in person.away_ids]


def _interviews(document: Document, day: Day) -> int:
    return sum(block.exercise == INTERVIEW and not block.skipped for block in blocks_of(document, day.id))


def _people_checks(document: Document, day: Day) -> Iterator[FlightItem]:
    talks = _interviews(document, day)
    if talks:
        yield from _citizen_checks(document, talks)
    away = len(document.table(Person)) - len(_present(document, day))
    if away:
        yield FlightItem("people", Verdict.LOOK, "flight.away", {"count": away})


def _citizen_checks(document: Document, talks: int) -> Iterator[FlightItem]:
    people = document.table(Participant).values()
    confirmed = sum(bool(person.appointment) for person in people)
    if confirmed < talks:
        verdict = Verdict.LOOK if confirmed else Verdict.STOP
        yield FlightItem("citizens", verdict, "flight.citizens_missing", {"confirmed": confirmed, "talks": talks})
    else:
        yield FlightItem("citizens", Verdict.GOOD, "flight.citizens_confirmed", {"count": confirmed})
    consent = [item for item in document.table(Preparation).values() if item.task == "privacy"]
    if any(item.is_done for item in consent):
        yield FlightItem("consent", Verdict.GOOD, "flight.consent_checked")
    else:
        yield FlightItem("consent", Verdict.STOP, "flight.consent_open")


def _preparation_checks(document: Document, facts: FlightFacts, t: Translator) -> Iterator[FlightItem]:
    for item in overdue(document, facts.today) if facts.today else ():
        params = {"task": preparation_text(item, t)}
        yield FlightItem("preparation", Verdict.LOOK, "flight.task_open", params)


# ---- the machine


def _machine_checks(facts: FlightFacts) -> Iterator[FlightItem]:
    if facts.displays < 2:
        yield FlightItem("display", Verdict.LOOK, "flight.one_display")
    else:
        yield FlightItem("display", Verdict.GOOD, "flight.displays", {"count": facts.displays})
    if facts.has_sound is not None:
        good = facts.has_sound
        key = "flight.sound" if good else "flight.no_sound"
        yield FlightItem("sound", Verdict.GOOD if good else Verdict.LOOK, key)
    if facts.free_bytes is not None:
        good = facts.free_bytes >= SMALLEST_DISK
        params: dict[str, Param] = {"megabytes": facts.free_bytes // 1_000_000}
        key = "flight.disk" if good else "flight.disk_full"
        if facts.free_bytes >= _GIGABYTE:
            key, params = "flight.disk_large", {"gigabytes": facts.free_bytes // _GIGABYTE}
        yield FlightItem("disk", Verdict.GOOD if good else Verdict.STOP, key, params)
    yield from _battery_checks(facts)


def _battery_checks(facts: FlightFacts) -> Iterator[FlightItem]:
    percent, plugged = facts.battery_percent, facts.is_plugged_in
    if plugged:
        yield FlightItem("battery", Verdict.GOOD, "flight.plugged_in")
    elif percent is not None:
        is_low = percent < LOWEST_BATTERY
        key = "flight.battery_low" if is_low else "flight.battery"
        yield FlightItem("battery", Verdict.STOP if is_low else Verdict.LOOK, key, {"percent": percent})


# ---- time


def _time_checks(
    document: Document, day: Day, facts: FlightFacts, catalogue: Catalogue, name: Name, t: Translator
) -> Iterator[FlightItem]:
    findings = [finding for finding in plan_findings(document, catalogue, name) if finding.day_id == day.id]
    for finding in findings:
        yield FlightItem("time", Verdict.LOOK, finding.key, finding.params)
    if day.date and facts.today and day.date != facts.today:
        yield FlightItem("date", Verdict.LOOK, "flight.other_date", {"date": t.date(day.date)})
    if not findings:
        start, end = clock_time_of(minutes_of(day.start)), clock_time_of(end_of(document, day))
        yield FlightItem("time", Verdict.GOOD, "flight.time_fits", {"start": start, "end": end})
