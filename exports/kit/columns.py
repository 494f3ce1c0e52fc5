"""Columns beside each other that run over pages together, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from exports.flow import Draw, Piece, Story
from exports.surface import Surface


def add_columns(story: Story, columns: Sequence[Sequence[Piece]], width: float) -> None:
    """Add columns of this width each; pieces at the same place of their columns get the height of the highest."""
    for row in zip_longest(*columns):
        binds = any(piece.keeps_next for piece in row if piece)
        story.add(max(piece.height for piece in row if piece), _beside(row, width), keeps_next=binds)


def _beside(row: Sequence[Piece | None], width: float) -> Draw:
    def draw(surface: Surface, x: float, y: float) -> None:
        for number, piece in enumerate(row):
            if piece is not None and piece.draw is not None:
                piece.draw(surface, x + number * width, y)

    return draw
