"""Day four by hand: the room is made ready, citizens come (`tests/play/citizens.py`), the team decides and agrees."""

from __future__ import annotations

from sprint.records import Decision, FollowUp, Maturity, MaturityLever, MaturityMark, MaturityStage, ParkedItem
from tests.play import citizens
from tests.play.day_three import decide, park
from tests.play.findings import fill
from tests.play.hands import Play, Room
from ui.exercises.checklist import Surface as ChecklistSurface
from ui.exercises.closing import Surface as ClosingSurface
from ui.exercises.follow_up import FollowUpCard
from ui.exercises.maturity import Surface as MaturitySurface
from ui.exercises.validated import FOLLOW_UP
from ui.exercises.validated import Surface as ValidatedSurface

_FIGURES = {Maturity.UNKNOWN: "0", Maturity.ABSENT: "1", Maturity.STARTED: "2", Maturity.WORKS: "3"}
_RETROSPECTIVE = ("keep", "change", "try")
_LINES = ("text", "owner", "first_step", "measure", "baseline", "target")
_DAYS = ("first_by", "check_30", "check_90")


def test_setup(room: Room) -> None:
    """Check that everything lies ready before the first citizen comes, and who sees to it."""
    room.open("test_setup")
    surface = room.surface(ChecklistSurface)
    for note in room.script_notes("test_setup"):
        room.line(note.text, into=surface.rows.line)
        fields = surface.rows.row(room.same(note.id)).fields
        room.type(note.owner, into=fields["owner"])
        if note.is_done:
            fields["text"].setFocus()
            room.key("Ctrl+Return")


def decisions(room: Room) -> None:
    """What goes on is the Decider's to say, with a reason; what does not fit is parked."""
    for exercise in ("patterns", "answer_questions"):
        room.open(exercise)
        block = room.script_block(exercise)
        for item in room.script.table(ParkedItem).values():
            if item.block_id == block:
                park(room, item)
        for decision in room.script.table(Decision).values():
            if decision.block_id == block:
                decide(room, decision)


def follow_up(room: Room) -> None:
    """Take all decisions over at once, throw away what needs nobody, and agree on the others."""
    room.open("validated_journey")
    surface = room.surface(ValidatedSurface)
    room.click(surface.tabs.buttons[FOLLOW_UP])
    follow = surface.follow
    room.click(follow.from_decisions)
    wanted = {room.same(one.decision_id): one for one in room.script.table(FollowUp).values()}
    for made in list(room.document.table(FollowUp).values()):
        if made.decision_id not in wanted:
            room.click(_card(surface, made.id).trash)
    for made in list(room.document.table(FollowUp).values()):
        card, agreed = _card(surface, made.id), wanted[made.decision_id]
        for name in _LINES:
            fill(room, card.lines[name], getattr(agreed, name))
        for name in _DAYS:
            if getattr(made, name) != getattr(agreed, name):
                year, month, day = getattr(agreed, name).split("-")
                fill(room, card.days[name].line, f"{int(day)}-{int(month)}-{year}")


def _card(surface: ValidatedSurface, follow_up_id: str) -> FollowUpCard:
    card = surface.follow.cards.rows[follow_up_id]
    assert isinstance(card, FollowUpCard)
    return card


def closing(room: Room) -> None:
    """Look back in three columns, and say in eighteen cells how far the organisation is."""
    room.open("closing")
    surface = room.surface(ClosingSurface)
    for note in room.script_notes("closing"):
        room.line(f"{_RETROSPECTIVE.index(note.mark) + 1} {note.text}")
    room.click(surface.tabs.buttons[1])
    assert isinstance(surface.part, MaturitySurface)
    marks = {(one.stage, one.lever): one for one in room.script.table(MaturityMark).values()}
    for lever in MaturityLever:
        for stage in MaturityStage:
            mark = marks[stage, lever]
            room.key(_FIGURES[mark.mark])
            if mark.remark:
                room.key("R")
                room.type(mark.remark)
                room.key("Return")
            room.key("Right")
        room.key("Left", len(MaturityStage) - 1)
        room.key("Down")


TEAM: tuple[Play, ...] = (test_setup, decisions, follow_up, closing)
"""What the team does without the citizens."""
BLOCKS: tuple[Play, ...] = (test_setup, *citizens.ALL, decisions, follow_up, closing)
"""What is done on day four, in order."""
