"""The heading of a group of cards: its sign, its name, how many lie there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.exercises.wall_layout import WallGroup
from ui.widgets.painting import paint_focus
from ui.widgets.picture_card import broken

_HEIGHT, _TALL = 32, 48
_DISC = 24
_AIR = 12
_LINES = 2


class WallHead(QWidget):
    """Painted, and a stop of the keyboard; the wall decides what pressing it does."""

    def __init__(self, context: Context, group: WallGroup, parent: QWidget, *, is_heap: bool) -> None:
        super().__init__(parent)
        self._context, self._group = context, group
        if is_heap:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_group(group)

    @property
    def group(self) -> WallGroup:
        """The group below it."""
        return self._group

    def show_group(self, group: WallGroup) -> None:
        """Show another state of the group."""
        self._group = group
        texts = self._context.texts
        name = texts("work.heap_name", title=group.title or texts("work.no_title"), count=len(group.cards))
        self.setAccessibleName(name)
        self.update()

    def height_for(self, width: int) -> int:
        """Give its height: a long name gets a second line."""
        metrics = QFontMetricsF(self._context.theme.font("body", bold=bool(self._group.title)))
        return _TALL if metrics.horizontalAdvance(self._title) > self._room(width) else _HEIGHT

    @property
    def _title(self) -> str:
        return self._group.title or self._context.texts("work.no_title")

    @property
    def _count(self) -> str:
        cards, dots = len(self._group.cards), self._group.dots
        return f"{cards} · ● {dots}" if dots else f"{cards}"

    @property
    def _left(self) -> float:
        return 2.0 + _DISC + 8 if self._group.sign else 2.0

    def _room(self, width: int) -> float:
        """Give what is left for the name at this width."""
        figures = QFontMetricsF(self._context.theme.font("body", tabular=True))
        return width - self._left - figures.horizontalAdvance(self._count) - _AIR

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign in a disc, the name, the number of cards and of dots."""
        theme, group = self._context.theme, self._group
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, room = self._left, self._room(self.width())
        if group.sign:
            disc = QRectF(2, (self.height() - _DISC) / 2, _DISC, _DISC)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawEllipse(disc)
            painter.setPen(theme.colour("accent"))
            painter.setFont(theme.font("body", bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, group.sign)
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(theme.colour("muted"))
        whole = QRectF(left, 0, self.width() - left - 4, self.height())
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._count)
        painter.setPen(theme.colour("ink" if group.title else "muted"))
        self._paint_title(painter, QRectF(left, 0, room, self.height()))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
        painter.end()

    def _paint_title(self, painter: QPainter, place: QRectF) -> None:
        """Write the name on one line, in smaller type where it is long, or else on two."""
        theme, title, is_named = self._context.theme, self._title, bool(self._group.title)
        painter.setFont(theme.font("lead", bold=is_named))
        if painter.fontMetrics().horizontalAdvance(title) > place.width():
            painter.setFont(theme.font("body", bold=is_named))
        lines = broken(title, QFontMetricsF(painter.font()), place.width(), _LINES)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), "\n".join(lines))
