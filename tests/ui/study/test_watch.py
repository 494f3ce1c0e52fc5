"""In every field where words of citizens are typed personal data is told, and one key makes it unreadable for good."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from sprint.edits.notes import add_note
from sprint.edits.study import invite
from sprint.records import Block, Draft, Note, Track
from tests.helpers.canaries import canaries_in
from tests.ui.study.conftest import Hands
from ui.study.leaving import may_leave
from ui.study.privacy import PrivacyTab
from ui.study.watch import PrivacyWatch

PHONE, PASSPHRASE, NAME = "06-55554321", "een lange zin", "Kanariewaterhuijsen"


def watch(hands: Hands) -> PrivacyWatch:
    found = hands.she.sprint.bench.findChild(PrivacyWatch)
    assert isinstance(found, PrivacyWatch)
    return found


def words_in(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def warned_and_covered(hands: Hands, field: QWidget, secret: str, kind: str) -> None:
    """Type into a field, see it told, and take it out with Ctrl+R."""
    field.setFocus()
    hands.she.qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    before = words_in(field)
    hands.type(f"bel {secret} terug")
    strip = watch(hands)
    assert strip.isVisible(), f"{field} says nothing"
    assert kind in strip.told.text()
    QTest.keyClick(field, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert f"bel [{kind}] terug" in words_in(field)
    assert not strip.isVisible()
    if not before:
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Backspace)


def test_every_field_tells_of_personal_data_and_forgets_what_was_covered(hands: Hands, tmp_path: Path) -> None:
    bench, document = hands.she.sprint.bench, hands.she.document
    blocks = {block.exercise: block.id for block in document.table(Block).values()}
    for exercise in ("hopes_fears", "expert_interviews", "speed_critique", "trial_run", "retrospective"):
        if exercise in blocks:
            bench.show_block(blocks[exercise])
            bench.exercise.surface.take_focus()
            field = QApplication.focusWidget()
            assert isinstance(field, QLineEdit | QPlainTextEdit), exercise
            warned_and_covered(hands, field, PHONE, "telefoonnummer")
    # On the board itself and in the details beside it.
    bench.show_journey("to_be")
    bench.go_to("step-tobe-1")
    warned_and_covered(hands, bench.details.findChildren(QPlainTextEdit)[0], PHONE, "telefoonnummer")
    # The names of the team are for everybody.
    bench.show_planner("team")
    name = next(one for one in bench.planner.findChildren(QLineEdit) if one.isVisible())
    name.setFocus()
    hands.type(PHONE)
    assert not watch(hands).isVisible()
    name.clear()
    bench.show_canvas()

    hands.she.saved()
    assert canaries_in(tmp_path / "profile", [PHONE]), "it was typed, so until the sprint is closed it is kept"
    hands.she.program.close_sprint()
    assert canaries_in(tmp_path, [PHONE, PHONE[:8]]) == []


def test_names_of_the_open_key_are_told_while_typing_and_forgotten_when_it_closes(hands: Hands, tmp_path: Path) -> None:
    bridge, bench = hands.she.sprint.bridge, hands.she.sprint.bench
    bridge.do(invite(bridge.document, bridge.ids, 2, track=Track.SPENT))
    page = hands.open("study_privacy")
    assert isinstance(page, PrivacyTab)
    page.key.passphrase.setFocus()
    hands.type(f"{PASSPHRASE}\n")
    name, _ = page.key.fields["P1"]
    hands.she.qtbot.waitUntil(name.isVisible)
    name.setFocus()
    hands.type(f"{NAME}\n")
    assert not watch(hands).isVisible(), "the key itself is where names belong"
    page.key.watch.setFocus()
    QTest.keyClick(page.key.watch, Qt.Key.Key_Space)
    block = next(one.id for one in bridge.document.table(Block).values() if one.exercise == "hopes_fears")
    bench.show_block(block)
    bench.exercise.surface.take_focus()
    field = QApplication.focusWidget()
    assert field is not None
    warned_and_covered(hands, field, NAME, "naam")
    hands.type(f"{NAME} is boos\n")
    hands.open("study_privacy")
    hands.she.qtbot.waitUntil(lambda: len(page.findings.rows) == 1)
    QTest.mouseClick(page.findings.rows[0].cover, Qt.MouseButton.LeftButton)
    assert "[naam] is boos" in [note.text for note in bridge.document.table(Note).values()]

    page.key.passphrase.clear()
    hands.she.do("hide_codes")  # a screen that is shared shows no names
    assert bridge.private_names == ()
    assert not page.key.fields
    hands.she.do("hide_codes")
    bench.show_block(block)
    bench.exercise.surface.take_focus()
    hands.type("vraag Kanarie")
    assert not watch(hands).isVisible()
    hands.she.program.close_sprint()
    assert canaries_in(tmp_path, [NAME, NAME[:10]]) == []
    assert not bridge.document.table(Draft) or NAME not in str(bridge.document.table(Draft))


def test_nothing_is_printed_unasked_while_it_holds_personal_data(hands: Hands) -> None:
    context, document = hands.she.session.context, hands.she.document
    assert may_leave(context, document), "there is nothing to tell"
    assert hands.messages.asked == []
    bridge = hands.she.sprint.bridge
    block = next(one.id for one in document.table(Block).values() if one.exercise == "hopes_fears")
    bridge.do(add_note(document, bridge.ids, block, f"Bel {PHONE}"))
    bridge.private_names = (NAME,)
    bridge.do(add_note(document, bridge.ids, block, f"Vraag {NAME}"))
    hands.messages.expect("look", "look")
    assert not may_leave(context, document, bridge.private_names)
    assert "2 plekken" in hands.messages.asked[-1]
    hands.she.do("print_book")
    assert len(hands.messages.asked) == 2
    assert "2 plekken" in hands.messages.asked[-1]
