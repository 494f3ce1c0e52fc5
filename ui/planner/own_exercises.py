"""The facilitator's own exercises, kept in her library so that every sprint can use them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from sprint.frozen import dataclass

SHELF = "exercises"


@dataclass(frozen=True)
class OwnExercise:
    """An exercise of one's own: its name and how many minutes it usually takes."""

    id: str
    title: str
    minutes: int


class LibraryLike(Protocol):
    """What is asked of the library."""

    @property
    def read_only(self) -> bool:
        """Whether changes are not kept."""

    def shelf(self, name: str) -> Mapping[str, Any]:
        """Give what lies on a shelf, by id."""

    def keep(self, shelf: str, record_id: str, raw: Mapping[str, Any]) -> None:
        """Put something on a shelf."""

    def remove(self, shelf: str, record_id: str) -> None:
        """Take something off a shelf."""


class OwnExercises:
    """Reads and writes the shelf of own exercises; the library is opened when it is first needed."""

    def __init__(self, library: Callable[[], LibraryLike]) -> None:
        self._library = library

    def all(self) -> list[OwnExercise]:
        """Give them by name; what cannot be read is left out."""
        found = []
        for record_id, raw in self._library().shelf(SHELF).items():
            title, minutes = raw.get("title"), raw.get("minutes")
            if isinstance(title, str) and title and isinstance(minutes, int) and minutes > 0:
                found.append(OwnExercise(record_id, title, minutes))
        return sorted(found, key=lambda exercise: (exercise.title.casefold(), exercise.id))

    def keep(self, record_id: str, title: str, minutes: int) -> bool:
        """Keep one, in the place of another with the same name; False when the library cannot be written now."""
        library = self._library()
        if library.read_only:
            return False
        same = next((own.id for own in self.all() if own.title.casefold() == title.casefold()), record_id)
        library.keep(SHELF, same, {"title": title, "minutes": minutes})
        return True

    def forget(self, record_id: str) -> None:
        """Take one off the shelf; blocks that were made of it stay."""
        self._library().remove(SHELF, record_id)


class SessionLibrary:
    """A library for as long as the window is open, where no other was given."""

    read_only = False

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Any]] = {}

    def shelf(self, name: str) -> Mapping[str, Any]:
        """Give what lies on the shelf."""
        return self._rows.get(name, {})

    def keep(self, shelf: str, record_id: str, raw: Mapping[str, Any]) -> None:
        """Put something on the shelf."""
        self._rows.setdefault(shelf, {})[record_id] = dict(raw)

    def remove(self, shelf: str, record_id: str) -> None:
        """Take something off the shelf."""
        self._rows.get(shelf, {}).pop(record_id, None)
