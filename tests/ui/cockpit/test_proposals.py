"""Proposals: three with their price, taken by a key, taken back by undo, and nothing by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sprint.agenda import blocks_of, end_of
from sprint.programme.replan import ProposalKind
from sprint.records import Block, Day
from tests.ui.cockpit.conftest import Room
from ui.cockpit.preview import Effect
from ui.cockpit.proposals import ProposalCard


def overrun(room: Room, minutes: float) -> None:
    """Let the first exercise take longer."""
    room.cockpit.clock.start("b1")
    room.sleep(10 + minutes)
    room.press("Telt mee")


def cards(room: Room) -> list[ProposalCard]:
    return [card for card in room.cockpit.proposals.cards if card.isVisible()]


def minutes(room: Room) -> dict[str, tuple[str, int]]:
    return {
        block.id: (block.day_id, 0 if block.skipped else block.minutes)
        for day in ("day1", "day2")
        for block in blocks_of(room.document, day)
    }


def test_an_expert_who_talks_too_long_brings_three_proposals(room: Room) -> None:
    overrun(room, 17)
    before = minutes(room)
    room.press("Voorstellen")
    assert [card.proposal.kind for card in cards(room) if card.proposal] == [
        ProposalKind.SHRINK,
        ProposalKind.DROP,
        ProposalKind.TOMORROW,
    ]
    assert room.words(room.cockpit.proposals)[0] == "De dag loopt 17 minuten achter. Wat doet u?"
    assert all("Klaar om" in card.price.text() for card in cards(room))
    assert minutes(room) == before


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2)])
def test_one_key_takes_one_and_undo_takes_it_back(room: Room, key: Qt.Key, place: int) -> None:
    overrun(room, 17)
    before = minutes(room)
    room.cockpit.do("proposals")
    assert cards(room)[place].take.isEnabled()
    room.key(key)
    assert not room.cockpit.proposals.isVisible()
    assert minutes(room) != before
    assert end_of(room.document, room.document.require(Day, "day1")) <= 12 * 60
    assert len(room.messages.said) == 1
    room.bridge.undo()
    assert minutes(room) == before


def test_the_preview_shows_what_taking_does(room: Room) -> None:
    overrun(room, 17)
    room.cockpit.do("proposals")
    card = cards(room)[0]
    shown = {row.title: row for row in card.preview.rows}
    QTest.mouseClick(card.take, Qt.MouseButton.LeftButton)
    for block_id in ("b2", "b4", "b5", "b6"):
        block = room.document.require(Block, block_id)
        row = shown[room.cockpit.names.title(block)]
        assert row.minutes == block.minutes
        assert row.effect is (Effect.SHORTER if row.delta else Effect.SAME)
    assert room.bridge.undo_label is not None


def test_what_is_left_out_and_what_goes_to_tomorrow_is_shown(room: Room) -> None:
    overrun(room, 17)
    room.cockpit.do("proposals")
    _, drop, tomorrow = cards(room)
    assert [row.title for row in drop.preview.rows if row.effect is Effect.DROPPED] == ["Snelkritiek"]
    assert Effect.LATER_DAY in {row.effect for row in tomorrow.preview.rows}
    assert "vervalt" in drop.preview.accessibleDescription()


def test_escape_leaves_everything_as_it_is(room: Room) -> None:
    overrun(room, 17)
    before = minutes(room)
    room.cockpit.do("proposals")
    room.key(Qt.Key.Key_Escape)
    assert not room.cockpit.proposals.isVisible()
    assert minutes(room) == before


def test_a_proposal_that_cannot_be_taken_says_why_and_its_key_does_nothing(room: Room) -> None:
    overrun(room, 70)
    before = minutes(room)
    room.cockpit.do("proposals")
    first = cards(room)[0]
    assert not first.take.isEnabled()
    assert "niet genoeg" in first.price.text()
    room.key(Qt.Key.Key_1)
    assert room.cockpit.proposals.isVisible()
    assert minutes(room) == before


def test_time_that_was_won_brings_proposals_too(room: Room) -> None:
    room.cockpit.clock.start("b1")
    room.pass_by(2)
    room.press("Klaar")
    room.press("Voorstellen")
    assert room.words(room.cockpit.proposals)[0] == "U heeft 8 minuten gewonnen. Wat doet u ermee?"
    assert cards(room)[0].proposal is not None


def test_a_day_on_time_needs_nothing(room: Room) -> None:
    room.cockpit.do("proposals")
    assert "Er hoeft niets te veranderen." in room.words(room.cockpit.proposals)
    assert cards(room) == []
    room.key(Qt.Key.Key_1)
    assert room.cockpit.proposals.isVisible()


def test_a_day_tried_out_at_another_hour_is_not_late(room: Room) -> None:
    room.clock.go_on(10 * 3600)
    room.cockpit.clock.start("b2")
    room.pass_by(0.1)
    assert not any("achter" in word for word in room.words(room.cockpit.bar))
    room.cockpit.do("proposals")
    assert cards(room) == []
    assert any("op de dag zelf" in word for word in room.words(room.cockpit.proposals))


def test_while_it_is_open_the_proposals_follow_the_clock(room: Room) -> None:
    overrun(room, 17)
    room.cockpit.do("proposals")
    room.sleep(3)
    assert room.words(room.cockpit.proposals)[0] == "De dag loopt 20 minuten achter. Wat doet u?"


def test_it_speaks_english(room: Room) -> None:
    overrun(room, 17)
    room.cockpit.do("proposals")
    room.context.texts.set_language("en")
    assert room.words(room.cockpit.proposals)[0] == "The day runs 17 minutes behind. What will you do?"
    assert cards(room)[0].take.text() == "Take proposal 1 (key 1)"
