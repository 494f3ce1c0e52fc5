"""Two laptops wrote at the same time: together they hold everything, and both wordings of one remark."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from sprint.document import Document
from sprint.edits.citizens import change_remark
from sprint.edits.interviews import write_remark
from sprint.edits.study import give_consent, invite
from sprint.errors import SprintError
from sprint.records import Consent, ConsentTick, Observation, Participant, Record, Step
from sprint.store.folders import Folders
from sprint.study.merging import merge
from sprint.study.second_laptop import bring_in, plan_merge
from sprint.workspace import Workspace
from tests.helpers.citizens import without_study


def start(root: Path, name: str) -> tuple[Workspace, Folders]:
    folders = Folders(root / name / "data", root / name / "refuge")
    path = root / name / "Zwerfafval.sprint"
    path.parent.mkdir()
    return Workspace.create(path, without_study(), folders), folders


def note(space: Workspace, text: str) -> str:
    step, who = next(iter(space.document.table(Step))), next(iter(space.document.table(Participant)))
    space.do(write_remark(space.document, space.ids, step, text, participant_id=who, note_taker="KL"))
    return max(one.id for one in space.document.table(Observation).values() if one.text == text)


def texts(document: Document) -> set[str]:
    return {remark.text for remark in document.table(Observation).values()}


def test_two_note_takers_become_one_sprint(tmp_path: Path) -> None:
    mine, _ = start(tmp_path, "een")
    shared = [note(mine, f"samen {number}") for number in range(3)]
    copy = tmp_path / "stick.sprint"
    mine.save_copy(copy)
    theirs = Workspace.open(copy, Folders(tmp_path / "twee" / "data", tmp_path / "twee" / "refuge"))
    note(mine, "van mij")
    note(theirs, "van de ander")
    mine.do(change_remark(mine.document, shared[0], text="alleen ik"))
    theirs.do(change_remark(theirs.document, shared[1], text="alleen de ander"))
    mine.do(change_remark(mine.document, shared[2], text="wij: ik"))
    theirs.do(change_remark(theirs.document, shared[2], text="wij: de ander"))
    theirs.do(invite(theirs.document, theirs.ids))
    guest = max(theirs.document.table(Participant))
    theirs.record(give_consent(theirs.document, theirs.ids, "participant-p1", [ConsentTick.NOTES], on="2026-10-08"))
    theirs.close()

    merged = plan_merge(mine, copy)
    assert [(one.ours.id, bool(one.beside_id)) for one in merged.conflicts] == [(shared[2], True)]
    before = {one.id: one for one in mine.document}
    assert bring_in(mine, copy, merged) == ()
    assert {"van mij", "van de ander", "alleen ik", "alleen de ander", "wij: ik", "wij: de ander"} <= texts(
        mine.document
    )
    (beside,) = (one for one in mine.document.table(Observation).values() if one.beside_id)
    assert (beside.beside_id, beside.text) == (shared[2], "wij: de ander")
    assert mine.document.get(guest) is not None
    assert len(mine.document.table(Consent)) == 1
    again = plan_merge(mine, copy)
    assert not again.edits and not again.facts
    mine.undo()
    changed = {one for one, record in before.items() if mine.document.get(one) != record}
    assert changed == set()
    mine.close()


def test_another_sprint_is_refused_and_dangling_rows_are_left_out() -> None:
    ids = count(1)
    new = lambda: f"n{next(ids)}"  # noqa: E731 - a source of ids
    one, other = (Document([Participant(id=name)]) for name in ("p", "q"))
    with pytest.raises(SprintError, match="not_this_sprint"):
        merge(one, other, new)
    rows: list[Record] = [Participant(id="p", group="anders"), Participant(id="r")]
    merged = merge(one, Document(rows), new)
    assert [(conflict.ours.id, conflict.beside_id) for conflict in merged.conflicts] == [("p", "")]
    assert dict(merged.added) == {"participants": 1}
