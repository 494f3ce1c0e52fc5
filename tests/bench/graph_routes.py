"""How long it takes to read journeys: routes, shape, comparison. Run: `python -m tests.bench.graph_routes`."""

from __future__ import annotations

import time
from collections.abc import Callable

from sprint.document import Document
from sprint.edits.clipboard import copy_steps, paste
from sprint.edits.fork import fork_journey, separate_steps
from sprint.ids import TimeIds
from sprint.insight.compare import compare
from sprint.insight.matching import propose_matches
from sprint.insight.routes import find_routes, within
from sprint.insight.structure import read_structure
from sprint.journeys import journeys, steps_of
from tests.helpers.journeys import long_journey

SIZES = (100, 1_000, 5_000)
CAP_SECONDS = 0.18
PLAIN_SECONDS = 5.0


def spent(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the least milliseconds that `work` took."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


def plain_listing(document: Document) -> tuple[float, int, bool]:
    """List the routes as networkx does without pruning, for at most five seconds: milliseconds, found, finished."""
    from networkx import all_simple_paths

    steps = steps_of(document, "j")
    start = time.perf_counter()
    found, is_finished = 0, True
    for _ in all_simple_paths(document.graph, steps[0].id, steps[-1].id):
        found += 1
        if time.perf_counter() - start > PLAIN_SECONDS:
            is_finished = False
            break
    return (time.perf_counter() - start) * 1e3, found, is_finished


def main() -> None:
    """Print one line per journey size."""
    for size in SIZES:
        document = long_journey(size)
        _ = document.graph
        document.apply(fork_journey(document, TimeIds(), "j", "Straks"))
        later = journeys(document)[-1].id
        found = find_routes(document, "j", is_due=within(CAP_SECONDS, time.monotonic))
        rows = {
            "routes": spent(lambda d=document: find_routes(d, "j", is_due=within(CAP_SECONDS, time.monotonic))),
            "figures": spent(lambda r=found: [route.figures for route in r.routes], 1),
            "shape": spent(lambda d=document: read_structure(d, "j")),
            "compare": spent(lambda d=document, j=later: compare(d, "j", j)),
        }
        document.apply(separate_steps(document, [step.id for step in steps_of(document, later)]))
        rows["propose"] = spent(lambda d=document, j=later: propose_matches(d, "j", j), 1)
        clip = copy_steps(document, [step.id for step in steps_of(document, "j")][:1_000])
        rows["paste"] = spent(lambda d=document, c=clip: paste(d, TimeIds(), c, "j"))
        listed = f"{len(found.routes)} routes of {_short(found.total)}, cap {found.cap or '-'}"
        print(f"{size:6} steps  " + "  ".join(f"{name} {ms:.1f} ms" for name, ms in rows.items()) + f"  ({listed})")
        if size == SIZES[0]:
            ms, number, is_finished = plain_listing(document)
            state = "finished" if is_finished else "stopped"
            print(f"         plain all_simple_paths, listing all: {ms:.0f} ms, {number} routes, {state}")
            print("         ours counts all and lists the plainest; the two lists are not of the same length")


def _short(total: int | None) -> str:
    return "?" if total is None else str(total) if total < 10**9 else f"about 10^{len(str(total)) - 1}"


if __name__ == "__main__":
    main()
