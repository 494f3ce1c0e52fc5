"""One block on the timetable: painted, pressed, walked to, dragged and pulled longer."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from sprint.agenda import BlockState
from ui.context import Context
from ui.planner.plan_view import BlockView
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_EDGE_PX = 7
_EDGE_START_PX = 3
_RADIUS = 6
_ICON = 14
_PAD = 8
_ONE_LINE = 38
_NO_WORDS = 11
_MOST_LINES = 3
_TEXT_HEIGHT = 17

_STATE_WORDS = {
    BlockState.TO_COME: "planner.state_to_come",
    BlockState.NOW: "planner.state_now",
    BlockState.DONE: "planner.state_done",
    BlockState.SKIPPED: "planner.state_skipped",
}


class Grip(StrEnum):
    """What the mouse has hold of."""

    NOTHING = "nothing"
    WHOLE = "whole"
    EDGE = "edge"


class BlockTile(PaintedButton):
    """A block as a button. Mouse and keys become signals; the timetable knows what they mean."""

    dragged = Signal(QPoint)
    """The mouse with the block in it, on the screen."""
    dropped = Signal(QPoint)
    pulled = Signal(int, bool)
    """The lower edge was pulled by so many pixels; True: to the minute."""
    let_go = Signal()
    """The lower edge was let go."""
    cancelled = Signal()
    key_pressed = Signal(QKeyEvent)
    reached = Signal()
    """The keyboard or the mouse came here."""

    def __init__(self, context: Context, view: BlockView, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.view = view
        self.grip = Grip.NOTHING
        self._pressed_at: QPoint | None = None
        self._is_on_edge = False
        self._is_locked = False
        self._chosen = False
        self.setMouseTracking(True)
        context.texts.changed.connect(self._say)
        self._say()

    def show_view(self, view: BlockView, *, is_chosen: bool, is_locked: bool) -> None:
        """Show a newer state of the block."""
        self._is_locked = is_locked
        if (view, is_chosen) == (self.view, self._chosen):
            return
        self.view, self._chosen = view, is_chosen
        self._say()
        self.update()

    def _say(self) -> None:
        texts, view = self.context.texts, self.view
        words = [view.title, view.when, texts("panel.minutes", count=view.minutes), texts(_STATE_WORDS[view.state])]
        if view.is_skipped:
            words.pop(1)
        if view.fixed_at:
            words.append(texts("planner.fixed_at", at=view.fixed_at))
        if view.room:
            words.append(view.room)
        if view.has_problem:
            words.append(texts("planner.has_problem"))
        self.say(", ".join(words), " · ".join(words))

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed_at = event.globalPosition().toPoint()
        self._is_on_edge = self._on_edge(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed_at is None:
            on_edge = self._on_edge(event.position().y())
            self.setCursor(Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.PointingHandCursor)
            return
        way = at - self._pressed_at
        if self.grip is Grip.NOTHING and not self._is_locked:
            # An edge is held on purpose: three minutes more are only a few pixels.
            least = _EDGE_START_PX if self._is_on_edge else QApplication.startDragDistance()
            if way.manhattanLength() < least:
                return
            self.grip = Grip.EDGE if self._is_on_edge else Grip.WHOLE
            self.setCursor(Qt.CursorShape.SizeVerCursor if self._is_on_edge else Qt.CursorShape.ClosedHandCursor)
        if self.grip is Grip.EDGE:
            self.pulled.emit(way.y(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self.grip is Grip.WHOLE:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self.grip, was_pressed = self.grip, Grip.NOTHING, self._pressed_at is not None
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if grip is Grip.EDGE:
            self.let_go.emit()
        elif grip is Grip.WHOLE:
            self.dropped.emit(event.globalPosition().toPoint())
        elif was_pressed and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        self.update()

    def _on_edge(self, y: float) -> bool:
        room = min(_EDGE_PX, self.height() / 3)
        return not self.view.is_skipped and y >= self.height() - room

    # ---- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a drag with Esc; all other keys belong to the timetable."""
        if self.grip is not Grip.NOTHING:
            if event.key() == Qt.Key.Key_Escape:
                self.grip, self._pressed_at = Grip.NOTHING, None
                self.cancelled.emit()
            return
        self.key_pressed.emit(event)
        if not event.isAccepted():
            QWidget.keyPressEvent(self, event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the block by what it means: work, rest, now, done, left out."""
        theme, view = self.context.theme, self.view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, edge, ink, pen = self._roles()
        line = QPen(theme.colour(edge), 2 if self._chosen or view.state is BlockState.NOW else 1)
        line.setStyle(pen)
        painter.setPen(line if edge != ground else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        inset = line.widthF() / 2
        painter.drawRoundedRect(body.adjusted(inset / 2, inset / 2, -inset / 2, -inset / 2), _RADIUS, _RADIUS)
        self._paint_words(painter, theme.colour(ink))
        if self.hasFocus() and not self._chosen:
            paint_focus(painter, QRectF(self.rect()), _RADIUS, theme)
        painter.end()

    def _roles(self) -> tuple[str, str, str, Qt.PenStyle]:
        """Name the colours of ground, edge and words, and how the edge is drawn."""
        view, solid = self.view, Qt.PenStyle.SolidLine
        if self._chosen:
            edge = "accent"
        elif view.state is BlockState.NOW:
            edge = "now"
        elif view.is_rest:
            edge = "paper"
        else:
            edge = "line_soft" if not self.is_hovered else "line"
        if view.is_skipped:
            return "paper", edge if self._chosen else "line", "muted", Qt.PenStyle.DashLine
        if view.state is BlockState.NOW:
            return "now_soft", edge, "ink", solid
        if view.is_rest:
            return "paper", edge, "muted", solid
        if view.state is BlockState.DONE:
            return "accent_soft", edge if self._chosen or self.is_hovered else "accent_soft", "ink", solid
        return "surface", edge, "ink", solid

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        theme, view = self.context.theme, self.view
        signs = self._signs()
        right = self.width() - _PAD + 2
        high = self.height()
        if high < _NO_WORDS:
            return
        first = QRectF(0, 0, self.width(), high) if high < _ONE_LINE else QRectF(0, 4, self.width(), _TEXT_HEIGHT)
        for name, role in signs:
            right -= _ICON
            top = int(first.center().y() - _ICON / 2)
            painter.drawPixmap(int(right), top, self.context.icons.pixmap(name, role, _ICON))
            right -= 4
        font = theme.font("small" if high < _ONE_LINE else "body", bold=view.state is BlockState.NOW)
        font.setStrikeOut(view.is_skipped)
        painter.setFont(font)
        painter.setPen(ink)
        room = right - _PAD
        metrics = painter.fontMetrics()
        if high < _ONE_LINE:
            words = metrics.elidedText(view.title, Qt.TextElideMode.ElideRight, int(room))
            line = QRectF(_PAD, first.top(), room, first.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            self._paint_minutes(painter, line, metrics.horizontalAdvance(words))
            return
        self._paint_lines(painter, room)

    def _paint_minutes(self, painter: QPainter, line: QRectF, taken: float) -> None:
        """Write the minutes behind the name, where there is room for both."""
        painter.setFont(self.context.theme.font("small", tabular=True))
        painter.setPen(self.context.theme.colour("muted"))
        words = self.context.texts("planner.minutes_short", minutes=self.view.minutes)
        if taken + 12 + painter.fontMetrics().horizontalAdvance(words) <= line.width():
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(line.adjusted(0, 0, -2, 0), flags, words)

    def _paint_lines(self, painter: QPainter, room: float) -> None:
        """Write the name on as many lines as there is room for, and the minutes below it."""
        theme, view = self.context.theme, self.view
        metrics = painter.fontMetrics()

        def fits(text: str) -> bool:
            return metrics.horizontalAdvance(text) <= room

        # The whole name comes before the minutes, which the height tells as well.
        most = max(1, min(_MOST_LINES, (self.height() - 6) // _TEXT_HEIGHT))
        beside = max(1, min(_MOST_LINES, (self.height() - 6 - 15) // _TEXT_HEIGHT))
        found = broken(view.title, beside, fits)
        top = 4.0
        for words in found if all(map(fits, found)) else broken(view.title, most, fits):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(_PAD, top, room, _TEXT_HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown)
            top += _TEXT_HEIGHT
        if top + 14 > self.height():
            return
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("muted"))
        small = " · ".join(filter(None, (self.context.texts("planner.minutes_short", minutes=view.minutes), view.room)))
        shown = painter.fontMetrics().elidedText(small, Qt.TextElideMode.ElideRight, int(self.width() - 2 * _PAD))
        painter.drawText(QRectF(_PAD, top - 1, self.width() - 2 * _PAD, 16), Qt.AlignmentFlag.AlignVCenter, shown)

    def _signs(self) -> list[tuple[str, str]]:
        """Give icons with their roles, from right to left."""
        view, found = self.view, []
        if view.has_problem:
            found.append(("warning", "warn"))
        if view.fixed_at:
            found.append(("pin", "muted"))
        if view.state is BlockState.DONE:
            found.append(("check", "accent"))
        return found if self.height() >= _ICON - 3 else []


def broken(text: str, lines: int, fits: Callable[[str], bool]) -> list[str]:
    """Break a text into at most so many lines; the last one holds what is left."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        count = 1
        while count < len(words) and fits(" ".join(words[: count + 1])):
            count += 1
        found.append(" ".join(words[:count]))
        words = words[count:]
    return [*found, " ".join(words)] if words else found
