"""Four days are rehearsed through the real windows, with everything that goes wrong on a day; nothing of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.agenda import days_of, next_block
from sprint.programme.replan import ProposalKind
from sprint.records import Note, TimerRun
from tests.helpers.facilitator import Facilitator
from tests.helpers.rehearser import Rehearser
from tests.helpers.starting import Start
from tests.helpers.strategies import snapshot


@pytest.fixture
def she_plans(she: Facilitator) -> Facilitator:
    """She began a sprint of four days of her own."""
    she.do("new_sprint")
    she.type_in("Wat wil de inwoner?", "Ik wil verhuizen")
    she.press("new_start")
    she.saved()
    return she


def traces(she: Facilitator) -> dict[Path, bytes]:
    """Everything that the program keeps, but for the log and the second copies, which follow in their own time."""
    later = {she.profile / "data" / name for name in ("logs", "twins", "library-twin")}
    files = (path for path in she.profile.rglob("*") if path.is_file() and later.isdisjoint(path.parents))
    return {path.relative_to(she.profile): path.read_bytes() for path in files}


def is_at_rest(she: Facilitator) -> bool:
    """Whether every journal has the snapshot that its writer makes in its own time after opening.

    The library is opened last: it notes the sprint when its window is complete.
    """
    data = she.profile / "data"
    journals = [path for path in data.rglob("journal") if path.is_dir()]
    return data / "library" / "shelves" / "journal" in journals and all(
        (path.parent / "snapshot").exists() for path in journals
    )


def test_four_days_end_with_the_right_minutes(she_plans: Facilitator) -> None:
    she = she_plans
    room = Rehearser(she)
    room.begin()
    room.live_day(overruns={2: 12, 7: 9}, early={4: 5}, takes=(ProposalKind.SHRINK, ProposalKind.DROP))
    room.live_day(overruns={1: 15}, sleeps={3: 40}, takes=(ProposalKind.TOMORROW,))
    room.live_day(overruns={2: 8}, power_cuts={4: 10}, takes=(ProposalKind.SHRINK,))
    room.live_day(early={1: 3}, overruns={3: 6}, takes=(ProposalKind.SHRINK,))
    assert next_block(she.document) is None
    assert room.held() == room.stopwatch
    she.do("rehearse_end")
    assert not she.document.table(TimerRun)


def test_nothing_of_a_rehearsal_stays(she_plans: Facilitator) -> None:
    she = she_plans
    path, settings = she.sprint.path, she.session.context.settings
    assert path is not None
    she.qtbot.waitUntil(path.exists)
    she.do("show_as_is")
    she.qtbot.waitUntil(lambda: is_at_rest(she))
    before, records, undo = traces(she), snapshot(she.document), she.program.actions["undo"].text()
    chosen = {key: settings.get(key) for key in ("language", "sound", "details_open", "theme")}

    she.do("plan_flight")
    she.press("Deze dag repeteren")
    room = Rehearser(she)
    assert she.window.findChild(type(room.strip), "rehearsal") is not None
    assert not she.program.actions["save_copy"].isEnabled()
    assert not she.program.actions["open"].isEnabled()
    she.do("rehearse_next")
    she.do("room_show")
    assert she.sprint.bench.room.is_screen_open
    she.do("sound")
    she.do("language")
    she.do("theme_dark")
    she.do("details")
    she.do("capture")
    QTest.keyClicks(she.front().focusWidget(), "Een briefje")
    QTest.keyClick(she.front().focusWidget(), Qt.Key.Key_Return)
    assert she.document.table(Note)
    she.sprint.keep_moment("Repetitie")
    she.do("rehearse_next")
    she.do("rehearse_end")

    assert {key: settings.get(key) for key in chosen} == chosen
    assert snapshot(she.document) == records
    assert she.program.actions["undo"].text() == undo
    assert she.sprint.bench.surface == "planner"
    shown = {window.objectName() for window in QApplication.topLevelWidgets() if window.isVisible()}
    assert "room_screen" not in shown
    assert traces(she) == before
    assert she.sprint.path == path


def leave_behind(profile: Path) -> Path:
    left = profile / "data" / "rehearsals" / "left"
    left.mkdir(parents=True)
    (left / "in_use").touch()
    (left / "participants.log").write_text("a name")
    return left


def test_what_a_crash_left_of_a_rehearsal_is_thrown_away_at_the_next_start(start: Start, tmp_path: Path) -> None:
    left = leave_behind(tmp_path / "profile")
    she = start()
    she.program.warm_up()
    she.qtbot.waitUntil(lambda: not left.parent.exists())


def test_what_a_crash_left_of_a_rehearsal_is_thrown_away_by_the_next_one(she_plans: Facilitator) -> None:
    she = she_plans
    left = leave_behind(she.profile)
    she.do("rehearse")
    (mine,) = (she.profile / "data" / "rehearsals").iterdir()
    assert mine != left
    she.do("rehearse_end")
    assert not mine.parent.exists()


def test_closing_the_window_ends_the_rehearsal_and_keeps_the_sprint(start: Start) -> None:
    she = start()
    she.do("open_example")
    she.saved()
    title = she.document.sprint.title
    runs = len(she.document.table(TimerRun))
    she.program.rehearse("begin", days_of(she.document)[1].id)
    she.do("rehearse_next")
    assert len(she.document.table(TimerRun)) < runs
    she.window.close()
    she.session.end()
    again = start()
    again.do("open_example")
    assert again.document.sprint.title == title
    assert len(again.document.table(TimerRun)) == runs
    assert not (again.profile / "data" / "rehearsals").exists()


def test_a_rehearsal_does_not_begin_while_the_clock_of_the_sprint_runs(she_plans: Facilitator) -> None:
    she = she_plans
    she.do("clock_pause")
    assert not she.program.actions["rehearse"].isEnabled()
    she.do("clock_done")
    assert she.program.actions["rehearse"].isEnabled()
