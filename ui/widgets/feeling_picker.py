"""Choosing a feeling from −3 to +3: seven faces with their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import Context
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import feeling_role, paint_face, paint_focus

FEELINGS = (-3, -2, -1, 0, 1, 2, 3)
_FACE = 26
_NARROWEST = 32
_WIDEST = 44
_HEIGHT = 54

_WORDS = {
    -3: "panel.feeling.m3",
    -2: "panel.feeling.m2",
    -1: "panel.feeling.m1",
    0: "panel.feeling.none",
    1: "panel.feeling.p1",
    2: "panel.feeling.p2",
    3: "panel.feeling.p3",
}


class FeelingButton(PaintedButton):
    """One face; checked when it is the feeling of what is selected."""

    def __init__(self, context: Context, value: int, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.value = value
        self.setCheckable(True)
        self.setMinimumSize(_NARROWEST, _HEIGHT)
        self.setMaximumSize(_WIDEST, _HEIGHT)
        context.texts.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the number and the feeling in the language of the screen."""
        t = self.context.texts
        name = t("panel.feeling.name", number=t.translator.signed(self.value), word=t(_WORDS[self.value]))
        self.say(name, name)

    def sizeHint(self) -> QSize:
        """Wide enough for a finger's neighbour."""
        return QSize(36, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A finger finds it on the smallest panel too."""
        return QSize(_NARROWEST, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face, the number below it, and a ring when it is chosen."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF((self.width() - _FACE) / 2, 4, _FACE, _FACE)
        colour = theme.colour(feeling_role(self.value))
        paint_face(painter, disc, self.value, colour, theme.colour("on_feeling"))
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawEllipse(disc.adjusted(-3, -3, 3, 3))
        painter.setPen(theme.colour("ink" if self.isChecked() else "muted"))
        painter.setFont(theme.font("small", bold=self.isChecked()))
        below = QRectF(0, disc.bottom() + 3, self.width(), self.height() - disc.bottom() - 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.context.texts.translator.signed(self.value))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme.size("radius.card"), theme)


class FeelingPicker(QWidget):
    """Seven faces in a row; choosing the chosen one again means "we do not know"."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {value: FeelingButton(context, value, self) for value in FEELINGS}
        for value, button in self.buttons.items():
            row.addWidget(button, 1)
            button.clicked.connect(lambda checked, value=value: self.chosen.emit(value if checked else None))
        self.setFocusProxy(self.buttons[-3])
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    def show_values(self, values: Iterable[int | None]) -> None:
        """Mark the feeling these steps share; no mark when they differ or nobody knows."""
        shared = set(values)
        value = shared.pop() if len(shared) == 1 else None
        for number, button in self.buttons.items():
            button.setChecked(number == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the faces with the arrows; 1 to 7 choose, Delete forgets."""
        values = list(FEELINGS)
        focused = next((value for value, button in self.buttons.items() if button.hasFocus()), None)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if focused is not None and key in steps:
            place = max(0, min(len(values) - 1, values.index(focused) + steps[key]))
            self.buttons[values[place]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(None)
        elif event.text() in set("1234567") and event.text():
            self.chosen.emit(values[int(event.text()) - 1])
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self._context.texts("panel.feeling"))
