"""Crazy 8s: eight boxes, a minute each, on a clock that is read across the room; afterwards the sheets are gathered."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sprint.diff import Diff
from sprint.edits.notes import add_note
from sprint.frozen import dataclass
from sprint.programme.timing import steps_for
from sprint.records import Block, NoteKind
from sprint.text_table import TextTable
from ui.context import Context
from ui.exercises.base import ExerciseDesk
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.sheets import SheetSurface
from ui.panels.clock_face import clock_text
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel
from ui.widgets.picture_card import SheetFace

NAME = "crazy_eights"
BOXES = 8
_COLUMNS = 4
_HEIGHT, _CLOCK_WIDTH, _GAP = 244, 260, 8


@dataclass(frozen=True)
class BoxState:
    """Which box is on (from 0; −1 before the first, 8 after the last), what it asks, its seconds left."""

    box: int
    prompt: str = ""
    left: float = 0.0
    is_running: bool = False


class Boxes(QWidget):
    """A sheet folded in eight, with the box that is on in the colour of now, and the time left in large figures."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state = BoxState(-1)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    @property
    def state(self) -> BoxState:
        """What it shows."""
        return self._state

    def show_state(self, state: BoxState, words: str) -> None:
        """Show another box, or another second; `words` say it to a screen reader."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
        if state != self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, state = self._context.theme, self._state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("clock_ground"))
        ground = QRectF(0, 0, _CLOCK_WIDTH, self.height())
        painter.drawRoundedRect(ground, theme.size("radius.band"), theme.size("radius.band"))
        font = theme.font("display", bold=True, tabular=True)
        font.setPixelSize(84)
        painter.setFont(font)
        painter.setPen(theme.colour("clock_now" if state.is_running else "clock_text"))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, 16, _CLOCK_WIDTH, 100), middle, clock_text(state.left))
        painter.setFont(theme.font("title", bold=True))
        painter.setPen(theme.colour("clock_text"))
        foot = QRectF(12, 122, _CLOCK_WIDTH - 24, 30)
        shown = QFontMetricsF(painter.font()).elidedText(self._title(), Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, middle, shown)
        painter.setFont(theme.font("lead"))
        ask = QRectF(16, 154, _CLOCK_WIDTH - 32, self.height() - 162)
        painter.drawText(ask, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), state.prompt)
        left, top = _CLOCK_WIDTH + 2 * _GAP, 0.0
        width = (self.width() - left - (_COLUMNS - 1) * _GAP) / _COLUMNS
        height = (self.height() - _GAP) / (BOXES // _COLUMNS)
        for box in range(BOXES):
            row, column = divmod(box, _COLUMNS)
            at = QRectF(left + column * (width + _GAP), top + row * (height + _GAP / 2), width, height - _GAP / 2)
            self._paint_box(painter, at.adjusted(1.5, 1.5, -1.5, -1.5), box)
        painter.end()

    def _title(self) -> str:
        t, box = self._context.texts, self._state.box
        if 0 <= box < BOXES:
            return t("sketch.box_of", box=box + 1)
        return t("sketch.boxes_done") if box >= BOXES else t("sketch.boxes_soon")

    def _paint_box(self, painter: QPainter, at: QRectF, box: int) -> None:
        theme, state = self._context.theme, self._state
        is_now, is_past = box == state.box, box < state.box
        painter.setPen(QPen(theme.colour("ink" if is_now else "line_soft"), 2 if is_now else 1))
        painter.setBrush(theme.colour("now" if is_now else "band" if is_past else "surface"))
        painter.drawRoundedRect(at, theme.size("radius.card"), theme.size("radius.card"))
        font = theme.font("display", bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("on_now" if is_now else "muted" if is_past else "ink"))
        painter.drawText(at.adjusted(14, 6, 0, 0), int(Qt.AlignmentFlag.AlignLeft), str(box + 1))
        if is_past:
            size = theme.size("icon.large")
            spot = at.bottomRight()
            tick = self._context.icons.pixmap("check", "muted", size)
            painter.drawPixmap(round(spot.x()) - size - 10, round(spot.y()) - size - 10, tick)


class Surface(SheetSurface):
    """The boxes and their clock above, the sheets below; a key counts a sheet that has no photo yet."""

    KIND: ClassVar[NoteKind] = NoteKind.IDEA
    LINE: ClassVar[str] = "sketch.line_eights"
    EMPTY: ClassVar[str] = "sketch.empty_eights"

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        context = desk.context
        self.boxes = Boxes(context, self)
        self.start = Button(context, "sketch.start_eights", kind="primary", icon="play")
        self.next = Button(context, "sketch.next_box", icon="chevron_right")
        self.sheet = Button(context, "sketch.count_sheet", icon="plus")
        self._count = PlainLabel(role="title")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.start, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.sheet)
        self.column.insertWidget(0, self.boxes)
        self.column.insertLayout(1, row)
        self.start.clicked.connect(lambda: desk.clock.start(self.block_id))
        self.next.clicked.connect(lambda: desk.clock.jump_by(1))
        self.sheet.clicked.connect(self._on_sheet)
        desk.clock.ticked.connect(self._show_clock)
        desk.clock.changed.connect(self._show_clock)

    # ---- the clock

    def box_state(self) -> BoxState:
        """Say which box is on; the last eight steps of the exercise are the boxes."""
        block, exercise, clock = self.document.get(self.block_id), self.exercise, self.desk.clock
        if not isinstance(block, Block) or exercise is None:
            return BoxState(-1)
        steps = steps_for(exercise, block.minutes)
        first = max(0, len(steps) - BOXES)
        run = clock.run
        step = clock.step() if run is not None and run.block_id == block.id else None
        if step is None or run is None:
            return BoxState(-1, left=float(60 * steps[first].minutes) if steps else 0.0)
        if clock.left() <= 0:
            return BoxState(BOXES, is_running=clock.is_running)
        return BoxState(max(-1, step.index - first), _ask(clock.step_text(step.index)), step.left, clock.is_running)

    def _show_clock(self) -> None:
        if not self.block_id:
            return
        before, state = self.boxes.state, self.box_state()
        t, box = self.context.texts, state.box
        words = t("sketch.box_of", box=box + 1) if 0 <= box < BOXES else t("sketch.boxes")
        self.boxes.show_state(state, words)
        run = self.desk.clock.run
        is_on = run is not None and run.block_id == self.block_id
        self.start.setVisible(not is_on and not self.bridge.is_read_only)
        # When the eight minutes are over, what is worked on are the sheets.
        self.boxes.setVisible(is_on or not self.grid.cards)
        self.next.setVisible(is_on)
        self.next.setEnabled(is_on and box < BOXES - 1)
        if before.box != box:
            self.room_changed.emit()

    # ---- the sheets

    def refresh(self) -> None:
        """Show the clock and the sheets."""
        super().refresh()
        self._count.setText(self.context.texts("sketch.sheets", count=len(self.notes())))
        self.sheet.setVisible(not self.bridge.is_read_only)
        self._show_clock()

    def face(self, place: int, note: object) -> SheetFace:
        """Number the sheets as they came in."""
        made = super().face(place, note)
        sign = str(place + 1)
        name = self.context.texts("sketch.sheet_name", number=sign, title=made.title or "")
        return SheetFace(made.id, made.title, sign=sign, picture_id=made.picture_id, name=name)

    def from_words(self, words: str) -> Diff:
        """Gather a sheet by a word."""
        return add_note(self.document, self.bridge.ids, self._home, words, kind=self.KIND)

    def take_focus(self) -> None:
        """Start the clock first; afterwards the sheets are what is worked on."""
        (self.start if self.start.isVisible() else self.line).setFocus()

    def _on_sheet(self) -> None:
        number = len(self.notes()) + 1
        self.bridge.do(self.from_words(self.context.texts("sketch.sheet_number", number=number)))

    def room_page(self) -> RoomPage:
        """Show the eight boxes with the one that is on; nothing of what people draw."""
        t, state = self.room_texts, self.boxes.state
        if not 0 <= state.box < BOXES:
            return RoomPage(is_quiet=True)
        exercise = self.exercise
        block = self.document.get(self.block_id)
        step = (
            len(steps_for(exercise, block.minutes)) - BOXES + state.box if exercise and isinstance(block, Block) else 0
        )
        prompt = _ask(exercise.steps[step].text.get(t.language)) if exercise is not None else ""
        card = RoomCard(prompt, sign=str(state.box + 1), tone="idea")
        return RoomPage(columns=(RoomColumn(t("sketch.box_of", box=state.box + 1), (card,), is_strong=True),))

    def table(self) -> TextTable:
        """Give number and words of the sheets."""
        t = self.context.texts
        rows = tuple((str(place), note.text) for place, note in enumerate(self.notes(), start=1))
        return TextTable((t("sketch.number"), t("sketch.title")), rows)


def _ask(text: str) -> str:
    """Give what a box asks, without the number that stands in it already ("Box 3: …")."""
    ask = text.partition(": ")[2] or text
    return ask[:1].upper() + ask[1:]
