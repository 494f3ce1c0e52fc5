"""How to draw the edits of plans and reviews."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import plan
from sprint.ids import IdSource
from sprint.records import (
    Block,
    Decision,
    FollowUp,
    Maturity,
    MaturityLever,
    MaturityStage,
    Note,
    NoteKind,
    Record,
    Step,
)

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]
WORDS = st.text(alphabet="ab é?", max_size=6)
DAYS = st.dates().map(lambda day: day.isoformat())


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def _some(draw: st.DrawFn, document: Document, kind: type[Record]) -> list[str]:
    return draw(st.lists(st.sampled_from(sorted(document.table(kind))), min_size=1, max_size=3))


def _at_steps(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    places = [(step, draw(WORDS)) for step in _some(draw, document, Step)]
    return plan.add_notes_at_steps(document, ids, _one(draw, document, Block), draw(st.sampled_from(NoteKind)), places)


def _mark(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    stage, lever = draw(st.sampled_from(MaturityStage)), draw(st.sampled_from(MaturityLever))
    return plan.mark_maturity(document, ids, stage, lever, mark=draw(st.sampled_from(Maturity)), remark=draw(WORDS))


PLANS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "add_notes_at_steps": ((Block, Step), _at_steps),
        "change_promise": (
            (FollowUp,),
            lambda d, x, _: plan.change_promise(x, _one(d, x, FollowUp), owner=d(WORDS), check_30=d(DAYS)),
        ),
        "mark_maturity": ((), _mark),
        "promise_all": (
            (Decision,),
            lambda d, x, ids: plan.promise_all(x, ids, [_one(d, x, Decision)], today="2026-10-08"),
        ),
        "promise": ((), lambda d, x, ids: plan.promise(x, ids, d(WORDS), today="2026-10-08")),
        "take_all_over": (
            (Block, Note),
            lambda d, x, ids: plan.take_all_over(x, ids, _one(d, x, Block), _some(d, x, Note)),
        ),
    }
)
"""Every edit of plans by its name, as `EDITS` of strategies."""
