"""Reads typed values out of parsed TOML and names file and key when one is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import time
from typing import Any, TypeVar

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.programme.vocabulary import LANGUAGES

Built = TypeVar("Built")


@dataclass(frozen=True)
class LocalText:
    """One text in every language the product speaks."""

    nl: str
    en: str

    def get(self, language: str) -> str:
        """Gives the text in `language` ("nl" or "en"); any other language reads English."""
        return self.nl if language == "nl" else self.en


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """Parses a TOML text; raises SprintError that names the file and the place of the fault."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SprintError("programme.error.not_toml", file=file, place=str(fault)) from fault


class Table:
    """One TOML table being read: hands out typed values and remembers which keys were asked for."""

    def __init__(self, data: Mapping[str, Any], file: str, where: str = "") -> None:
        self._data = data
        self._file = file
        self._where = where
        self._asked: set[str] = set()

    def text(self, key: str) -> str:
        """Gives a text that must be there and not be blank."""
        return self._filled(key, self._get(key, str))

    def local(self, key: str) -> LocalText:
        """Gives a text in both languages."""
        return self._local(key, self._get(key, dict))

    def local_or_none(self, key: str) -> LocalText | None:
        """Gives a text in both languages, or None when the key is absent."""
        return self.local(key) if key in self._data else None

    def local_list(self, key: str) -> tuple[LocalText, ...]:
        """Gives a list of texts in both languages."""
        items = self._get(key, list)
        return tuple(self._local(f"{key}[{place}]", item) for place, item in enumerate(items))

    def flag(self, key: str) -> bool:
        """Gives true or false."""
        return self._get(key, bool)

    def whole(self, key: str) -> int:
        """Gives a whole number of zero or more."""
        number = self._get(key, int)
        if number < 0:
            raise self._fault("programme.error.wrong_type", key)
        return number

    def clock(self, key: str) -> time:
        """Gives a time of day, written in TOML as 09:30:00."""
        return self._get(key, time)

    def word(self, key: str, allowed: Collection[str]) -> str:
        """Gives one word of a closed list."""
        return self._known(key, self.text(key), allowed)

    def words(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Gives words of a closed list, each at most once."""
        items = [self._filled(key, item) for item in self._get(key, list)]
        if len(set(items)) != len(items):
            raise self._fault("programme.error.double_word", key)
        return tuple(self._known(key, item, allowed) for item in items)

    def table(self, key: str) -> Table:
        """Gives a table inside this one."""
        return Table(self._get(key, dict), self._file, self._path(key))

    def tables(self, key: str, build: Callable[[Table], Built]) -> tuple[Built, ...]:
        """Builds one value of each table in a list, and refuses unknown keys in it."""
        built = []
        for place, item in enumerate(self._get(key, list)):
            where = f"{key}[{place}]"
            if not isinstance(item, dict):
                raise self._fault("programme.error.wrong_type", where)
            table = Table(item, self._file, self._path(where))
            built.append(build(table))
            table.finish()
        return tuple(built)

    def has(self, key: str) -> bool:
        """Tells whether an optional key was written."""
        return key in self._data

    def finish(self) -> None:
        """Raises SprintError when the file holds a key that nobody asked for: mostly a typing error."""
        for key in self._data:
            if key not in self._asked:
                raise self._fault("programme.error.unknown_key", key)

    def _get(self, key: str, kind: type[Built]) -> Built:
        self._asked.add(key)
        if key not in self._data:
            raise self._fault("programme.error.missing", key)
        value = self._data[key]
        # TOML's true is an int to Python, so compare the class itself.
        if type(value) is not kind:
            raise self._fault("programme.error.wrong_type", key)
        return value

    def _local(self, key: str, value: object) -> LocalText:
        if not isinstance(value, dict):
            raise self._fault("programme.error.wrong_type", key)
        for language in LANGUAGES:
            if language not in value:
                raise self._fault("programme.error.missing", f"{key}.{language}")
        for language, text in value.items():
            if language not in LANGUAGES:
                raise self._fault("programme.error.unknown_key", f"{key}.{language}")
            self._filled(f"{key}.{language}", text)
        return LocalText(nl=value["nl"].strip(), en=value["en"].strip())

    def _filled(self, key: str, text: object) -> str:
        if not isinstance(text, str):
            raise self._fault("programme.error.wrong_type", key)
        if not text.strip():
            raise self._fault("programme.error.empty", key)
        return text.strip()

    def _known(self, key: str, word: str, allowed: Collection[str]) -> str:
        if word not in allowed:
            raise SprintError("programme.error.unknown_word", file=self._file, field=self._path(key), word=word)
        return word

    def _path(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def _fault(self, message: str, key: str) -> SprintError:
        return SprintError(message, file=self._file, field=self._path(key))
