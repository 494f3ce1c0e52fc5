"""What can be done with any surface: show it to the room, work in silence, count who is done, copy and paste."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from canvas.clipboard import put_on_clipboard
from sprint.text_table import TextTable, rows_from
from ui.context import Context
from ui.exercises.base import WorkSurface
from ui.widgets.button import Button

_COPIES = (("text", "work.copy_text"), ("markdown", "work.copy_markdown"), ("table", "work.copy_table"))


class WorkTools(QWidget):
    """A row of buttons; it knows what the room may see of the work: all of it, only the question, who is done."""

    room_toggled = Signal()
    """Show the work in the room, or no longer."""
    quiet_changed = Signal()
    """Silence began or ended, or somebody is done."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._surface: WorkSurface | None = None
        self.is_quiet = False
        self.done = 0
        self.room = Button(context, "work.to_room", icon="room_screen")
        self.quiet = Button(context, "work.quiet", icon="moon")
        self.ready = Button(context, "work.done_label", icon="check")
        self.more = Button(context, icon="more", kind="quiet", name_key="work.more")
        self.room.setCheckable(True)
        self.quiet.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.room, self.quiet, self.ready, self.more):
            row.addWidget(button)
        self.room.clicked.connect(self.room_toggled)
        self.quiet.clicked.connect(lambda: self.set_quiet(not self.is_quiet))
        self.ready.clicked.connect(lambda: self.count_done(1))
        self.more.clicked.connect(self._open_menu)
        context.texts.changed.connect(self._say)
        self._say()

    def show_surface(self, surface: WorkSurface | None) -> None:
        """Work on another surface: nobody is done yet, and nothing is silent."""
        self._surface = surface
        self.is_quiet, self.done = False, 0
        self._say()

    def show_in_room(self, is_shown: bool) -> None:
        """Say whether the room sees the work."""
        self.room.setChecked(is_shown)

    def set_quiet(self, is_quiet: bool) -> None:
        """Begin to work in silence, or show the room what was made."""
        self.is_quiet = is_quiet
        if is_quiet:
            self.done = 0
        self._say()
        self.quiet_changed.emit()

    def count_done(self, step: int) -> None:
        """One more is done, or one less."""
        self.done = max(0, self.done + step)
        self._say()
        self.quiet_changed.emit()

    def copy(self, how: str) -> None:
        """Put the work on the clipboard as "text", "markdown" or "table"."""
        table = self._surface.table() if self._surface is not None else TextTable()
        if not table:
            self._context.messages.tell(self._context.texts("work.nothing_to_copy"))
            return
        mime = QMimeData()
        mime.setText({"text": table.as_text, "markdown": table.as_markdown, "table": table.as_tsv}[how]())
        if how == "table":
            mime.setHtml(table.as_html())
        put_on_clipboard(mime)
        self._context.messages.tell(self._context.texts("work.copied", count=len(table.rows)), tone="good")

    def paste(self) -> None:
        """Take in what is on the clipboard."""
        rows = rows_from(QGuiApplication.clipboard().text())
        if self._surface is None or not rows:
            self._context.messages.tell(self._context.texts("work.nothing_to_paste"))
            return
        self._surface.paste_rows(rows)

    def menu(self) -> QMenu:
        """Give what else can be done, as a menu."""
        texts = self._context.texts
        menu = QMenu(self)
        for how, key in _COPIES:
            action = QAction(texts(key), menu)
            action.triggered.connect(lambda _checked=False, how=how: self.copy(how))
            menu.addAction(action)
        if self._surface is not None and self._surface.ACCEPTS_ROWS and not self._surface.bridge.is_read_only:
            menu.addSeparator()
            action = QAction(texts("work.paste"), menu)
            action.triggered.connect(self.paste)
            menu.addAction(action)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _say(self) -> None:
        texts = self._context.texts
        self.quiet.setChecked(self.is_quiet)
        self.quiet.set_text_key("work.reveal" if self.is_quiet else "work.quiet")
        self.quiet.set_icon("message" if self.is_quiet else "moon")
        self.ready.setText(texts("work.done_count", count=self.done))
        self.ready.setAccessibleName(texts("work.done_name", count=self.done))
        self.ready.setToolTip(texts("work.done_hint"))
        self.ready.setVisible(self.is_quiet)
        self.room.setToolTip(texts("work.to_room_hint"))
        self.quiet.setToolTip(texts("work.quiet_hint"))
