"""What can be done to the chosen steps and cards without the pointer: for keys, menus and the window's actions."""

from __future__ import annotations

from itertools import pairwise

from canvas.places import first_from
from canvas.tools.base import Stage, typing_key
from canvas.tools.link import new_step_id
from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.arrange import set_lane
from sprint.edits.cards import add_card, move_card
from sprint.edits.delete import delete
from sprint.edits.journey import add_phase, add_step, change_step, move_steps, set_feeling
from sprint.journeys import cards_of, phases_of, steps_of_phase
from sprint.lanes import lanes_of
from sprint.layout import CardBox
from sprint.records import Card, Channel, Journey, Lane, Phase, Step, StepKind


class Commands:
    """Edits of what is chosen on a stage; each is one entry in the history, or none when nothing fits."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    # ---- what is chosen

    def steps(self) -> list[str]:
        """The chosen steps in reading order."""
        chosen = self._stage.selection
        return [step_id for step_id in self._stage.scene.board.reading_order() if step_id in chosen]

    def step(self) -> str:
        """The current step, or the step above the current card; empty when there is none."""
        board = self._stage.scene.board
        current = self._stage.selection.current
        if current in board.steps:
            return current
        card = board.cards.get(current)
        return card.step_id if card is not None else ""

    @property
    def is_anything_chosen(self) -> bool:
        """Whether there is something to rename or to delete."""
        return len(self._stage.selection) > 0

    @property
    def is_card_chosen(self) -> bool:
        """Whether the current thing is a card."""
        return self._current_card() is not None

    # ---- adding

    def add_step(self, after: str = "", kind: StepKind = StepKind.STEP) -> None:
        """Add a step after a step (the current one unless given) and start typing."""
        stage = self._stage
        previous = after or self.step() or self._last_step()
        phases = phases_of(stage.document, stage.journey_id)
        if previous:
            diff = add_step(stage.document, stage.ids, stage.journey_id, after=previous, kind=kind)
        elif phases:
            chosen = stage.selection.current
            phase_id = chosen if any(phase.id == chosen for phase in phases) else phases[0].id
            diff = add_step(stage.document, stage.ids, stage.journey_id, phase_id=phase_id, kind=kind)
        else:
            diff = self._first_step(kind)
        self._add_and_edit(diff, new_step_id(diff))

    def add_step_in_next_phase(self, previous: str) -> None:
        """Add a step in the phase after the one of a step, behind what is there; in the same phase when it is last."""
        stage = self._stage
        step = stage.document.require(Step, previous)
        ordered = [phase.id for phase in phases_of(stage.document, stage.journey_id)]
        following = dict(pairwise(ordered)).get(step.phase_id, "")
        if not following:
            self.add_step(after=previous)
            return
        there = [one.id for one in steps_of_phase(stage.document, following) if one.row == 0]
        after = there[-1] if there else previous
        diff = add_step(stage.document, stage.ids, stage.journey_id, after=after, phase_id=following)
        self._add_and_edit(diff, new_step_id(diff))

    def add_alternative(self) -> None:
        """Add a step below the current one, as another way."""
        stage = self._stage
        step = stage.document.get(self.step())
        if isinstance(step, Step):
            diff = add_step(stage.document, stage.ids, stage.journey_id, after=step.id, row=step.row + 1)
            self._add_and_edit(diff, new_step_id(diff))

    def add_card(self, lane: Lane, step_id: str = "") -> None:
        """Add a card under a step (the current one unless given) and start typing; a hidden lane is shown again."""
        stage = self._stage
        step_id = step_id or self.step()
        if step_id:
            diff = add_card(stage.document, stage.ids, step_id, lane)
            new_id = next(iter(diff.changes))
            self._add_and_edit(shown_in_lane(stage.document, stage.journey_id, lane, diff), new_id)

    def add_first_phase(self) -> None:
        """Give a journey that has nothing yet its first phase."""
        stage = self._stage
        stage.do(add_phase(stage.document, stage.ids, stage.journey_id, stage.t("canvas.first_phase")))

    def add_phase(self) -> None:
        """Add a phase after the one of the current step, or at the end, and start typing."""
        stage = self._stage
        step = stage.document.get(self.step())
        current = stage.selection.current
        if isinstance(stage.document.get(current), Phase):
            after = current
        else:
            after = step.phase_id if isinstance(step, Step) else ""
        diff = add_phase(stage.document, stage.ids, stage.journey_id, self._stage.t("canvas.new_phase"), after)
        new = next(after.id for before, after in diff.changes.values() if before is None and after is not None)
        self._add_and_edit(diff, new)

    def edit_card(self, step_id: str) -> None:
        """Start typing in the first card of a step, or in a new one."""
        stage = self._stage
        cards = cards_of(stage.document, step_id)
        board = stage.scene.board
        first = next((card.id for card in cards if card.id in board.cards), "")
        if first:
            stage.selection.choose([first])
            stage.edit(first)
        else:
            stage.selection.choose([step_id])
            self.add_card(Lane.THOUGHT)

    def _add_and_edit(self, diff: Diff, new_id: str) -> None:
        mark = self._stage.mark()
        if self._stage.do(diff, typing_key(new_id)):
            self._stage.settle()
            self._stage.selection.choose([new_id])
            self._stage.edit(new_id, since=mark)

    def _last_step(self) -> str:
        current = self._stage.selection.current
        for phase in self._stage.scene.board.phases:
            if phase.id == current:
                columns = self._stage.scene.board.columns[phase.first : phase.last]
                return columns[-1].steps[0].id if columns[-1].steps else ""
        return next(reversed(self._stage.scene.board.reading_order()), "")

    def _first_step(self, kind: StepKind) -> Diff:
        """Make a phase with a step in it, as one edit, in a journey that has nothing yet."""
        stage = self._stage
        phase = Phase(id=stage.ids(), journey_id=stage.journey_id, title=self._stage.t("canvas.first_phase"))
        step_id = stage.ids()
        step = Step(id=step_id, lineage=step_id, journey_id=stage.journey_id, phase_id=phase.id, kind=kind)
        return make_diff("edit.add_step", [(None, phase), (None, step)])

    # ---- changing

    def rename(self) -> None:
        """Start typing in what is current."""
        if self._stage.selection.current:
            self._stage.edit(self._stage.selection.current)

    def remove(self) -> None:
        """Delete what is chosen."""
        stage = self._stage
        stage.do(delete(stage.document, stage.selection.ids))

    def feel(self, value: int | None) -> None:
        """Set the feeling of the chosen steps, −3 … +3 or None for "not known"."""
        steps = self.steps()
        if steps:
            self._stage.do(set_feeling(self._stage.document, steps, value))

    def set_kind(self, kind: StepKind) -> None:
        """Say what the current step is: a step, a decision, a wait …"""
        if step_id := self.step():
            self._stage.do(change_step(self._stage.document, step_id, kind=kind))

    def set_channel(self, channel: Channel) -> None:
        """Set the channel of the current step."""
        if step_id := self.step():
            self._stage.do(change_step(self._stage.document, step_id, channel=channel))

    # ---- moving

    def move_across(self, by: int) -> None:
        """Move the chosen steps, or the current card, one place to the left (−1) or to the right (+1)."""
        card = self._current_card()
        if card is not None:
            self._move_card_across(card, by)
            return
        moving = self.steps()
        if not moving:
            return
        board = self._stage.scene.board
        edge = board.steps[moving[0] if by < 0 else moving[-1]].column
        number = edge + by
        if not 0 <= number < len(board.columns):
            return
        phase = next(phase for phase in board.phases if phase.first <= number < phase.last)
        is_same = phase.first <= edge < phase.last
        # In another phase it lands at the near end: at the start when going right, at the end when going left.
        places = (number, phase.last) if not is_same else (number + 1, number)
        following = places[0] if by > 0 else places[1]
        before = first_from(self._stage.scene, phase, following, moving)
        self._stage.do(move_steps(self._stage.document, moving, phase.id, before))

    def move_down(self, by: int) -> None:
        """Move the current step to the row below (+1) or above (−1), or the current card up or down."""
        card = self._current_card()
        if card is not None:
            self._move_card_down(card, by)
            return
        step = self._stage.document.get(self.step())
        if isinstance(step, Step) and step.row + by >= 0:
            self._stage.do(change_step(self._stage.document, step.id, row=step.row + by))

    def _current_card(self) -> CardBox | None:
        return self._stage.scene.board.cards.get(self._stage.selection.current)

    def _move_card_across(self, card: CardBox, by: int) -> None:
        board = self._stage.scene.board
        number = board.steps[card.step_id].column + by
        while 0 <= number < len(board.columns) and not board.columns[number].steps:
            number += by
        if 0 <= number < len(board.columns):
            target = board.columns[number].steps[0].id
            self._stage.do(move_card(self._stage.document, card.id, target, card.lane))

    def _move_card_down(self, card: CardBox, by: int) -> None:
        document = self._stage.document
        siblings = [other.id for other in cards_of(document, card.step_id, card.lane)]
        place = siblings.index(card.id) + by
        if 0 <= place < len(siblings):
            others = [other for other in siblings if other != card.id]
            before = others[place] if place < len(others) else ""
            self._stage.do(move_card(document, card.id, card.step_id, card.lane, before))
            return
        lanes = _lanes_for_cards(document, self._stage.journey_id)
        lane = lanes.index(card.lane) + by if card.lane in lanes else -1
        if 0 <= lane < len(lanes):
            first = next(iter(cards_of(document, card.step_id, lanes[lane])), None)
            before = first.id if by > 0 and isinstance(first, Card) else ""
            self._stage.do(move_card(document, card.id, card.step_id, lanes[lane], before))


def _lanes_for_cards(document: Document, journey_id: str) -> tuple[Lane, ...]:
    """Give the lanes in which a card can be seen."""
    journey = document.get(journey_id)
    return lanes_of(journey) if isinstance(journey, Journey) and journey.lanes else tuple(Lane)


def shown_in_lane(document: Document, journey_id: str, lane: Lane, diff: Diff) -> Diff:
    """Give an edit that puts a card in a lane and also shows that lane, so that nobody writes in the dark."""
    if lane in _lanes_for_cards(document, journey_id):
        return diff
    return Diff(diff.label, {**diff.changes, **set_lane(document, journey_id, lane, True).changes}, diff.kind)
