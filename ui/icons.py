"""Icons drawn from the program's own SVG files in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assets.icons import icon_svg
from ui.theme import Theme


class Icons:
    """Gives icons by name; widgets ask again when the theme says `changed`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cache: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._cache.clear)

    def icon(self, name: str, role: str = "ink", size: int = 20) -> QIcon:
        """Give an icon in the colour of a role, quieter when its button is off."""
        icon = QIcon(self.pixmap(name, role, size))
        icon.addPixmap(self.pixmap(name, "disabled", size), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, role: str = "ink", size: int = 20) -> QPixmap:
        """Give a picture of `size` × `size` pixels at 100 %, sharp on the sharpest screen there is."""
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        key = (name, role, size, ratio)
        if key not in self._cache:
            self._cache[key] = self._drawn(name, role, size, ratio)
        return self._cache[key]

    def _drawn(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(icon_svg(name, self._theme.hex(role)))).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
