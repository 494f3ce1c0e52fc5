"""What the program tells about itself."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assets import VERSION
from ui.context import Context
from ui.dialogs.about import AboutDialog


def test_it_tells_its_version_and_licence_in_the_language_of_the_screen(context: Context, qtbot: QtBot) -> None:
    dialog = AboutDialog(context)
    qtbot.addWidget(dialog)
    for language, word in (("nl", "Versie"), ("en", "Version")):
        context.texts.set_language(language)
        said = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert f"{word} {VERSION}" in said
        assert "EUPL-1.2" in said
