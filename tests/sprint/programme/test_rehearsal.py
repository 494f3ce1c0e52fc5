"""A day is rehearsed at sixty times speed on a copy, with a sleep and a reboot in it; no trace stays."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from sprint.agenda import behind, blocks_of, closing_time, days_of, end_of, next_block
from sprint.clock import Happening, last_look, what_happened
from sprint.document import Document
from sprint.edits.clock import finish_run, heartbeat, leave_out, open_runs, start_run
from sprint.edits.programme import change_day, new_sprint
from sprint.i18n import Translator
from sprint.ids import IdSource
from sprint.programme.catalogue import Catalogue
from sprint.programme.planning import block_name
from sprint.programme.programmes import load_programme
from sprint.programme.rehearsal import VirtualClock, next_opening, opening_time, rehearsal_content
from sprint.programme.replan import proposals
from sprint.records import Block, Day, Moment, TimerRun
from sprint.rhythm import kept_times
from tests.helpers.clocks import FakeSeconds
from tests.helpers.strategies import snapshot

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 3, 9, 30, tzinfo=AMSTERDAM)
CATALOGUE = Catalogue.from_assets()
DUTCH = Translator.load("nl")


@pytest.fixture
def seconds() -> FakeSeconds:
    return FakeSeconds()


@pytest.fixture
def clock(seconds: FakeSeconds) -> VirtualClock:
    return VirtualClock(NOW, seconds)


@pytest.fixture
def document() -> Document:
    document = Document()
    document.apply(new_sprint(map("id{:05}".format, count()).__next__, load_programme("four_day"), "nl", title="x"))
    return document


def name(block: Block) -> str:
    return block_name(block, CATALOGUE, DUTCH)


def test_a_second_is_a_minute(clock: VirtualClock, seconds: FakeSeconds) -> None:
    before = clock.read()
    seconds.pass_by(60)
    after = clock.read()
    assert (after.boot - before.boot, after.wall - before.wall) == (pytest.approx(3_600), pytest.approx(3_600))
    assert (clock.minute, clock.utc_now()) == (10 * 60 + 30, datetime(2026, 11, 3, 9, 30, tzinfo=UTC))


def test_a_rehearsal_can_stand_still(clock: VirtualClock, seconds: FakeSeconds) -> None:
    clock.pause()
    seconds.pass_by(60)
    assert (clock.is_paused, clock.passed) == (True, 0)
    clock.resume()
    clock.resume()
    seconds.pass_by(2)
    assert (clock.is_paused, clock.passed) == (False, 120)


def test_it_runs_slower_or_faster_and_waits_for_a_window_that_hangs(seconds: FakeSeconds) -> None:
    clock = VirtualClock(NOW, seconds, longest_look=0.5)
    seconds.pass_by(0.4)
    assert clock.passed == pytest.approx(24)
    clock.set_speed(10)
    seconds.pass_by(0.4)
    assert (clock.speed, clock.passed) == (10, pytest.approx(28))
    seconds.pass_by(600)
    assert clock.passed == pytest.approx(33)


@pytest.mark.parametrize(
    ("date", "opens"),
    [
        ("", "2026-11-04T09:00:00"),
        ("2026-11-09", "2026-11-09T09:00:00"),
        ("2026-10-01", "2026-11-04T09:00:00"),
        ("no date", "2026-11-04T09:00:00"),
    ],
)
def test_the_next_day_opens_on_its_date_or_the_next_morning(date: str, opens: str) -> None:
    day = Day(id="day", date=date, start="09:00")
    assert next_opening(day, datetime(2026, 11, 3, 16, 20)) == datetime.fromisoformat(opens)  # noqa: DTZ001 - the wall


def test_a_later_day_is_rehearsed_as_if_the_days_before_were_held(document: Document) -> None:
    days = days_of(document)
    copy = Document()
    copy.apply(rehearsal_content(document, days[2].id))
    following = next_block(copy)
    assert following is not None
    assert following.day_id == days[2].id
    kept = kept_times(copy, copy.require(Day, days[0].id), VirtualClock(NOW, FakeSeconds()).read())
    assert [time.actual for time in kept] == [time.planned for time in kept]
    assert len(kept) == len(blocks_of(copy, days[0].id))


def test_a_reboot_begins_a_new_boot(clock: VirtualClock) -> None:
    before = clock.read()
    clock.reboot(600)
    after = clock.read()
    assert after.boot_id != before.boot_id
    assert after.boot == 0
    assert after.wall - before.wall == pytest.approx(600)


def test_local_time_follows_the_zone_over_the_end_of_summer(seconds: FakeSeconds) -> None:
    clock = VirtualClock(datetime(2026, 10, 25, 1, 30, tzinfo=AMSTERDAM), seconds)
    clock.skip(2 * 3_600)
    assert (clock.local().hour, clock.local().minute) == (2, 30)


def test_a_day_opens_on_its_date_or_today(document: Document) -> None:
    day = days_of(document)[3]
    assert opening_time(document, day.id, NOW) == datetime(2026, 11, 3, 9, 0, tzinfo=AMSTERDAM)
    document.apply(change_day(document, day.id, date="2026-12-01"))
    assert opening_time(document, day.id, NOW) == datetime(2026, 12, 1, 9, 0, tzinfo=AMSTERDAM)


def test_the_copy_begins_unplayed_and_the_sprint_is_not_touched(document: Document) -> None:
    first = days_of(document)[0]
    block = blocks_of(document, first.id)[0]
    played = Document([*document, TimerRun(id="run", block_id=block.id), Moment(id="moment")])
    played.apply(change_day(played, first.id, settled_id=block.id, settled_at="09:50"))
    before = snapshot(played)
    copy = Document()
    copy.apply(rehearsal_content(played))
    assert not copy.table(TimerRun)
    assert not copy.table(Moment)
    assert copy.require(Day, first.id).settled_at == ""
    copy.apply(start_run(copy, lambda: "new", block.id, VirtualClock(NOW, FakeSeconds()).read(), ""))
    assert snapshot(played) == before


class Player:
    """Runs a day as a facilitator would, and keeps what a stopwatch beside her says."""

    def __init__(self, document: Document, clock: VirtualClock, seconds: FakeSeconds, ids: IdSource) -> None:
        self.document, self.clock, self.seconds, self.ids = document, clock, seconds, ids
        self.true: dict[str, float] = {}

    def work(self, minutes: float) -> None:
        """Let the room work so many minutes of its time, beat by beat."""
        for _ in range(round(minutes * 6)):
            self.seconds.pass_by(10 / 60)
            for run in open_runs(self.document):
                self.document.apply(heartbeat(self.document, run.id, self.clock.read()))
                self.true[run.block_id] = self.true.get(run.block_id, 0.0) + 10

    def run(self, block: Block, minutes: float) -> None:
        self.document.apply(start_run(self.document, self.ids, block.id, self.clock.read(), ""))
        self.work(minutes)

    def finish(self) -> None:
        for run in open_runs(self.document):
            self.document.apply(finish_run(self.document, run.id, self.clock.read(), ""))

    def away(self, seconds: float) -> Happening:
        """Wake up after a sleep or a reboot and say that it does not count."""
        run = open_runs(self.document)[0]
        event = what_happened(run, last_look(run), self.clock.read())
        assert event.seconds == pytest.approx(seconds, abs=1)
        self.document.apply(leave_out(self.document, run.id, self.clock.read(), event.seconds))
        return event.kind


def test_four_days_with_everything_that_can_go_wrong_end_with_the_right_minutes(
    document: Document, clock: VirtualClock, seconds: FakeSeconds
) -> None:
    copy = Document()
    copy.apply(rehearsal_content(document))
    kept_before = snapshot(document)
    ids = map("run{:05}".format, count()).__next__
    for number in range(4):
        day = days_of(copy)[number]
        clock.skip((opening_time(copy, day.id, NOW) - clock.local()).total_seconds() % 86_400)
        player = Player(copy, clock, seconds, ids)
        takes = play_day(player, day)
        assert takes >= 1
        kept = kept_times(copy, copy.require(Day, day.id), clock.read())
        assert all(time.is_done for time in kept)
        assert {time.block.id: pytest.approx(time.actual, abs=1) for time in kept} == player.true
        assert end_of(copy, copy.require(Day, day.id)) <= closing_time(copy, day) + LATE_AT_MOST[number]
    assert next_block(copy) is None
    assert snapshot(document) == kept_before


LATE_AT_MOST = (0, 0, 0, 30)  # citizens come at their time: the last day can only catch up as far as its blocks allow


def play_day(player: Player, day: Day) -> int:
    """Play a day: the third block runs over, the fifth ends early, during two others the laptop sleeps and reboots."""
    takes = place = 0
    while (block := next_block(player.document)) is not None and block.day_id == day.id:
        extra = {2: 9, 4: -3}.get(place, 0)
        player.run(block, max(1, block.minutes + extra))
        if place == 6:
            player.clock.skip(1_800)
            assert player.away(1_800) is Happening.SLEPT
        if place == 8:
            player.clock.reboot(600)
            assert player.away(600) is Happening.REBOOTED
        player.finish()
        takes += take_first(player, day)
        place += 1
    return takes


def take_first(player: Player, day: Day) -> int:
    """Take the first proposal that can be taken, as one does with fifteen people waiting."""
    now, minute = player.clock.read(), player.clock.minute
    today = player.document.require(Day, day.id)
    found = proposals(player.document, today, minute, now, CATALOGUE, name)
    able = [proposal for proposal in found if proposal.can_take]
    if not able:
        return 0
    player.document.apply(able[0].diff)
    today = player.document.require(Day, day.id)
    assert behind(player.document, today, minute, now) == 0
    return 1
