"""How to draw the edits of notes, heaps and votes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import clusters, notes, votes
from sprint.ids import IdSource
from sprint.records import Block, Cluster, Counting, Note, NoteKind, Record, VoteRound, VoteState
from sprint.votes.rounds import codes_of, limit_of, limit_per_option, missing_of

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]
WORDS = st.text(alphabet="ab é?", max_size=6)
FREE = 3
"""So many dots are drawn for an option where a method has no limit."""


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def _some(draw: st.DrawFn, document: Document, kind: type[Record]) -> list[str]:
    return draw(st.lists(st.sampled_from(sorted(document.table(kind))), min_size=1, max_size=3, unique=True))


def _move_notes(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    home = document.require(Note, _one(draw, document, Note)).block_id
    row = [note.id for note in notes.notes_of(document, home)] if home else []
    if not row:
        return notes.move_notes(document, [], "")
    moving = draw(st.lists(st.sampled_from(row), min_size=1, max_size=3))
    return notes.move_notes(document, moving, draw(st.sampled_from(["", *row])), kind=draw(st.sampled_from(NoteKind)))


def _take_over(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    return notes.take_over(document, ids, _one(draw, document, Block), _one(draw, document, Note), draw(WORDS))


def _move_heap(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    heap = document.require(Cluster, _one(draw, document, Cluster))
    row = [other.id for other in clusters.heaps_of(document, heap.block_id)]
    return clusters.move_heap(document, heap.id, draw(st.sampled_from(["", *row])))


ROOMS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "add_notes": (
            (Block,),
            lambda d, x, ids: notes.add_notes(x, ids, _one(d, x, Block), d(st.lists(WORDS, max_size=3))),
        ),
        "move_notes": ((Note,), _move_notes),
        "take_over": ((Block, Note), _take_over),
        "make_heap": (
            (Block, Note),
            lambda d, x, ids: clusters.make_heap(x, ids, _one(d, x, Block), _some(d, x, Note), d(WORDS)),
        ),
        "put_on_heap": (
            (Note,),
            lambda d, x, _: clusters.put_on_heap(
                x, _some(d, x, Note), d(st.sampled_from(["", *sorted(x.table(Cluster))]))
            ),
        ),
        "name_heap": ((Cluster,), lambda d, x, _: clusters.name_heap(x, _one(d, x, Cluster), d(WORDS))),
        "join_heaps": (
            (Cluster,),
            lambda d, x, _: clusters.join_heaps(x, _one(d, x, Cluster), _one(d, x, Cluster)),
        ),
        "take_heap_apart": ((Cluster,), lambda d, x, _: clusters.take_heap_apart(x, _one(d, x, Cluster))),
        "move_heap": ((Cluster,), _move_heap),
        "put_dots": ((VoteRound,), lambda d, x, _: votes.put_dots(x, _one(d, x, VoteRound))),
    }
)
"""Every undoable edit of notes and heaps by its name, as `EDITS` of strategies."""


def _open(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    options = [(note_id, note.text) for note_id, note in sorted(document.table(Note).items())]
    options += [("gone-1", "een"), ("gone-2", "twee")]
    return votes.open_vote(
        document,
        ids,
        _one(draw, document, Block),
        "two_dots",
        options[:5] if draw(st.booleans()) else options[-2:],
        counting=draw(st.sampled_from(Counting)),
        dots=draw(st.integers(0, 3)),
        decider_dots=draw(st.integers(0, 3)),
        most_per_option=draw(st.integers(0, 2)),
        voters=draw(st.integers(1, 3)),
    )


def marks_for(draw: st.DrawFn, vote: VoteRound, voter: str) -> list[int]:
    """Draw dots that this voter may give."""
    limit, each = limit_of(vote, voter), limit_per_option(vote, voter)
    left = limit if limit is not None else FREE * len(vote.option_ids)
    marks = []
    for _ in vote.option_ids:
        most = min(left, each if each is not None else FREE)
        marks.append(draw(st.integers(0, most)))
        left -= marks[-1]
    return marks


def _in_state(document: Document, *states: VoteState) -> list[str]:
    return sorted(vote.id for vote in document.table(VoteRound).values() if vote.state in states)


def _on(*states: VoteState) -> Callable[[Callable[[st.DrawFn, Document, IdSource, VoteRound], Diff | None]], Edit]:
    def wrap(edit: Callable[[st.DrawFn, Document, IdSource, VoteRound], Diff | None]) -> Edit:
        def run(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
            there = _in_state(document, *states)
            return (
                edit(draw, document, ids, document.require(VoteRound, draw(st.sampled_from(there)))) if there else None
            )

        return run

    return wrap


@_on(VoteState.OPEN, VoteState.CLOSED)
def _cast(draw: st.DrawFn, document: Document, ids: IdSource, vote: VoteRound) -> Diff:
    voter = draw(st.sampled_from(codes_of(vote)))
    return votes.cast_ballot(document, ids, vote.id, voter, marks_for(draw, vote, voter))


@_on(VoteState.OPEN)
def _close(draw: st.DrawFn, document: Document, ids: IdSource, vote: VoteRound) -> Diff | None:
    return None if missing_of(document, vote) else votes.close_vote(document, vote.id)


@_on(VoteState.CLOSED, VoteState.REVEALED)
def _choose(draw: st.DrawFn, document: Document, ids: IdSource, vote: VoteRound) -> Diff:
    chosen = draw(st.lists(st.sampled_from(vote.option_ids), max_size=2, unique=True))
    return votes.choose_winner(document, vote.id, chosen, draw(WORDS))


ROOM_FACTS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "open_vote": ((Block,), _open),
        "cast_ballot": ((VoteRound,), _cast),
        "abstain": (
            (VoteRound,),
            _on(VoteState.OPEN)(lambda _d, x, ids, vote: votes.abstain(x, ids, vote.id)),
        ),
        "close_vote": ((VoteRound,), _close),
        "reveal_vote": (
            (VoteRound,),
            _on(VoteState.CLOSED)(lambda _d, x, _ids, vote: votes.reveal_vote(x, vote.id)),
        ),
        "choose_winner": ((VoteRound,), _choose),
        "drop_vote": (
            (VoteRound,),
            _on(VoteState.OPEN, VoteState.CLOSED)(lambda _d, x, _ids, vote: votes.drop_vote(x, vote.id)),
        ),
    }
)
"""Every fact of a vote by its name."""
