"""The picture itself: one face at a time on the ground of the room, with a calm edge when time is nearly up."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.room.faces.base import Face
from ui.room.faces.registry import FACES
from ui.room.facts import ClockFacts, RoomFacts
from ui.room.look import RoomLook

F = TypeVar("F", bound=Face)

_EDGE = (0.0, 10.0, 22.0)
"""How wide the edge is before the last two minutes, in them, and when time is over."""
_FADE_MS = 900


class RoomEdge(QWidget):
    """An amber edge that grows slowly and stays; it never blinks, and is there at once when less motion is asked."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._urgency = 0
        self._width = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._grow)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def urgency(self) -> int:
        """What it shows: 0 nothing, 1 the last two minutes, 2 time is over."""
        return self._urgency

    def show_urgency(self, urgency: int) -> None:
        """Show how near the end is."""
        if urgency == self._urgency:
            return
        self._urgency = urgency
        self._fade.stop()
        if self._look.moves and self.isVisible():
            self._fade.setStartValue(self._width)
            self._fade.setEndValue(_EDGE[urgency])
            self._fade.start()
        else:
            self._grow(_EDGE[urgency])

    def _grow(self, width: float) -> None:
        self._width = width
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fade.stop()
        self._width = _EDGE[self._urgency]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._width <= 0:
            return
        width = self._width * self._look.unit
        painter = QPainter(self)
        pen = QPen(self._look.colour("room_now"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()


class RoomBadge(QWidget):
    """A word in amber in the middle of the lower edge, over whatever face is shown."""

    def __init__(self, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        """Say something, or nothing."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the lower edge."""
        font = self._font()
        wide, tall = QFontMetrics(font).horizontalAdvance(self._text) + font.pixelSize() * 2, font.pixelSize() * 2
        room = self.parentWidget().rect()
        self.setGeometry((room.width() - wide) // 2, room.height() - tall, wide, tall)
        self.raise_()

    def _font(self) -> QFont:
        return self._look.font(self._look.type_size("line"), bold=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("now"))
        painter.setPen(self._look.colour("on_now"))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class RoomStage(QWidget):
    """Holds the faces; stands in the room's own window or over the facilitator's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.look = RoomLook(context, self)
        self._faces: dict[str, Face] = {}
        self._name = ""
        self._facts = RoomFacts()
        self._edge = RoomEdge(self.look, self)
        self._badge = RoomBadge(self.look, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        context.theme.changed.connect(self.update)
        self.look.set_size(self.size())

    @property
    def name(self) -> str:
        """The name of the face that is shown, "" before the first."""
        return self._name

    @property
    def urgency(self) -> int:
        """How near the end is, as the edge shows it."""
        return self._edge.urgency

    @property
    def ticks(self) -> bool:
        """Whether a running clock can be seen now."""
        return self.isVisible() and bool(self._name) and self._faces[self._name].TICKS

    def face(self, name: str) -> Face:
        """Give a face, made when it is first asked for."""
        if name not in self._faces:
            made = self._faces[name] = FACES[name](self.look, self)
            made.setGeometry(self.rect())
            made.hide()
            self._raise()
        return self._faces[name]

    def typed_face(self, kind: type[F]) -> F:
        """Give a face by its class."""
        face = self.face(kind.NAME)
        if not isinstance(face, kind):
            raise TypeError(kind.NAME)
        return face

    def show_face(self, name: str) -> None:
        """Show another face."""
        face = self.face(name)
        if name != self._name:
            if self._name:
                self._faces[self._name].hide()
            self._name = name
            face.show_facts(self._facts)
            face.show()
            self._edge.setVisible(face.TICKS)
            self._raise()
        self.setAccessibleName(self._context.texts("room.screen"))

    def show_facts(self, facts: RoomFacts) -> None:
        """Show how things stand."""
        self._facts = facts
        if self._name:
            self._faces[self._name].show_facts(facts)
        self._edge.show_urgency(facts.clock.urgency)
        self._badge.say(facts.badge)

    def _raise(self) -> None:
        self._edge.raise_()
        self._badge.raise_()

    def tick(self, clock: ClockFacts) -> None:
        """Show the time of this moment."""
        if self._name:
            self._faces[self._name].tick(clock)
        self._edge.show_urgency(clock.urgency)

    def words(self) -> list[str]:
        """List every text that can be read on the face that is shown."""
        return self._faces[self._name].words() if self._name else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.set_size(self.size())
        self._edge.setGeometry(self.rect())
        for face in self._faces.values():
            face.setGeometry(self.rect())
        self._badge.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.colour("room_ground"))
        painter.end()
