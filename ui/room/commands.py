"""What the rows of the room may ask for."""

from __future__ import annotations

from typing import Protocol


class RoomCommands(Protocol):
    """What a person can ask for the room."""

    def show_room(self) -> None:
        """Show the room the clock."""

    def close_room(self) -> None:
        """Take everything away from the room."""

    def show_room_agenda(self) -> None:
        """Show the room the agenda of today."""

    def show_room_journey(self) -> None:
        """Show the room the journey."""

    def follow_in_room(self) -> None:
        """Let the room see what the facilitator sees of the journey."""

    def freeze_room(self) -> None:
        """Hold what the room sees of the journey."""

    def walk_forth(self) -> None:
        """Show the room the next step, large."""

    def walk_back(self) -> None:
        """Show the room the step before."""

    def quiet_room(self) -> None:
        """Show the room the clock and the question only."""

    def blank_room(self) -> None:
        """Show the room nothing."""

    def cover_with_room(self) -> None:
        """Show the room's picture in this window."""

    def identify_displays(self) -> None:
        """Show a number on every display."""

    def move_room(self) -> None:
        """Move the room's window to the next display."""
