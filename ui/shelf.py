"""Where sprints come from: files, the example, what a crash left behind, and the list of recent ones."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sprint.diff import Diff
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.store.folders import Folders
from sprint.store.sprint_store import unfinished_sprints
from sprint.workspace import Workspace
from ui.bridge import SaveRelay
from ui.context import Context
from ui.messages import SPRINT_SUFFIX
from ui.recents import LeftBehind, RecentSprint

if TYPE_CHECKING:
    from sprint.store.library import Library
    from ui.dialogs.new_sprint import SprintForm
    from ui.open_sprint import OpenSprint

MOST_RECENT = 8


class Shelf:
    """Opens and creates sprints and remembers which; raises SprintError with what a person must know."""

    def __init__(self, context: Context, folders: Folders) -> None:
        self._context = context
        self.folders = folders
        self._known_library: Library | None = None

    @property
    def _library(self) -> Library:
        # Opened when somebody asks: a file can be on the screen before the list of other files is read.
        if self._known_library is None:
            from sprint.store.library import Library  # noqa: PLC0415 - see above

            self._known_library = Library.open(self.folders)
            for finding in self._known_library.news:
                self._context.messages.warn(self._context.texts(finding.key, **finding.params))
        return self._known_library

    def recent(self) -> list[RecentSprint]:
        """Give the sprints that were open before, without those that wait as left behind."""
        waiting = {left.path for left in self.left_behind()}
        return [
            RecentSprint(row.path, row.title, row.organisation, row.opened_at, is_missing=not row.path.exists())
            for row in self._library.recent()[: MOST_RECENT + len(waiting)]
            if row.path not in waiting
        ][:MOST_RECENT]

    def left_behind(self) -> list[LeftBehind]:
        """Give the sprints that the program did not close itself; all of their edits are kept."""
        titles = {row.path: row.title for row in self._library.recent()}
        return [
            LeftBehind(left.path, left.title or titles.get(left.path or Path(), ""), left.since, left.uid, left.edits)
            for left in unfinished_sprints(self.folders)
        ]

    def is_left_behind(self, path: Path) -> bool:
        """Whether a crash left a sprint that belongs at this path."""
        return any(left.path == path for left in self.left_behind())

    def open(self, path: Path) -> OpenSprint:
        """Open a file with what this computer knows about it."""
        relay = SaveRelay()
        return self._opened(Workspace.open(path, self.folders, on_save_state=relay, on_finding=relay.find), relay)

    def open_left_behind(self, uid: str, documents: Path) -> OpenSprint:
        """Open what a crash left of a sprint that had no file yet, and give it one."""
        from ui.starting import free_path  # noqa: PLC0415 - only after a crash

        relay = SaveRelay()
        workspace = Workspace.open_unfinished(uid, self.folders, on_save_state=relay, on_finding=relay.find)
        if workspace.path is None and not workspace.is_read_only:
            # Without a file she could not find it again; when that fails she works on, and it is told.
            with contextlib.suppress(OSError):
                documents.mkdir(parents=True, exist_ok=True)
            finding = workspace.store.keep_at(free_path(documents, workspace.document.sprint.title, SPRINT_SUFFIX))
            if finding is not None:
                relay.find(finding)
        return self._opened(workspace, relay)

    def create_example(self, path: Path, language: str) -> OpenSprint:
        """Write the example to a new file and open it."""
        from ui.making import make_example  # noqa: PLC0415 - opening a file needs none of it

        return self._created(path, *make_example(language))

    def create(self, folder: Path, form: SprintForm, words: Translator) -> OpenSprint:
        """Begin a sprint of one's own in a file named after its title."""
        from ui.making import make_new  # noqa: PLC0415 - opening a file needs none of it

        return self._created(*make_new(folder, form, words))

    def close(self) -> None:
        """Save the list of recent sprints."""
        if self._known_library is not None:
            self._known_library.close()

    def _created(self, path: Path, content: Diff, pictures: Mapping[str, bytes] | None = None) -> OpenSprint:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SprintError("ui.error_no_folder", folder=str(path.parent)) from error
        relay = SaveRelay()
        workspace = Workspace.create(
            path, content, self.folders, on_save_state=relay, on_finding=relay.find, pictures=pictures
        )
        workspace.store.request_mirror()
        return self._opened(workspace, relay)

    def _opened(self, workspace: Workspace, relay: SaveRelay) -> OpenSprint:
        # The canvas and the panels must not hold up the first window, which shows none of them.
        from ui.open_sprint import OpenSprint  # noqa: PLC0415 - as said

        opened = OpenSprint(self._context, workspace, relay)
        opened.bench.keep_own_in(lambda: self._library)
        return opened

    def note_recent(self, opened: OpenSprint) -> None:
        """Remember a sprint for the home screen."""
        if opened.path is not None:
            sprint = opened.bridge.document.sprint
            self._library.note_recent(opened.path, sprint.title, sprint.organisation)
