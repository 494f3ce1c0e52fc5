"""The power goes while somebody is erased: all of it is done afterwards, or nothing was begun; others lose nothing."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from sprint.errors import SprintError
from sprint.store.erasure import Erasure
from sprint.store.folders import Folders
from sprint.store.sprint_store import SprintStore, create_sprint, open_sprint
from tests.helpers.canaries import canaries_in
from tests.proof.disks import FailingDisk, QuickDisk, RecordingDisk
from tests.proof.power import put_down, states
from tests.proof.sessions import small_snapshots

WORDS = ("kanarie-een", "kanarie-twee", "wie-weggaat")
ERASURE = Erasure(
    rows={"people": ["wie-weggaat"], "said": ["zin-1", "zin-3"]},
    names=["wie-weggaat"],
    forgotten=["half"],
    pictures=[],
    final={"study": {"study": {"withdrawn": 1}}},
    label="study.edit_erased",
)
OTHERS = {"zin-2": {"by": "wie-blijft", "text": "blijft een"}, "zin-4": {"by": "wie-blijft", "text": "blijft twee"}}


def spoken(root: Path, disk: QuickDisk) -> None:
    """A closed sprint with a file, a backup and a history in which two people spoke."""
    store = create_sprint(root / "wijk.sprint", {}, Folders(root / "data", root / "refuge"), disk=disk).store
    rows = {
        "zin-1": {"by": "wie-weggaat", "text": "kanarie-een"},
        "zin-2": OTHERS["zin-2"],
        "zin-3": {"by": "wie-weggaat", "text": "kanarie-twee"},
        "zin-4": OTHERS["zin-4"],
    }
    store.commit({"people": {"wie-weggaat": {"code": "P1"}, "wie-blijft": {"code": "P2"}}}, kind="edit", label="edit")
    for number, (record_id, row) in enumerate(rows.items()):
        store.commit({"said": {record_id: row}, "half": {"draft": {"text": row["text"]}}}, kind="edit", label="edit")
        if number == 1:
            store.mirror()
    store.begin_erasing(ERASURE)
    store.close()


def reopened(root: Path, disk: QuickDisk | None = None) -> SprintStore:
    return open_sprint(root / "wijk.sprint", Folders(root / "data", root / "refuge"), disk=disk or QuickDisk()).store


def check(root: Path, where: str) -> bool:
    """Open, look and close; tells whether somebody was erased. Half of it is a mistake, and so is a lost word."""
    store = reopened(root)
    said = dict(store.tables.get("said", {}))
    is_erased = "wie-weggaat" not in store.tables["people"]
    store.close()
    assert {one: said.get(one) for one in OTHERS} == OTHERS, where
    if is_erased:
        assert canaries_in(root, WORDS) == [], where
        assert set(said) == set(OTHERS), where
    else:
        assert set(said) == {"zin-1", "zin-2", "zin-3", "zin-4"}, where
    return is_erased


@pytest.mark.parametrize("model", ["KILL", "EXT4", "STRICT"])
def test_a_power_cut_leaves_it_done_or_not_begun(tmp_path: Path, model: str) -> None:
    root = tmp_path / "computer"
    root.mkdir()
    disk = RecordingDisk()
    with small_snapshots(3):
        spoken(root, disk)
        noted = next(n for n, op in enumerate(disk.ops) if op.other is not None and op.other.name == "erasing.json")
        begun = len(disk.ops)
        reopened(root, disk).close()
    ops = disk.ops
    shutil.copytree(root, tmp_path / "after")
    assert canaries_in(tmp_path / "after", WORDS) == []
    places = [*range(noted - 3, noted + 4), *range(begun, len(ops), 1 if model == "KILL" else 4)]
    outcomes = []
    for upto in places:
        for number, state in enumerate(states(ops, upto, model, 3)):
            put_down(state, root)
            is_erased = check(root, f"{model} {upto} of {len(ops)}, state {number}")
            assert is_erased or upto < begun, f"{model} {upto}: an erasure that was noted did not happen"
            outcomes.append(is_erased)
    assert set(outcomes) == {True, False}


def test_a_failing_disk_only_delays_it(tmp_path: Path) -> None:
    template = tmp_path / "template"
    template.mkdir()
    root = tmp_path / "computer"
    root.mkdir()
    spoken(root, QuickDisk())
    shutil.rmtree(template)
    shutil.copytree(root, template)
    number, came = 1, True
    while came:
        shutil.rmtree(root)
        shutil.copytree(template, root)
        disk = FailingDisk(errno.ENOSPC)
        disk.fail_at = number
        try:
            reopened(root, disk).close()
        except SprintError as error:
            assert error.key in ("study.erase_not_finished", "study.erase_file_blocked", "store.disk_full"), error
        came = disk.calls >= number
        assert check(root, f"fault at call {number}")
        number += 2
