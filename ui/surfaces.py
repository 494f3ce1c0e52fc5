"""Makes canvases that follow language and theme."""

from __future__ import annotations

from PySide6.QtCore import QObject

from canvas.style import CanvasStyle
from canvas.text import SIZES
from canvas.view import JourneyCanvas
from canvas.workspace import WorkspaceLike
from sprint.errors import Param
from sprint.layout import TextStyle
from ui.context import Context
from ui.room.legibility import MOST_GROWTH, metres, smallest_type


class CanvasDresser(QObject):
    """Keeps one canvas in the language and the theme of the screen, for as long as that canvas lives."""

    def __init__(self, context: Context, canvas: JourneyCanvas) -> None:
        super().__init__(canvas)
        self._context = context
        self._canvas = canvas
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        context.settings.changed.connect(self._on_setting)
        self._size_type()
        canvas.message.connect(self._tell)

    def _say(self) -> None:
        self._canvas.set_translator(self._context.texts.translator)

    def _draw(self) -> None:
        self._canvas.set_style(CanvasStyle.from_theme(self._context.theme.look))
        self._size_type()

    def _on_setting(self, key: str) -> None:
        if key in ("room_distance", "room_width", "theme"):
            self._size_type()

    def _size_type(self) -> None:
        """On the projector nothing is written smaller than the back row reads, as far as that fits in a card."""
        settings = self._context.settings
        least = 0.0
        if settings.text("theme") == "projector":
            distance, width = metres(settings.text("room_distance")), metres(settings.text("room_width"))
            wall = smallest_type(distance, width, self._canvas.screen().size().width())
            least = min(wall, MOST_GROWTH * SIZES[TextStyle.NOTE])
        self._canvas.set_least_type(least)

    def _tell(self, key: str, params: dict[str, Param]) -> None:
        is_refused = key.startswith(("error.", "store."))
        self._context.messages.tell(self._context.texts(key, **params), tone="warn" if is_refused else "now")


def make_canvas(context: Context, desk: WorkspaceLike) -> JourneyCanvas:
    """Make a canvas that speaks the language of the screen and wears its theme."""
    canvas = JourneyCanvas(desk, context.texts.translator, CanvasStyle.from_theme(context.theme.look))
    CanvasDresser(context, canvas)
    return canvas
