"""What people fill in with a pen: lines, boxes to tick, scales to circle and frames to draw in."""

from __future__ import annotations

from collections.abc import Sequence

from exports.flow import Draw, Story
from exports.sheets import Scaled
from exports.stroke import HAIRLINE, Stroke
from exports.structure import Element
from exports.surface import Surface
from exports.text import Type

LINE_GAP = 8.5
"""Millimetres between two lines to write on."""

_LABEL_GAP, _FIELD_GAP = 3.0, 6.0
_FRAME = Stroke("line", 0.35)
_RULE = Stroke("line", 0.2)
_CROSS = Stroke("ink", 0.6)


def frame(surface: Surface, x: float, y: float, width: float, height: float, label: str, type_: Type) -> None:
    """Draw a frame to draw or write in, with a small label in its corner."""
    surface.box(x, y, width, height, stroke=_FRAME, radius=2)
    if label:
        surface.paragraph(x + 2.5, y + 1.8, width - 5, label, type_)


def grid_of_frames(
    surface: Surface, x: float, y: float, width: float, height: float, columns: int, labels: Sequence[str], type_: Type
) -> None:
    """Draw frames in rows of `columns`, one for each label."""
    rows = -(-len(labels) // columns)
    gap = 4.0
    across = (width - gap * (columns - 1)) / columns
    down = (height - gap * (rows - 1)) / rows
    for number, label in enumerate(labels):
        left, top = x + number % columns * (across + gap), y + number // columns * (down + gap)
        frame(surface, left, top, across, down, label, type_)


def rules(surface: Surface, x: float, y: float, width: float, height: float, gap: float = LINE_GAP) -> None:
    """Draw lines to write on, from top to bottom."""
    at = y + gap
    while at <= y + height + 1e-6:
        surface.line([(x, at), (x + width, at)], HAIRLINE)
        at += gap


def add_rules(story: Story, count: int, gap: float = LINE_GAP) -> None:
    """Add lines to write on to a column of text."""
    width = story.width
    for number in range(count):
        story.add(
            gap,
            lambda surface, x, y: surface.line([(x, y + gap - 1), (x + width, y + gap - 1)], _RULE),
            keeps_next=number < count - 1,
        )


def add_field(story: Story, label: str, types: Scaled, filled: str = "") -> None:
    """Add a label with a line behind it to write on, or with what is known already."""
    body = types.body
    room = story.width - story.setter.width(label, body) - _LABEL_GAP
    if story.setter.width(filled, body.bolder()) <= room:
        add_fields(story, [(label, filled)], types)
        return
    story.paragraph(label, types.small, keeps_next=True)
    story.paragraph(filled, body.bolder())


def add_fields(story: Story, fields: Sequence[tuple[str, str]], types: Scaled) -> None:
    """Add labels beside each other, each with a line behind it to write on, or with what is known already."""
    body = types.body
    reach = max(body.line * 1.55, 8.0)
    across = (story.width - _FIELD_GAP * (len(fields) - 1)) / len(fields)
    widths = [story.setter.width(label, body) + _LABEL_GAP for label, _ in fields]

    def draw(surface: Surface, x: float, y: float) -> None:
        top, base = y + reach - body.line - 1, y + reach - 1
        for number, ((label, filled), width) in enumerate(zip(fields, widths, strict=True)):
            left = x + number * (across + _FIELD_GAP)
            surface.line_of_text(left, top, label, body)
            surface.line([(left + width, base), (left + across, base)], _RULE)
            if filled:
                surface.line_of_text(left + width, top, filled, body.bolder())

    story.add(reach, draw)


def square(surface: Surface, x: float, y: float, size: float) -> None:
    """Draw a box to tick."""
    surface.box(x, y, size, size, stroke=_FRAME, radius=0.5)


def cross(surface: Surface, x: float, y: float, size: float) -> None:
    """Cross a box that is ticked already."""
    near, far = size * 0.2, size * 0.8
    surface.line([(x + near, y + near), (x + far, y + far)], _CROSS)
    surface.line([(x + near, y + far), (x + far, y + near)], _CROSS)


def add_tick(
    story: Story, text: str, types: Scaled, answers: Sequence[str] = (), *, keeps_next: bool = False,
    is_ticked: bool = False,
) -> None:  # fmt: skip
    """Add a sentence with a box before it, crossed in bold when it is ticked; or with a box for each answer behind."""
    body = types.body.bolder() if is_ticked else types.body
    size = body.size * 1.05
    widths = [story.setter.width(answer, body) + size + 6 for answer in answers]
    before = 0.0 if answers else size + 3
    lines = story.setter.lines(text, story.width - before - sum(widths) - 3, body) or ("",)
    element = Element("P")

    def draw(surface: Surface, x: float, y: float) -> None:
        with surface.tagged(element):
            surface.lines(x + before, y, lines, body)
            if not answers:
                square(surface, x, y + (body.line - size) / 2, size)
                if is_ticked:
                    cross(surface, x, y + (body.line - size) / 2, size)
            at = x + story.width - sum(widths)
            for answer, width in zip(answers, widths, strict=True):
                square(surface, at, y + (body.line - size) / 2, size)
                surface.line_of_text(at + size + 1.5, y, answer, body)
                at += width
            if answers:
                # The eye follows the line to the right box.
                below = y + len(lines) * body.line + body.line * 0.2
                surface.line([(x, below), (x + story.width, below)], HAIRLINE)

    story.add(len(lines) * body.line + body.line * 0.45, draw, keeps_next=keeps_next)


def add_scale(story: Story, text: str, types: Scaled, lowest: int, highest: int, ends: tuple[str, str]) -> None:
    """Add a question with numbers to circle and words at both ends."""
    body, small = types.body, types.small
    story.paragraph(text, body, keeps_next=True)
    height = max(9.0, body.line * 1.7)
    numbers = range(lowest, highest + 1)
    step = min(story.width / len(numbers), height * 2.2)
    high_lines = story.setter.lines(ends[1], story.width / 2, small)
    low_lines = story.setter.lines(ends[0], story.width / 2 - 4, small)
    words = max(len(high_lines), len(low_lines), 1)

    def draw(surface: Surface, x: float, y: float) -> None:
        for place, number in enumerate(numbers):
            middle = x + step * (place + 0.5)
            surface.disc(middle, y + height / 2, height * 0.42, stroke=_RULE)
            surface.line_of_text(middle, y + height / 2 - body.line / 2, str(number), body, "middle")
        surface.lines(x + 1, y + height, low_lines, small)
        surface.lines(x + step * len(numbers) - 1, y + height, high_lines, small, "right")

    story.add(height + small.line * words + body.line * 0.6, draw)


def add_choices(story: Story, answers: Sequence[str], types: Scaled) -> None:
    """Add answers under each other, each with a box; they stay on one page."""
    for number, answer in enumerate(answers):
        add_tick(story, answer, types, keeps_next=number < len(answers) - 1)


def inset(draw: Draw, by: float) -> Draw:
    """Draw something a little to the right."""
    return lambda surface, x, y: draw(surface, x + by, y)
