"""What stands on the rows of a vote and in the room, in words; never who chose what."""

from __future__ import annotations

from collections.abc import Sequence

from sprint.document import Document
from sprint.records import Cluster, Note, NoteKind, VoteRound, VoteState
from sprint.text_table import TextTable
from sprint.votes.options import VoteOption
from sprint.votes.rounds import OptionResult
from ui.exercises.note_faces import tone_of
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.vote_list import VoteRow
from ui.texts import Texts


def tone_for(document: Document, option_id: str) -> str:
    """Give the colour of an option: that of the note, a quiet one for a heap and for what is gone."""
    record = document.get(option_id)
    if isinstance(record, Note):
        return tone_of(record.kind)
    return "thought" if isinstance(record, Cluster) else "backstage"


def _room_card(document: Document, option_id: str, label: str, *, sign: str = "", count: int | None = None) -> RoomCard:
    """Show an option to the room; a sketch with its drawing, for nobody knows it by its title."""
    note = document.get(option_id)
    is_sketch = isinstance(note, Note) and note.kind is NoteKind.SKETCH
    picture = next(iter(note.picture_ids), "") if isinstance(note, Note) and is_sketch else ""
    return RoomCard(label, sign=sign, count=count, picture_id=picture, tone=tone_for(document, option_id))


def _section_of(document: Document, option_id: str) -> str:
    record = document.get(option_id)
    heap = document.get(record.cluster_id) if isinstance(record, Note) else None
    return heap.title if isinstance(heap, Cluster) else ""


def setup_rows(document: Document, texts: Texts, options: Sequence[VoteOption], left_out: set[str]) -> list[VoteRow]:
    """Show what can be chosen from, and what is left out."""
    rows = []
    for option in options:
        is_on = option.id not in left_out
        key = "vote.row_in" if is_on else "vote.row_out"
        name = texts(key, label=option.label)
        rows.append(VoteRow(option.words, option.section, tone_for(document, option.id), is_on=is_on, name=name))
    return rows


def count_rows(document: Document, texts: Texts, vote: VoteRound, marks: Sequence[int]) -> list[VoteRow]:
    """Show the dots of the ballot that is being filled."""
    return [
        VoteRow(
            label,
            _section_of(document, option_id),
            tone_for(document, option_id),
            count=count,
            name=texts("vote.row_count", label=label, count=count),
        )
        for option_id, label, count in zip(vote.option_ids, vote.labels, marks, strict=True)
    ]


def result_rows(document: Document, texts: Texts, results: Sequence[OptionResult]) -> list[VoteRow]:
    """Show what came out, the most dots first; once a choice is made, only that stands out."""
    most = max((result.total for result in results), default=0) or 1
    is_decided = any(result.is_chosen for result in results)
    rows = []
    for result in results:
        remarks = [_tie(texts, result, results)] if result.is_tied and not is_decided else []
        if result.is_chosen:
            remarks = [texts("vote.chosen")]
        rows.append(
            VoteRow(
                result.label,
                tone=tone_for(document, result.id),
                count=result.total,
                rank=str(result.rank) if result.rank else "–",
                remark=" ".join(remarks),
                share=result.total / most,
                name=texts("vote.row_result", label=result.label, count=result.total, remark=" ".join(remarks)),
            )
        )
    return rows


def room_page(
    document: Document,
    texts: Texts,
    vote: VoteRound | None,
    results: Sequence[OptionResult],
    options: Sequence[VoteOption],
    voted: int,
) -> RoomPage:
    """Give what participants may see: the options before, nothing while ballots are secret, the result behind."""
    if vote is None:
        return RoomPage(columns=_sections(document, options))
    if vote.state is VoteState.REVEALED:
        return RoomPage(columns=_result_columns(document, texts, results))
    if vote.is_secret and vote.state is VoteState.OPEN and vote.counting in ("turns", "touch"):
        return RoomPage(is_quiet=True, done=voted)
    shown = [VoteOption(one, label) for one, label in zip(vote.option_ids, vote.labels, strict=True)]
    counts = None if vote.is_secret else {result.id: result.total for result in results}
    cards = tuple(
        _room_card(document, option.id, option.label, count=counts[option.id] if counts else None) for option in shown
    )
    return RoomPage(columns=(RoomColumn(cards=cards),))


def result_table(texts: Texts, vote: VoteRound | None, results: Sequence[OptionResult]) -> TextTable:
    """Give the result as rows: only once it was revealed."""
    if vote is None or vote.state is not VoteState.REVEALED:
        return TextTable()
    head = ("vote.column_option", "vote.column_dots", "vote.column_decider", "vote.column_rank", "vote.column_chosen")
    rows = tuple(
        (
            result.label,
            str(result.dots),
            str(result.decider) if vote.decider_dots else "",
            f"{result.rank} ({_tie(texts, result, results)})" if result.is_tied else str(result.rank or "–"),
            texts("vote.chosen") if result.is_chosen else "",
        )
        for result in results
    )
    return TextTable(tuple(texts(key) for key in head), rows)


def _tie(texts: Texts, result: OptionResult, results: Sequence[OptionResult]) -> str:
    """Say that options share a place; one dot apart is a tie as well, but not the same number."""
    totals = {one.total for one in results if one.rank == result.rank}
    return texts("vote.tied") if len(totals) == 1 else texts("vote.nearly_tied")


def _sections(document: Document, options: Sequence[VoteOption]) -> tuple[RoomColumn, ...]:
    columns: dict[str, list[RoomCard]] = {}
    for option in options:
        sign = option.sign if option.sign != option.label else ""
        card = _room_card(document, option.id, option.label, sign=sign)
        columns.setdefault(option.section, []).append(card)
    return tuple(RoomColumn(title, tuple(cards)) for title, cards in columns.items())


def _result_columns(document: Document, texts: Texts, results: Sequence[OptionResult]) -> tuple[RoomColumn, ...]:
    """Put what was chosen first, then the top with its ties, then the others; what got no dot is not shown off."""

    def column(title: str, found: list[OptionResult], *, is_strong: bool = False) -> list[RoomColumn]:
        # No drawings here: of those that are tied all must be seen.
        cards = tuple(RoomCard(one.label, count=one.total, tone=tone_for(document, one.id)) for one in found)
        return [RoomColumn(title, cards, is_strong)] if cards else []

    chosen = [result for result in results if result.is_chosen]
    others = [result for result in results if result.total and not result.is_chosen]
    if chosen:
        return (*column(texts("vote.chosen_title"), chosen, is_strong=True), *column(texts("vote.rest"), others))
    top = [result for result in others if result.rank == 1]
    title = texts("vote.top")
    if len(top) > 1:
        title = texts("vote.top_tied") if len({one.total for one in top}) == 1 else texts("vote.top_nearly_tied")
    behind = [result for result in others if result.rank != 1]
    return (*column(title, top, is_strong=True), *column(texts("vote.behind"), behind))
