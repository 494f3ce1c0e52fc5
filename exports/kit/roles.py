"""What a role asks of somebody in a sprint; roles are words that a team types, in either language."""

from __future__ import annotations

from typing import NamedTuple

from sprint.i18n import LANGUAGES, Translator


class Role(NamedTuple):
    """The keys of a role: its name, how its names begin (parted by commas), and what it asks."""

    name: str
    words: str
    told: str


STITCHER = Role("role.stitcher", "role.stitcher_words", "role.stitcher_told")
WRITER = Role("role.writer", "role.writer_words", "role.writer_told")
COLLECTOR = Role("role.collector", "role.collector_words", "role.collector_told")
MAKER = Role("role.maker", "role.maker_words", "role.maker_told")
INTERVIEWER = Role("role.interviewer", "role.interviewer_words", "role.interviewer_told")
NOTES = Role("role.notes", "role.notes_words", "role.notes_told")
HOST = Role("role.host", "role.host_words", "role.host_told")
DECIDER = Role("role.decider", "role.decider_words", "role.decider_told")
FACILITATOR = Role("role.facilitator", "role.facilitator_words", "role.facilitator_told")

LEADING = (DECIDER, FACILITATOR)
WORKING = (MAKER, WRITER, COLLECTOR, STITCHER, INTERVIEWER, NOTES, HOST)
"""What is divided for building and for the talks with citizens, whatever somebody is at home."""

ROLES = (
    *LEADING,
    INTERVIEWER,
    NOTES,
    HOST,
    STITCHER,
    WRITER,
    COLLECTOR,
    MAKER,
    Role("role.time", "role.time_words", "role.time_told"),
    Role("role.experience", "role.experience_words", "role.experience_told"),
    Role("role.law", "role.law_words", "role.law_told"),
    Role("role.language", "role.language_words", "role.language_told"),
    Role("role.systems", "role.systems_words", "role.systems_told"),
    Role("role.planning", "role.planning_words", "role.planning_told"),
    Role("role.owner", "role.owner_words", "role.owner_told"),
    Role("role.citizens", "role.citizens_words", "role.citizens_told"),
    Role("role.field", "role.field_words", "role.field_told"),
)
"""The first whose words are in a name is the role that is meant: what is asked of one person stands before a trade."""


def role_called(name: str) -> Role | None:
    """Find the role that a typed name means, None when it is one of the team's own."""
    typed = f" {name.casefold()}"
    catalogues = [Translator.load(language) for language in LANGUAGES]
    for role in ROLES:
        words = [word for t in catalogues for word in t(role.words).split(",")]
        if any(f" {word}" in typed or (len(word) > 5 and word in typed) for word in words):
            return role
    return None
