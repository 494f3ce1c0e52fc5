"""One note of the wall: a card in the colour of how it felt, with its words, its sign and the patterns it is in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sprint.records import Observation, RemarkKind
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus, paint_sign

_GROUNDS = {1: "card_opportunity", 0: "card_backstage", -1: "card_pain"}
_PAD, _DISC, _BADGE = 8, 20, 18
_MOST_LINES = 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class NoteCard(PaintedButton):
    """A button that takes a note into what is being marked; checked means chosen."""

    focused = Signal()
    key_pressed = Signal(int)
    """A key that is neither an arrow nor a press; the page knows what it means."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.remark = Observation(id="", step_id="")
        self.column = self.row = 0
        self._numbers: tuple[int, ...] = ()
        self.setCheckable(True)

    def show_remark(self, remark: Observation, numbers: Sequence[int], name: str, *, is_chosen: bool) -> None:
        """Show a note; `numbers` are the patterns it is in, `name` is what a screen reader says."""
        self.remark, self._numbers = remark, tuple(numbers)
        self.setChecked(is_chosen)
        self.say(name, self.words)
        self.update()

    @property
    def words(self) -> str:
        """The words as they are shown: what was said stands between quotation marks."""
        return f"“{self.remark.text}”" if self.remark.kind is RemarkKind.QUOTE else self.remark.text

    def height_for(self, width: int) -> int:
        """Give the height the words ask at a width, up to six lines."""
        metrics = QFontMetrics(self._font())
        room = width - 2 * _PAD - _DISC - 2
        high = metrics.boundingRect(0, 0, max(20, room), 10_000, _WRAP, self.words).height()
        lines = min(high, _MOST_LINES * metrics.lineSpacing())
        return max(_DISC, lines + 2) + 2 * _PAD + (_BADGE + 2 if self._foot() else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the keyboard is, so that it can be brought into view."""
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is no arrow and no press."""
        if event.text() and event.text() not in (" ", "\r", "\n", "\t", "\x1b") and not event.modifiers():
            self.key_pressed.emit(event.key())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = self.isChecked()
        is_doubt = self.remark.kind is RemarkKind.INTERPRETATION
        edge = QPen(theme.colour("card_line"), 1, Qt.PenStyle.DashLine if is_doubt else Qt.PenStyle.SolidLine)
        painter.setPen(QPen(theme.colour("ink"), 3) if chosen else edge if is_doubt else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_GROUNDS[self.remark.valence]))
        painter.drawRoundedRect(body, 8, 8)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("selection"), 2))
            painter.drawRoundedRect(body.adjusted(2, 2, -2, -2), 6, 6)
        self._paint_words(painter)
        disc = QRectF(self.width() - _PAD - _DISC + 2, _PAD - 2, _DISC, _DISC)
        paint_sign(painter, disc, self.remark.valence, theme)
        self._paint_foot(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 9, theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(self.context.theme.colour("on_card"))
        painter.setFont(self._font())
        foot = _BADGE + 2 if self._foot() else 0
        room = QRectF(_PAD, _PAD, self.width() - 2 * _PAD - _DISC - 2, self.height() - 2 * _PAD - foot)
        metrics = painter.fontMetrics()
        words = self.words
        if metrics.boundingRect(room.toRect(), _WRAP, words).height() > room.height() + 1:
            lines = max(1, int(room.height() // metrics.lineSpacing()))
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() * (lines - 0.35)))
        painter.save()
        painter.setClipRect(room)
        painter.drawText(room, _WRAP, words)
        painter.restore()

    def _paint_foot(self, painter: QPainter) -> None:
        theme, x, top = self.context.theme, float(_PAD), self.height() - _PAD - _BADGE + 2.0
        painter.setFont(theme.font("small", bold=True, tabular=True))
        for number in self._numbers:
            badge = QRectF(x, top, _BADGE, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_card"))
            painter.drawRoundedRect(badge, 5, 5)
            painter.setPen(theme.colour(_GROUNDS[self.remark.valence]))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))
            x += _BADGE + 3
        painter.setPen(theme.colour("on_card"))
        signs = self._signs()
        painter.drawText(QRectF(x + 2, top, self.width(), _BADGE), Qt.AlignmentFlag.AlignVCenter, signs)

    def _foot(self) -> bool:
        return bool(self._numbers or self._signs())

    def _signs(self) -> str:
        return "!" * self.remark.severity + (" §" if self.remark.is_legal else "")

    def _font(self) -> QFont:
        return self.context.theme.font("body")
