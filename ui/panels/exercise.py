"""The page of an exercise: what to say and do in a narrow column, and the surface on which it is done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.flow import FlowReader
from sprint.programme.catalogue import Catalogue
from sprint.records import Block, Day, TimerRun
from ui.bridge import SprintBridge
from ui.cockpit.run_clock import RunClock
from ui.context import Context
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.flow_strip import FlowStrip
from ui.exercises.registry import CANVAS, make_surface
from ui.exercises.room_page import RoomPage
from ui.exercises.tools import WorkTools
from ui.panels.blocks import BlockNames
from ui.panels.exercise_head import ExerciseHeader
from ui.panels.exercise_text import ExerciseText
from ui.panels.notes import NotesPanel
from ui.texts import Texts
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel
from ui.widgets.passes_focus import PassesFocus

_NARROW_PX = 860
_NOTES_PX = 340
_MARGIN = 32
_SENTENCE_PX = 760
_GUIDE_PX = 340
_GUIDE_FROM = 1_080
_EDGE = 20
_REST_MS = 300


class ExercisePage(PassesFocus, QWidget):
    """One block, ready to be run: read it standing, start the clock, do the work."""

    canvas_requested = Signal()
    step_requested = Signal(str)
    """Show this step on the canvas."""
    block_requested = Signal(str)
    study_requested = Signal(str)
    room_toggled = Signal()
    """Show the work in the room, or no longer."""
    room_changed = Signal()
    """What `room_page` gives is another thing now."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        catalogue: Catalogue | None = None,
        parent: QWidget | None = None,
        *,
        clock: RunClock | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._names = BlockNames(context.texts, catalogue)
        self._clock = clock or RunClock(bridge, self._names, self)
        room_texts = Texts(_room_language(context), self)
        self._desk = ExerciseDesk(context, bridge, self._clock, self._names.catalogue, room_texts)
        self._room_names = BlockNames(room_texts, self._names.catalogue)
        self._block_id = ""
        self._text: ExerciseText | None = None
        self._surfaces: dict[str, WorkSurface] = {}
        self.surface: WorkSurface | None = None
        self._guide_wanted: bool | None = None
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._show_flow)
        self._listen()
        self._arrange()

    # ---- what it shows

    @property
    def block_id(self) -> str:
        """The id of the block that is shown."""
        return self._block_id

    def show_block(self, block_id: str) -> None:
        """Show the exercise of another block."""
        if block_id != self._block_id:
            if self.surface is not None:
                self.surface.leave()
            self._block_id = block_id
            self._scroll.verticalScrollBar().setValue(0)
            self._choose_surface()
        self._rebuild()
        if self.surface is not None:
            self.surface.show_block(block_id)
        self.room_changed.emit()

    def finish(self) -> None:
        """Take in what is on its way, before the sprint is closed."""
        for surface in self._surfaces.values():
            surface.finish()

    def start_clock(self) -> None:
        """Start the clock of this block."""
        if self._block_id:
            self._clock.start(self._block_id)

    def room_page(self) -> RoomPage:
        """Give what participants may see of the work now; an exercise without a surface shows its question."""
        block = self._block()
        page = self.surface.room_page() if self.surface is not None and block is not None else RoomPage(is_quiet=True)
        exercise = self._room_names.exercise(block) if block is not None else None
        title = page.title or (self._room_names.title(block) if block is not None else "")
        question = page.question or (exercise.room.question.get(self._room_names.language) if exercise else "")
        is_quiet = page.is_quiet or self.tools.is_quiet
        done = self.tools.done if self.tools.is_quiet else page.done
        return replace(page, title=title, question=question, is_quiet=is_quiet, done=done, block_id=self._block_id)

    def toggle_guide(self) -> None:
        """Open or close the column with what to say and do."""
        self._guide_wanted = not self._scroll.isVisibleTo(self)
        self._arrange()

    # ---- building

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.head = ExerciseHeader(self._context, self)
        self.start, self.to_canvas = self.head.start, self.head.to_canvas
        outer.addWidget(self.head)
        outer.addWidget(self._work_bar())
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._scroll = ScrollColumn(margin=_MARGIN, spacing=6)
        # Not the labels: a layout asks a label for its height at the width of the column.
        self._scroll.inside.setMaximumWidth(_SENTENCE_PX + 2 * _MARGIN)
        self._purpose = PlainLabel(wrap=True)
        self._scroll.column.addWidget(self._purpose)
        self._scroll.column.addStretch(1)
        self._middle = QWidget()
        self._stack = QVBoxLayout(self._middle)
        self._stack.setContentsMargins(_EDGE, 8, _EDGE - 8, 0)
        self.notes = NotesPanel(self._context, self._bridge, self)
        for part, stretch in ((self._scroll, 1), (self._middle, 1), (self.notes, 0)):
            self._body.addWidget(part, stretch)
        outer.addLayout(self._body, 1)

    def _work_bar(self) -> QWidget:
        self._bar = QFrame()
        self.guide = Button(self._context, "work.guide", icon="outline", kind="quiet")
        self.guide.setCheckable(True)
        self.guide.clicked.connect(self.toggle_guide)
        self.flow = FlowStrip(self._context, self._bridge, self._names)
        self.tools = WorkTools(self._context)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(_EDGE - 8, 0, _EDGE, 8)
        row.setSpacing(8)
        row.addWidget(self.guide)
        row.addWidget(self.flow, 1)
        row.addWidget(self.tools)
        return self._bar

    def _listen(self) -> None:
        self._context.texts.changed.connect(self._rebuild)
        self._context.theme.changed.connect(self._rebuild)
        self._context.settings.changed.connect(self._on_setting)
        self._context.texts.changed.connect(self._on_room_language)
        self._bridge.document_changed.connect(self._on_diff)
        self._clock.ticked.connect(self._show_step)
        self._clock.changed.connect(self._show_step)
        self.start.clicked.connect(self.start_clock)
        self.to_canvas.clicked.connect(self.canvas_requested)
        self.flow.block_requested.connect(self.block_requested)
        self.tools.room_toggled.connect(self.room_toggled)
        self.tools.quiet_changed.connect(self.room_changed)

    def _choose_surface(self) -> None:
        block = self._block()
        head = self._names.head(block) if block is not None else None
        name = head.surface if head is not None else "notes"
        known = self._surfaces.get(name)
        if known is None:
            known = make_surface(name, self._desk, self._middle)
            if known is not None:
                self._adopt(name, known)
        self.surface = known
        # First the new one: the keyboard must have where to go when the old one is hidden.
        self.pass_focus_to(known if known is not None else self.notes.line)
        if known is not None:
            known.show()
        for surface in self._surfaces.values():
            if surface is not known:
                surface.hide()
        self.tools.show_surface(known)
        self.to_canvas.setVisible(name == CANVAS)
        self._arrange()

    def _adopt(self, name: str, surface: WorkSurface) -> None:
        self._surfaces[name] = surface
        self._stack.addWidget(surface, 1)
        surface.room_changed.connect(self.room_changed)
        surface.study_requested.connect(self.study_requested)
        surface.canvas_requested.connect(
            lambda step_id: self.step_requested.emit(step_id) if step_id else self.canvas_requested.emit()
        )

    # ---- showing

    def _block(self) -> Block | None:
        block = self._bridge.document.get(self._block_id) if self._block_id else None
        return block if isinstance(block, Block) else None

    def _rebuild(self) -> None:
        if self._text is not None:
            self._text.hide()
            self._text.deleteLater()
            self._text = None
        block = self._block()
        if block is None:
            return
        exercise = self._names.exercise(block)
        if exercise is not None:
            self._text = ExerciseText(self._context, exercise, block.minutes, self._scroll.inside)
            self._text.step_chosen.connect(self._clock.jump_to)
            self._scroll.column.insertWidget(1, self._text)
            self._text.show()
        self._purpose.setText(exercise.purpose.get(self._context.texts.language) if exercise else "")
        self._purpose.setVisible(exercise is not None)
        size = "lead" if self.surface is not None else "title"
        self._purpose.setStyleSheet(f"font-size: {self._context.theme.size(size)}px;")
        if self.surface is None:
            self.notes.show_block(block.id)
        self._refresh(block)
        self._show_flow()

    def _refresh(self, block: Block) -> None:
        kept = self.head.show_block(self._bridge, block, self._names)
        self.setAccessibleName(kept)
        self._show_step()

    def _show_step(self) -> None:
        """Mark the step that is on, when the clock of this block runs."""
        if self._text is None:
            return
        run = self._clock.run
        step = self._clock.step() if run is not None and run.block_id == self._block_id else None
        self._text.show_step(step.index if step is not None else None)

    def _show_flow(self) -> None:
        """Say where the input comes from and what waits; not at every key, for it reads the whole programme."""
        if self._block() is None or self.surface is None:
            return
        reader = FlowReader(self._bridge.document, self._names.catalogue)
        self.flow.show_flow(reader.read(self._block_id), reader.resting_on(self._block_id))

    def _on_diff(self, diff: Diff) -> None:
        block = self._block()
        if block is None:
            return
        before_after = diff.changes.get(block.id)
        if before_after is not None:
            before, after = before_after
            if isinstance(before, Block) and isinstance(after, Block) and before.exercise != after.exercise:
                self._choose_surface()
            self._rebuild()
        elif any(isinstance(r, TimerRun | Block | Day) for change in diff.changes.values() for r in change):
            self._refresh(block)
        elif self.isVisible():
            self._soon.start()

    def _on_setting(self, key: str) -> None:
        if key == "room_language":
            self._on_room_language()

    def _on_room_language(self) -> None:
        if self._desk.room_texts is not None:
            self._desk.room_texts.set_language(_room_language(self._context))
            self.room_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the notes below when there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the surface the room it needs; the instructions stand beside it only where there is room for both."""
        has_surface = self.surface is not None
        is_narrow = self.width() < _NARROW_PX
        wanted = self._guide_wanted if self._guide_wanted is not None else self.width() >= _GUIDE_FROM
        self._bar.setVisible(has_surface)
        self._middle.setVisible(has_surface)
        self.notes.setVisible(not has_surface)
        self._scroll.setVisible(wanted or not has_surface)
        self._middle.setVisible(has_surface and not (is_narrow and wanted))
        self.guide.setChecked(wanted)
        margin = _EDGE if has_surface else _MARGIN
        self._scroll.column.setContentsMargins(margin, 8, margin, margin)
        is_beside = has_surface and not is_narrow
        self._scroll.setMaximumWidth(_GUIDE_PX if is_beside else 16_777_215)
        self._scroll.setMinimumWidth(_GUIDE_PX if is_beside else 0)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if is_narrow and not has_surface else ways.LeftToRight)
        self.notes.setMinimumWidth(0 if is_narrow else _NOTES_PX)
        self.notes.setMaximumWidth(16_777_215 if is_narrow else _NOTES_PX + max(0, self.width() - 1_200) // 3)
        self.notes.setMaximumHeight(260 if is_narrow else 16_777_215)


def _room_language(context: Context) -> str:
    """Give the language of the room: its own, or that of the facilitator's screen."""
    chosen = context.settings.text("room_language")
    return context.texts.language if chosen == "screen" else chosen
