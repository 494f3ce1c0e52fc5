"""The room's own window: full screen on its display, a window where there is none; it never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from ui.context import Context
from ui.room.displays import Display, ListDisplays, choose, displays, next_of
from ui.room.quiet_window import QuietWindow
from ui.room.stage import RoomStage

_WINDOW, _LEAST = QSize(960, 540), QSize(480, 270)
_SHARE = 0.45
"""How much of a display it takes when it is a window there."""


class RoomScreen(QuietWindow):
    """Shows the stage on a display of its own; keeps its place when displays come and go."""

    left = Signal()
    """Somebody closed it."""
    display_lost = Signal()
    """Its display was unplugged; it is a window on the first display now."""

    def __init__(self, context: Context, find_displays: ListDisplays = displays) -> None:
        super().__init__(Qt.WindowType.Window)
        self._context = context
        self._find = find_displays
        self._own = QRect()
        self._display: Display | None = None
        self.stage = RoomStage(context, self)
        self.setMinimumSize(_LEAST)
        self.setObjectName("room_screen")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)
        context.texts.changed.connect(self._say)
        self._say()

    @property
    def display(self) -> Display | None:
        """The display it fills, None while it is a window."""
        return self._display

    def open_beside(self, own: QRect) -> None:
        """Show it on the display of the room; `own` is where the facilitator's window lies."""
        self._own = QRect(own)
        self._place(choose(self._find(), self._context.settings.text("room_display"), self._own))

    def move_on(self) -> Display | None:
        """Go to the next display and remember it; gives where it is now."""
        known = self._find()
        current = self._display.key if self._display is not None else ""
        found = next_of(known, current) if len(known) > 1 else None
        if found is not None:
            self._context.settings.set("room_display", found.key)
        self._place(found)
        return found

    def on_displays(self) -> None:
        """Follow displays that came or went, while it is shown."""
        if not self.isVisible():
            return
        known = self._find()
        is_there = self._display is not None and self._display.key in {display.key for display in known}
        found = choose(known, self._context.settings.text("room_display"), self._own)
        if not is_there and self._display is not None and (found is None or not self._is_remembered(found)):
            self._place(None)
            self.display_lost.emit()
        elif found is not None and (not is_there or self._is_remembered(found)):
            self._place(found)

    def _is_remembered(self, display: Display) -> bool:
        return display.key == self._context.settings.text("room_display")

    def _on_screens(self) -> None:
        # A display that goes is still half there while Qt tells of it.
        QTimer.singleShot(0, self, self.on_displays)

    def _place(self, display: Display | None) -> None:
        """Fill a display, or be a window on the first one."""
        if display is not None and display == self._display and self.isVisible():
            return
        self._display = display
        if display is None:
            self._be_window()
            return
        screen = next((s for s in QGuiApplication.screens() if Display.of(s).key == display.key), None)
        if screen is not None:
            self.setScreen(screen)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(display.area)
        # Not showFullScreen: that takes the keyboard from the facilitator.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show_quietly()

    def _be_window(self) -> None:
        known = self._find()
        area = known[0].area if known else QRect(QPoint(0, 0), _WINDOW)
        self.setWindowState(Qt.WindowState.WindowNoState)
        # Large enough to see what the room would see, small enough to work beside it; above the clock.
        size = _WINDOW.boundedTo(QSize(round(area.width() * _SHARE), round(area.height() * _SHARE))).expandedTo(_LEAST)
        corner = area.bottomRight() - QRect(QPoint(0, 0), size).bottomRight()
        place = QPoint(max(area.left(), corner.x() - 48), max(area.top(), corner.y() - 136))
        self.setGeometry(QRect(place, size))
        self.show_quietly()
        # It is no use behind the window that it came from.
        self.come_forward()

    def _say(self) -> None:
        self.setWindowTitle(self._context.texts("room.screen"))
        self.setAccessibleName(self._context.texts("room.screen"))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
