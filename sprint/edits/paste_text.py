"""Plain lines and spreadsheet rows as steps, one per line: nothing that was pasted is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.edits.order import GAP, index_before, last_place, places
from sprint.edits.text_rows import StepRow, rows_of
from sprint.errors import IntegrityError
from sprint.ids import IdSource
from sprint.journeys import links_from, phases_of, steps_of_phase
from sprint.records import Card, Journey, Link, LinkKind, Phase, Step

MOST_ROWS = 2_000


def target_of(document: Document, journey_id: str, after: str, phase_id: str) -> Phase:
    """Return the phase in which something new goes: that of the step before it, the given one, or the last one.

    Raises IntegrityError when there is no phase, or when it belongs to another journey.
    """
    phases = phases_of(document, journey_id)
    if after:
        phase = document.require(Phase, document.require(Step, after).phase_id)
    elif phase_id:
        phase = document.require(Phase, phase_id)
    elif phases:
        phase = phases[-1]
    else:
        raise IntegrityError("error.no_phase")
    if phase.journey_id != journey_id:
        raise IntegrityError("error.wrong_record", id=phase.id)
    return phase


def paste_lines(
    document: Document, ids: IdSource, text: str, journey_id: str, *, after: str = "", phase_id: str = ""
) -> Diff:
    """Make a step of every line, or of every row of a spreadsheet, and link them in order into the route.

    A heading row names the columns (step, phase, channel, minutes, waiting days, feeling, or a lane), in Dutch or
    English. A cell that fits nowhere becomes a sticky note under its step. Raises IntegrityError when it is too much.
    """
    rows = rows_of(text)
    if len(rows) > MOST_ROWS:
        raise IntegrityError("error.paste_too_much", count=MOST_ROWS)
    if not rows:
        return make_diff("edit.paste_steps", [], count=0)
    document.require(Journey, journey_id)
    paste = _Paste(document, ids, journey_id)
    paste.find_phases(rows, after, phase_id)
    paste.make_steps(rows, after)
    paste.link_up(after)
    return make_diff("edit.paste_steps", paste.changes, count=len(rows))


class _Paste:
    """The changes of one paste while they are made."""

    def __init__(self, document: Document, ids: IdSource, journey_id: str) -> None:
        self.changes: list[Change] = []
        self._document = document
        self._ids = ids
        self._journey_id = journey_id
        self._phase_ids: list[str] = []
        self._steps: list[Step] = []

    def find_phases(self, rows: Sequence[StepRow], after: str, phase_id: str) -> None:
        """Find for every row the phase it names, making those that are not there yet; a row without one stays put."""
        known = phases_of(self._document, self._journey_id)
        by_name = {_folded(phase.title): phase.id for phase in reversed(known)}
        place = last_place(known)
        if not rows[0].phase or after or phase_id:
            current = target_of(self._document, self._journey_id, after, phase_id).id
        else:
            current = ""
        for row in rows:
            name = _folded(row.phase)
            if name and name not in by_name:
                phase = Phase(id=self._ids(), journey_id=self._journey_id, title=row.phase, order=place)
                place += GAP
                by_name[name] = phase.id
                self.changes.append((None, phase))
            current = by_name[name] if name else current
            self._phase_ids.append(current)

    def make_steps(self, rows: Sequence[StepRow], after: str) -> None:
        """Make the steps and their cards, each behind the one before it in its phase."""
        previous = self._document.require(Step, after) if after else None
        orders: dict[str, Iterator[int]] = {}
        for phase_id in dict.fromkeys(self._phase_ids):
            is_new = self._document.get(phase_id) is None
            siblings = [] if is_new else steps_of_phase(self._document, phase_id)
            index = len(siblings)
            if previous is not None and previous.phase_id == phase_id:
                index = index_before(siblings, previous.id) + 1
            found, room = places(siblings, index, self._phase_ids.count(phase_id))
            orders[phase_id] = iter(found)
            self.changes += room
        for row, phase_id in zip(rows, self._phase_ids, strict=True):
            step_id = self._ids()
            step = Step(
                id=step_id,
                lineage=step_id,
                journey_id=self._journey_id,
                phase_id=phase_id,
                order=next(orders[phase_id]),
                row=previous.row if previous else 0,
                **row.fields,
            )
            self._steps.append(step)
            self.changes.append((None, step))
            self._add_cards(step, row)

    def _add_cards(self, step: Step, row: StepRow) -> None:
        for number, (lane, words) in enumerate(row.cards):
            card = Card(
                id=self._ids(), journey_id=self._journey_id, step_id=step.id, lane=lane, order=number * GAP, text=words
            )
            self.changes.append((None, card))

    def link_up(self, after: str) -> None:
        """Link the steps in order, between `after` and what came next on its row."""
        first, last = self._steps[0], self._steps[-1]
        for source, target in pairwise(self._steps):
            self._link(source.id, target.id)
        if not after:
            return
        self._link(after, first.id)
        for link in links_from(self._document, after):
            following = self._document.require(Step, link.target)
            if link.kind is LinkKind.NEXT and following.row == first.row and following.id != after:
                self.changes.append((link, replace(link, source=last.id)))

    def _link(self, source: str, target: str) -> None:
        link = Link(id=self._ids(), journey_id=self._journey_id, source=source, target=target)
        self.changes.append((None, link))


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
