"""The main route of a journey as one row of steps with its curve, for the comparison of two journeys."""

from __future__ import annotations

from collections.abc import Sequence

from exports.paper import SMALLEST_POINTS
from exports.sheets import LongTexts
from exports.signs import draw_cross, draw_face, draw_plus, feeling_role
from exports.stroke import HAIRLINE, Stroke
from exports.surface import Surface
from exports.text import Setter, Type
from sprint.frozen import dataclass
from sprint.i18n import Translator
from sprint.records import Evidence, Step
from sprint.summary import Fate

_LEAST_BOX = 24.0
_LARGEST_LEAST_BOX = 40.0
_MOST_BOX = 62.0
_GAP_SHARE = 0.17
_PAD_SHARE = 0.07
_ROOM_FOR_WORD = 1.02 / (1 - 2 * _PAD_SHARE)
_TITLE_LINES = 6
_LARGEST_TITLE = 12.0
_BACKED = frozenset({Evidence.HEARD, Evidence.PATTERN, Evidence.MEASURED})


@dataclass(frozen=True)
class Grid:
    """Where the columns of both routes are, in millimetres from the first column; `per_sheet` fit beside each other."""

    box: float
    gap: float
    per_sheet: int

    @property
    def pitch(self) -> float:
        """The distance from one column to the next."""
        return self.box + self.gap

    @classmethod
    def of(cls, width: float, steps: Sequence[Sequence[Step]], setter: Setter, scale: float) -> Grid:
        """Share a width among columns, on more sheets when they would become too narrow for their longest word."""
        smallest = Type(SMALLEST_POINTS, bold=True)
        words = (word for route in steps for step in route for word in step.title.split())
        longest = max((setter.width(word, smallest) for word in words), default=0.0) * _ROOM_FOR_WORD
        least = min(max(longest, _LEAST_BOX), _LARGEST_LEAST_BOX)
        columns = max(len(route) for route in steps)
        fitting = max(1, int((width + least * _GAP_SHARE) // (least * (1 + _GAP_SHARE))))
        sheets = max(1, -(-columns // fitting))
        per_sheet = max(1, -(-columns // sheets))
        box = min(_MOST_BOX * max(1.0, scale), width / (per_sheet * (1 + _GAP_SHARE) - _GAP_SHARE))
        return cls(box, box * _GAP_SHARE, per_sheet)


class Route:
    """One row of steps: measures itself first, then draws the columns of one sheet."""

    def __init__(
        self,
        steps: list[Step],
        fates: dict[str, Fate],
        t: Translator,
        setter: Setter,
        grid: Grid,
        long: LongTexts,
        scale: float,
    ) -> None:
        self._steps = steps
        self._scale = scale
        self._fates = fates
        self._t = t
        self._setter = setter
        self._grid = grid
        points = max(SMALLEST_POINTS, min(grid.box / 37 * 11.5, _LARGEST_TITLE * max(1.0, scale)))
        self._title = Type(points, bold=True, leading=1.22)
        self._small = Type(max(SMALLEST_POINTS, points * 0.8), colour="muted")
        self._pad = grid.box * _PAD_SHARE
        inner = grid.box - 2 * self._pad
        label = t("export.full_title")
        self._lines = [
            long.shortened(setter.lines(step.title, inner, self._title), _TITLE_LINES, label, step.title)
            for step in steps
        ]
        self._is_stacked = any(self._foot_width(step) > inner for step in steps)
        most = max((len(lines) for lines in self._lines), default=1)
        feet = 2 if self._is_stacked else 1
        self.box_height = 2 * self._pad + max(2, most) * self._title.line + feet * self._small.line + self._pad * 0.7
        feelings = [step.feeling for step in steps if step.feeling is not None]
        self._highest = max([0, *feelings])
        self._lowest = min([0, *feelings])

    @property
    def units(self) -> float:
        """How many degrees of feeling the curve spans, with room for a face above and below."""
        return self._highest - self._lowest

    @property
    def is_backed(self) -> bool:
        """Whether citizens stand behind every feeling, so that the curve is drawn as a whole line."""
        felt = [step for step in self._steps if step.feeling is not None]
        return bool(felt) and all(step.evidence in _BACKED for step in felt)

    def curve_margin(self) -> float:
        """The room above the highest and below the lowest point, in millimetres."""
        return self._radius * 1.2 + self._small.line * 1.2

    def draw(self, surface: Surface, x: float, y: float, first: int, unit: float) -> None:
        """Draw the columns of one sheet with the first box at x, y; `unit` is one degree of feeling in millimetres."""
        grid = self._grid
        last = min(first + grid.per_sheet, len(self._steps))
        for number in range(first, last):
            left = x + (number - first) * grid.pitch
            self._draw_box(surface, left, y, number)
            if number + 1 < len(self._steps):
                middle = y + self.box_height / 2
                start = left + grid.box + grid.gap * 0.1
                end = left + grid.pitch - grid.gap * 0.08
                surface.arrow([(start, middle), (end, middle)], self._ink, grid.gap * 0.3)
        if first < last:
            self._draw_curve(surface, x, y + self.box_height + self.curve_margin() + self._highest * unit, first, unit)

    # ---- inside

    @property
    def _ink(self) -> Stroke:
        return Stroke("ink", self._grid.box * 0.013)

    @property
    def _radius(self) -> float:
        return min(6.0 * max(1.0, self._scale), self._grid.box * 0.095)

    def _tag(self, step: Step) -> tuple[str, str]:
        fate = self._fates.get(step.id, Fate.KEPT)
        if fate is Fate.DROPPED:
            return self._t("export.fate.dropped"), "danger"
        if fate is Fate.NEW:
            return self._t("export.fate.new"), "good"
        return (self._t("export.fate.changed"), "accent") if fate is Fate.CHANGED else ("", "muted")

    def _foot_width(self, step: Step) -> float:
        tag, _ = self._tag(step)
        both = self._setter.width(step.evidence.value, self._small) + self._setter.width(tag, self._small)
        return both + self._small.size * 2.2 if tag else 0.0

    def _draw_box(self, surface: Surface, x: float, y: float, number: int) -> None:
        step, grid = self._steps[number], self._grid
        fate = self._fates.get(step.id, Fate.KEPT)
        thin = grid.box * 0.007
        stroke, fill, colour = Stroke("line", thin), "surface", "ink"
        if fate is Fate.DROPPED:
            stroke, fill, colour = Stroke("line", thin, (1.0, 0.8)), "paper", "muted"
        elif fate is Fate.NEW:
            stroke = Stroke("good", thin * 1.9)
        elif fate is Fate.CHANGED:
            stroke = Stroke("accent", thin * 1.6)
        surface.box(x, y, grid.box, self.box_height, fill=fill, stroke=stroke, radius=grid.box * 0.05)
        surface.lines(x + self._pad, y + self._pad, self._lines[number], self._title.coloured(colour))
        bottom = y + self.box_height - self._pad * 0.8 - self._small.line
        level_y = bottom - (self._small.line if self._is_stacked else 0)
        surface.line_of_text(x + self._pad, level_y, step.evidence.value, self._small)
        self._draw_tag(surface, x + grid.box - self._pad, bottom, step)

    def _draw_tag(self, surface: Surface, right: float, top: float, step: Step) -> None:
        text, colour = self._tag(step)
        if not text:
            return
        type_ = Type(self._small.points, bold=True, colour=colour)
        surface.line_of_text(right, top, text, type_, "right")
        x = right - self._setter.width(text, type_) - type_.size * 0.65
        y, radius = top + type_.line * 0.52, type_.size * 0.36
        if colour == "danger":
            draw_cross(surface, x, y, radius, colour)
        elif colour == "good":
            draw_plus(surface, x, y, radius, colour)

    def _draw_curve(self, surface: Surface, x: float, zero: float, first: int, unit: float) -> None:
        grid, radius = self._grid, self._radius
        shown = self._steps[first : first + grid.per_sheet]
        end = x + len(shown) * grid.pitch - grid.gap
        surface.line([(x, zero), (end, zero)], HAIRLINE)
        middle = x + grid.box / 2
        places = [
            (middle + number * grid.pitch, zero - step.feeling * unit, step.feeling)
            for number, step in enumerate(shown)
            if step.feeling is not None
        ]
        if len(places) > 1:
            dash = () if self.is_backed else (grid.box * 0.045, grid.box * 0.03)
            surface.wave([(at, height) for at, height, _ in places], Stroke("ink", grid.box * 0.015, dash))
        type_ = Type(self._small.points, bold=True)
        for at, height, feeling in places:
            draw_face(surface, at, height, radius, feeling)
            top = height + radius * 1.15 if feeling < 0 else height - radius * 1.15 - type_.line
            surface.line_of_text(at, top, self._t.signed(feeling), type_.coloured(feeling_role(feeling)), "middle")
