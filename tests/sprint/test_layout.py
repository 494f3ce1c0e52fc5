"""A laid-out journey: nothing overlaps, nothing is cut, order is kept, and links have room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sprint.diff import make_diff
from sprint.document import Document
from sprint.edits.cards import set_card_text
from sprint.edits.delete import delete
from sprint.edits.journey import add_step, move_steps, rename, set_feeling
from sprint.ids import TimeIds
from sprint.journeys import steps_of
from sprint.layout import (
    METRICS,
    Board,
    BoardWords,
    Layouter,
    NoWords,
    Rect,
    TextMeasure,
    TextStyle,
    card_text_width,
    lay_out,
    step_note_width,
    step_title_width,
)
from sprint.layout_board import LineKind
from sprint.records import Card, Channel, Journey, Lane, Link, LinkKind, Observation, Phase, Record, Step, StepKind

WORDS = st.lists(st.sampled_from(["ja", "afval", "gemeentelijke", "wachten", "meldingsformulier"]), max_size=14)
TEXT = WORDS.map(" ".join) | st.just("ononderbrokenlangwoord" * 4)


def measure() -> TextMeasure:
    return TextMeasure(lambda text, style: 7.0 * len(text), dict.fromkeys(TextStyle, 18.0))


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """Draw a journey with phases, steps in rows, cards and any links."""
    found: list[Record] = [Journey(id="J", lanes=draw(st.sampled_from([(), ("kpi", "thought")])))]
    phases = draw(st.integers(1, 4))
    for number in range(phases):
        found.append(Phase(id=f"P{number}", journey_id="J", order=number, title=draw(TEXT)))
    steps = draw(st.integers(0, 9))
    for number in range(steps):
        found.append(
            Step(
                id=f"S{number}",
                journey_id="J",
                phase_id=f"P{draw(st.integers(0, phases - 1))}",
                order=draw(st.integers(0, 5)),
                row=draw(st.sampled_from([0, 0, 0, 1, 2, 5])),
                title=draw(TEXT),
                feeling=draw(st.none() | st.integers(-3, 3)),
                channel=draw(st.sampled_from(Channel)),
                wait_days=draw(st.sampled_from([0, 42])),
                truth_reason=draw(st.sampled_from(["", "x"])),
            )
        )
    if steps:
        one_step = st.integers(0, steps - 1).map(lambda number: f"S{number}")
        for number in range(draw(st.integers(0, 9))):
            lane = draw(st.sampled_from(Lane))
            found.append(Card(id=f"C{number}", journey_id="J", step_id=draw(one_step), lane=lane, text=draw(TEXT)))
        for number in range(draw(st.integers(0, 9))):
            kind = draw(st.sampled_from(LinkKind))
            source, target = draw(one_step), draw(one_step)
            found.append(Link(id=f"L{number}", journey_id="J", source=source, target=target, kind=kind))
        for number in range(draw(st.integers(0, 3))):
            found.append(Observation(id=f"O{number}", step_id=draw(one_step)))
    return found


def boxes(board: Board) -> list[tuple[str, Rect]]:
    return [(box.id, box.rect) for box in (*board.steps.values(), *board.cards.values())]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_nothing_overlaps_and_nothing_is_lost(found: list[Record]) -> None:
    board = lay_out(Document(found), "J", measure(), words=BoardWords(lambda key, **params: key))
    assert set(board.steps) == {record.id for record in found if isinstance(record, Step)}
    journey = next(record for record in found if isinstance(record, Journey))
    shown = {Lane(value) for value in journey.lanes} or set(Lane)
    assert set(board.cards) == {record.id for record in found if isinstance(record, Card) and record.lane in shown}
    placed = boxes(board)
    for number, (one, rect) in enumerate(placed):
        assert rect.x >= board.left and rect.right <= board.width and rect.bottom <= board.height
        for other, against in placed[number + 1 :]:
            assert not rect.meets(against), (one, other)
    lanes = {lane.lane: lane.rect for lane in board.lanes}
    for card in board.cards.values():
        assert lanes[card.lane].y <= card.rect.y and card.rect.bottom <= lanes[card.lane].bottom
    for above, below in pairwise([*lanes.values()]):
        assert above.bottom <= below.y
    assert all(board.emotion.rect.bottom <= lane.y for lane in lanes.values())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_time_runs_from_left_to_right(found: list[Record]) -> None:
    document = Document(found)
    board = lay_out(document, "J", measure())
    columns = [board.steps[step.id].column for step in steps_of(document, "J")]
    assert columns == sorted(columns)
    for phase in board.phases:
        inside = [
            board.steps[record.id] for record in found if isinstance(record, Step) and record.phase_id == phase.id
        ]
        assert all(phase.first <= step.column < phase.last for step in inside)
        assert all(phase.rect.x <= step.rect.x and step.rect.right <= phase.rect.right for step in inside)
    for left, right in pairwise(board.phases):
        assert left.last == right.first
        assert not left.rect.meets(right.rect)
    rows = {row.row: row for row in board.rows}
    assert all(step.rect.y == rows[step.row].top for step in board.steps.values())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_all_text_fits(found: list[Record]) -> None:
    document, text, m = Document(found), measure(), METRICS
    words = BoardWords(lambda key, **params: key)
    board = lay_out(document, "J", text, words=words)
    for box in board.cards.values():
        card = document.require(Card, box.id)
        width = card_text_width(m)
        needed = text(box.label, width, TextStyle.LABEL) + text(card.text, width, TextStyle.CARD)
        assert m.card_top + needed + m.card_bottom <= box.rect.height
        assert all(7.0 * len(line) <= width for line in text.lines(card.text, width, TextStyle.CARD))
    for step_box in board.steps.values():
        step = document.require(Step, step_box.id)
        needed = text(step.title, step_title_width(m, step), TextStyle.STEP)
        needed += text(step_box.note, step_note_width(m), TextStyle.NOTE)
        assert m.step_top + needed + m.step_bottom + (m.badge_height if step_box.remarks else 0) <= step_box.rect.height
    for phase in board.phases:
        title = document.require(Phase, phase.id).title
        assert text(title, phase.title.width, TextStyle.PHASE) <= phase.title.height


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_links_go_from_edge_to_edge_around_the_steps(found: list[Record]) -> None:
    board = lay_out(Document(found), "J", measure())
    assert set(board.links) == {record.id for record in found if isinstance(record, Link)}
    for link in board.links.values():
        for step_id, point in ((link.source, link.points[0]), (link.target, link.points[-1])):
            rect = board.steps[step_id].rect
            assert rect.x <= point.x <= rect.right and rect.y <= point.y <= rect.bottom
            assert point.x in (rect.x, rect.right) or point.y in (rect.y, rect.bottom)
        assert all(link.bounds.grown(0.1).holds(point.x, point.y) for point in link.points)
        for start, end in pairwise(link.points):
            assert start.x == end.x or start.y == end.y or len(link.points) == 2
            piece = Rect(min(start.x, end.x), min(start.y, end.y), abs(start.x - end.x), abs(start.y - end.y))
            for step in board.steps.values():
                inside = step.rect.grown(-1)
                if step.id not in (link.source, link.target):
                    assert not _crosses(piece, inside), (link, step)


def _crosses(piece: Rect, box: Rect) -> bool:
    return piece.x < box.right and piece.right > box.x and piece.y < box.bottom and piece.bottom > box.y


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records(), st.randoms(use_true_random=False))
def test_what_is_remembered_never_differs_from_a_fresh_layout(found: list[Record], random_: object) -> None:
    document, text, ids = Document(found), measure(), TimeIds()
    layouter = Layouter(text, NoWords())
    document.subscribe(layouter.on_diff)
    layouter.lay_out(document, "J")
    steps = sorted(document.table(Step))
    edits = [
        lambda: add_step(document, ids, "J", phase_id="P0", title="nieuw"),
        lambda: rename(document, "P0", "Een andere naam die veel langer is"),
    ]
    if steps:
        edits += [
            lambda: set_feeling(document, steps[:1], 2),
            lambda: move_steps(document, steps[-1:], "P0", row=1),
            lambda: make_diff("x", [(None, Observation(id="new", step_id=steps[0]))]),
            lambda: delete(document, steps[:1]),
        ]
    if document.table(Card):
        edits.insert(2, lambda: set_card_text(document, min(document.table(Card)), "lang " * 30))
    for edit in edits:
        document.apply(edit())
        assert layouter.lay_out(document, "J") == lay_out(document, "J", text)


def small(*more: Record) -> Document:
    found: list[Record] = [Journey(id="J"), Phase(id="P", journey_id="J")]
    found += [Step(id=f"S{number}", journey_id="J", phase_id="P", order=number) for number in range(4)]
    return Document([*found, *more])


def link(link_id: str, source: str, target: str, **fields: object) -> Link:
    return Link(id=link_id, journey_id="J", source=source, target=target, **fields)


def test_an_untouched_column_stays_the_same_object() -> None:
    document, layouter = small(), Layouter(measure(), NoWords())
    before = layouter.lay_out(document, "J")
    diff = rename(document, "S2", "anders")
    document.apply(diff)
    layouter.on_diff(diff)
    after = layouter.lay_out(document, "J")
    assert [old is new for old, new in zip(before.columns, after.columns, strict=True)] == [True, True, False, True]


def test_next_is_a_straight_arrow_and_others_go_around() -> None:
    board = lay_out(small(link("a", "S0", "S1"), link("b", "S0", "S2"), link("c", "S3", "S1")), "J", measure())
    assert len(board.links["a"].points) == 2
    top, bottom = board.rows[0].top, board.rows[0].top + board.rows[0].height
    assert min(point.y for point in board.links["b"].points) < top
    assert max(point.y for point in board.links["c"].points) > bottom


def test_parallels_and_loops_to_itself_lie_apart() -> None:
    document = small(
        link("a", "S0", "S1"), link("b", "S0", "S1"), link("c", "S0", "S1", kind=LinkKind.HAND_OVER),
        link("d", "S2", "S2"), link("e", "S2", "S2"),
    )  # fmt: skip
    lines = {lay.id: lay.points for lay in lay_out(document, "J", measure()).links.values()}
    assert len(set(lines.values())) == 5
    heights = [min(point.y for point in lines[name]) for name in "bcde"]
    assert heights[0] != heights[1]
    assert heights[2] != heights[3]


def test_an_alternative_stands_below_and_switched_on_lanes_are_shown() -> None:
    records_ = [
        Journey(id="J", lanes=("goal",)), Phase(id="P", journey_id="J"), Phase(id="Q", journey_id="J", order=1),
        Step(id="a", journey_id="J", phase_id="P", order=0),
        Step(id="b", journey_id="J", phase_id="P", order=1, row=1),
        Step(id="c", journey_id="J", phase_id="P", order=2),
    ]  # fmt: skip
    board = lay_out(Document(records_), "J", measure())
    assert [board.steps[name].column for name in "abc"] == [0, 0, 1]
    assert board.steps["b"].rect.y > board.steps["a"].rect.bottom
    assert board.reading_order() == ["a", "b", "c"]
    assert [lane.lane for lane in board.lanes] == [Lane.GOAL]
    assert board.phases[1].last - board.phases[1].first == 1, "a phase without steps keeps a place"


def test_the_curve_knows_only_what_is_known() -> None:
    document = small()
    for step_id, value in (("S0", -3), ("S2", 0), ("S3", 3)):
        document.apply(set_feeling(document, [step_id], value))
    board = lay_out(document, "J", measure())
    assert board.emotion.curves == (("S0", "S2", "S3"),)
    assert board.steps["S1"].point is None
    low, zero, high = (board.steps[name].point for name in ("S0", "S2", "S3"))
    assert low is not None and zero is not None and high is not None
    assert low.y > zero.y > high.y
    assert [board.emotion.feeling_at(point.y) for point in (low, zero, high)] == [-3, 0, 3]


def test_the_curve_of_another_way_runs_only_along_its_links() -> None:
    steps = [
        Step(id=name, journey_id="J", phase_id="P", order=number, row=1, feeling=1)
        for number, name in enumerate("abc", start=10)
    ]
    board = lay_out(small(*steps, link("x", "a", "b")), "J", measure())
    assert board.emotion.curves == (("a", "b"), ("c",))


def test_the_line_of_visibility_lies_above_the_first_hidden_lane() -> None:
    shown = Card(id="1", journey_id="J", step_id="S0", lane=Lane.FRONTSTAGE)
    hidden = Card(id="2", journey_id="J", step_id="S0", lane=Lane.BACKSTAGE)
    board = lay_out(small(shown, hidden), "J", measure())
    (line,) = (line for line in board.lines if line.kind is LineKind.VISIBILITY)
    assert board.cards["1"].rect.bottom < line.y < board.cards["2"].rect.y
    alone = lay_out(small(shown), "J", measure())
    assert LineKind.VISIBILITY not in {line.kind for line in alone.lines}


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, ()),
        ("  ", 100, ()),
        ("een twee drie", 60, ("een twee", "drie")),
        ("een\ntwee", 200, ("een", "twee")),
        ("een\n\ntwee\n", 200, ("een", "", "twee")),
        ("abcdefghijkl", 35, ("abcde", "fghij", "kl")),
        ("x abcdefghijkl y", 35, ("x", "abcde", "fghij", "kl y")),
    ],
)
def test_text_is_broken_between_words_and_long_words_between_letters(
    text: str, width: float, lines: tuple[str, ...]
) -> None:
    assert measure().lines(text, width, TextStyle.CARD) == lines


def test_a_wait_says_how_long() -> None:
    texts = {"canvas.days": "{count} dagen", "kind.step.wait": "wachten"}
    words = BoardWords(lambda key, **params: texts.get(key, key).format(**params))
    step = Step(id="a", journey_id="J", phase_id="P", kind=StepKind.WAIT, wait_days=21)
    assert words.step_note(step) == "wachten · 21 dagen"


def test_the_lines_of_the_blueprint_lie_between_the_lanes_they_part() -> None:
    lanes = (Lane.QUOTE, Lane.FRONTSTAGE, Lane.BACKSTAGE, Lane.SUPPORT, Lane.LEGAL)
    cards = [
        Card(id=lane.value, journey_id="J", step_id="S0", lane=lane, order=n, text="x") for n, lane in enumerate(lanes)
    ]
    board = lay_out(small(*cards), "J", measure())
    assert [line.kind.value for line in board.lines] == ["interaction", "visibility", "internal"]
    for line, (above, below) in zip(board.lines, pairwise(lanes[:4]), strict=True):
        assert board.cards[above.value].rect.bottom < line.y < board.cards[below.value].rect.y
