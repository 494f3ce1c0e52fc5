"""Qt's own windows speak the language of the screen; the palette says when it finds nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton, QTreeView

from tests.helpers.facilitator import Facilitator
from ui.palette import CommandPalette


def look_in() -> str:
    return QCoreApplication.translate("QFileDialog", "Look in:")


def test_the_file_window_speaks_the_language_of_the_screen(she: Facilitator) -> None:
    dutch = look_in()
    assert dutch != "Look in:"
    she.session.context.settings.set("language", "en")
    assert look_in() == "Look in:"
    she.session.context.settings.set("language", "nl")
    assert look_in() == dutch


def test_the_palette_finds_a_theme_and_says_when_there_is_nothing(she: Facilitator) -> None:
    she.do("palette")
    palette = she.front()
    assert isinstance(palette, CommandPalette)
    field, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert field is not None
    assert found is not None
    QTest.keyClicks(field, "qqq")
    assert "qqq" in palette.nothing.text()
    assert palette.nothing.isVisible()
    assert not found.isVisible()
    field.clear()
    QTest.keyClicks(field, "donker")
    assert found.count() == 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert she.session.context.theme.name == "dark"
    assert QApplication.activeModalWidget() is None


def test_a_file_is_looked_for_where_the_last_one_was(she: Facilitator) -> None:
    folder = she.profile / "stick"
    folder.mkdir(parents=True)
    she.do("open_example")
    she.saved()
    she.messages.expect(folder / "kopie.sprint")
    she.do("save_copy")
    she.qtbot.waitUntil(lambda: "is bewaard en nagelezen" in she.notices())
    assert she.session.context.settings.text("folder") == str(folder)
    assert she.sprint.copy_suggestion(folder).parent == folder


def test_the_file_window_has_no_english_words_in_dutch(she: Facilitator) -> None:
    dialog = she.messages.file_dialog("Sprint openen", she.profile, "*.sprint")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    shown = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Zoeken in:", "Bestandsnaam:", "Soort bestand:"} <= shown
    assert not {"Look in:", "Files of type:", "File name:"} & shown
    files = dialog.findChild(QTreeView, "treeView")
    assert files is not None
    columns = [number for number in range(4) if not files.isColumnHidden(number)]
    assert columns == [0, 3], "the name whole, and the day"
    assert [b.text() for b in dialog.findChildren(QPushButton) if not b.icon().isNull()] == []
    dialog.deleteLater()
