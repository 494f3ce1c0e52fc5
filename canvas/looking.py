"""Ways to look at the journey without changing it: one persona, one route, another journey, a path, a search."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent

from canvas.reading import find
from canvas.surface import Surface
from canvas.touch import touch
from sprint.records import Track


class Looking(Surface):
    """A surface that can be asked to show something; nothing of it is saved."""

    def event(self, event: QEvent) -> bool:
        """Let two fingers zoom and move the board."""
        return touch(self, event) or super().event(event)

    def show_for(self, persona_id: str = "", track: Track = Track.OPEN) -> None:
        """Let everything stand back that is not on a way of a persona or a track; without both, nothing does."""
        self.reading.show_for(persona_id, track)

    def highlight(self, step_ids: Iterable[str]) -> None:
        """Let one route stand out (its steps in order); nothing for none."""
        self.reading.highlight(step_ids)

    def compare_with(self, journey_id: str) -> None:
        """Show what is new, changed and gone against an earlier journey; empty ends that. Meanwhile nothing changes."""
        self.reading.compare_with(journey_id)

    def set_least_type(self, pixels: float) -> None:
        """Never draw type smaller than this, for people at a distance; 0 for the usual sizes."""
        if pixels == self._least_type:
            return
        self._least_type = pixels
        self._dress()
        self._lay_out_anew()

    def find_words(self, text: str) -> list[str]:
        """Give the steps and cards that hold all words of a text, in reading order, to go to while she types."""
        return find(self.document, self.journey_id, text)

    def walk(self, by: int) -> str:
        """Go one step on (1) or back (−1) along the route that stands out, or all steps; gives the step shown."""
        self.settle()
        path = list(self.scene.lens.route) or self.scene.board.reading_order()
        if not path:
            return ""
        current = self.selection.current
        number = path.index(current) + by if current in path else (0 if by > 0 else len(path) - 1)
        chosen = path[max(0, min(len(path) - 1, number))]
        self.selection.choose([chosen])
        middle = self.scene.board.steps[chosen].rect.middle
        self.look_at(middle.x, middle.y)
        return chosen

    def look_at(self, x: float, y: float) -> None:
        """Bring a place on the board to the middle of what can be seen."""
        room = self._covered()
        self.camera.x = x - (room.left() + (self.width() - room.left() - room.right()) / 2) / self.camera.scale
        self.camera.y = y - self.height() / 2 / self.camera.scale
        self._moved()
