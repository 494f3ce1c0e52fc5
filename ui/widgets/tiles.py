"""Large buttons with a title and a line of explanation: the cards of the home screen and the rows of its lists."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.context import Context

_PAD = 20
_ICON = 28
_ROW_PAD = 14

_MOST_WIDTHS = 8


class _Tile(QAbstractButton):
    """What cards and rows share: hover, focus ring, redrawing when the theme changes."""

    def __init__(self, context: Context, icon: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._icon = icon
        self._title = self._line = ""
        self._is_hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        context.theme.changed.connect(self.update)

    def say(self, title: str, line: str) -> None:
        """Show another title and explanation."""
        self._title, self._line = title, line
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter, ground: str, edge: str) -> None:
        theme = self._context.theme
        width = theme.line("focus") if self.hasFocus() else theme.line("line")
        inset = width / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else edge), width))
        painter.setBrush(theme.colour(ground))
        radius = theme.size("radius.band")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


class ActionCard(_Tile):
    """A big thing to do, with an icon above its words; the primary one stands out."""

    def __init__(self, context: Context, icon: str, *, is_primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(context, icon, parent)
        self._is_primary = is_primary
        self._measured: dict[tuple[int, str, str, int, int], tuple[int, int]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, line = self._heights(width - 2 * _PAD)
        return _PAD + _ICON + 14 + title + 4 + line + _PAD

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._context.theme, QPainter(self)
        if self._is_primary:
            ground, edge, ink, quiet = "accent", "accent", "on_accent", "on_accent"
        else:
            ground, edge, ink, quiet = "surface", "line_soft", "ink", "muted"
        if self._is_hovered:
            edge = "ink" if self._is_primary else "accent"
        self._paint_ground(painter, ground, edge)
        icon_role = ink if self._is_primary else "accent"
        painter.drawPixmap(_PAD - _ICON // 8, _PAD, self._context.icons.pixmap(self._icon, icon_role, _ICON))
        width = self.width() - 2 * _PAD
        title, line = self._heights(width)
        top = _PAD + _ICON + 14
        for text, height, size, bold, role in (
            (self._title, title, "title", True, ink),
            (self._line, line, "body", False, quiet),
        ):
            painter.setFont(theme.font(size, bold=bold))
            painter.setPen(theme.colour(role))
            painter.drawText(QRect(_PAD, top, width, height), int(Qt.TextFlag.TextWordWrap), text)
            top += height + 4
        painter.end()

    def _heights(self, width: int) -> tuple[int, int]:
        theme = self._context.theme
        asked = (width, self._title, self._line, theme.size("title"), theme.size("body"))
        found = self._measured.get(asked)
        if found is None:
            # A layout asks fifty times for a handful of widths; of those it is dragged through none is kept.
            if len(self._measured) >= _MOST_WIDTHS:
                self._measured.clear()
            found = self._measured[asked] = self._measure(width)
        return found

    def _measure(self, width: int) -> tuple[int, int]:
        theme = self._context.theme
        space = QRect(0, 0, width, 10_000)
        title = QFontMetrics(theme.font("title", bold=True)).boundingRect(
            space, int(Qt.TextFlag.TextWordWrap), self._title
        )
        line = QFontMetrics(theme.font("body")).boundingRect(space, int(Qt.TextFlag.TextWordWrap), self._line)
        return title.height(), line.height()


class ListRow(_Tile):
    """One row of a list: icon, title, a muted line below it, and an arrow that says "this opens"."""

    def __init__(
        self,
        context: Context,
        icon: str,
        *,
        ground: str = "surface",
        is_faint: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, icon, parent)
        self._ground = ground
        self._is_faint = is_faint
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self._context.theme
        title, line = QFontMetrics(theme.font("lead", bold=True)), QFontMetrics(theme.font("body"))
        return QSize(320, title.height() + 2 + line.height() + 2 * _ROW_PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._context.theme, QPainter(self)
        self._paint_ground(painter, self._ground, "accent" if self._is_hovered else "line_soft")
        icons, size = self._context.icons, theme.size("icon.large")
        middle = (self.height() - size) // 2
        painter.drawPixmap(_PAD, middle, icons.pixmap(self._icon, "muted" if self._is_faint else "accent", size))
        painter.drawPixmap(self.width() - _PAD - size, middle, icons.pixmap("chevron_right", "muted", size))
        left, top = _PAD + size + 16, _ROW_PAD
        width = self.width() - left - size - 2 * _PAD
        for text, size_role, bold, role in (
            (self._title, "lead", True, "muted" if self._is_faint else "ink"),
            (self._line, "body", False, "muted" if self._ground == "surface" else "ink"),
        ):
            font = theme.font(size_role, bold=bold)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, metrics.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += metrics.height() + 2
        painter.end()
