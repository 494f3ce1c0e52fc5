"""Measures the store: `python tests/bench/store_edit.py [--quick]` prints ratios measured in one run.

Edit cost on the caller's thread, durable latency against a plain write+fsync, the longest gap of a 16 ms ticker
while snapshot and mirror run, a mirror with 200 photos, and opening against parsing the same JSON.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import networkx
import orjson

from sprint.store import writer
from sprint.store.folders import Folders
from sprint.store.shapes import SaveState
from sprint.store.sprint_store import SprintStore, create_sprint, open_sprint

SIZES = (100, 10_000, 100_000)
TICK_SECONDS = 0.016


def record(number: int) -> dict[str, object]:
    """A card of a realistic size (about 300 bytes)."""
    return {
        "id": f"c{number:07d}",
        "step": f"s{number % 997:05d}",
        "order": number,
        "text": "Ik belde drie keer en kreeg elke keer een ander antwoord. " * (1 + number % 3),
        "feeling": number % 7 - 3,
        "x": number * 1.5,
        "y": -number * 0.25,
        "tags": ["wachten", "bellen"],
    }


def tables(size: int) -> dict[str, dict[str, dict[str, object]]]:
    """So many cards."""
    return {"cards": {f"c{number:07d}": record(number) for number in range(size)}}


def percentile(values: list[float], part: float) -> float:
    """The value below which `part` of all values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def edit(store: SprintStore, number: int, size: int) -> None:
    """Move one card."""
    key = f"c{number % size:07d}"
    raw = {**store.tables["cards"][key], "x": float(number)}
    store.commit({"cards": {key: raw}}, kind="edit", label="edit.move", params={"count": 1})


def plain(handle: int, data: bytes) -> float:
    """Seconds for a plain write+fsync of the same bytes at the end of a file that is kept open, as the journal is."""
    start = perf_counter()
    os.write(handle, data)
    os.fsync(handle)
    return perf_counter() - start


