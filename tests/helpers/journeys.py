"""Journeys made for tests: drawn from a few words, or at random with Hypothesis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from random import Random

from hypothesis import strategies as st

from sprint.document import Document
from sprint.records import (
    Card,
    Channel,
    Journey,
    Lane,
    Link,
    LinkKind,
    Phase,
    Record,
    Step,
    StepKind,
    Track,
)

Arrow = tuple[str, str] | tuple[str, str, LinkKind]


def numbered(start: int = 0) -> Callable[[], str]:
    """Give an id source: new-0, new-1 …"""
    numbers = count(start)
    return lambda: f"new-{next(numbers):05}"


def arrows(pairs: Iterable[Arrow], journey_id: str = "j") -> list[Link]:
    """Make links of (source, target) or (source, target, kind)."""
    found = []
    for number, (source, target, *kind) in enumerate(pairs):
        chosen = kind[0] if kind else LinkKind.NEXT
        found.append(
            Link(id=f"{journey_id}-link-{number}", journey_id=journey_id, source=source, target=target, kind=chosen)
        )
    return found


def chain(names: str, kinds: dict[str, StepKind] | None = None) -> list[Step]:
    """Make one step per letter, in this order; the first is the trigger and the last the end unless told otherwise."""
    found = {names[0]: StepKind.TRIGGER, names[-1]: StepKind.END} | (kinds or {})
    return [
        Step(id=name, journey_id="j", phase_id="p", order=place, title=name, kind=found.get(name, StepKind.STEP))
        for place, name in enumerate(names)
    ]


def document_of(steps: Sequence[Step], links: Sequence[Link] = (), others: Iterable[Record] = ()) -> Document:
    """Put steps and links into one journey "j" with one phase "p"."""
    return Document([*others, Journey(id="j"), Phase(id="p", journey_id="j", title="Fase"), *steps, *links])


@st.composite
def journeys(draw: st.DrawFn, most_steps: int = 6, most_links: int = 9) -> Document:
    """Draw a small journey with any arrows, circles and parallels included."""
    size = draw(st.integers(1, most_steps))
    names = [f"s{number}" for number in range(size)]
    steps = [
        Step(
            id=name,
            lineage=name,
            journey_id="j",
            phase_id=draw(st.sampled_from(["p", "q"])),
            order=draw(st.integers(0, 3)),
            row=draw(st.integers(0, 1)),
            title=draw(st.sampled_from(["", "bellen", "wachten", "brief lezen"])),
            kind=draw(st.sampled_from(StepKind)),
            channel=draw(st.sampled_from(Channel)),
            track=draw(st.sampled_from(Track)),
            wait_days=draw(st.integers(0, 3)),
            feeling=draw(st.none() | st.integers(-3, 3)),
        )
        for name in names
    ]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names), st.sampled_from(LinkKind))
    links = arrows(draw(st.lists(ends, max_size=most_links)))
    cards = [
        Card(id=f"card-{number}", journey_id="j", step_id=name, lane=lane, owner=owner, text=owner)
        for number, (name, lane, owner) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.sampled_from(names), st.sampled_from(Lane), st.sampled_from(["", "KCC"])), max_size=4
                )
            )
        )
    ]
    phases = [Phase(id="p", journey_id="j", title="Begin"), Phase(id="q", journey_id="j", title="Einde", order=9)]
    return Document([Journey(id="j"), *phases, *steps, *links, *cards])


def long_journey(size: int, seed: int = 3) -> Document:
    """Make a journey of many steps that branches and joins, with about 1.3 arrows a step, the same one every time."""
    random = Random(seed)
    pairs: set[tuple[int, int]] = set()
    for place in range(1, size):
        jump = random.randrange(3) if random.random() < 0.25 else 0
        pairs.add((max(0, place - 1 - jump), place))
        if random.random() < 0.3 and place > 6:
            pairs.add((place - 2 - random.randrange(5), place))
    steps = [
        Step(
            id=f"s{place:05}",
            journey_id="j",
            phase_id="p",
            order=place,
            title=f"Stap {place}",
            channel=random.choice(list(Channel)),
            wait_days=random.randrange(5),
            kind=StepKind.TRIGGER if place == 0 else StepKind.END if place == size - 1 else StepKind.STEP,
        )
        for place in range(size)
    ]
    links = arrows((f"s{a:05}", f"s{b:05}") for a, b in sorted(pairs))
    return document_of(steps, links)
