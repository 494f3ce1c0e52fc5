"""Hands that live a rehearsed day from block to block, and a stopwatch of their own beside the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sprint.agenda import blocks_of, days_of, next_block
from sprint.programme.replan import ProposalKind
from sprint.records import Block
from sprint.rhythm import kept_times
from tests.helpers.facilitator import Facilitator
from ui.cockpit.cockpit import Cockpit
from ui.rehearsal.strip import RehearsalStrip

BEAT = 300.0
"""How many seconds pass at once; everything in between is the same."""
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class Rehearser:
    """Plays days in a rehearsal whose clock stands still but for what she lets pass."""

    def __init__(self, she: Facilitator) -> None:
        self.she = she
        self.planned: dict[str, float] = {}
        self.stopwatch: dict[str, tuple[float, float]] = {}
        """Planned and lived seconds by block, counted here and not by the program."""
        self.kinds: set[str] = set()

    @property
    def strip(self) -> RehearsalStrip:
        """The strip that says that this is a rehearsal."""
        strip = self.she.program.rehearsal.strip
        assert strip is not None
        return strip

    @property
    def cockpit(self) -> Cockpit:
        """The cockpit of the copy."""
        return self.she.sprint.bench.cockpit

    def begin(self) -> None:
        """Begin to rehearse the day that comes next, and let time stand still."""
        self.she.do("rehearse")
        self.she.do("rehearse_still")
        self.planned = {block.id: block.minutes * 60.0 for block in self.she.document.table(Block).values()}

    def live_day(
        self,
        *,
        overruns: Mapping[int, int] | None = None,
        early: Mapping[int, int] | None = None,
        sleeps: Mapping[int, int] | None = None,
        power_cuts: Mapping[int, int] | None = None,
        takes: Sequence[ProposalKind] = (),
    ) -> None:
        """Live every block of a day; the maps say in which block (from 0) what happens, and for how many minutes."""
        wanted = list(takes)
        today = self.cockpit.clock.today
        assert today is not None
        place = 0
        while (block := next_block(self.she.document)) is not None and block.day_id == today.day.id:
            over = (overruns or {}).get(place, 0)
            lasts = (block.minutes + over - (early or {}).get(place, 0)) * 60.0
            self.she.do("clock_pause")
            assert self.cockpit.clock.run is not None
            assert self.cockpit.clock.run.block_id == block.id
            first = lasts / 2 // BEAT * BEAT  # what was worked since the last beat goes with the power
            self.work(first)
            if minutes := (sleeps or {}).get(place, 0):
                self.she.program.rehearsal.sleep(minutes)
                self.answer(minutes)
            if minutes := (power_cuts or {}).get(place, 0):
                self.she.program.rehearsal.lose_power(minutes)
                self.answer(minutes)
            self.work(lasts - first)
            self.she.do("clock_done")
            self.stopwatch[block.id] = (self.planned[block.id], lasts)
            if over and wanted:
                self.take(wanted.pop(0))
            place += 1
        assert not wanted
        self.read_closing(today.day.id)
        self.she.do("rehearse_next")

    def work(self, seconds: float) -> None:
        """Let the room work; the program looks now and then, as its timer would."""
        while seconds > 0:
            self.she.program.rehearsal.let_pass(min(BEAT, seconds))
            self.cockpit.clock.tick()
            seconds -= BEAT
        QApplication.processEvents()

    def answer(self, minutes: int) -> None:
        """Say that the time nobody saw does not count."""
        assert f"{minutes} minuten" in self.she.notices()
        self.she.press("Telt niet mee")

    def take(self, kind: ProposalKind) -> None:
        """Take the proposal of a kind by its key; all of the drift is gone then."""
        panel = self.cockpit.proposals
        self.she.do("proposals")
        offered = [card.proposal for card in panel.cards if card.isVisible()]
        place = next(place for place, each in enumerate(offered) if each is not None and each.kind is kind)
        assert len(offered) == len(_KEYS)
        QTest.keyClick(panel, _KEYS[place])
        assert not panel.isVisible()
        today = self.cockpit.clock.today
        assert today is not None
        assert today.behind == 0, f"{kind} left {today.behind} minutes"
        self.kinds.add(kind.value)

    # ---- reading

    def held(self) -> dict[str, tuple[float, float]]:
        """Give planned and actual seconds by block, as the program kept them."""
        document, now = self.she.document, self.she.sprint.bridge.read_clock()
        kept = [time for day in days_of(document) for time in kept_times(document, day, now)]
        return {time.block.id: (time.planned, round(time.actual, 3)) for time in kept}

    def read_closing(self, day_id: str) -> None:
        """Open the page that closes the day: each exercise stands there with the minutes of her stopwatch."""
        self.she.do("day_page")
        page = self.cockpit.day_page
        assert page.day_id == day_id
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        names, blocks = self.cockpit.names, blocks_of(self.she.document, day_id)
        for block in blocks:
            if block.id in self.stopwatch:
                planned, lived = (str(round(seconds / 60)) for seconds in self.stopwatch[block.id])
                row = [names.title(block), planned, lived]
                assert any(said[at : at + 3] == row for at in range(len(said))), f"{row} not in {said}"
