"""The ground of a wall of cards: the bands on which groups lie, and the place where carried cards would lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.exercises.wall_layout import GAP, NEW_HEAP, WallGroup, WallPlaces
from ui.theme import Theme


def paint_groups(
    painter: QPainter, theme: Theme, groups: Sequence[WallGroup], places: WallPlaces, target: tuple[str, str] | None
) -> None:
    """Paint these groups; `target` is the group, and the card before which something would lie."""
    radius = theme.size("radius.band")
    for group in groups:
        box = QRectF(places.groups[group.id]).adjusted(1, 1, -1, -1)
        is_target = target is not None and target[0] == group.id
        is_marked = is_target or group.is_strong
        pen = QPen(theme.colour("accent"), 2) if is_marked else QPen(Qt.PenStyle.NoPen)
        if group.id == NEW_HEAP and not is_marked:
            pen = QPen(theme.colour("line"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_soft" if is_target else "paper" if group.id == NEW_HEAP else "band"))
        painter.drawRoundedRect(box, radius, radius)
        if not group.cards and group.empty:
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font("body"))
            words = box.adjusted(14, 44, -14, -8)
            painter.drawText(words, int(Qt.TextFlag.TextWordWrap), group.empty)
    if target is not None and target[1] in places.cards:
        before = QRectF(places.cards[target[1]])
        painter.fillRect(QRectF(before.x(), before.y() - GAP / 2 - 1.5, before.width(), 3), theme.colour("accent"))
