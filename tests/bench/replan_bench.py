"""How long a re-plan of four days takes, in processor time, against the 10 ms it may take.

Run: python tests/bench/replan_bench.py.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sprint.agenda import blocks_of, days_of
from sprint.clock import ClockReading
from sprint.document import Document
from sprint.edits.clock import start_run
from sprint.edits.programme import new_sprint
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import block_name
from sprint.programme.programmes import load_programme
from sprint.programme.replan import proposals

BAR_MS = 10.0
ROUNDS = 40


def main() -> None:
    """Measure each programme, an expert talking too long on its first day, and print the ratio to the bar."""
    catalogue, words = Catalogue.from_assets(), Translator.load("nl")
    for programme in ("four_day", "five_day_classic", "half_days"):
        numbers = map("{:08}".format, itertools.count())
        document = Document()
        document.apply(new_sprint(numbers.__next__, load_programme(programme), "nl", title="bench"))
        day = days_of(document)[0]
        block = blocks_of(document, day.id)[2]
        document.apply(start_run(document, lambda: "run", block.id, ClockReading(0.0, 0.0, "boot"), ""))
        times = []
        for _ in range(ROUNDS):
            begin = time.thread_time()
            found = proposals(
                document,
                day,
                672,
                ClockReading(72 * 60.0, 72 * 60.0, "boot"),
                catalogue,
                lambda one: block_name(one, catalogue, words),
            )
            times.append((time.thread_time() - begin) * 1_000)
        times.sort()
        median, slow = times[ROUNDS // 2], times[-2]
        takeable = sum(proposal.can_take for proposal in found)
        print(
            f"{programme}: {len(document)} records, {len(found)} proposals ({takeable} fit), median {median:.1f} ms"
            f" = {median / BAR_MS:.2f} of the bar, slow {slow:.1f} ms = {slow / BAR_MS:.2f}"
        )


if __name__ == "__main__":
    main()
