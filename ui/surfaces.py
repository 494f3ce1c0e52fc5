"""Makes canvases that follow language and theme, and journeys that are not there yet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from canvas.style import CanvasStyle
from canvas.text import SIZES
from canvas.view import JourneyCanvas
from canvas.workspace import WorkspaceLike
from sprint.edits.journey import add_journey
from sprint.errors import Param
from sprint.journeys import journey_of_kind, journeys, phases_of
from sprint.layout import TextStyle
from sprint.records import Journey, JourneyKind
from ui.bridge import SprintBridge
from ui.context import Context
from ui.journey.starting import ask_for_desired
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


def start_journey(context: Context, bridge: SprintBridge, kind: JourneyKind) -> Journey | None:
    """Begin a journey of a kind with the phases of the one that is there; None and a sentence when that cannot be."""
    if bridge.is_read_only:
        context.messages.tell(context.texts("ui.no_such_journey"))
        return None
    document, texts = bridge.document, context.texts
    known = journeys(document)
    origin = journey_of_kind(document, JourneyKind.AS_IS)
    if kind is JourneyKind.TO_BE and origin is not None:
        begun = ask_for_desired(context, bridge, origin)
        if begun is None or begun:
            found = document.get(begun or "")
            return found if isinstance(found, Journey) else None
    phases = [phase.title for phase in phases_of(document, known[0].id)] if known else []
    title = texts("kind.journey.as_is") if kind is JourneyKind.AS_IS else texts("kind.journey.to_be")
    if not bridge.do(add_journey(document, bridge.ids, title, kind, phases)):
        return None
    return journey_of_kind(document, kind)
