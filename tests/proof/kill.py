"""kill -9 at random moments: `python -m tests.proof.kill FOLDER ROUNDS [SEED]` prints a line of JSON.

Each round forks a child that opens the sprint, tells what it found, and edits until it is killed, telling each
commit that its store calls saved. The next child must find them all; some are killed while still recovering.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
from pathlib import Path

from sprint.errors import SprintError
from sprint.store.folders import Folders
from sprint.store.shapes import SaveState
from sprint.store.sprint_store import SprintStore, create_sprint, open_sprint, open_unfinished, unfinished_sprints
from tests.proof.sessions import edit, newest, small_snapshots

ROUNDS_PER_SPRINT = 40


def child(root: Path, out: int) -> None:
    """Open or create, report, and edit for ever."""

    def tell(text: str) -> None:
        os.write(out, f"{text}\n".encode())

    def on_state(state: SaveState) -> None:
        if state.is_saved or state.pending:
            tell(f"S {state.durable_seq - 1}")

    try:
        store = _opened(root, on_state)
        tell(f"F {newest(store.tables)}")
        number = newest(store.tables)
        with small_snapshots(20):
            while True:
                number += 1
                store.commit(edit(number), kind="edit", label="edit")
                if number % 4 == 0:
                    store.flush()
                if number % 17 == 0:
                    store.request_mirror()
                if number % 90 == 0:
                    store.close()
                    store = _opened(root, on_state)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent counts it
        tell(f"X {type(error).__name__}: {error}")


def _opened(root: Path, on_state: object) -> SprintStore:
    folders, path = Folders(root / "data", root / "refuge"), root / "wijk.sprint"
    try:
        return open_sprint(path, folders, on_state=on_state).store
    except SprintError as error:
        if error.key != "store.file_missing":
            raise
        left = unfinished_sprints(folders)
        if left:
            return open_unfinished(left[0].uid, folders, on_state=on_state).store
        return create_sprint(path, {}, folders, on_state=on_state).store


def one_round(root: Path, seconds: float) -> tuple[list[str], bool]:
    """Run a child for so long and kill it; its words, and whether it was still alive."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        child(root, writing)
        os._exit(1)
    os.close(writing)
    select.select([], [], [], seconds)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().decode().split("\n")[:-1]
    return lines, os.WIFSIGNALED(status)


def run(root: Path, rounds: int, seed: int) -> dict[str, object]:
    """Kill `rounds` times and count."""
    rng = random.Random(seed)
    saved = kills = lost = wrong = unopenable = commits = recoveries = 0
    problems: list[str] = []
    for number in range(rounds):
        if number % ROUNDS_PER_SPRINT == 0:
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir(parents=True)
            saved = 0
        lines, was_killed = one_round(root, rng.choice((0.004, 0.02, 0.06, 0.15)) * rng.uniform(0.2, 1.8))
        kills += was_killed
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "X":
                unopenable += 1
                problems.append(f"round {number}: {rest}")
            elif word == "F":
                recoveries += 1
                lost += int(rest) < saved and int(rest) >= 0
                wrong += int(rest) < 0
                if int(rest) < saved:
                    problems.append(f"round {number}: {saved} saved, {rest} found")
            elif int(rest) > saved:
                commits += int(rest) - saved
                saved = int(rest)
    return {
        "kills": kills,
        "reopened": recoveries,
        "commits": commits,
        "unopenable": unopenable,
        "saved_but_lost": lost,
        "wrong": wrong,
        "problems": problems[:5],
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)))
