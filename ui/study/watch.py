"""Looks along while people type: personal data is told under the field, and one key makes it unreadable.

It watches every field of the open sprint. Fields of who everybody may know (the team, the letter, the key itself) lie
in a part with the property `PUBLIC`; the line of the note taker tells it itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from sprint import privacy
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.covering import forget_typed
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel

PUBLIC = "public_words"
"""The property of a part of the window in which nothing is watched."""
OWN_WARNING = "note_line"
_WIDE, _GAP = 460, 4
_TYPED_IN = (QLineEdit, QPlainTextEdit)


class PrivacyWatch(QFrame):
    """A strip under the field with the keyboard; there only when something was found."""

    def __init__(self, context: Context, bridge: SprintBridge, around: QWidget) -> None:
        super().__init__(around)
        self._context, self._bridge, self._around = context, bridge, around
        self.field: QLineEdit | QPlainTextEdit | None = None
        self.setProperty("ground", "warn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        self.told = PlainLabel(wrap=True)
        self.cover_button = Button(context, "study_ui.cover")
        self.cover_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self.told, 1)
        row.addWidget(self.cover_button)
        self.cover_button.clicked.connect(self.cover)
        self.hide()
        QApplication.instance().focusChanged.connect(self._on_focus)
        self._on_focus()

    def cover(self) -> None:
        """Put the kind of what was found in its place, and have it forgotten."""
        field = self.field
        if field is None:
            return
        text = _text_of(field)
        found = privacy.findings(text, self._bridge.private_names)
        clean = privacy.redact(text, found, self._context.texts.translator)
        if clean != text:
            _write(field, clean)
            forget_typed(self._context, self._bridge, clean, [one.text for one in found])
        self._look()

    # ---- which field

    def _on_focus(self, _old: QWidget | None = None, _new: QWidget | None = None) -> None:
        """Go along with the keyboard; when it hops on the way, Qt tells the last hop first, so ask where it is."""
        new = QApplication.focusWidget()
        if new is self.field:
            return
        self._let_go()
        if isinstance(new, _TYPED_IN) and self._is_watched(new):
            self.field = new
            new.textChanged.connect(self._look)
            new.destroyed.connect(self._on_gone)
            new.installEventFilter(self)
            self._look()

    def _is_watched(self, field: QLineEdit | QPlainTextEdit) -> bool:
        is_secret = isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal
        if is_secret or field.isReadOnly() or field.objectName() == OWN_WARNING:
            return False
        part: QWidget | None = field
        while part is not None and part is not self._around:
            if part.property(PUBLIC):
                return False
            part = part.parentWidget()
        return part is self._around

    def _let_go(self) -> None:
        field, self.field = self.field, None
        if field is not None:
            field.textChanged.disconnect(self._look)
            field.destroyed.disconnect(self._on_gone)
            field.removeEventFilter(self)
        self.hide()

    def _on_gone(self) -> None:
        self.field = None
        self.hide()

    # ---- looking

    def _look(self) -> None:
        field = self.field
        found = privacy.findings(_text_of(field), self._bridge.private_names) if field is not None else []
        if field is None or not found:
            self.hide()
            return
        t = self._context.texts
        kinds = ", ".join(dict.fromkeys(t(privacy.KIND_TEXTS[one.kind]) for one in found))
        self.told.setText(t("study_ui.personal_data", kinds=kinds))
        self._place(field)
        self.show()
        self.raise_()

    def _place(self, field: QWidget) -> None:
        around = self._around
        wide = min(_WIDE, around.width() - 2 * _GAP)
        high = self.layout().heightForWidth(wide)
        corner = field.mapTo(around, QPoint(0, field.height() + _GAP))
        if corner.y() + high > around.height():
            corner = field.mapTo(around, QPoint(0, -high - _GAP))
        left = max(_GAP, min(corner.x(), around.width() - wide - _GAP))
        self.setGeometry(left, max(_GAP, corner.y()), wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+R in the field while something is told."""
        if isinstance(event, QKeyEvent) and self.isVisible() and _is_cover_key(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.cover()
                return True
        if event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)


def _is_cover_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Write as a person does, so that the field tells of it."""
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(text)
        return
    cursor = QTextCursor(field.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    field.setTextCursor(cursor)
