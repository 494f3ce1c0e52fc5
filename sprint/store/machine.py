"""Facts about this computer and user, for saying who keeps a sprint open."""

from __future__ import annotations

import os
import platform
from datetime import datetime
from pathlib import Path

from sprint.store.disk import Disk
from sprint.store.shapes import Holder
from sprint.store.values import whole_text

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def this_holder(disk: Disk, now: datetime) -> Holder:
    """The person, computer and process that runs this program."""
    boot = (disk.read_or_none(_BOOT_ID) or b"").decode().strip()
    return Holder(_user(), platform.node(), os.getpid(), now.isoformat(), boot)


def _user() -> str:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if found := os.environ.get(name):
            return whole_text(found)
    import getpass  # noqa: PLC0415 - it loads what asks for a password, and a sprint is opened sooner without it

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def is_running(pid: int) -> bool:
    """Whether a process of that number runs here; on Windows always assumed, for asking could end it."""
    if os.name == "nt":  # pragma: no cover
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
