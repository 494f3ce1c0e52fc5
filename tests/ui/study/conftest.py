"""A facilitator on the morning of day four: the litter sprint is there, and nobody has been invited yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from sprint.diff import make_diff
from sprint.store.folders import Folders
from sprint.workspace import Workspace
from tests.helpers.citizens import before_citizens
from tests.helpers.facilitator import Facilitator
from tests.helpers.messages import ScriptedMessages
from ui.study.tab import StudyTab

CLICK = Qt.MouseButton.LeftButton


class Hands:
    """What she does in the study: opens a page, presses, types, all in the real window."""

    def __init__(self, she: Facilitator) -> None:
        self.she = she

    @property
    def messages(self) -> ScriptedMessages:
        """The person who answers the questions of the program."""
        assert isinstance(self.she.messages, ScriptedMessages)
        return self.she.messages

    def open(self, row_id: str) -> StudyTab:
        """Open a page of the study by its row in the menu."""
        self.she.do(row_id)
        study = self.she.sprint.bench.study
        return study.part(study.task)

    def press(self, name: str, inside: QWidget) -> None:
        """Press a button that can be seen."""
        found = [
            button
            for button in inside.findChildren(QAbstractButton)
            if button.isVisible() and name in (button.text(), button.accessibleName())
        ]
        assert found, f"no button {name!r}"
        assert found[0].isEnabled(), f"{name!r} cannot be pressed now"
        QTest.mouseClick(found[0], CLICK)

    def type(self, words: str) -> None:
        """Type where the keyboard is; a line break is Enter."""
        for part in words.splitlines(keepends=True):
            focus = QApplication.focusWidget()
            assert focus is not None, "no field has the keyboard"
            QTest.keyClicks(focus, part.rstrip("\n"))
            if part.endswith("\n"):
                QTest.keyClick(QApplication.focusWidget() or focus, Qt.Key.Key_Return)


@pytest.fixture
def morning(tmp_path: Path) -> Path:
    """The file of the sprint."""
    path = tmp_path / "zwerfafval.sprint"
    content = make_diff("edit.new_sprint", [(None, record) for record in before_citizens()])
    Workspace.create(path, content, Folders(tmp_path / "made")).close()
    return path


@pytest.fixture
def hands(she: Facilitator, morning: Path) -> Hands:
    """Her hands in the program, with that sprint open."""
    assert she.program.open_path(morning)
    return Hands(she)
