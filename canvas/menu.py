"""The context menu: the same things that gestures and keys do, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from canvas.arranging import Arranging
from canvas.clipboard import Clipping
from canvas.commands import Commands
from canvas.paint_lines import signed
from sprint.i18n import Translator
from sprint.records import Channel, Lane, StepKind

_AS_ON_THE_KEYBOARD = QKeySequence.SequenceFormat.NativeText


class Offering(Protocol):
    """The canvas as its menu sees it."""

    t: Translator
    commands: Commands
    clipping: Clipping
    arranging: Arranging

    def attempt(self, edit: Callable[[], object]) -> None:
        """Do something and tell when a rule forbids it."""

    @property
    def is_palette_shown(self) -> bool:
        """Whether the palette can be seen."""

    def toggle_minimap(self) -> None:
        """Show the map or hide it."""

    def toggle_palette(self) -> None:
        """Show the palette or hide it."""

    def paste(self) -> None:
        """Paste what is on the clipboard."""

    def begin_link(self) -> None:
        """Start linking by keyboard."""

    def aim(self) -> None:
        """Make the current step the target of the sprint."""


class _Maker:
    """Fills a menu; every entry is tried, so that a rule that forbids it is told and not thrown."""

    def __init__(self, canvas: Offering) -> None:
        self._canvas = canvas
        self.t, self.commands = canvas.t, canvas.commands
        self.clipping, self.arranging = canvas.clipping, canvas.arranging

    def add(self, menu: QMenu, text: str, edit: Callable[[], object], keys: str = "") -> QAction:
        """Add an entry; `keys` are shown beside it, in the words of the reader's keyboard."""
        label = f"{text}\t{QKeySequence(keys).toString(_AS_ON_THE_KEYBOARD)}" if keys else text
        return menu.addAction(label, lambda: self._canvas.attempt(edit))

    def add_new_things(self, menu: QMenu) -> None:
        """Add what makes something new."""
        t, commands = self.t, self.commands
        self.add(menu, t("canvas.menu_add_step"), commands.add_step, "Enter")
        if commands.step():
            self.add(menu, t("canvas.menu_add_alternative"), commands.add_alternative)
            cards = menu.addMenu(t("canvas.menu_add_card"))
            for lane in Lane:
                self.add(cards, t(f"kind.lane.{lane.value}"), lambda lane=lane: commands.add_card(lane))
        self.add(menu, t("canvas.menu_add_phase"), commands.add_phase)

    def add_clipboard(self, menu: QMenu) -> None:
        """Add cut, copy, paste and duplicate."""
        if self.commands.steps() or self.commands.is_card_chosen:
            self.add(menu, self.t("canvas.menu_cut"), self.clipping.cut, "Ctrl+X")
            self.add(menu, self.t("canvas.menu_copy"), self.clipping.copy, "Ctrl+C")
            self.add(menu, self.t("canvas.menu_duplicate"), self.clipping.duplicate, "Ctrl+D")
        self.add(menu, self.t("canvas.menu_paste"), self._canvas.paste, "Ctrl+V")

    def add_step_things(self, menu: QMenu) -> None:
        """Add what is said about steps."""
        t, commands = self.t, self.commands
        feelings = menu.addMenu(t("canvas.menu_feeling"))
        for value in range(3, -4, -1):
            self.add(feelings, signed(value), lambda value=value: commands.feel(value), str(value + 4))
        self.add(feelings, t("canvas.menu_feeling_unknown"), lambda: commands.feel(None))
        kinds = menu.addMenu(t("canvas.menu_kind"))
        for kind in StepKind:
            self.add(kinds, t(f"kind.step.{kind.value}"), lambda kind=kind: commands.set_kind(kind))
        channels = menu.addMenu(t("canvas.menu_channel"))
        for channel in Channel:
            self.add(
                channels, t(f"kind.channel.{channel.value}"), lambda channel=channel: commands.set_channel(channel)
            )
        self.add(menu, t("canvas.menu_link"), self._canvas.begin_link, "L")
        self.add(menu, t("canvas.menu_target"), self._canvas.aim)

    def add_moves(self, menu: QMenu) -> None:
        """Add the four directions."""
        t, commands = self.t, self.commands
        moves = menu.addMenu(t("canvas.menu_move"))
        self.add(moves, t("canvas.menu_move_left"), lambda: commands.move_across(-1), "Ctrl+Left")
        self.add(moves, t("canvas.menu_move_right"), lambda: commands.move_across(1), "Ctrl+Right")
        self.add(moves, t("canvas.menu_move_up"), lambda: commands.move_down(-1), "Ctrl+Up")
        self.add(moves, t("canvas.menu_move_down"), lambda: commands.move_down(1), "Ctrl+Down")

    def add_order(self, menu: QMenu) -> None:
        """Add what brings order."""
        t, arranging = self.t, self.arranging
        order = menu.addMenu(t("canvas.menu_order"))
        if self.commands.steps():
            self.add(order, t("canvas.menu_group"), arranging.group, "Ctrl+G")
            self.add(order, t("canvas.menu_align"), arranging.align, "Ctrl+R")
            self.add(order, t("canvas.menu_pin"), arranging.toggle_pins, "Ctrl+L")
            self.add(order, t("canvas.menu_distribute"), arranging.distribute)
        self.add(order, t("canvas.menu_straighten"), arranging.straighten)
        self.add(order, t("canvas.menu_tidy"), arranging.tidy, "Ctrl+Shift+T")
        lanes = menu.addMenu(t("canvas.menu_lanes"))
        for lane in Lane:
            action = self.add(lanes, t(f"kind.lane.{lane.value}"), lambda lane=lane: arranging.toggle_lane(lane))
            action.setCheckable(True)
            action.setChecked(arranging.is_lane_shown(lane))

    def add_view(self, menu: QMenu) -> None:
        """Add what can be shown or hidden."""
        canvas = self._canvas
        view = menu.addMenu(self.t("canvas.menu_view"))
        shown = self.add(view, self.t("canvas.palette"), canvas.toggle_palette)
        shown.setCheckable(True)
        shown.setChecked(canvas.is_palette_shown)
        self.add(view, self.t("canvas.minimap"), canvas.toggle_minimap, "Ctrl+M")


