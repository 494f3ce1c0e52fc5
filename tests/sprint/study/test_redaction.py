"""What was made unreadable cannot be read anywhere any more: not by undo, in a copy, in the journal or in a backup."""

from __future__ import annotations

from pathlib import Path

from sprint.diff import make_diff
from sprint.document import Document
from sprint.edits.citizens import change_remark
from sprint.edits.drafts import draft_id, keep_draft
from sprint.edits.interviews import write_remark
from sprint.edits.redact import redact_field
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.records import Note, Observation, Participant, Step
from sprint.store.folders import Folders
from sprint.study.redaction import erase_words, fields_with
from sprint.study.withdrawal import withdraw
from sprint.workspace import Workspace
from tests.helpers.canaries import canaries_in
from tests.helpers.citizens import without_study

WORDS = Translator.load("nl")
PHONE, NAME = "06-98761234", "Kanariewaterhuijsen"
PARTS = (PHONE, PHONE[:-2], NAME, NAME[:8])
SAID = f"bel mij op {PHONE} of vraag naar {NAME} graag"
COVERED = "bel mij op [telefoonnummer] of vraag naar [naam] graag"


def texts(document: Document) -> set[str]:
    return {remark.text for remark in document.table(Observation).values()}


def typed(space: Workspace, remark_id: str) -> None:
    """Type the words letter by letter, as the window keeps them."""
    for end in range(1, len(SAID) + 1):
        space.do(change_remark(space.document, remark_id, text=SAID[:end]), merge="typing")
        space.record(keep_draft(space.document, draft_id("talk", "x"), SAID[:end]))
    space.record(keep_draft(space.document, draft_id("talk", "x"), "half getypt"))


def cover(space: Workspace, remark_id: str) -> None:
    space.record(redact_field(space.document, remark_id, "text", WORDS, [NAME]))
    text = space.document.require(Observation, remark_id).text
    erase_words(space, {remark_id: {"text": text}}, [PHONE, NAME])


def test_covered_words_are_gone_from_every_file_and_nothing_else_is(tmp_path: Path) -> None:
    folders, path = Folders(tmp_path / "data", tmp_path / "refuge"), tmp_path / "Zwerfafval.sprint"
    space = Workspace.create(path, without_study(), folders)
    step, who = next(iter(space.document.table(Step))), next(iter(space.document.table(Participant)))
    space.do(write_remark(space.document, space.ids, step, "eerst dit", participant_id=who))
    remark_id = next(one.id for one in space.document.table(Observation).values() if one.text == "eerst dit")
    typed(space, remark_id)
    space.save_moment("Toen")
    space.close()
    space = Workspace.open(path, folders)  # journal, snapshot, twin, file and a backup hold the words now
    space.do(change_remark(space.document, remark_id, severity=2))
    space.flush()
    space.store.mirror()
    assert len(canaries_in(tmp_path, PARTS)) > 8
    before = {one.id: one for one in space.document}

    cover(space, remark_id)
    assert COVERED in texts(space.document)
    space.undo()
    space.redo()
    assert COVERED in texts(space.document)
    copy = tmp_path / "stick.sprint"
    space.save_copy(copy)
    assert [line for line in canaries_in(tmp_path, PARTS) if line.startswith("stick")] == []
    space.do(change_remark(space.document, remark_id, text="later nog anders"))
    assert space.close() == ()
    assert canaries_in(tmp_path, PARTS) == []

    space = Workspace.open(path, folders)
    assert space.findings == ()
    assert space.read_past() == []
    after = {one.id: one for one in space.document}
    assert after.keys() == before.keys()
    assert {one for one in before if after[one] != before[one]} == {remark_id}
    assert space.document.require(Observation, remark_id).text == "later nog anders"
    past = space.document_at(space.moments()[0])
    assert COVERED in texts(past)
    assert draft_id("talk", "x") in {one.id for one in space.document}
    space.close()
    again = Workspace.open(copy, Folders(tmp_path / "other"))
    assert COVERED in texts(again.document)
    again.close()


def test_a_crash_does_not_lose_the_order_and_a_withdrawal_takes_it_along(tmp_path: Path) -> None:
    folders, path = Folders(tmp_path / "data"), tmp_path / "Zwerfafval.sprint"
    space = Workspace.create(path, without_study(), folders)
    space.do(make_diff("edit.add_note", [(None, Note(id="note-x", text=SAID))]))
    assert fields_with(space.document, SAID) == {"note-x": {"text": SAID}}
    people = sorted(space.document.table(Participant))
    space.record(redact_field(space.document, "note-x", "text", WORDS, [NAME]))
    erase_words(space, {"note-x": {"text": COVERED}}, [PHONE, NAME])
    space.flush()
    orders = [*folders.working.rglob("erasing.json")]
    assert len(orders) == 1, "the order is on disk before the sprint is closed"
    space = withdraw(space, people[0], folders)
    assert canaries_in(tmp_path, [*PARTS, people[0]]) == []
    assert space.document.require(Note, "note-x").text == COVERED
    space.close()


def test_who_only_looks_covers_nothing(tmp_path: Path) -> None:
    folders, path = Folders(tmp_path / "data"), tmp_path / "Zwerfafval.sprint"
    Workspace.create(path, without_study(), folders).close()
    looking = Workspace.open(path, folders, read_only=True)
    try:
        erase_words(looking, {}, [PHONE])
    except SprintError as error:
        assert "read_only" in error.key
    else:
        raise AssertionError("it must be refused")
    looking.close()
