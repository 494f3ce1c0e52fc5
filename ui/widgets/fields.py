"""Fields to write in: they tell what a person typed, never what the program showed, and leave undo to the window."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from ui.context import Context
from ui.widgets.undo_key import is_undo_key

LONGEST_TEXT = 20_000

_CHEVRON = 16
_NARROW = 80
_AIR = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineField(QLineEdit):
    """One line; `typed` comes while a person writes, `left` when the field is done."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, bare: bool = False) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_TEXT)
        if bare:
            self.setProperty("kind", "bare")
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show what the document holds, without moving the cursor when it is the same."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is done."""
        super().focusOutEvent(event)
        self.left.emit()


class TextField(QPlainTextEdit):
    """Text that grows with its words; Enter is done (`entered`), Shift+Enter is a new line, Tab goes on."""

    typed = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, style: str = "") -> None:
        super().__init__(parent)
        self._is_showing = False
        self.setProperty("kind", "bare")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(0)
        if style:
            self.setStyleSheet(style)
        self.textChanged.connect(self._on_text)

    def show_text(self, text: str) -> None:
        """Show what the document holds, without moving the cursor when it is the same."""
        if text == self.toPlainText():
            return
        self._is_showing = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._is_showing = False

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        """Take pasted words as words, and not more of them than a record may hold."""
        text = source.text() if hasattr(source, "text") else ""
        room = LONGEST_TEXT - len(self.toPlainText())
        self.textCursor().insertText(text[: max(0, room)])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is done."""
        super().focusOutEvent(event)
        self.left.emit()

    def hasHeightForWidth(self) -> bool:
        """The layout must know the height before it gives a width, or rows would jump when a step is chosen."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all lines at this width."""
        self.ensurePolished()
        margins = self.contentsMargins()
        room = max(1, width - margins.left() - margins.right())
        words = sum(self._height(paragraph, room) for paragraph in self.toPlainText().split("\n"))
        return ceil(words) + margins.top() + margins.bottom() + _AIR

    def sizeHint(self) -> QSize:
        """As high as the words ask at the width it has."""
        return QSize(_NARROW, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One line always fits."""
        self.ensurePolished()
        margins = self.contentsMargins()
        return QSize(_NARROW, ceil(self._height("", _NARROW)) + margins.top() + margins.bottom() + _AIR)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: nothing here ever needs to."""
        event.ignore()

    def _on_text(self) -> None:
        self.updateGeometry()
        if not self._is_showing:
            self.typed.emit(self.toPlainText())

    def _height(self, paragraph: str, room: int) -> float:
        """Measure a paragraph broken as the field itself breaks it; a font's line spacing is not what a line takes."""
        layout = QTextLayout(paragraph or " ", self.font())
        option = QTextOption()
        option.setWrapMode(self.wordWrapMode())
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            height += line.height()
        layout.endLayout()
        return height


class ChoiceField(QComboBox):
    """One of a few values; the wheel scrolls the panel and never the choice."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        context.theme.changed.connect(self.update)

    def show_choices(self, choices: list[tuple[object, str]]) -> None:
        """Offer these values under these words; what was chosen stays chosen."""
        if choices == [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
            return
        value = self.currentData()
        self.clear()
        for choice, words in choices:
            self.addItem(words, choice)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show which value it is."""
        place = next((place for place in range(self.count()) if self.itemData(place) == value), 0)
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def showPopup(self) -> None:
        """Open the list without the frame that the system draws around ours."""
        container = self.view().parentWidget()
        if isinstance(container, QFrame):
            container.setFrameShape(QFrame.Shape.NoFrame)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say the whole choice in a tip when there is no room for it in the field."""
        if event.type() == QEvent.Type.ToolTip and self._shown() != self.currentText():
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.currentText(), self)
            return True
        return super().event(event)

    def _shown(self) -> str:
        """Give the words of the choice, ending in … where there is no room for all of them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field with our own arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shown()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        self._paint_chevron()

    def _paint_chevron(self) -> None:
        painter = QPainter(self)
        pixmap = self._context.icons.pixmap("chevron_down", "muted", _CHEVRON)
        painter.drawPixmap(self.width() - _CHEVRON - 8, (self.height() - _CHEVRON) // 2, pixmap)
        painter.end()


class NumberField(LineField):
    """A whole number from 0 to `most`; empty is 0, the arrows count."""

    counted = Signal(int)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setValidator(QIntValidator(0, most, self))
        self.typed.connect(lambda text: self.counted.emit(self.number))

    @property
    def number(self) -> int:
        """What is written."""
        text = self.text().strip()
        return min(int(text), self._most) if text.isdecimal() else 0

    def show_number(self, value: int) -> None:
        """Show what the document holds; nothing for 0."""
        if value != self.number:
            self.show_text(str(value) if value else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = max(0, min(self._most, self.number + step))
        self.setText(str(number) if number else "")
        self.counted.emit(number)
