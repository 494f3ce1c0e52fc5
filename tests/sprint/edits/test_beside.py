"""Two wordings of one remark: one stays or both do, and merging the same copy again does not ask again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.beside import beside_pairs, keep_both, keep_ours, keep_theirs
from sprint.edits.citizens import change_remark
from sprint.edits.interviews import write_remark
from sprint.edits.patterns import mark_pattern
from sprint.records import Observation, Participant, Pattern, Step
from sprint.store.folders import Folders
from sprint.study.second_laptop import bring_in, plan_merge
from sprint.workspace import Workspace
from tests.helpers.citizens import without_study

OURS, THEIRS = "zoals hier geschreven", "zoals daar geschreven"


@pytest.mark.parametrize(
    ("decide", "left"), [(keep_ours, {OURS}), (keep_theirs, {THEIRS}), (keep_both, {OURS, THEIRS})]
)
def test_what_is_chosen_stays_and_is_not_asked_again(
    decide: Callable[[Document, str], Diff], left: set[str], tmp_path: Path
) -> None:
    mine = Workspace.create(tmp_path / "een.sprint", without_study(), Folders(tmp_path / "een"))
    document = mine.document
    step, who = next(iter(document.table(Step))), next(iter(document.table(Participant)))
    mine.do(write_remark(document, mine.ids, step, "samen", participant_id=who))
    remark_id = next(one.id for one in document.table(Observation).values() if one.text == "samen")
    mine.do(mark_pattern(document, mine.ids, [remark_id], "Iets"))
    copy = tmp_path / "stick.sprint"
    mine.save_copy(copy)
    theirs = Workspace.open(copy, Folders(tmp_path / "twee"))
    theirs.do(change_remark(theirs.document, remark_id, text=THEIRS, valence=-1))
    theirs.close()
    mine.do(change_remark(document, remark_id, text=OURS))

    merged = plan_merge(mine, copy)
    assert [bool(one.beside_id) for one in merged.conflicts] == [True]
    bring_in(mine, copy, merged)
    ((ours, other),) = beside_pairs(document)
    assert (ours.text, other.text) == (OURS, THEIRS)
    before = set(document.table(Observation))
    mine.do(decide(document, other.id))
    assert beside_pairs(document) == []
    texts = {one.text for one in document.table(Observation).values()}
    assert texts & {OURS, THEIRS} == left
    assert all(
        document.get(one) is not None
        for one in document.require(Pattern, next(iter(document.table(Pattern)))).observation_ids
    )
    assert plan_merge(mine, copy).conflicts == ()
    mine.undo()
    assert set(document.table(Observation)) == before
    mine.close()
