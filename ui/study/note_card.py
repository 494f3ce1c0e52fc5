"""One note of the wall: a card in the colour of how it felt, with its words, its sign and the patterns it is in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from sprint.records import Observation, RemarkKind
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus, paint_sign

_GROUNDS = {1: "card_opportunity", 0: "card_backstage", -1: "card_pain"}
_PAD, _DISC, _BADGE = 8, 20, 18
_PAD_TIGHT = 5
_MOST_LINES, _MOST_TIGHT = 8, 12


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
        self.is_tight = False
        """Whether the column is so narrow that the words take the whole width, in small letters."""
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
        """Give the height the words ask at a width, up to so many lines."""
        lines = min(self._most_lines, len(self._lines(width)))
        high = lines * QFontMetrics(self._font()).lineSpacing()
        return max(_DISC, high + 2) + 2 * self._pad + self._foot_px

    def _lines(self, width: int) -> list[str]:
        """Break the words at blanks, and within a word only when it is wider than the card."""
        layout = QTextLayout(self.words, self._font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width - 2 * self._pad - self._beside))
            found.append(self.words[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return found

    @property
    def _most_lines(self) -> int:
        return _MOST_TIGHT if self.is_tight else _MOST_LINES

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
        top = self.height() - self._pad - _DISC + 2 if self.is_tight else self._pad - 2
        disc = QRectF(self.width() - self._pad - _DISC + 2, top, _DISC, _DISC)
        paint_sign(painter, disc, self.remark.valence, theme)
        self._paint_foot(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 9, theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(self.context.theme.colour("on_card"))
        painter.setFont(self._font())
        metrics, pad = painter.fontMetrics(), self._pad
        lines, most = self._lines(self.width()), self._most_lines
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1].rstrip(' .,')}…"]
        top = pad + metrics.ascent()
        for place, line in enumerate(lines):
            painter.drawText(pad, top + place * metrics.lineSpacing(), line)

    def _paint_foot(self, painter: QPainter) -> None:
        theme, x, top = self.context.theme, float(self._pad), self.height() - self._pad - _BADGE + 2.0
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

    @property
    def _foot_px(self) -> int:
        return _BADGE + 2 if self.is_tight or self._numbers or self._signs() else 0

    @property
    def _pad(self) -> int:
        return _PAD_TIGHT if self.is_tight else _PAD

    @property
    def _beside(self) -> int:
        """How much the sign takes beside the words."""
        return 0 if self.is_tight else _DISC + 2

    def _signs(self) -> str:
        return "!" * self.remark.severity + (" §" if self.remark.is_legal else "")

    def _font(self) -> QFont:
        return self.context.theme.font("small" if self.is_tight else "body")
