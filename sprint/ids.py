"""Ids for records: short, sortable by time of birth, unique across laptops."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_TIME_DIGITS = 9
_RANDOM_DIGITS = 4
_RANDOM_BITS = 5 * _RANDOM_DIGITS

IdSource = Callable[[], str]


def _random_bits(bits: int) -> int:
    return int.from_bytes(os.urandom(-(-bits // 8)), "big") & ((1 << bits) - 1)


def _in_base32(value: int, digits: int) -> str:
    letters = []
    for _ in range(digits):
        value, rest = divmod(value, 32)
        letters.append(_ALPHABET[rest])
    return "".join(reversed(letters))


class TimeIds:
    """Makes ids of 13 characters: 45 bits of milliseconds, then 20 random bits.

    Two laptops that share a sprint meet in the same millisecond once in a million; within one laptop ids never
    repeat, because a time that does not move on is counted up.
    """

    def __init__(
        self,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        random_bits: Callable[[int], int] = _random_bits,
    ) -> None:
        self._now_ms = now_ms
        self._random_bits = random_bits
        self._last = 0

    def __call__(self) -> str:
        """Return a new id, larger than every id this source gave before."""
        self._last = max(self._now_ms(), self._last + 1)
        return _in_base32(self._last, _TIME_DIGITS) + _in_base32(self._random_bits(_RANDOM_BITS), _RANDOM_DIGITS)
