"""A number beside a face is never struck through while one of its two sides is free."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.layout import Point
from sprint.layout_numbers import Figure, Piece, Stand, stand_of

FIGURE = Figure(half=11, height=16, away=14)
PLACES = st.builds(Point, st.floats(0, 600), st.floats(-90, 90))
PIECES = st.tuples(PLACES, PLACES).map(lambda ends: Piece(*sorted(ends)))


def on_the_way(piece: Piece, t: float) -> Point:
    """Follow the cubic itself: both handles in the middle, level with their ends."""
    rest = 1 - t
    middle = (piece.start.x + piece.end.x) / 2
    shares = (rest**3, 3 * rest * rest * t, 3 * rest * t * t, t**3)
    xs = (piece.start.x, middle, middle, piece.end.x)
    ys = (piece.start.y, piece.start.y, piece.end.y, piece.end.y)
    return Point(*(sum(share * one for share, one in zip(shares, line, strict=True)) for line in (xs, ys)))


def is_struck(stand: Stand, point: Point, pieces: list[Piece], spare: float) -> bool:
    """Whether a curve has a place inside the box of the number, made smaller on all sides by `spare`."""
    low, high = stand.top + spare, stand.top + FIGURE.height - spare
    return any(
        abs(place.x - point.x) < FIGURE.half - spare and low < place.y < high
        for piece in pieces
        for place in (on_the_way(piece, n / 200) for n in range(201))
    )


@settings(max_examples=60, deadline=None)
@given(PIECES, st.floats(0, 1))
def test_the_height_of_a_curve_is_that_of_the_cubic(piece: Piece, t: float) -> None:
    place = on_the_way(piece, t)
    span = piece.end.x - piece.start.x
    if span > 5:
        # Where a curve is steepest half a dot across may be some dots down.
        steep = 1 + abs(piece.end.y - piece.start.y) / span
        assert abs(piece.height_at(place.x) - place.y) < 0.2 * steep


@settings(max_examples=60, deadline=None)
@given(PLACES, st.integers(-3, 3), st.lists(PIECES, max_size=5))
def test_a_number_is_only_struck_through_when_it_says_so(point: Point, feeling: int, pieces: list[Piece]) -> None:
    stand = stand_of(point, feeling, FIGURE, pieces, zero_y=1_000)
    if not stand.is_crossed:
        assert not is_struck(stand, point, pieces, 1.5)


def test_a_number_stands_away_from_the_zero_line_and_turns_when_a_line_runs_there() -> None:
    low, high = Point(100, 60), Point(100, -60)
    assert stand_of(low, -2, FIGURE, (), 0) == Stand(74, False)
    assert stand_of(high, 2, FIGURE, (), 0) == Stand(-90, False)
    below = Piece(Point(0, 82), Point(200, 82))
    assert stand_of(low, -2, FIGURE, [below], 0) == Stand(30, False)
    above = Piece(Point(0, 38), Point(200, 38))
    assert stand_of(low, -2, FIGURE, [below, above], 0) == Stand(74, True)
    # The zero line is thinner than a curve.
    near = Point(100, 20)
    assert stand_of(near, -1, FIGURE, [Piece(Point(0, 42), Point(200, 42))], 0) == Stand(-10, True)