def bench_edits(root: Path, size: int, times: int) -> None:
    """Cost on the caller's thread and time until the store says durable, in turns with plain write+fsync."""
    told: dict[int, float] = {}
    is_told = threading.Event()

    def on_state(state: SaveState) -> None:
        told[state.durable_seq] = perf_counter()
        is_told.set()

    store = create_sprint(
        root / f"e{size}.sprint",
        tables(size),
        Folders(root / f"data{size}"),
        on_state=on_state,
    ).store
    edit(store, 0, size)
    store.flush()
    frame = store._ledger.frames()[-1].data
    caller: list[float] = []
    durable: list[float] = []
    base: list[float] = []
    handle = os.open(root / f"plain{size}", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    for number in range(times):
        start = perf_counter()
        edit(store, number, size)
        caller.append(perf_counter() - start)
        while store.seq not in told:
            is_told.wait()
            is_told.clear()
        durable.append(told[store.seq] - start)
        base.append(plain(handle, frame))
    os.close(handle)
    burst: list[float] = []
    for number in range(3000):
        start = perf_counter()
        edit(store, number, size)
        burst.append(perf_counter() - start)
    store.flush()
    ratio = statistics.median(durable) / statistics.median(base)
    print(
        f"{size:>8} records  caller p50 {statistics.median(caller) * 1e3:.3f}"
        f" p99 {percentile(caller, 0.99) * 1e3:.3f} ms"
        f"  burst p50 {statistics.median(burst) * 1e3:.3f} p99 {percentile(burst, 0.99) * 1e3:.3f} ms"
        f"  durable p50 {statistics.median(durable) * 1e3:.3f} ms = {ratio:.2f} x write+fsync"
        f" ({statistics.median(base) * 1e3:.3f} ms)"
    )
    start = perf_counter()
    store.close()
    print(f"{'':>8} close (snapshot + mirror) {perf_counter() - start:.2f} s")


def longest_gap(work: Callable[[], None]) -> float:
    """The longest time in seconds between two ticks on this thread while `work` runs in another."""
    done = threading.Event()

    def run() -> None:
        work()
        done.set()

    thread = threading.Thread(target=run)
    longest = 0.0
    last = perf_counter()
    thread.start()
    while not done.wait(TICK_SECONDS):
        now = perf_counter()
        longest = max(longest, now - last - TICK_SECONDS)
        last = now
    thread.join()
    return longest


def bench_gaps(root: Path, size: int) -> None:
    """How late a 16 ms tick comes while nothing, a snapshot or a mirror goes on."""
    store = create_sprint(root / f"g{size}.sprint", tables(size), Folders(root / f"gdata{size}")).store
    idle = longest_gap(lambda: threading.Event().wait(1.0) and None)
    edit(store, 1, size)
    mirror = longest_gap(lambda: store.mirror() and None)
    edit(store, 2, size)
    again = longest_gap(lambda: store.mirror() and None)
    before, writer.SNAPSHOT_COMMITS = writer.SNAPSHOT_COMMITS, 1

    def snapshot() -> None:
        edit(store, 3, size)
        store._ledger.close()

    snap = longest_gap(snapshot)
    writer.SNAPSHOT_COMMITS = before
    print(
        f"{size:>8} records  tick late by at most: idle {idle * 1e3:.1f}, snapshot {snap * 1e3:.1f},"
        f" mirror {mirror * 1e3:.1f}, mirror with backup {again * 1e3:.1f} ms"
    )
    store.close()


def bench_media(root: Path, pictures: int, size: int) -> None:
    """A mirror with so many pictures, against writing and syncing the same bytes once."""
    store = create_sprint(root / "m.sprint", tables(1000), Folders(root / "mdata")).store
    rng = random.Random(1)
    media = store._sources.working.media
    media.mkdir(parents=True, exist_ok=True)
    for _ in range(pictures):
        data = rng.randbytes(size)
        (media / f"{hashlib.sha256(data).hexdigest()}.jpg").write_bytes(data)
    start = perf_counter()
    base = root / "base"
    with base.open("wb") as file:
        for path in media.iterdir():
            file.write(path.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    plain_seconds = perf_counter() - start
    edit(store, 1, 1000)
    start = perf_counter()
    gap = longest_gap(lambda: store.mirror() and None)
    first = perf_counter() - start
    edit(store, 2, 1000)
    start = perf_counter()
    edit_seconds: list[float] = []
    store.request_mirror()
    for number in range(200):
        begin = perf_counter()
        edit(store, number, 1000)
        store.flush()
        edit_seconds.append(perf_counter() - begin)
    store.close()
    print(
        f"{pictures} pictures, {pictures * size >> 20} MB: mirror {first:.2f} s"
        f" = {first / plain_seconds:.2f} x writing them once; tick late {gap * 1e3:.1f} ms;"
        f" edits meanwhile durable p50 {statistics.median(edit_seconds) * 1e3:.2f} ms"
    )


def bench_open(root: Path, size: int) -> None:
    """Opening a closed sprint against orjson.loads and a bare MultiDiGraph of the same records."""
    folders, path = Folders(root / "odata"), root / "o.sprint"
    store = create_sprint(path, tables(size), folders).store
    for number in range(500):
        edit(store, number, size)
    store.close()
    data = orjson.dumps(store.tables)
    opened, parsed = [], []
    for _ in range(7):
        start = perf_counter()
        found = open_sprint(path, folders).store
        opened.append(perf_counter() - start)
        found.close()
        start = perf_counter()
        raw = orjson.loads(data)
        graph = networkx.MultiDiGraph()
        for key, row in raw["cards"].items():
            graph.add_node(key, row=row)
        parsed.append(perf_counter() - start)
    ratio = statistics.median(opened) / statistics.median(parsed)
    print(f"open {size} records {statistics.median(opened) * 1e3:.0f} ms = {ratio:.2f} x parse + bare graph")


def main() -> None:
    """Run everything in a folder that is removed afterwards."""
    is_quick = "--quick" in sys.argv
    root = Path(tempfile.mkdtemp(prefix="store-bench-"))
    try:
        for size in SIZES[: 2 if is_quick else 3]:
            bench_edits(root, size, 300)
        for size in SIZES[1 : 2 if is_quick else 3]:
            bench_gaps(root, size)
        bench_media(root, 200, 400_000)
        bench_open(root, 10_000)
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
