"""A sprint that can only be looked at says so all the time, and nothing in it looks as if it could be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from sprint.agenda import blocks_of, days_of
from sprint.journeys import steps_of
from tests.helpers.facilitator import Facilitator
from ui.widgets.feeling_picker import FeelingButton
from ui.widgets.trash import TrashButton


def chip(she: Facilitator) -> str:
    found = she.window.findChild(object, "save_state")
    return str(getattr(found, "text", ""))


def test_the_badge_keeps_saying_it_after_the_strip_is_closed(second: Facilitator) -> None:
    she = second
    assert "in een ander venster op deze computer" in she.notices()
    she.press("Sluiten")
    assert she.notices() == ""
    assert chip(she) == "Alleen kijken"


def test_the_fields_of_the_details_cannot_be_written_in(second: Facilitator) -> None:
    she = second
    details = she.sprint.bench.details
    she.sprint.bench.canvas.select([steps_of(she.document, she.sprint.bench.canvas.journey_id)[0].id])
    page = details.step
    for tab in range(3):
        page.tabs.open(tab)
        shown = page.findChildren(QPlainTextEdit) + page.findChildren(QLineEdit)
        assert [field for field in shown if field.isVisible() and not field.isReadOnly()] == []
        assert [box for box in page.findChildren(QComboBox) if box.isVisible() and box.isEnabled()] == []
        assert [face for face in page.findChildren(FeelingButton) if face.isEnabled()] == []
        assert [bin_ for bin_ in page.findChildren(TrashButton) if bin_.isVisible()] == []
        assert all(button.isEnabled() for button in page.tabs.buttons)


def test_the_clock_offers_nothing_that_cannot_be_done(second: Facilitator) -> None:
    she = second
    assert [button for button in she.sprint.bench.clock.findChildren(QAbstractButton) if button.isVisible()] == []
    she.sprint.bench.show_block(blocks_of(she.document, days_of(she.document)[3].id)[-1].id)
    assert not she.sprint.bench.exercise.start.isVisible()


@pytest.mark.parametrize("place", ["no such folder"])
def test_a_copy_that_is_not_made_is_told_in_the_colour_of_a_failure(
    she: Facilitator, tmp_path: Path, place: str
) -> None:
    she.do("open_example")
    she.saved()
    she.messages.expect(tmp_path / place / "kopie.sprint")
    she.do("save_copy")
    she.qtbot.waitUntil(lambda: she.window.notices.tones.get("told") == "warn")
    assert "Uw sprint zelf is bewaard" in she.notices()
    she.messages.expect(tmp_path / "kopie.sprint")
    she.do("save_copy")
    she.qtbot.waitUntil(lambda: she.window.notices.tones.get("told") == "good")
    assert "is bewaard en nagelezen" in she.notices()
