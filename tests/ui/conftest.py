"""What a part of the window is given, with a person whose answers the test wrote down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.messages import ScriptedMessages
from tests.helpers.stage import Stage, dutch_context
from tests.helpers.starting import second, she, start, with_example
from ui.context import Context

__all__ = ["second", "she", "start", "with_example"]


@pytest.fixture
def messages(context: Context) -> ScriptedMessages:
    """The person of this test."""
    assert isinstance(context.messages, ScriptedMessages)
    return context.messages


@pytest.fixture
def context(qapp: QApplication) -> Iterator[Context]:
    """Words in Dutch, a light look, settings that are not kept."""
    made = dutch_context()
    yield made
    assert isinstance(made.messages, ScriptedMessages)
    assert made.messages.problems() == []


@pytest.fixture
def dressed(qapp: QApplication, stage: Stage) -> Iterator[None]:
    """Dress the program as a person sees it: sizes come from its style sheet."""
    qapp.setStyleSheet(stage.context.theme.stylesheet())
    yield
    qapp.setStyleSheet("")
