"""A small sprint on a stage of its own, without a disk: what the panels do is read from its document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.stage import Stage, small_sprint, stage_of
from ui.panels.details import DetailsPanel


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    """A stage in Dutch and light; questions nobody expected fail the test."""
    with stage_of(qtbot, small_sprint()) as made:
        yield made


@pytest.fixture
def details(stage: Stage) -> DetailsPanel:
    """Give the details of a journey with its second step selected."""
    made = DetailsPanel(stage.context, stage.bridge)
    made.set_journey("j")
    stage.show(made, 340, 1400)
    made.show_selection(["s2"])
    return made
