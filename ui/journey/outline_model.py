"""The journey as a tree for Qt: phases, their steps, the cards and remarks under each; fed by diffs only."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sprint.diff import Diff
from sprint.document import Document
from sprint.records import Record
from ui.journey.outline_node import Node, touched, wanted_children

Index = QModelIndex | QPersistentModelIndex
Say = Callable[[Record, int], Any]
_NOWHERE = QModelIndex()
_JOURNEY = ""


class OutlineModel(QAbstractItemModel):
    """Holds one row per record of a journey; `say` gives what Qt asks about a record (texts, icons, fonts)."""

    written = Signal(str, str)
    """A person wrote another text in a row: the id and the text."""

    def __init__(self, document: Document, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._say = say
        self._journey_id = ""
        self._numbers = count(1)
        self.may_edit = True
        self._root = Node(0, _JOURNEY, None)
        self._nodes: dict[str, Node] = {_JOURNEY: self._root}
        self._by_number: dict[int, Node] = {0: self._root}

    # ---- what is in it

    @property
    def journey_id(self) -> str:
        """The journey that is shown."""
        return self._journey_id

    def show_journey(self, journey_id: str) -> None:
        """Show another journey."""
        self.beginResetModel()
        self._journey_id = journey_id
        self._root.children = []
        self._nodes = {_JOURNEY: self._root}
        self._by_number = {0: self._root}
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            node.children = [self._made(child, node) for child in self._wanted(node)]
            waiting += node.children
        self.endResetModel()

    def on_diff(self, diff: Diff) -> None:
        """Follow a change of the document."""
        parents = touched(diff, self._journey_id, _JOURNEY)
        if not parents:
            return
        gone = [self._nodes[key] for key in diff.changes if key in self._nodes and self._document.get(key) is None]
        early = [node for node in gone if not self._holds_living(node)]
        for node in early:
            self._remove(node)
        for parent_id in parents:
            if parent_id in self._nodes:
                self._arrange(self._nodes[parent_id])
        for node in gone:
            self._remove(node)
        for key, (before, after) in diff.changes.items():
            if before is not None and after is not None and key in self._nodes:
                place = self.index_of(key)
                self.dataChanged.emit(place, place)

    def say_again(self) -> None:
        """Ask for every text again: the language or the theme is another."""
        for node in self._nodes.values():
            if node.children:
                first = self._index(node.children[0])
                self.dataChanged.emit(first, self._index(node.children[-1]))

    def index_of(self, record_id: str) -> QModelIndex:
        """Give the place of a record; an invalid one when it is not in this journey."""
        node = self._nodes.get(record_id)
        return self._index(node) if node is not None and node.parent is not None else QModelIndex()

    def record_at(self, index: Index) -> Record | None:
        """Give the record of a row."""
        return self._document.get(self._node(index).record_id) if index.isValid() else None

    # ---- Qt's questions

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Give the place of a row under another."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: Index = _NOWHERE) -> Any:
        """Give the row above in the tree."""
        if not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        return self._index(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a row can be written in."""
        flags = super().flags(index)
        if index.isValid() and self.may_edit:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what Qt asks about a row."""
        record = self.record_at(index)
        return None if record is None else self._say(record, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self.may_edit:
            return False
        self.written.emit(self._node(index).record_id, str(value))
        return True

    # ---- inside

    def _wanted(self, node: Node) -> list[str]:
        return wanted_children(self._document, self._journey_id, node)

    def _made(self, record_id: str, parent: Node) -> Node:
        node = Node(next(self._numbers), record_id, parent)
        self._nodes[record_id] = node
        self._by_number[node.number] = node
        return node

    def _node(self, index: Index) -> Node:
        return self._by_number.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(node.row, 0, node.number)

    def _holds_living(self, node: Node) -> bool:
        return any(self._document.get(one.record_id) is not None for one in node.family())

    def _remove(self, node: Node) -> None:
        parent = node.parent
        if parent is None or self._nodes.get(node.record_id) is not node:
            return
        row = node.row
        self.beginRemoveRows(self._index(parent), row, row)
        del parent.children[row]
        for one in node.family():
            self._nodes.pop(one.record_id, None)
            self._by_number.pop(one.number, None)
        self.endRemoveRows()

    def _arrange(self, parent: Node) -> None:
        """Bring the rows under one row to what the document says, with as few moves as are easily found."""
        wanted = self._wanted(parent)
        places = {record_id: place for place, record_id in enumerate(wanted)}
        for place, record_id in enumerate(wanted):
            node = self._nodes.get(record_id)
            if node is None:
                self.beginInsertRows(self._index(parent), place, place)
                parent.children.insert(place, self._made(record_id, parent))
                self.endInsertRows()
                continue
            children = parent.children
            if place < len(children) and children[place] is node:
                continue
            if place + 1 < len(children) and children[place + 1] is node and children[place].record_id in places:
                # One row went further down; moving it is one step, moving all the others up would be many.
                self._move(children[place], parent, min(places[children[place].record_id] + 1, len(children)))
            if not (place < len(children) and children[place] is node):
                self._move(node, parent, place)

    def _move(self, node: Node, parent: Node, row: int) -> None:
        """Move a row before the row that stands at `row` now."""
        above, old = node.parent, node.row
        if above is None or (above is parent and row in (old, old + 1)):
            return
        self.beginMoveRows(self._index(above), old, old, self._index(parent), row)
        above.children.pop(old)
        parent.children.insert(row - 1 if above is parent and row > old else row, node)
        node.parent = parent
        self.endMoveRows()
