"""A commit is written as fast as the JSON library can, and keeps exactly what the careful way would keep."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.errors import SprintError
from sprint.store.frames import encode, encode_kept
from sprint.store.values import MAX_DEPTH, storable

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Feeling(StrEnum):
    GOOD = "good"


class Colour(Enum):
    RED = "red"


def nested(depth: int, inside: object) -> object:
    """So many lists around something."""
    for _ in range(depth):
        inside = [inside]
    return inside


ODD = (
    float("nan"),
    float("inf"),
    -0.0,
    2**64 - 1,
    2**64,
    -(2**63) - 1,
    "half \ud83d",
    "heel \U0001f600",
    Feeling.GOOD,
    Colour.RED,
    AT,
    b"bytes",
    {1, 2},
    {1: "a number for a name"},
    {"\udc00": 1},
    ("a", ("tuple",)),
    OrderedDict(b=1, a=2),
    MappingProxyType({"fields": [1]}),
    *(nested(depth, inside) for depth in range(MAX_DEPTH - 4, MAX_DEPTH + 2) for inside in (1, "text", None)),
    nested(300, 1),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(ODD),
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=80,
)


def careful(params: Any, changes: Any) -> tuple[bytes, Any] | str:
    """What the slow way makes of a commit, or why it refuses it."""
    try:
        kept = storable(changes)
        return encode(AT.isoformat(), "edit", "edit.move", storable(params), kept), kept
    except SprintError as error:
        return error.key


def quick(params: Any, changes: Any) -> tuple[bytes, Any] | str:
    try:
        return encode_kept(AT, "edit", "edit.move", params, changes)
    except SprintError as error:
        return error.key


def assert_alike(params: Any, changes: Any) -> None:
    found = quick(params, changes)
    assert found == careful(params, changes)
    if isinstance(found, tuple):
        payload, kept = found
        assert repr(orjson.loads(payload)["changes"]) == repr(kept)  # the very same types, too


@given(VALUES, VALUES)
@settings(max_examples=60, deadline=None)
def test_the_quick_way_keeps_what_the_careful_way_keeps(param: Any, value: Any) -> None:
    assert_alike({"of": param}, {"cards": {"c1": {"value": value}, "c2": None}})


def test_odd_values_are_kept_or_refused_as_before() -> None:
    for odd in ODD:
        assert_alike({}, {"cards": {"c1": {"value": odd}}})
        assert_alike({"of": odd}, {"cards": {"c1": None}})
    many = {f"c{number}": {"tags": ["a"], "value": nested(MAX_DEPTH - 5, 1)} for number in range(40)}
    assert_alike({}, {"cards": many})


def test_what_is_kept_shares_nothing_with_its_maker() -> None:
    tags = ["wachten"]
    changes = {"cards": {"c1": {"tags": tags}}}
    _, kept = encode_kept(AT, "edit", "edit.move", {}, changes)
    tags.append("bellen")
    changes["cards"]["c1"] = {}
    assert kept == {"cards": {"c1": {"tags": ["wachten"]}}}


@pytest.mark.parametrize("microsecond", [0, 120, 999_999])
def test_the_time_of_a_commit_is_written_as_ever(microsecond: int) -> None:
    at = AT.replace(microsecond=microsecond)
    payload, _ = encode_kept(at, "edit", "edit.move", {}, {})
    assert orjson.loads(payload)["at"] == at.isoformat()
