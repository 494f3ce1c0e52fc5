"""The strip that says, all the time and in amber, that this is a rehearsal; with the time it plays and what to play."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.agenda import MINUTES_PER_HOUR, clock_time_of
from sprint.programme.rehearsal import VirtualClock
from ui.cockpit.today import local_time
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.labels import PlainLabel, TextLabel

TICK_MS = 100
SPEEDS = (("1", "rehearsal.speed_1"), ("10", "rehearsal.speed_10"), ("60", "rehearsal.speed_60"))
_TALL = 56
_STRIPE, _BAND = 12, 6
_ROOMY = 1380
_BUTTONS = (
    ("next", "rehearsal.next_short", "chevron_right", "rehearsal.next"),
    ("overrun", "rehearsal.overrun_short", "stopwatch", "rehearsal.overrun"),
    ("sleep", "rehearsal.sleep_short", "moon", "rehearsal.sleep"),
    ("end", "rehearsal.end_short", "close", "rehearsal.end"),
)


class RehearsalStrip(QWidget):
    """Shows day and time of the rehearsal; its buttons play what can happen on a day."""

    asked = Signal(str)
    """A task of the rehearsal."""
    speed_chosen = Signal(float)

    def __init__(self, context: Context, clock: VirtualClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._clock = context, clock
        self._number = 1
        self.setObjectName("rehearsal")
        self.setFixedHeight(_TALL)
        self.setProperty("ground", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, _BAND + 2)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = PlainLabel(role="lead_bold")
        self._hint = TextLabel(context, "rehearsal.hint", role="body")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        row.addLayout(words)
        row.addStretch(1)
        self._time = PlainLabel(role="heading")
        row.addWidget(self._time)
        self._speeds = Choices(context, "rehearsal.speed", SPEEDS)
        self._speeds.chosen.connect(lambda speed: self.speed_chosen.emit(float(speed)))
        row.addWidget(self._speeds)
        self._still = Button(context, kind="plain", icon="pause", name_key="rehearsal.stand_still")
        self._still.clicked.connect(lambda: self.asked.emit("stand_still"))
        row.addWidget(self._still)
        self._buttons = [self._button(*each) for each in _BUTTONS]
        for button in self._buttons:
            row.addWidget(button)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_day(self, number: int) -> None:
        """Show which day is rehearsed, and how the clock stands."""
        self._number = number
        self._say()

    @property
    def time(self) -> str:
        """The time of day that is played."""
        return self._time.text()

    def _button(self, task: str, text_key: str, icon: str, name_key: str) -> Button:
        button = Button(self._context, text_key, icon=icon, name_key=name_key, parent=self)
        button.setObjectName(f"rehearse_{task}")
        button.clicked.connect(lambda: self.asked.emit(task))
        # By Tab only: what is played must not take the keyboard away from the work.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _say(self) -> None:
        texts = self._context.texts
        self._title.setText(texts("rehearsal.strip", number=self._number))
        self.setAccessibleName(f"{self._title.text()}. {self._hint.text()}")
        self._speeds.choose(f"{self._clock.speed:g}")
        self._still.set_icon("play" if self._clock.is_paused else "pause")
        self._look()

    def _look(self) -> None:
        now = local_time(self._clock.read())
        shown = clock_time_of(now.hour * MINUTES_PER_HOUR + now.minute)
        if shown != self._time.text():
            self._time.setText(shown)

    def _restyle(self) -> None:
        theme = self._context.theme
        self._time.setFont(theme.font("heading", bold=True, tabular=True))
        ink = theme.hex("on_now")
        self.setStyleSheet(
            f"QWidget#rehearsal QLabel {{ color: {ink}; }}"
            f"QWidget#rehearsal QPushButton {{ background: {theme.hex('surface')}; color: {theme.hex('ink')}; }}"
            f"QWidget#rehearsal QPushButton:checked {{ background: {theme.hex('ink')}; color: {theme.hex('paper')}; }}"
        )
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the second line out where there is no room for it."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= _ROOMY)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the amber ground, with slanting stripes along its lower edge."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("now"))
        edge = QRectF(0, self.height() - _BAND, self.width(), _BAND)
        painter.setClipRect(edge)
        painter.setPen(QPen(theme.colour("on_now"), _BAND))
        for left in range(-_STRIPE, self.width() + _STRIPE, 2 * _STRIPE):
            painter.drawLine(left, self.height() + 2, left + _STRIPE, self.height() - _BAND - 2)
        painter.end()
