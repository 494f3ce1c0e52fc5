"""Parts of the speed critique: the sheet on the wall, its own three minutes, and a column of what is said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sprint.clock import ReadClock
from sprint.edits.sketches import STANDOUT
from sprint.records import Note, NoteKind, Record
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.clock_face import clock_text
from ui.panels.note_slip import NoteSlip
from ui.widgets.button import Button
from ui.widgets.columns import RecordColumn, RecordRow
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_card import paint_fitted, paint_letter
from ui.widgets.picture_desk import LARGE_PX, SMALL_PX, PictureDesk

SKETCH_SECONDS = 180.0
_TICK_MS = 200
_LETTER = 44
_TONES = {
    NoteKind.HIGHLIGHT: "card_opportunity",
    NoteKind.OBJECTION: "card_pain",
    NoteKind.QUESTION: "card_thought",
    NoteKind.NOTE: "card_quote",
}


class SheetView(QWidget):
    """One sheet, as large as there is room: its letter, its title, its picture."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._pictures = context, pictures
        self._letter = self._title = self._picture = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 220)
        pictures.loaded.connect(lambda _id: self.update())
        context.theme.changed.connect(self.update)

    def show_sheet(self, letter: str, title: str, picture_id: str) -> None:
        """Show another sheet."""
        self._letter, self._title, self._picture = letter, title, picture_id
        self.setAccessibleName(" ".join(part for part in (letter, title) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 440)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        left = 0.0
        if self._letter:
            paint_letter(painter, QRectF(0, 0, _LETTER, _LETTER), self._letter, self._context)
            left = _LETTER + 12.0
        room = self.width() - left
        place = QRectF(0, _LETTER + 12, self.width(), self.height() - _LETTER - 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("band" if self._picture or not self._letter else "card_quote"))
        painter.drawRoundedRect(place, theme.size("radius.card"), theme.size("radius.card"))
        painter.setPen(theme.colour("ink"))
        if self._letter and self._picture:
            self._paint_title(painter, QRectF(left, 0, room, _LETTER))
        pixmap = None
        if self._picture:
            pixmap = self._pictures.pixmap(self._picture, LARGE_PX) or self._pictures.pixmap(self._picture, SMALL_PX)
        if pixmap is not None:
            paint_fitted(painter, pixmap, place.adjusted(8, 8, -8, -8))
        else:
            painter.setFont(theme.font("heading"))
            painter.setPen(theme.colour("on_card" if self._letter and not self._picture else "muted"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place.adjusted(24, 24, -24, -24), flags, self._title)
        painter.end()

    def _paint_title(self, painter: QPainter, place: QRectF) -> None:
        """Write the title large on one line, or smaller on two when it is long."""
        theme = self._context.theme
        large = theme.font("heading", bold=True)
        is_long = QFontMetricsF(large).horizontalAdvance(self._title) > place.width()
        font = theme.font("lead", bold=True) if is_long else large
        words = QFontMetricsF(font).elidedText(self._title, Qt.TextElideMode.ElideRight, 1.8 * place.width())
        painter.setFont(font)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), words)


class SketchClock(QWidget):
    """The minutes of one sketch, beside the clock of the exercise: it rings when they are over, and never hurries."""

    rang = Signal()

    def __init__(self, context: Context, read: ReadClock, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._read = context, read
        self._left, self._since, self._has_rung = SKETCH_SECONDS, 0.0, False
        self.timer = QTimer(self)
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self.look)
        self._figures = PlainLabel(role="heading")
        self.button = Button(context, "sketch.clock_start", icon="stopwatch")
        self.more = Button(context, "sketch.clock_more")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._figures, self.button, self.more):
            row.addWidget(widget)
        self.button.clicked.connect(self.toggle)
        self.more.clicked.connect(self.give_minute)
        context.theme.changed.connect(self.look)
        self.look()

    @property
    def left(self) -> float:
        """The seconds left; below zero when the time is over."""
        return self._left - (self._read().boot - self._since if self.timer.isActive() else 0.0)

    def toggle(self) -> None:
        """Start, stand still, go on."""
        if self.timer.isActive():
            self.pause()
        else:
            self._since = self._read().boot
            self.timer.start()
        self.look()

    def pause(self) -> None:
        """Stand still."""
        self._left = self.left
        self.timer.stop()
        self.look()

    def reset(self) -> None:
        """Begin anew for another sketch; one that ran goes on for the next at once."""
        self._left, self._has_rung = SKETCH_SECONDS, False
        self._since = self._read().boot
        self.look()

    def give_minute(self) -> None:
        """Give the sketch one minute more."""
        self._left += 60.0
        self._has_rung = self._has_rung and self.left <= 0
        self.look()

    def look(self) -> None:
        """Show the time, and ring once when it is over."""
        left = self.left
        self._figures.setText(clock_text(left))
        role = "danger" if left <= 0 else "now" if self.timer.isActive() and self._context.theme.is_dark else "ink"
        self._figures.setStyleSheet(f"color: {self._context.theme.hex(role)};")
        self.button.set_text_key("sketch.clock_pause" if self.timer.isActive() else "sketch.clock_start")
        if left <= 0 and self.timer.isActive() and not self._has_rung:
            self._has_rung = True
            self.rang.emit()


class SayingRow(NoteSlip):
    """One thing that was said; a star makes it a standout."""

    standout_asked = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, note, "sketch.throw_saying", parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 4)
        row.setSpacing(4)
        self.star = Button(context, icon="star", kind="quiet", name_key="sketch.standout", parent=self)
        self.star.setCheckable(True)
        self.star.setVisible(note.kind is NoteKind.HIGHLIGHT)
        row.addWidget(self.field, 1)
        row.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)
        self.setTabOrder(self.star, self.trash)
        self.star.clicked.connect(lambda: self.standout_asked.emit(self._note.id))
        self.show_record(note)

    def show_record(self, record: Record) -> None:
        """Show this state of what was said."""
        if isinstance(record, Note):
            self._note = record
            self.field.show_text(record.text)
            self.field.setAccessibleName(record.text)
            self.star.setChecked(record.mark == STANDOUT)
            for control in (self.field, self.star, self.trash):
                control.setEnabled(not self._bridge.is_read_only)
            self._restyle()

    def _restyle(self) -> None:
        theme = self._context.theme
        is_strong = self._note.mark == STANDOUT
        line = theme.line("card_line")
        edge = f"border: {line}px solid {theme.hex('card_line')};" if line else ""
        edge = f"border: 2px solid {theme.hex('now')};" if is_strong else edge
        self._dress(_TONES[self._note.kind], edge=edge, weight="bold" if is_strong else "normal")


class SayingColumn(QWidget):
    """A heading and everything of one sort that was said of the sketch."""

    standout_asked = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, kind: NoteKind, head_key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._head_key = context, bridge, head_key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = PlainLabel(role="bold")
        self._head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._head)
        self.rows = RecordColumn(self._row, self, self)
        column.addWidget(self.rows)
        self.kind = kind

    def show_notes(self, notes: list[Note]) -> None:
        """Show what was said; a column of which there is nothing stays away, but for the first two sorts."""
        head = self._context.texts(self._head_key)
        self._head.setText(f"{head} · {len(notes)}" if notes else head)
        self.setVisible(bool(notes) or self.kind in (NoteKind.HIGHLIGHT, NoteKind.OBJECTION))
        self.rows.show_records(notes)

    def _row(self, record: Record) -> RecordRow:
        if not isinstance(record, Note):
            raise TypeError(record)
        row = SayingRow(self._context, self._bridge, record)
        row.standout_asked.connect(self.standout_asked)
        return row
