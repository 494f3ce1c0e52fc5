"""The review of law and tracks, personas, the maturity sheet and what is agreed on for after the sprint."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from sprint.diff import make_diff
from sprint.edits.capture import decide
from sprint.edits.plan import maturity_of, promises_of
from sprint.records import (
    Decision,
    FollowUp,
    Freedom,
    Maturity,
    MaturityLever,
    MaturityMark,
    MaturityStage,
    Persona,
    Step,
)
from tests.helpers.fitting import too_tight
from tests.ui.exercises.conftest import Worker
from ui.exercises.follow_up import FollowUpCard
from ui.exercises.follow_up import Surface as FollowUpSurface
from ui.exercises.legal import TRACKS
from ui.exercises.legal import Surface as LegalSurface
from ui.exercises.maturity import Surface as MaturitySurface
from ui.exercises.personas import Surface as PersonasSurface
from ui.exercises.validated import FOLLOW_UP
from ui.exercises.validated import Surface as ValidatedSurface


def test_the_steps_with_a_law_are_walked_with_the_keyboard(worker: Worker) -> None:
    worker.open("legal_two_track")
    review = worker.surface(LegalSurface)
    assert [step.id for step in review.steps()] == ["photo"]
    worker.press("2")
    worker.press(Qt.Key.Key_Return)
    worker.type("AVG 6")
    worker.press(Qt.Key.Key_Escape)
    assert worker.focus is review.list
    step = worker.stage.document.require(Step, "photo")
    assert (step.freedom, step.statute) == (Freedom.MAY, "AVG 6")
    review.form.line.setFocus()
    worker.type("Vraag geen naam")
    (note,) = worker.notes("legal_two_track")
    assert (note.text, note.step_id) == ("Vraag geen naam", "photo")
    words = worker.room_words()
    assert "mag anders" in words
    assert "Vraag geen naam" in words


def test_both_tracks_show_where_a_human_is_and_where_not(worker: Worker) -> None:
    worker.open("legal_two_track")
    review = worker.surface(LegalSurface)
    review.tabs.buttons[TRACKS].setFocus()
    worker.press(Qt.Key.Key_Space)
    saved, spent = (pane.links for pane in review.tracks.panes)
    assert [link.text() for link in saved] == ["Belt het nummer", "Krijgt een bericht", "Krijgt een bericht"]
    assert [link.text() for link in spent] == [link.text() for link in saved]
    asked: list[str] = []
    review.canvas_requested.connect(asked.append)
    saved[0].setFocus()
    worker.press(Qt.Key.Key_Space)
    assert asked == ["call"]
    assert "Geen mens in de buurt: Krijgt een bericht" in worker.room_words()


def test_personas_stand_beside_each_other_and_are_kept_as_they_are_typed(worker: Worker) -> None:
    worker.open("personas")
    sheets = worker.surface(PersonasSurface)
    assert list(sheets.columns) == ["bram", "greet"]
    worker.press(Qt.Key.Key_End)
    worker.type(", 34 jaar", enter=False)
    assert worker.stage.document.require(Persona, "bram").name == "Bram, 34 jaar"
    sheets.add.setFocus()
    worker.press(Qt.Key.Key_Space)
    worker.type("Ali", enter=False)
    assert [who.name for who in sheets.personas()] == ["Bram, 34 jaar", "Greet", "Ali"]
    assert "Ali" in worker.room_words()


def test_eighteen_cells_are_walked_by_key_and_never_added_up(worker: Worker) -> None:
    worker.open("maturity_check")
    sheet = worker.surface(MaturitySurface)
    assert len(sheet.cells) == 18
    worker.press("3")
    worker.press(Qt.Key.Key_Right)
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Space)
    worker.press("r")
    worker.type("Alleen in Oost")
    document = worker.stage.document
    first = maturity_of(document, MaturityStage.ACTIVATE, MaturityLever.STRUCTURE)
    second = maturity_of(document, MaturityStage.CONNECT, MaturityLever.PEOPLE)
    assert first is not None and first.mark is Maturity.WORKS
    assert second is not None and (second.mark, second.remark) == (Maturity.ABSENT, "Alleen in Oost")
    assert len(document.table(MaturityMark)) == 2
    assert not any(character.isdigit() for character in worker.room_words().replace("None", ""))


def test_a_decision_gets_an_owner_a_first_step_and_dates_from_the_last_day(worker: Worker) -> None:
    worker.open("next_steps")
    follow = worker.surface(FollowUpSurface)
    follow.from_decisions.setFocus()
    worker.press(Qt.Key.Key_Space)
    worker.type("Ineke")
    (one,) = promises_of(worker.stage.document)
    assert (one.text, one.decision_id, one.owner) == ("We beginnen een proef", "go", "Ineke")
    assert (one.first_by, one.check_30, one.check_90) == ("2026-10-15", "2026-11-07", "2027-01-06")
    card = follow.cards.rows[one.id]
    assert isinstance(card, FollowUpCard)
    card.days["first_by"].setFocus()
    worker.focus.selectAll()
    worker.type("12 okt 2026")
    assert promises_of(worker.stage.document)[0].first_by == "2026-10-12"
    assert "We beginnen een proef" in worker.room_words()
    assert "Ineke" not in worker.room_words()
    follow.take_focus()
    worker.type("Ook Zuid vragen")
    assert [other.text for other in promises_of(worker.stage.document)] == ["We beginnen een proef", "Ook Zuid vragen"]


def test_a_day_that_cannot_be_read_stands_as_it_is_written(worker: Worker) -> None:
    bridge = worker.stage.bridge
    odd = FollowUp(id="odd", text="Proef in Oost", first_step="Bellen", first_by="volgende week")
    bridge.do(make_diff("edit.promise", [(None, odd)]))
    worker.open("next_steps")
    assert "odd" in worker.surface(FollowUpSurface).cards.rows
    assert "volgende week" in worker.room_words()


def test_all_decisions_are_taken_over_at_once(worker: Worker) -> None:
    worker.open("next_steps")
    follow = worker.surface(FollowUpSurface)
    bridge = worker.stage.bridge
    for text in ("Eén nummer", "Geen menu"):
        bridge.do(decide(bridge.document, bridge.ids, text))
    follow.from_decisions.setFocus()
    worker.press(Qt.Key.Key_Space)
    assert [one.text for one in promises_of(bridge.document)] == ["We beginnen een proef", "Eén nummer", "Geen menu"]
    worker.type("Ineke")
    assert promises_of(bridge.document)[0].owner == "Ineke"
    for _ in range(2):
        bridge.undo()
    assert promises_of(bridge.document) == []


def test_the_follow_up_stands_beside_the_journey_on_the_last_afternoon(worker: Worker) -> None:
    worker.open("validated_journey")
    both = worker.surface(ValidatedSurface)
    both.tabs.buttons[FOLLOW_UP].setFocus()
    worker.press(Qt.Key.Key_Space)
    worker.type("Proef in Oost")
    worker.type("Anneke")
    (one,) = promises_of(worker.stage.document)
    assert (one.text, one.owner, one.check_30) == ("Proef in Oost", "Anneke", "2026-11-07")
    assert "Proef in Oost" in worker.room_words()
    both.tabs.buttons[0].setFocus()
    worker.press(Qt.Key.Key_Space)
    assert "Proef in Oost" not in worker.room_words()


def test_the_decision_of_a_promise_is_read_whole_on_a_small_screen(worker: Worker) -> None:
    bridge = worker.stage.bridge
    go = bridge.document.require(Decision, "go")
    words = "Superstem: foto en klaar, met een code op de bak, een foto, een plek en een dag"
    bridge.do(make_diff("edit.change_decision", [(go, replace(go, text=words))]))
    worker.open("next_steps")
    worker.type("Proef in Oost")
    worker.page.resize(1000, 560)
    (card,) = worker.surface(FollowUpSurface).cards.rows.values()
    assert isinstance(card, FollowUpCard)
    card.decision.chosen.emit("go")
    assert promises_of(bridge.document)[0].decision_id == "go"
    assert not [said for said in too_tight(worker.page) if "Superstem" in said]
    assert card.decision.height() > card.usual.height()


def test_half_a_line_is_kept_where_it_was_typed(worker: Worker) -> None:
    worker.open("next_steps")
    worker.type("half afgesproken", enter=False)
    worker.open("legal_two_track")
    assert [one.text for one in promises_of(worker.stage.document)] == ["half afgesproken"]
    review = worker.surface(LegalSurface)
    review.all_steps.setFocus()
    worker.press(Qt.Key.Key_Space)
    review.form.line.setFocus()
    worker.type("bij de foto", enter=False)
    review.list.setFocus()
    worker.press(Qt.Key.Key_Down)
    review.form.line.setFocus()
    worker.type("bij het bellen", enter=False)
    worker.open("next_steps")
    said = [(note.step_id, note.text) for note in worker.notes("legal_two_track")]
    assert said == [("photo", "bij de foto"), ("call", "bij het bellen")]