def build_menu(canvas: Offering) -> QMenu:
    """Make the menu for what is chosen now; the caller shows it and lets it go."""
    maker, commands = _Maker(canvas), canvas.commands
    menu = QMenu(canvas)
    maker.add_new_things(menu)
    menu.addSeparator()
    if commands.is_anything_chosen:
        maker.add(menu, canvas.t("canvas.menu_rename"), commands.rename, "F2")
    maker.add_clipboard(menu)
    menu.addSeparator()
    if commands.steps():
        maker.add_step_things(menu)
    if commands.steps() or commands.is_card_chosen:
        maker.add_moves(menu)
    maker.add_order(menu)
    maker.add_view(menu)
    if commands.is_anything_chosen:
        menu.addSeparator()
        maker.add(menu, canvas.t("canvas.menu_delete"), commands.remove, "Delete")
    return menu


def popup(menu: QMenu, place: QPoint) -> None:
    """Show a menu at a place on the screen; every entry gets a letter of its own, and the menu goes when it closes."""
    give_letters(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def give_letters(menu: QMenu) -> None:
    """Mark in every entry the first letter that no other entry of this menu has, so that one key chooses it."""
    taken: set[str] = set()
    for action in menu.actions():
        text = action.text()
        words = text.partition("\t")[0]
        free = (n for n, letter in enumerate(words) if letter.isalnum() and letter.casefold() not in taken)
        place = next(free, None)
        if place is not None:
            taken.add(words[place].casefold())
            action.setText(f"{text[:place]}&{text[place:]}")
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            give_letters(submenu)
