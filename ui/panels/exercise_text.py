"""What an exercise tells its facilitator, large enough to be read standing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sprint.programme.catalogue import Exercise
from sprint.programme.timing import steps_for
from sprint.programme.words import material_name, source_name
from ui.context import Context
from ui.widgets.columns import inset
from ui.widgets.labels import PlainLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

_BULLET = "•"
_NUMBER = 32


class StepNumber(PaintedButton):
    """The number of a step: amber when it is on; while the clock runs a press begins that step."""

    def __init__(self, context: Context, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._number, self._text = number, text
        self._is_on = False
        self.setFixedSize(_NUMBER, _NUMBER)

    @property
    def is_on(self) -> bool:
        """Whether this step is on."""
        return self._is_on

    def show_state(self, *, is_on: bool, can_jump: bool) -> None:
        """Show whether it is on and whether it can be pressed."""
        if (is_on, can_jump) != (self._is_on, self.isEnabled()):
            self._is_on = is_on
            self.setEnabled(can_jump)
        t = self.context.texts
        key = "cockpit.step_on" if is_on else "cockpit.step_begin" if can_jump else "cockpit.step_plain"
        self.say(t(key, number=self._number, text=self._text), t("cockpit.step_begin_hint") if can_jump else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number, on a disc when it matters."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_on or (self.is_hovered and self.isEnabled()):
            painter.setBrush(theme.colour("now" if self._is_on else "accent_soft"))
            painter.drawEllipse(disc)
        painter.setPen(theme.colour("on_now" if self._is_on else "accent"))
        painter.setFont(theme.font("lead", bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), _NUMBER / 2, theme)
        painter.end()


class ExerciseText(QWidget):
    """Purpose, what to say, steps with minutes, materials and tips; made anew for each block."""

    step_chosen = Signal(int)
    """The step (from 0) that a person wants to begin now."""

    def __init__(self, context: Context, exercise: Exercise, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._numbers: list[StepNumber] = []
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
        self._add_sources(exercise)

    def show_step(self, index: int | None) -> None:
        """Mark the step that is on; None when the clock of this exercise does not run."""
        for place, number in enumerate(self._numbers):
            number.show_state(is_on=place == index, can_jump=index is not None)

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
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps_for(exercise, minutes)):
            text = step.text.get(self._language)
            number = StepNumber(self._context, place + 1, text, self)
            number.clicked.connect(lambda _checked=False, place=place: self.step_chosen.emit(place))
            self._numbers.append(number)
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignTop)
            words = PlainLabel(text, role="lead", wrap=True)
            grid.addWidget(words, place, 1)
            time = PlainLabel(self._context.texts("panel.minutes", count=step.minutes), role="muted")
            for label in (words, time):
                label.setMinimumHeight(_NUMBER)
            grid.addWidget(time, place, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.show_step(None)
        self._column.addLayout(grid)

    def _add_materials(self, exercise: Exercise) -> None:
        names = [material_name(material, self._context.texts.translator) for material in exercise.materials]
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

    def _add_sources(self, exercise: Exercise) -> None:
        """Say whose idea it was, small: the credit is theirs, and who wants to read more knows where."""
        names = [source_name(source, self._context.texts.translator) for source in exercise.sources]
        if names:
            words = self._context.texts("panel.exercise.sources", sources=" · ".join(names))
            self._column.addLayout(inset(PlainLabel(words, role="small", wrap=True), 0, 14))
