"""The citizens of day four, by hands: invited, asked for consent, heard by two note takers, asked, and listened to.

`MORNING` and `agree` come before the first talk (block `test_setup`), `talks` in the blocks of the talks, `EVENING`
in the blocks after them. `ALL` is everything with one note taker; with two, the talks in the library are written down
on a second laptop from a copy (`copy_for`), and its notes are brought in (`merge`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sprint.journeys import steps_of
from sprint.records import (
    Attendance,
    Consent,
    ConsentTick,
    Instrument,
    Interview,
    Journey,
    JourneyKind,
    Note,
    Observation,
    Participant,
    RemarkKind,
    Step,
)
from sprint.study.consent import consent_of
from sprint.study.questions import questions_of
from sprint.study.texts import study_of
from tests.play.findings import (
    answer_questions,
    answers,
    fill,
    find_patterns,
    kind_of,
    messages,
    page,
    people,
    validated_journey,
    who_is,
)
from tests.play.hands import Room
from ui.study.consent import ConsentTab
from ui.study.interview import InterviewTab
from ui.study.participants import ParticipantsTab
from ui.study.privacy import PrivacyTab
from ui.study.questions import QuestionsTab

SIGNS = {
    RemarkKind.QUOTE: '"',
    RemarkKind.OBSERVATION: ".",
    RemarkKind.INTERPRETATION: "=",
    RemarkKind.QUESTION: "?",
}
TAGS = ("seen", "heard", "helped")
VALENCES = {1: "+", 0: "", -1: "-"}
ABOUT, TASKS = 2, 4
LIBRARY = ("P6", "P7", "P8")
"""Who is heard in the second room."""


# ---- before the first talk


def invite(room: Room) -> None:
    """Add the citizens of each track, then write down what is known of each of them."""
    tab = page(room, "participants")
    assert isinstance(tab, ParticipantsTab)
    for who in people(room):
        room.choose(tab.track, who.track)
        room.line("1", into=tab.count)
    for row, who in enumerate(people(room)):
        tab.table.setFocus()
        tab.table.setCurrentCell(row, 0)
        form = tab.form
        room.choose(form.choices["persona_id"], room.same(who.persona_id) if who.persona_id else "")
        room.choose(form.choices["channel"], who.channel)
        for name in ("group", "needs", "room"):
            fill(room, form.lines[name], getattr(who, name))
        day, clock = who.appointment.split("T")
        fill(room, form.lines["appointment"], f"{as_typed(day)} {clock}")
        for box, at in ((form.reminded, who.reminded_at),):
            if at:
                box.setFocus()
                room.key("Space")


def as_typed(day: str) -> str:
    """Write a date (ISO) as people type it: 8-10-2026."""
    year, month, number = day.split("-")
    return f"{int(number)}-{int(month)}-{year}"


def letter(room: Room) -> None:
    """Say who is responsible and until when things are kept."""
    tab, study = page(room, "consent"), study_of(room.script)
    assert isinstance(tab, ConsentTab)
    for name, field in tab.letter.facts.items():
        if getattr(study, name):
            fill(room, field, getattr(study, name))
    privacy = page(room, "privacy")
    assert isinstance(privacy, PrivacyTab)
    for name, field in privacy.dates.fields.items():
        fill(room, field, as_typed(getattr(study, name)))


def agree(room: Room, codes: tuple[str, ...] = ()) -> None:
    """Enter what each citizen ticked on the paper."""
    tab = page(room, "consent")
    assert isinstance(tab, ConsentTab)
    for who in people(room, codes):
        consent = consent_of(room.script, who.id)
        assert isinstance(consent, Consent)
        room.choose(tab.who, who_is(room, who.code).id)
        for tick, box in tab.ticks.items():
            if consent.allows(tick) is not box.isChecked():
                box.setFocus()
                room.key("Space")
        fill(room, tab.on.line, as_typed(consent.on))
        fill(room, tab.explained_by, consent.explained_by)
        fill(room, tab.form_kept, consent.form_kept)
        room.press("study_ui.save_consent")
        assert consent_of(room.document, who_is(room, who.code).id) is not None
        assert all(consent.allows(tick) is tab.ticks[tick].isChecked() for tick in ConsentTick)


def questionnaire(room: Room) -> None:
    """Put the questions on the list, in the order of the script."""
    tab = page(room, "questions")
    assert isinstance(tab, QuestionsTab)
    asking, put = tab.asking, set[tuple[str, str]]()
    for question in questions_of(room.script):
        journey = room.script.get(question.journey_id) if question.journey_id else None
        if (question.instrument.value, question.journey_id) in put:
            continue
        room.choose(asking.instrument, question.instrument)
        if question.instrument is Instrument.KANO:
            words = room.script.require(Note, question.note_id).text
            room.choose(asking.idea, asking.idea.itemData(asking.idea.findText(words)))
            messages(room).expect(question.text, question.opposite)
        else:
            put.add((question.instrument.value, question.journey_id))
            assert isinstance(journey, Journey)
            room.choose(asking.journey, _journey(room, journey.kind))
        room.press("study_ui.ask")
    assert len(questions_of(room.document)) == len(questions_of(room.script))


def _journey(room: Room, kind: JourneyKind) -> str:
    return next(one.id for one in room.document.table(Journey).values() if one.kind is kind)


# ---- the talks


def talks(room: Room, codes: tuple[str, ...] = ()) -> None:
    """Hold the talks, each in its block, and write down every word where it belongs."""
    for who in people(room, codes):
        talk_with(room, who)


def talk_with(room: Room, who: Participant) -> None:
    """Hold one talk from welcome to debrief, with the keyboard."""
    (talk,) = room.script.referrers(Interview, who.id)
    room.open("citizen_interview", nth_of(room, talk.block_id))
    tab = room.bench.exercise.surface.tab
    assert isinstance(tab, InterviewTab)
    room.choose(tab.who, who_is(room, who.code).id)
    fill(room, tab.taker, talk.note_takers[0])
    room.press("study_ui.begin")
    assert tab.room.text() == talk.room
    said = sorted(room.script.referrers(Observation, who.id), key=lambda one: (one.at, one.id))
    for act, kind in ((ABOUT, JourneyKind.AS_IS), (TASKS, JourneyKind.TO_BE)):
        while tab.talk is not None and tab.talk.act < act:
            room.press("study_ui.next_act")
        for remark in said:
            if kind_of(room, remark.step_id) is kind:
                write(room, tab, remark)
    room.press("study_ui.next_act")
    room.press("study_ui.end_talk")
    for name, field in tab.debrief.fields.items():
        if getattr(talk, name):
            fill(room, field, getattr(talk, name))
    assert who_is(room, who.code).attendance is Attendance.CAME


def nth_of(room: Room, block_id: str) -> int:
    """Tell which of the interviews of the day a block of the script is."""
    return next(nth for nth in range(1, 6) if room.script_block("citizen_interview", nth, day=4) == block_id)


def write(room: Room, tab: InterviewTab, remark: Observation) -> None:
    """Type one note as a note taker does: the number of the step, the signs, the words, Enter."""
    room.line(line_of(room, remark), into=tab.desk.field)
    assert tab.desk.field.text() == "", f"not placed: {remark.text}"


def line_of(room: Room, remark: Observation) -> str:
    """Write a remark of the script as the line that a note taker types."""
    script, step = room.script, room.script.require(Step, remark.step_id)
    number = [one.id for one in steps_of(script, step.journey_id)].index(step.id) + 1
    parts = [str(number), VALENCES[remark.valence], "!" * remark.severity]
    if remark.feeling is not None:
        parts.append(f"~{remark.feeling:+d}" if remark.feeling else "~0")
    parts += [f"#{TAGS.index(tag) + 1}" for tag in remark.tags]
    parts += ["§"] * remark.is_legal + ([f"[{remark.scene}]"] if remark.scene else [])
    return " ".join(part for part in parts if part) + f" {SIGNS[remark.kind]}{remark.text}"


def thank(room: Room) -> None:
    """Tick who got their thank-you."""
    tab = page(room, "participants")
    assert isinstance(tab, ParticipantsTab)
    for row, who in enumerate(people(room)):
        tab.table.setCurrentCell(row, 0)
        if who.thanked_at:
            tab.form.thanked.setFocus()
            room.key("Space")


# ---- the second laptop


def copy_for(room: Room, path: Path) -> None:
    """Write the copy for the second note taker."""
    tab = page(room, "privacy")
    assert isinstance(tab, PrivacyTab)
    messages(room).expect(path)
    room.press("study_ui.copy_for_taker")
    assert path.exists()


def merge(room: Room, path: Path) -> PrivacyTab:
    """Bring in what the second laptop wrote down."""
    tab = page(room, "privacy")
    assert isinstance(tab, PrivacyTab)
    messages(room).expect(path)
    room.press("study_ui.merge")
    return tab


Part = Callable[[Room], None]
MORNING: tuple[Part, ...] = (invite, letter, questionnaire)
"""What is done before the first citizen comes."""
EVENING: tuple[Part, ...] = (thank, answers, find_patterns, answer_questions, validated_journey)
"""What is done when all have been heard."""
ALL: tuple[Part, ...] = (*MORNING, agree, talks, *EVENING)
"""The whole part of the citizens, with one note taker."""
