"""Which card is next in a direction, and where a card that is let go of belongs."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect

from ui.exercises.wall_layout import LOOSE, WallGroup, WallPlaces

_ASIDE = 3
"""So much further away counts what lies aside of the way."""


def nearest(places: Mapping[str, QRect], start: str, across: int, down: int) -> str:
    """Give the nearest place in a direction (−1, 0 or 1 across and down), or "" at the edge."""
    if start not in places:
        return ""
    here = places[start]
    found, best = "", 0
    for record_id, rect in places.items():
        if record_id == start:
            continue
        if across:
            ahead = (rect.center().x() - here.center().x()) * across
            aside = _apart(here.top(), here.bottom(), rect.top(), rect.bottom())
            ahead = ahead if (rect.left() - here.left()) * across > 0 else 0
            aside = aside * _ASIDE + abs(rect.top() - here.top())
        else:
            ahead = (rect.top() - here.top()) * down
            aside = _apart(here.left(), here.right(), rect.left(), rect.right()) * _ASIDE
            aside += abs(rect.left() - here.left())
        far = ahead + aside
        if ahead > 0 and (not found or far < best):
            found, best = record_id, far
    return found


def _apart(low: int, high: int, other_low: int, other_high: int) -> int:
    return max(0, other_low - high, low - other_high)


def neighbour(order: Sequence[str], lost: str, left: Container[str]) -> str:
    """Give what lay behind something that went, of what is left, or else what lay before it; "" for nothing."""
    place = order.index(lost) if lost in order else 0
    behind = (one for one in order[place + 1 :] if one in left)
    before = (one for one in reversed(order[:place]) if one in left)
    return next(behind, "") or next(before, "")


def drop_place(
    places: WallPlaces, groups: Sequence[WallGroup], at: QPoint, dragged: Container[str], elsewhere: str
) -> tuple[str, str] | None:
    """Give the group and the card before which something lands at `at`; `elsewhere` is open ground, "" for nowhere."""
    for group in groups:
        box = places.groups.get(group.id)
        if box is None or not box.contains(at):
            continue
        cards = [card.id for card in group.cards if card.id not in dragged]
        before = next((card_id for card_id in cards if _comes_before(at, places.cards[card_id])), "")
        return group.id, before
    if elsewhere:
        return elsewhere, ""
    return (groups[0].id, "") if len(groups) == 1 and groups[0].id == LOOSE else None


def _comes_before(at: QPoint, rect: QRect) -> bool:
    """Whether a point lies in the row of a card and before its middle, or above it."""
    if at.y() < rect.top():
        return True
    is_in_column = rect.left() <= at.x() <= rect.right()
    return at.y() <= rect.center().y() if is_in_column else at.y() <= rect.bottom() and at.x() < rect.left()
