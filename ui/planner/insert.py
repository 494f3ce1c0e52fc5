"""Beside the timetable: the exercises that can be put in, with what they are for, and a block of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sprint.errors import SprintError
from sprint.frozen import dataclass
from sprint.programme.catalogue import Catalogue
from sprint.programme.vocabulary import PHASES
from sprint.programme.words import phase_name
from sprint.rules import LONGEST_BLOCK_MINUTES
from ui.context import Context
from ui.dialogs.base import Field
from ui.planner.own_exercises import OwnExercise, OwnExercises
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.fields import LineField, NumberField
from ui.widgets.labels import PlainLabel, TextLabel

_CHOICE = Qt.ItemDataRole.UserRole
_ROW = 62
_HEADING = 34
_OWN_MINUTES = 15


@dataclass(frozen=True)
class Offer:
    """One thing that can be put in: an exercise of the catalogue (by id) or one's own; `purpose` says what for."""

    title: str
    minutes: int
    purpose: str
    group: str
    exercise_id: str = ""
    own_id: str = ""

    def holds(self, words: str) -> bool:
        """Whether every word that somebody looks for stands in it."""
        text = f"{self.title} {self.purpose} {self.group}".casefold()
        return all(word in text for word in words.casefold().split())


class InsertPanel(QWidget):
    """Search, choose, put in: Enter or a double click puts the exercise behind the chosen block."""

    exercise_chosen = Signal(str)
    own_chosen = Signal(str, int)
    """A block of one's own: title and minutes."""
    keep_requested = Signal(str, int)

    def __init__(self, context: Context, catalogue: Catalogue, own: OwnExercises, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._catalogue, self._own = context, catalogue, own
        self._offers: list[Offer] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        self._where = PlainLabel(role="muted", wrap=True)
        self.search = LineField()
        self.list = QListWidget()
        self.list.setItemDelegate(_OfferPainter(context, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.put = Button(context, "planner.insert", kind="primary", icon="plus")
        for widget in (self._where, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.forget = Button(context, "planner.forget_own", kind="quiet", icon="trash")
        row.addWidget(self.put, 1)
        row.addWidget(self.forget)
        column.addLayout(row)
        column.addSpacing(4)
        column.addLayout(self._own_rows())
        self._listen()
        context.texts.changed.connect(self.refresh)
        self._say()

    def _own_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(TextLabel(self._context, "planner.own", role="bold"))
        line = QHBoxLayout()
        line.setSpacing(8)
        self.own_title, self.own_minutes = LineField(), NumberField(LONGEST_BLOCK_MINUTES)
        self.own_minutes.show_number(_OWN_MINUTES)
        self.own_minutes.setFixedWidth(76)
        line.addLayout(Field(self._context, "planner.own_title", self.own_title), 1)
        line.addLayout(Field(self._context, "planner.minutes", self.own_minutes))
        rows.addLayout(line)
        self.own_keep = CheckBox(self._context)
        self.own_put = Button(self._context, "planner.own_add", icon="plus")
        last = QHBoxLayout()
        last.addWidget(self.own_keep, 1)
        last.addWidget(self.own_put)
        rows.addLayout(last)
        return rows

    def _listen(self) -> None:
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.search.returnPressed.connect(self._put_in)
        self.list.itemActivated.connect(lambda _item: self._put_in())
        self.list.currentItemChanged.connect(lambda *_: self._on_current())
        self.put.clicked.connect(self._put_in)
        self.forget.clicked.connect(self._forget)
        self.own_put.clicked.connect(self._put_own)
        self.own_title.returnPressed.connect(self._put_own)
        self.own_title.textChanged.connect(lambda text: self.own_put.setEnabled(bool(text.strip())))
        self.own_put.setEnabled(False)

    # ---- showing

    def show_place(self, words: str) -> None:
        """Say where it will be put."""
        self._where.setText(words)

    def refresh(self) -> None:
        """Read the exercises again: in another language, or with one's own that was kept just now."""
        self._say()
        self._offers = self._read()
        self._show()

    def _read(self) -> list[Offer]:
        t, language = self._context.texts.translator, self._context.texts.language
        found = [_own_offer(own, t("planner.own_group"), t("planner.own_purpose")) for own in self._own.all()]
        by_phase: dict[str, list[Offer]] = {phase: [] for phase in PHASES}
        for exercise_id in self._catalogue.ids:
            try:
                exercise = self._catalogue.exercise(exercise_id)
            except SprintError:
                continue  # a broken file is told where it is edited; the others can be used
            phase = exercise.head.phase
            title, purpose = exercise.title.get(language), exercise.purpose.get(language)
            offer = Offer(title, exercise.minutes.default, purpose, phase_name(phase, t), exercise_id)
            by_phase[phase].append(offer)
        for offers in by_phase.values():
            found += sorted(offers, key=lambda offer: offer.title.casefold())
        return found

    def _show(self) -> None:
        wanted, group = self.search.text(), ""
        self.list.clear()
        for offer in self._offers:
            if not offer.holds(wanted):
                continue
            if offer.group != group:
                group = offer.group
                heading = QListWidgetItem(group)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setSizeHint(QSize(0, _HEADING))
                self.list.addItem(heading)
            item = QListWidgetItem(offer.title)
            item.setData(_CHOICE, offer)
            item.setSizeHint(QSize(0, _ROW))
            minutes = self._context.texts("panel.minutes", count=offer.minutes)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.title}, {minutes}. {offer.purpose}")
            item.setToolTip(offer.purpose)
            self.list.addItem(item)
        if wanted:
            self.list.setCurrentRow(1 if self.list.count() > 1 else -1)
        self._on_current()

    def _on_current(self) -> None:
        offer = self.current
        self.put.setEnabled(offer is not None)
        self.forget.setVisible(offer is not None and bool(offer.own_id))

    def _say(self) -> None:
        texts = self._context.texts
        self.search.setPlaceholderText(texts("planner.search"))
        self.search.setAccessibleName(texts("planner.search"))
        self.list.setAccessibleName(texts("planner.exercises"))
        self.own_keep.setText(texts("planner.own_keep"))

    @property
    def current(self) -> Offer | None:
        """What is chosen in the list."""
        item = self.list.currentItem()
        offer = item.data(_CHOICE) if item is not None else None
        return offer if isinstance(offer, Offer) else None

    # ---- doing

    def _put_in(self) -> None:
        offer = self.current
        if offer is None:
            return
        if offer.exercise_id:
            self.exercise_chosen.emit(offer.exercise_id)
        else:
            self.own_chosen.emit(offer.title, offer.minutes)

    def _put_own(self) -> None:
        title, minutes = self.own_title.text().strip(), self.own_minutes.number or _OWN_MINUTES
        if not title:
            return
        self.own_chosen.emit(title, minutes)
        if self.own_keep.isChecked():
            # After the edit, which takes away what was said before it.
            self.keep_requested.emit(title, minutes)
        self.own_title.clear()
        self.own_keep.setChecked(False)

    def _forget(self) -> None:
        offer = self.current
        if offer is not None and offer.own_id:
            self._own.forget(offer.own_id)
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count() and self.list.item(row).data(_CHOICE) is None:
            row += step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)


def _own_offer(own: OwnExercise, group: str, purpose: str) -> Offer:
    return Offer(own.title, own.minutes, purpose, group, own_id=own.id)


class _OfferPainter(QStyledItemDelegate):
    """Paints a row: the name, the minutes at the right, the purpose on two quiet lines."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, offer = self._context.theme, index.data(_CHOICE)
        area: QRect = option.rect.adjusted(10, 0, -10, 0)
        painter.save()
        if not isinstance(offer, Offer):
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(theme.colour("accent"))
            painter.drawText(area.adjusted(0, 8, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        minutes = self._context.texts("planner.minutes_short", minutes=offer.minutes)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("muted"))
        wide = painter.fontMetrics().horizontalAdvance(minutes)
        line = QRect(area.left(), area.top() + 5, area.width(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, minutes)
        lines = QRect(area.left(), area.top() + 24, area.width(), 2 * painter.fontMetrics().lineSpacing() + 1)
        painter.setClipRect(lines)
        painter.drawText(lines, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), offer.purpose)
        painter.setClipping(False)
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.colour("ink"))
        room = area.width() - wide - 8
        title = painter.fontMetrics().elidedText(offer.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.adjusted(0, 0, -wide - 8, 0), Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()
