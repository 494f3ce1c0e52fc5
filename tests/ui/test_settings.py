from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assets.palette import theme_names
from sprint.i18n import LANGUAGES, Translator
from ui.context import Context
from ui.dialogs.settings import SettingsDialog
from ui.settings import SETTINGS, Setting, Settings
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.key)
def test_a_setting_is_complete(row: Setting) -> None:
    for language in LANGUAGES:
        words = Translator.load(language)
        assert words.has(row.label)
        assert all(words.has(label) or label == value for value, label in row.choices)
    assert not row.choices or row.default in [value for value, _ in row.choices]


def test_the_themes_to_choose_from_are_the_themes_there_are() -> None:
    (row,) = [row for row in SETTINGS if row.key == "theme"]
    assert sorted(value for value, _ in row.choices) == theme_names()


def test_a_choice_is_kept_and_read_again() -> None:
    kept: list[bytes] = []
    Settings(save=kept.append).set("theme", "dark")
    again = Settings(kept[-1])
    assert again.get("theme") == "dark"
    assert again.get("language") == "nl"
    assert again.has_chosen("theme")
    assert not again.has_chosen("language")


def test_the_same_choice_again_is_not_written_again() -> None:
    kept: list[bytes] = []
    settings = Settings(save=kept.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    assert len(kept) == 1


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"{",
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"theme": "pink", "language": 3, "motion": "yes", "unknown": [1]}).encode(),
    ],
    ids=["nothing", "torn", "a list", "not text", "very deep", "impossible values"],
)
def test_what_cannot_be_read_leaves_the_defaults(stored: bytes) -> None:
    settings = Settings(stored)
    assert {row.key: settings.get(row.key) for row in SETTINGS} == {row.key: row.default for row in SETTINGS}


def test_a_file_that_is_not_there_leaves_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.json", lambda data: None).get("theme") == "light"


def test_what_this_program_never_wrote_is_not_read(tmp_path: Path) -> None:
    store = tmp_path / "settings.json"
    store.write_bytes(b'{"theme": "dark"}' + b" " * (2 << 20))
    assert Settings.load(store, lambda _data: None).text("theme") == "light"
    store.unlink()
    os.mkfifo(store)  # nobody ever writes into it
    assert Settings.load(store, lambda _data: None).text("theme") == "light"


def test_a_value_outside_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="pink"):
        Settings().set("theme", "pink")


def test_a_disk_that_fails_does_not_stop_the_work(expect_log: Callable[[str], None]) -> None:
    def fail(data: bytes) -> None:
        raise OSError(28, "No space left on device")

    expect_log("settings were not kept")
    settings = Settings(save=fail)
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"


def test_the_dialog_has_a_line_for_every_row_that_is_shown(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context)
    qtbot.addWidget(dialog)
    for row in SETTINGS:
        kind = ChoiceField if row.choices else QLineEdit if isinstance(row.default, str) else CheckBox
        found = dialog.findChild(kind, f"setting_{row.key}")
        assert (found is not None) == row.is_shown
        assert found is None or found.accessibleName() or found.text()


def test_choosing_in_the_dialog_counts_at_once(context: Context, qtbot: QtBot) -> None:
    dialog = SettingsDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    theme = dialog.findChild(ChoiceField, "setting_theme")
    motion = dialog.findChild(CheckBox, "setting_motion")
    assert theme is not None
    assert motion is not None
    qtbot.keyClick(theme, Qt.Key.Key_Down)
    motion.click()
    assert context.settings.get("theme") == "dark"
    assert context.settings.get("motion") is False
