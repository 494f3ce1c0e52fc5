"""Proves that nothing gets lost, at length: `python tests/bench/store_proof.py [--long]` prints a table of counts."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sprint.store.folders import Folders
from sprint.store.sprint_store import create_sprint, open_sprint
from tests.proof.damage import damage_each, damage_places
from tests.proof.disks import QuickDisk
from tests.proof.faults import every_fault
from tests.proof.power import MODELS
from tests.proof.sessions import (
    HEADER,
    edit,
    newest,
    recorded_library,
    recorded_session,
    reopen_library,
    reopen_sprint,
)
from tests.proof.simulate import simulate


def fresh(base: Path, name: str) -> Path:
    """An empty folder for one proof."""
    folder = base / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def power(base: Path, *, is_long: bool) -> bool:
    """The power-loss simulator on a sprint and on the library."""
    print(HEADER)
    is_good = True
    for name, record, reopen, first in (
        ("sprint", recorded_session, reopen_sprint, 1),
        ("library", recorded_library, reopen_library, 0),
    ):
        root = fresh(base, name)
        ops = record(root, 24 if is_long else 9)
        for model in MODELS:
            counts = simulate(
                ops, root, model, reopen, most=24 if is_long else 6, every=1 if is_long else 5, first_seq=first
            )
            print(counts.line(f"power, {name}, {model}"), *counts.problems[:3], flush=True)
            is_good &= not counts.problems
    return is_good


def kills(base: Path, *, is_long: bool) -> bool:
    """kill -9 in a loop."""
    rounds = "1200" if is_long else "30"
    done = subprocess.run(
        [sys.executable, "-m", "tests.proof.kill", str(base / "kill"), rounds, "42"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    counts = json.loads(done.stdout)
    print("kill -9:", counts, flush=True)
    return not counts["problems"]


def faults(base: Path, *, is_long: bool) -> bool:
    """An error at each call."""
    is_good = True
    for code in (errno.EIO, errno.ENOSPC, errno.EACCES):
        for is_sticky in (False, True):
            for is_copy in (False, True):
                counts = every_fault(
                    fresh(base, "faults"),
                    code,
                    is_sticky=is_sticky,
                    tears_writes=True,
                    is_copy=is_copy,
                    step=1 if is_long else 4,
                )
                print(
                    f"fault {errno.errorcode[code]:<7}{'for good' if is_sticky else 'once':<9}"
                    f"{'copy' if is_copy else 'own':<5} faults {counts.faults:>4}  unopenable {counts.unopenable}"
                    f"  lost {counts.lost}  silent {counts.silent}  old file hurt {counts.old_file_hurt}",
                    *counts.problems[:3],
                    flush=True,
                )
                is_good &= not counts.problems and not counts.silent
    return is_good


def full_disk(base: Path, *, is_long: bool) -> bool:
    """A real disk of one megabyte that is full and gets room again; only an administrator may mount one."""
    place = fresh(base, "full")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        print("full disk: not run, a small disk cannot be mounted here")
        return True
    try:
        disk = QuickDisk()
        folders, path = Folders(place / "data", place / "data-refuge"), base / "vol.sprint"
        path.unlink(missing_ok=True)
        store = create_sprint(path, {}, folders, disk=disk).store
        filler = place / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(512))
        edits = 60 if is_long else 30
        for number in range(1, edits + 1):
            store.commit(edit(number), kind="edit", label="edit")
            store.flush()
        full = store.state
        filler.unlink()
        is_saved = store.flush()
        store.close()
        again = open_sprint(path, folders, disk=disk).store
        there = newest(again.tables)
        again.close()
        said = full.error.key if full.error else "nothing"
        print(f"full disk: said {said}, {full.pending} waiting; with room again saved {is_saved}, {there} of {edits}")
        return is_saved and there == edits and full.error is not None
    finally:
        subprocess.run(["umount", str(place)], check=False)


def damage(base: Path, *, is_long: bool) -> bool:
    """Damage to each file and to whole places."""
    is_good = True
    for is_crashed in (False, True):
        print("damage,", "after a crash" if is_crashed else "after a good close")
        tries = 40 if is_long else 3
        each = damage_each(fresh(base, "each") / "sprint", is_crashed=is_crashed, tries=tries, seed=5)
        places = damage_places(fresh(base, "places") / "sprint", is_crashed=is_crashed)
        print(each.table(), places.table(), *each.problems[:5], *places.problems[:5], sep="\n", flush=True)
        is_good &= not each.problems and not places.problems
    return is_good


def main() -> int:
    """Run all proofs in a folder that is removed afterwards; 0 when nothing was lost."""
    logging.disable(logging.CRITICAL)
    is_long = "--long" in sys.argv
    base = Path(tempfile.mkdtemp(prefix="store-proof-"))
    is_good = True
    try:
        for proof in (power, kills, faults, full_disk, damage):
            start = perf_counter()
            is_good &= proof(base, is_long=is_long)
            print(f"-- {proof.__name__}: {perf_counter() - start:.0f} s\n", flush=True)
    finally:
        shutil.rmtree(base, ignore_errors=True)
    print("nothing was lost" if is_good else "SOMETHING WAS LOST")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
