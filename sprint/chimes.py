"""The chimes: three calm sounds made by formula, as WAV files (mono, 16 bit), the same bytes on every call.

A struck thing sounds as a sum of partials that die away, the high ones first. The ratios are those of a singing bowl
(a bending shell, about n² − 1), of a marimba bar (tuned to 1 : 4 : 10) and of a bell tuned to a minor third.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from enum import StrEnum
from math import cos, exp, pi, sin
from struct import pack
from sys import byteorder
from types import MappingProxyType

from sprint.frozen import dataclass

RATE = 24_000
"""Samples a second."""
PEAK = 0.7
"""How loud the loudest sample is, of 1: nothing clips, also where a system adds sounds together."""
_FULL = 32_767
_ATTACK_SECONDS = 0.008
_RELEASE_SECONDS = 0.05
_LONGEST_FADE = 9  # times 1/e: then it is below what 16 bits can hold


class Chime(StrEnum):
    """The sounds there are."""

    BOWL = "bowl"
    WOOD = "wood"
    BELL = "bell"


@dataclass(frozen=True)
class Partial:
    """One tone in a sound: its pitch (times the lowest), its share, and the seconds in which it falls to 1/e."""

    ratio: float
    share: float
    fade: float


@dataclass(frozen=True)
class _Recipe:
    pitch: float  # Hz
    seconds: float
    strokes: tuple[tuple[float, float], ...]  # (when, seconds; pitch, times the lowest)
    partials: tuple[Partial, ...]


_RECIPES: Mapping[Chime, _Recipe] = MappingProxyType(
    {
        Chime.BOWL: _Recipe(
            294.0,
            2.4,
            ((0.0, 1.0),),
            (Partial(1.0, 1.0, 0.9), Partial(1.004, 0.5, 0.9), Partial(2.71, 0.5, 0.5), Partial(5.13, 0.2, 0.22)),
        ),
        Chime.WOOD: _Recipe(
            392.0,
            0.9,
            ((0.0, 1.0), (0.22, 1.25)),
            (Partial(1.0, 1.0, 0.12), Partial(4.0, 0.3, 0.05), Partial(10.0, 0.08, 0.02)),
        ),
        Chime.BELL: _Recipe(
            523.25,
            1.8,
            ((0.0, 1.0), (0.45, 0.75)),
            (Partial(1.0, 1.0, 0.45), Partial(1.2, 0.4, 0.35), Partial(2.0, 0.5, 0.25), Partial(3.0, 0.2, 0.12)),
        ),
    }
)


def chime_wav(chime: Chime) -> bytes:
    """Return a chime as the bytes of a WAV file."""
    samples = _samples(_RECIPES[chime])
    loudest = max(abs(sample) for sample in samples)
    scale = PEAK * _FULL / loudest
    whole = array("h", (round(sample * scale) for sample in samples))
    if byteorder == "big":
        whole.byteswap()
    return _wav(whole.tobytes())


def _samples(recipe: _Recipe) -> list[float]:
    count = round(recipe.seconds * RATE)
    samples = [0.0] * count
    for begin, pitch in recipe.strokes:
        first = round(begin * RATE)
        for partial in recipe.partials:
            _add(samples, first, recipe.pitch * pitch * partial.ratio, partial)
    release = round(_RELEASE_SECONDS * RATE)
    for place in range(release):  # a sound that is cut clicks
        samples[count - 1 - place] *= place / release
    return samples


def _add(samples: list[float], first: int, pitch: float, partial: Partial) -> None:
    """Add a tone that rises quickly and dies away slowly.

    A decaying sine follows from its last two values, which is five times as fast as asking for each sine.
    """
    turn, fall = 2 * pi * pitch / RATE, exp(-1 / (partial.fade * RATE))
    ahead, back = 2 * fall * cos(turn), fall * fall
    before, last = -partial.share * sin(turn) / fall, 0.0
    attack = round(_ATTACK_SECONDS * RATE)
    end = min(len(samples), first + round(partial.fade * _LONGEST_FADE * RATE))
    for place in range(first, end):
        since = place - first
        samples[place] += last if since >= attack else last * since / attack
        before, last = last, ahead * last - back * before


def _wav(data: bytes) -> bytes:
    width, channels = 2, 1
    form = pack("<4sIHHIIHH", b"fmt ", 16, 1, channels, RATE, RATE * width * channels, width * channels, width * 8)
    body = b"WAVE" + form + pack("<4sI", b"data", len(data)) + data
    return pack("<4sI", b"RIFF", len(body)) + body
