"""Words that are being typed and not yet entered: kept until they are a note, a card or a remark."""

from __future__ import annotations

from dataclasses import replace

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.records import Draft


def draft_id(kind: str, record_id: str) -> str:
    """Name the draft of a kind ("note", "card", "remark") at a block or a step."""
    return f"draft-{kind}-{record_id}"


def draft_text(document: Document, name: str) -> str:
    """Return what was being typed there; an empty text when nothing was."""
    draft = document.get(name)
    return draft.text if isinstance(draft, Draft) else ""


def keep_draft(document: Document, name: str, text: str) -> Diff:
    """Keep what is being typed there; an empty text ends the draft."""
    known = document.get(name)
    before = known if isinstance(known, Draft) else None
    if not text:
        return make_diff("edit.keep_draft", [] if before is None else [(before, None)])
    after = Draft(id=name, text=text) if before is None else replace(before, text=text)
    return make_diff("edit.keep_draft", [(before, after)])
