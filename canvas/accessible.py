"""The canvas for people who do not see it: a list of steps and cards with names, places and states.

Qt asks the factory for an interface of the widget; the wrappers of its children are kept here, because Qt holds only
pointers to them.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from canvas.camera import Camera
from canvas.paint_lines import signed
from canvas.scene import Scene
from canvas.selection import Selection
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Card, Phase, Step

_INSTALLED = "canvas_is_readable"


class Readable(Protocol):
    """The canvas as a screen reader sees it."""

    document: Document
    scene: Scene
    camera: Camera
    selection: Selection
    t: Translator

    @property
    def target(self) -> tuple[str, tuple[str, ...]]:
        """The step that the team aims at, and what is written at it."""


def reading_list(scene: Scene) -> list[str]:
    """Give everything on the board in reading order: each step, then the cards of its column."""
    return [box.id for column in scene.board.columns for box in (*column.steps, *column.cards)]


def name_of(canvas: Readable, record_id: str) -> str:
    """Say what a step or a card is, in one sentence."""
    record = canvas.document.get(record_id)
    t = canvas.t
    if isinstance(record, Step):
        phase = canvas.document.get(record.phase_id)
        parts = [
            t(
                "canvas.read_step",
                title=record.title or t("canvas.untitled"),
                phase=phase.title if isinstance(phase, Phase) else "",
            )
        ]
        box = canvas.scene.board.steps.get(record_id)
        if box is not None and box.note:
            parts.append(box.note)
        if record.feeling is None:
            parts.append(t("canvas.read_feeling_unknown"))
        else:
            parts.append(t("canvas.read_feeling", value=signed(record.feeling)))
        if record.truth_reason:
            parts.append(t("canvas.read_truth"))
        if record_id == canvas.document.sprint.target_step_id:
            parts.append(canvas.target[1][0])
        mark = canvas.scene.lens.marks.get(record_id)
        if mark is not None:
            parts.append(mark.text)
        if box is not None and box.felt is not None:
            n = len(box.felt.values)
            parts.append(t("canvas.read_felt", count=n, value=f"{box.felt.median:+g}".replace("-", "−")))
        parts.append(t("canvas.read_links", count=len(canvas.scene.links_of(record_id))))
        return ", ".join(parts)
    if isinstance(record, Card):
        step = canvas.document.get(record.step_id)
        box_of_card = canvas.scene.board.cards.get(record_id)
        label = box_of_card.label if box_of_card is not None else ""
        title = step.title if isinstance(step, Step) else ""
        return t("canvas.read_card", label=label, text=record.text, title=title)
    return ""


class BoxInterface(QAccessibleInterface):
    """One step or card."""

    def __init__(self, canvas: QWidget, record_id: str) -> None:
        super().__init__()
        self._canvas = canvas
        self.record_id = record_id

    def isValid(self) -> bool:
        """Whether it is still on the board."""
        return isValid(self._canvas) and self._canvas.scene.board.rect_of(self.record_id) is not None

    def object(self) -> QObject | None:
        """There is no object of its own."""
        return None

    def window(self) -> QWindow | None:
        """The window of the canvas."""
        return self._canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> QAccessibleInterface | None:
        """It has no children."""
        return None

    def childCount(self) -> int:
        """It has no children."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """It has no children."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has no children."""
        return -1

    def relations(self, match: object = None) -> list[object]:
        """Relations are said in the name."""
        return []

    def text(self, kind: QAccessible.Text) -> str:
        """The name says all."""
        return name_of(self._canvas, self.record_id) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Texts are changed by typing."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        rect = self._canvas.scene.board.rect_of(self.record_id)
        if rect is None:
            return QRect()
        box = self._canvas.camera.rect_to_view(rect).toAlignedRect()
        return QRect(self._canvas.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is chosen, current or out of view."""
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.multiSelectable = True
        selection = self._canvas.selection
        state.selected = self.record_id in selection
        state.focused = selection.current == self.record_id and self._canvas.hasFocus()
        view = QRect(self._canvas.mapToGlobal(QPoint(0, 0)), self._canvas.size())
        state.offscreen = not view.intersects(self.rect())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> None:
        """There are no further interfaces."""
        return


class CanvasInterface(QAccessibleWidget):
    """The list of everything on the board."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = canvas
        self._boxes: dict[str, BoxInterface] = {}
        self._listed: list[str] = []
        self._scene: Scene | None = None

    @property
    def _order(self) -> list[str]:
        # A board that is laid out again is another scene.
        if self._scene is not self._canvas.scene:
            self._scene = self._canvas.scene
            self._listed = reading_list(self._scene)
        return self._listed

    def index_of(self, record_id: str) -> int:
        """Give the place of a record in the list, −1 when it is not there."""
        return self._order.index(record_id) if record_id in self._order else -1

    def childCount(self) -> int:
        """Count steps and cards."""
        return len(self._order)

    def child(self, index: int) -> QAccessibleInterface | None:
        """Give one step or card."""
        if not 0 <= index < len(self._order):
            return None
        record_id = self._order[index]
        box = self._boxes.get(record_id)
        if box is None:
            box = self._boxes[record_id] = BoxInterface(self._canvas, record_id)
            QAccessible.registerAccessibleInterface(box)
        return box

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Give the step or card at a place on the screen."""
        place = QPoint(x, y)
        for index, record_id in enumerate(self._order):
            rect = self._canvas.scene.board.rect_of(record_id)
            if rect is None:
                continue
            box = self._canvas.camera.rect_to_view(rect).toAlignedRect()
            if box.contains(self._canvas.mapFromGlobal(place)):
                return self.child(index)
        return None

    def focusChild(self) -> QAccessibleInterface | None:
        """Give the current step or card."""
        return self.child(self.index_of(self._canvas.selection.current))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Give the place of a step or card in the list."""
        return self.index_of(child.record_id) if isinstance(child, BoxInterface) else -1


class Announcer:
    """Tells screen readers where the focus went; costs nothing while none is there."""

    def __init__(self, canvas: QWidget) -> None:
        self._canvas = canvas

    def take_over(self) -> None:
        """Speak for the canvas from now on; what Qt made for who listened earlier knows no steps, and goes."""
        if not QAccessible.isActive() or self._interface() is not None:
            return
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(self._canvas)))
        if self._canvas.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self._canvas, QAccessible.Event.Focus))
        self.on_selection()

    def on_selection(self) -> None:
        """Say what is current now."""
        interface = self._interface()
        if interface is None:
            return
        index = interface.index_of(self._canvas.selection.current)
        if index >= 0:
            event = QAccessibleEvent(self._canvas, QAccessible.Event.Focus)
            event.setChild(index)
            QAccessible.updateAccessibility(event)

    def _interface(self) -> CanvasInterface | None:
        if not QAccessible.isActive():
            return None
        found = QAccessible.queryAccessibleInterface(self._canvas)
        return found if isinstance(found, CanvasInterface) else None


class AccessibleFactory:
    """Makes the interface of a canvas when Qt asks for it, and keeps it to the end of the program.

    Qt deletes what is registered with it, when a canvas goes and when the program ends. Whatever Python lets go
    earlier is deleted twice, and the process dies at its exit; a few interfaces too many cost nothing.
    """

    def __init__(self, kind: type[QWidget]) -> None:
        self._kind = kind
        self._kept: list[CanvasInterface] = []

    def __call__(self, class_name: str, widget: QObject | None) -> QAccessibleInterface | None:
        """Give the interface of a canvas, None for everything else."""
        if not isinstance(widget, self._kind):
            return None
        made = CanvasInterface(widget)
        self._kept.append(made)
        return made

    def install(self) -> None:
        """Offer this factory to Qt; done once by the application, which keeps the factory."""
        QAccessible.installFactory(self)


def make_readable(kind: type[QWidget], application: QObject) -> None:
    """Let screen readers see canvases of this kind; asking twice does it once. Qt's binding keeps the factory."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        AccessibleFactory(kind).install()
