"""Answers what a person asks of the journey in the middle, on the workbench of the open sprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.workbench import Workbench


class SurfaceAnswers:
    """The part of the program that only passes on to the workbench; nothing happens when no sprint is open."""

    @property
    def bench(self) -> Workbench | None:
        """The surfaces of the open sprint."""
        raise NotImplementedError

    def add_step(self) -> None:
        """Add a step after the chosen one."""
        if self.bench is not None:
            self.bench.add_step()

    def rename_chosen(self) -> None:
        """Write another text in what is chosen."""
        if self.bench is not None:
            self.bench.rename_chosen()

    def link_chosen(self) -> None:
        """Draw an arrow from the chosen step."""
        if self.bench is not None:
            self.bench.link_chosen()

    def delete_chosen(self) -> None:
        """Delete what is chosen."""
        if self.bench is not None:
            self.bench.delete_chosen()

    def show_as_is(self) -> None:
        """Show the present journey."""
        if self.bench is not None:
            self.bench.show_journey("as_is")

    def show_to_be(self) -> None:
        """Show the desired journey."""
        if self.bench is not None:
            self.bench.show_journey("to_be")

    def fit(self) -> None:
        """Show the whole journey."""
        if self.bench is not None:
            self.bench.fit()

    def zoom_in(self) -> None:
        """Come nearer."""
        if self.bench is not None:
            self.bench.zoom(1)

    def zoom_out(self) -> None:
        """Go further away."""
        if self.bench is not None:
            self.bench.zoom(-1)

    def toggle_details(self) -> None:
        """Open or close the details on the right."""
        if self.bench is not None:
            self.bench.toggle_details()
