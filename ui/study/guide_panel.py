"""The guide beside the notes: five acts with their clock; the act that is on is open and the others are one line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sprint.edits.interviews import seconds_in_act
from sprint.records import Interview
from sprint.study.guide import Act, GuideLine
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel

_ROLES = {"say": "", "ask": "", "task": "bold", "aid": "small"}


class ActPart(QFrame):
    """One act: a button with its title and clock, and its lines when it is open."""

    chosen = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.head = Button(context, kind="quiet")
        self.head.setStyleSheet("text-align: left; padding: 0 8px;")
        self.head.clicked.connect(self.chosen)
        column.addWidget(self.head)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(12, 0, 8, 8)
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self._shown: tuple[GuideLine, ...] = ()

    def show_act(self, number: int, act: Act, seconds: int, *, is_on: bool) -> None:
        """Show an act; `seconds` is how long it lasts already."""
        t = self._context.texts
        clock = t("study_ui.act_clock", passed=f"{seconds // 60}:{seconds % 60:02}", planned=act.minutes)
        text = f"{number}  {act.title}   {clock}"
        if self.head.text() != text:
            self.head.setText(text)
            self.head.setAccessibleName(text)
        ground = ("warn" if seconds > act.minutes * 60 else "now") if is_on else ""
        if self.property("ground") != ground:
            self.setProperty("ground", ground)
            self.style().unpolish(self)
            self.style().polish(self)
        lines = act.lines if is_on else ()
        if lines != self._shown:
            self._show_lines(lines)

    def _show_lines(self, lines: tuple[GuideLine, ...]) -> None:
        self._shown = lines
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            label = PlainLabel(line.text, role=_ROLES[line.kind], wrap=True, parent=self)
            self._lines.addWidget(label)
            label.show()


class GuidePanel(QWidget):
    """The acts of one talk in a column."""

    act_chosen = Signal(int)
    """The number of an act, 1 … 5."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts: tuple[Act, ...] = ()
        self._talk: Interview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(self, margin=0, spacing=4)
        column.addWidget(self._scroll)
        self.parts = [ActPart(context, self._scroll.inside) for _ in range(5)]
        for number, part in enumerate(self.parts, start=1):
            part.chosen.connect(lambda number=number: self.act_chosen.emit(number))
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def show_talk(self, acts: tuple[Act, ...], talk: Interview | None, now: str) -> None:
        """Show the guide with the clock of a talk; before it begins the first act is open."""
        self._acts, self._talk = acts, talk
        self.tick(now)

    def tick(self, now: str) -> None:
        """Show how late it is (UTC, ISO 8601)."""
        talk = self._talk
        on = talk.act if talk is not None else 1
        for number, (part, act) in enumerate(zip(self.parts, self._acts, strict=False), start=1):
            seconds = seconds_in_act(talk, number, now) if talk is not None else 0
            part.show_act(number, act, seconds, is_on=number == on)
