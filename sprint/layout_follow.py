"""Following a document: from the diffs it hears it knows which phases and links to look at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sprint.diff import Diff
from sprint.document import Document
from sprint.layout_links import Ground, LinkPlan, plan_links
from sprint.layout_parts import Key, PartMaker, PhasePart
from sprint.layout_replan import replan_links
from sprint.layout_words import Words
from sprint.records import Card, Link, Observation, Phase, Record, Step


class Follower:
    """Holds the phases of one journey and the plan of its links, and keeps them in step with the diffs it hears."""

    def __init__(self, maker: PartMaker, words: Words, tracks_most: int) -> None:
        self._maker = maker
        self._words = words
        self._most = tracks_most
        self._document: Document | None = None
        self._journey_id = ""
        self._parts: dict[str, PhasePart] = {}
        self._plan = LinkPlan(Ground([]), {}, {}, [], frozenset(), Counter())
        self._touched: dict[str, None] = {}
        self._left: dict[str, None] = {}

    def hear(self, diff: Diff) -> None:
        """Remember what a diff has touched."""
        for record_id, change in diff.changes.items():
            self._touched[record_id] = None
            for record in change:
                if isinstance(record, Step):
                    self._left[record.phase_id] = None
                elif isinstance(record, Card | Observation):
                    self._touched[record.step_id] = None

    def follow(self, document: Document, journey_id: str) -> tuple[list[PhasePart], LinkPlan]:
        """Give the phases in time order and the plan of the links, as the document is now."""
        if document is not self._document or journey_id != self._journey_id:
            self._read(document, journey_id)
        elif self._touched:
            self._keep_up(document)
        self._touched, self._left = {}, {}
        phases = sorted(self._parts.values(), key=lambda part: (part.phase.order, part.phase.id))
        return phases, self._plan

    # ---- everything

    def _read(self, document: Document, journey_id: str) -> None:
        """Read the whole journey."""
        self._document, self._journey_id = document, journey_id
        by_phase: dict[str, list[Step]] = {}
        phases: dict[str, Phase] = {}
        links: list[Link] = []
        for record in document.referrers(Record, journey_id):
            if isinstance(record, Phase):
                phases[record.id] = record
            elif isinstance(record, Step):
                by_phase.setdefault(record.phase_id, []).append(record)
            elif isinstance(record, Link):
                links.append(record)
        for phase_id in by_phase:
            if phase_id not in phases:
                phases[phase_id] = document.require(Phase, phase_id)
        self._parts = {
            phase.id: self._maker.phase(document, phase, by_phase.get(phase.id, ()), {}, ())
            for phase in phases.values()
        }
        self._plan = plan_links(Ground(self._keys()), self._labelled(links), self._most)

    def _keys(self) -> list[Key]:
        ordered = sorted(self._parts.values(), key=lambda part: (part.phase.order, part.phase.id))
        return [key for part in ordered for key in part.keys]

    def _labelled(self, links: Iterable[Link]) -> list[tuple[Link, str]]:
        return [(link, self._words.link_label(link)) for link in links]

    # ---- what was touched

    def _keep_up(self, document: Document) -> None:
        """Look again at what was touched."""
        stale = dict(self._left)
        changes: dict[str, tuple[Link, str] | None] = {}
        for record_id in self._touched:
            record = document.get(record_id)
            if isinstance(record, Step):
                stale[record.phase_id] = None
            elif isinstance(record, Link) and record.journey_id == self._journey_id:
                changes[record_id] = (record, self._words.link_label(record))
            elif record_id in self._plan.ways:
                changes[record_id] = None
            elif isinstance(record, Phase) or record_id in self._parts:
                stale[record_id] = None
        for phase_id in stale:
            self._look_again(document, phase_id)
        ground, keys = self._plan.ground, self._keys()
        if keys != ground.keys:
            ground = Ground(keys)
        if changes or ground is not self._plan.ground:
            self._plan = replan_links(self._plan, ground, changes, self._most)

    def _look_again(self, document: Document, phase_id: str) -> None:
        phase = document.get(phase_id)
        known = self._parts.pop(phase_id, None)
        if not isinstance(phase, Phase):
            return
        steps = [step for step in document.referrers(Step, phase_id) if step.journey_id == self._journey_id]
        if steps or phase.journey_id == self._journey_id:
            parts = known.known if known is not None else {}
            self._parts[phase_id] = self._maker.phase(document, phase, steps, parts, self._touched)
