"""A lock that the system frees when its process dies, however it dies.

The library for this imports for 20 ms, a tenth of what a person waits for the first window; these are two system calls.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _grab(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _grab(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SystemLock:
    """One holder at a time for a file; a second taker is refused at once, in this process as in any other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False when it is taken already. Raises OSError when the file cannot be made."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _grab(handle)
        except (BlockingIOError, PermissionError):  # taken: POSIX says the first, Windows the second
            os.close(handle)
            return False
        except OSError:
            os.close(handle)
            raise
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go; the file stays, for removing it would let two takers lock two files of one name."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
