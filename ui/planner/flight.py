"""The flight check of a day: what lies ready, who comes, what the machine says, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sprint.agenda import date_of, days_of, today_of
from sprint.diff import Diff
from sprint.edits.team import set_ready
from sprint.programme.catalogue import Catalogue
from sprint.programme.flight import (
    FlightFacts,
    FlightItem,
    Verdict,
    flight_check,
    flight_text,
    materials_needed,
    sheets_needed,
    worst,
)
from sprint.programme.planning import block_name
from sprint.programme.titles import in_language
from sprint.programme.words import material_name, sheet_name
from sprint.records import Block, Day, Participant, Person, Preparation
from ui.bridge import SprintBridge
from ui.context import Context
from ui.planner.machine import ReadMachine
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel

SHEET, MATERIAL = "sheet:", "material:"
_ICON = 20
_PAGE_PX = 1040
_DAY_PX, _DAY_STRETCH = 316, 20
_NARROW_PX = 800
_WATCHED = (Day, Block, Person, Preparation, Participant)
_LOOKS = {
    Verdict.GOOD: ("check", "good", "planner.verdict_good", "good"),
    Verdict.LOOK: ("warning", "warn", "planner.verdict_look", "warn"),
    Verdict.STOP: ("flag", "danger", "planner.verdict_stop", "danger"),
}
_GROUPS = (
    ("planner.group_people", frozenset({"people", "citizens", "consent", "preparation"})),
    ("planner.group_machine", frozenset({"display", "sound", "disk", "battery"})),
    ("planner.group_time", frozenset({"time", "date"})),
)
_TARGETS = {
    "people": "team",
    "consent": "preparation",
    "preparation": "preparation",
    "time": "programme",
    "date": "programme",
}


class FlightPage(QWidget):
    """Walks through the checks of one day: tick what lies ready, read what is left to do."""

    go_requested = Signal(str)
    """Where something can be done about it: "programme", "team" or "preparation"."""
    rehearsal_requested = Signal(str)

    def __init__(
        self, context: Context, bridge: SprintBridge, catalogue: Catalogue, read: ReadMachine, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._catalogue, self._read = context, bridge, catalogue, read
        self._day_id = ""
        self.boxes: dict[str, CheckBox] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(margin=24, spacing=8)
        self._scroll.inside.setMaximumWidth(_PAGE_PX + 48)
        outer.addWidget(self._scroll)
        self._scroll.column.addLayout(self._heading())
        self._scroll.column.addLayout(self._top())
        self._inside: QWidget | None = None
        self._columns: QBoxLayout | None = None
        self._scroll.column.addStretch(1)
        context.texts.changed.connect(self._refresh)
        context.theme.changed.connect(self._refresh)
        bridge.document_changed.connect(self._on_diff)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(TextLabel(self._context, "planner.flight", role="title"))
        row.addStretch(1)
        self.rehearse = Button(self._context, "rehearsal.begin_this", icon="play")
        self.rehearse.clicked.connect(lambda: self.rehearsal_requested.emit(self._day_id))
        row.addWidget(self.rehearse)
        return row

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.day = ChoiceField(self._context)
        self.day.setMinimumContentsLength(14)
        self.day.setMaximumWidth(_DAY_PX)
        self.day.chosen.connect(self._on_day)
        self.verdict = Chip(self._context)
        self.again = Button(self._context, "planner.check_again", kind="quiet", icon="redo")
        self.again.clicked.connect(self._refresh)
        row.addWidget(self.day, _DAY_STRETCH)
        row.addWidget(self.verdict)
        row.addWidget(self.again)
        row.addStretch(1)
        return row

    # ---- showing

    def showEvent(self, event: object) -> None:
        """Look again: a screen may have been plugged in meanwhile."""
        super().showEvent(event)
        self._refresh()

    def _on_diff(self, diff: Diff) -> None:
        if any(isinstance(record, _WATCHED) for change in diff.changes.values() for record in change):
            self._refresh()

    def _on_day(self, day_id: object) -> None:
        self._day_id = str(day_id)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        document, texts = self._bridge.document, self._context.texts
        days = days_of(document)
        today = date_of(self._bridge.utc_now())
        if document.get(self._day_id) is None:
            coming = today_of(document, today)
            self._day_id = coming.id if coming is not None else ""
        self.setAccessibleName(texts("planner.flight"))
        self.day.setAccessibleName(texts("planner.flight_day"))
        self.day.show_choices([(day.id, self._day_words(day, number)) for number, day in enumerate(days, start=1)])
        self.day.show_value(self._day_id)
        record = document.get(self._day_id)
        self.verdict.setVisible(isinstance(record, Day))
        self.rehearse.setVisible(isinstance(record, Day) and not self._bridge.is_rehearsal)
        if isinstance(record, Day):
            self._show_day(record, today)

    def _day_words(self, day: Day, number: int) -> str:
        texts = self._context.texts
        words = texts("planner.day_number", number=number)
        title = in_language(day.title, texts.language) or (texts.translator.date(day.date) if day.date else "")
        return texts("planner.day_named", day=words, title=title) if title else words

    def _show_day(self, day: Day, today: str) -> None:
        t = self._context.texts.translator
        items = flight_check(
            self._bridge.document,
            day,
            self._facts(day, today),
            self._catalogue,
            lambda block: block_name(block, self._catalogue, t),
            t,
        )
        verdict = worst(items)
        icon, _, key, tone = _LOOKS[verdict]
        count = sum(item.verdict is verdict for item in items)
        self.verdict.show_state(t(key, count=count) if verdict is not Verdict.GOOD else t(key), tone, icon)
        focused = next((thing for thing, box in self.boxes.items() if box.hasFocus()), "")
        self._fill(day, items)
        if focused in self.boxes:
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _facts(self, day: Day, today: str) -> FlightFacts:
        path: Path | None = self._bridge.workspace.path
        machine = self._read(path.parent if path is not None else None)
        return FlightFacts(
            today=today,
            displays=machine.displays,
            free_bytes=machine.free_bytes,
            battery_percent=machine.battery_percent,
            is_plugged_in=machine.is_plugged_in,
            printed=frozenset(thing.removeprefix(SHEET) for thing in day.ready if thing.startswith(SHEET)),
            packed=frozenset(thing.removeprefix(MATERIAL) for thing in day.ready if thing.startswith(MATERIAL)),
        )

    def _fill(self, day: Day, items: tuple[FlightItem, ...]) -> None:
        """Make the lists anew: two columns to tick, then what is left by subject."""
        if self._inside is not None:
            self._scroll.column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self._scroll.inside)
        self.boxes = {}
        row = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(32)
        self._arrange()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(2)
            row.addLayout(column, 1)
        self._add_things(left, day)
        for key, subjects in _GROUPS:
            found = [item for item in items if item.subject in subjects]
            if found:
                self._add_heading(right, key)
                for item in found:
                    right.addLayout(self._line(item))
        left.addStretch(1)
        right.addStretch(1)
        self._scroll.column.insertWidget(2, self._inside)
        self._inside.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is left to do below what lies ready where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._columns is not None:
            ways = QBoxLayout.Direction
            self._columns.setDirection(ways.TopToBottom if self.width() < _NARROW_PX else ways.LeftToRight)

    def _add_things(self, column: QVBoxLayout, day: Day) -> None:
        """Add what can be ticked: sheets with their copies, then materials."""
        t, document = self._context.texts.translator, self._bridge.document
        sheets = sheets_needed(document, day, self._catalogue)
        if sheets:
            self._add_heading(column, "planner.group_paper")
            open_copies = sum(need.copies for need in sheets if SHEET + need.sheet not in day.ready)
            words = t("flight.paper", count=open_copies) if open_copies else t("flight.all_printed")
            column.addWidget(PlainLabel(words, role="muted", wrap=True))
        for need in sheets:
            words = t("planner.sheet_copies", sheet=sheet_name(need.sheet, t), count=need.copies)
            column.addWidget(self._box(day, SHEET + need.sheet, words))
        materials = materials_needed(document, day, self._catalogue)
        if materials:
            self._add_heading(column, "planner.group_things")
        for material in materials:
            words = material_name(material, t)
            column.addWidget(self._box(day, MATERIAL + material, words[:1].upper() + words[1:]))

    def _box(self, day: Day, thing: str, words: str) -> CheckBox:
        box = self.boxes[thing] = CheckBox(self._context)
        box.setText(words)
        box.setChecked(thing in day.ready)
        box.setEnabled(not self._bridge.is_read_only)
        box.clicked.connect(
            lambda on, thing=thing: self._bridge.do(set_ready(self._bridge.document, day.id, thing, on))
        )
        return box

    def _add_heading(self, column: QVBoxLayout, key: str) -> None:
        if column.count():
            column.addSpacing(14)
        column.addWidget(PlainLabel(self._context.texts(key), role="lead_bold"))

    def _line(self, item: FlightItem) -> QHBoxLayout:
        icon, role, _, _ = _LOOKS[item.verdict]
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        sign = QLabel()
        sign.setPixmap(self._context.icons.pixmap(icon, role, _ICON))
        sign.setFixedWidth(_ICON + 2)
        words = PlainLabel(flight_text(item, self._context.texts.translator), wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        target = _TARGETS.get(item.subject)
        if target is not None and item.verdict is not Verdict.GOOD:
            link = Button(self._context, "planner.go_to", kind="link")
            link.setAccessibleName(self._context.texts("planner.go_to_named", where=words.text()))
            link.setStyleSheet(f"min-height: {self._context.theme.size('target.mouse')}px;")
            link.clicked.connect(lambda: self.go_requested.emit(target))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
