"""Before anything leaves the laptop: what still looks like personal data is told, and nothing is written unasked."""

from __future__ import annotations

from collections.abc import Iterable

from sprint.document import Document
from sprint.study.private_words import private_places
from ui.context import Context


def may_leave(context: Context, document: Document, names: Iterable[str] = ()) -> bool:
    """Ask when something was found; True when nothing was, or when it may go all the same."""
    found = private_places(document, names)
    if not found:
        return True
    t = context.texts
    choices = (("look", t("study_ui.look_first")), ("write", t("study_ui.write_anyway")))
    question = t("study_ui.print_places", count=len(found))
    return context.messages.ask(question, choices, detail=t("study_ui.print_places_detail")) == "write"
