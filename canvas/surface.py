"""The surface below the canvas: lays a journey out, keeps its tiles and paints what is seen.

It is one widget with tiles and not a QGraphicsView, because the whole board of 10,000 cards then costs 5 ms a frame
instead of 67 (pictures for each item) or 549 (items painted each time); see `canvas.tiles`. What that asks in return is
our own hit test (`canvas.hits`, columns make it cheap) and our own accessible tree (`canvas.accessible`), which
QGraphicsView does not have either. The widget holds records and owns none: `on_diff` is its only way to learn of
changes, and it lays the board out at most once for each turn of the event loop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from assets.fonts import FAMILY
from canvas.camera import Camera
from canvas.changes import spoiled
from canvas.headers import Headers
from canvas.icons import IconStore
from canvas.lens import GHOST
from canvas.overlay import Overlay
from canvas.painter import BoardPainter
from canvas.reading import Reading
from canvas.scene import Scene
from canvas.selection import Selection
from canvas.style import CanvasStyle
from canvas.text import BoardText
from canvas.tiles import TileCache, View, level_near
from canvas.tools.base import Gesture
from sprint.diff import Diff
from sprint.document import Document
from sprint.i18n import Translator
from sprint.layout import BoardWords, Layouter, Rect
from sprint.records import Card, Journey, Link, Observation, Persona, Phase, Sprint, Step

_BUDGET_MS = 8.0
_BUDGET_AFTER_CHANGE_MS = 12.0
_BUDGET_OPENING_MS = 40.0
"""A journey that opens is whole in its first frame, on a busy machine too: 2 to 6 tiles of 4 ms."""
_ZOOM_RESTS_MS = 120
_LENS_RESTS_MS = 300
_TITLES_AT_MOST = 3
_DRAWN = frozenset(kind.TABLE for kind in (Journey, Phase, Step, Link, Card, Observation))
_LAY_OUT = QEvent.Type(QEvent.registerEventType())


class Surface(QWidget):
    """Shows one journey of a document; what can be done with it comes on top, in `canvas.view`."""

    selection_changed = Signal(list)
    """The ids that are chosen now, the current one last."""

    def __init__(self, document: Document, t: Translator, style: CanvasStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.t = t
        self.style_of_canvas = style
        self.journey_id = ""
        self.camera = Camera()
        self.selection = Selection(self._on_selection)
        self.gesture: Gesture | None = None
        self.reading = Reading(self._on_reading)
        self._lens_rest = QTimer(self, singleShot=True, interval=_LENS_RESTS_MS)
        self._lens_rest.timeout.connect(self.refresh_lens)
        self._icons = IconStore()
        self._text = BoardText(FAMILY)
        self._is_dirty = self._is_fitting = False
        self._cover = QMarginsF()
        self._inset = 0.0
        self._least_type = 0.0
        self._seen: dict[str, Camera] = {}
        self._patience = _BUDGET_MS
        self.diff_count = 0
        self._dress()
        self.scene = Scene(document, self._layouter.lay_out(document, ""))
        self._zoom_rest = QTimer(self, singleShot=True, interval=_ZOOM_RESTS_MS)
        self._zoom_rest.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.destroyed.connect(document.subscribe(self.on_diff))

    # ---- what it shows

    def show_journey(self, journey_id: str) -> None:
        """Show another journey of the document; one that was seen before as it was left."""
        self._before_journey()
        if self.journey_id and not self._is_fitting:
            self._seen[self.journey_id] = replace(self.camera)
        self.journey_id = journey_id
        self.reading.reset()
        self.selection.choose([])
        self._is_dirty = self._is_fitting = True
        self.update()

    def set_style(self, style: CanvasStyle) -> None:
        """Use other colours."""
        self.style_of_canvas = style
        self._dress()
        self._lay_out_anew()

    def set_translator(self, t: Translator) -> None:
        """Speak another language."""
        self.t = t
        self._dress()
        self._lay_out_anew()

    def on_diff(self, diff: Diff) -> None:
        """Learn of a change; the board follows before the next turn of the event loop ends."""
        self.diff_count += 1
        records = [record for change in diff.changes.values() for record in change if record is not None]
        if any(isinstance(record, Sprint | Persona) for record in records):
            self.update()  # perhaps the target is another one
        if not any(record.TABLE in _DRAWN for record in records):
            return
        self._layouter.on_diff(diff)
        if not self._is_dirty:
            self._is_dirty = True
            QCoreApplication.postEvent(self, QEvent(_LAY_OUT))

    # ---- how it is looked at

    def _on_reading(self) -> None:
        self._lay_out_anew()
        self.refresh_lens()

    def refresh_lens(self) -> None:
        """Work out now which steps stand back and which carry a mark; else that waits until edits rest a moment."""
        self._lens_rest.stop()
        self.settle()
        self._lens_rest.stop()
        old, lens = self.scene.lens, self.reading.lens(self.document, self.journey_id, self.t)
        if lens == old:
            return
        self.scene.lens = lens
        for step_id in old.differs_at(lens):
            self._tiles.spoil(self.scene.area_of(step_id))
        self.update()

    def _dress(self) -> None:
        self._words = BoardWords(self.t)
        self._layouter = Layouter(self._text, self._words, has_pictures=True)
        self.painter = BoardPainter(
            self.style_of_canvas, self._text, self._icons, self.t("canvas.untitled"), self.picture_of
        )
        self.painter.set_least_type(self._least_type)
        self._tiles = TileCache(self._render, self.style_of_canvas.paper)
        self._headers = Headers(self.style_of_canvas, self._text, self._words, self.t)
        self._overlay = Overlay(self.style_of_canvas, FAMILY)
        self.setAccessibleName(self.t("canvas.name"))

    def _lay_out_anew(self) -> None:
        self._is_dirty = True
        self.settle()
        self.update()

    def settle(self) -> None:
        """Lay the board out now if something has changed."""
        if not self._is_dirty:
            return
        self._is_dirty = False
        self._before_layout()
        old = self.scene
        if self.gesture is not None:
            self.gesture.cancel()
            self.gesture = None
            self.unsetCursor()
        drawn = self.reading.drawn(self.document, self.journey_id)
        self.scene = Scene(drawn, self._layouter.lay_out(drawn, self.journey_id))
        self.scene.lens = old.lens
        self._lens_rest.start()
        for area in spoiled(old, self.scene):
            self._tiles.spoil(area)
        self.selection.keep_only(lambda record_id: self.scene.board.rect_of(record_id) is not None)
        self._patience = _BUDGET_AFTER_CHANGE_MS
        if self._is_fitting and self.width() > 1:
            self._is_fitting = False
            self._open_view()
            self._patience = _BUDGET_OPENING_MS
        self._after_layout()
        self.update()

    # ---- the view

    def _open_view(self) -> None:
        known = self._seen.get(self.journey_id)
        if known is None:
            self.camera.open(self._board_size(), self.scene.board.left, self._free_size())
            self.camera.x -= self._inset / self.camera.scale
        else:
            self.camera = replace(known)
            self.camera.keep_near(self._board_size(), self._view_size())

    def fit(self) -> None:
        """Show the whole board."""
        self.settle()
        self.camera.fit(self._board_size(), self.scene.board.left, self._free_size())
        self.camera.x -= self._inset / self.camera.scale
        self._moved()

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom in (above 1) or out around a place in the widget, or its middle."""
        self.camera.zoom(factor, anchor or QPointF(self.width() / 2, self.height() / 2))
        self._zoom_rest.start()
        self._moved()

    def pan(self, across: float, down: float) -> None:
        """Move what is seen by pixels."""
        self.camera.x -= across / self.camera.scale
        self.camera.y -= down / self.camera.scale
        self._moved()

    def go_to(self, record_id: str) -> None:
        """Bring a record into view, moving as little as needed."""
        self.settle()
        rect = self.scene.board.rect_of(record_id)
        if rect is not None and self.camera.reveal(rect, self._view_size(), self._taken()):
            self._moved()

    def ensure_visible(self, record_ids: Iterable[str], margins: QMarginsF | None = None) -> None:
        """Bring records into the part of the view that nothing covers, moving as little as needed.

        `margins` (pixels of the view) say what lies over the canvas from now on, such as an open drawer at the right;
        without them it is what was said before.
        """
        if margins is not None:
            self._cover = margins
        self.settle()
        found = [rect for record_id in record_ids if (rect := self.scene.board.rect_of(record_id)) is not None]
        if not found:
            return
        whole = found[0]
        for rect in found[1:]:
            whole = whole.united(rect)
        room = self.width() - self._cover.left() - self._cover.right(), self.height() - self._cover.top()
        if whole.width * self.camera.scale > room[0] or whole.height * self.camera.scale > room[1]:
            whole = found[-1]
        if self.camera.reveal(whole, self._view_size(), self._taken()):
            self._moved()

    def select(self, record_ids: list[str]) -> None:
        """Choose records that are on the board and bring the last one into view."""
        self.settle()
        found = [record_id for record_id in record_ids if self.scene.board.rect_of(record_id) is not None]
        self.selection.choose(found)
        if found:
            self.go_to(found[-1])

    def spoil(self, area: Rect) -> None:
        """Say that a part of the board looks different."""
        self._tiles.spoil(area)
        self.update()

    def complete(self) -> None:
        """Paint every tile in view, for a picture of the canvas."""
        self._patience = 1e9
        self.repaint()

    def _moved(self) -> None:
        self.camera.keep_near(self._board_size(), self._view_size())
        self._after_move()
        self.update()

    def _view_size(self) -> QSizeF:
        return QSizeF(self.size())

    def _covered(self) -> QMarginsF:
        return self._cover + QMarginsF(self._inset, 0, 0, 0)

    def _taken(self) -> QMarginsF:
        """Give what titles and strips take of the view, where there is room for more than those."""
        left, top = self._headers.room(self.scene, self.camera)
        is_wide = self.width() > _TITLES_AT_MOST * (left + self._inset)
        return self._covered() + QMarginsF(left if is_wide else 0.0, min(top, self.height() / 4), 0, 0)

    def _free_size(self) -> QSizeF:
        """Give the part of the view that no strip at the left covers."""
        return QSizeF(max(1.0, self.width() - self._inset), self.height())

    def _board_area(self) -> Rect:
        return Rect(0, 0, self.scene.board.width, self.scene.board.height)

    def _board_size(self) -> QSizeF:
        return QSizeF(self.scene.board.width, self.scene.board.height)

    def _on_selection(self) -> None:
        self.selection_changed.emit([one for one in self.selection.ids if not one.startswith(GHOST)])
        self._after_selection()
        self.update()

    # ---- painting

    def _render(self, painter: QPainter, area: Rect, scale: float) -> None:
        self.painter.paint(painter, self.scene, area, scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the tiles, then draw what lies over them."""
        self.settle()
        ratio = self.devicePixelRatioF()
        scale = self.camera.scale * ratio
        view = View(
            round(self.camera.x * scale), round(self.camera.y * scale),
            round(self.width() * ratio), round(self.height() * ratio), scale,
        )  # fmt: skip
        painter = QPainter(self)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        level = level_near(scale) if self._zoom_rest.isActive() else scale
        budget, self._patience = self._patience, _BUDGET_MS
        is_complete = self._tiles.draw(painter, view, level, budget)
        painter.restore()
        self._paint_over(painter, QPointF(-view.x / ratio, -view.y / ratio))
        painter.end()
        if not is_complete or (level == scale and self._tiles.look_ahead(view, self._board_area())):
            self.update()

    def _paint_over(self, painter: QPainter, origin: QPointF) -> None:
        size = self._view_size()
        if not self.scene.board.steps:
            self._headers.paint(painter, self.scene, self.camera, size, self._inset)
            if self.is_ring_shown:
                self._overlay.paint_focus(painter, size)
            self._overlay.paint_prompt(painter, size, self.t("canvas.prompt_title"), self.t("canvas.prompt_text"))
            return
        scale = self.camera.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(origin)
        painter.scale(scale, scale)
        area = Rect(self.camera.x, self.camera.y, size.width() / scale, size.height() / scale)
        if self.scene.lens.route:
            self._overlay.paint_route(painter, self.scene, scale)
        self._overlay.paint_selection(painter, self.scene, self.selection, scale, area)
        # Over the ring of what is chosen: the sign of the target keeps its words.
        self._overlay.paint_target(painter, self.scene, *self.target, scale)
        if self.gesture is None:
            self._overlay.paint_handles(painter, self.scene, self.handles())
        painter.restore()
        self._headers.paint(painter, self.scene, self.camera, size, self._inset)
        if self.is_ring_shown:
            self._overlay.paint_focus(painter, size)
        if self.gesture is not None:
            painter.translate(origin)
            painter.scale(scale, scale)
            self._overlay.paint_gesture(painter, self.gesture)

    @property
    def target(self) -> tuple[str, tuple[str, ...]]:
        """The step that the team aims at ("" for none), and what may be written at it, the longest first."""
        sprint, t = self.document.sprint, self.t
        persona = self.document.get(sprint.target_persona_id)
        name = persona.name.partition(",")[0] if isinstance(persona, Persona) else ""
        return sprint.target_step_id, (*((t("canvas.target_for", persona=name),) if name else ()), t("canvas.target"))

    def picture_of(self, picture_id: str) -> QPixmap | None:
        """Give the small copy of a picture, None when there is none."""
        return None

    def handles(self) -> frozenset[str]:
        """Give the steps whose handle for links is shown."""
        return frozenset()

    @property
    def is_ring_shown(self) -> bool:
        """Whether the edge says that the keyboard is here, because nothing chosen says it."""
        return False

    # ---- for the canvas on top

    def _before_journey(self) -> None:
        """Another journey is about to be shown."""

    def _before_layout(self) -> None:
        """The board is about to be laid out."""

    def _after_layout(self) -> None:
        """The board was laid out again."""

    def _after_move(self) -> None:
        """Another part of the board is seen."""

    def _after_selection(self) -> None:
        """Something else is chosen."""

    # ---- events

    def event(self, event: QEvent) -> bool:
        """Lay the board out when a change has been announced."""
        if event.type() == _LAY_OUT:
            self.settle()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the board in view; a board that was just opened is shown whole."""
        super().resizeEvent(event)
        if self.scene.board.columns:
            self._moved()
