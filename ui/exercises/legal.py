"""The review of law and tracks: walk the steps on which the law has something to say, then look at both tracks."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from sprint.edits.notes import add_note, add_notes, notes_of
from sprint.insight.two_tracks import is_legal, read_tracks
from sprint.journeys import journey_of_kind, journeys, steps_of
from sprint.records import Block, Freedom, Journey, JourneyKind, Step
from sprint.text_table import TextTable
from ui.exercises.base import ExerciseDesk, WorkSurface
from ui.exercises.legal_form import LegalForm
from ui.exercises.note_faces import for_room
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.exercises.track_panes import TrackPanes
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import TextLabel
from ui.widgets.toggles import Segments
from ui.widgets.wrapped_rows import WrappedRows

NAME = "legal"
LAW, TRACKS = 0, 1
_LIST_PX = 300
_FREE = 20
"""What the style sheet keeps free beside the words of a step, in pixels."""
_CHOICE_LETTERS = 14
_ID = Qt.ItemDataRole.UserRole
_FIGURES = {"0": Freedom.UNKNOWN, "1": Freedom.MUST, "2": Freedom.MAY, "3": Freedom.CANNOT}
_SIGNS = {Freedom.UNKNOWN: "·", Freedom.MUST: "§", Freedom.MAY: "↔", Freedom.CANNOT: "■"}
_TONES = {Freedom.UNKNOWN: "backstage", Freedom.MUST: "legal", Freedom.MAY: "opportunity", Freedom.CANNOT: "pain"}


class Surface(WorkSurface):
    """First the law, step by step, then the tracks."""

    ACCEPTS_ROWS: ClassVar[bool] = True
    FIRST: ClassVar[int] = LAW

    def __init__(self, desk: ExerciseDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        context = desk.context
        self._journey_id = self._step_id = ""
        self.tabs = Segments(context, 2, self)
        self.journey = ChoiceField(context, self)
        self.journey.setMinimumContentsLength(_CHOICE_LETTERS)
        self.all_steps = CheckBox(context, self)
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST_PX)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedRows(self.list, _FREE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.form = LegalForm(context, desk.bridge)
        self.tracks = TrackPanes(context, self)
        law = QWidget()
        row = QHBoxLayout(law)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.form, 1)
        self._empty = TextLabel(context, "board.no_journey", role="lead", wrap=True)
        row.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(law)
        self._stack.addWidget(self.tracks)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.all_steps)
        head.addWidget(self.journey)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.pass_focus_to(self.list)
        self._listen()
        self.open(self.FIRST)

    def _listen(self) -> None:
        self.tabs.opened.connect(self.open)
        self.journey.chosen.connect(self._on_journey)
        self.all_steps.clicked.connect(lambda _on: self.refresh())
        self.list.currentItemChanged.connect(lambda item, _old: self._on_step(item))
        self.form.said.connect(self._on_said)
        self.tracks.step_wanted.connect(self.canvas_requested)

    # ---- showing

    def refresh(self) -> None:
        """Show the steps of the journey and the form of the one that is chosen."""
        t = self.context.texts
        self.tabs.show_texts([t("plan.tab_law"), t("plan.tab_tracks")])
        self.all_steps.setText(t("plan.all_steps"))
        known = journeys(self.document)
        ids = {one.id for one in known}
        if self._journey_id not in ids:
            first = journey_of_kind(self.document, JourneyKind.TO_BE)
            if first is None or not steps_of(self.document, first.id):
                first = journey_of_kind(self.document, JourneyKind.AS_IS) or first
            self._journey_id = first.id if first is not None else ""
        self.journey.show_choices([(one.id, t(f"kind.journey.{one.kind.value}")) for one in known])
        self.journey.show_value(self._journey_id)
        self.journey.setAccessibleName(t("board.journey"))
        self.list.setAccessibleName(t("plan.legal_steps"))
        self._show_list()
        self._show_tracks(self._stack.currentIndex())
        self.room_changed.emit()

    def _show_tracks(self, place: int) -> None:
        """Read the tracks only where they are seen: that takes longer than a letter may."""
        if self._journey_id and place == TRACKS:
            self.tracks.show_journey(self.document, self._journey_id)

    def steps(self) -> list[Step]:
        """List the steps that are walked: those with a legal side, or all."""
        found = steps_of(self.document, self._journey_id) if self._journey_id else []
        legal = [step for step in found if is_legal(self.document, step)]
        return found if self.all_steps.isChecked() or not legal else legal

    def _show_list(self) -> None:
        steps = self.steps()
        self.form.setVisible(bool(steps))
        self._empty.setVisible(not steps)
        self.list.blockSignals(True)
        while self.list.count() > len(steps):
            self.list.takeItem(self.list.count() - 1)
        for place, step in enumerate(steps):
            if place == self.list.count():
                self.list.addItem(QListWidgetItem())
            item = self.list.item(place)
            freedom = self.context.texts(f"kind.freedom.{step.freedom.value}")
            item.setText(f"{step.title}\n{_SIGNS[step.freedom]}  {freedom}")
            item.setData(_ID, step.id)
        places = {step.id: place for place, step in enumerate(steps)}
        self.list.setCurrentRow(places.get(self._step_id, 0 if steps else -1))
        self.list.blockSignals(False)
        self._on_step(self.list.currentItem())

    def _on_step(self, item: QListWidgetItem | None) -> None:
        self._step_id = str(item.data(_ID)) if item is not None else ""
        step = self.document.get(self._step_id)
        notes = [note.text for note in notes_of(self.document, self.block_id) if note.step_id == self._step_id]
        self.form.show_step(step if isinstance(step, Step) else None, notes if self._step_id else [])

    def leave(self) -> None:
        """Enter what is half typed."""
        self.form.leave()
        super().leave()

    def take_focus(self) -> None:
        """Walk on along the steps."""
        if self._stack.currentIndex() == LAW:
            self.list.setFocus()
        else:
            self.tabs.buttons[TRACKS].setFocus()

    # ---- hands

    def open(self, place: int) -> None:
        """Go to the law or to the tracks."""
        for number, button in enumerate(self.tabs.buttons):
            button.setChecked(number == place)
        self._show_tracks(place)
        self._stack.setCurrentIndex(place)
        self.all_steps.setVisible(place == LAW)
        self.room_changed.emit()

    def _on_journey(self, journey_id: object) -> None:
        self._journey_id = str(journey_id)
        self.refresh()

    def _on_said(self, step_id: str, text: str) -> None:
        if isinstance(self.document.get(self.block_id), Block):
            ids = self.bridge.ids
            self.bridge.do(add_note(self.document, ids, self.block_id, text, step_id=step_id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the list 0 to 3 say what the law leaves open, Enter goes to the form."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() in _FIGURES and not self.bridge.is_read_only:
                self.form.change(freedom=_FIGURES[event.text()])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.form.fields["statute"].setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == LAW:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def paste_rows(self, rows: list[list[str]]) -> None:
        """Write every row down as something that was said."""
        texts = [text for row in rows if (text := next((cell for cell in row if cell), ""))]
        if texts:
            self.bridge.do(add_notes(self.document, self.bridge.ids, self.block_id, texts))

    # ---- room, copies

    def room_page(self) -> RoomPage:
        """Show the steps by what the law leaves open, or both tracks."""
        if not isinstance(self.document.get(self._journey_id), Journey):
            return RoomPage(is_quiet=True)
        if self._stack.currentIndex() == TRACKS:
            return self._room_tracks()
        t, columns = self.room_texts, []
        for freedom in (Freedom.MUST, Freedom.CANNOT, Freedom.MAY, Freedom.UNKNOWN):
            steps = [step for step in self.steps() if step.freedom is freedom]
            cards = tuple(
                RoomCard(" – ".join(part for part in (step.title, step.manner) if part), tone=_TONES[freedom])
                for step in steps
            )
            if cards:
                columns.append(RoomColumn(t(f"kind.freedom.{freedom.value}"), cards))
        notes = for_room(notes_of(self.document, self.block_id)) if self.block_id else []
        if notes:
            columns.append(RoomColumn(t("plan.agreed"), tuple(RoomCard(note.text) for note in notes), is_strong=True))
        return RoomPage(columns=tuple(columns))

    def _room_tracks(self) -> RoomPage:
        t, columns = self.room_texts, []
        for reading in read_tracks(self.document, self._journey_id):
            cards = [RoomCard(step.title, tone="opportunity") for step in reading.humans]
            cards += [RoomCard(t("plan.room_stuck", title=step.title), tone="pain") for step in reading.stuck]
            columns.append(RoomColumn(t(f"kind.track.{reading.track.value}"), tuple(cards)))
        return RoomPage(columns=tuple(columns))

    def table(self) -> TextTable:
        """Give every step with what the law leaves open."""
        t = self.context.texts
        head = (t("board.step"), t("plan.freedom"), t("plan.statute"), t("plan.term"), t("plan.manner"))
        rows = tuple(
            (step.title, t(f"kind.freedom.{step.freedom.value}"), step.statute, str(step.term_days or ""), step.manner)
            for step in self.steps()
        )
        return TextTable(head, rows)
