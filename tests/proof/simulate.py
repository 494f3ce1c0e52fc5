"""Runs the power-loss simulator over a recorded session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.proof.disks import Op
from tests.proof.power import put_down, states
from tests.proof.sessions import Counts, acknowledged


def simulate(
    ops: list[Op],
    root: Path,
    model: str,
    reopen: Callable[[Path], int],
    *,
    most: int,
    every: int = 1,
    first_seq: int = 0,
) -> Counts:
    """Cut the power behind every `every`-th call, build up to `most` states each, and reopen each different one.

    `first_seq` is the number of the commit that holds no edit (a sprint's beginning).
    """
    counts = Counts()
    seen: dict[int, int | str] = {}
    for upto in range(1, len(ops) + 1, every):
        saved = acknowledged(ops, upto)
        for state in states(ops, upto, model, most):
            counts.states += 1
            key = hash(tuple(sorted((str(path), content) for path, content in state.items() if content is not None)))
            if key not in seen:
                put_down(state, root)
                try:
                    seen[key] = reopen(root)
                except Exception as error:  # noqa: BLE001 - a proof counts everything that goes wrong
                    seen[key] = f"{type(error).__name__}: {error}"
            result = seen[key]
            if isinstance(result, str):
                if saved:
                    counts.unopenable += 1
                    counts.problems.append(f"after call {upto} of {len(ops)}, {saved} saved: {result}")
            elif result < 0:
                counts.wrong += 1
                counts.problems.append(f"after call {upto} of {len(ops)}: wrong content")
            elif result < saved - first_seq:
                counts.lost += 1
                counts.problems.append(f"after call {upto} of {len(ops)}: {saved - first_seq} saved, {result} there")
    return counts
