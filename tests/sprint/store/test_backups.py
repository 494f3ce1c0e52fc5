"""Which backups stay."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sprint.store.backups import KEEP_LAST, keep_version, list_backups, to_keep
from tests.proof.disks import QuickDisk

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
GOOD = Path(__file__).resolve().parents[2] / "data" / "format" / "v2.sprint"


def test_last_ten_then_one_an_hour_then_one_a_day() -> None:
    every_ten_minutes = [NOW - timedelta(minutes=10 * number) for number in range(6 * 24 * 40)]
    kept = sorted(to_keep(every_ten_minutes, NOW), reverse=True)

    assert kept[:KEEP_LAST] == every_ten_minutes[:KEEP_LAST]
    last_day = [moment for moment in kept if NOW - moment <= timedelta(days=1)]
    assert len({(moment.day, moment.hour) for moment in last_day}) == 25
    assert len({moment.date() for moment in kept}) in (30, 31)
    assert len(kept) < 70


@given(st.lists(st.integers(0, 60 * 24 * 60), unique=True, max_size=200))
def test_the_newest_always_stay(minutes: list[int]) -> None:
    moments = [NOW - timedelta(minutes=minute) for minute in minutes]
    kept = to_keep(moments, NOW)
    assert set(sorted(moments, reverse=True)[:KEEP_LAST]) <= kept <= set(moments)


def test_keeping_again_and_again_does_not_pile_up(tmp_path: Path) -> None:
    source, folder = tmp_path / "wijk.sprint", tmp_path / "backups"
    shutil.copy(GOOD, source)
    for number in range(40):
        keep_version(QuickDisk(), source, folder, NOW + timedelta(seconds=number))
    assert len(list_backups(QuickDisk(), folder)) == KEEP_LAST


def test_a_damaged_file_is_kept_byte_by_byte(tmp_path: Path) -> None:
    source, folder = tmp_path / "wijk.sprint", tmp_path / "backups"
    source.write_bytes(GOOD.read_bytes()[:-40])
    kept = keep_version(QuickDisk(), source, folder, NOW)
    assert kept is not None
    assert kept.read_bytes() == source.read_bytes()
    assert list_backups(QuickDisk(), folder) == []
