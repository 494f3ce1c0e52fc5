"""How things stand in the window, as one value that decides what can be done."""

from __future__ import annotations

from typing import Literal

from sprint.frozen import dataclass

Surface = Literal["home", "canvas", "compare", "exercise", "day", "planner", "study", "moment"]


@dataclass(frozen=True)
class Situation:
    """What is open, what is on the screen and what is chosen there."""

    surface: Surface = "home"
    has_sprint: bool = False
    is_read_only: bool = False
    can_undo: bool = False
    can_redo: bool = False
    undo_name: str = ""
    redo_name: str = ""
    chosen: int = 0
    journey: str = ""
    details_open: bool = True
    is_on_clock: bool = False
    """Whether a block is on the clock."""
    lists_open: bool = False
    """Whether what is parked and decided can be seen."""
    room: str = ""
    """What the room sees: the name of a face, "" for nothing."""
    room_view: str = "follow"
    """How the room sees the journey: "follow", "freeze" or "walk"."""
    is_covered: bool = False
    """Whether this window shows the room's picture."""
    tool: str = ""
    """Which tool is open beside the canvas."""
    is_rehearsing: bool = False
    """Whether this is a rehearsal in a copy."""
    codes_hidden: bool = False
    """Whether the codes of participants are hidden."""


def is_open(now: Situation) -> bool:
    """Whether a sprint is open."""
    return now.has_sprint


def is_writable(now: Situation) -> bool:
    """Whether a sprint is open that may be changed."""
    return now.has_sprint and not now.is_read_only


def is_on_canvas(now: Situation) -> bool:
    """Whether the journey stands in the middle."""
    return now.surface == "canvas"


def is_editing_canvas(now: Situation) -> bool:
    """Whether the journey stands in the middle and may be changed."""
    return is_on_canvas(now) and not now.is_read_only
