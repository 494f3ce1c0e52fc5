"""A computer of its own for each test of the store."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sprint.store.disk import Disk
from sprint.store.folders import Folders
from sprint.store.shapes import Tables
from sprint.store.sprint_store import Opened, create_sprint, open_sprint
from tests.proof.disks import QuickDisk

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Here:
    """A computer with a data folder, and a place for people's files."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self.root = root
        self.folders = Folders(root / "data", root / "refuge")
        self.path = root / "wijk.sprint"
        self.disk = disk or QuickDisk()
        self.minutes = 0

    def clock(self) -> datetime:
        self.minutes += 1
        return START + timedelta(minutes=self.minutes)

    def copy_to(self, root: Path) -> Here:
        """Another computer, to which the people's file was carried."""
        root.mkdir()
        other = Here(root)
        shutil.copy(self.path, other.path)
        return other

    def create(self, path: Path | None = None, tables: Tables | None = None) -> Opened:
        return create_sprint(path or self.path, tables or {}, self.folders, disk=self.disk, clock=self.clock)

    def open(self, path: Path | None = None, *, read_only: bool = False, take_over: bool = False) -> Opened:
        return open_sprint(
            path or self.path, self.folders, read_only=read_only, take_over=take_over, disk=self.disk, clock=self.clock
        )


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return Here(tmp_path)
