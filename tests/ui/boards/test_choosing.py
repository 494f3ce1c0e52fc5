"""What is said of a sketch, eight minutes of boxes, one target with a reason, and the test flow that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from sprint.clock import ClockSignal
from sprint.edits.journey import rename
from sprint.edits.notes import add_note
from sprint.edits.sketches import STANDOUT, hang_sketch, said_of, sketches_of
from sprint.edits.storyboard import chosen_flow, flows_of, steps_of_flow
from sprint.edits.votes import cast_ballot, choose_winner, close_vote, open_vote, reveal_vote
from sprint.records import Decision, NoteKind, Sprint, VoteRound
from tests.ui.boards.conftest import Room, click, focus, press, type_in
from tests.ui.panels.hands import choose
from ui.exercises import target_parts
from ui.exercises.crazy_eights import Surface as Eights
from ui.exercises.critique import Surface as Critique
from ui.exercises.critique_parts import SKETCH_SECONDS, SayingRow
from ui.exercises.target import Surface as Target
from ui.exercises.test_flow import Surface as FlowBoard


@pytest.fixture
def critique(room: Room) -> Critique:
    for title in ("Foto", "Buurtapp"):
        room.bridge.do(hang_sketch(room.document, room.bridge.ids, "solution_sketch", title))
    surface = room.open("critique", "speed_critique")
    assert isinstance(surface, Critique)
    return surface


def said(room: Room, place: int, kind: NoteKind) -> list[str]:
    return [note.text for note in said_of(room.document, sketches_of(room.document)[place].id, kind)]


def test_one_line_with_a_sign_is_what_was_said(room: Room, critique: Critique) -> None:
    for line in (
        "Geen inlog",
        "+ Een naam erbij",
        "- Wie kijkt er",
        "? Ook zonder telefoon",
        "= De bel is van de ploeg",
    ):
        type_in(line)
    assert said(room, 0, NoteKind.HIGHLIGHT) == ["Geen inlog", "Een naam erbij"]
    assert said(room, 0, NoteKind.OBJECTION) == ["Wie kijkt er"]
    assert said(room, 0, NoteKind.QUESTION) == ["Ook zonder telefoon"]
    assert said(room, 0, NoteKind.NOTE) == ["De bel is van de ploeg"]
    press(Qt.Key.Key_PageDown)
    type_in("Buren helpen elkaar")
    assert said(room, 1, NoteKind.HIGHLIGHT) == ["Buren helpen elkaar"]
    assert [row[0] for row in critique.table().rows] == ["A"] * 5 + ["B"]
    press(Qt.Key.Key_PageUp)
    row = next(iter(critique.columns[NoteKind.HIGHLIGHT].rows.rows.values()))
    assert isinstance(row, SayingRow)
    click(row.star)
    assert said_of(room.document, critique.current, NoteKind.HIGHLIGHT)[0].mark == STANDOUT
    sketch, strong, worries = critique.room_page().columns
    assert sketch.cards[0].sign == "A"
    assert [card.sign for card in strong.cards] == ["★", ""] and len(worries.cards) == 1


def test_half_typed_words_stay_with_their_sketch(room: Room, critique: Critique) -> None:
    first = critique.current
    type_in("Nog niet af", enter=False)
    press(Qt.Key.Key_PageDown)
    assert critique.line.text() == "" and critique.current != first
    assert said(room, 0, NoteKind.HIGHLIGHT) == ["Nog niet af"]


def test_each_sketch_has_its_own_minutes_and_the_chime_sounds_once(room: Room, critique: Critique) -> None:
    rings = QSignalSpy(room.clock.signalled)
    click(critique.clock.button)
    room.read_clock.seconds += SKETCH_SECONDS - 1
    critique.clock.look()
    assert rings.count() == 0
    room.read_clock.seconds += 2
    critique.clock.look()
    critique.clock.look()
    assert rings.count() == 1 and isinstance(rings.at(0)[0], ClockSignal)
    click(critique.clock.more)
    assert 58 <= critique.clock.left <= 59
    critique.walk(1)
    assert critique.clock.left == SKETCH_SECONDS
    click(critique.clock.button)
    room.read_clock.seconds += 30
    assert critique.clock.left == SKETCH_SECONDS, "it stands still"
    critique.leave()


def test_eight_boxes_follow_the_clock_of_the_exercise(room: Room) -> None:
    surface = room.open("crazy_eights", "crazy_eights")
    assert isinstance(surface, Eights)
    assert surface.box_state().box == -1
    press(Qt.Key.Key_Space)
    seen = []
    for minute in range(10):
        room.clock.tick()
        state = surface.boxes.state
        seen.append(state.box)
        if state.box == 2:
            assert state.prompt == "Voor iemand die haast heeft." and 0 < state.left <= 60
            (column,) = surface.room_page().columns
            assert (column.cards[0].sign, column.cards[0].text) == ("3", "Voor iemand die haast heeft.")
        room.read_clock.seconds += 60
        assert minute < 10
    room.clock.tick()
    assert seen == [-1, -1, 0, 1, 2, 3, 4, 5, 6, 7]
    assert surface.boxes.state.box == 8 and surface.room_page().is_quiet
    click(surface.sheet)
    click(surface.sheet)
    surface.take_files([room.photo()])
    room.until(lambda: len(room.notes(NoteKind.IDEA)) == 3)
    assert room.notes(NoteKind.SKETCH) == [], "variations are no solution sketches"


def test_the_long_title_of_a_moment_is_read_whole_on_a_small_screen(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[list[str]] = []
    broken = target_parts.broken
    monkeypatch.setattr(target_parts, "broken", lambda *asked: drawn.append(broken(*asked)) or drawn[-1])
    title = "Logt in met DigiD en vult een lang formulier in"
    room.bridge.do(rename(room.document, "s2", title))
    surface = room.open("target", "pick_target", 700, 400)
    assert isinstance(surface, Target)
    surface.moments.rows["s2"].grab()
    lines = drawn[-1]
    assert len(lines) == 2
    assert " ".join(lines) == title


def test_a_moment_a_persona_and_a_reason_are_the_target(room: Room) -> None:
    surface = room.open("target", "pick_target")
    assert isinstance(surface, Target)
    went = QSignalSpy(surface.canvas_requested)
    assert "Ziet afval" in focus().accessibleName()
    press(Qt.Key.Key_Down)
    assert focus().accessibleName().startswith("2, Logt in, gevoel −3")
    click(surface.form.to_canvas)
    assert went.at(0) == ["s2"]
    surface.take_focus()
    press(Qt.Key.Key_Return)
    assert focus() is surface.form.persona and surface.form.persona.currentData() == "bram"
    surface.form.reason.setFocus()
    type_in("Hier haken mensen af")
    choose(surface.form.decider, "Samira (Beslisser)")
    click(surface.form.pick)
    sprint = room.document.require(Sprint, "sprint")
    assert (sprint.target_step_id, sprint.target_persona_id) == ("s2", "bram")
    assert sprint.target_reason == "Hier haken mensen af"
    (decision,) = room.document.table(Decision).values()
    assert (decision.decided_by, decision.text) == ("Samira", "Doel: “Logt in”, voor Bram")
    (column,) = surface.room_page().columns
    assert column.is_strong and [card.text for card in column.cards] == ["Logt in", "Bram", "Hier haken mensen af"]
    assert "Samira" not in repr(surface.room_page())
    room.bridge.undo()
    assert room.document.sprint.target_step_id == "" and not room.document.table(Decision)


def test_rows_are_typed_without_the_mouse_and_one_is_chosen(room: Room) -> None:
    surface = room.open("test_flow", "test_flow")
    assert isinstance(surface, FlowBoard)
    press(Qt.Key.Key_Space)
    for step in ("Ziet afval", "Maakt foto", "Ziet schoon"):
        type_in(step)
    press(Qt.Key.Key_Return)
    for step in ("Belt", "Vertelt waar"):
        type_in(step)
    type_in("Hoort wanneer", enter=False)
    first, second = flows_of(room.document, "test_flow")
    assert [note.text for note in steps_of_flow(room.document, first.id)] == ["Ziet afval", "Maakt foto", "Ziet schoon"]
    row = surface.rows[first.id]
    note = next(iter(row.notes.values()))
    note.field.setFocus()
    assert len(steps_of_flow(room.document, second.id)) == 3, "what is half typed is kept when the field is left"
    press(Qt.Key.Key_End)
    type_in(" liggen")
    assert steps_of_flow(room.document, first.id)[0].text == "Ziet afval liggen"
    click(surface.rows[second.id].choose)
    assert [note.text for note in chosen_flow(room.document)] == ["Belt", "Vertelt waar", "Hoort wanneer"]
    columns = surface.room_page().columns
    assert [(column.title, column.is_strong) for column in columns] == [("A", False), ("B", True)]
    surface.paste_rows([["Leest", "Vraagt"], ["Loopt", "Kijkt"]])
    surface.paste_rows([["Eén"], ["Twee"]])
    assert [len(steps_of_flow(room.document, flow.id)) for flow in flows_of(room.document, "test_flow")] == [
        3,
        3,
        2,
        2,
        2,
    ]
    click(surface.rows[first.id].trash)
    assert len(flows_of(room.document, "test_flow")) == 4
    room.bridge.undo()
    assert [note.text for note in steps_of_flow(room.document, first.id)][1:] == ["Maakt foto", "Ziet schoon"]


def test_an_emptied_step_is_thrown_away(room: Room) -> None:
    surface = room.open("test_flow", "test_flow")
    assert isinstance(surface, FlowBoard)
    surface.paste_rows([["Leest", "Vraagt"]])
    (flow,) = flows_of(room.document, "test_flow")
    field = next(iter(surface.rows[flow.id].notes.values())).field
    field.setFocus()
    field.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert [note.text for note in steps_of_flow(room.document, flow.id)] == ["Vraagt"]


def _vote(room: Room, block: str, options: list[tuple[str, str]], marks: tuple[int, ...], chosen: str) -> None:
    """Count a vote by hands, reveal it, and let the Decider choose with a reason."""
    document, ids = room.document, room.bridge.ids
    room.bridge.record(open_vote(document, ids, block, "one_dot", options, voters=5, is_secret=True))
    vote = max(document.table(VoteRound).values(), key=lambda vote: vote.id)
    for step in (
        lambda: cast_ballot(document, ids, vote.id, "", marks),
        lambda: close_vote(document, vote.id),
        lambda: reveal_vote(document, vote.id),
        lambda: choose_winner(document, vote.id, [chosen], "Hier wint de inwoner"),
    ):
        room.bridge.record(step())


def test_the_row_that_the_decider_chooses_in_a_vote_is_the_winner(room: Room) -> None:
    surface = room.open("test_flow", "test_flow")
    assert isinstance(surface, FlowBoard)
    surface.paste_rows([["Leest", "Vraagt"], ["Loopt", "Kijkt"]])
    first, second = flows_of(room.document, "test_flow")
    assert [(option.sign, option.label) for option in surface.options()] == [
        ("A", "Leest … Vraagt"),
        ("B", "Loopt … Kijkt"),
    ]
    _vote(room, "test_flow", [(first.id, "A"), (second.id, "B")], (1, 4), second.id)
    room.until(lambda: [note.text for note in chosen_flow(room.document)] == ["Loopt", "Kijkt"])
    assert [face.dots for face in surface.list_flows()] == [1, 4]
    assert surface.rows[second.id].face.is_chosen


def test_loose_steps_of_an_older_file_are_put_in_a_row(room: Room) -> None:
    for text in ("Belt", "Wacht"):
        room.bridge.do(add_note(room.document, room.bridge.ids, "test_flow", text, kind=NoteKind.TEST_STEP))
    surface = room.open("test_flow", "test_flow")
    assert isinstance(surface, FlowBoard)
    click(surface.gather)
    (flow,) = flows_of(room.document, "test_flow")
    assert [note.text for note in steps_of_flow(room.document, flow.id)] == ["Belt", "Wacht"]
    assert not surface.gather.isVisible()


def test_dots_on_moments_lead_to_the_target(room: Room) -> None:
    surface = room.open("target", "pick_target")
    assert isinstance(surface, Target)
    options = [(option.id, option.label) for option in surface.options()]
    assert [label for _, label in options] == ["Ziet afval", "Logt in", "Hoort niets", "Afval is weg"]
    click(surface.votes.tabs.buttons[1])
    assert surface.votes.is_voting and surface.room_page().columns
    _vote(room, "pick_target", options, (0, 1, 4, 0), "s3")
    click(surface.votes.tabs.buttons[0])
    assert surface.moments.current == "s3"
    assert surface.form.reason.toPlainText() == "Hier wint de inwoner"
    assert [moment.dots for moment in surface.list_moments()] == [0, 1, 4, 0]
    click(surface.form.pick)
    assert room.document.sprint.target_step_id == "s3"


def test_a_question_that_lies_at_a_moment_says_at_which_in_words_that_fit(room: Room) -> None:
    for step_id in ("s2", ""):
        made = add_note(
            room.document,
            room.bridge.ids,
            "test_flow",
            "Hoe kan het sneller?",
            kind=NoteKind.HOW_MIGHT_WE,
            step_id=step_id,
        )
        room.bridge.do(made)
    surface = room.open("target", "pick_target")
    assert isinstance(surface, Target)
    labels = [card.face.label for card in surface.questions.wall.cards.values()]
    assert labels[0] == "bij moment 2"
    assert labels[1] and labels[1] != labels[0]
