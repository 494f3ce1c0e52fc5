"""The storyboard is the desired journey; sketches hang in a row; pictures and targets keep where they came from."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.document import Document
from sprint.edits.delete import delete
from sprint.edits.pictures import (
    add_picture,
    add_pictured_note,
    add_step_picture,
    replace_picture,
    restore_picture,
    take_picture_down,
)
from sprint.edits.pieces import begin_frame, frames_with, pieces_of, put_piece, take_piece_out
from sprint.edits.sketches import hang_sketch, letter_of, move_sketch, said_of, say_of_sketch, sketches_of
from sprint.edits.storyboard import (
    BACKSTAGE_LANE,
    WORDS_LANE,
    add_flow,
    add_flow_step,
    add_frame,
    begin_storyboard,
    choose_flow,
    chosen_flow,
    flows_of,
    frame_card,
    frames_from_flow,
    move_frame,
    steps_of_flow,
    write_in_frame,
)
from sprint.edits.target import clear_target, pick_target
from sprint.journeys import journey_of_kind, main_route, phases_of
from sprint.records import (
    Block,
    Card,
    Day,
    Decision,
    Journey,
    JourneyKind,
    Lane,
    Link,
    Note,
    NoteKind,
    Persona,
    Phase,
    Picture,
    Record,
    Sprint,
    Step,
)
from tests.helpers.boards import SHEET
from tests.helpers.journeys import numbered

MOVES = st.lists(
    st.tuples(st.sampled_from(["add", "move", "delete"]), st.integers(0, 9), st.integers(0, 9)), max_size=12
)


def room(*others: Record) -> Document:
    days = [Day(id="day"), Block(id="block", day_id="day", order=1), Block(id="later", day_id="day", order=2)]
    return Document([Sprint(id="sprint"), *days, *others])


def board() -> Document:
    """A desired journey of two phases without steps."""
    made = Journey(id="J", kind=JourneyKind.TO_BE)
    return room(made, *(Phase(id=f"P{number}", journey_id="J", order=number * 1024) for number in range(2)))


def titles(document: Document) -> list[str]:
    return [step.title for step in main_route(document, "J")]


def arrows(document: Document) -> set[tuple[str, str]]:
    names = {step.id: step.title for step in document.table(Step).values()}
    return {(names[link.source], names[link.target]) for link in document.table(Link).values()}


@given(MOVES)
@settings(max_examples=60)
def test_frames_are_the_steps_of_the_main_route_in_order(moves: list[tuple[str, int, int]]) -> None:
    document, ids, expected = board(), numbered(), []
    for number, (what, one, other) in enumerate(moves):
        route = main_route(document, "J")
        before = route[other % (len(route) + 1)].id if other % (len(route) + 1) < len(route) else ""
        place = other % (len(route) + 1)
        if what == "add":
            diff = add_frame(document, ids, "J", str(number), before)
            expected.insert(place, str(number))
        elif not route:
            continue
        elif what == "move":
            chosen = one % len(route)
            diff = move_frame(document, ids, route[chosen].id, before)
            if before != route[chosen].id:
                name = expected.pop(chosen)
                expected.insert(place - (chosen < place), name)
        else:
            diff = delete(document, [route[one % len(route)].id])
            expected.pop(one % len(route))
        was = list(document)
        document.apply(diff)
        back = Document(document)
        back.apply(diff.inverse())
        assert sorted(back, key=lambda r: r.id) == sorted(was, key=lambda r: r.id)
        assert titles(document) == expected
        assert arrows(document) == set(pairwise(expected))


def test_the_chosen_test_flow_becomes_frames_once_and_knows_them() -> None:
    document, ids = room(), numbered()
    document.apply(add_flow(document, ids, "block", ["ziet afval", "maakt foto"]))
    document.apply(add_flow(document, ids, "block", ["belt", "vertelt", "hoort wanneer"]))
    first, second = flows_of(document, "block")
    document.apply(choose_flow(document, first.id))
    document.apply(choose_flow(document, second.id))
    document.apply(add_flow_step(document, ids, second.id, "ziet schone straat"))
    notes = chosen_flow(document)
    assert [note.text for note in notes] == ["belt", "vertelt", "hoort wanneer", "ziet schone straat"]
    document.apply(begin_storyboard(document, ids, "Gewenste reis", "Melden", notes))
    journey = journey_of_kind(document, JourneyKind.TO_BE)
    assert journey is not None
    route = main_route(document, journey.id)
    assert [step.title for step in route] == [note.text for note in notes]
    assert [note.step_id for note in chosen_flow(document)] == [step.id for step in route]
    assert len(document.table(Link)) == 3 and len(phases_of(document, journey.id)) == 1
    document.apply(add_flow_step(document, ids, second.id, "krijgt bedankje"))
    more = frames_from_flow(document, ids, journey.id, chosen_flow(document))
    document.apply(more)
    assert [step.title for step in main_route(document, journey.id)][-1] == "krijgt bedankje"
    assert not frames_from_flow(document, ids, journey.id, chosen_flow(document))
    assert steps_of_flow(document, first.id)[0].step_id == ""


def test_a_frame_is_written_drawn_and_seen_in_the_journey() -> None:
    document, ids = board(), numbered()
    document.apply(add_frame(document, ids, "J", "belt"))
    (step,) = main_route(document, "J")
    for lane, text in ((WORDS_LANE, "“Goedemorgen”"), (WORDS_LANE, "“Goedemiddag”"), (BACKSTAGE_LANE, "KCC zoekt op")):
        document.apply(write_in_frame(document, ids, step.id, lane, text))
    document.apply(add_step_picture(document, ids, step.id, SHEET))
    words, behind = (frame_card(document, step.id, lane) for lane in (WORDS_LANE, BACKSTAGE_LANE))
    assert words is not None and behind is not None
    assert (words.text, bool(words.picture_id), behind.text) == ("“Goedemiddag”", True, "KCC zoekt op")
    assert len(document.table(Card)) == 2
    assert not write_in_frame(document, ids, step.id, Lane.QUOTE, "")


def test_a_lane_that_was_off_is_switched_on_with_what_hangs_in_it() -> None:
    document, ids = room(Journey(id="J", lanes=("pain",))), numbered()
    document.apply(add_frame(document, ids, "J", "belt"))
    (step,) = main_route(document, "J")
    document.apply(add_step_picture(document, ids, step.id, SHEET))
    assert document.require(Journey, "J").lanes == ("pain", "frontstage")


def test_sketches_hang_in_a_row_and_letters_follow_it() -> None:
    document, ids = room(), numbered()
    for text in ("melden met foto", "buurtapp", "vaste ploeg"):
        document.apply(hang_sketch(document, ids, "block", text))
    document.apply(add_pictured_note(document, ids, "later", NoteKind.SKETCH, SHEET))
    row = sketches_of(document)
    assert [sketch.text for sketch in row] == ["melden met foto", "buurtapp", "vaste ploeg", ""]
    document.apply(move_sketch(document, row[3].id, row[0].id))
    assert [bool(sketch.picture_ids) for sketch in sketches_of(document)] == [True, False, False, False]
    document.apply(say_of_sketch(document, ids, "later", row[0].id, "geen inlog"))
    document.apply(say_of_sketch(document, ids, "later", row[0].id, "wie kijkt er", NoteKind.OBJECTION))
    assert [note.text for note in said_of(document, row[0].id, NoteKind.OBJECTION)] == ["wie kijkt er"]
    assert [letter_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_work_on_a_picture_keeps_the_original() -> None:
    document, ids = room(Note(id="N", block_id="block"), Persona(id="K")), numbered()
    for holder in ("N", "N", "K"):
        document.apply(add_picture(document, ids, holder, SHEET))
    first, second = document.require(Note, "N").picture_ids
    before = dict(document.table(Picture))
    for _ in range(2):  # work on what was worked on still knows the very first
        document.apply(replace_picture(document, ids, document.require(Note, "N").picture_ids[0], SHEET))
    shown, beside = document.require(Note, "N").picture_ids
    assert document.require(Picture, shown).origin_id == first and beside == second
    assert before.items() <= dict(document.table(Picture)).items()
    document.apply(restore_picture(document, shown))
    assert document.require(Note, "N").picture_ids == (first, second)
    assert not restore_picture(document, first)
    document.apply(take_picture_down(document, "N", first))
    assert document.require(Note, "N").picture_ids == (second,)
    assert document.get(first) is not None


def test_a_target_is_kept_with_its_reason_and_the_log_grows_only_when_it_changes() -> None:
    document, ids = room(Persona(id="K"), Journey(id="J")), numbered()
    document.apply(add_frame(document, ids, "J", "belt"))
    document.apply(add_frame(document, ids, "J", "wacht"))
    one, two = main_route(document, "J")
    for step, reason in ((one, "te ver"), (one, "hier haken mensen af"), (two, "hier gaat het mis")):
        diff = pick_target(document, ids, step.id, "K", text=step.title, reason=reason, block_id="block")
        document.apply(diff)
    sprint = document.sprint
    assert (sprint.target_step_id, sprint.target_persona_id, sprint.target_reason) == (two.id, "K", "hier gaat het mis")
    log = sorted(document.table(Decision).values(), key=lambda decision: decision.order)
    assert [(one.text, one.reason) for one in log] == [("belt", "hier haken mensen af"), ("wacht", "hier gaat het mis")]
    document.apply(clear_target(document))
    assert document.sprint.target_step_id == "" and len(document.table(Decision)) == 2


def test_pieces_hang_at_their_frame_and_know_where_they_came_from() -> None:
    document, ids = board(), numbered()
    document.apply(hang_sketch(document, ids, "block", "Foto en klaar: vier schermen."))
    (sketch,) = sketches_of(document)
    document.apply(add_picture(document, ids, sketch.id, SHEET))
    document.apply(say_of_sketch(document, ids, "block", sketch.id, "De code op de bak"))
    found = [(piece.note.text, piece.letter) for piece in pieces_of(document)]
    assert found == [("Foto en klaar: vier schermen.", "A"), ("De code op de bak", "A")]
    drawing, praise = (piece.note.id for piece in pieces_of(document))
    document.apply(begin_frame(document, ids, "J", drawing))
    (step,) = main_route(document, "J")
    document.apply(put_piece(document, ids, step.id, praise))
    assert not put_piece(document, ids, step.id, praise)
    words, idea = frame_card(document, step.id, WORDS_LANE), frame_card(document, step.id, Lane.IDEA)
    assert step.title == "Foto en klaar" and words is not None and idea is not None
    assert (words.picture_id, words.origin_id) == (sketch_picture(document, sketch.id), sketch.id)
    assert (idea.text, idea.origin_id) == ("De code op de bak", praise)
    assert frames_with(document, drawing) == frames_with(document, praise) == [step.id]
    # Cut out for this frame only: the sketch on the wall stays whole.
    document.apply(replace_picture(document, ids, words.picture_id, SHEET, words.id))
    assert document.require(Card, words.id).picture_id != sketch_picture(document, sketch.id) == words.picture_id
    document.apply(write_in_frame(document, ids, step.id, WORDS_LANE, "Klaar"))
    for note_id in (drawing, praise):
        document.apply(take_piece_out(document, step.id, note_id))
    left = [(card.lane, card.text, card.picture_id) for card in document.referrers(Card, step.id)]
    assert left == [(WORDS_LANE, "Klaar", "")] and frames_with(document, drawing) == []


def sketch_picture(document: Document, note_id: str) -> str:
    (picture_id,) = document.require(Note, note_id).picture_ids
    return picture_id
