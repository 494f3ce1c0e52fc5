"""The outline: the journey as a tree, a second full editor of what the canvas shows, for hands that type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from sprint.diff import Diff
from sprint.edits.delete import delete
from sprint.edits.journey import set_feeling
from sprint.records import Card, Lane, Observation, Record, Sprint, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.journey import outline_edits as edits
from ui.journey.outline_menu import build_menu
from ui.journey.outline_model import OutlineModel
from ui.journey.outline_words import OutlineWords
from ui.widgets.fields import LineField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
_FEELINGS = {Qt.Key.Key_1 + number: number - 3 for number in range(7)}
_DONE, _NEXT, _CHILD, _BACK, _LEFT = "done", "next", "child", "back", "left"


class RowEditor(QStyledItemDelegate):
    """Writes in a row; notes with which key a person left, so that the outline knows what comes next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.how = _DONE

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        self.how = _DONE
        field = LineField(parent)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            how = _leaving(event)
            if how:
                self.how = how
                field = editor
                assert isinstance(field, QLineEdit)
                if how != _LEFT:
                    self.commitData.emit(field)
                self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)


class Outline(QTreeView):
    """Shows one journey as a tree; what is chosen here is told, what is chosen on the canvas is shown."""

    chosen = Signal(list)
    """The ids of the rows a person chose, the current one last."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._words = OutlineWords(context, bridge.document)
        self.rows = OutlineModel(bridge.document, self._words, self)
        self.rows.may_edit = not bridge.is_read_only
        self._new_id, self._mark, self._is_showing = "", None, False
        self._editing = self._before_new = ""
        self.lane = Lane.THOUGHT
        self.setObjectName("outline")
        self.setModel(self.rows)
        self._editor = RowEditor(self)
        self.setItemDelegate(self._editor)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(18)
        self.setTabKeyNavigation(False)
        self.rows.written.connect(self._on_written)
        self.rows.rowsInserted.connect(self._on_inserted)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        bridge.document_changed.connect(self.on_diff)
        context.texts.changed.connect(self._say)
        context.theme.changed.connect(self._draw)
        self._say()

    # ---- asked from outside

    def show_journey(self, journey_id: str) -> None:
        """Show another journey, with its phases open and its steps closed."""
        self._is_showing = True
        self.rows.show_journey(journey_id)
        self.expandToDepth(0)
        self._is_showing = False

    def show_selection(self, ids: list[str]) -> None:
        """Show what is chosen on the canvas."""
        self._is_showing = True
        found = [index for index in map(self.rows.index_of, ids) if index.isValid()]
        wanted = QItemSelection()
        for index in found:
            wanted.select(index, index)
        model = self.selectionModel()
        model.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if found and model.currentIndex() != found[-1]:
            model.setCurrentIndex(found[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(found[-1])
        self._is_showing = False

    @property
    def current(self) -> Record | None:
        """The record of the current row."""
        return self.rows.record_at(self.currentIndex())

    @property
    def chosen_ids(self) -> list[str]:
        """The chosen rows in reading order."""
        found = [self.rows.record_at(index) for index in self.selectionModel().selectedIndexes()]
        return [record.id for record in found if record is not None]

    @property
    def chosen_steps(self) -> list[str]:
        """The steps among them."""
        document = self._bridge.document
        return [record_id for record_id in self.chosen_ids if isinstance(document.get(record_id), Step)]

    # ---- edits, by key and by menu

    def add_step(self) -> None:
        """Add a step behind the current row and start typing."""
        document, ids = self._bridge.document, self._bridge.ids
        title = self._context.texts("journey.outline_first_phase")
        self._add(edits.step_after(document, ids, self.rows.journey_id, self.current, title))

    def add_card(self, lane: Lane | None = None) -> None:
        """Add a card under the current step and start typing."""
        self.lane = lane or self.lane
        record = self.current
        if lane is not None and isinstance(record, Card):
            record = self._bridge.document.get(record.step_id)
        self._add(edits.card_at(self._bridge.document, self._bridge.ids, record, self.lane))

    def add_phase(self) -> None:
        """Add a phase behind the current one and start typing."""
        document, ids = self._bridge.document, self._bridge.ids
        title = self._context.texts("journey.outline_new_phase")
        self._add(edits.phase_after(document, ids, self.rows.journey_id, self.current, title))

    def rename(self) -> None:
        """Write in the current row."""
        self._write_in(self.currentIndex())

    def remove(self) -> None:
        """Delete the chosen rows with what hangs on them."""
        ids = self.chosen_ids
        if not ids or not self.rows.may_edit:
            return
        below = self.indexBelow(self.currentIndex())
        after = self.rows.record_at(below)
        self._bridge.do(delete(self._bridge.document, ids))
        if after is not None:
            self._choose(after.id)

    def feel(self, value: int | None) -> None:
        """Set the feeling of the chosen steps, −3 … +3 or None for "not known"."""
        if self.chosen_steps:
            self._bridge.do(set_feeling(self._bridge.document, self.chosen_steps, value))

    def move_chosen(self, across: int, down: int) -> None:
        """Move the chosen steps or the current card one place."""
        document, chosen = self._bridge.document, self.chosen_steps
        if down:
            diff = edits.move_up_or_down(document, self.current, chosen, down)
        else:
            diff = edits.move_aside(document, self.current, chosen, across)
        if diff and self.rows.may_edit:
            self._bridge.do(diff)
            self.scrollTo(self.currentIndex())

    def on_diff(self, diff: Diff) -> None:
        """Follow the document; what is chosen stays chosen."""
        was, self._is_showing = self._is_showing, True
        self.rows.on_diff(diff)
        if any(isinstance(record, Sprint) for change in diff.changes.values() for record in change):
            self.rows.say_again()  # the step that the team aims at says so
        self._is_showing = was

    # ---- typing

    def _add(self, diff: Diff) -> None:
        if not diff or not self.rows.may_edit:
            return
        mark = self._bridge.workspace.history.mark()
        before = self.current.id if self.current is not None else ""
        if self._bridge.do(diff):
            self._before_new = before
            self._new_id, self._mark, self._label = edits.new_row(diff), mark, diff.label
            self._choose(self._new_id)
            self._write_in(self.rows.index_of(self._new_id))

    def _write_in(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.may_edit:
            record = self.rows.record_at(index)
            self._editing = record.id if record is not None else ""
            self.scrollTo(index)
            self.edit(index)

    def _on_written(self, record_id: str, text: str) -> None:
        record = self._bridge.document.get(record_id)
        if record is not None and not (self._is_new(record_id) and not text.strip()):
            self._bridge.do(edits.write(self._bridge.document, record_id, text.strip()))

    def _is_new(self, record_id: str) -> bool:
        return bool(record_id) and record_id == self._new_id

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Do what the key asked with which a person left the row."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        how, self._editor.how = self._editor.how, _DONE
        editing, self._editing = self._editing, ""
        is_new, self._new_id = self._is_new(editing), ""
        record = self._bridge.document.get(editing)
        is_empty = is_new and _is_blank(record)
        if is_new:
            self._settle(is_empty)
        if how == _LEFT or (how == _NEXT and (is_empty or not is_new)):
            return
        if how == _NEXT:
            self._next_of(record)
        elif how == _CHILD:
            self.add_card()
        elif how == _BACK:
            self.add_step()

    def _next_of(self, record: Record | None) -> None:
        if isinstance(record, Card):
            self.add_card(record.lane) if record.lane is not self.lane else self.add_card()
        else:
            self.add_step()

    def _settle(self, is_empty: bool) -> None:
        """A new row and the words in it are one edit; one without words never was."""
        history = self._bridge.workspace.history
        if self._mark is not None and is_empty:
            history.bail(self._mark)
            self._choose(self._before_new)
        elif self._mark is not None:
            history.squash(self._mark, self._label)
        self._mark = None
        self._bridge.history_changed.emit()

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_chosen(*_MOVES[key])
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key in _ENTER:
            self.add_phase()
        elif modifiers:
            return False
        elif key in _ENTER:
            self.add_card() if isinstance(self.current, Card | Observation) else self.add_step()
        elif key == Qt.Key.Key_Insert:
            self.add_card()
        elif key == Qt.Key.Key_F2:
            self.rename()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif key in _FEELINGS and self.chosen_steps:
            self.feel(_FEELINGS[key])
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.rows.may_edit:
            menu = build_menu(self, self._context.texts)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def _on_selected(self, *_change: object) -> None:
        if not self._is_showing:
            current = self.current
            ids = self.chosen_ids
            if current is not None and current.id in ids:
                ids = [*(record_id for record_id in ids if record_id != current.id), current.id]
            self.chosen.emit(ids)

    def _on_inserted(self, parent: QModelIndex, *_rows: object) -> None:
        if not parent.parent().isValid():
            self.expand(parent)  # a phase shows its new step; a step opens when a person adds a card to it

    def _choose(self, record_id: str) -> None:
        index = self.rows.index_of(record_id)
        self.setCurrentIndex(index)

    def _say(self) -> None:
        self.setAccessibleName(self._context.texts("journey.outline"))
        self.rows.say_again()

    def _draw(self) -> None:
        self._words.forget()
        self.rows.say_again()


def _leaving(event: QKeyEvent) -> str:
    """Say what a key means for a row that is written in; "" for keys that write."""
    if event.key() in _ENTER:
        return _NEXT
    if event.key() == Qt.Key.Key_Tab:
        return _CHILD
    if event.key() == Qt.Key.Key_Backtab:
        return _BACK
    return _LEFT if event.key() == Qt.Key.Key_Escape else ""


def _is_blank(record: Record | None) -> bool:
    if isinstance(record, Card):
        return not record.text.strip()
    return isinstance(record, Step) and not record.title.strip()
