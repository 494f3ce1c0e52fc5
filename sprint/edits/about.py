"""Edits of what the sprint itself is: its title, challenge, organisation, place and language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.records import SPRINT_ID


def change_sprint(document: Document, **fields: Any) -> Diff:
    """Change the sprint's title, challenge, organisation, place or language."""
    known = document.get(SPRINT_ID)
    sprint = document.sprint
    before = sprint if known is not None else None
    return make_diff("edit.change_sprint", [(before, replace(sprint, **fields))])
