"""What is dropped on the canvas or pasted as a picture: text, files with pictures, and new things from the palette.

A drop beside the board goes to the nearest step, so that nothing that was carried here is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QImage

from canvas.clipboard import CLIP_TYPE, Clipping
from canvas.commands import Commands, shown_in_lane
from canvas.palette import NEW_TYPE
from canvas.pictures import Pictures
from canvas.png import png_of
from canvas.tools.base import Stage
from sprint.diff import make_diff
from sprint.edits.cards import add_card
from sprint.errors import SprintError
from sprint.layout import Rect
from sprint.records import Card, Lane, Picture, StepKind

if TYPE_CHECKING:
    from sprint.edits.pictures import Stored

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_TEXTS = frozenset({".txt", ".csv", ".tsv", ".md"})
_LARGEST_TEXT = 2_000_000


class Teller(Protocol):
    """The canvas as dropping sees it, besides being a stage."""

    def tell(self, key: str, **params: str | int) -> None:
        """Tell the person something."""


class Spot(NamedTuple):
    """Where something was dropped: at a step ("" when there is none), over a lane or over the steps."""

    step_id: str
    lane: Lane | None


class Dropping:
    """Turns what is dropped into edits; pictures come in beside the window and are an edit when they are there."""

    def __init__(
        self, stage: Stage, teller: Teller, commands: Commands, clipping: Clipping, pictures: Pictures
    ) -> None:
        self._stage = stage
        self._teller = teller
        self._commands = commands
        self._clipping = clipping
        self._pictures = pictures
        self._spots: dict[str, Spot] = {}
        self._last = 0
        pictures.imported.connect(self._on_imported)

    @staticmethod
    def is_welcome(data: QMimeData) -> bool:
        """Whether there is something in it that the canvas understands."""
        return data.hasFormat(NEW_TYPE) or data.hasUrls() or data.hasImage() or data.hasText()

    def spot_at(self, place: QPointF) -> Spot:
        """Find the step and the lane at a place on the board, or the nearest ones."""
        scene = self._stage.scene
        board = scene.board
        here = scene.columns_in(Rect(place.x(), place.y(), 0, 0))
        held = next((one.id for column in here for one in column.steps if one.rect.holds(place.x(), place.y())), "")
        lane = None
        if board.lanes and place.y() >= board.emotion.rect.bottom:
            lane = min(board.lanes, key=lambda box: _distance(place.y(), box.rect.y, box.rect.bottom)).lane
        if not held:
            number = board.column_at(place.x())
            nearest = sorted(range(len(board.columns)), key=lambda other: abs(other - number))
            held = next((board.columns[n].steps[0].id for n in nearest if board.columns[n].steps), "")
        return Spot(held, lane)

    def drop(self, data: QMimeData, place: QPointF) -> bool:
        """Take what was dropped at a place on the board; says whether anything was understood."""
        return self._take(data, self.spot_at(place))

    def paste(self, data: QMimeData) -> bool:
        """Take a picture from the clipboard; says whether there was one, for text goes another way."""
        if data.hasFormat(CLIP_TYPE) or not (data.hasUrls() or data.hasImage()):
            return False
        card = self._stage.document.get(self._stage.selection.current)
        step_id = self._commands.step() or next(iter(self._stage.scene.board.reading_order()), "")
        return self._take(data, Spot(step_id, card.lane if isinstance(card, Card) else None))

    def add_new(self, what: str, spot: Spot) -> None:
        """Make a card ("card:pain") or a step ("step:wait") of the palette at a spot."""
        sort, _, value = what.partition(":")
        if sort == "card" and value in set(Lane) and spot.step_id:
            self._stage.selection.choose([spot.step_id])
            self._commands.add_card(Lane(value), spot.step_id)
        elif sort == "card" or value not in set(StepKind):
            self._teller.tell("canvas.card_needs_step")
        else:
            self._commands.add_step(spot.step_id, StepKind(value))

    def _take(self, data: QMimeData, spot: Spot) -> bool:
        if data.hasFormat(NEW_TYPE):
            self.add_new(bytes(data.data(NEW_TYPE).data()).decode(), spot)
            return True
        if data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
            return self._take_files([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()], spot)
        if data.hasImage() and not data.hasFormat(CLIP_TYPE):
            image = data.imageData()
            picture = png_of(image) if isinstance(image, QImage) else b""
            return self._take_picture(lambda: picture, spot)
        if spot.lane is not None and spot.step_id and data.hasText() and not data.hasFormat(CLIP_TYPE):
            return self._take_text(data.text(), spot)
        return self._clipping.take(data, spot.step_id)

    def _take_text(self, text: str, spot: Spot) -> bool:
        stage = self._stage
        if not text.strip() or spot.lane is None:
            return False
        diff = add_card(stage.document, stage.ids, spot.step_id, spot.lane, text.strip())
        return stage.do(shown_in_lane(stage.document, stage.journey_id, spot.lane, diff))

    def _take_files(self, paths: Iterable[Path], spot: Spot) -> bool:
        is_taken = False
        for path in paths:
            kind = path.suffix.lower()
            if kind in _PICTURES:
                is_taken = self._take_picture(path.read_bytes, spot) or is_taken
            elif kind in _TEXTS and path.stat().st_size <= _LARGEST_TEXT:
                data = QMimeData()
                data.setText(path.read_text(encoding="utf-8", errors="replace"))
                is_taken = self._clipping.take(data, spot.step_id) or is_taken
            else:
                self._teller.tell("canvas.drop_unknown", name=path.name)
        return is_taken

    # ---- pictures

    def _take_picture(self, read: Callable[[], bytes], spot: Spot) -> bool:
        if not spot.step_id:
            self._teller.tell("canvas.card_needs_step")
            return False
        self._last += 1
        ticket = str(self._last)
        self._spots[ticket] = spot
        self._pictures.take(ticket, read)
        return True

    def _on_imported(self, ticket: str, result: Stored | SprintError | OSError) -> None:
        spot = self._spots.pop(ticket)
        if isinstance(result, SprintError):
            self._teller.tell(result.key, **result.params)
            return
        if isinstance(result, OSError):
            self._teller.tell("canvas.drop_unreadable")
            return
        stage = self._stage
        if stage.document.get(spot.step_id) is None:
            self._teller.tell("canvas.drop_step_gone")
            return
        lane = spot.lane or Lane.STICKY
        picture = Picture(
            id=stage.ids(), sha256=result.sha256, extension=result.ext, width=result.width, height=result.height
        )
        with_card = add_card(stage.document, stage.ids, spot.step_id, lane)
        (card,) = (after for _, after in with_card.changes.values() if isinstance(after, Card))
        card = replace(card, picture_id=picture.id)
        diff = make_diff("edit.add_picture", [(None, picture), (None, card)])
        if stage.do(shown_in_lane(stage.document, stage.journey_id, lane, diff)):
            stage.settle()
            stage.selection.choose([card.id])
            stage.go_to(card.id)


def _distance(y: float, top: float, bottom: float) -> float:
    return max(top - y, y - bottom, 0.0)
