"""Clocks that a test turns by hand."""

from __future__ import annotations

from dataclasses import dataclass

from sprint.clock import ClockReading

FIRST_BOOT, SECOND_BOOT = "boot-one", "boot-two"


def reading(boot: float = 5_000.0, wall: float = 1_790_000_000.0, boot_id: str = FIRST_BOOT) -> ClockReading:
    """Look at clocks that stand where the test says."""
    return ClockReading(boot, wall, boot_id)


@dataclass(slots=True)
class FakeSeconds:
    """Seconds that pass only when the test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time go on."""
        self.now += seconds
