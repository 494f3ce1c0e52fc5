"""Where the program keeps its own copies on this computer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sprint.frozen import dataclass


def home_folder() -> Path:
    """Give the folder in which a person keeps her files; one for what may go when she has none, as in a container."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())


@dataclass(frozen=True)
class Folders:
    """The program's places inside one data folder; nothing is created until something is written."""

    data: Path
    refuge_base: Path | None = None

    @classmethod
    def default(cls) -> Folders:
        """The user's own data folder on this computer."""
        import platformdirs  # noqa: PLC0415 - not needed when a profile folder is given, and slow

        refuge = Path(tempfile.gettempdir()) / "reisgenoot"
        try:
            return cls(Path(platformdirs.user_data_dir("reisgenoot", appauthor=False, roaming=False)), refuge)
        except RuntimeError:  # a person without a home folder, as in a container
            return cls(refuge / "data", refuge)

    @property
    def working(self) -> Path:
        """One folder per sprint: the truth while it is open."""
        return self.data / "working"

    @property
    def twins(self) -> Path:
        """Second copies of the journals, in case one is deleted or damaged."""
        return self.data / "twins"

    @property
    def backups(self) -> Path:
        """Earlier versions of people's files, one folder per sprint."""
        return self.data / "backups"

    @property
    def library(self) -> Path:
        """The facilitator's own library."""
        return self.data / "library"

    @property
    def logs(self) -> Path:
        """Log files."""
        return self.data / "logs"

    @property
    def rehearsals(self) -> Path:
        """Copies to rehearse in, each thrown away when its rehearsal is over."""
        return self.data / "rehearsals"

    @property
    def prints(self) -> Path:
        """Which sheets of a poster were printed before, one folder per sprint."""
        return self.data / "prints"

    @property
    def refuge(self) -> Path:
        """Where unsaved commits go while the data folder cannot be written."""
        return self.refuge_base or self.data.with_name(self.data.name + "-refuge")
