"""The menu of a row of the outline: what the keys do, with the keys beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sprint.records import Card, Lane, Phase, Record, Step
from ui.texts import Texts

_FEELINGS = (3, 2, 1, 0, -1, -2, -3)


class Rows(Protocol):
    """The outline as its menu sees it."""

    @property
    def current(self) -> Record | None:
        """The record of the current row."""

    def add_step(self) -> None:
        """Add a step."""

    def add_card(self, lane: Lane | None = None) -> None:
        """Add a card."""

    def add_phase(self) -> None:
        """Add a phase."""

    def rename(self) -> None:
        """Write in the row."""

    def remove(self) -> None:
        """Delete what is chosen."""

    def feel(self, value: int | None) -> None:
        """Set a feeling."""

    def move(self, across: int, down: int) -> None:
        """Move what is chosen."""


def build_menu(rows: Rows, t: Texts) -> QMenu:
    """Make the menu for the current row."""
    assert isinstance(rows, QWidget)
    menu = QMenu(rows)
    record = rows.current
    _row(menu, t("journey.menu_add_step"), rows.add_step, "Enter")
    if isinstance(record, Card | Step):
        cards = menu.addMenu(t("journey.menu_add_card"))
        for lane in Lane:
            _row(cards, t(f"kind.lane.{lane.value}"), lambda lane=lane: rows.add_card(lane))
    _row(menu, t("journey.menu_add_phase"), rows.add_phase, "Shift+Enter")
    if record is None:
        return menu
    menu.addSeparator()
    _row(menu, t("journey.menu_write"), rows.rename, "F2")
    if isinstance(record, Step):
        feelings = menu.addMenu(t("journey.menu_feeling"))
        for value in _FEELINGS:
            _row(feelings, t.translator.signed(value), lambda value=value: rows.feel(value), str(value + 4))
        _row(feelings, t("journey.menu_feeling_unknown"), lambda: rows.feel(None))
    moves = menu.addMenu(t("journey.menu_move"))
    _row(moves, t("journey.menu_up"), lambda: rows.move_chosen(0, -1), _keys("Alt+Up"))
    _row(moves, t("journey.menu_down"), lambda: rows.move_chosen(0, 1), _keys("Alt+Down"))
    if not isinstance(record, Phase):
        aside = ("journey.menu_lane_before", "journey.menu_lane_after")
        if isinstance(record, Step):
            aside = ("journey.menu_phase_before", "journey.menu_phase_after")
        _row(moves, t(aside[0]), lambda: rows.move_chosen(-1, 0), _keys("Alt+Left"))
        _row(moves, t(aside[1]), lambda: rows.move_chosen(1, 0), _keys("Alt+Right"))
    menu.addSeparator()
    _row(menu, t("journey.menu_delete"), rows.remove, "Del")
    return menu


def _keys(keys: str) -> str:
    """Name keys as the system names them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _row(menu: QMenu, text: str, run: Callable[[], object], keys: str = "") -> None:
    # The keys are told, not claimed: the outline itself listens to them.
    menu.addAction(f"{text}\t{keys}" if keys else text).triggered.connect(lambda _checked=False: run())
