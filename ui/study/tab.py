"""What the pages of the study share: they show the newest state when they are looked at, and only then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from sprint.diff import Diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.records import Record
from ui.bridge import SprintBridge
from ui.context import Context

HIDE_CODES = "hide_codes"


class StudyTab(QWidget):
    """One page of the study; `refresh` shows the document as it is now."""

    MINDS: tuple[type[Record], ...] = (Record,)
    """The kinds of records that this page shows."""

    task_requested = Signal(str)
    """Another page of the study."""
    step_requested = Signal(str)
    """A step on the canvas."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.bridge = context, bridge
        self._is_stale = True
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bridge.document_changed.connect(self._on_diff)
        context.texts.changed.connect(self._on_look)
        context.theme.changed.connect(self._on_look)
        context.settings.changed.connect(self._on_setting)

    @property
    def document(self) -> Document:
        """The document, to read."""
        return self.bridge.document

    @property
    def hides_codes(self) -> bool:
        """Whether codes are hidden because the screen is shared."""
        return self.context.settings.is_on(HIDE_CODES)

    def refresh(self) -> None:
        """Show everything as it is now."""

    def on_diff(self, diff: Diff) -> None:
        """Show what a change changed; everything, unless a page knows better."""
        self.refresh()

    def take_focus(self) -> None:
        """Take the keyboard to where work goes on."""
        self.setFocus()

    def tried(self, make: Callable[[], Diff], merge: str = "") -> bool:
        """Make an edit; says why in the window and gives False when it cannot be made."""
        try:
            diff = make()
        except SprintError as error:
            self.context.messages.warn(self.context.texts.error(error))
            return False
        if not diff:
            return True
        return self.bridge.do(diff, merge) if diff.is_undoable else self.bridge.record(diff)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_diff(self, diff: Diff) -> None:
        if not any(isinstance(record, self.MINDS) for change in diff.changes.values() for record in change):
            return
        if self.isVisible():
            self.on_diff(diff)
        else:
            self._is_stale = True

    def _on_look(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _on_setting(self, key: str) -> None:
        if key == HIDE_CODES:
            self._on_look()


def is_typing_in(widget: QWidget) -> bool:
    """Whether the keyboard is at this widget or in it, so that what is typed there must stay."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
