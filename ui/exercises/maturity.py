"""The maturity sheet: three stages by six levers, a word in each cell, nothing added up."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sprint.edits.plan import mark_maturity, maturity_of
from sprint.records import Maturity, MaturityLever, MaturityMark, MaturityStage, Record
from sprint.text_table import TextTable
from ui.context import Context
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus

NAME = "maturity"
MARK_KEYS = {
    Maturity.UNKNOWN: "plan.mark_open",
    Maturity.ABSENT: "plan.mark_absent",
    Maturity.STARTED: "plan.mark_started",
    Maturity.WORKS: "plan.mark_works",
}
_SIGNS = {Maturity.UNKNOWN: "", Maturity.ABSENT: "○", Maturity.STARTED: "◐", Maturity.WORKS: "●"}
_GROUNDS = {
    Maturity.UNKNOWN: "surface",
    Maturity.ABSENT: "band",
    Maturity.STARTED: "now_soft",
    Maturity.WORKS: "good_soft",
}
_TONES = {Maturity.ABSENT: "backstage", Maturity.STARTED: "idea", Maturity.WORKS: "opportunity"}
_FIGURES = {"0": Maturity.UNKNOWN, "1": Maturity.ABSENT, "2": Maturity.STARTED, "3": Maturity.WORKS}
_ROUND = (Maturity.UNKNOWN, Maturity.ABSENT, Maturity.STARTED, Maturity.WORKS)
_TOP, _MIDDLE, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom
_TWO_LINES = 36

Place = tuple[MaturityStage, MaturityLever]


class MaturityCell(PaintedButton):
    """One cell: its word with a sign, and what was remarked; pressing goes to the next word."""

    def __init__(self, context: Context, place: Place, sheet: Surface) -> None:
        super().__init__(context, sheet)
        self.place, self._sheet = place, sheet
        self.mark, self.remark = Maturity.UNKNOWN, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda: sheet.turn(place))

    def show_mark(self, mark: MaturityMark | None, name: str) -> None:
        """Show this state of the cell."""
        self.mark = mark.mark if mark is not None else Maturity.UNKNOWN
        self.remark = mark.remark if mark is not None else ""
        word = self.context.texts(MARK_KEYS[self.mark])
        self.say(", ".join(part for part in (name, word, self.remark) if part), self.remark)
        self.update()

    def sizeHint(self) -> QSize:
        """A word, and a line for the remark."""
        return QSize(150, 62)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0 to 3 say the word, the arrows walk, R goes to the remark."""
        if event.text() in _FIGURES:
            self._sheet.set_mark(self.place, _FIGURES[event.text()])
        elif event.text().casefold() == "r" or event.key() == Qt.Key.Key_F2:
            self._sheet.remark.setFocus()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._sheet.set_mark(self.place, Maturity.UNKNOWN)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.size("radius.card")
        painter.setPen(QPen(theme.colour("line" if self._sheet.current == self.place else "line_soft"), 1))
        painter.setBrush(theme.colour(_GROUNDS[self.mark]))
        painter.drawRoundedRect(body, radius, radius)
        is_open = self.mark is Maturity.UNKNOWN
        painter.setPen(theme.colour("muted" if is_open else "ink"))
        painter.setFont(theme.font("body", bold=not is_open))
        word = " ".join(part for part in (_SIGNS[self.mark], self.context.texts(MARK_KEYS[self.mark])) if part)
        inside = body.adjusted(12, 8, -10, -8)
        is_low = inside.height() < _TWO_LINES
        painter.drawText(body.adjusted(12, 0, 0, 0) if is_low else inside, int(_MIDDLE if is_low else _TOP), word)
        if is_low:
            # In a low window the remark stands behind the word.
            inside = body.adjusted(12 + painter.fontMetrics().horizontalAdvance(word) + 12, 0, -10, 0)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("small"))
        shown = painter.fontMetrics().elidedText(self.remark, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, int(_MIDDLE if is_low else _BOTTOM), shown)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), radius, theme)
        painter.end()


