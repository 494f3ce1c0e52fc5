"""Which display is the room's: remembered by what it is, not by its place in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from sprint.frozen import dataclass

_PARTS = 4


@dataclass(frozen=True)
class Display:
    """A display: how it is remembered, what people call it, and where it lies on the desktop."""

    key: str
    name: str
    area: QRect

    @classmethod
    def of(cls, screen: QScreen) -> Display:
        """Describe a screen of this machine."""
        parts = (screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
        made_by = " ".join(part for part in (screen.manufacturer(), screen.model()) if part.strip())
        return cls("|".join(part.replace("|", " ") for part in parts), made_by or screen.name(), screen.geometry())


ListDisplays = Callable[[], list[Display]]


def displays() -> list[Display]:
    """List the displays of this machine, the first one first."""
    return [Display.of(screen) for screen in QGuiApplication.screens()]


def choose(known: Sequence[Display], remembered: str, own: QRect) -> Display | None:
    """Choose the display of the room: the remembered one, else one where the facilitator's window is not; or none.

    A display that was plugged in elsewhere is known by its maker, model and serial number; one without a serial number
    by the socket as well. The facilitator's own display is taken only when it was chosen and there are others.
    """
    if len(known) < 2:
        return None
    exact = next((display for display in known if display.key == remembered), None)
    if exact is not None:
        return exact
    same = next((display for display in known if remembered and _is_same(display.key, remembered)), None)
    return same or next((display for display in known if not display.area.contains(own.center())), known[-1])


def next_of(known: Sequence[Display], current: str) -> Display | None:
    """Give the display behind the current one, from the last to the first again."""
    if not known:
        return None
    keys = [display.key for display in known]
    return known[(keys.index(current) + 1) % len(known)] if current in keys else known[0]


def _is_same(key: str, remembered: str) -> bool:
    mine, theirs = key.split("|"), remembered.split("|")
    return len(mine) == len(theirs) == _PARTS and bool(mine[2]) and mine[:3] == theirs[:3]
