"""The emotion curves of a board on paper: dashed what the team assumes, solid what citizens said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from exports.board_view import BoardView
from exports.signs import draw_face, feeling_role
from exports.stroke import Stroke
from sprint.document import Document
from sprint.i18n import Translator
from sprint.insight.felt import ENOUGH, Felt
from sprint.layout import Point, StepBox
from sprint.layout_numbers import Figure, Piece, stand_of
from sprint.records import Step

_FACE_RADIUS = 11.0
_SIDE_SHARE = 0.8
_FELT_RADIUS = 8.5
_NUMBER_GAP = 1.0
_NUMBER_HALF = 10.0


class CurvePainter:
    """Draws lines first, then faces with their numbers, so that no line lies over a face."""

    def __init__(self, view: BoardView, document: Document, t: Translator) -> None:
        self._view = view
        self._document = document
        self._t = t

    def draw_lines(self) -> None:
        """Draw the curves; clipped by whoever asks, because they enter and leave the sheet."""
        s = self._view.signs
        for number, places in enumerate(self._assumed()):
            width = (2.2 if number == 0 else 1.4) * s
            stroke = Stroke("ink" if number == 0 else "muted", width, (7 * s, 5 * s))
            self._wave(places, stroke)
        for places in self._said():
            self._wave(places, Stroke("accent", 2.6 * s))

    def _wave(self, places: Sequence[Point], stroke: Stroke) -> None:
        view = self._view
        if len(places) > 1:
            view.surface.wave([(view.sheet_x(x), view.sheet_y(y)) for x, y in places], stroke)

    def draw_points(self) -> None:
        """Draw the faces of all columns of the window, with a number where no line runs."""
        view = self._view
        band = view.board.emotion.rect
        if not view.is_seen(band.y, band.bottom):
            return
        pieces = self._pieces()
        for column in view.board.columns[view.window.first : view.window.last]:
            for box in column.steps:
                others = [Piece(one.point, one.point) for one in column.steps if one is not box and one.point]
                self._feeling(box, [*pieces, *others])
            for box in column.steps:
                if box.felt is not None and box.felt_point is not None:
                    self._felt(box.felt, box.felt_point)

    # ---- inside

    def _places(
        self, ids: Sequence[str], columns: Sequence[int], place_of: Callable[[StepBox], Point | None]
    ) -> list[Point]:
        """Give the points in the window with one before and one after, so that the line enters and leaves the sheet."""
        window, steps = self._view.window, self._view.board.steps
        first = max(0, bisect_left(columns, window.first) - 1)
        last = bisect_left(columns, window.last) + 1
        return [point for name in ids[first:last] if (point := place_of(steps[name])) is not None]

    def _assumed(self) -> list[list[Point]]:
        emotion = self._view.board.emotion
        curves = zip(emotion.curves, emotion.curve_columns, strict=True)
        return [self._places(ids, columns, lambda box: box.point) for ids, columns in curves]

    def _said(self) -> list[list[Point]]:
        emotion = self._view.board.emotion
        curves = zip(emotion.felt_curves, emotion.felt_columns, strict=True)
        return [self._places(ids, columns, lambda box: box.felt_point) for ids, columns in curves]

    def _pieces(self) -> list[Piece]:
        return [Piece(*ends) for places in (*self._assumed(), *self._said()) for ends in pairwise(places)]

    def _feeling(self, box: StepBox, pieces: Sequence[Piece]) -> None:
        view = self._view
        step = self._document.require(Step, box.id)
        if box.point is None or step.feeling is None or not view.is_seen(box.point.y, box.point.y + 1):
            return
        radius = _FACE_RADIUS * (1.0 if box.row == 0 else _SIDE_SHARE)
        x, y, s = view.sheet_x(box.point.x), view.sheet_y(box.point.y), view.signs
        draw_face(view.surface, x, y, radius * s, step.feeling)
        type_, larger = view.number.coloured(feeling_role(step.feeling)), view.signs / view.scale
        figure = Figure(_NUMBER_HALF * larger, type_.line / view.scale, (radius + _NUMBER_GAP) * larger)
        stand = stand_of(box.point, step.feeling, figure, pieces, view.board.emotion.zero_y)
        top = view.sheet_y(stand.top)
        if stand.is_crossed:
            width = view.surface.setter.width(self._t.signed(step.feeling), type_) + 2.5 * s
            view.surface.box(x - width / 2, top + 2 * s, width, type_.line - 4 * s, fill="surface", radius=3 * s)
        view.surface.line_of_text(x, top, self._t.signed(step.feeling), type_, "middle")

    def _felt(self, felt: Felt, place: Point) -> None:
        """Draw the median with the number of citizens in it; of a few citizens every answer as a dot beside it."""
        view, s = self._view, self._view.signs
        if not view.is_seen(place.y, place.y + 1):
            return
        if 1 < len(felt.values) < ENOUGH:
            for number, value in enumerate(felt.values):
                same = felt.values[:number].count(value)
                beside = view.sheet_x(place.x) + (_FELT_RADIUS + 4 + 6 * same) * s
                view.surface.disc(beside, view.sheet_y(view.board.emotion.y_of(value)), 2.4 * s, fill="accent")
        x, y = view.sheet_x(place.x), view.sheet_y(place.y)
        view.surface.disc(x, y, _FELT_RADIUS * s, fill="surface", stroke=Stroke("accent", 2 * s))
        type_ = view.number.coloured("accent")
        view.surface.line_of_text(x, y - type_.line / 2, str(len(felt.values)), type_, "middle")
