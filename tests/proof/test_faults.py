"""The disk fails at each call of a session: clear state, old file intact, work goes on, saved when it is back."""

from __future__ import annotations

import errno
import logging
from pathlib import Path

import pytest

from tests.proof.faults import every_fault


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)


@pytest.mark.parametrize("is_copy", [False, True])
@pytest.mark.parametrize("is_sticky", [False, True])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_failing_disk_loses_nothing(tmp_path: Path, code: int, is_sticky: bool, is_copy: bool) -> None:
    counts = every_fault(tmp_path, code, is_sticky=is_sticky, tears_writes=True, is_copy=is_copy, step=5)

    assert counts.faults > 10
    assert counts.problems == []
    assert counts.silent == 0
