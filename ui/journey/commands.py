"""What a person can ask of the journey and its tools, apart from the rest of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ui.workbench import Workbench


class JourneyCommands(Protocol):
    """The part of the commands that is about the tools of the journey."""

    def toggle_outline(self) -> None:
        """Open the outline beside the canvas, or close it."""

    def toggle_routes(self) -> None:
        """Open the routes beside the canvas, or close them."""

    def show_comparison(self) -> None:
        """Put the present and the desired journey beside each other."""

    def new_journey(self) -> None:
        """Begin another journey."""

    def show_personas(self) -> None:
        """Open the sheets of the personas."""

    def find_in_journey(self) -> None:
        """Search steps and cards."""

    def tidy_journey(self) -> None:
        """Let the program place everything again."""

    def toggle_strip(self) -> None:
        """Show the strip of things to drag, or hide it."""

    def toggle_map(self) -> None:
        """Show the map in the corner, or hide it."""


class JourneyAnswers:
    """Answers these commands on the workbench of the open sprint; nothing happens when none is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def toggle_outline(self) -> None:
        """Open the outline beside the canvas, or close it."""
        if self.bench is not None:
            self.bench.journey_tool("outline")

    def new_journey(self) -> None:
        """Begin another journey."""
        if self.bench is not None:
            self.bench.journey.new_journey()

    def show_personas(self) -> None:
        """Open the sheets of the personas."""
        if self.bench is not None:
            self.bench.journey.show_personas()

    def find_in_journey(self) -> None:
        """Search steps and cards."""
        if self.bench is not None:
            self.bench.journey.finding.open_bar()

    def tidy_journey(self) -> None:
        """Let the program place everything again."""
        if self.bench is not None:
            self.bench.canvas.attempt(self.bench.canvas.arranging.tidy)

    def toggle_strip(self) -> None:
        """Show the strip of things to drag, or hide it."""
        if self.bench is not None:
            self.bench.canvas.toggle_palette()

    def toggle_map(self) -> None:
        """Show the map in the corner, or hide it."""
        if self.bench is not None:
            self.bench.canvas.toggle_minimap()

    def toggle_routes(self) -> None:
        """Open the routes beside the canvas, or close them."""
        if self.bench is not None:
            self.bench.journey_tool("routes")

    def show_comparison(self) -> None:
        """Put the present and the desired journey beside each other."""
        if self.bench is not None:
            self.bench.show_comparison()
