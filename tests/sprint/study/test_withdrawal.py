"""Somebody withdraws: not one byte of theirs is left in any file, and not one of anybody else is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sprint.diff import make_diff
from sprint.edits.about import change_sprint
from sprint.edits.citizens import change_remark
from sprint.edits.delete import delete
from sprint.edits.drafts import draft_id, keep_draft
from sprint.edits.interviews import begin_interview, write_debrief, write_remark
from sprint.edits.patterns import draw_insight, mark_pattern
from sprint.edits.study import change_participant, give_consent, invite
from sprint.edits.survey import answer, ask_own
from sprint.edits.verdicts import answer_sprint_question
from sprint.errors import SprintError
from sprint.records import (
    Answer,
    ConsentTick,
    Interview,
    Note,
    NoteKind,
    Observation,
    Participant,
    Pattern,
    Picture,
    Question,
    Record,
    Step,
    Verdict,
)
from sprint.store.folders import Folders
from sprint.study.merging import withdrawn_mark
from sprint.study.second_laptop import bring_in, plan_merge
from sprint.study.texts import study_of
from sprint.study.withdrawal import begin_withdrawal, mentions, withdraw
from sprint.workspace import Workspace
from tests.helpers.canaries import canaries_in
from tests.helpers.citizens import without_study

THEIRS = tuple(
    f"kanarië-{what}-“geel”"
    for what in ("groep", "zin", "tweede", "weg", "terug", "scène", "antwoord", "uitleg", "verslag", "patroon", "klad")
)
ON = "2026-10-08"
AT = "2026-10-08T09:30:00+00:00"


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (12, 200, 90)).save(out, "PNG")
    return out.getvalue()


class Laptop:
    """A sprint on disk, in which one participant said a lot and others something."""

    def __init__(self, root: Path, path: Path | None = None) -> None:
        self.folders = Folders(root / "data", root / "refuge")
        self.path = path or root / "Zwerfafval.sprint"
        Workspace.create(self.path, without_study(), self.folders).close()
        self.space = Workspace.open(self.path, self.folders)
        self.do(invite(self.document, self.ids, 2))
        self.gone, self.stays = sorted(self.document.table(Participant).values(), key=lambda who: who.order)[-2:]
        self.steps = sorted(self.document.table(Step))[:3]

    @property
    def document(self):
        return self.space.document

    @property
    def ids(self):
        return self.space.ids

    def do(self, diff) -> None:
        self.space.do(diff)

    def newest(self, kind: type[Record]) -> str:
        return max(
            record_id for record_id in self.document.table(kind) if not record_id.startswith(("remark", "note-"))
        )

    def remark(self, text: str, who: Participant | None = None, **more: object) -> str:
        who = who or self.gone
        self.do(write_remark(self.document, self.ids, self.steps[0], text, participant_id=who.id, **more))
        return self.newest(Observation)


def speak(at: Laptop) -> str:
    """Leave words of the one who goes in every kind of record and in every corner of the history."""
    group, said, second, away, undone, scene, written, told, wrap, title, half = THEIRS
    at.do(change_participant(at.document, at.gone.id, group=group, needs="tolk"))
    for who in (at.gone, at.stays):
        at.space.record(
            give_consent(at.document, at.ids, who.id, ConsentTick, on=ON, explained_by=told if who is at.gone else "KL")
        )
    at.space.record(begin_interview(at.document, at.ids, at.gone.id, at=AT, interviewer="KL"))
    talk = next(iter(at.document.table(Interview)))
    at.space.record(write_debrief(at.document, talk, surprise=wrap))
    first = at.remark(said, scene=scene, severity=3)
    at.do(change_remark(at.document, first, text=second))
    at.do(delete(at.document, [at.remark(away)]))
    at.remark(undone)
    at.space.undo()
    at.space.record(keep_draft(at.document, draft_id("remark", at.steps[0]), half))
    at.do(ask_own(at.document, at.ids, "Wat zou u een buurvrouw vertellen?"))
    question = at.newest(Question)
    at.do(answer(at.document, at.ids, question, at.gone.id, 5, text=written))
    at.do(answer(at.document, at.ids, question, at.stays.id, 6, text="blijft: prettig"))
    picture = at.space.store.add_media(photo())
    row = Picture(id=at.ids(), sha256=picture.sha256, extension=picture.ext, width=40, height=30)
    at.do(make_diff("edit.add_picture", [(None, row)]))
    at.do(change_remark(at.document, first, picture_ids=(row.id,)))
    at.do(mark_pattern(at.document, at.ids, [first], title))
    at.do(draw_insight(at.document, at.newest(Pattern), title))
    kept = at.remark("blijft: ik zag een foto", at.stays)
    at.do(mark_pattern(at.document, at.ids, [first, kept], "Foto helpt"))
    sprint_question = next(note.id for note in at.document.table(Note).values() if note.kind is NoteKind.QUESTION)
    at.do(
        answer_sprint_question(
            at.document, at.ids, sprint_question, Verdict.PARTLY, reason="half", observation_ids=[first, kept]
        )
    )
    return picture.sha256


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def test_not_one_byte_is_left_and_nothing_of_others_is_lost(laptop: Laptop, tmp_path: Path) -> None:
    sha = speak(laptop)
    named = laptop.space.save_moment("Dag vier")
    laptop.space.flush()
    laptop.space.store.mirror()
    laptop.remark("blijft: daarna", laptop.stays)
    laptop.space.close()
    laptop.space = Workspace.open(laptop.path, laptop.folders)  # now snapshot, journal, file and backup hold it all
    working = laptop.folders.working / laptop.space.store.uid
    for rubbish in ("set-aside/20261008T0930/journal/00000001.log", ".snapshot.new", "media/.half.new"):
        (working / rubbish).parent.mkdir(parents=True, exist_ok=True)
        (working / rubbish).write_text(THEIRS[1], encoding="utf-8")
    damaged = laptop.folders.backups / laptop.space.store.uid / "damaged-20261008T093000000000Z-Zwerfafval.sprint"
    damaged.write_text(THEIRS[1], encoding="utf-8")
    words = (*THEIRS, laptop.gone.id, sha)
    before = "\n".join(canaries_in(tmp_path, words))
    for place in ("journal", "snapshot", "backups", "twins", "Zwerfafval.sprint", "media", "history.log"):
        assert place in before, before
    others = {one.id: one for one in laptop.document if laptop.gone.id not in vars(one).values()}

    laptop.space = withdraw(laptop.space, laptop.gone.id, laptop.folders)

    assert canaries_in(tmp_path, words) == []
    assert [finding.key for finding in laptop.space.findings] == ["study.found_erased"]
    assert study_of(laptop.document).withdrawn == 1
    changed = {"study", "draft-remark-" + laptop.steps[0]}
    for record_id, record in others.items():
        now = laptop.document.get(record_id)
        if now is None:
            assert isinstance(record, Pattern | Picture) or record_id in changed, record
        elif not isinstance(record, Pattern) and record.TABLE != "sprint_answers":
            assert now == record
    texts = {remark.text for remark in laptop.document.table(Observation).values()}
    assert {"blijft: ik zag een foto", "blijft: daarna"} <= texts
    (pattern,) = laptop.document.table(Pattern).values()
    assert (pattern.title, len(pattern.observation_ids)) == ("Foto helpt", 1)
    past = laptop.space.document_at(named)
    assert "blijft: ik zag een foto" in {remark.text for remark in past.table(Observation).values()}
    assert past.get(laptop.gone.id) is None
    assert laptop.space.read_past() == []
    laptop.space.close()
    assert canaries_in(tmp_path, words) == []


def test_once_more_is_one_more_and_work_goes_on(laptop: Laptop, tmp_path: Path) -> None:
    speak(laptop)
    code = laptop.gone.code
    laptop.space = withdraw(laptop.space, laptop.gone.id, laptop.folders)
    laptop.do(invite(laptop.document, laptop.ids))
    assert code not in {who.code for who in laptop.document.table(Participant).values()}
    laptop.remark("later gezegd", laptop.stays)
    laptop.space.undo()
    laptop.space.redo()
    laptop.space = withdraw(laptop.space, laptop.stays.id, laptop.folders)
    assert canaries_in(tmp_path, ["later gezegd", "blijft: ik zag", laptop.stays.id]) == []
    study = study_of(laptop.document)
    assert study.withdrawn == 2
    assert study.withdrawn_marks == tuple(sorted(map(withdrawn_mark, (laptop.gone.id, laptop.stays.id))))
    laptop.space.close()
    again = Workspace.open(laptop.path, laptop.folders)
    assert again.findings == ()
    assert len(again.document.table(Participant)) == 9
    again.close()


def test_an_older_copy_does_not_bring_them_back(laptop: Laptop, tmp_path: Path) -> None:
    speak(laptop)
    copy = tmp_path / "tweede laptop.sprint"
    laptop.space.save_copy(copy)
    laptop.space = withdraw(laptop.space, laptop.gone.id, laptop.folders)
    merged = plan_merge(laptop.space, copy)
    assert merged.kept_out >= 5
    bring_in(laptop.space, copy, merged)
    assert laptop.document.get(laptop.gone.id) is None
    assert not [one for one in laptop.document if getattr(one, "participant_id", "") == laptop.gone.id]
    laptop.space.close()
    assert [line for line in canaries_in(tmp_path, THEIRS[:-1]) if not line.startswith(copy.name)] == []


def test_a_file_on_a_stick_that_is_away_is_erased_when_it_is_back(tmp_path: Path) -> None:
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    laptop = Laptop(tmp_path, stick / "Zwerfafval.sprint")
    speak(laptop)
    begin_withdrawal(laptop.space, laptop.gone.id)
    uid = laptop.space.store.uid
    laptop.space.close()
    stick.rename(pocket)

    space = Workspace.open_unfinished(uid, laptop.folders)
    assert "study.erase_file_waits" in [finding.key for finding in space.findings]
    left = canaries_in(tmp_path, THEIRS)
    assert left
    assert [line for line in left if not line.startswith("pocket")] == []
    title = "Later nog iets"
    space.do(change_sprint(space.document, title=title))
    space.close()

    pocket.rename(stick)
    space = Workspace.open(laptop.path, laptop.folders)
    assert space.document.sprint.title == title
    assert study_of(space.document).withdrawn == 1
    space.close()
    assert canaries_in(tmp_path, THEIRS) == []
    assert not list(tmp_path.rglob("erasing.json"))


def test_copies_that_the_program_knows_of_are_named(laptop: Laptop, tmp_path: Path) -> None:
    speak(laptop)
    laptop.space.close()
    beside = tmp_path / "Zwerfafval (conflict 2026-10-08 09.30).sprint"
    beside.write_bytes(laptop.path.read_bytes())
    copy = tmp_path / "kopie.sprint"
    copy.write_bytes(laptop.path.read_bytes())
    Workspace.open(copy, laptop.folders).close()
    laptop.space = Workspace.open(laptop.path, laptop.folders)
    laptop.space = withdraw(laptop.space, laptop.gone.id, laptop.folders)
    told = {finding.key: finding.params for finding in laptop.space.findings}
    names = str(told["study.found_erased_elsewhere"]["names"])
    assert str(beside) in names
    assert str(copy) in names
    laptop.space.close()


def test_what_the_team_wrote_about_somebody_is_shown_beforehand(laptop: Laptop) -> None:
    speak(laptop)
    said = THEIRS[2]
    laptop.do(make_diff("edit.add_note", [(None, Note(id="about", text=f"Denk aan {laptop.gone.code}: {said}"))]))
    laptop.do(make_diff("edit.add_note", [(None, Note(id="not-about", text=f"{laptop.gone.code}0 is een ander"))]))
    found = {(mention.record_id, mention.field) for mention in mentions(laptop.document, laptop.gone.id)}
    assert ("about", "text") in found
    assert ("not-about", "text") not in found
    laptop.space.close()


def test_who_only_looks_cannot_erase(laptop: Laptop) -> None:
    speak(laptop)
    laptop.space.close()
    looking = Workspace.open(laptop.path, laptop.folders, read_only=True)
    with pytest.raises(SprintError, match="read_only"):
        begin_withdrawal(looking, laptop.gone.id)
    looking.close()
    space = Workspace.open(laptop.path, laptop.folders)
    assert space.document.get(laptop.gone.id) is not None
    assert len(space.document.table(Answer)) == 2
    space.close()
