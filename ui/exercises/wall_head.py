"""The heading of a group of cards: its sign, its name, how many lie there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.exercises.wall_layout import WallGroup
from ui.widgets.painting import paint_focus

_HEIGHT = 32
_DISC = 24


class WallHead(QWidget):
    """Painted, and a stop of the keyboard; the wall decides what pressing it does."""

    def __init__(self, context: Context, group: WallGroup, parent: QWidget, *, is_heap: bool) -> None:
        super().__init__(parent)
        self._context, self._group = context, group
        self._is_heap = is_heap
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

    def height_for(self, _width: int) -> int:
        """Give its height."""
        return _HEIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign in a disc, the name, the number of cards and of dots."""
        theme, group = self._context.theme, self._group
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 2.0
        if group.sign:
            disc = QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawEllipse(disc)
            painter.setPen(theme.colour("accent"))
            painter.setFont(theme.font("body", bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, group.sign)
            left += _DISC + 8
        painter.setFont(theme.font("body", tabular=True))
        count = f"{len(group.cards)}" if not group.dots else f"{len(group.cards)} · ● {group.dots}"
        room = self.width() - left - painter.fontMetrics().horizontalAdvance(count) - 12
        painter.setPen(theme.colour("muted"))
        whole = QRectF(left, 0, self.width() - left - 4, self.height())
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        title = group.title or self._context.texts("work.no_title")
        painter.setFont(theme.font("lead", bold=bool(group.title)))
        if painter.fontMetrics().horizontalAdvance(title) > room:
            painter.setFont(theme.font("body", bold=bool(group.title)))
        painter.setPen(theme.colour("ink" if group.title else "muted"))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
        painter.end()
