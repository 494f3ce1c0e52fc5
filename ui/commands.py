"""The list of what the rows of `ui.actions` may ask for; the program answers it, a test can answer it too."""

from __future__ import annotations

from typing import Protocol

from ui.cockpit.commands import CockpitCommands
from ui.exercises.commands import WorkCommands
from ui.journey.commands import JourneyCommands
from ui.planner.commands import PlannerCommands
from ui.rehearsal.commands import RehearsalCommands
from ui.room.commands import RoomCommands
from ui.study.commands import StudyCommands


class Commands(
    JourneyCommands,
    CockpitCommands,
    RoomCommands,
    PlannerCommands,
    RehearsalCommands,
    StudyCommands,
    WorkCommands,
    Protocol,
):
    """What a person can ask, each as a method without arguments."""

    def new_sprint(self) -> None:
        """Start a sprint of one's own."""

    def open_sprint(self) -> None:
        """Choose a file and open it."""

    def open_example(self) -> None:
        """Open the example sprint."""

    def save_moment(self) -> None:
        """Keep this moment under a name."""

    def show_moments(self) -> None:
        """Look at the kept moments, and go back to one."""

    def save_copy(self) -> None:
        """Write a copy elsewhere."""

    def print_sprint(self) -> None:
        """Choose what to print."""

    def print_book(self) -> None:
        """Make the sprint book."""

    def close_sprint(self) -> None:
        """Close the sprint and go to the home screen."""

    def quit(self) -> None:
        """End the program."""

    def undo(self) -> None:
        """Take the last edit back."""

    def redo(self) -> None:
        """Do it again."""

    def add_step(self) -> None:
        """Add a step after the chosen one."""

    def rename_chosen(self) -> None:
        """Write another text in what is chosen."""

    def link_chosen(self) -> None:
        """Draw an arrow from the chosen step."""

    def delete_chosen(self) -> None:
        """Delete what is chosen."""

    def show_as_is(self) -> None:
        """Show the present journey."""

    def show_to_be(self) -> None:
        """Show the desired journey."""

    def fit(self) -> None:
        """Show the whole journey."""

    def zoom_in(self) -> None:
        """Come nearer."""

    def zoom_out(self) -> None:
        """Go further away."""

    def toggle_details(self) -> None:
        """Open or close the details on the right."""

    def switch_language(self) -> None:
        """Speak the other language."""

    def use_theme(self, name: str) -> None:
        """Wear other colours."""

    def show_settings(self) -> None:
        """Open the settings."""

    def show_palette(self) -> None:
        """Search everything that can be done."""

    def show_shortcuts(self) -> None:
        """List the keys."""

    def show_backups(self) -> None:
        """Open the folder with earlier versions."""

    def show_log(self) -> None:
        """Open the folder with the log."""

    def show_about(self) -> None:
        """Tell what this program is."""
