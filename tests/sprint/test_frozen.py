"""Classes made by `sprint.frozen` behave like the frozen dataclasses of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from sprint.frozen import dataclass as ours

Make = Callable[..., Any]


def value_class(dataclass: Make, **options: bool) -> Any:
    @dataclass(frozen=True, **options)
    class Value:
        id: str
        order: int = 0
        words: dict[str, str] = dataclasses.field(default_factory=dict, hash=False)
        note: str = dataclasses.field(default="", compare=False, repr=False)

    return Value


def outcome(act: Callable[[], Any]) -> Any:
    """What comes back, or the kind of error."""
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return type(error)


@pytest.mark.parametrize("kw_only", [False, True])
def test_the_same_answers_as_the_standard_library(kw_only: bool) -> None:
    theirs, mine = value_class(dataclasses.dataclass, kw_only=kw_only), value_class(ours, kw_only=kw_only)
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
        ((), {"id": "a"}),
        ((), {"id": "a", "order": 3, "words": {"x": "y"}, "note": "n"}),
        (("a", 2), {}),
        (("a",), {"order": 2}),
        (("a",), {"id": "b"}),
        (("a", 1, {}, "n", 5), {}),
        ((), {}),
        ((), {"order": 1}),
        ((), {"id": "a", "other": 1}),
        ((), {"other": 1}),
    ]
    facts: list[Callable[[Any, Any], Any]] = [
        lambda kind, value: dataclasses.asdict(value),
        lambda kind, value: repr(value),
        lambda kind, value: hash(value) == hash(kind(id=value.id, order=value.order, words={"z": "z"})),
        lambda kind, value: value == kind(id="a"),
        lambda kind, value: value == kind(id="a", note="not compared"),
        lambda kind, value: value != "a",
        lambda kind, value: dataclasses.asdict(dataclasses.replace(value, order=9)),
        lambda kind, value: outcome(lambda: setattr(value, "order", 1)),
        lambda kind, value: outcome(lambda: delattr(value, "order")),
        lambda kind, value: outcome(lambda: dataclasses.replace(value, other=1)),
        lambda kind, value: copy.deepcopy(value) == value,
        lambda kind, value: kind.__match_args__,
    ]
    for positional, named in calls:
        a, b = outcome(partial(theirs, *positional, **named)), outcome(partial(mine, *positional, **named))
        if isinstance(a, type):
            assert a is b, (positional, named)
            continue
        assert [outcome(partial(fact, theirs, a)) for fact in facts] == [
            outcome(partial(fact, mine, b)) for fact in facts
        ]


@ours(frozen=True, kw_only=True)
class Parent:
    id: str
    extra: int = 0


@ours(frozen=True, kw_only=True)
class Child(Parent):
    name: str = ""


def test_a_child_has_the_fields_of_its_parent_and_is_another_kind() -> None:
    child = Child(id="a", extra=1, name="n")
    assert [field.name for field in dataclasses.fields(child)] == ["id", "extra", "name"]
    assert (child == Child(id="a", extra=1, name="n"), child == Parent(id="a", extra=1)) == (True, False)
    assert pickle.loads(pickle.dumps(child)) == child
    with pytest.raises(dataclasses.FrozenInstanceError):
        child.name = "m"


def test_a_class_that_changes_is_refused() -> None:
    with pytest.raises(TypeError):
        value_class(lambda frozen: ours(frozen=not frozen))
