"""Links that are planned again after an edit lie exactly as in a fresh plan, also far from where the edit was."""

from __future__ import annotations

from random import Random

import pytest

from sprint import layout_replan
from sprint.layout_links import Ground, LinkPlan, plan_links
from sprint.layout_parts import Key
from sprint.layout_replan import replan_links
from sprint.records import Link

MOST = 12
REACHES = (1, 1, 1, 2, -1, -3, 5, 9, 0, 60, -100)
Labelled = tuple[Link, str]


class Board:
    """Columns and links that are changed at random."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._last = 0
        self.keys: list[Key] = [self._column() for _ in range(self.random.choice((1, 12, 130)))]
        self.links: dict[str, Labelled] = {}
        self.changes: dict[str, Labelled | None] = {}
        for _ in range(len(self.keys) * 3):
            self.link()

    def _column(self) -> Key:
        self._last += 1
        name = f"s{self._last}"
        rows = [(name, 0)] if self.random.random() < 0.8 else [(name, 0), (f"{name}b", self.random.choice((1, 2)))]
        return tuple(rows)

    def link(self) -> None:
        """Add a link, or a parallel one."""
        steps = [step_id for key in self.keys for step_id, _ in key]
        start = self.random.randrange(len(steps))
        end = max(0, min(len(steps) - 1, start + self.random.choice(REACHES)))
        link = Link(id=f"l{self.random.random():.6f}", journey_id="J", source=steps[start], target=steps[end])
        self.links[link.id] = self.changes[link.id] = (link, self.random.choice(("", "", "tekst")))

    def unlink(self) -> None:
        """Take a link away."""
        if self.links:
            gone = self.random.choice(sorted(self.links))
            del self.links[gone]
            self.changes[gone] = None

    def insert(self) -> None:
        """Add a column, sometimes one without steps."""
        key = self._column() if self.random.random() < 0.9 else ()
        self.keys.insert(self.random.randrange(len(self.keys) + 1), key)

    def remove(self) -> None:
        """Take a column away with all its links."""
        if sum(map(bool, self.keys)) < 2:
            return
        gone = {step_id for step_id, _ in self.keys.pop(self.random.randrange(len(self.keys)))}
        for link_id, (link, _) in list(self.links.items()):
            if gone & {link.source, link.target}:
                del self.links[link_id]
                self.changes[link_id] = None
        if not any(self.keys):
            self.keys.append(self._column())

    def move(self) -> None:
        """Move a column, or let two halves change places."""
        if self.random.random() < 0.5:
            moved = self.keys.pop(self.random.randrange(len(self.keys)))
            self.keys.insert(self.random.randrange(len(self.keys) + 1), moved)
        else:
            cut = self.random.randrange(len(self.keys) + 1)
            self.keys = self.keys[cut:] + self.keys[:cut]

    def edit(self) -> None:
        """Do one to four of these."""
        self.changes = {}
        self.keys = list(self.keys)
        acts = (self.link, self.unlink, self.insert, self.insert, self.remove, self.move)
        for _ in range(self.random.choice((1, 1, 2, 4))):
            self.random.choice(acts)()


def seen(plan: LinkPlan) -> tuple[object, ...]:
    """Give all that a plan says, without the order in which it says it."""
    of_step = {step_id: set(ids) for step_id, ids in plan.of_step.items()}
    return dict(plan.ways), of_step, [set(ids) for ids in plan.over], plan.far, plan.tracks, +plan.used


@pytest.mark.parametrize("near", [0, 3, 40])
def test_a_plan_that_followed_edits_is_the_plan_of_a_fresh_start(near: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout_replan, "_NEAR", near)
    for seed in range(12):
        board = Board(seed)
        plan = plan_links(Ground(board.keys), board.links.values(), MOST)
        for _ in range(8):
            board.edit()
            ground = Ground(board.keys) if board.keys != plan.ground.keys else plan.ground
            plan = replan_links(plan, ground, board.changes, MOST)
            assert seen(plan) == seen(plan_links(Ground(board.keys), board.links.values(), MOST))


def test_only_links_near_an_edit_choose_again() -> None:
    board = Board(5)
    board.keys = [((f"s{number}", 0),) for number in range(400)]
    board.links = {}
    for number in range(399):
        for name, target in (("a", number + 1), ("b", number - board.random.randint(1, 9)), ("c", number - 2)):
            link = Link(id=f"{name}{number:04}", journey_id="J", source=f"s{number}", target=f"s{max(0, target)}")
            board.links[link.id] = (link, "")
    plan = plan_links(Ground(board.keys), board.links.values(), MOST)
    keys = [*board.keys[:200], (("new", 0),), *board.keys[200:]]
    after = replan_links(plan, Ground(keys), {}, MOST)
    renewed = {link_id for link_id, way in after.ways.items() if plan.ways[link_id] is not way}
    assert renewed
    assert all(150 < int(link_id[1:]) < 250 for link_id in renewed)