class Surface(WorkSurface):
    """A conversation in eighteen cells."""

    MATTERS: ClassVar[tuple[type[Record], ...]] = (MaturityMark,)

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.current: Place = (MaturityStage.ACTIVATE, MaturityLever.STRUCTURE)
        self._hint = PlainLabel(role="muted", wrap=True)
        self._stages = {stage: PlainLabel(role="bold") for stage in MaturityStage}
        self._levers = {lever: PlainLabel(role="bold") for lever in MaturityLever}
        self.cells: dict[Place, MaturityCell] = {}
        grid = QGridLayout()
        grid.setSpacing(6)
        for column, stage in enumerate(MaturityStage, start=1):
            grid.addWidget(self._stages[stage], 0, column)
            grid.setColumnStretch(column, 1)
        for row, lever in enumerate(MaturityLever, start=1):
            grid.addWidget(self._levers[lever], row, 0)
            for column, stage in enumerate(MaturityStage, start=1):
                cell = self.cells[(stage, lever)] = MaturityCell(desk.context, (stage, lever), self)
                grid.addWidget(cell, row, column)
        self._place = PlainLabel(role="small")
        self.remark = LineField(self)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 8, 12)
        column_box.setSpacing(8)
        column_box.addWidget(self._hint)
        column_box.addLayout(grid, 1)
        column_box.addWidget(self._place)
        column_box.addWidget(self.remark)
        self.remark.typed.connect(self._on_remark)
        self.remark.left.connect(self.bridge.break_merge)
        self.remark.returnPressed.connect(lambda: self.cells[self.current].setFocus())

    # ---- showing

    def refresh(self) -> None:
        """Show the sheet as it is now."""
        t = self.context.texts
        self._hint.setText(t("plan.maturity_keys"))
        for stage, label in self._stages.items():
            label.setText(t(f"print.stage.{stage.value}"))
        for lever, label in self._levers.items():
            label.setText(t(f"print.lever.{lever.value}"))
        for (stage, lever), cell in self.cells.items():
            name = f"{t(f'print.lever.{lever.value}')}, {t(f'print.stage.{stage.value}')}"
            cell.show_mark(maturity_of(self.document, stage, lever), name)
        self._show_remark()
        self.room_changed.emit()

    def _show_remark(self) -> None:
        t, (stage, lever) = self.context.texts, self.current
        name = f"{t(f'print.lever.{lever.value}')} · {t(f'print.stage.{stage.value}')}"
        self._place.setText(t("plan.remark_at", place=name))
        self.remark.setAccessibleName(t("plan.remark_at", place=name))
        self.remark.setPlaceholderText(t("plan.remark_hint"))
        self.remark.show_text(self.cells[self.current].remark)
        self.remark.setReadOnly(self.bridge.is_read_only)

    def take_focus(self) -> None:
        """Go on in the cell where the keyboard was last."""
        self.cells[self.current].setFocus()

    # ---- hands

    def set_mark(self, place: Place, mark: Maturity) -> None:
        """Say the word of a cell."""
        self.go_to(place)
        if not self.bridge.is_read_only:
            self.bridge.do(mark_maturity(self.document, self.bridge.ids, *place, mark=mark))

    def turn(self, place: Place) -> None:
        """Go to the next word of a cell."""
        at = _ROUND.index(self.cells[place].mark)
        self.set_mark(place, _ROUND[(at + 1) % len(_ROUND)])

    def go_to(self, place: Place) -> None:
        """Let a cell be the one the remark is about."""
        self.current = place
        self._show_remark()
        for cell in self.cells.values():
            cell.update()

    def _on_remark(self, text: str) -> None:
        stage, lever = self.current
        diff = mark_maturity(self.document, self.bridge.ids, stage, lever, remark=text)
        self.bridge.do(diff, merge=f"maturity.{stage}.{lever}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk among the cells with the arrows."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        step = steps.get(Qt.Key(event.key()))
        focused = next((place for place, cell in self.cells.items() if cell.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        stages, levers = list(MaturityStage), list(MaturityLever)
        column = min(len(stages) - 1, max(0, stages.index(focused[0]) + step[0]))
        row = min(len(levers) - 1, max(0, levers.index(focused[1]) + step[1]))
        self.go_to((stages[column], levers[row]))
        self.cells[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show each stage with the levers that have a word."""
        t, columns = self.room_texts, []
        for stage in MaturityStage:
            marks = [(lever, maturity_of(self.document, stage, lever)) for lever in MaturityLever]
            cards = tuple(
                RoomCard(f"{t(f'print.lever.{lever.value}')}: {t(MARK_KEYS[mark.mark])}", tone=_TONES[mark.mark])
                for lever, mark in marks
                if mark is not None and mark.mark is not Maturity.UNKNOWN
            )
            if cards:
                columns.append(RoomColumn(t(f"print.stage.{stage.value}"), cards))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give the sheet: a row for each lever."""
        t = self.context.texts
        head = (t("plan.lever"), *(t(f"print.stage.{stage.value}") for stage in MaturityStage))
        rows = []
        for lever in MaturityLever:
            cells = [self.cells[(stage, lever)] for stage in MaturityStage]
            words = [" – ".join(part for part in (t(MARK_KEYS[cell.mark]), cell.remark) if part) for cell in cells]
            rows.append((t(f"print.lever.{lever.value}"), *words))
        return TextTable(head, tuple(rows))
