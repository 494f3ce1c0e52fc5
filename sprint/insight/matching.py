"""Pairs of steps that may be versions of each other, for journeys that were drawn separately.

Nothing is matched by itself: a proposal has a score and a person says yes or no (`sprint.edits.fork.accept_matches`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from sprint.document import Document
from sprint.frozen import dataclass
from sprint.insight.compare import key_of
from sprint.journeys import steps_of
from sprint.records import Step

LEAST_SCORE = 0.45
_TEXT_WEIGHT, _ORDER_WEIGHT = 0.8, 0.2
_CANDIDATES = 6
_MOST_LOOKED_AT = 400
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Match:
    """A proposal: the earlier and the later step, and how alike they are, 0 … 1.

    `likeness` is the text alone, `nearness` the place in the journey alone; `score` is both, the text counting most.
    """

    before: Step
    after: Step
    score: float
    likeness: float
    nearness: float


def propose_matches(document: Document, before_id: str, after_id: str, least: float = LEAST_SCORE) -> tuple[Match, ...]:
    """Propose pairs for the steps without a common lineage, each step at most once, in order of the earlier journey."""
    left, right = steps_of(document, before_id), steps_of(document, after_id)
    places = {step.id: _place(rank, side) for side in (left, right) for rank, step in enumerate(side)}
    common = {key_of(step) for step in left} & {key_of(step) for step in right}
    left, right = ([step for step in side if key_of(step) not in common] for side in (left, right))
    found = [
        match
        for one, others in _candidates(left, right)
        for other in others
        if (match := _match(one, other, places)).score >= least
    ]
    found.sort(key=lambda match: (-match.score, match.before.id, match.after.id))
    taken: set[str] = set()
    chosen = []
    for match in found:
        if match.before.id not in taken and match.after.id not in taken:
            taken |= {match.before.id, match.after.id}
            chosen.append(match)
    order = {step.id: rank for rank, step in enumerate(left)}
    return tuple(sorted(chosen, key=lambda match: order[match.before.id]))


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, 0 … 1: the mean of shared words and of shared runs of letters (difflib).

    Words count by their length (a weighted Dice measure): sharing "formulier" says more than sharing "de".
    """
    first, second = _normal(one), _normal(other)
    if not first or not second:
        return 0.0
    words, others = Counter(first.split()), Counter(second.split())
    shared = 2 * _letters(words & others) / (_letters(words) + _letters(others))
    # difflib's answer depends on which text comes first; the order of the alphabet makes it the same both ways.
    low, high = sorted((first, second))
    letters: float = SequenceMatcher(None, low, high, autojunk=False).ratio()
    return (shared + letters) / 2


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * number for word, number in words.items())


def _match(one: Step, other: Step, places: Mapping[str, float]) -> Match:
    text = likeness(one.title, other.title)
    near = 1 - abs(places[one.id] - places[other.id])
    score = _TEXT_WEIGHT * text + _ORDER_WEIGHT * near if text else 0.0
    return Match(one, other, score, text, near)


def _place(rank: int, side: Sequence[Step]) -> float:
    return rank / (len(side) - 1) if len(side) > 1 else 0.0


def _candidates(left: Sequence[Step], right: Sequence[Step]) -> list[tuple[Step, list[Step]]]:
    """Return for each earlier step the few later ones that share most groups of three letters; difflib is slow."""
    holders: dict[str, list[int]] = {}
    for place, step in enumerate(right):
        for group in _groups(step.title):
            holders.setdefault(group, []).append(place)
    found = []
    for step in left:
        shared: Counter[int] = Counter()
        looked_at = 0
        for group in sorted(_groups(step.title), key=lambda group: (len(holders.get(group, ())), group)):
            places = holders.get(group, ())
            looked_at += len(places)
            if shared and looked_at > _MOST_LOOKED_AT:
                break  # what is left is in nearly every title and tells nothing
            shared.update(places[:_MOST_LOOKED_AT])
        best = sorted(shared, key=lambda place: (-shared[place], place))[:_CANDIDATES]
        found.append((step, [right[place] for place in best]))
    return found


def _groups(title: str) -> set[str]:
    text = f" {_normal(title)} "
    return {text[place : place + 3] for place in range(len(text) - 2)}


def _normal(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))
