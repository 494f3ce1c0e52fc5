"""A vote from the first dot to the decision: nothing is lost, nobody is over the limit, nothing shows too early."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from sprint.diff import make_diff
from sprint.edits.notes import add_note, change_note
from sprint.records import Ballot, Block, Counting, Decision, Note, NoteKind, Record, VoteRound, VoteState
from sprint.votes.rounds import OptionResult, ballots_of, results_of
from tests.helpers.messages import ScriptedMessages
from tests.ui.exercises.conftest import Worker, hmw
from ui.exercises.vote import Surface
from ui.exercises.vote_pane import VotePane
from ui.exercises.vote_words import result_rows


@pytest.fixture
def written() -> list[Record]:
    return hmw()


@pytest.fixture
def pane(worker: Worker) -> VotePane:
    worker.open("vote_hmw")
    return worker.surface(Surface).pane


def count_with(pane: VotePane, counting: Counting) -> None:
    """Choose how dots are counted, with the arrow keys."""
    field = pane.form.counting
    field.setFocus()
    for _ in range(field.findData(counting)):
        QTest.keyClick(field, Qt.Key.Key_Down)


def vote_of(worker: Worker) -> VoteRound:
    return list(worker.stage.document.table(VoteRound).values())[-1]


def totals(worker: Worker) -> dict[str, int]:
    return {result.id: result.total for result in results_of(worker.stage.document, vote_of(worker))}


def test_hands_are_counted_with_the_arrows_and_the_decider_has_a_ballot_apart(worker: Worker, pane: VotePane) -> None:
    assert (pane.form.voters.number, pane.form.dots.number, pane.form.decider.number) == (3, 2, 4)
    worker.press(Qt.Key.Key_Space)
    assert pane.list.rows
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Left)
    worker.press(Qt.Key.Key_Return)
    worker.press("4")
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Right)
    assert [row.row.count for row in pane.list.rows] == [2, 4, 0, 0]
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Space)
    worker.press(Qt.Key.Key_Up) if worker.focus is pane.primary else None
    pane.list.go_to(2)
    for _ in range(6):
        worker.press(Qt.Key.Key_Right)
    assert [row.row.count for row in pane.list.rows] == [0, 0, 4, 0]
    pane.primary.click()
    assert vote_of(worker).state is VoteState.CLOSED
    assert "4" not in worker.room_words()
    assert worker.page.surface is not None
    assert not worker.page.surface.table()
    pane.primary.click()
    assert totals(worker) == {"q1": 4, "q2": 4, "q0": 2, "q3": 0}
    votes = {note.id: note.votes for note in worker.stage.document.table(Note).values()}
    assert votes == {"q0": 2, "q1": 4, "q2": 4, "q3": 0}
    assert [row.row.remark for row in pane.list.rows] == ["gelijk", "gelijk", "", ""]
    # To look at a result and go on is no vote: it writes nothing and says nothing.
    messages = worker.stage.context.messages
    assert isinstance(messages, ScriptedMessages)
    count, said = len(worker.stage.document.table(Ballot)), list(messages.said)
    for exercise in ("expert_interviews", "vote_hmw", "expert_interviews"):
        worker.open(exercise)
    assert (len(worker.stage.document.table(Ballot)), messages.said) == (count, said)


def test_a_tie_that_is_one_dot_apart_is_not_called_the_same(worker: Worker) -> None:
    def remarks(*totals: int) -> list[str]:
        results = [
            OptionResult(f"q{n}", "?", dots, 0, 1, is_tied=True, is_chosen=False) for n, dots in enumerate(totals)
        ]
        return [row.remark for row in result_rows(worker.stage.document, worker.stage.context.texts, results)]

    assert remarks(4, 4) == ["gelijk"] * 2
    assert remarks(4, 3) == ["bijna gelijk"] * 2


def test_the_keyboard_goes_round_in_secret(worker: Worker, pane: VotePane) -> None:
    count_with(pane, Counting.TURNS)
    pane.primary.click()
    for number in ("1", "2"):
        assert pane.between.text() == f"Geef door aan nummer {number}."
        assert not pane.scroll_area.isVisible()
        assert worker.page.room_page().is_quiet
        worker.press(Qt.Key.Key_Space)
        worker.press(Qt.Key.Key_Right)
        worker.press(Qt.Key.Key_Right)
        worker.press(Qt.Key.Key_Right)
        assert pane.list.rows[0].row.count == 2
        worker.press(Qt.Key.Key_Return)
        assert {row.row.count for row in pane.list.rows} == {0}
    assert worker.page.room_page().done == 2
    pane.second.click()
    assert worker.stage.messages.said[-1] == "Nummer 3 heeft nog niet gestemd. Wat gestemd is, blijft staan."
    assert vote_of(worker).state is VoteState.OPEN
    pane.second.click()
    assert vote_of(worker).state is VoteState.CLOSED
    assert sum(totals(worker).values()) == 4
    assert len(ballots_of(worker.stage.document, vote_of(worker).id)) == 4


def test_a_correction_is_a_new_ballot_and_starts_empty(worker: Worker, pane: VotePane) -> None:
    count_with(pane, Counting.TURNS)
    pane.primary.click()
    worker.press(Qt.Key.Key_Space)
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Return)
    QTest.mouseClick(pane.voters.chips["1"], Qt.MouseButton.LeftButton)
    worker.press(Qt.Key.Key_Space)
    assert {row.row.count for row in pane.list.rows} == {0}
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Return)
    assert totals(worker) == {"q0": 0, "q1": 1, "q2": 0, "q3": 0}
    kept = list(worker.stage.document.table(Ballot).values())
    assert len(kept) == 2
    assert kept[1].replaces_id == kept[0].id


def test_undo_never_takes_a_vote_back(worker: Worker, pane: VotePane) -> None:
    worker.stage.bridge.do(add_note(worker.stage.document, worker.stage.bridge.ids, "vote_hmw", "Nog een"))
    pane.primary.click()
    worker.press("3")
    pane.primary.click()
    before = dict(worker.stage.document.table(Ballot))
    worker.stage.bridge.undo()
    assert dict(worker.stage.document.table(Ballot)) == before
    assert vote_of(worker).option_ids[-1] not in worker.stage.document.table(Note)
    assert vote_of(worker).labels[-1] == "Nog een"


def test_the_decider_chooses_with_a_reason_and_may_vote_again(worker: Worker, pane: VotePane) -> None:
    pane.primary.click()
    worker.press("3")
    pane.primary.click()
    pane.primary.click()
    pane.primary.click()
    pane.list.go_to(0)
    worker.press(Qt.Key.Key_Space)
    worker.press(Qt.Key.Key_Return)
    worker.type("Daar zit de pijn")
    (decision,) = worker.stage.document.table(Decision).values()
    assert (decision.reason, decision.decided_by, decision.block_id) == ("Daar zit de pijn", "Ineke", "vote_hmw")
    assert decision.text == f"Stemmen op vragen: {vote_of(worker).labels[0]}"
    assert (vote_of(worker).chosen_ids, vote_of(worker).reason) == (("q0",), "Daar zit de pijn")
    assert worker.page.room_page().columns[0].is_strong
    first = vote_of(worker)
    pane.second.click()
    pane.list.go_to(3)
    worker.press(Qt.Key.Key_Space)
    pane.primary.click()
    assert vote_of(worker).replaces_id == first.id
    assert vote_of(worker).option_ids == ("q0", "q1", "q2")
    assert worker.stage.document.get(first.id) == first
    QTest.mouseClick(pane.third, Qt.MouseButton.LeftButton)
    assert vote_of(worker).state is VoteState.DROPPED
    assert pane.desk.vote == first


def test_a_result_says_how_it_was_held_and_what_changed_since(worker: Worker, pane: VotePane) -> None:
    pane.primary.click()
    worker.press("3")
    for _ in range(3):
        pane.primary.click()
    assert pane.told.text().startswith("Twee stippen · 3 stemmers · dinsdag 3 november")
    worker.stage.bridge.do(change_note(worker.stage.document, "q1", text="Heel anders"))
    assert "1 keuze is daarna veranderd" in pane.told.text()
    assert worker.page.flow.findChildren(QAbstractButton)


def test_a_long_list_follows_the_keyboard(worker: Worker, pane: VotePane) -> None:
    document, ids = worker.stage.document, worker.stage.bridge.ids
    for number in range(30):
        worker.stage.bridge.do(add_note(document, ids, "vote_hmw", f"keuze {number}"))
    pane.primary.click()
    for _ in range(25):
        worker.press(Qt.Key.Key_Down)
    assert pane.list.current == 25
    assert not pane.list.rows[25].visibleRegion().isEmpty()
    worker.press("6")
    assert sum(row.row.count or 0 for row in pane.list.rows) == 6


def test_a_crash_takes_no_count_with_it(worker: Worker, pane: VotePane) -> None:
    pane.primary.click()
    worker.press("3")
    worker.stage.qtbot.waitUntil(lambda: bool(worker.stage.document.table(Ballot)))
    assert totals(worker)["q0"] == 3


def test_who_comes_back_to_a_vote_finds_it_as_it_was(worker: Worker, pane: VotePane) -> None:
    pane.primary.click()
    worker.press("3")
    worker.open("sprint_questions")
    worker.open("vote_hmw")
    assert pane.list.rows[0].row.count == 3
    pane.third.click()
    count_with(pane, Counting.TURNS)
    pane.primary.click()
    pane.primary.click()
    worker.press(Qt.Key.Key_Right)
    worker.open("expert_interviews")
    worker.open("vote_hmw")
    assert pane.between.isVisible()


def test_writing_and_voting_are_one_exercise_for_questions(worker: Worker) -> None:
    worker.open("hopes_fears")
    worker.type("-Niemand belt")
    worker.open("sprint_questions")
    surface = worker.page.surface
    assert surface is not None
    material = surface.material
    material.wall.take_focus()
    worker.press(Qt.Key.Key_Return)
    worker.type(" of toch wel?")
    worker.open("sprint_questions")
    worker.type("Kunnen we bellen?")
    found = worker.notes("sprint_questions")
    fear = worker.notes("hopes_fears")[0]
    assert [(note.text, note.origin_id) for note in found] == [
        ("Niemand belt of toch wel?", fear.id),
        ("Kunnen we bellen?", ""),
    ]
    surface.tabs.open(1)
    assert "Kunnen we bellen?" in worker.room_words()
    assert "Hoe kunnen we" not in worker.room_words()


def test_a_finger_gives_and_takes_dots(worker: Worker, pane: VotePane) -> None:
    count_with(pane, Counting.TOUCH)
    pane.primary.click()
    pane.primary.click()
    row = pane.list.rows[1]
    plus, minus = row.rect().center(), row.rect().center()
    plus.setX(row.width() - 30)
    minus.setX(row.width() - 130)
    for place in (plus, plus, plus, minus):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=place)
    assert row.row.count == 1
    assert row.height() >= 44
    assert worker.page.room_page().is_quiet


def test_the_decider_alone_decides_on_the_sketches(worker: Worker) -> None:
    sketches = [
        Note(id=f"s{n}", block_id="sketching", kind=NoteKind.SKETCH, order=n, text=f"schets {n}") for n in range(3)
    ]
    blocks = [
        Block(id=name, day_id="day", order=90 + place, exercise=exercise)
        for place, (name, exercise) in enumerate(
            (("sketching", "solution_sketch"), ("museum", "museum_heat_map"), ("super", "supervote"))
        )
    ]
    worker.stage.document.apply(make_diff("edit.add_notes", [(None, one) for one in [*blocks, *sketches]]))
    worker.open("super")
    pane = worker.surface(Surface).pane
    assert [option.sign for option in pane.options] == ["A", "B", "C"]
    assert not pane.form.voters.isVisible()
    pane.primary.click()
    pane.list.go_to(1)
    for _ in range(4):
        worker.press(Qt.Key.Key_Right)
    pane.primary.click()
    pane.primary.click()
    best = pane.list.rows[0].row
    assert (best.label, best.count, best.remark) == ("B · schets 1", 3, "gekozen")
    pane.reason.setFocus()
    worker.type("Die helpt Greet")
    (decision,) = worker.stage.document.table(Decision).values()
    assert (decision.text, decision.reason) == ("Superstem: B · schets 1", "Die helpt Greet")
    assert vote_of(worker).chosen_ids == ("s1",)
