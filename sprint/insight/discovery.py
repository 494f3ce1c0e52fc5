"""What a few citizens can show and what not: the chance to meet a problem that some people have."""

from __future__ import annotations


def found_share(p: float, n: int) -> float:
    """Return the chance to meet a problem that hits share `p` with `n` people: 1 − (1 − p)^n (method 6.5).

    Nielsen and Landauer (1993); it counts for each group apart, and p differs per problem (Woolrych and Cockton 2001).
    Raises ValueError for a share outside 0 … 1.
    """
    if not 0 <= p <= 1 or n < 0:
        raise ValueError("a share lies between 0 and 1")
    return 1 - float((1 - p) ** n)
