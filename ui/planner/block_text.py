"""What an exercise is for and how it goes, small enough to read beside the timetable."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.programme.catalogue import Exercise
from sprint.programme.timing import steps_for
from sprint.programme.words import artefact_name, group_name, material_name
from ui.context import Context
from ui.widgets.labels import PlainLabel


class BlockText(QWidget):
    """Purpose, steps with minutes, what it needs and what it brings; made anew for each exercise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[str, int, str] = ("", 0, "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)

    def show_exercise(self, exercise: Exercise | None, minutes: int) -> None:
        """Show another exercise, or nothing for a block of one's own."""
        shown = (exercise.id if exercise is not None else "", minutes, self._context.texts.language)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(exercise is not None)
        if exercise is not None:
            self._fill(exercise, minutes)

    def _fill(self, exercise: Exercise, minutes: int) -> None:
        t, language = self._context.texts.translator, self._context.texts.language
        line = QFrame()
        line.setProperty("role", "divider")
        line.setFixedHeight(1)
        self._column.addWidget(line)
        self._add("planner.when_to_use", [exercise.when_to_use.get(language)])
        steps = steps_for(exercise, minutes)
        self._add(
            "planner.steps",
            [f"{t('planner.minutes_short', minutes=step.minutes)} · {step.text.get(language)}" for step in steps],
        )
        self._add("planner.group", [group_name(exercise.group, t)])
        self._add("planner.needs", [", ".join(artefact_name(name, t) for name in exercise.inputs)])
        self._add("planner.brings", [", ".join(artefact_name(name, t) for name in exercise.outputs)])
        self._add("planner.materials", [", ".join(material_name(name, t) for name in exercise.materials)])

    def _add(self, key: str, lines: list[str]) -> None:
        if not any(lines):
            return
        self._column.addSpacing(6)
        for label in (PlainLabel(self._context.texts(key), role="bold"), *(PlainLabel(x, wrap=True) for x in lines)):
            self._column.addWidget(label)
            label.show()  # a layout shows it one turn of the event loop later, which is a flicker
