"""The planner on a stage with two days, and hands that drag and press in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from sprint.agenda import blocks_of
from sprint.programme.catalogue import Catalogue
from sprint.records import Block
from tests.helpers.stage import Stage
from tests.ui.panels.conftest import stage
from ui.planner.machine import MachineFacts
from ui.planner.page import PlannerPage
from ui.planner.programme_page import ProgrammePage
from ui.planner.tile import BlockTile

__all__ = ["stage"]


class Hands:
    """A facilitator's hands on the planner."""

    def __init__(self, stage: Stage, page: PlannerPage) -> None:
        self.stage, self.page = stage, page
        self.machine = MachineFacts(displays=1)

    @property
    def programme(self) -> ProgrammePage:
        return self.page.programme

    def tile(self, block_id: str) -> BlockTile:
        return self.programme.timetable.tiles[block_id]

    def block(self, block_id: str) -> Block:
        return self.stage.document.require(Block, block_id)

    def order(self, day_id: str) -> list[str]:
        return [block.id for block in blocks_of(self.stage.document, day_id)]

    def undo_name(self) -> str:
        label = self.stage.bridge.undo_label
        return self.stage.context.texts.translator.label(label) if label is not None else ""

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = self.page.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def focused(self) -> str:
        focus = self.page.window().focusWidget()
        return focus.view.id if isinstance(focus, BlockTile) else ""

    def take(self, block_id: str, at: QPoint | None = None) -> BlockTile:
        tile = self.tile(block_id)
        place = at or QPoint(tile.width() // 2, min(8, tile.height() // 2))
        QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=place)
        return tile

    def carry(self, tile: BlockTile, target: QPoint) -> None:
        """Move the mouse with a block to a place on the screen, in a few steps."""
        for _ in range(3):
            QTest.mouseMove(tile, tile.mapFromGlobal(target))

    def drop(self, tile: BlockTile, target: QPoint) -> None:
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=tile.mapFromGlobal(target))

    def drag(self, block_id: str, target: QPoint) -> None:
        tile = self.take(block_id)
        self.carry(tile, target)
        self.drop(tile, target)

    def above(self, block_id: str) -> QPoint:
        """A place on the upper half of a block."""
        tile = self.tile(block_id)
        return tile.mapToGlobal(QPoint(tile.width() // 2, 2))

    def below(self, block_id: str) -> QPoint:
        """A place on the lower half of a block."""
        tile = self.tile(block_id)
        return tile.mapToGlobal(QPoint(tile.width() // 2, tile.height() - 2))

    def pull(self, block_id: str, minutes: float, *, exactly: bool = False) -> None:
        """Pull the lower edge of a block by so many minutes."""
        tile = self.tile(block_id)
        start = QPoint(tile.width() // 2, tile.height() - 2)
        way = round(minutes * self.programme.timetable.geometry_now.per_minute)
        end = tile.mapToGlobal(start) + QPoint(0, way)
        held = Qt.KeyboardModifier.ShiftModifier if exactly else Qt.KeyboardModifier.NoModifier
        QTest.mousePress(tile, Qt.MouseButton.LeftButton, held, start)
        _move(tile, end, held)
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, held, tile.mapFromGlobal(end))

    def press(self, name: str, inside: QWidget | None = None) -> None:
        """Press the button with this name."""
        found = [
            button
            for button in (inside or self.page).findChildren(QAbstractButton)
            if button.isVisible() and name in (button.accessibleName(), button.text())
        ]
        assert found, f"no button {name!r}"
        assert found[0].isEnabled(), f"{name!r} cannot be pressed"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=QPoint(10, found[0].height() // 2))

    def write(self, field: QLineEdit, text: str) -> None:
        """Write in a field in the place of what is there, and leave it with Enter."""
        assert field.isVisible()
        assert field.isEnabled()
        field.setFocus()
        field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)


def _move(tile: BlockTile, target: QPoint, held: Qt.KeyboardModifier) -> None:
    # QTest.mouseMove knows no modifiers.
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    local = QPointF(tile.mapFromGlobal(target))
    button = Qt.MouseButton.LeftButton
    move = QMouseEvent(QEvent.Type.MouseMove, local, QPointF(target), Qt.MouseButton.NoButton, button, held)
    QApplication.sendEvent(tile, move)
    QApplication.sendEvent(tile, move)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """All exercises, read once."""
    return Catalogue.from_assets()


@pytest.fixture
def hands(stage: Stage, catalogue: Catalogue) -> Hands:
    """The planner on the screen of a laptop."""
    stage.workspace.path = None
    made: list[Hands] = []
    page = PlannerPage(stage.context, stage.bridge, catalogue=catalogue, machine=lambda _folder: made[0].machine)
    made.append(Hands(stage, page))
    stage.show(page, 1200, 900)
    return made[0]


@pytest.fixture
def select(hands: Hands) -> Callable[[str], BlockTile]:
    """Click on a block, which also gives it the keyboard."""

    def click(block_id: str) -> BlockTile:
        tile = hands.tile(block_id)
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(tile.width() // 2, 4))
        return tile

    return click
