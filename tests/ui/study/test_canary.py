"""After a withdrawal no file that the program writes holds a word of who withdrew; the list of files is in the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sprint.document import Document
from sprint.edits.drafts import draft_id, keep_draft
from sprint.edits.interviews import begin_interview, write_debrief, write_remark
from sprint.edits.patterns import mark_pattern
from sprint.edits.study import change_participant, give_consent, invite
from sprint.edits.survey import answer, ask_own
from sprint.records import Block, ConsentTick, Interview, Observation, Participant, Pattern, Question, Track
from sprint.study.texts import study_of
from tests.helpers.canaries import canaries_in
from tests.ui.study.conftest import Hands
from ui.study.participants import ParticipantsTab

WORDS = tuple(
    f"kanarie-{what}-“groen”" for what in ("groep", "zin", "uitleg", "verslag", "antwoord", "klad", "patroon")
)
AT = "2026-10-08T09:30:00+00:00"
KEPT_IN = (
    *("journal/", "snapshot", "history.log", "twins/", "backups/"),  # the working folder, its second copy, older files
    "zwerfafval.sprint",
)
"""Where words are while somebody takes part; besides these the program writes what must never hold any."""
NEVER_IN = ("settings", "recent", "logs/", "library", "prints/", "rehearsals/", "room")


def newest(document: Document, kind: type) -> str:
    return max(one for one in document.table(kind) if not one.startswith(("remark", "pattern", "question", "talk")))


def speak(hands: Hands) -> Participant:
    """Leave words of somebody in every kind of record."""
    bridge, document = hands.she.sprint.bridge, hands.she.document
    group, said, told, debrief, written, half, title = WORDS
    bridge.do(invite(document, bridge.ids, 2, track=Track.SPENT, group=group))
    who = sorted(document.table(Participant).values(), key=lambda one: one.order)[-1]
    bridge.do(change_participant(document, who.id, needs="tolk"))
    bridge.record(give_consent(document, bridge.ids, who.id, ConsentTick, on="2026-10-08", explained_by=told))
    bridge.record(begin_interview(document, bridge.ids, who.id, at=AT))
    bridge.record(write_debrief(document, newest(document, Interview), surprise=debrief))
    bridge.do(write_remark(document, bridge.ids, "step-tobe-1", said, participant_id=who.id, severity=3))
    bridge.do(mark_pattern(document, bridge.ids, [newest(document, Observation)], title))
    bridge.do(ask_own(document, bridge.ids, "Wat zou u een buurvrouw vertellen?"))
    bridge.do(answer(document, bridge.ids, newest(document, Question), who.id, 5, text=written))
    bridge.record(keep_draft(document, draft_id("talk", who.id), half))
    return who


def test_no_file_holds_a_word_of_who_withdrew(
    hands: Hands, morning: Path, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("unexpected in window: ValueError")
    who = speak(hands)
    she, program = hands.she, hands.she.program
    she.sprint.bridge.workspace.save_moment("Toen")
    she.saved()
    # The room sees the wall, the window breaks down once and says so in the log, and the sprint is opened again.
    block = next(one.id for one in she.document.table(Block).values() if one.exercise == "patterns")
    she.sprint.bench.show_block(block)
    room_page = she.sprint.bench.exercise.surface
    assert room_page is not None
    room_page.room_page()
    guard = she.session.guard
    guard.happened.disconnect()
    try:
        raise ValueError(WORDS[1])
    except ValueError as error:
        guard._on_exception(type(error), error, error.__traceback__)
    program.close_sprint()
    assert program.open_path(morning)
    she.sprint.bridge.do(change_participant(she.document, who.id, needs="lift"))
    she.saved()
    she.sprint.bridge.workspace.store.mirror()
    places = "\n".join(canaries_in(tmp_path, WORDS))
    for kept in KEPT_IN:
        assert kept in places, f"the test finds nothing in {kept}:\n{places}"
    assert [line for line in places.splitlines() if any(never in line for never in NEVER_IN)] == []
    written = {path.name for path in (tmp_path / "profile").rglob("*") if path.is_file()}
    assert any(name.endswith(".log") for name in written), "the crash is in the log"

    page = hands.open("study_participants")
    assert isinstance(page, ParticipantsTab)
    page.table.setCurrentCell(page.table.rowCount() - 1, 0)
    old = program.sprint
    hands.messages.expect("erase", who.code)
    hands.press("Deelname intrekken en wissen", page)
    she.qtbot.waitUntil(lambda: program.sprint not in (None, old))
    assert study_of(she.document).withdrawn == 1
    words = [*WORDS[1:], who.id]
    she.saved()
    assert canaries_in(tmp_path, words) == []
    assert WORDS[6] not in {one.title for one in she.document.table(Pattern).values()}
    # The other one who was invited with the same words stays.
    assert canaries_in(tmp_path, WORDS[:1])
    program.close_sprint()
    assert canaries_in(tmp_path, words) == []
