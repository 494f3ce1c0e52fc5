"""The longest row of things that stands in the same order on two sides."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[int, int, str]
_Best = tuple[int, str]


def longest_chain(points: Sequence[Point]) -> set[str]:
    """Return the names of a longest set of points (place left, place right, name) that rises on both sides.

    Places and names are unique. Of equally long sets the same one is chosen when left and right are swapped, so that
    a comparison and its reverse agree on what has moved. O(n log n).
    """
    ordered = sorted(points)
    ranks = {place: rank for rank, place in enumerate(sorted(right for _, right, _ in points), start=1)}
    tree: list[_Best] = [(0, "")] * (len(points) + 1)  # a Fenwick tree of the best chain that ends at or below a rank
    before: dict[str, str] = {}
    best: _Best = (0, "")
    for _, right, name in ordered:
        length, previous = _best_below(tree, ranks[right])
        before[name] = previous
        found = (length + 1, name)
        best = max(best, found)
        _put(tree, ranks[right], found)
    chain = set()
    name = best[1]
    while name:
        chain.add(name)
        name = before[name]
    return chain


def _best_below(tree: Sequence[_Best], rank: int) -> _Best:
    best: _Best = (0, "")
    rank -= 1
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best


def _put(tree: list[_Best], rank: int, found: _Best) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], found)
        rank += rank & -rank
