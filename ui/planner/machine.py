"""What this machine tells for the flight check: screens, room on the disk, the battery."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from sprint.frozen import dataclass
from sprint.store.folders import home_folder

_POWER = Path("/sys/class/power_supply")


@dataclass(frozen=True)
class MachineFacts:
    """Facts of this moment; None where the system does not tell."""

    displays: int = 1
    free_bytes: int | None = None
    battery_percent: int | None = None
    is_plugged_in: bool | None = None


ReadMachine = Callable[[Path | None], MachineFacts]


def read_machine(folder: Path | None) -> MachineFacts:
    """Ask the system; `folder` is where the sprint is kept. Only Linux tells about the battery by itself."""
    percent, plugged = read_power(_POWER)
    return MachineFacts(len(QGuiApplication.screens()), _free(folder), percent, plugged)


def read_power(folder: Path) -> tuple[int | None, bool | None]:
    """Read charge (percent) and whether the mains are on from a folder like `/sys/class/power_supply`."""
    percent: int | None = None
    plugged: bool | None = None
    for supply in sorted(folder.glob("*")):
        kind = _read(supply / "type")
        if kind == "Mains":
            plugged = plugged or _read(supply / "online") == "1"
        elif kind == "Battery" and percent is None and _read(supply / "scope") != "Device":
            charge = _read(supply / "capacity")
            percent = int(charge) if charge.isdecimal() else None
    return percent, plugged


def _free(folder: Path | None) -> int | None:
    try:
        return shutil.disk_usage(folder or home_folder()).free
    except OSError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
