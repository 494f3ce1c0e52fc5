"""The four days of the litter case, played by hands in one sprint without a break, in one language.

Run: python -m tests.bench.four_days [nl|en] [day …]
Prints for each block the seconds it took, the keys and the clicks, and at the end what the played sprint says otherwise
than the shipped example: nothing is the bar. With days (1 … 4), only those are played, each on what the example has
before it. Watch it with QT_QPA_PLATFORM=xcb on a display.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.play.hands import Play, Room

_PATIENCE_SECONDS = 30.0
_HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


class Waiting:
    """Waits as the test runner's own helper does, without a test runner."""

    def waitUntil(self, is_so: Callable[[], bool], timeout: int = 0) -> None:
        """Let the windows work until this is so."""
        from PySide6.QtWidgets import QApplication

        until = time.monotonic() + (timeout / 1000 or _PATIENCE_SECONDS)
        while not is_so():
            if time.monotonic() > until:
                raise TimeoutError("what was waited for never came")
            QApplication.processEvents()

    @contextmanager
    def waitExposed(self, widget: QWidget) -> Iterator[None]:
        """Wait until a window can be seen."""
        yield
        self.waitUntil(widget.isVisible)


def play_days(language: str, days: Sequence[int], folder: Path) -> list[str]:
    """Play these days; gives what is said otherwise than in the example."""
    from PySide6.QtWidgets import QApplication

    from tests.helpers.facilitator import Facilitator
    from tests.play import day_four, day_one, day_three, day_two
    from tests.play.hands import open_at
    from tests.play.stage import LAST, differences, example_until

    blocks = {1: day_one.BLOCKS, 2: day_two.BLOCKS, 3: day_three.BLOCKS, 4: day_four.BLOCKS}
    app = QApplication.instance() or QApplication([])
    she = Facilitator(Waiting(), app, folder / "profile")
    begun = time.perf_counter()
    room = day_one.begin(she, language) if days[0] == 1 else open_at(she, days[0], language, folder)
    for day in days:
        room.day, room.script = day, example_until(LAST + 1, language)
        for play in blocks[day]:
            play_block(room, play)
        said = differences(room.document, example_until(day + 1, language))
        print("\n".join([f"day {day}: {len(said)} lines differ from the example", *said]), flush=True)
    seconds = time.perf_counter() - begun
    print(f"{'all':>24} {seconds:8.1f} s  {room.keys:6} keys  {room.clicks:5} clicks")
    wanted = example_until(days[-1] + 1, language)
    found = differences(room.document, wanted)
    she.leave()
    return found


def play_block(room: Room, play: Play) -> None:
    """Play one block and say what it took."""
    keys, clicks, began = room.keys, room.clicks, time.perf_counter()
    play(room)
    seconds = time.perf_counter() - began
    print(
        f"{play.__name__:>24} {seconds:8.1f} s  {room.keys - keys:6} keys  {room.clicks - clicks:5} clicks", flush=True
    )


def main(language: str = "nl", *days: str) -> int:
    """Play the four days; gives 1 when something is said otherwise than in the example."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="four-days-") as home:
        os.environ.update(dict.fromkeys(_HOMES, home))
        found = play_days(language, [int(day) for day in days] or [1, 2, 3, 4], Path(home))
    print("\n".join(found) or "The played sprint says what the example says.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
