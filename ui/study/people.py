"""Participants in words: a code, never a name, and not even the code while the screen is shared."""

from __future__ import annotations

from sprint.document import Document
from sprint.records import Participant, Persona, Track
from ui.context import Context
from ui.study.tab import HIDE_CODES

TRACK_SIGNS = {Track.SAVED: "stopwatch", Track.SPENT: "heart", Track.OPEN: "person"}
"""The icon of each track."""
TRACK_SHAPES = {Track.SAVED: "●", Track.SPENT: "■", Track.OPEN: "◆"}
"""The shape of each track, where there is no room for words; a dot chart uses the same."""


def participants_of(document: Document) -> list[Participant]:
    """Return the participants in their order."""
    return sorted(document.table(Participant).values(), key=lambda who: (who.order, who.id))


def short_name(document: Document, persona_id: str) -> str:
    """Give the name of a persona without age and the like, the whole of it where two would be called the same."""
    persona = document.get(persona_id) if persona_id else None
    if not isinstance(persona, Persona):
        return ""
    firsts = [other.name.partition(",")[0].strip() for other in document.table(Persona).values()]
    first = persona.name.partition(",")[0].strip()
    return first if firsts.count(first) == 1 else persona.name


def code_words(context: Context, who: Participant | None) -> str:
    """Say who it is: the code, dots while the screen is shared, "a citizen" when nobody said who."""
    if who is None:
        return context.texts("study_ui.a_citizen")
    if context.settings.is_on(HIDE_CODES):
        return context.texts("study_ui.hidden_code")
    return who.code or context.texts("study_ui.no_code")


def who_is(document: Document, participant_id: str) -> Participant | None:
    """Return the participant of this id, None for somebody unnamed."""
    found = document.get(participant_id) if participant_id else None
    return found if isinstance(found, Participant) else None
