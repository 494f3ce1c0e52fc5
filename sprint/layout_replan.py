"""Planning links again after an edit: only those around it choose anew, and the outcome is that of a fresh plan.

A link's track depends on the links over the same columns that chose before it. So it is enough to let all links choose
that lie near a place where columns came, went or moved. When such a change would reach beyond that neighbourhood,
everybody chooses again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sprint.layout_links import FAR_LINK, Ground, LinkPlan, Way, choose_tracks, choose_way, plan_links
from sprint.records import Link

Changes = Mapping[str, tuple[Link, str] | None]
"""Links that are new or different, with the text at them; None for one that is gone."""

_NEAR = 40


def replan_links(old: LinkPlan, ground: Ground, changes: Changes, most: int) -> LinkPlan:
    """Give the plan for new ground and some changed links; equal to a fresh one."""
    if ground.rows != old.ground.rows:
        kept = [(way.link, way.label) for link_id, way in old.ways.items() if link_id not in changes]
        return plan_links(ground, [*kept, *(change for change in changes.values() if change)], most)
    return _Replan(old, ground, changes, most).plan()


class _Replan:
    """One planning; keeps what is being worked out."""

    def __init__(self, old: LinkPlan, ground: Ground, changes: Changes, most: int) -> None:
        self._old, self._ground, self._changes, self._most = old, ground, changes, most
        self._ways = dict(old.ways)
        self._of_step = dict(old.of_step)
        known = {key: number for number, key in enumerate(old.ground.keys) if key}
        self._came = [known.get(key) for key in ground.keys]
        self._went = {number: place for place, number in enumerate(self._came) if number is not None}
        self._stirred: set[int] = set()  # columns, as they are now, at which something changes

    def plan(self) -> LinkPlan:
        """Work it out."""
        affected = self._affected()
        over, far = self._uncovered(affected)
        self._rename(affected)
        for link_id in affected & self._ways.keys():
            columns = self._ground.columns_under(self._ways[link_id])
            self._stirred.update(columns)
            if len(columns) > FAR_LINK:
                far.add(link_id)
            else:
                for column in columns:
                    over[column] = (*over[column], link_id)
        renewed = affected | self._choose(over, far)
        used = self._old.used.copy()
        for ways, sign in ((self._old.ways, -1), (self._ways, 1)):
            for way in (ways[link_id] for link_id in renewed & ways.keys()):
                if way.is_bent:
                    used[way.corridor, way.track] += sign
        return LinkPlan(self._ground, self._ways, self._of_step, over, frozenset(far), used)

    def _affected(self) -> set[str]:
        """Find the links whose shape, length or neighbours may be different now."""
        old = self._old
        affected = set(self._changes)
        for link_id, change in self._changes.items():
            links = [old.ways[link_id].link] if link_id in old.ways else []
            for link in [*links, *(change[:1] if change else ())]:
                beside = old.of_step.get(link.source, ())
                affected.update(one for one in beside if old.ways[one].link.target == link.target)
        broken = set(range(len(old.ground.keys))) - self._went.keys()
        before: int | None = -1
        for place, number in enumerate([*self._came, len(old.ground.keys)]):
            if number is None or before is None or number != before + 1:
                broken.update(one for one in (before, number) if one is not None and 0 <= one < len(old.over))
                self._stirred.update((max(0, place - 1), min(place, len(self._came) - 1)))
            before = number
        for column in broken:
            affected.update(old.over[column])
        for key, number in zip(self._ground.keys, self._came, strict=True):
            if number is None:
                for step_id, _ in key:
                    affected.update(old.of_step.get(step_id, ()))
        return affected | old.far if broken else affected

    def _uncovered(self, affected: set[str]) -> tuple[list[tuple[str, ...]], set[str]]:
        """Give the links over each column as they are now, without those that will choose again."""
        old = self._old
        cleared: set[int] = set()
        for link_id in affected & old.ways.keys():
            cleared.update(old.ground.columns_under(old.ways[link_id]))
        over: list[tuple[str, ...]] = []
        for place, number in enumerate(self._came):
            ids = () if number is None else old.over[number]
            if number in cleared:
                self._stirred.add(place)
                ids = tuple(link_id for link_id in ids if link_id not in affected)
            over.append(ids)
        return over, set(old.far) - affected

    def _rename(self, affected: Iterable[str]) -> None:
        """Let the affected links choose a shape."""
        labelled: dict[str, tuple[Link, str]] = {}
        for link_id in affected:
            way = self._ways.pop(link_id, None)
            change = self._changes.get(link_id, (way.link, way.label) if way else None)
            if way is not None:
                self._detach(way)
            if change is not None and all(one in self._ground.places for one in (change[0].source, change[0].target)):
                labelled[link_id] = change
        for link_id, (link, _) in labelled.items():
            for step_id in {link.source, link.target}:
                self._of_step[step_id] = (*self._of_step.get(step_id, ()), link_id)
        for link_id, (link, label) in labelled.items():
            beside = (labelled.get(one) or (self._ways[one].link, "") for one in self._of_step[link.source])
            is_first = not any(
                one.id < link_id and (one.source, one.target) == (link.source, link.target) for one, _ in beside
            )
            self._ways[link_id] = choose_way(self._ground, link, label, is_first=is_first)

    def _detach(self, way: Way) -> None:
        for step_id in {way.link.source, way.link.target}:
            left = tuple(one for one in self._of_step[step_id] if one != way.link.id)
            if left:
                self._of_step[step_id] = left
            else:
                del self._of_step[step_id]

    def _choose(self, over: list[tuple[str, ...]], far: set[str]) -> set[str]:
        """Let the links near the stirred columns choose a track, all when a change goes on; give those that did."""
        ground, ways = self._ground, self._ways
        count = len(over)
        near = {
            one for column in self._stirred for one in range(max(0, column - _NEAR), min(count, column + _NEAR + 1))
        }
        chosen = {link_id for column in near for link_id in over[column]} | far
        reach = {one for link_id in chosen for one in range(*_bounds(ground.span(ways[link_id].link)))}
        others = {link_id for column in reach - near for link_id in over[column]} - chosen
        found = choose_tracks(ground, ways, chosen, others, self._most)
        for link_id, way in found.items():
            is_known = link_id in self._old.ways and link_id not in self._changes
            if is_known and any(one not in near for one in range(*_bounds(ground.span(way.link)))):
                found = choose_tracks(ground, ways, ways, (), self._most)
                break
        ways.update(found)
        return set(found)


def _bounds(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], span[1] + 1
