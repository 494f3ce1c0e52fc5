"""The style sheet of the whole program, written in roles so that every theme is the same page in other colours.

Widgets say what they are with a property: `kind` on buttons (primary, plain, quiet, clock, clock_now), `role` on
labels (muted, small, lead, title, heading, display, section), `ground` on frames (paper, surface, band, clock, now,
good, warn, danger).
"""

from __future__ import annotations

from string import Template
from typing import Protocol

from assets.fonts import FAMILY

_ROLES = (
    *("paper", "surface", "band", "ink", "muted", "disabled", "line", "line_soft", "focus"),
    *("accent", "accent_soft", "on_accent", "now", "now_soft", "on_now"),
    *("good", "good_soft", "warn", "warn_soft", "danger", "danger_soft"),
    *("clock_ground", "clock_text", "clock_muted", "clock_now", "clock_track", "clock_line"),
)

_PAGE = Template("""
* { font-family: "$family"; font-size: ${body}px; color: $ink; }
QWidget { background: transparent; }
QMainWindow, QDialog, QMenu, QWidget[ground="paper"] { background: $paper; }
QWidget[ground="surface"] { background: $surface; }
QDialog#command_palette { border: ${focus_width}px solid $line; }
QFrame#header { border: none; border-bottom: 1px solid $line_soft; }
QWidget[ground="band"] { background: $band; border-radius: ${band_radius}px; }
QWidget[ground="card"] { background: $surface; border: ${line_width}px solid $line_soft;
    border-radius: ${band_radius}px; }
QWidget[ground="now"] { background: $now_soft; border-radius: ${radius}px; }
QWidget[ground="good"] { background: $good_soft; border-radius: ${radius}px; }
QWidget[ground="warn"] { background: $warn_soft; border-radius: ${radius}px; }
QWidget[ground="danger"] { background: $danger_soft; border-radius: ${radius}px; }
QWidget[ground="clock"] { background: $clock_ground; }
QWidget[ground="clock"] QLabel { color: $clock_text; }
QWidget[ground="clock"] QLabel[role="muted"] { color: $clock_muted; }
QFrame[role="divider"] { background: $line_soft; border: none; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="lead"] { font-size: ${lead}px; }
QLabel[role="lead_bold"] { font-size: ${lead}px; font-weight: bold; }
QLabel[role="bold"], QLabel[role="section"] { font-weight: bold; }
QLabel[role="title"] { font-size: ${title}px; font-weight: bold; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: bold; }
QLabel[role="display"] { font-size: ${display}px; font-weight: bold; }
QLabel[role="brand"] { font-size: ${title}px; font-weight: bold; color: $accent; }
QLabel[role="danger"] { color: $danger; font-weight: bold; }

QPushButton, QToolButton { min-height: ${target_in}px; padding: 0 14px; border-radius: ${radius}px;
    border: ${line_width}px solid $line; background: $surface; color: $ink; }
QToolButton { padding: 0 8px; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; }
QPushButton:pressed, QToolButton:pressed { background: $line_soft; }
QPushButton:focus, QToolButton:focus { border: ${focus_width}px solid $focus; padding: 0 ${focus_pad}px; }
QToolButton:focus { padding: 0 ${focus_tool_pad}px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $line_soft; background: transparent; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $ink; border-color: $ink; color: $paper; }
QPushButton[kind="primary"]:focus { border: ${focus_width}px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $line_soft; border-color: $line_soft; color: $disabled; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { border: ${line_width}px solid transparent;
    background: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: ${focus_width}px solid $focus; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { background: $accent_soft;
    border-color: $accent; }
QPushButton[kind="link"] { border: ${focus_width}px solid transparent; background: transparent; color: $accent;
    padding: 0 4px; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: ${focus_width}px solid $focus; padding: 0 4px; }
QPushButton[kind="danger"] { background: $danger; border-color: $danger; color: $surface; font-weight: bold; }
QPushButton[kind="clock"] { background: transparent; border-color: $clock_line; color: $clock_text; }
QPushButton[kind="clock"]:hover { background: $clock_track; }
QPushButton[kind="clock"]:focus { border: ${focus_width}px solid $clock_now; }
QPushButton[kind="clock_now"] { background: transparent; border-color: $clock_now; color: $clock_now; }
QPushButton[kind="clock_now"]:hover { background: $clock_track; }
QPushButton[kind="clock_now"]:focus { border: ${focus_width}px solid $clock_text; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QAbstractSpinBox {
    background: $surface; border: ${line_width}px solid $line; border-radius: ${radius}px; padding: 4px 8px;
    color: $ink; selection-background-color: $accent; selection-color: $on_accent; min-height: ${field_in}px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: ${focus_width}px solid $focus; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $disabled; border-color: $line_soft; }
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"] { border: ${line_width}px solid transparent;
    background: transparent; }
QLineEdit[kind="bare"]:hover, QPlainTextEdit[kind="bare"]:hover { border-color: $line_soft; }
QLineEdit[kind="bare"]:focus, QPlainTextEdit[kind="bare"]:focus { background: $surface;
    border: ${focus_width}px solid $focus; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { border-radius: 0; background: $surface; border: ${line_width}px solid $line;
    selection-background-color: $accent_soft; selection-color: $ink; outline: none; padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QCheckBox, QRadioButton { spacing: 8px; min-height: ${target}px; padding: 0 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 18px; height: 18px; border: ${line_width}px solid $line;
    background: $surface; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $band; color: $ink; border: none; border-right: 1px solid $line_soft;
    padding: 4px 8px; min-height: ${field_in}px; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QAbstractItemView { background: $surface; color: $ink; outline: none; padding: 0;
    selection-background-color: $accent; selection-color: $on_accent; border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QCalendarWidget QToolButton { border-color: transparent; min-width: ${target}px; font-weight: bold; }

QMenu { border: ${line_width}px solid $line_soft; border-radius: ${radius}px; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; min-height: 20px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line_soft; margin: 6px 8px; }
QMenu::icon { padding-left: 10px; }
QToolTip { background: $ink; color: $paper; border: none; padding: 6px 8px; qproperty-textFormat: PlainText; }

QListView, QListWidget, QTreeView, QTableView { background: $surface; border: ${line_width}px solid $line_soft;
    border-radius: ${radius}px; outline: none; }
QListView::item, QListWidget::item { padding: 6px 10px; border-radius: 6px; min-height: 22px; }
QListView::item:selected, QListWidget::item:selected { background: $accent_soft; color: $ink; }
QListView:focus, QListWidget:focus { border: ${focus_width}px solid $focus; }
QTableView::item { padding: 4px 8px; border: none; border-bottom: 1px solid $line_soft; }
QTableView::item:selected { background: $accent_soft; color: $ink; }
QTableView:focus { border: ${focus_width}px solid $focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $band; color: $muted; border: none; border-bottom: 1px solid $line_soft;
    padding: 6px 8px; font-weight: bold; }
QTreeView { border: ${focus_width}px solid transparent; border-radius: 0; }
QTreeView:focus { border-color: $focus; }
QTreeView::item { padding: 2px 4px; border-radius: 6px; }
QTreeView::item:selected { background: $accent_soft; color: $ink; }
QTreeView::item:hover:!selected { background: $band; }
QTreeView::branch:selected { background: $accent_soft; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line_soft; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $line; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    border: none; width: 0; height: 0; }
QSplitter::handle { background: $line_soft; }
QProgressBar { background: $line_soft; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


class Look(Protocol):
    """What the page needs of a theme."""

    def hex(self, role: str) -> str:
        """Give a colour as text."""

    def size(self, role: str) -> int:
        """Give a length in pixels."""

    def line(self, role: str) -> int:
        """Give how heavy a line is in pixels."""


def build_stylesheet(look: Look) -> str:
    """Fill the page with the colours and sizes of a look."""
    values: dict[str, str | int] = {role: look.hex(role) for role in _ROLES}
    for name in ("small", "body", "lead", "title", "heading", "display"):
        values[name] = look.size(name)
    line, target = look.line("line"), look.size("target.mouse")
    values |= {
        "family": FAMILY,
        "radius": look.size("radius.card"),
        "band_radius": look.size("radius.band"),
        "line_width": line,
        "target": target,
        "focus_width": look.line("focus"),
        # A thicker edge must not push the words together.
        "focus_pad": 14 - (look.line("focus") - line),
        "focus_tool_pad": 8 - (look.line("focus") - line),
        # The style sheet counts the inside; the edge comes on top of it.
        "target_in": target - 2 * line,
        "field_in": target - 2 * line - 8,
    }
    return _PAGE.substitute(values)
