"""Between the open sprint and the window: edits go in, facts come out as signals on the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from sprint.clock import ReadClock, read_clock
from sprint.diff import Diff, Label
from sprint.document import Document
from sprint.errors import SprintError
from sprint.ids import IdSource

if TYPE_CHECKING:
    from sprint.workspace import Workspace
    from ui.messages import Messages
    from ui.texts import Texts


class SaveRelay(QObject):
    """Carries what the store's writer thread says about saving to the window's thread.

    It exists before the sprint is opened: give it to the Workspace as `on_save_state`, then to the bridge.
    """

    came = Signal(object)
    found = Signal(object)
    """A Finding that came up while the sprint was open (somebody else changed the file)."""

    def find(self, finding: object) -> None:
        """Pass a finding on; may be called on any thread."""
        self.found.emit(finding)

    def __call__(self, state: object) -> None:
        """Pass a state on; may be called on any thread."""
        self.came.emit(state)


class SprintBridge(QObject):
    """What panels are given of a sprint: read `document`, ask for edits with `do`, listen to what happened."""

    document_changed = Signal(object)
    """A Diff that was applied, by an edit, undo, redo or restore."""
    history_changed = Signal()
    erasing_asked = Signal(str)
    """Everything of this participant must go; the sprint is closed and opened again for that."""
    save_state_changed = Signal(object)
    """The SaveState of this moment."""
    closing = Signal()
    """The sprint is about to be closed: what is still on its way must come in now."""

    def __init__(
        self,
        workspace: Workspace,
        texts: Texts,
        messages: Messages,
        *,
        relay: SaveRelay | None = None,
        clock: ReadClock = read_clock,
        is_rehearsal: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._texts = texts
        self._messages = messages
        self._relay = relay
        self.read_clock = clock
        self.is_rehearsal = is_rehearsal
        self.private_names: tuple[str, ...] = ()
        """Names to warn of, only while the key of codes to names is open; never written down."""
        self._leave = workspace.document.subscribe(self._on_diff)
        if relay is not None:
            relay.came.connect(self.save_state_changed, Qt.ConnectionType.QueuedConnection)

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""
        return self._workspace.ids

    def utc_now(self) -> str:
        """Give this moment as records keep it (UTC, ISO 8601)."""
        return self._workspace.now_iso()

    @property
    def workspace(self) -> Workspace:
        """The open sprint itself, for moments, copies and findings."""
        return self._workspace

    @property
    def document(self) -> Document:
        """The document, to read."""
        return self._workspace.document

    @property
    def is_read_only(self) -> bool:
        """Whether this sprint can only be looked at."""
        return self._workspace.is_read_only

    def do(self, diff: Diff, merge: str = "") -> bool:
        """Make an edit that Ctrl+Z takes back; says why in the window and gives False when it cannot be made."""
        return self._tried(lambda: self._workspace.do(diff, merge))

    def record(self, diff: Diff) -> bool:
        """Write down a fact that is not undone (the clock); says why and gives False when it cannot be written."""
        return self._tried(lambda: self._workspace.record(diff))

    def undo(self) -> bool:
        """Take the last edit back."""
        return self._tried(self._workspace.undo)

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self._tried(self._workspace.redo)

    def break_merge(self) -> None:
        """Let the next edit be an entry of its own; call when focus leaves a field."""
        self._workspace.history.break_merge()

    @property
    def undo_label(self) -> Label | None:
        """The name of what undo would take back, or None."""
        return self._workspace.history.undo_label

    @property
    def redo_label(self) -> Label | None:
        """The name of what redo would do again, or None."""
        return self._workspace.history.redo_label

    def leave(self) -> None:
        """Stop listening, before the sprint is closed."""
        self.closing.emit()
        if self._relay is not None:
            self._relay.came.disconnect(self.save_state_changed)
        self._leave()

    def _tried(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except SprintError as error:
            self._messages.warn(self._texts.error(error))
            return False
        self.history_changed.emit()
        return True

    def _on_diff(self, diff: Diff) -> None:
        self.document_changed.emit(diff)
