"""Day three by hand: the storyboard becomes the desired journey, the prototype is planned, built and tried."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sprint.edits.storyboard import chosen_flow, frame_card
from sprint.journeys import cards_of, journey_of_kind, main_route, phases_of
from sprint.records import Block, Decision, Freedom, Journey, JourneyKind, Lane, Note, ParkedItem, Step
from tests.play.drawing import choose_step, draw_ways, each_step, feel_and_tell, name_phases, tell_facts, write_cards
from tests.play.hands import Play, Room, check_out
from tests.play.stage import example_until
from ui.exercises.checklist import Surface as ChecklistSurface
from ui.exercises.legal import Surface as LegalSurface
from ui.exercises.prototype import Surface as PrototypeSurface
from ui.exercises.storyboard import Surface as StoryboardSurface


def wanted_journey(room: Room) -> Journey:
    """Give the desired journey of the example."""
    found = journey_of_kind(room.script, JourneyKind.TO_BE)
    assert found is not None
    return found


# ---- the morning


def check_in(room: Room) -> None:
    """Nothing is written; what citizens will prove is not known yet."""
    room.script = example_until(4, room.language)
    room.open("check_in")


def storyboard(room: Room) -> None:
    """Take the chosen test flow over, frame by frame, and hang pieces of the sketches in it."""
    room.open("storyboard")
    surface = room.surface(StoryboardSurface)
    room.click(surface.take_flow)
    wall = surface.wall
    route = main_route(room.script, wanted_journey(room).id)
    frames = {note.step_id: note.text for note in chosen_flow(room.script) if note.step_id}
    for note in chosen_flow(room.script):
        if not note.step_id:
            wall.go_to(_frame_called(surface, note.text))
            room.key("Ctrl+Del")
    for place, step in enumerate(route):
        if step.id in frames:
            wall.go_to(_frame_called(surface, frames[step.id]))
            room.rewrite(step.title)
        else:
            wall.go_to(_frame_called(surface, route[place - 1].title))
            room.key("Ctrl+Return")
            room.type(step.title)
    _write_frames(room, surface, route)
    _pick_pieces(room, surface, route)
    for note in room.script_notes("storyboard"):
        _catch(room, note.text)


def _frame_called(surface: StoryboardSurface, title: str) -> str:
    return next(frame_id for frame_id, card in surface.wall.frames.items() if card.face.title == title)


def _write_frames(room: Room, surface: StoryboardSurface, route: list[Step]) -> None:
    """Write what is read and said in a frame, and what happens behind the scenes."""
    for step in route:
        card = surface.wall.frames[_frame_called(surface, step.title)]
        for field, lane in ((card.words, Lane.FRONTSTAGE), (card.backstage, Lane.BACKSTAGE)):
            wanted = frame_card(room.script, step.id, lane)
            if wanted is not None:
                room.type(wanted.text, into=field)


def _pick_pieces(room: Room, surface: StoryboardSurface, route: list[Step]) -> None:
    """Pick what hangs on the wall already into its frame: by key, and one by hand."""
    for step in route:
        for card in cards_of(room.script, step.id):
            if card.origin_id:
                surface.wall.go_to(_frame_called(surface, step.title))
                room.key("Ctrl+T")
                pieces = surface.pieces.column.cards
                by = list(pieces).index(_note(room, card.origin_id)) - list(pieces.values()).index(room.focus)
                room.key("Down" if by > 0 else "Up", abs(by))
                room.key("Return")
                room.key("Esc")


def _note(room: Room, note_id: str) -> str:
    """Give the note with the words of one of the script that was made at the same exercise: ideas are copied on."""
    wanted = room.script.require(Note, note_id)
    exercise = room.script.require(Block, wanted.block_id).exercise
    (found,) = (
        note.id
        for note in room.document.table(Note).values()
        if note.text == wanted.text and room.document.require(Block, note.block_id).exercise == exercise
    )
    return found


def _catch(room: Room, text: str) -> None:
    """Write something down at what is on the screen, without leaving it."""
    room.capture("note", text)


def desired_journey(room: Room) -> None:
    """Give the storyboard its phases, what branches off, facts, arrows and cards: it is the journey."""
    journey = wanted_journey(room)
    room.do("show_to_be")
    name_phases(room, journey)
    _spread(room, journey.id)
    draw_ways(room, journey.id)
    tell_facts(room, journey.id)
    _couple(room, journey.id)
    write_cards(room, journey.id)


def _spread(room: Room, journey_id: str) -> None:
    """Move the frames to their phases: what comes later goes one phase on, again and again."""
    route = main_route(room.script, journey_id)
    homes = [phase.id for phase in phases_of(room.script, journey_id)]
    for place in range(1, len(homes)):
        first, *others = [step for step in route if homes.index(step.phase_id) >= place]
        choose_step(room, first)
        room.key("Shift+Right", len(others))
        room.key("Ctrl+Right")


def _couple(room: Room, journey_id: str) -> None:
    """Say which step of the present journey a step replaces."""
    present = journey_of_kind(room.script, JourneyKind.AS_IS)
    assert present is not None
    earlier = {step.lineage: step.id for step in room.script.referrers(Step, present.id)}
    for step, page in each_step(room, journey_id):
        if step.lineage in earlier:
            room.choose(page.before.choice, room.same(earlier[step.lineage]))


def peak_dip_review(room: Room) -> None:
    """Look at the curve, say why a moment counts, and write down what the team sees in it."""
    room.do("show_to_be")
    feel_and_tell(room, wanted_journey(room).id)
    room.open("peak_dip_review")
    for note in room.script_notes("peak_dip_review"):
        room.line(note.text)


def review_of_law(room: Room) -> None:
    """Go back to the review of the law of day two, now for the desired journey."""
    journey = wanted_journey(room)
    room.day = 2
    room.open("legal_two_track")
    room.day = 3
    surface = room.surface(LegalSurface)
    room.click(surface.tabs.buttons[0])
    room.choose(surface.journey, room.same(journey.id))
    if not surface.all_steps.isChecked():
        room.click(surface.all_steps)
    for step in main_and_other_steps(room, journey.id):
        if step.freedom is Freedom.UNKNOWN and not (step.statute or step.manner):
            continue
        rows = [surface.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(surface.list.count())]
        by = rows.index(room.same(step.id)) - surface.list.currentRow()
        surface.list.setFocus()
        room.key("Down" if by > 0 else "Up", abs(by))
        room.key(str([Freedom.UNKNOWN, Freedom.MUST, Freedom.MAY, Freedom.CANNOT].index(step.freedom)))
        for name in ("statute", "manner"):
            if text := getattr(step, name):
                room.type(text, into=surface.form.fields[name])
        room.key("Esc")
    room.click(surface.all_steps)


def main_and_other_steps(room: Room, journey_id: str) -> list[Step]:
    """List the steps of the script with a legal side, in any order."""
    return [step for step in room.script.table(Step).values() if step.journey_id == journey_id]


def tools_and_roles(room: Room) -> None:
    """Plan what is made: a row for each part, with its contact moment, its tool and its maker."""
    room.open("tools_and_roles")
    surface = room.surface(PrototypeSurface)
    for note in room.script_notes("tools_and_roles"):
        room.line(note.text, into=surface.rows.line)
        fields = surface.rows.row(room.same(note.id)).fields
        room.choose(fields["step_id"], room.same(note.step_id))
        for name in ("source", "owner"):
            room.type(getattr(note, name), into=fields[name])
    parked = next(item for item in room.script.table(ParkedItem).values() if _is_at(room, item, "tools_and_roles"))
    park(room, parked)


def _is_at(room: Room, item: ParkedItem, exercise: str) -> bool:
    return item.block_id == room.script_block(exercise)


def park(room: Room, item: ParkedItem) -> None:
    """Put something in the parking lot: what, whose it is, when it comes back."""
    room.do("capture")
    room.type(f"{room.t('cockpit.letter.parked')} {item.text}")
    for text in (item.owner, item.back_when):
        room.key("Tab")
        room.type(text)
    room.key("Return")
    room.key("Esc")


# ---- the afternoon


def build(room: Room) -> None:
    """In the first part of the building three parts get ready, in the second the others."""
    parts = room.script_notes("tools_and_roles")
    half = len(parts) // 2
    for nth, ready in ((1, parts[:half]), (2, parts[half:])):
        room.open("build", nth)
        surface = room.surface(PrototypeSurface)
        for note in ready:
            surface.rows.row(room.same(note.id)).fields["text"].setFocus()
            room.key("Ctrl+Return")


def stitch(room: Room) -> None:
    """Make the checks of the parts that were built, and tick them off."""
    room.open("stitch")
    surface = room.surface(ChecklistSurface)
    for note in room.script_notes("stitch"):
        if note.origin_id:
            room.double_click_card(surface.material.wall, room.same(note.origin_id))
            made = surface.records()[-1]
        else:
            room.line(note.text, into=surface.rows.line)
            made = surface.records()[-1]
        fields = surface.rows.row(made.id).fields
        if note.origin_id:
            room.rewrite(note.text, into=fields["text"])
        if note.owner and getattr(made, "owner", "") != note.owner:
            room.rewrite(note.owner, into=fields["owner"])
        if note.is_done:
            fields["text"].setFocus()
            room.key("Ctrl+Return")


def trial_run(room: Room) -> None:
    """Catch what the trial run shows, and decide what changes."""
    room.open("trial_run")
    for note in room.script_notes("trial_run"):
        room.line(f"@{room.name_of(note.person_id)} {note.text}")
    block = room.script_block("trial_run")
    for decision in room.script.table(Decision).values():
        if decision.block_id == block:
            decide(room, decision)


def decide(room: Room, decision: Decision) -> None:
    """Write a decision down with its reason; it is the Decider's."""
    room.do("capture")
    room.type(f"{room.t('cockpit.letter.decision')} {decision.text}")
    room.key("Tab")
    room.type(decision.reason)
    room.key("Return")
    room.key("Esc")


def interview_guide(room: Room) -> None:
    """Write the questions of the team; the guide takes them in."""
    room.open("interview_guide")
    for note in room.script_notes("interview_guide"):
        room.line(f"@{room.name_of(note.person_id)} {note.text}")


BLOCKS: tuple[Play, ...] = (
    check_in,
    storyboard,
    desired_journey,
    peak_dip_review,
    review_of_law,
    tools_and_roles,
    build,
    stitch,
    trial_run,
    interview_guide,
    check_out,
)
"""What is done on day three, in order."""
