"""The part of a board that is being drawn on a sheet: turns its pixels into millimetres on paper."""

from __future__ import annotations

from exports.board import Plan, Window
from exports.paper import MM_PER_POINT
from exports.surface import Surface
from exports.text import Type
from sprint.layout import PhaseBox, Rect, TextStyle

_TRACK_RADIUS = 9.0


class BoardView:
    """What the painters of a board share: surface, plan and type, and the window that lies at x, y on the sheet."""

    def __init__(self, surface: Surface, plan: Plan) -> None:
        self.surface = surface
        self.plan = plan
        self.board = plan.board
        self.scale = plan.scale
        self.signs = plan.scale * plan.measure.titles
        """Millimetres for one pixel of a sign or a number that is read from afar."""
        self.types = {
            style: Type(look.pixels * plan.scale / MM_PER_POINT, look.bold, look.colour, look.leading)
            for style, look in plan.measure.faces.items()
        }
        label = plan.measure.faces[TextStyle.LABEL]
        self.number = Type(label.pixels * self.signs / MM_PER_POINT, label.bold, label.colour, label.leading)
        self.window = plan.windows[0]
        self.x = self.y = 0.0

    def show(self, window: Window, x: float, y: float) -> None:
        """Choose the window, and where on the sheet its top left corner lies in millimetres."""
        self.window = window
        self.x = x
        self.y = y - window.top * self.scale + (self.plan.head * self.scale if window.top else 0.0)

    def sheet_x(self, x: float) -> float:
        """Turn an x in the columns of the board into millimetres on the sheet."""
        return self.x + (x - self.window.first * self.board.pitch) * self.scale

    def sheet_y(self, y: float) -> float:
        """Turn a y of the board into millimetres on the sheet."""
        return self.y + y * self.scale

    def is_seen(self, top: float, bottom: float) -> bool:
        """Whether what lies between two heights of the board is in the window, at least in part."""
        return top < self.window.bottom and bottom > self.window.top

    @property
    def start(self) -> float:
        """The x of the board at which the columns of the window begin."""
        return self.board.left + self.window.first * self.board.pitch

    @property
    def end(self) -> float:
        """The x of the board at which the columns of the window end."""
        return self.board.left + self.window.last * self.board.pitch - self.board.metrics.gap

    @staticmethod
    def track_sign(step: Rect) -> Rect:
        """Give the place of the sign of a track on the upper edge of a step."""
        return Rect(step.right - 8 - 2 * _TRACK_RADIUS, step.y - _TRACK_RADIUS, 2 * _TRACK_RADIUS, 2 * _TRACK_RADIUS)

    def columns_of(self, phase: PhaseBox) -> tuple[int, int]:
        """Give the columns of a phase in the window: first to last, the last left out; none when last is not more."""
        return max(phase.first, self.window.first), min(phase.last, self.window.last)

    def text(self, x: float, y: float, text: str, width: float, style: TextStyle, colour: str = "") -> float:
        """Write the lines of a text that begin in the window, at an x of the sheet; returns the y of the board below.

        The width and both heights are pixels of the board.
        """
        type_ = self.types[style].coloured(colour) if colour else self.types[style]
        step = self.plan.measure.line_height(style)
        lines = self.plan.measure.lines(text, width, style)
        first = next((n for n in range(len(lines)) if y + n * step >= self.window.top - 1e-6), len(lines))
        last = next((n for n in range(first, len(lines)) if y + n * step >= self.window.bottom - 1e-6), len(lines))
        if first < last:
            self.surface.lines(x, self.sheet_y(y + first * step), lines[first:last], type_)
        return y + len(lines) * step
