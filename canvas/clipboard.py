"""Copying, cutting and pasting with the clipboard of the machine, and what is dropped on the canvas as text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from canvas.commands import Commands
from canvas.tools.base import Stage
from sprint.diff import Diff
from sprint.edits.cards import add_card
from sprint.edits.clipboard import copy_steps, duplicate_steps, paste, titles_of
from sprint.edits.delete import delete
from sprint.journeys import phases_of
from sprint.records import Card, Phase, Step

CLIP_TYPE = "application/x-reisgenoot-clip"
_OURS = "application/x-reisgenoot"
_LONGEST_TEXT = 2_000_000


def put_on_clipboard(data: QMimeData) -> None:
    """Put something of ours on the clipboard, marked so that `leave_plain_text` knows it again."""
    data.setData(_OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def leave_plain_text() -> None:
    """Leave only plain text of ours on the clipboard, before the program ends.

    The binding dies at its exit when an object that Python made still lies there.
    """
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and data.hasFormat(_OURS):
        clipboard.setText(clipboard.text())


class Clipping:
    """Copies what is chosen as a clip and as plain text, and pastes a clip, lines or rows of a spreadsheet."""

    def __init__(self, stage: Stage, commands: Commands) -> None:
        self._stage = stage
        self._commands = commands

    def copy(self) -> bool:
        """Put what is chosen on the clipboard; says whether there was something."""
        data = self._clip()
        if data is None:
            return False
        put_on_clipboard(data)
        return True

    def cut(self) -> None:
        """Copy what is chosen, then delete it."""
        if self.copy():
            self._stage.do(delete(self._stage.document, self._stage.selection.ids))

    def duplicate(self) -> None:
        """Copy the chosen steps, or the current card, right behind themselves."""
        stage = self._stage
        steps = self._commands.steps()
        if steps:
            self._do_and_choose(duplicate_steps(stage.document, stage.ids, steps))
            return
        card = stage.document.get(stage.selection.current)
        if isinstance(card, Card):
            self._do_and_choose(add_card(stage.document, stage.ids, card.step_id, card.lane, card.text))

    def take(self, data: QMimeData, after: str = "") -> bool:
        """Paste or drop data behind a step (the current one unless given); says whether it held any text."""
        text = ""
        if data.hasFormat(CLIP_TYPE):
            text = bytes(data.data(CLIP_TYPE).data()).decode("utf-8", errors="replace")
        elif data.hasText():
            text = data.text()
        text = text[:_LONGEST_TEXT]
        if not text.strip():
            return False
        stage = self._stage
        card = stage.document.get(stage.selection.current)
        if isinstance(card, Card) and not after and not data.hasFormat(CLIP_TYPE):
            self._do_and_choose(add_card(stage.document, stage.ids, card.step_id, card.lane, text.strip()))
            return True
        previous = after or self._commands.step()
        phase = stage.document.get(stage.selection.current)
        phase_id = phase.id if isinstance(phase, Phase) and not previous else ""
        if not previous and not phase_id and not phases_of(stage.document, stage.journey_id):
            self._commands.add_first_phase()
        self._do_and_choose(paste(stage.document, stage.ids, text, stage.journey_id, after=previous, phase_id=phase_id))
        return True

    def _clip(self) -> QMimeData | None:
        stage = self._stage
        steps = self._commands.steps()
        cards = [card for one in stage.selection.ids if isinstance(card := stage.document.get(one), Card)]
        if not steps and not cards:
            return None
        data = QMimeData()
        if steps:
            data.setData(CLIP_TYPE, copy_steps(stage.document, steps).encode())
            data.setText(titles_of(stage.document, steps))
        else:
            data.setText("\n".join(card.text for card in cards))
        return data

    def _do_and_choose(self, diff: Diff) -> None:
        stage = self._stage
        if stage.do(diff):
            stage.settle()
            born = [after for before, after in diff.changes.values() if before is None and after is not None]
            steps = [record.id for record in born if isinstance(record, Step)]
            stage.selection.choose(steps or [record.id for record in born if isinstance(record, Card)])
            if stage.selection.current:
                stage.go_to(stage.selection.current)
