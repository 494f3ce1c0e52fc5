"""The journey on the room screen: the surface of the canvas, to look at only, with type for the back row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from canvas.camera import MOST_SCALE, READING_SCALE, Camera
from canvas.overlay import target_room
from canvas.style import CanvasStyle
from canvas.surface import Surface
from canvas.text import SIZES
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.layout import TextStyle
from ui.room.look import RoomLook

_TITLE_TYPE = 9.4
"""The least size in which the canvas writes at its edges (the scale of feelings)."""

_AIR = 6.0
"""What stays free above the sign of the target, in board units."""


@dataclass(frozen=True)
class SeenPart:
    """The part of a journey that the facilitator looks at: its middle and size in board units."""

    journey_id: str
    middle_x: float
    middle_y: float
    width: float
    height: float
    focus_id: str = ""
    """The step that is talked about, "" for none."""
    can_read: bool = False
    """Whether the words of cards can be read there."""


def seen_part(canvas: Surface) -> SeenPart:
    """Say what the facilitator looks at."""
    canvas.settle()
    camera = canvas.camera
    across, down = canvas.width() / camera.scale, canvas.height() / camera.scale
    middle = camera.x + across / 2, camera.y + down / 2
    can_read = camera.scale >= READING_SCALE
    return SeenPart(canvas.journey_id, *middle, across, down, canvas.selection.current, can_read=can_read)


class RoomBoard(Surface):
    """Shows a part of a journey as it lies on the facilitator's canvas."""

    laid_out = Signal()
    """The journey is another one now, or it has changed."""

    def __init__(self, document: Document, look: RoomLook, parent: QWidget) -> None:
        context = look.context
        style = CanvasStyle.from_theme(context.theme.look)
        super().__init__(document, context.texts.translator, style, parent)
        self._look = look
        self._part: SeenPart | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        look.changed.connect(self._follow_look)

    def show_part(self, part: SeenPart) -> None:
        """Show a part of a journey."""
        self._part = part
        if part.journey_id != self.journey_id:
            self.show_journey(part.journey_id)
        self.aim()

    @property
    def least_scale(self) -> float:
        """The zoom from which the words of steps and cards are readable in this room."""
        return self._look.type_size("line") / SIZES[TextStyle.CARD]

    @property
    def is_readable(self) -> bool:
        """Whether the words of steps and cards are readable as they are seen now."""
        return self.camera.scale >= self.least_scale

    def aim(self) -> None:
        """Look at the part, whole and in the middle."""
        part = self._part
        if part is None or self.width() < 2 or part.width <= 0 or part.height <= 0:
            return
        self.settle()
        scale = min(MOST_SCALE, self.width() / part.width, self.height() / part.height)
        self.camera.scale = scale
        self.camera.x = part.middle_x - self.width() / 2 / scale
        self.camera.y = part.middle_y - self.height() / 2 / scale
        self._free_first_row()
        self._moved()

    def _free_first_row(self) -> None:
        """Who sees the first row whole sees it whole in the room, where the titles above it are larger."""
        board, scale = self.scene.board, self.camera.scale
        if not board.steps or self.camera.y > board.rows[0].top:
            return
        grow = self._grow
        titles = self._headers.pinned_height(Camera(0, 0, scale / grow)) * grow
        self.camera.y = min(self.camera.y, board.rows[0].top - target_room(scale / grow) - _AIR - titles / scale)

    @property
    def _grow(self) -> float:
        return self._look.type_size("line") / _TITLE_TYPE

    def _paint_over(self, painter: QPainter, origin: QPointF) -> None:
        """Draw the titles at the edges in the type of the room: as in a smaller view that is drawn larger."""
        if not self.scene.board.steps:
            return
        grow, scale = self._grow, self.camera.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(origin)
        painter.scale(scale, scale)
        self._overlay.paint_target(painter, self.scene, *self.target, scale / grow)
        painter.restore()
        camera = Camera(self.camera.x, self.camera.y, self.camera.scale / grow)
        painter.save()
        painter.scale(grow, grow)
        self._headers.paint(painter, self.scene, camera, QSizeF(self.width() / grow, self.height() / grow))
        painter.restore()

    def _after_layout(self) -> None:
        self.laid_out.emit()

    def _follow_look(self) -> None:
        """Draw everything anew in another size of type."""
        self._tiles.clear()
        self.aim()

    def _say(self) -> None:
        self.set_translator(self._look.context.texts.translator)

    def _draw(self) -> None:
        self.set_style(CanvasStyle.from_theme(self._look.context.theme.look))
