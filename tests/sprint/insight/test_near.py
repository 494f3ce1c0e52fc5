"""Notes that say nearly the same."""

from __future__ import annotations

from sprint.insight.near import NEAR, near_pairs


def likeness_of(one: str, other: str) -> float:
    (pair,) = near_pairs({"one": one, "other": other}, least=0)
    return pair.likeness


def test_other_endings_and_another_order_still_meet() -> None:
    assert likeness_of("Bellen moet sneller", "Sneller kunnen bellen") >= NEAR
    assert likeness_of("Inwoner krijgt geen bericht", "Inwoners krijgen nooit bericht") >= NEAR
    assert likeness_of("Één dag noemen", "een DAG noemen") >= NEAR


def test_the_same_beginning_is_no_likeness() -> None:
    first = "Hoe kunnen we een dag noemen die we ook halen?"
    assert likeness_of(first, "Hoe kunnen we een plek vinden zonder kaart?") < 0.1
    assert likeness_of("", "") == 0.0


def test_pairs_come_most_alike_first_and_a_note_meets_itself_never() -> None:
    texts = {"a": "minder brieven", "b": "minder brieven sturen", "c": "Minder brieven", "d": "iets anders"}
    pairs = near_pairs(texts)
    assert [(pair.first, pair.second) for pair in pairs] == [("a", "c"), ("a", "b"), ("b", "c")]
    assert pairs[0].likeness == 1.0
