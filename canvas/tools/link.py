"""Linking steps: by dragging from a handle, or by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from canvas.hits import Hit, HitKind, handle_of, hit
from canvas.places import step_place
from canvas.selection import neighbour
from canvas.tools.base import Gesture, Stage, typing_key
from sprint.diff import Diff
from sprint.edits.journey import add_step, link_steps
from sprint.layout import Board
from sprint.records import LinkKind, Step


def natural_kind(board: Board, source: str, target: str) -> LinkKind:
    """Say what a link between two steps most likely means: back is a loop, down is another way."""
    start, end = board.steps[source], board.steps[target]
    if source == target or end.column < start.column:
        return LinkKind.LOOP
    return LinkKind.ALTERNATIVE if end.row > start.row else LinkKind.NEXT


def new_step_id(diff: Diff) -> str:
    """Give the id of the step that a diff adds; empty when it adds none."""
    return next((after.id for before, after in diff.changes.values() if before is None and isinstance(after, Step)), "")


class DrawLink(Gesture):
    """Draws an arrow from a step to another one, or to an empty place where a new step comes."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, hit_at: Hit, start: QPointF) -> None:
        super().__init__(stage, hit_at, start)
        self._target = ""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Look for a step under the pointer."""
        found = hit(self.stage.scene, place.x(), place.y(), self.stage.camera.scale)
        self._target = found.id if found.kind is HitKind.STEP else ""
        super().move(place, modifiers)

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Link to the step under the pointer, or to a new one."""
        self.move(place, modifiers)
        stage = self.stage
        if self._target:
            kind = natural_kind(stage.scene.board, self.hit.id, self._target)
            stage.do(link_steps(stage.document, stage.ids, self.hit.id, self._target, kind))
            return
        source = stage.scene.board.steps.get(self.hit.id)
        if source is None or abs(place.x() - handle_of(source).x) + abs(place.y() - handle_of(source).y) < 24:
            return
        target = step_place(stage.scene, place.x(), place.y(), (), source.row)
        row = target.row if target is not None and target.is_box else source.row
        diff = add_step(stage.document, stage.ids, stage.journey_id, after=self.hit.id, row=row)
        new_id = new_step_id(diff)
        mark = stage.mark()
        if stage.do(diff, typing_key(new_id)):
            stage.settle()
            stage.edit(new_id, since=mark)

    def paint(self, painter: QPainter) -> None:
        """Draw the arrow so far, and a ring around the step it would reach."""
        stage = self.stage
        source = stage.scene.board.steps.get(self.hit.id)
        if source is None:
            return
        pen = QPen(stage.style_of_canvas.accent, 2.4)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(*handle_of(source)), self.place)
        target = stage.scene.board.steps.get(self._target)
        if target is not None:
            painter.drawRoundedRect(QRectF(*target.rect.grown(4)), 11, 11)
        painter.setBrush(stage.style_of_canvas.accent)
        painter.drawEllipse(self.place, 4, 4)


class KeyboardLink(Gesture):
    """Chooses the end of an arrow with the arrow keys; Enter draws it, Esc leaves."""

    def __init__(self, stage: Stage, source: str) -> None:
        rect = stage.scene.board.steps[source].rect
        super().__init__(stage, Hit(HitKind.HANDLE, source), QPointF(rect.right, rect.middle.y))
        self.target = source
        self.step(1, 0)

    def step(self, across: int, down: int) -> None:
        """Go to a neighbouring step."""
        found = neighbour(self.stage.scene.board, self.target, across, down)
        if found in self.stage.scene.board.steps:
            self.target = found
        self.stage.update()

    def finish(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the arrow as one edit."""
        stage = self.stage
        kind = natural_kind(stage.scene.board, self.hit.id, self.target)
        stage.do(link_steps(stage.document, stage.ids, self.hit.id, self.target, kind))

    def paint(self, painter: QPainter) -> None:
        """Draw the arrow to the step that is aimed at."""
        steps = self.stage.scene.board.steps
        source, target = steps.get(self.hit.id), steps.get(self.target)
        if source is None or target is None:
            return
        painter.setPen(QPen(self.stage.style_of_canvas.accent, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*target.rect.grown(5)), 12, 12)
        painter.drawLine(QPointF(*handle_of(source)), QPointF(target.rect.x, target.rect.middle.y))
