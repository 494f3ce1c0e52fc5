"""A sprint that a power cut left without a file is offered, opened, and gets a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from sprint.edits.programme import new_sprint
from sprint.ids import TimeIds
from sprint.programme.programmes import load_programme
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.helpers.facilitator import Facilitator
from tests.helpers.starting import Start


def leave_behind(profile: Path) -> None:
    folders = Folders(profile / "data")
    content = new_sprint(TimeIds(), load_programme("four_day"), "nl", title="Ik wil door", organisation="")
    workspace = Workspace.create(None, content, folders)
    workspace.flush(5.0)
    holder = folders.working / workspace.store.uid / "holder.json"
    kept = holder.read_bytes()
    workspace.close()
    holder.write_bytes(kept)  # it stays behind when nobody says goodbye


def test_a_sprint_without_a_file_is_offered_and_gets_one(start: Start, tmp_path: Path) -> None:
    leave_behind(tmp_path / "profile")
    she = start()
    QApplication.processEvents()
    she.press("Ik wil door")
    assert she.document.sprint.title == "Ik wil door"
    path = she.sprint.path
    assert path is not None
    she.qtbot.waitUntil(path.exists)


def test_home_tells_the_organisation_of_what_was_open(she: Facilitator) -> None:
    she.press("home_new_sprint")
    she.type_in("Wat wil de inwoner?", "Ik wil mijn rijbewijs verlengen")
    she.type_in("Organisatie", "Gemeente Voorbeeld")
    she.press("new_start")
    she.do("close_sprint")
    QApplication.processEvents()
    assert she.program.home.recent[0].organisation == "Gemeente Voorbeeld"
    assert any("Gemeente Voorbeeld" in words for words in she.words())
