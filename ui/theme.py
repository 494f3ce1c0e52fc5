"""The look of the window: colours by what they mean, sizes, fonts and the style sheet made of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from assets import palette
from assets.fonts import FAMILY, STYLES, FontStyle, font_bytes
from ui.stylesheet import build_stylesheet

UPRIGHT: tuple[FontStyle, ...] = ("regular", "bold")
SLANTED: tuple[FontStyle, ...] = ("italic", "bold_italic")
"""What the first window does not show."""


class Theme(QObject):
    """One look at a time; widgets ask for roles, never for colours, and ask again when `changed` comes."""

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes = palette.load_sizes()
        self._look = palette.load_theme(name)
        self._colours = {role: QColor(value) for role, value in self._look.colours.items()}

    @property
    def name(self) -> str:
        """The name of the theme, such as "light"."""
        return self._look.name

    @property
    def look(self) -> palette.Theme:
        """The values of this moment, for rooms that do not know this class (the canvas)."""
        return self._look

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self._look.dark

    def colour(self, role: str) -> QColor:
        """Give the colour of a role such as "ink" or "track_saved"; raises KeyError for a role that is not there."""
        return QColor(self._colours[role])

    def hex(self, role: str) -> str:
        """Give the colour of a role as `#RRGGBB`, for SVG and style sheets."""
        return self._look.colours[role]

    def size(self, role: str) -> int:
        """Give a length in pixels: "body" of the type scale, or "space.s4", "radius.card", "target.mouse" …"""
        group, dot, name = role.rpartition(".")
        return self._sizes[group if dot else "type"][name]

    def line(self, role: str) -> int:
        """Give how heavy a line is in pixels: "line", "focus", "selection" or "card_line"."""
        return self._look.lines[role]

    def font(self, size_role: str = "body", bold: bool = False, tabular: bool = False) -> QFont:
        """Give the typeface in a size of the scale; `tabular` figures keep their place while a clock ticks."""
        font = QFont(FAMILY)
        font.setPixelSize(self.size(size_role))
        font.setBold(bold)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def set_name(self, name: str) -> None:
        """Take another look from now on, everywhere at once."""
        if name == self.name:
            return
        self._look = palette.load_theme(name)
        self._colours = {role: QColor(value) for role, value in self._look.colours.items()}
        self.changed.emit()

    def stylesheet(self) -> str:
        """Build the style sheet of the whole program."""
        return build_stylesheet(self)

    def qt_palette(self) -> QPalette:
        """Build the palette for what a style sheet does not reach (text selection, links, tool tips)."""
        roles = QPalette.ColorRole
        made = QPalette()
        for role, colour in {
            roles.Window: "paper",
            roles.WindowText: "ink",
            roles.Base: "surface",
            roles.AlternateBase: "band",
            roles.Text: "ink",
            roles.Button: "surface",
            roles.ButtonText: "ink",
            roles.Highlight: "accent",
            roles.HighlightedText: "on_accent",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.ToolTipBase: "ink",
            roles.ToolTipText: "paper",
            roles.PlaceholderText: "muted",
            roles.Light: "surface",
            roles.Midlight: "line_soft",
            roles.Mid: "line_soft",
            roles.Dark: "line",
            roles.Shadow: "line",
        }.items():
            made.setColor(role, self._colours[colour])
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        return made


def register_fonts(styles: Iterable[FontStyle] = STYLES) -> None:
    """Hand the packaged typeface to Qt, so that screens look alike on every machine; call after QApplication."""
    for style in styles:
        QFontDatabase.addApplicationFontFromData(font_bytes(style))
