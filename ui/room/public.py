"""The journey as the room may see it: a document of its own, without names, without words that are still typed.

Every letter that the facilitator types is in the sprint at once; the room gets a text when she goes on to the next one
or leaves the field. What is not copied here cannot be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sprint.diff import Change, Diff, make_diff
from sprint.document import Document
from sprint.errors import SprintError
from sprint.records import Card, Journey, Link, Observation, Phase, Record, Sprint, Step

KINDS: tuple[type[Record], ...] = (Journey, Phase, Step, Link, Card, Observation, Sprint)
STAR = "*"
"""A moment of truth has a star in the room; why is the team's."""

IsTyping = Callable[[], bool]


def public(record: Record) -> Record | None:
    """Return a record without what is private, None for one that the room may not have at all.

    Only what is named here goes along, so that a field which is added to a record stays private until somebody decides.
    """
    match record:
        case Journey():
            return Journey(id=record.id, order=record.order, title=record.title, kind=record.kind, lanes=record.lanes)
        case Phase():
            return Phase(id=record.id, journey_id=record.journey_id, order=record.order, title=record.title)
        case Step():
            return _public_step(record)
        case Link():
            return Link(
                id=record.id,
                journey_id=record.journey_id,
                source=record.source,
                target=record.target,
                kind=record.kind,
                label=record.label,
            )
        case Card():
            return Card(
                id=record.id, journey_id=record.journey_id, step_id=record.step_id, lane=record.lane,
                order=record.order, text=record.text,
            )  # fmt: skip
        case Sprint():
            # Only which step the team aims at.
            return Sprint(id=record.id, target_step_id=record.target_step_id)
        case Observation():
            # Only how many there are.
            return Observation(id=record.id, step_id=record.step_id, order=record.order)
        case _:
            return None


def _public_step(step: Step) -> Step:
    return Step(
        id=step.id,
        journey_id=step.journey_id,
        phase_id=step.phase_id,
        order=step.order,
        row=step.row,
        title=step.title,
        kind=step.kind,
        channel=step.channel,
        wait_days=step.wait_days,
        minutes=step.minutes,
        feeling=step.feeling,
        truth_reason=STAR if step.truth_reason else "",
        track=step.track,
        evidence=step.evidence,
        is_deviation=step.is_deviation,
        pin_x=step.pin_x,
        pin_y=step.pin_y,
    )


class PublicJourney:
    """Keeps the public copy in step with the sprint; `is_typing` says whether somebody writes in a field."""

    def __init__(self, source: Document, is_typing: IsTyping) -> None:
        self._source = source
        self._is_typing = is_typing
        self._waiting: set[str] = set()
        self._written = ""
        self._with_written: set[str] = set()
        self._is_frozen = False
        shown = (public(record) for kind in KINDS for record in source.table(kind).values())
        self.document = Document([record for record in shown if record is not None])

    @property
    def is_frozen(self) -> bool:
        """Whether the room sees the journey as it was."""
        return self._is_frozen

    def on_diff(self, diff: Diff) -> None:
        """Take over a change, but for a text that is being typed and what came into being with it."""
        changes = {key: change for key, change in diff.changes.items() if any(isinstance(r, KINDS) for r in change)}
        if not changes:
            return
        written = self._written_in(changes)
        if written != self._written:
            self._written, self._with_written = written, set()
        if written:
            self._with_written.update(changes)
        self._waiting.update(changes)
        self._sync()

    def settle(self) -> None:
        """Take over everything; nobody is typing any more."""
        self._written, self._with_written = "", set()
        self._sync()

    def freeze(self, is_frozen: bool) -> None:
        """Hold the journey as it is, or follow again."""
        self._is_frozen = is_frozen
        self._sync()

    def _written_in(self, changes: Mapping[str, Change]) -> str:
        """Give the record that is being written: a new one without words, or the one whose text alone changed."""
        blank = [key for key, (before, after) in changes.items() if before is None and _is_blank(after)]
        if len(blank) == 1:
            return blank[0]
        if len(changes) == 1 and self._is_typing():
            ((key, (before, after)),) = changes.items()
            return key if _is_other_text(before, after) else ""
        return ""

    def _sync(self) -> None:
        """Bring the copy up to date with everything that may be shown now."""
        if self._is_frozen or not self._waiting:
            return
        try:
            self._apply(self._waiting - self._with_written)
            self._waiting &= self._with_written
        except SprintError:
            # What may be shown hangs on what is still typed (she deletes its phase): then all of it is shown.
            self._apply(self._waiting)
            self._waiting.clear()

    def _apply(self, keys: Iterable[str]) -> None:
        changes: list[Change] = []
        for key in sorted(keys):
            before, record = self.document.get(key), self._source.get(key)
            after = public(record) if record is not None else None
            if before is not None or after is not None:
                changes.append((before, after))
        diff = make_diff("room.face_journey", changes)
        if diff:
            self.document.apply(diff)


def _is_blank(record: Record | None) -> bool:
    text = _text_of(record)
    return text is not None and not text.strip()


def _is_other_text(before: Record | None, after: Record | None) -> bool:
    """Whether a change is typing: another text and nothing else."""
    if before is None or after is None or _text_of(before) is None:
        return False
    return _text_of(before) != _text_of(after) and _wordless(before) == _wordless(after)


def _text_of(record: Record | None) -> str | None:
    match record:
        case Step() | Phase():
            return record.title
        case Card():
            return record.text
        case _:
            return None


def _wordless(record: Record) -> Record:
    match record:
        case Step() | Phase():
            return replace(record, title="")
        case Card():
            return replace(record, text="")
        case _:
            return record
