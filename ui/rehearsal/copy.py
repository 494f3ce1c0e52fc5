"""The copy of a sprint that is rehearsed: in a folder that is thrown away, on a clock that can be turned."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from sprint.document import Document
from sprint.ids import TimeIds
from sprint.programme.rehearsal import VirtualClock, opening_time, rehearsal_content
from sprint.store.folders import Folders
from sprint.store.sprint_store import SprintStore
from sprint.store.system_lock import SystemLock
from sprint.store.working import Working
from sprint.workspace import Habits, Workspace
from ui.bridge import SaveRelay

LONGEST_LOOK_SECONDS = 0.5
"""A window that hangs for longer makes the rehearsal wait: only what is played may jump."""
_LOCK = "in_use"
_FLUSH_SECONDS = 5.0


class RehearsalCopy:
    """A workspace that knows nothing of the sprint it was made of.

    It lives in a folder of its own below `base`. Raises SprintError or OSError when it cannot be made.
    """

    def __init__(
        self, document: Document, store: SprintStore, day_id: str, base: Path, real_seconds: Callable[[], float]
    ) -> None:
        begin = opening_time(document, day_id, datetime.now()).astimezone()  # noqa: DTZ005 - the zone of its own date
        self.clock = VirtualClock(begin, real_seconds, longest_look=LONGEST_LOOK_SECONDS)
        self.relay = SaveRelay()
        throw_away_left(base)
        base.mkdir(parents=True, exist_ok=True)
        self.folder = Path(mkdtemp(dir=base))
        self._lock = SystemLock(self.folder / _LOCK)
        self._habits = Habits(TimeIds(), self.clock.seconds, self.clock.utc_now)
        self._data = self.folder / "1"
        folders = Folders(self._data)
        try:
            self._lock.take()
            content = rehearsal_content(document, day_id)
            self.workspace = Workspace.create(None, content, folders, habits=self._habits, on_save_state=self.relay)
        except BaseException:
            self.throw_away()
            raise
        _share_pictures(store, Working(folders, self.workspace.store.uid).media, document)

    def after_power_cut(self) -> Path:
        """Give a folder that is as the disk would be if the power went now; for `restart` when this one is closed."""
        self.workspace.flush(_FLUSH_SECONDS)
        left = self._data.with_name(str(int(self._data.name) + 1))
        shutil.copytree(self._data, left)
        return left

    def restart(self, left: Path) -> None:
        """Open what a power cut left, as the program does when it is started again. Raises SprintError."""
        uid = self.workspace.store.uid
        self.relay = SaveRelay()
        folders = Folders(left)
        self.workspace = Workspace.open_unfinished(uid, folders, habits=self._habits, on_save_state=self.relay)
        shutil.rmtree(self._data, ignore_errors=True)
        self._data = left

    def throw_away(self) -> None:
        """Leave nothing of it, after its workspace was closed."""
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):  # another rehearsal is beside it
            self.folder.parent.rmdir()


def throw_away_left(base: Path) -> None:
    """Throw away the copies that a crash left; one that another window rehearses stays."""
    for folder in base.glob("*"):
        lock = SystemLock(folder / _LOCK)
        with contextlib.suppress(OSError):
            if lock.take():
                lock.release()
                shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):  # another window rehearses there
        base.rmdir()


def _share_pictures(store: SprintStore, folder: Path, document: Document) -> None:
    """Give the copy the pictures of the sprint, without writing them again where the disk can do that."""
    names = {getattr(record, "sha256", "") for record in document}
    found = [path for name in names if name and (path := store.media_path(name)) is not None]
    with contextlib.suppress(OSError):  # a picture that is missing shows as a frame; no reason not to rehearse
        if found:
            folder.mkdir(parents=True, exist_ok=True)
        for path in found:
            try:
                os.link(path, folder / path.name)
            except OSError:
                shutil.copyfile(path, folder / path.name)
