"""The one window of the facilitator: home first, then the sprint that is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.focus import FocusKeeper
from ui.messages import SPRINT_SUFFIX, Tone
from ui.notices import Notice, Notices

_SMALLEST = (1024, 640)
_FIRST = (1440, 900)
_EDGE = 40
"""What a window manager puts around a window, in pixels."""


class MainWindow(QMainWindow):
    """Holds the pages and the strips above them; a `.sprint` file can be dropped anywhere on it."""

    file_dropped = Signal(object)
    """The Path of a file to open."""
    opening = Signal()
    """The window is about to come on the screen for the first time, with everything in it that it will show."""
    first_painted = Signal()
    """The window is on the screen; what can wait for it starts now."""
    page_wanted = Signal()
    """The window is about to come on the screen with nothing to show in it."""

    def __init__(self, context: Context, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._context = context
        self._may_close = may_close
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        self.setAcceptDrops(True)
        ground = QWidget()
        ground.setProperty("ground", "paper")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.notices = Notices(context)
        self._aside: tuple[QWidget | None, QWidget, Notices] | None = None
        self._pages = QStackedWidget()
        self._header: QWidget | None = None
        self._is_opened = self._is_painted = False
        self._column.addWidget(self.notices)
        self._column.addWidget(self._pages, 1)
        self.setCentralWidget(ground)
        self.focus = FocusKeeper(self, self._surface)
        self.first_painted.connect(self.focus.watch)
        context.messages.told.connect(self._on_told)
        context.texts.changed.connect(self._say)
        self._name = ""
        self._say()

    def open_on_screen(self) -> None:
        """Show the window where it stood the last time, the first time whole on the screen however small that is."""
        kept = QByteArray.fromBase64(self._context.settings.text("window").encode("ascii", "ignore"))
        if not kept.isEmpty() and self.restoreGeometry(kept):
            self.show()
            return
        room = self.screen().availableSize()
        if room.width() < _FIRST[0] + _EDGE or room.height() < _FIRST[1] + _EDGE:
            self.showMaximized()
        else:
            self.show()

    def _keep_place(self) -> None:
        self._context.settings.set("window", self.saveGeometry().toBase64().toStdString())

    @property
    def is_painted(self) -> bool:
        """Whether the window was on the screen already."""
        return self._is_painted

    def show_home(self, home: QWidget) -> None:
        """Show the home screen."""
        if self._pages.indexOf(home) < 0:
            self._pages.addWidget(home)
        self._pages.setCurrentWidget(home)
        home.setFocus()

    def show_sprint(self, header: QWidget, workbench: QWidget, name: str) -> None:
        """Show an open sprint under its header."""
        self._header = header
        self._column.insertWidget(self._column.indexOf(self.notices), header)
        header.show()  # a layout shows it one turn of the event loop later, which is a flicker
        self._pages.addWidget(workbench)
        self._pages.setCurrentWidget(workbench)
        workbench.setFocus()
        self.show_name(name)

    def drop_sprint(self, workbench: QWidget) -> None:
        """Take a sprint that is closed off the screen."""
        if self._header is not None:
            self._column.removeWidget(self._header)
            self._header.hide()
            self._header.deleteLater()
            self._header = None
        self._pages.removeWidget(workbench)
        workbench.hide()
        workbench.deleteLater()
        self.notices.clear()
        self.show_name("")

    def set_aside(self) -> None:
        """Take the sprint that is shown off the screen until `bring_back`, with its header and its strips."""
        self._aside = (self._header, self._pages.currentWidget(), self.notices)
        if self._header is not None:
            self._header.hide()
        self.notices.hide()
        self.notices = Notices(self._context)
        self._column.insertWidget(self._column.indexOf(self._pages), self.notices)
        self._header = None

    def bring_back(self) -> None:
        """Show the sprint again that was set aside."""
        if self._aside is None:
            return
        (self._header, page, kept), self._aside = self._aside, None
        self._column.removeWidget(self.notices)
        self.notices.hide()
        self.notices.deleteLater()
        self.notices = kept
        self.notices.setVisible(bool(kept.texts))
        if self._header is not None:
            self._header.show()
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def show_banner(self, banner: QWidget) -> None:
        """Show a strip above everything else, which cannot be overlooked."""
        self._column.insertWidget(0, banner)
        banner.show()

    def drop_banner(self, banner: QWidget) -> None:
        """Take that strip away."""
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()

    def show_name(self, name: str) -> None:
        """Show the name of the sprint in the title of the window."""
        self._name = name
        self._say()

    # ---- what comes from outside

    def setVisible(self, visible: bool) -> None:
        if visible and self._pages.count() == 0:
            self.page_wanted.emit()
        if visible and not self._is_opened:
            self._is_opened = True
            self.opening.emit()
        super().setVisible(visible)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # The parts of the window are painted after this; the next turn of the event loop comes after all of them.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if (field := self.focusWidget()) is not None:
            field.clearFocus()  # a field that is left keeps what was typed; closing is leaving
        if self._may_close():
            self._keep_place()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _surface(self) -> QWidget | None:
        return self._pages.currentWidget()

    def _on_told(self, text: str, detail: str, tone: Tone) -> None:
        said = Notice(lambda: text, tone, detail=(lambda: detail) if detail else None)
        self.notices.show_notice("told", said)

    def _say(self) -> None:
        app = self._context.texts("ui.app_name")
        self.setWindowTitle(f"{self._name} – {app}" if self._name else app)


def _dropped(event: QDropEvent) -> Path | None:
    """Give the first sprint among what is dragged."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SPRINT_SUFFIX:
            return path
    return None
