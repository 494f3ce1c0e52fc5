"""What lies under the pointer."""

from __future__ import annotations

from enum import Enum, auto
from math import hypot
from typing import NamedTuple

from canvas.faces import RADIUS
from canvas.scene import Scene
from sprint.layout import LinkPath, Point, Rect, StepBox

HANDLE_RADIUS = 9.0
_HANDLE_REACH = 13.0
_LINK_REACH = 6.0


class HitKind(Enum):
    """The kinds of things on the board that can be touched."""

    NOTHING = auto()
    STEP = auto()
    CARD = auto()
    POINT = auto()
    HANDLE = auto()
    PHASE = auto()
    LINK = auto()


class Hit(NamedTuple):
    """What was hit; a point and a handle carry the id of their step."""

    kind: HitKind
    id: str


NOTHING = Hit(HitKind.NOTHING, "")


def handle_of(step: StepBox) -> Point:
    """Give the place from which a link is drawn: the middle of the right edge."""
    return Point(step.rect.right, step.rect.y + step.rect.height / 2)


def hit(scene: Scene, x: float, y: float, scale: float, handles: frozenset[str] = frozenset()) -> Hit:
    """Find what is at a place on the board; `handles` are the steps whose handle can be seen."""
    near = 1 / max(scale, 0.25)
    for step_id in handles:
        step = scene.board.steps.get(step_id)
        if step is not None:
            place = handle_of(step)
            if hypot(place.x - x, place.y - y) <= _HANDLE_REACH * max(1.0, near):
                return Hit(HitKind.HANDLE, step_id)
    columns = scene.columns_in(Rect(x, y, 0, 0))
    for column in reversed(columns):
        for step in column.steps:
            if step.is_pinned and step.rect.holds(x, y):
                return Hit(HitKind.STEP, step.id)
    for column in columns:
        for step in column.steps:
            point = scene.point(step.id)
            if point is not None and hypot(point.x - x, point.y - y) <= RADIUS + 4:
                return Hit(HitKind.POINT, step.id)
        for step in column.steps:
            if step.rect.holds(x, y):
                return Hit(HitKind.STEP, step.id)
        for card in column.cards:
            if card.rect.holds(x, y):
                return Hit(HitKind.CARD, card.id)
    for phase in scene.board.phases:
        if phase.title.holds(x, y):
            return Hit(HitKind.PHASE, phase.id)
    reach = _LINK_REACH * max(1.0, near)
    for link in scene.links_in(Rect(x - reach, y - reach, 2 * reach, 2 * reach)):
        if _is_near(link, x, y, reach):
            return Hit(HitKind.LINK, link.id)
    return NOTHING


def _is_near(link: LinkPath, x: float, y: float, reach: float) -> bool:
    return any(_distance(start, end, x, y) <= reach for start, end in zip(link.points, link.points[1:], strict=False))


def _distance(start: Point, end: Point, x: float, y: float) -> float:
    across, down = end.x - start.x, end.y - start.y
    length = across * across + down * down
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((x - start.x) * across + (y - start.y) * down) / length))
    return hypot(start.x + share * across - x, start.y + share * down - y)
