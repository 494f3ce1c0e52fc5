"""What hands and eyes do on the panels: choose, read, wait until a panel has shown what happened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.helpers.stage import Stage
from ui.panels.cards import CardRow
from ui.panels.details import DetailsPanel
from ui.widgets.fields import ChoiceField

CLICK = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def choose(field: ChoiceField, words: str) -> None:
    """Walk to a choice with the arrows, as a person does."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(field.count()):
        if field.currentText() == words:
            return
        QTest.keyClick(field, Qt.Key.Key_Down)
    raise AssertionError(f"no choice {words}")


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def settle(stage: Stage, panel: DetailsPanel) -> None:
    """Let the panel show what happened in this turn of the event loop."""
    stage.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in panel.findChildren(QTimer)))


def card_rows(panel: DetailsPanel) -> list[CardRow]:
    """Give the cards of the selected step as they stand."""
    return [row for row in panel.step.cards.rows.rows.values() if isinstance(row, CardRow)]
