"""The context menu: the same things that gestures and keys do, in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from canvas.commands import Commands
from canvas.paint_lines import signed
from sprint.i18n import Translator
from sprint.records import Channel, Lane


def build_menu(parent: QWidget, t: Translator, commands: Commands, begin_link: Callable[[], None]) -> QMenu:
    """Make the menu for what is chosen now; the caller shows it and lets it go."""
    menu = QMenu(parent)
    has_step = bool(commands.step())
    chosen_steps = commands.steps()
    menu.addAction(t("canvas.menu_add_step"), commands.add_step)
    if has_step:
        menu.addAction(t("canvas.menu_add_alternative"), commands.add_alternative)
        _add_cards(menu.addMenu(t("canvas.menu_add_card")), t, commands)
    menu.addAction(t("canvas.menu_add_phase"), commands.add_phase)
    if commands.is_anything_chosen:
        menu.addSeparator()
        menu.addAction(t("canvas.menu_rename"), commands.rename)
    if chosen_steps:
        _add_feelings(menu.addMenu(t("canvas.menu_feeling")), t, commands)
        _add_channels(menu.addMenu(t("canvas.menu_channel")), t, commands)
        menu.addAction(t("canvas.menu_link"), begin_link)
    if chosen_steps or commands.is_card_chosen:
        _add_moves(menu.addMenu(t("canvas.menu_move")), t, commands)
    if commands.is_anything_chosen:
        menu.addSeparator()
        menu.addAction(t("canvas.menu_delete"), commands.remove)
    return menu


def _add_cards(menu: QMenu, t: Translator, commands: Commands) -> None:
    for lane in Lane:
        menu.addAction(t(f"kind.lane.{lane.value}"), lambda lane=lane: commands.add_card(lane))


def _add_feelings(menu: QMenu, t: Translator, commands: Commands) -> None:
    for value in range(3, -4, -1):
        menu.addAction(f"{signed(value)}\t{value + 4}", lambda value=value: commands.feel(value))
    menu.addAction(t("canvas.menu_feeling_unknown"), lambda: commands.feel(None))


def _add_channels(menu: QMenu, t: Translator, commands: Commands) -> None:
    for channel in Channel:
        menu.addAction(t(f"kind.channel.{channel.value}"), lambda channel=channel: commands.set_channel(channel))


def _add_moves(menu: QMenu, t: Translator, commands: Commands) -> None:
    menu.addAction(t("canvas.menu_move_left"), lambda: commands.move_across(-1))
    menu.addAction(t("canvas.menu_move_right"), lambda: commands.move_across(1))
    menu.addAction(t("canvas.menu_move_up"), lambda: commands.move_down(-1))
    menu.addAction(t("canvas.menu_move_down"), lambda: commands.move_down(1))
