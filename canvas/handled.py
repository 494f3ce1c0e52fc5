"""A canvas with hands and with the strip at its edge; hands are made when the first of them is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from canvas.looking import Looking
from canvas.pictures import Pictures

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from canvas.arranging import Arranging
    from canvas.clipboard import Clipping
    from canvas.commands import Commands
    from canvas.dropping import Dropping
    from canvas.editor import InlineEditor
    from canvas.hands import Hands
    from canvas.minimap import Minimap
    from canvas.palette import PaletteStrip
    from canvas.pointer import Pointer
    from canvas.style import CanvasStyle
    from canvas.workspace import WorkspaceLike
    from sprint.i18n import Translator
    from sprint.ids import IdSource

_LEAST_FOR_PALETTE = 720
_PALETTE_WIDTH = 44


class Handled(Looking):
    """Keeps what people act with; the journey can be read, and is on the screen, before any of it is there."""

    def __init__(
        self, workspace: WorkspaceLike, t: Translator, style: CanvasStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace.document, t, style, parent)
        self._workspace = workspace
        self._hands: Hands | None = None
        self.pictures = Pictures(workspace, self)
        self._is_palette_wanted = True

    @property
    def hands(self) -> Hands:
        """Everything that people act with."""
        if self._hands is None:
            from canvas.hands import Hands  # noqa: PLC0415 - a third of the canvas, and the first frame needs none of it

            self._hands = Hands(self, self._text)
            self._place_palette()
        return self._hands

    @property
    def pointer(self) -> Pointer:
        """What the pointer is doing."""
        return self.hands.pointer

    @property
    def commands(self) -> Commands:
        """What can be done to what is chosen."""
        return self.hands.commands

    @property
    def clipping(self) -> Clipping:
        """Copy, cut and paste."""
        return self.hands.clipping

    @property
    def arranging(self) -> Arranging:
        """Grouping, rows and pins."""
        return self.hands.arranging

    @property
    def dropping(self) -> Dropping:
        """What is dropped here, and pictures that are pasted."""
        return self.hands.dropping

    @property
    def editor(self) -> InlineEditor:
        """The field in which a box is typed."""
        return self.hands.editor

    @property
    def minimap(self) -> Minimap:
        """The whole board in the corner."""
        return self.hands.minimap

    @property
    def palette_strip(self) -> PaletteStrip:
        """The things to drag, at the left edge."""
        return self.hands.palette_strip

    @property
    def ids(self) -> IdSource:
        """Where new ids come from."""
        return self._workspace.ids

    @property
    def may_edit(self) -> bool:
        """Whether the journey may be changed."""
        return not self._workspace.is_read_only and bool(self.journey_id) and not self.reading.is_comparing

    # ---- what the surface tells

    def _before_journey(self) -> None:
        self.finish_typing()

    def _before_layout(self) -> None:
        self._place_palette()

    def _after_layout(self) -> None:
        if self._hands is not None:
            self._hands.on_board()

    def _after_move(self) -> None:
        if self._hands is not None:
            self._hands.on_move()

    def _after_selection(self) -> None:
        if self._hands is not None:
            self._hands.on_selection()

    def finish_typing(self) -> None:
        """Stop typing and keep what was typed, such as before the sprint is closed."""
        if self._hands is not None:
            self._hands.writing.finish()

    # ---- the strip and the map

    def toggle_palette(self) -> None:
        """Show the strip of things to drag, or hide it."""
        self._is_palette_wanted = not self._is_palette_wanted
        self._place_palette()

    @property
    def is_palette_shown(self) -> bool:
        """Whether the strip of things to drag can be seen."""
        return self.palette_strip.isVisibleTo(self)

    def toggle_minimap(self) -> None:
        """Show the whole board small in the corner, or hide it."""
        self.minimap.setVisible(self.minimap.isHidden())
        self._place_palette()

    def _place_palette(self) -> None:
        """Keep room for the strip; the buttons come into it with the hands."""
        is_shown = self._is_palette_wanted and self.may_edit and self.width() >= _LEAST_FOR_PALETTE
        if self._hands is not None:
            self._hands.place_map(self._cover.right())
            self._hands.place_strip(_PALETTE_WIDTH if is_shown else 0)
        inset = float(_PALETTE_WIDTH) if is_shown else 0.0
        if inset != self._inset:
            self.camera.x += (self._inset - inset) / self.camera.scale
            self._inset = inset
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the board in view and the palette in the middle of its edge."""
        self._place_palette()
        super().resizeEvent(event)
