"""Plays a chime without a sound library: the player of the system when there is one, else the system's own beep."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTemporaryDir
from PySide6.QtWidgets import QApplication

from canvas.background import Background
from sprint.chimes import Chime, chime_wav
from ui.settings import Settings

PLAYERS: tuple[tuple[str, ...], ...] = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""What plays a WAV file, in the order in which it is looked for: PipeWire, PulseAudio, ALSA, macOS."""

_log = logging.getLogger(__name__)


class Player(Protocol):
    """Plays a sound file without waiting for its end."""

    def play(self, path: Path) -> None:
        """Let the file sound."""


class SystemPlayer:
    """Gives a file to a program of the system; a player that fails is written in the log and beeps instead."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        self._command = tuple(command)
        self._parent = parent

    def play(self, path: Path) -> None:
        """Start the player; it ends by itself."""
        process = QProcess(self._parent)
        process.finished.connect(process.deleteLater)
        process.errorOccurred.connect(lambda error: self._on_error(process, error))
        process.start(self._command[0], [*self._command[1:], str(path)])

    def _on_error(self, process: QProcess, error: QProcess.ProcessError) -> None:
        _log.warning("the chime did not sound: %s", error.name)
        process.deleteLater()
        QApplication.beep()


class WindowsPlayer:
    """Uses the sound call that Windows and Python have built in."""

    def play(self, path: Path) -> None:
        """Let Windows play the file beside the program."""
        import winsound  # noqa: PLC0415 - only Windows has it

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)


class Beeper:
    """The last resort: the beep of the system, which has no choice of sounds."""

    def play(self, path: Path) -> None:
        """Beep."""
        QApplication.beep()


def find_player(parent: QObject, system: str = sys.platform, find: Callable[[str], str] | None = None) -> Player:
    """Give what can play a sound here; `find` tells where a program is, "" when it is not there."""
    if system == "win32":
        return WindowsPlayer()
    looked_up = find or QStandardPaths.findExecutable
    for name, *options in PLAYERS:
        if found := looked_up(name):
            return SystemPlayer((found, *options), parent)
    return Beeper()


class Chimes(QObject):
    """Rings the chosen chime; makes each one once, beside the window, and rings nothing when sound is off."""

    def __init__(self, settings: Settings, player: Player | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._player = player
        self._folder: QTemporaryDir | None = None
        self._background = Background(self)
        self._ready: dict[Chime, Path] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything sounds."""
        return self._settings.is_on("sound")

    def prepare(self) -> None:
        """Make the chosen chime now, so that it rings on the second."""
        chime = self._chosen()
        if self.is_on and chime not in self._ready:
            self._background.run(lambda: chime_wav(chime), lambda data: self._keep(chime, data))

    def ring(self) -> None:
        """Ring the chosen chime; a chime that is still being made rings when it is there."""
        if not self.is_on:
            return
        chime = self._chosen()
        if chime in self._ready:
            self._play(self._ready[chime])
        else:
            self._background.run(lambda: chime_wav(chime), lambda data: self._play(self._keep(chime, data)))

    def stop(self) -> None:
        """Let go of the thread and the files."""
        self._background.stop()
        self._folder = None

    def _chosen(self) -> Chime:
        return Chime(self._settings.text("chime"))

    def _keep(self, chime: Chime, data: bytes) -> Path:
        if chime not in self._ready:
            if self._folder is None:
                self._folder = QTemporaryDir()
            path = Path(self._folder.path()) / f"{chime.value}.wav"
            path.write_bytes(data)
            self._ready[chime] = path
        return self._ready[chime]

    def _play(self, path: Path) -> None:
        if self._player is None:
            self._player = find_player(self)
        self._player.play(path)
