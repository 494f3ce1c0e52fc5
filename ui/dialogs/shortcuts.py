"""The keys, made from the rows of actions and of the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.action_row import key_words
from ui.actions import ActionSet
from ui.context import Context
from ui.dialogs.base import Dialog
from ui.widgets.labels import PlainLabel, TextLabel

CANVAS_KEYS: tuple[tuple[str, str], ...] = (
    ("ui.keys_arrows", "ui.key_move_chosen"),
    ("ui.keys_ctrl_arrows", "ui.key_move_step"),
    ("ui.keys_enter", "ui.key_write"),
    ("Ctrl+Enter", "ui.key_next_phase"),
    ("ui.keys_tab", "ui.key_to_card"),
    ("ui.keys_numbers", "ui.key_feeling"),
    ("L", "ui.key_link"),
    ("ui.keys_delete", "ui.key_delete"),
    ("Shift+F10", "ui.key_menu"),
    ("Esc", "ui.key_escape"),
    ("ui.keys_space", "ui.key_pan"),
)
"""What the canvas and the clock do with a key of their own: the key (a text or its name) and what it does."""


class ShortcutsDialog(Dialog):
    """A sheet of everything that can be done with a key."""

    def __init__(self, context: Context, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(context, "ui.shortcuts_title", parent, width=940)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(420)
        area.setAccessibleName(context.texts("ui.shortcuts_title"))
        sheet = QWidget()
        columns = QGridLayout(sheet)
        columns.setHorizontalSpacing(48)
        columns.setColumnStretch(0, 1)
        columns.setColumnStretch(1, 1)
        columns.addLayout(self._everywhere(actions), 0, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(self._on_canvas(), 0, 1, Qt.AlignmentFlag.AlignTop)
        area.setWidget(sheet)
        self.page.addWidget(area)
        self.add_button("ui.done", kind="primary", is_default=True).clicked.connect(self.accept)

    def _everywhere(self, actions: ActionSet) -> QGridLayout:
        grid = _grid()
        grid.addWidget(TextLabel(self.context, "ui.shortcuts_everywhere", role="lead_bold"), 0, 0, 1, 2)
        for row, action in actions:
            if row.keys:
                keys = [key_words(key, self.context.texts) for key in action.shortcuts()]
                _add(grid, PlainLabel(" / ".join(keys), role="bold"), TextLabel(self.context, row.text))
        return grid

    def _on_canvas(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(TextLabel(self.context, "ui.shortcuts_canvas", role="lead_bold"), 0, 0, 1, 2)
        for key, does in CANVAS_KEYS:
            _add(grid, TextLabel(self.context, key, role="bold"), TextLabel(self.context, does, wrap=True))
        return grid


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    return grid


def _add(grid: QGridLayout, key: QWidget, does: QWidget) -> None:
    line = grid.rowCount()
    grid.addWidget(key, line, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(does, line, 1)
