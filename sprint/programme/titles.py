"""Titles that came from a programme follow the language of the reader, until somebody renames them.

A sprint keeps the words it was made with, because a facilitator may change them. Words that are still a programme's own
are shown in the language that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sprint.programme.programmes import list_programmes, load_programme
from sprint.programme.reading import LocalText

_MOST_USED = "four_day"


def in_language(words: str, language: str) -> str:
    """Give a day's or block's title or motto in `language` when it is a programme's own, else as it stands."""
    for programme_id in _programmes():
        known = _words_of(programme_id).get(words)
        if known is not None:
            return known.get(language)
    return words


@cache
def _programmes() -> tuple[str, ...]:
    # The programme most sprints follow first: the other files are read only for words it does not know.
    return tuple(sorted(list_programmes(), key=lambda programme_id: programme_id != _MOST_USED))


@cache
def _words_of(programme_id: str) -> dict[str, LocalText]:
    return {words: text for text in _texts_of(programme_id) for words in (text.nl, text.en)}


def _texts_of(programme_id: str) -> Iterator[LocalText]:
    for day in load_programme(programme_id).days:
        yield day.title
        yield day.motto
        for block in day.blocks:
            if block.title is not None:
                yield block.title
