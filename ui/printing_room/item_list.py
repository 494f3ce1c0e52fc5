"""The list of everything that can be printed: a box for each, with how many sheets it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.printing_room.items import PrintItem
from ui.widgets.check import CheckBox
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import TextLabel


class ItemList(ScrollColumn):
    """Boxes in two groups: what the day asks for, and the rest; the one in focus is previewed."""

    chosen = Signal()
    """A box was ticked or unticked."""
    looked_at = Signal(str)
    """The id of the item that keys or the mouse went to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self._context = context
        self._boxes: dict[str, CheckBox] = {}
        self._items: dict[str, PrintItem] = {}
        self._said: dict[str, str] = {}
        self._in_view = ""

    def show_items(self, items: Sequence[PrintItem], ticked: set[str], has_day: bool) -> None:
        """Show these, with boxes ticked; what is known of the sheets is forgotten."""
        while (row := self.column.takeAt(0)) is not None:
            if (widget := row.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._said = {}, {}
        self._items = {item.id: item for item in items}
        wanted = [item for item in items if item.is_wanted]
        others = [item for item in items if not item.is_wanted]
        asked = "print.room.for_day" if has_day else "print.room.for_sprint"
        for title, group in ((asked, wanted), ("print.room.more", others)):
            if not group:
                continue
            self.column.addSpacing(4)
            self.column.addWidget(TextLabel(self._context, title, role="bold"))
            for item in group:
                self._add(item, item.id in ticked)
        self.column.addStretch(1)

    def ticked(self) -> list[PrintItem]:
        """Give what is chosen, in the order of the list."""
        return [item for item in self._items.values() if self._boxes[item.id].isChecked()]

    def tick(self, ids: set[str]) -> None:
        """Choose these and nothing else."""
        for name, box in self._boxes.items():
            box.setChecked(name in ids)

    def bring_into_view(self, item_id: str) -> None:
        """Scroll to an item; when nobody sees the list yet, as soon as it is shown."""
        box = self._boxes.get(item_id)
        self._in_view = item_id
        if box is not None:
            self.settle()
            self.ensureWidgetVisible(box, 0, box.height())

    def say_of(self, item_id: str, said: str) -> None:
        """Say something behind the name of an item, such as its number of sheets."""
        if self._said.get(item_id) != said:
            self._said[item_id] = said
            self._say_one(item_id)

    def say(self) -> None:
        """Say all names in the language of the screen."""
        for name in self._boxes:
            self._say_one(name)

    def _say_one(self, item_id: str) -> None:
        words, said = self._items[item_id].words(self._context.texts), self._said.get(item_id, "")
        self._boxes[item_id].setText(f"{words}  ·  {said}" if said else words)

    def _add(self, item: PrintItem, is_ticked: bool) -> None:
        box = CheckBox(self._context)
        box.setObjectName(f"print_{item.id}")
        box.setText(item.words(self._context.texts))
        box.setChecked(is_ticked)
        box.toggled.connect(lambda _on: self.chosen.emit())
        box.clicked.connect(lambda: self.looked_at.emit(item.id))
        box.installEventFilter(self)
        self._boxes[item.id] = box
        self.column.addWidget(box)

    def showEvent(self, event: QShowEvent) -> None:
        """What is chosen when the window opens can be seen."""
        super().showEvent(event)
        self.bring_into_view(self._in_view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Preview what Tab comes to."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, CheckBox):
            self.looked_at.emit(watched.objectName().removeprefix("print_"))
        return super().eventFilter(watched, event)
