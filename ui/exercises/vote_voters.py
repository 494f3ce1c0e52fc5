"""Who has voted, by number: press a number to let that person vote, or vote again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sprint.votes.rounds import DECIDER
from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_SIZE = 36


class VoterChip(PaintedButton):
    """A number in a ring; with a check when this person has voted, amber when it is their turn."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._state = ("", False, False)
        self.setFixedSize(_SIZE, _SIZE)

    def show_voter(self, words: str, name: str, *, has_voted: bool, is_now: bool) -> None:
        """Show another state."""
        self._state = (words, has_voted, is_now)
        self.say(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A target for a finger."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        words, has_voted, is_now = self._state
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setBrush(theme.colour("now" if is_now else "accent" if has_voted else "surface"))
        painter.setPen(QPen(theme.colour("ink" if is_now else "accent" if has_voted else "line"), 1.5))
        painter.drawEllipse(disc)
        if has_voted and not is_now:
            painter.drawPixmap(9, 9, self.context.icons.pixmap("check", "on_accent", 18))
        else:
            painter.setPen(theme.colour("on_now" if is_now else "ink"))
            painter.setFont(theme.font("body", bold=is_now))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), _SIZE / 2, theme)
        painter.end()


class VoterRow(QWidget):
    """A chip for every voter, the Decider last."""

    called = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.chips: dict[str, VoterChip] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def show_voters(self, codes: Sequence[str], waiting: Collection[str], now: str) -> None:
        """Show who has voted and whose turn it is."""
        if list(self.chips) != list(codes):
            for chip in self.chips.values():
                self._row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = {}
            for place, code in enumerate(codes):
                chip = self.chips[code] = VoterChip(self._context, self)
                chip.clicked.connect(lambda _checked=False, code=code: self.called.emit(code))
                self._row.insertWidget(place, chip)
        t = self._context.texts
        for code, chip in self.chips.items():
            who = t("vote.decider") if code == DECIDER else t("vote.number", number=code)
            key = "vote.has_not_voted" if code in waiting else "vote.has_voted"
            short = t("vote.decider_short") if code == DECIDER else code
            chip.show_voter(short, t(key, who=who), has_voted=code not in waiting, is_now=code == now)
