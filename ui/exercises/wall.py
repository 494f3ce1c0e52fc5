"""A wall of cards: walk with the arrows, write in place, choose more, carry them elsewhere by hand or by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.context import Context
from ui.exercises.cards import PAD, CardFace, CardWidget, tone_role
from ui.exercises.wall_drag import WallDrag
from ui.exercises.wall_ground import paint_groups
from ui.exercises.wall_head import WallHead
from ui.exercises.wall_layout import GAP, LOOSE, NEW_HEAP, Mode, WallGroup, WallPlaces, arrange
from ui.exercises.wall_moves import nearest, neighbour
from ui.widgets.fields import TextField
from ui.widgets.picture_desk import PictureDesk

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardWall(QWidget):
    """Shows groups of cards and tells what hands do with them; whoever owns it changes the document."""

    written = Signal(str, str)
    """A card or a heading (by id) has these words now."""
    left = Signal(str)
    """The field of a card or a heading was left."""
    ended = Signal(str)
    """Writing in a card or a heading was ended with Enter or Esc; the keyboard is on it again."""
    carried = Signal(list, str, str)
    """Cards were carried to a group, before a card ("" for the end)."""
    stepped = Signal(str, int, int)
    """A card or a heading should go one place across or down."""
    thrown = Signal(list)
    """Cards (or one heading) should go."""
    joined = Signal(str, str)
    """A heap was put on another heap."""
    key_pressed = Signal(str, str)
    """A letter or a figure was pressed on a card or a heading: its id and the key."""
    asked = Signal(str)
    """Enter or a double click on a card of a wall that cannot be written on."""
    came = Signal()
    """The keyboard came to a card."""
    went_up = Signal()
    """The arrow up was pressed in the highest row."""
    looked = Signal(str)
    """The photo of a card was pressed: it wants to be seen large."""

    def __init__(self, context: Context, mode: Mode = "flow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.mode = context, mode
        self.groups: list[WallGroup] = []
        self.cards: dict[str, CardWidget] = {}
        self.heads: dict[str, WallHead] = {}
        self.places = WallPlaces()
        self._current = ""
        self._editing = ""
        self._drag = WallDrag(self)
        self.is_open = True
        self._pictures: PictureDesk | None = None
        self.editor = TextField(self)
        self.editor.hide()
        self.editor.typed.connect(self._on_typed)
        self.editor.entered.connect(self._end_writing)
        self.editor.left.connect(self._on_left)
        self.editor.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take_pictures_from(self, pictures: PictureDesk) -> None:
        """Show the photos of cards; without a desk for them a wall shows words only."""
        self._pictures = pictures
        pictures.loaded.connect(self._on_loaded)

    def _on_loaded(self, picture_id: str) -> None:
        for card in self.cards.values():
            if card.face.picture_id == picture_id:
                card.update()

    # ---- what it shows

    @property
    def current(self) -> str:
        """The id of the card or heading that has the keyboard, or had it last."""
        return self._current

    @property
    def chosen(self) -> list[str]:
        """The cards chosen together, in their order; the current one when none is."""
        found = [card_id for card_id, card in self.cards.items() if card.is_chosen]
        return found or ([self._current] if self._current in self.cards else [])

    @property
    def is_writing(self) -> bool:
        """Whether somebody writes in a card."""
        return bool(self._editing)

    def show_groups(self, groups: list[WallGroup]) -> None:
        """Show these groups; cards that stay keep their widget, and with it the keyboard."""
        self.setAccessibleName(self._context.texts("work.wall"))
        self.groups = groups
        faces = {card.id: card for group in groups for card in group.cards}
        has_heads = self.mode == "heaps" or len(groups) > 1
        heads = {group.id: group for group in groups} if has_heads else {}
        order = list(self.cards)
        lost = self._current if self._current not in faces and self._current not in heads else ""
        had_focus = lost and (self.widget(lost) is QApplication.focusWidget() or self._editing == lost)
        if self._editing and self._editing not in faces and self._editing not in heads:
            self._hide_editor()
        for gone in [card_id for card_id in self.cards if card_id not in faces]:
            _drop(self.cards.pop(gone))
        for gone in [group_id for group_id in self.heads if group_id not in heads]:
            _drop(self.heads.pop(gone))
        self.cards = {card_id: self._card(face) for card_id, face in faces.items()}
        self.heads = {group_id: self._head(group) for group_id, group in heads.items()}
        self.lay_out()
        if lost:
            self._current = neighbour(order, lost, self.cards)
            if had_focus:
                self.go_to(self._current)

    def go_to(self, record_id: str) -> None:
        """Take the keyboard to a card or a heading; to the wall itself when it is not there."""
        widget = self.widget(record_id)
        if widget is None:
            self.setFocus()
            return
        self._current = record_id
        widget.setFocus()
        self.bring_into_view(widget.geometry())

    def write_in(self, record_id: str) -> None:
        """Begin to write in a card or a heading."""
        widget = self.widget(record_id)
        if widget is None:
            return
        if not self.is_open:
            self.asked.emit(record_id)
            return
        self._current = self._editing = record_id
        is_card = isinstance(widget, CardWidget)
        self.editor.show_text(widget.face.text if isinstance(widget, CardWidget) else self._title_of(record_id))
        theme = self._context.theme
        ink = theme.hex("on_card" if is_card else "ink")
        size = theme.size("lead")
        ground = theme.hex(tone_role(widget.face.tone) if isinstance(widget, CardWidget) else "surface")
        self.editor.setStyleSheet(
            f"QPlainTextEdit {{ color: {ink}; font-size: {size}px; background: {ground}; border: none;"
            f" border-bottom: 2px solid {ink}; border-radius: 0; padding: 0; min-height: 0; }}"
        )
        self.editor.setAccessibleName(widget.accessibleName())
        self._place_editor()
        self.editor.show()
        self.editor.raise_()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.editor.setFocus()

    def clear_choice(self) -> None:
        """Choose nothing."""
        for card in self.cards.values():
            card.choose(False)

    # ---- building

    def _card(self, face: CardFace) -> CardWidget:
        card = self.cards.get(face.id)
        if card is not None:
            if card.face != face:
                card.show_face(face)
            return card
        made = CardWidget(self._context, face, self, self._pictures.pixmap if self._pictures is not None else None)
        made.installEventFilter(self)
        # Tab goes on behind the wall, and not behind whatever was made last in the window.
        QWidget.setTabOrder(self, made)
        made.show()
        return made

    def _head(self, group: WallGroup) -> WallHead:
        head = self.heads.get(group.id)
        if head is not None:
            head.show_group(group)
            return head
        made = WallHead(self._context, group, self, is_heap=self.mode == "heaps" and group.id not in (LOOSE, NEW_HEAP))
        made.installEventFilter(self)
        # Tab goes on behind the wall, and not behind whatever was made last in the window.
        QWidget.setTabOrder(self, made)
        made.show()
        return made

    def widget(self, record_id: str) -> CardWidget | WallHead | None:
        """Give the card or heading of this id; the heading of loose cards is none that can be written in."""
        if record_id in (LOOSE, NEW_HEAP):
            return None
        return self.cards.get(record_id) or self.heads.get(record_id)

    def _title_of(self, group_id: str) -> str:
        return next((group.title for group in self.groups if group.id == group_id), "")

    def lay_out(self) -> None:
        """Give everything its place."""
        self.places = arrange(
            self.groups,
            self.mode,
            max(self.width(), 120),
            lambda card_id, width: self.cards[card_id].height_for(width),
            lambda group_id, width: self.heads[group_id].height_for(width),
        )
        for card_id, rect in self.places.cards.items():
            if card_id not in self._drag.carried:
                self.cards[card_id].setGeometry(rect)
        for group_id, rect in self.places.heads.items():
            self.heads[group_id].setGeometry(rect)
        self.setMinimumHeight(self.places.height)
        if self._editing:
            self._place_editor()
        self.update()

    def _place_editor(self) -> None:
        widget = self.widget(self._editing)
        if widget is None:
            return
        box = widget.geometry()
        if isinstance(widget, CardWidget):
            top = widget.text_top()
            rect = QRect(box.x() + PAD - 1, box.y() + top, box.width() - 2 * PAD + 2, box.height() - top - 6)
        else:
            rect = box.adjusted(34 if self.heads[self._editing].group.sign else 2, 2, -2, -2)
        self.editor.setGeometry(rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def sizeHint(self) -> QSize:
        return QSize(600, self.places.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of every group, and where what is dragged will lie."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [group for group in self.groups if group.id in self.heads]
        paint_groups(painter, self._context.theme, shown, self.places, self._drag.target)
        painter.end()

    def bring_into_view(self, rect: QRect) -> None:
        """Scroll so that a part of the wall can be seen."""
        area = self.parentWidget().parentWidget() if self.parentWidget() is not None else None
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            middle = self.mapTo(area.widget(), rect.center())
            area.ensureVisible(middle.x(), middle.y(), 0, min(rect.height() // 2 + GAP, area.height() // 2))

    # ---- writing

    def _on_typed(self, text: str) -> None:
        if self._editing:
            self.written.emit(self._editing, text)

    def _end_writing(self) -> None:
        record_id = self._editing
        self._hide_editor()
        self.left.emit(record_id)
        if self.widget(record_id) is not None:
            self.go_to(record_id)
        self.ended.emit(record_id)

    def _on_left(self) -> None:
        if self._editing and QApplication.focusWidget() is not self.editor:
            record_id = self._editing
            self._hide_editor()
            self.left.emit(record_id)

    def _hide_editor(self) -> None:
        self._editing = ""
        self.editor.hide()

    # ---- hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.editor:
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self._end_writing()
                return True
            return False
        if isinstance(watched, CardWidget | WallHead):
            if kind == QEvent.Type.FocusIn:
                self._current = self._id_of(watched)
                self.came.emit()
            elif isinstance(event, QMouseEvent):
                return self._on_mouse(watched, event)
            elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _id_of(self, widget: CardWidget | WallHead) -> str:
        return widget.face.id if isinstance(widget, CardWidget) else widget.group.id

    def _on_mouse(self, widget: CardWidget | WallHead, event: QMouseEvent) -> bool:
        kind, record_id = event.type(), self._id_of(widget)
        if kind == QEvent.Type.MouseButtonDblClick:
            self._drag.cancel()
            self.write_in(record_id)
            return True
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and isinstance(widget, CardWidget):
                widget.choose(not widget.is_chosen)
            elif isinstance(widget, CardWidget) and not widget.is_chosen:
                self.clear_choice()
            self.go_to(record_id)
            self._drag.press(record_id, event.position().toPoint(), widget.pos())
            return True
        if kind == QEvent.Type.MouseMove and self._drag.is_pressed:
            self._drag.move(widget, widget.mapToParent(event.position().toPoint()))
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._drag.is_pressed:
            was_carried = bool(self._drag.carried)
            self._drag.drop()
            if isinstance(widget, CardWidget) and not was_carried and widget.picture_place().contains(event.position()):
                self.looked.emit(record_id)
            return True
        return False

    # ---- keys

    def _on_key(self, widget: CardWidget | WallHead, event: QKeyEvent) -> bool:
        key, record_id = Qt.Key(event.key()), self._id_of(widget)
        if key in _ARROWS:
            self._walk(record_id, *_ARROWS[key], event.modifiers())
            return True
        if key in _ENTER or key == Qt.Key.Key_F2:
            self.write_in(record_id)
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.is_open:
                self.thrown.emit(self.chosen if isinstance(widget, CardWidget) else [record_id])
            return True
        if key == Qt.Key.Key_Space and isinstance(widget, CardWidget):
            widget.choose(not widget.is_chosen)
            return True
        if key == Qt.Key.Key_Escape and any(card.is_chosen for card in self.cards.values()):
            self.clear_choice()
            return True
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text().strip() and self.is_open:
            self.key_pressed.emit(record_id, event.text().casefold())
            return True
        return False

    def _walk(self, record_id: str, across: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.AltModifier:
            if self.is_open:
                self.stepped.emit(record_id, across, down)
            return
        places = {
            **self.places.cards,
            **{head: rect for head, rect in self.places.heads.items() if self._is_stop(head)},
        }
        found = nearest(places, record_id, across, down)
        if not found:
            if down < 0:
                self.went_up.emit()
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            for one in (record_id, found):
                if one in self.cards:
                    self.cards[one].choose(True)
        self.go_to(found)

    def _is_stop(self, group_id: str) -> bool:
        return bool(self.heads[group_id].focusPolicy() & Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the card that had it last, or the first."""
        super().focusInEvent(event)
        if self.cards and self.isVisible() and event.reason() != Qt.FocusReason.BacktabFocusReason:
            self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard to the card that had it last, or the first."""
        self.go_to(self._current if self.widget(self._current) is not None else next(iter(self.cards), ""))


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
