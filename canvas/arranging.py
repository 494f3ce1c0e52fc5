"""Bringing order: a phase for some steps, one row, pins at a place by hand, and tidying all of it."""

from __future__ import annotations

from dataclasses import replace

from canvas.commands import Commands
from canvas.tools.base import Stage, typing_key
from sprint.diff import Change, Diff, make_diff
from sprint.edits.arrange import align_steps, group_steps, pin_steps, set_lane, straighten_rows
from sprint.journeys import steps_of
from sprint.lanes import lanes_of
from sprint.records import Journey, Lane, Phase, Step

_GRID = 8.0
_FEWEST_TO_DISTRIBUTE = 3


class Arranging:
    """Edits of the places of the chosen steps; each is one entry in the history."""

    def __init__(self, stage: Stage, commands: Commands) -> None:
        self._stage = stage
        self._commands = commands

    def group(self) -> None:
        """Put the chosen steps into a phase of their own and start typing its name."""
        stage = self._stage
        diff = group_steps(stage.document, stage.ids, self._commands.steps(), stage.t("canvas.new_phase"))
        born = [after for before, after in diff.changes.values() if before is None and isinstance(after, Phase)]
        if not born:
            return
        titled = next(phase.id for phase in born if phase.title == stage.t("canvas.new_phase"))
        if stage.do(diff, typing_key(titled)):
            stage.settle()
            stage.selection.choose([titled])
            stage.edit(titled)

    def align(self) -> None:
        """Put the chosen steps on one row."""
        self._stage.do(align_steps(self._stage.document, self._commands.steps()))

    def straighten(self) -> None:
        """Close the rows that are empty."""
        self._stage.do(straighten_rows(self._stage.document, self._stage.journey_id))

    def distribute(self) -> None:
        """Give the chosen steps that are pinned equal room between them, from the first to the last."""
        boxes = self._stage.scene.board.steps
        pinned = sorted(
            (boxes[step_id].rect.x, step_id) for step_id in self._commands.steps() if boxes[step_id].is_pinned
        )
        if len(pinned) < _FEWEST_TO_DISTRIBUTE:
            return
        first, last = pinned[0][0], pinned[-1][0]
        step = (last - first) / (len(pinned) - 1)
        places = {step_id: (first + step * number, boxes[step_id].rect.y) for number, (_, step_id) in enumerate(pinned)}
        self._stage.do(pin_steps(self._stage.document, places))

    def toggle_pins(self) -> None:
        """Pin the chosen steps where they are; let them go when all of them are pinned."""
        boxes = self._stage.scene.board.steps
        steps = self._commands.steps()
        is_all = all(boxes[step_id].is_pinned for step_id in steps)
        self._stage.do(
            pin_steps(
                self._stage.document,
                {step_id: None if is_all else (boxes[step_id].rect.x, boxes[step_id].rect.y) for step_id in steps},
            )
        )

    def nudge(self, across: int, down: int) -> None:
        """Move the chosen steps by hand, a little at a time; that pins them."""
        boxes = self._stage.scene.board.steps
        places = {
            step_id: (boxes[step_id].rect.x + across * _GRID, max(0.0, boxes[step_id].rect.y + down * _GRID))
            for step_id in self._commands.steps()
        }
        self._stage.do(pin_steps(self._stage.document, places), "nudge " + " ".join(places))

    def tidy(self) -> None:
        """Let go of all pins and close the empty rows: the layout decides again."""
        stage = self._stage
        rows = straighten_rows(stage.document, stage.journey_id)
        changes: list[Change] = []
        for step in steps_of(stage.document, stage.journey_id):
            after = rows.changes[step.id][1] if step.id in rows.changes else step
            if isinstance(after, Step):
                changes.append((step, replace(after, pin_x=None, pin_y=None)))
        stage.do(make_diff("edit.tidy_journey", changes))

    def is_lane_shown(self, lane: Lane) -> bool:
        """Whether a lane of the journey is switched on."""
        journey = self._stage.document.get(self._stage.journey_id)
        return isinstance(journey, Journey) and lane in lanes_of(journey)

    def toggle_lane(self, lane: Lane) -> None:
        """Show a lane or hide it; its cards stay."""
        stage = self._stage
        stage.do(set_lane(stage.document, stage.journey_id, lane, not self.is_lane_shown(lane)))


def unpinned(diff: Diff, step_ids: list[str]) -> Diff:
    """Give an edit that also lets go of the pins of some of its steps."""
    changes = dict(diff.changes)
    for step_id in step_ids:
        before, after = changes.get(step_id, (None, None))
        if isinstance(after, Step) and after.pin_x is not None:
            changes[step_id] = (before, replace(after, pin_x=None, pin_y=None))
    return Diff(diff.label, changes, diff.kind)
