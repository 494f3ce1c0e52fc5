"""What an exercise tells its facilitator, large enough to be read standing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.programme.catalogue import Exercise
from sprint.programme.timing import steps_for
from ui.context import Context
from ui.widgets.columns import inset
from ui.widgets.labels import PlainLabel

_BULLET = "•"


class ExerciseText(QWidget):
    """Purpose, what to say, steps with minutes, materials and tips; made anew for each block."""

    def __init__(self, context: Context, exercise: Exercise, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._language = context.texts.language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._add_say(exercise)
        self._add_steps(exercise, minutes)
        self._add_materials(exercise)
        tips = [tip.get(self._language) for tip in exercise.tips]
        self._add_list("panel.exercise.tips", tips)
        self._add_list("panel.exercise.difficult", [text.get(self._language) for text in exercise.difficult])
        self._add_list("panel.exercise.accessible", [exercise.accessible.get(self._language)])

    def _add_title(self, key: str) -> None:
        title = PlainLabel(self._context.texts(key), role="lead_bold")
        self._column.addLayout(inset(title, 0, 14))

    def _add_say(self, exercise: Exercise) -> None:
        self._add_title("panel.exercise.say")
        card = QFrame()
        card.setProperty("ground", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        words = PlainLabel(f"“{exercise.say.get(self._language)}”", role="said", wrap=True)
        words.setStyleSheet(f"font-size: {self._context.theme.size('title')}px;")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(words)
        self._column.addWidget(card)

    def _add_steps(self, exercise: Exercise, minutes: int) -> None:
        self._add_title("panel.exercise.steps")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps_for(exercise, minutes)):
            number = PlainLabel(str(place + 1), role="lead_bold")
            number.setStyleSheet(f"color: {self._context.theme.hex('accent')};")
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(step.text.get(self._language), role="lead", wrap=True), place, 1)
            time = PlainLabel(self._context.texts("panel.minutes", count=step.minutes), role="muted")
            grid.addWidget(time, place, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(grid)

    def _add_materials(self, exercise: Exercise) -> None:
        names = [self._context.texts(f"programme.material.{material}") for material in exercise.materials]
        if names:
            self._add_title("panel.exercise.materials")
            self._column.addWidget(PlainLabel(" · ".join(names), role="lead", wrap=True))

    def _add_list(self, key: str, lines: list[str]) -> None:
        if not any(lines):
            return
        self._add_title(key)
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(PlainLabel(_BULLET, role="lead"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(line, role="lead", wrap=True), 1)
            self._column.addLayout(row)
