"""The chimes are short, calm and the same on every machine."""

from __future__ import annotations

import io
import wave
from array import array

import pytest

from sprint.chimes import PEAK, RATE, Chime, chime_wav

QUIET = 0.02


def samples_of(chime: Chime) -> list[float]:
    with wave.open(io.BytesIO(chime_wav(chime))) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE)
        frames = sound.readframes(sound.getnframes())
    return [sample / 32_767 for sample in array("h", frames)]


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_has_its_length_and_never_clips(chime: Chime) -> None:
    samples = samples_of(chime)
    assert 0.5 <= len(samples) / RATE <= 3
    assert max(abs(sample) for sample in samples) == pytest.approx(PEAK, abs=1e-3)
    assert sum(abs(sample) > 0.99 for sample in samples) == 0


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_begins_and_ends_in_silence(chime: Chime) -> None:
    samples = samples_of(chime)
    assert samples[0] == 0
    assert abs(samples[-1]) < 1e-3
    steps = [abs(after - before) for before, after in zip(samples[-200:], samples[-199:], strict=False)]
    assert max(steps) < QUIET


@pytest.mark.parametrize("chime", Chime)
def test_a_chime_dies_away(chime: Chime) -> None:
    samples = samples_of(chime)
    third = len(samples) // 3

    def energy(part: list[float]) -> float:
        return sum(sample * sample for sample in part)

    assert energy(samples[-third:]) < energy(samples[:third]) / 4


def test_every_call_gives_the_same_bytes_and_every_chime_its_own() -> None:
    assert chime_wav(Chime.WOOD) == chime_wav(Chime.WOOD)
    assert len({chime_wav(chime) for chime in Chime}) == len(Chime)
