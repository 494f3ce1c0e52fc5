"""Frozen dataclasses that cost next to nothing to define: the first window defines more than a hundred of them.

The standard library writes and compiles six methods for each frozen class, which takes half a millisecond a class, and
all of them together a third of the time before the first window. Here every class shares the same six methods, and the
standard library only reads the fields: `fields`, `replace` and `asdict` work as always. Use it as
`@dataclass(frozen=True)` from this module; type checkers see the standard one.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Make a frozen class of the fields in its body; it may only inherit from classes made here."""
        if not frozen:
            raise TypeError("a class that changes is made by the standard library")
        read_fields = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)
        return lambda kind: _with_methods(_with_fields(_with_words(kind), read_fields))


class _Plan(NamedTuple):
    """What the shared methods must know of one class."""

    names: frozenset[str]
    positional: tuple[str, ...]
    defaults: Mapping[str, Any]
    factories: tuple[tuple[str, Callable[[], Any]], ...]
    compared: Callable[[object], Any]
    hashed: Callable[[object], Any]
    shown: tuple[str, ...]


def _with_words(kind: Any) -> Any:
    # Where a class says nothing the standard library writes its signature there, which takes a millisecond.
    if kind.__doc__ is None:
        kind.__doc__ = kind.__qualname__
    return kind


def _with_fields(kind: Any, read_fields: Callable[[type], type]) -> Any:
    # The standard library takes each annotation apart to see whether it is a field. Only `ClassVar` is not, here.
    words = inspect.get_annotations(kind)
    kind.__annotations__ = {name: ClassVar if "ClassVar" in word else object for name, word in words.items()}
    made = read_fields(kind)
    kind.__annotations__ = words
    for name, word in words.items():
        if name in kind.__dataclass_fields__:
            kind.__dataclass_fields__[name].type = word
    return made


def _with_methods(kind: Any) -> Any:
    fields = dataclasses.fields(kind)
    missing = dataclasses.MISSING
    compared = [field.name for field in fields if field.compare]
    hashed = [name for name in compared if kind.__dataclass_fields__[name].hash is not False]
    kind._plan_ = _Plan(
        names=frozenset(field.name for field in fields),
        positional=tuple(field.name for field in fields if not field.kw_only),
        defaults={field.name: field.default for field in fields if field.default is not missing},
        factories=tuple(
            (field.name, field.default_factory) for field in fields if field.default_factory is not missing
        ),
        compared=_picker(compared),
        hashed=_picker(hashed),
        shown=tuple(field.name for field in fields if field.repr),
    )
    for method in (_init, _eq, _hash, _repr, _setattr, _delattr):
        name = f"__{method.__name__.strip('_')}__"
        if name not in kind.__dict__ or (name == "__hash__" and kind.__hash__ is None):
            setattr(kind, name, method)
    return kind


def _picker(names: list[str]) -> Callable[[object], Any]:
    return attrgetter(*names) if names else lambda _record: ()


def _init(self: Any, /, *args: Any, **given: Any) -> None:
    plan: _Plan = self._plan_
    values = {**plan.defaults, **given}
    if args:
        named = plan.positional[: len(args)]
        if len(args) > len(plan.positional) or not given.keys().isdisjoint(named):
            raise TypeError(f"{type(self).__qualname__} is given too much")
        values.update(zip(named, args, strict=True))
    for name, make in plan.factories:
        if name not in values:
            values[name] = make()
    if values.keys() != plan.names:
        wrong = ", ".join(sorted(values.keys() ^ plan.names))
        raise TypeError(f"{type(self).__qualname__} lacks or does not know: {wrong}")
    self.__dict__.update(values)


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self._plan_.compared
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(self._plan_.hashed(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._plan_.shown)
    return f"{type(self).__qualname__}({shown})"


def _setattr(self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
