"""Day one by hand: the sprint begins, the team notes, sorts and votes, draws the present journey, picks its target."""

from __future__ import annotations

from datetime import date

from sprint.agenda import days_of
from sprint.edits.team import team_of
from sprint.journeys import journey_of_kind
from sprint.programme.preparation import preparation_text, preparations_of
from sprint.records import JourneyKind, Persona
from tests.helpers.facilitator import Facilitator
from tests.play.drawing import draw_steps, draw_ways, feel_and_tell, name_phases, tell_facts, write_cards
from tests.play.hands import Play, Room, check_out
from tests.play.voting import vote
from ui.exercises.cluster import Surface as ClusterSurface
from ui.exercises.note_vote import Surface as NoteVoteSurface
from ui.exercises.personas import Surface as PersonaSurface
from ui.exercises.target import Surface as TargetSurface
from ui.exercises.vote import Surface as VoteSurface
from ui.widgets.check import CheckBox
from ui.widgets.fields import LineField


def begin(she: Facilitator, language: str, *, pastes: bool = False) -> Room:
    """Begin a sprint of her own with the dialog, and write down who takes part and what it is about."""
    she.session.context.settings.set("language", language)
    room = Room(she, 1, language, pastes=pastes)
    wanted = room.script.sprint
    first = date.fromisoformat(days_of(room.script)[0].date)
    room.do("new_sprint")
    for key, text in (
        ("ui.new_wish", wanted.title),
        ("ui.new_organisation", wanted.organisation),
        ("ui.new_first_day", f"{first:%d-%m-%Y}"),
    ):
        room.go_to_field(key)
        room.rewrite(text)
    room.press("new_start")
    room.come_forward()
    she.saved()
    return room


def prepare(room: Room) -> None:
    """Write down the team, the challenge and the place, and tick off what each of them has prepared."""
    room.do("plan_team")
    room.go_to_field("planner.new_person")
    for person in team_of(room.script):
        room.type(person.name)
        room.key("Tab")
        room.type(person.role)
        room.key("Tab")
        room.line(person.job)
    room.do("plan_preparation")
    for key, text in (
        ("planner.challenge", room.script.sprint.challenge),
        ("planner.place", room.script.sprint.place),
    ):
        room.go_to_field(key)
        room.type(text)
    room.press("planner.make_list")
    for item in preparations_of(room.script):
        words = preparation_text(item, room.she.session.context.texts.translator)
        room.click(room.widget(CheckBox, words))
        room.line(item.owner, into=room.widget(LineField, room.t("planner.owner_of", task=words)))


# ---- the morning


def welcome(room: Room) -> None:
    """Agree on the rules."""
    room.open("welcome")
    for rule in room.script_notes("welcome"):
        room.line(rule.text)


def hopes_fears(room: Room) -> None:
    """Everybody says a hope and a fear: + and − at the start of the line."""
    room.open("hopes_fears")
    for note in room.script_notes("hopes_fears"):
        sign = "+" if note.kind.value == "hope" else "-"
        room.line(f"{sign} @{room.name_of(note.person_id)} {note.text}")


def expert_interviews(room: Room) -> None:
    """While guests talk, questions are caught, each with whose it is."""
    room.open("expert_interviews")
    for note in room.script_notes("expert_interviews"):
        room.line(f"@{room.name_of(note.person_id)} {note.text}")
    room.park("expert_interviews")


def cluster_hmw(room: Room) -> None:
    """Carry the questions on heaps: N makes one, its number puts a card on it."""
    room.open("cluster_hmw")
    wall = room.surface(ClusterSurface).wall
    heaps: list[str] = []
    for note in room.script_notes("expert_interviews"):
        assert wall.current == room.same(note.id), "the keyboard goes on to the next loose note by itself"
        if note.cluster_id in heaps:
            room.key(str(heaps.index(note.cluster_id) + 1))
        else:
            heaps.append(note.cluster_id)
            room.key("N")
            room.line(room.script_words(note.cluster_id))


def vote_hmw(room: Room) -> None:
    """Two dots each, four for the Decider."""
    room.open("vote_hmw")
    vote(room, room.surface(VoteSurface).pane, "vote_hmw")


