"""What is needed to do something with a canvas: pointer, commands, clipboard, typing, map and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from canvas import keys
from canvas.accessible import Announcer, make_readable
from canvas.arranging import Arranging
from canvas.clipboard import Clipping
from canvas.commands import Commands
from canvas.dropping import Dropping, Spot
from canvas.editor import InlineEditor
from canvas.menu import build_menu, popup
from canvas.minimap import MARGIN, Minimap
from canvas.palette import PaletteStrip
from canvas.pointer import Pointer
from canvas.tools.link import KeyboardLink
from canvas.writing import Writing
from sprint.lanes import lanes_of
from sprint.records import BASIC_LANES, Journey

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from canvas.text import BoardText
    from canvas.view import JourneyCanvas


class Hands:
    """Makes what people act with; a journey that is only looked at has none, which is how a sprint is shown sooner."""

    def __init__(self, canvas: JourneyCanvas, text: BoardText) -> None:
        self._canvas = canvas
        self.pointer = Pointer(canvas)
        self.commands = Commands(canvas)
        self.clipping = Clipping(canvas, self.commands)
        self.arranging = Arranging(canvas, self.commands)
        self.dropping = Dropping(canvas, canvas, self.commands, self.clipping, canvas.pictures)
        self.editor = InlineEditor(canvas)
        self.writing = Writing(canvas, self.editor, self.commands, text)
        self.palette_strip = PaletteStrip(canvas, self._add_from_palette)
        self.minimap = Minimap(canvas, canvas)
        application = QApplication.instance()
        if application is not None:
            make_readable(type(canvas), application)
        self._announcer = Announcer(canvas)
        self._announcer.take_over()

    def on_board(self) -> None:
        """The board was laid out again."""
        self.writing.on_board()
        self.minimap.forget()

    def on_move(self) -> None:
        """Another part of the board is seen."""
        self.minimap.update()
        self.writing.on_board()

    def on_selection(self) -> None:
        """Something else is chosen."""
        self._announcer.on_selection()

    def place_map(self, cover: float) -> None:
        """Put the map in its corner; `cover` is what lies over the right edge of the canvas, in pixels."""
        canvas, minimap = self._canvas, self.minimap
        across = canvas.width() - int(cover) - minimap.width() - MARGIN
        minimap.move(across, canvas.height() - minimap.height() - MARGIN)

    def place_strip(self, width: int) -> None:
        """Put the things to drag in the middle of the left edge, as wide as there is room; 0 hides them."""
        canvas, strip = self._canvas, self.palette_strip
        if width:
            journey = canvas.document.get(canvas.journey_id)
            lanes = lanes_of(journey) if isinstance(journey, Journey) else BASIC_LANES
            strip.dress(canvas.style_of_canvas, canvas.t, lanes)
            height = min(canvas.height(), strip.sizeHint().height())
            strip.setGeometry(0, (canvas.height() - height) // 2, width, height)
        strip.setVisible(width > 0)

    # ---- what is asked of them

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; says whether it meant something."""
        return keys.press(self._canvas, event)

    def menu(self) -> QMenu:
        """Make the context menu for what is chosen now."""
        return build_menu(self._canvas)

    def open_menu(self, place: QPoint) -> None:
        """Show that menu at a place on the screen."""
        popup(self.menu(), place)

    def begin_link(self, step_id: str) -> None:
        """Start linking a step by keyboard."""
        self._canvas.begin(KeyboardLink(self._canvas, step_id))

    def _add_from_palette(self, what: str) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        step_id = self.commands.step() or next(reversed(self._canvas.scene.board.reading_order()), "")
        self._canvas.attempt(lambda: self.dropping.add_new(what, Spot(step_id, None)))
