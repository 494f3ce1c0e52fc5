"""What the screen says about saving, and what she can do when a disk fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.library import Library
from sprint.store.shapes import SaveState
from tests.helpers.facilitator import Facilitator
from tests.helpers.messages import ScriptedMessages
from ui.context import Context
from ui.header import SaveChip, Saving
from ui.shelf import Shelf

FULL = SprintError("store.disk_full", place="D:")


def failing(she: Facilitator, pending: int = 3) -> SaveState:
    where = she.sprint.path or Path()
    return SaveState(durable_seq=1, pending=pending, error=FULL, where=where)


def fine(she: Facilitator) -> SaveState:
    return SaveState(durable_seq=4, pending=0, error=None, where=she.sprint.path or Path())


@pytest.mark.parametrize(
    ("saving", "text", "tone"),
    [
        (Saving(), "Opgeslagen", "accent"),
        (Saving(pending=2), "Bewaren…", "quiet"),
        (Saving(pending=3, error=FULL), "NIET OPGESLAGEN 3", "danger"),
        (Saving(pending=0, error=FULL), "NIET OPGESLAGEN 0", "danger"),
    ],
)
def test_the_chip_says_saved_only_when_it_is(
    context: Context, qtbot: QtBot, saving: Saving, text: str, tone: str
) -> None:
    chip = SaveChip(context)
    qtbot.addWidget(chip)
    chip.show_saving(saving)
    assert (chip.text, chip.tone, chip.accessibleName()) == (text, tone, text)


def test_the_header_does_not_jump_between_saving_and_saved(context: Context, qtbot: QtBot) -> None:
    chip = SaveChip(context)
    qtbot.addWidget(chip)
    width = chip.sizeHint().width()
    chip.show_saving(Saving(pending=1))
    assert chip.sizeHint().width() == width


def test_a_full_disk_stays_on_the_screen_until_it_is_over(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.sprint.bridge.save_state_changed.emit(failing(she))
    assert "De schijf is vol (D:)" in she.notices()
    button = she.window.findChild(QWidget, "save_copy_now")
    assert button is not None
    assert button.isVisible()
    she.sprint.bridge.save_state_changed.emit(fine(she))
    assert "De schijf is vol" not in she.notices()
    assert not button.isVisible()


def test_the_red_button_writes_a_copy_that_can_be_opened(she: Facilitator, tmp_path: Path) -> None:
    she.do("open_example")
    she.saved()
    she.sprint.bridge.save_state_changed.emit(failing(she))
    target = tmp_path / "stick" / "kopie.sprint"
    target.parent.mkdir()
    she.messages.expect(target)
    she.press("save_copy_now")
    she.qtbot.waitUntil(lambda: "is bewaard en nagelezen" in she.notices())
    before = {record.id for record in she.document}
    assert she.program.open_path(target)
    assert {record.id for record in she.document} == before


def test_a_copy_to_a_place_that_is_not_there_is_told_and_the_work_goes_on(she: Facilitator, tmp_path: Path) -> None:
    she.do("open_example")
    she.messages.expect(tmp_path / "no such folder" / "kopie.sprint")
    she.do("save_copy")
    she.qtbot.waitUntil(lambda: "no such folder" in she.notices() and "wordt gemaakt" not in she.notices())
    she.do("add_step")


def test_closing_with_unsaved_work_asks_first(she: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    she.do("open_example")
    she.saved()
    monkeypatch.setattr(she.sprint, "is_safe", lambda: False)
    she.messages.expect(None)
    she.window.close()
    assert she.window.isVisible()
    assert she.messages.asked[-1].startswith("Nog niet alles is opgeslagen")
    she.messages.expect("close")
    she.window.close()
    assert not she.window.isVisible()


def test_something_that_goes_wrong_keeps_the_work_and_shows_a_report(she: Facilitator) -> None:
    she.do("open_example")
    she.session.guard.happened.emit("Reisgenoot 0.1.0\nValueError")
    assert "Uw werk is bewaard en u kunt verder" in she.notices()
    assert she.program.actions["add_step"].isEnabled()


def test_a_sprint_that_somebody_else_has_open_can_only_be_looked_at(second: Facilitator) -> None:
    assert "in een ander venster" in second.notices()
    assert not second.program.actions["add_step"].isEnabled()
    assert second.program.actions["save_copy"].isEnabled()


def test_a_file_that_somebody_else_changed_stays_and_is_told(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    path, store = she.sprint.path, she.sprint.bridge.workspace.store
    assert path is not None
    store.mirror()
    path.write_bytes(path.read_bytes() + b"changed by somebody else")
    she.do("add_step")
    she.canvas.type("Belt de buurvrouw")
    store.request_mirror()
    she.qtbot.waitUntil(lambda: "Die versie blijft staan" in she.notices())


def test_the_sprint_that_is_open_is_not_opened_twice(she: Facilitator) -> None:
    she.do("open_example")
    opened, path = she.sprint, she.sprint.path
    assert path is not None
    assert she.program.open_path(path)
    assert she.sprint is opened


def test_a_file_that_was_renamed_while_it_was_open_is_listed_under_its_new_name(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    before = she.sprint.path
    assert before is not None
    after = before.with_name("Andere naam.sprint")
    before.rename(after)
    she.do("close_sprint")
    assert [row.path for row in she.program.home.recent] == [after]


def test_a_link_to_the_sprint_that_is_open_opens_nothing_again(she: Facilitator, tmp_path: Path) -> None:
    she.do("open_example")
    opened = she.sprint
    link = tmp_path / "koppeling.sprint"
    try:
        link.symlink_to(opened.path or Path())
    except OSError:
        return  # a system where links are not for everybody
    assert she.program.open_path(link)
    assert she.sprint is opened
    assert not she.sprint.bridge.is_read_only


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_tool_tip_reads_no_markup_so_that_nothing_in_it_is_loaded(context: Context, qapp: QApplication) -> None:
    qapp.setStyleSheet(context.theme.stylesheet())
    QToolTip.showText(QPoint(10, 10), "<img src='file:///nowhere.png'>Ziet <b>zwerfafval</b>")
    tips = [widget for widget in qapp.topLevelWidgets() if widget.inherits("QTipLabel")]
    assert [tip.textFormat() for tip in tips if isinstance(tip, QLabel)] == [Qt.TextFormat.PlainText]
    for tip in tips:
        tip.close()


def test_home_lists_what_was_open_and_says_when_it_is_gone(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    path, title = she.sprint.path, she.document.sprint.title
    assert path is not None
    she.do("close_sprint")
    (recent,) = she.program.home.recent
    assert (recent.path, recent.title, recent.is_missing) == (path, title, False)
    path.unlink()
    she.program.show_sprints()
    (recent,) = she.program.home.recent
    assert recent.is_missing


def test_a_new_sprint_has_its_days_on_working_days_and_two_journeys(she: Facilitator) -> None:
    she.press("home_new_sprint")
    she.type_in("Wat wil de inwoner?", "Ik wil mijn rijbewijs verlengen")
    she.type_in("Organisatie", "Gemeente Voorbeeld")
    she.press("new_start")
    assert she.document.sprint.title == "Ik wil mijn rijbewijs verlengen"
    assert she.document.sprint.organisation == "Gemeente Voorbeeld"
    assert she.sprint.path is not None
    assert she.sprint.path.name == "Ik wil mijn rijbewijs verlengen.sprint"
    she.do("show_to_be")
    assert she.sprint.bench.journey_kind == "to_be"
    she.do("show_as_is")
    she.do("add_step")
    she.canvas.type("Zoekt de website")
    assert she.sprint.bench.surface == "canvas"


def test_a_library_that_cannot_be_read_is_told(context: Context, messages: ScriptedMessages, tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data", tmp_path / "refuge")
    library = Library.open(folders)
    library.keep("personas", "p", {"n": 1})
    library.close()
    for path in folders.data.rglob("*"):
        if path.is_file() and path.name != "lock":
            path.write_bytes(b"rubbish")
    shelf = Shelf(context, folders)
    assert shelf.recent() == []
    shelf.close()
    (said,) = messages.said
    assert said.startswith("Uw bibliotheek kon niet worden gelezen.")