def long_term_goal(room: Room) -> None:
    """Three sentences that begin with "in two years"; the Decider chooses."""
    room.open("long_term_goal")
    for note in room.script_notes("long_term_goal"):
        room.line(f"@{room.name_of(note.person_id)} {note.text}")
    surface = room.surface(NoteVoteSurface)
    room.click(surface.tabs.buttons[1])
    vote(room, surface.vote, "long_term_goal")


def sprint_questions(room: Room) -> None:
    """Fears become questions; three of them must have an answer on the last day."""
    room.open("sprint_questions")
    surface = room.surface(NoteVoteSurface)
    for note in room.script_notes("sprint_questions"):
        if note.origin_id:
            room.double_click_card(surface.material.wall, room.same(note.origin_id))
            room.rewrite(note.text)
            room.key("Esc")
            surface.pane.line.field.setFocus()
        else:
            room.line(f"@{room.name_of(note.person_id)} {note.text}")
    room.click(surface.tabs.buttons[1])
    vote(room, surface.vote, "sprint_questions")


# ---- the afternoon


def personas(room: Room) -> None:
    """Fill in a sheet for everybody the journey is about, field by field."""
    room.open("personas")
    surface = room.surface(PersonaSurface)
    for wanted in sorted(room.script.table(Persona).values(), key=lambda who: who.order):
        room.click(surface.add)
        sheet = surface.columns[surface.personas()[-1].id].sheet
        for name, field in sheet.texts.items():
            text = getattr(wanted, name)
            if name == "name":
                room.rewrite(text)
            elif text:
                room.type(text, into=field)
        for choice, value in (
            (sheet.track, wanted.track),
            (sheet.channel, wanted.channel),
            (sheet.evidence, wanted.evidence),
        ):
            room.choose(choice, value)
        if wanted.interviews:
            room.type(str(wanted.interviews), into=sheet.talks)
    for note in room.script_notes("personas"):
        room.capture("note", note.text)


def as_is_journey(room: Room) -> None:
    """Draw the journey as it is now: phases, steps in time order, other ways, cards, arrows."""
    room.open("as_is_journey")
    room.park("as_is_journey")
    room.click(room.bench.exercise.to_canvas)
    wanted = journey_of_kind(room.script, JourneyKind.AS_IS)
    assert wanted is not None
    name_phases(room, wanted)
    draw_steps(room, wanted.id)
    draw_ways(room, wanted.id)
    tell_facts(room, wanted.id)
    write_cards(room, wanted.id)


def emotion_curve(room: Room) -> None:
    """Give every step a feeling and say which moments count most."""
    room.open("emotion_curve")
    room.click(room.bench.exercise.notes.line)
    for note in room.script_notes("emotion_curve"):
        room.line(note.text)
    room.click(room.bench.exercise.to_canvas)
    wanted = journey_of_kind(room.script, JourneyKind.AS_IS)
    assert wanted is not None
    feel_and_tell(room, wanted.id)


def pick_target(room: Room) -> None:
    """Questions come to their moments, everybody gives a dot, the Decider picks a moment and a persona and says why."""
    room.open("pick_target")
    surface, wanted = room.surface(TargetSurface), room.script.sprint
    for note in room.script_notes("expert_interviews"):
        if note.step_id:
            room.click(surface.moments.rows[room.same(note.step_id)])
            room.double_click_card(surface.questions.wall, room.same(note.id))
    room.click(surface.votes.tabs.buttons[1])
    vote(room, surface.votes.pane, "pick_target")
    room.click(surface.votes.tabs.buttons[0])
    rows = surface.moments.rows
    rows[surface.moments.current].setFocus()
    by = list(rows).index(room.same(wanted.target_step_id)) - list(rows).index(surface.moments.current)
    room.key("Down" if by > 0 else "Up", abs(by))
    room.key("Return")
    room.choose(surface.form.persona, room.same(wanted.target_persona_id))
    room.key("Tab")
    room.rewrite(wanted.target_reason)
    decider = next(person.name for person in team_of(room.script) if person.role[:5] in ("Besli", "Decid"))
    room.choose(surface.form.decider, decider)
    room.click(surface.form.pick)


BLOCKS: tuple[Play, ...] = (
    prepare,
    welcome,
    hopes_fears,
    expert_interviews,
    cluster_hmw,
    vote_hmw,
    long_term_goal,
    sprint_questions,
    personas,
    as_is_journey,
    emotion_curve,
    pick_target,
    check_out,
)
"""What is done on day one, in order."""
