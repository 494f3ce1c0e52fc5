"""The program's settings as one table: a row more is a setting more, in the file, the dialog and the tests."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sprint.frozen import dataclass

Value = str | bool | int
Save = Callable[[bytes], None]

LONGEST_TEXT = 200
_LONGEST_VALUE = 2_000
_LARGEST_FILE_BYTES = 1 << 20
"""Whatever is larger was not written by this program, and must not fill the memory."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Setting:
    """One row: its key in the file, what it is until somebody chooses, its label, and its choices (value, label)."""

    key: str
    default: Value
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    is_shown: bool = True


ROOM_DISTANCES = ("3 m", "4 m", "5 m", "6 m", "8 m", "10 m", "12 m")
ROOM_WIDTHS = ("90 cm", "120 cm", "150 cm", "200 cm", "250 cm", "300 cm", "400 cm")

SETTINGS: tuple[Setting, ...] = (
    Setting("language", "nl", "ui.setting_language", (("nl", "ui.language_nl"), ("en", "ui.language_en"))),
    Setting(
        "theme",
        "light",
        "ui.setting_theme",
        (
            ("light", "ui.theme_light"),
            ("dark", "ui.theme_dark"),
            ("high_contrast", "ui.theme_high_contrast"),
            ("projector", "ui.theme_projector"),
        ),
    ),
    Setting("motion", True, "ui.setting_motion"),
    Setting("sound", True, "cockpit.setting_sound"),
    Setting(
        "chime",
        "bowl",
        "cockpit.setting_chime",
        (("bowl", "cockpit.chime.bowl"), ("wood", "cockpit.chime.wood"), ("bell", "cockpit.chime.bell")),
    ),
    Setting("organisation", "", "ui.setting_organisation"),
    Setting("details_open", True, "ui.setting_details_open", is_shown=False),
    Setting("window", "", "ui.app_name", is_shown=False),
    Setting("folder", "", "ui.app_name", is_shown=False),
    Setting(
        "room_language",
        "screen",
        "room.setting_language",
        (("screen", "room.language_screen"), ("nl", "ui.language_nl"), ("en", "ui.language_en")),
    ),
    Setting("room_distance", "4 m", "room.setting_distance", tuple((far, far) for far in ROOM_DISTANCES)),
    Setting("room_width", "200 cm", "room.setting_width", tuple((wide, wide) for wide in ROOM_WIDTHS)),
    Setting("room_display", "", "room.setting_display", is_shown=False),
    Setting("hide_codes", False, "ui.app_name", is_shown=False),
    Setting("print_margins", "", "ui.app_name", is_shown=False),
    Setting("print_paper", "A3", "ui.setting_print_paper", (("A4", "A4"), ("A3", "A3"), ("A2", "A2"), ("A1", "A1"))),
)


class Settings(QObject):
    """Holds what a person chose; `changed` names the key. What cannot be read is left out and the default counts."""

    changed = Signal(str)

    def __init__(self, stored: bytes = b"", save: Save | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = {row.key: row for row in SETTINGS}
        self._save = save
        self._held: dict[str, Value] | None = None
        self._values = {key: value for key, value in _parsed(stored).items() if self._fits(key, value)}

    @classmethod
    def load(cls, path: Path, save: Save) -> Settings:
        """Read the settings of a file; a file that is not there or broken gives the defaults."""
        try:
            is_ours = path.is_file() and path.stat().st_size <= _LARGEST_FILE_BYTES
            stored = path.read_bytes() if is_ours else b""
        except OSError:
            stored = b""
        return cls(stored, save)

    def has_chosen(self, key: str) -> bool:
        """Whether a person ever chose this setting."""
        return key in self._values

    def get(self, key: str) -> Value:
        """Give the value of a setting; raises KeyError when the table has no such row."""
        return self._values.get(key, self._rows[key].default)

    def text(self, key: str) -> str:
        """Give the value of a setting that is a choice of words."""
        return str(self.get(key))

    def is_on(self, key: str) -> bool:
        """Give the value of a setting that is yes or no."""
        return bool(self.get(key))

    def set(self, key: str, value: Value) -> None:
        """Choose a value and keep it; raises ValueError for one the table does not allow."""
        if not self._fits(key, value):
            raise ValueError(f"{key}={value!r}")
        if self.has_chosen(key) and self._values[key] == value:
            return
        self._values[key] = value
        self._write()
        self.changed.emit(key)

    def hold(self) -> None:
        """Keep nothing of what is chosen from now on, until `let_go`."""
        self._held = dict(self._values)

    def let_go(self) -> None:
        """Go back to what was chosen before `hold`."""
        if self._held is None:
            return
        before, self._held = self._held, None
        now, self._values = self._values, before
        for key in self._rows:
            if now.get(key, self._rows[key].default) != self.get(key):
                self.changed.emit(key)

    def _fits(self, key: str, value: object) -> bool:
        row = self._rows.get(key)
        if row is None or type(value) is not type(row.default):
            return False
        if isinstance(value, str) and not row.choices:
            return len(value) <= (LONGEST_TEXT if row.is_shown else _LONGEST_VALUE)
        return not row.choices or value in {choice for choice, _ in row.choices}

    def _write(self) -> None:
        if self._save is None or self._held is not None:
            return
        try:
            self._save(json.dumps(self._values, indent=2, sort_keys=True).encode("utf-8"))
        except OSError as error:
            # A setting that is not kept costs a click next time; it is no reason to stop the work.
            _log.warning("settings were not kept: %s", error.strerror)


def _parsed(stored: bytes) -> dict[str, Value]:
    try:
        raw = json.loads(stored) if stored else {}
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}
