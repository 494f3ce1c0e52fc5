"""A remark of a citizen as a line to change in place: how it felt, its words, and a way to throw it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.edits.citizens import change_remark
from sprint.edits.delete import delete
from sprint.records import Observation, Record
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.columns import RecordRow, inset
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus, paint_sign
from ui.widgets.trash import TrashButton

INSET = 9
_DISC = 22
_TARGET = 32
_VALENCE_WORDS = {1: "panel.remarks.good", 0: "panel.remarks.neutral", -1: "panel.remarks.bad"}
_VALENCE_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 0, Qt.Key.Key_3: -1}
_NEXT_VALENCE = {1: 0, 0: -1, -1: 1}


class ValenceButton(PaintedButton):
    """A disc with +, 0 or −."""

    def __init__(self, context: Context, valence: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._valence = valence
        self.setFixedSize(_TARGET, _TARGET)
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def valence(self) -> int:
        """What it shows: −1, 0 or +1."""
        return self._valence

    def show_valence(self, valence: int) -> None:
        """Show another sign."""
        self._valence = valence
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """A target for a finger."""
        return QSize(_TARGET, _TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, with a ring when it is chosen."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (_TARGET - _DISC) / 2
        disc = QRectF(edge, edge, _DISC, _DISC)
        paint_sign(painter, disc, self._valence, theme)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawEllipse(disc.adjusted(-3, -3, 3, 3))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
        painter.end()

    def _retranslate(self) -> None:
        words = self.context.texts(_VALENCE_WORDS[self._valence])
        self.say(words, words)


class RemarkField(TextField):
    """The field of a remark; Ctrl+1, 2 and 3 say how it felt without leaving it."""

    valence_chosen = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep the three keys from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._valence_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose how it felt."""
        valence = self._valence_of(event)
        if valence is None:
            super().keyPressEvent(event)
        else:
            self.valence_chosen.emit(valence)

    @staticmethod
    def _valence_of(event: QEvent) -> int | None:
        if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return None
        return _VALENCE_KEYS.get(Qt.Key(event.key()))


class RemarkLine(RecordRow):
    """The sign, the words, one small line below them and the bin; what the small line tells is for the list to say."""

    def __init__(self, context: Context, bridge: SprintBridge, remark: Observation, *, air: int) -> None:
        super().__init__()
        self._context, self._bridge, self._remark = context, bridge, remark
        self.sign = ValenceButton(context, remark.valence, self)
        self.field = RemarkField(self)
        self._told = PlainLabel(role="small", wrap=True)
        self.trash = TrashButton(context, "panel.remarks.delete", parent=self)
        self._lay_out(air)
        for part in (self.sign, self.trash):
            part.setEnabled(not bridge.is_read_only)
        self.field.setReadOnly(bridge.is_read_only)
        self.sign.clicked.connect(lambda: self._change(valence=_NEXT_VALENCE[self._remark.valence]))
        self.field.valence_chosen.connect(lambda valence: self._change(valence=valence))
        self.field.typed.connect(lambda text: self._change(f"remark.{self._remark.id}", text=text))
        self.field.left.connect(bridge.break_merge)
        self.field.entered.connect(self.field.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._remark.id])))

    def _lay_out(self, air: int) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, air, 0, air)
        self._row.setSpacing(0)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.field)
        self._words.addLayout(inset(self._told, INSET))
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)

    def show_record(self, record: Record) -> None:
        """Show this state of the remark."""
        if isinstance(record, Observation):
            self._remark = record
            self.sign.show_valence(record.valence)
            self.field.show_text(record.text)
            told, name = self.words_about(record)
            self._told.setText(told)
            self.field.setAccessibleName(name)

    def words_about(self, remark: Observation) -> tuple[str, str]:
        """What the small line tells of a remark, and what a screen reader calls the field of its words."""
        raise NotImplementedError

    def _change(self, merge: str = "", **fields: object) -> None:
        if not self._bridge.do(change_remark(self._bridge.document, self._remark.id, **fields), merge=merge):
            self.show_record(self._remark)
