"""Day two by hand: examples from elsewhere, four rounds of drawing, the wall, the votes, the route and the law."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sprint.edits.notes import notes_of, wall_photos_of
from sprint.edits.sketches import SAYS, STANDOUT, said_of, sketches_of
from sprint.edits.storyboard import WINNER, flows_of, steps_of_flow
from sprint.journeys import journey_of_kind, steps_of
from sprint.records import Decision, Freedom, JourneyKind, Note, NoteKind, ParkedItem, Picture
from tests.play.hands import Play, Room
from tests.play.photos import drop_photo, expect_photos, paste_photo, wait_for_photos
from tests.play.voting import vote
from ui.exercises.crazy_eights import BOXES
from ui.exercises.crazy_eights import Surface as EightsSurface
from ui.exercises.critique import Surface as CritiqueSurface
from ui.exercises.demos import Surface as DemoSurface
from ui.exercises.gallery import Surface as GallerySurface
from ui.exercises.kano_sort import Surface as KanoSurface
from ui.exercises.legal import Surface as LegalSurface
from ui.exercises.notes import Surface as NotesSurface
from ui.exercises.sheets import SheetSurface
from ui.exercises.sketch import Surface as SketchSurface
from ui.exercises.test_flow import Surface as FlowSurface
from ui.exercises.vote import Surface as VoteSurface

_SIGNS = {NoteKind.HIGHLIGHT: "", NoteKind.OBJECTION: "- ", NoteKind.QUESTION: "? ", NoteKind.NOTE: "= "}
_FIGURES = {Freedom.UNKNOWN: "0", Freedom.MUST: "1", Freedom.MAY: "2", Freedom.CANNOT: "3"}


def _begin(room: Room, exercise: str) -> None:
    """Go to a block and start its clock."""
    room.open(exercise)
    room.click(room.bench.exercise.start)
    surface = room.bench.exercise.surface
    if surface is not None:
        surface.take_focus()


def _pictures(room: Room) -> int:
    return len(room.document.table(Picture))


def check_in(room: Room) -> None:
    """Everybody says one sentence; there is nothing to write."""
    _begin(room, "check_in")


# ---- the morning


def lightning_demos(room: Room) -> None:
    """The big idea and where it was seen, in one line; a drawing is dragged on the card."""
    _begin(room, "lightning_demos")
    surface, notes, before = room.surface(DemoSurface), room.script_notes("lightning_demos"), _pictures(room)
    for note in notes:
        room.line(f"{note.text} | {note.source}")
    for number, note in enumerate(notes, start=1):
        drop_photo(room, note, surface.grid, surface.grid.cards[room.same(note.id)])
        wait_for_photos(room, before + number)


def sketch_notes(room: Room) -> None:
    """What was copied in silence, and a photo of the wall, pasted in the line."""
    _begin(room, "sketch_notes")
    for note in room.script_notes("sketch_notes"):
        room.line(note.text)
    before = _pictures(room)
    (wall,) = wall_photos_of(room.script, room.script_block("sketch_notes"))
    paste_photo(room, wall)
    wait_for_photos(room, before + 1)
    assert len(room.surface(NotesSurface).pane.photos.thumbs) == 1


def sketch_ideas(room: Room) -> None:
    """A title for each idea that was circled."""
    _begin(room, "sketch_ideas")
    for note in room.script_notes("sketch_ideas"):
        room.line(note.text)
    room.park("sketch_ideas")


def crazy_eights(room: Room) -> None:
    """Eight minutes, eight boxes; the sheets come in as photos and get their words afterwards."""
    room.open("crazy_eights")
    surface = room.surface(EightsSurface)
    room.click(surface.start)
    while not room.bench.exercise.room_page().columns:
        room.click(surface.next)
    for box in range(BOXES):
        assert surface.boxes.state.box == box
        if box < BOXES - 1:
            room.click(surface.next)
    notes, before = room.script_notes("crazy_eights"), _pictures(room)
    expect_photos(room, *notes)
    room.click(surface.bar.choose)
    wait_for_photos(room, before + len(notes))
    _write_titles(room, surface, notes)


def solution_sketch(room: Room) -> None:
    """The sketches are handed in without a name: photos first, titles afterwards."""
    _begin(room, "solution_sketch")
    surface, notes, before = room.surface(SketchSurface), room.script_notes("solution_sketch"), _pictures(room)
    for note in notes[:-1]:
        room.line(note.text)
    expect_photos(room, notes[-1])
    room.click(surface.bar.choose)
    wait_for_photos(room, before + 1)
    _write_titles(room, surface, notes[-1:])
    for number, note in enumerate(notes[:-1], start=2):
        room.click(surface.grid.cards[room.same(note.id)])
        expect_photos(room, note)
        room.press("sketch.add_photo")
        wait_for_photos(room, before + number)
        room.key("Esc")


def _write_titles(room: Room, surface: SheetSurface, notes: list[Note]) -> None:
    """Write on the sheets that have no words yet, in their order: F2, words, Enter."""
    empty = [note.id for note in surface.notes() if not note.text]
    for note_id, wanted in zip(empty, notes, strict=True):
        surface.grid.cards[note_id].setFocus(Qt.FocusReason.TabFocusReason)
        room.key("F2")
        room.line(wanted.text)


# ---- the afternoon


def museum_heat_map(room: Room) -> None:
    """All sketches hang in one row, each with its letter; dots are put in silence and typed in."""
    _begin(room, "museum_heat_map")
    surface = room.surface(GallerySurface)
    assert [face.sign for face in surface.faces()] == ["A", "B", "C", "D"]
    room.click(surface.votes.tabs.buttons[1])
    vote(room, surface.votes.pane, "museum_heat_map")


def speed_critique(room: Room) -> None:
    """Three minutes for each sketch: what stands out, what worries, and the maker last."""
    _begin(room, "speed_critique")
    surface = room.surface(CritiqueSurface)
    for sketch in sketches_of(room.script):
        assert surface.current == room.same(sketch.id)
        for kind in SAYS:
            for said in said_of(room.script, sketch.id, kind):
                room.line(f"{_SIGNS[kind]}{said.text}")
                if said.mark == STANDOUT:
                    room.click(surface.columns[kind].rows.rows[room.same(said.id)].star)
                    surface.take_focus()
        room.key("PgDown")


def straw_poll(room: Room) -> None:
    """Everybody but the Decider: one dot."""
    _begin(room, "straw_poll")
    vote(room, room.surface(VoteSurface).pane, "straw_poll")


def supervote(room: Room) -> None:
    """The Decider decides, and says why."""
    _begin(room, "supervote")
    vote(room, room.surface(VoteSurface).pane, "supervote")


def test_flow(room: Room) -> None:
    """Three routes of notes; the one that the Decider chooses becomes the storyboard."""
    _begin(room, "test_flow")
    surface = room.surface(FlowSurface)
    flows = flows_of(room.script, room.script_block("test_flow"))
    room.click(surface.add)
    for number, flow in enumerate(flows):
        for step in steps_of_flow(room.script, flow.id):
            room.line(step.text)
        if number < len(flows) - 1:
            room.key("Return")
    room.click(surface.votes.tabs.buttons[1])
    vote(room, surface.votes.pane, "test_flow")
    block = room.block("test_flow")
    room.she.qtbot.waitUntil(lambda: any(note.mark == WINNER for note in notes_of(room.document, block)))


def kano_sort(room: Room) -> None:
    """Ideas of this morning are taken over, others are typed; a letter says what the team thinks of them."""
    _begin(room, "kano_sort")
    surface = room.surface(KanoSurface)
    for note in room.script_notes("kano_sort"):
        if note.origin_id:
            room.double_click_card(surface.material.wall, room.same(note.origin_id))
        else:
            surface.take_focus()
            room.line(note.text)
        newest = notes_of(room.document, room.block("kano_sort"))[-1]
        assert newest.text == note.text
        room.click(surface.wall.cards[newest.id])
        room.key(note.mark)


def legal_two_track(room: Room) -> None:
    """What the law leaves open at the steps of the journey, what the room says of it, and the decision that follows."""
    _begin(room, "legal_two_track")
    surface = room.surface(LegalSurface)
    said = {note.step_id: note.text for note in room.script_notes("legal_two_track")}
    now = journey_of_kind(room.script, JourneyKind.AS_IS)
    assert now is not None
    wants = {room.same(step.id): step for step in steps_of(room.script, now.id)}
    for row, step in enumerate(surface.steps()):
        surface.take_focus()
        room.key("Home")
        room.key("Down", row)
        wanted = wants[step.id]
        if wanted.freedom is not step.freedom:
            room.key(_FIGURES[wanted.freedom])
        for name, field in surface.form.fields.items():
            if getattr(wanted, name) != getattr(step, name):
                room.click(field)
                room.rewrite(getattr(wanted, name))
        if wanted.id in said:
            room.click(surface.form.line)
            room.line(said[wanted.id])
    for decision in room.script.table(Decision).values():
        if decision.block_id == room.script_block("legal_two_track"):
            room.capture("decision", decision.text, decision.reason)
    _tick_off_what_came_back(room)


def _tick_off_what_came_back(room: Room) -> None:
    """What was parked for today has an answer now."""
    done = {item.text for item in room.script.table(ParkedItem).values() if item.is_done}
    room.do("lists")
    for row in room.bench.cockpit.lists.parked.rows.values():
        if row.record.text in done:
            room.click(row.done)
    room.do("lists")


def check_out(room: Room) -> None:
    """One word each; the results of the day are read back."""
    _begin(room, "check_out")


BLOCKS: tuple[Play, ...] = (
    *(check_in, lightning_demos, sketch_notes, sketch_ideas, crazy_eights, solution_sketch),
    *(museum_heat_map, speed_critique, straw_poll, supervote, test_flow, kano_sort, legal_two_track, check_out),
)
