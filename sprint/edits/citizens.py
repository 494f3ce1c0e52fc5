"""Edits of what citizens said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.order import last_place
from sprint.ids import IdSource
from sprint.journeys import remarks_of
from sprint.records import Observation, RemarkKind, Step


def add_remark(
    document: Document,
    ids: IdSource,
    step_id: str,
    text: str,
    *,
    kind: RemarkKind = RemarkKind.QUOTE,
    valence: int = 0,
    participant_id: str = "",
    at: str = "",
    feeling: int | None = None,
) -> Diff:
    """Write down what a citizen said or did at a step; `feeling` is what the citizen felt there, −3 … +3."""
    step = document.require(Step, step_id)
    remark = Observation(
        id=ids(),
        step_id=step.id,
        participant_id=participant_id,
        kind=kind,
        valence=valence,
        order=last_place(remarks_of(document, step_id)),
        text=text,
        at=at,
        feeling=feeling,
    )
    return make_diff("edit.add_remark", [(None, remark)])


def change_remark(document: Document, remark_id: str, **fields: Any) -> Diff:
    """Change a remark (its words, its kind, how it felt)."""
    remark = document.require(Observation, remark_id)
    return make_diff("edit.change_remark", [(remark, replace(remark, **fields))])
