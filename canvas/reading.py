"""Reading the journey on the canvas: one persona or track, one route, what is loose, what another journey changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from canvas.lens import GHOST, Lens, Mark, Tone
from sprint.document import Document
from sprint.i18n import Translator
from sprint.insight.loose import loose_steps
from sprint.journeys import cards_of, steps_of
from sprint.records import Journey, Persona, Record, Step, Track

if TYPE_CHECKING:
    from sprint.insight.compare import Row
    from sprint.insight.routes import Traveller

_PATIENCE_SECONDS = 0.18


class Reading:
    """What the person asked to see; gives the lens for it, and the document to draw when ghosts are among the steps."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.persona_id = ""
        self.track = Track.OPEN
        self.route: tuple[str, ...] = ()
        self.compared_id = ""

    @property
    def is_comparing(self) -> bool:
        """Whether another journey is laid beside this one."""
        return bool(self.compared_id)

    def show_for(self, persona_id: str, track: Track) -> None:
        """Let everything stand back that is not on a way of this persona or track; empty and open for everybody."""
        self.persona_id, self.track = persona_id, track
        self._changed()

    def highlight(self, step_ids: Iterable[str]) -> None:
        """Let one route stand out; nothing for none."""
        self.route = tuple(step_ids)
        self._changed()

    def compare_with(self, journey_id: str) -> None:
        """Lay an earlier journey beside this one; empty ends that."""
        self.compared_id = journey_id
        self._changed()

    def reset(self) -> None:
        """Look at everything plainly again."""
        self.persona_id, self.track, self.route, self.compared_id = "", Track.OPEN, (), ""

    def lens(self, document: Document, journey_id: str, t: Translator) -> Lens:
        """Make the lens; lists routes for at most a fifth of a second."""
        if not isinstance(document.get(journey_id), Journey):
            return Lens()
        marks: dict[str, Mark] = {}
        loose = loose_steps(document, journey_id)
        for step_id in loose.dead_ends:
            marks[step_id] = Mark(Tone.WARNING, t("canvas.mark_dead_end"))
        for step_id in loose.unreachable:
            marks[step_id] = Mark(Tone.WARNING, t("canvas.mark_unreachable"))
        if self._has_other(document):
            marks |= self._changes(document, journey_id, t)
        known = {step.id for step in steps_of(document, journey_id)}
        route = tuple(step_id for step_id in self.route if step_id in known)
        dimmed = self._dimmed(document, journey_id)
        if route:
            dimmed |= known - set(route)
        return Lens(frozenset(dimmed), marks, route)

    def drawn(self, document: Document, journey_id: str) -> Document:
        """Give the document to draw: the same one, or a copy in which steps that are gone stand as ghosts."""
        if not self._has_other(document) or not isinstance(document.get(journey_id), Journey):
            return document
        from sprint.insight.compare import compare  # noqa: PLC0415 - the first window compares and lists nothing

        ghosts = list(_ghosts(document, compare(document, self.compared_id, journey_id).rows, journey_id))
        return Document([*document, *ghosts])

    def _has_other(self, document: Document) -> bool:
        return bool(self.compared_id) and isinstance(document.get(self.compared_id), Journey)

    def _dimmed(self, document: Document, journey_id: str) -> set[str]:
        if not self.persona_id and self.track is Track.OPEN:
            return set()
        from sprint.insight.routes import Traveller, find_routes, traveller_of, within  # noqa: PLC0415 - the first window compares and lists nothing

        traveller = Traveller("", self.track)
        if isinstance(document.get(self.persona_id), Persona):
            traveller = traveller_of(document, journey_id, self.persona_id)
            if self.track is not Track.OPEN:
                traveller = Traveller(self.persona_id, self.track)
        found = find_routes(document, journey_id, traveller, is_due=within(_PATIENCE_SECONDS, monotonic))
        on_way = {step.id for route in found.routes for step in route.steps}
        everyone = {step.id for step in steps_of(document, journey_id)}
        if not on_way:
            # Without arrows there is no route yet; then whoever may take a step decides.
            on_way = {step.id for step in steps_of(document, journey_id) if _may_take(step, traveller)}
        return everyone - on_way

    def _changes(self, document: Document, journey_id: str, t: Translator) -> dict[str, Mark]:
        from sprint.insight.compare import compare  # noqa: PLC0415 - the first window compares and lists nothing

        marks: dict[str, Mark] = {}
        for row in compare(document, self.compared_id, journey_id).rows:
            if row.after is None and row.before is not None:
                marks[GHOST + row.before.id] = Mark(Tone.GONE, t("canvas.mark_gone"))
            elif row.after is not None and row.before is None:
                marks[row.after.id] = Mark(Tone.NEW, t("canvas.mark_new"))
            elif row.after is not None and row.changes:
                marks[row.after.id] = Mark(Tone.CHANGED, t("canvas.mark_changed"))
        return marks


def _may_take(step: Step, traveller: Traveller) -> bool:
    is_for = not traveller.persona_id or not step.persona_ids or traveller.persona_id in step.persona_ids
    return is_for and (Track.OPEN in (step.track, traveller.track) or step.track is traveller.track)


def _ghosts(document: Document, rows: Iterable[Row], journey_id: str) -> Iterator[Record]:
    """Make a stand-in for every step that is gone, right behind the step it stood behind."""
    shift = 0
    last = ""
    for row in rows:
        if row.before is None or row.after is not None:
            continue
        shift = shift + 1 if row.neighbour_id == last else 1
        last = row.neighbour_id
        first = next(iter(steps_of(document, journey_id)), None)
        beside = document.get(row.neighbour_id) if row.neighbour_id else first
        if not isinstance(beside, Step):
            continue
        old = row.before
        # Orders have room between them; among equals the id decides, and a ghost comes behind.
        order = beside.order + shift if row.neighbour_id else beside.order - 1_000 + shift
        yield Step(
            id=GHOST + old.id, journey_id=journey_id, phase_id=beside.phase_id, order=order, row=0, title=old.title,
            kind=old.kind, channel=old.channel, wait_days=old.wait_days, minutes=old.minutes,
        )  # fmt: skip


def find(document: Document, journey_id: str, text: str) -> list[str]:
    """Give the steps and cards in which all words of a text occur, in reading order; nothing for no words."""
    words = text.casefold().split()
    if not words:
        return []
    found: list[str] = []
    for step in steps_of(document, journey_id):
        if _has(words, step.title, step.actor):
            found.append(step.id)
        found.extend(card.id for card in cards_of(document, step.id) if _has(words, card.text, card.owner))
    return found


def _has(words: list[str], *texts: str) -> bool:
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words)
