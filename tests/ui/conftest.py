"""What a part of the window is given, with a person whose answers the test wrote down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.messages import ScriptedMessages
from ui.context import Context
from ui.icons import Icons
from ui.settings import Settings
from ui.texts import Texts
from ui.theme import Theme


@pytest.fixture
def messages(context: Context) -> ScriptedMessages:
    """The person of this test."""
    assert isinstance(context.messages, ScriptedMessages)
    return context.messages


@pytest.fixture
def context(qapp: QApplication) -> Iterator[Context]:
    """Words in Dutch, a light look, settings that are not kept."""
    theme, texts = Theme(), Texts("nl")
    icons = Icons(theme)
    made = Context(texts, theme, icons, ScriptedMessages(texts, icons), Settings())
    yield made
    assert isinstance(made.messages, ScriptedMessages)
    assert made.messages.problems() == []
