"""Work on a photo: cut it out, lay its corners on the sheet, turn it, make the paper white; the original stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from canvas.background import Background
from sprint.store.shaping import WHOLE, Corners, Shaping, find_sheet, shape, tilted
from ui.context import Context
from ui.dialogs.base import Dialog
from ui.widgets.button import Button
from ui.widgets.choices import Choices
from ui.widgets.labels import TextLabel
from ui.widgets.picture_shaper import CornerField, PicturePreview

_LOOK_AFTER_MS = 120
_HEIGHT = 640
_TILT = 0.0087
"""Half a degree."""
_MAY_BE = {"sheet": False, "cut": True}


class PictureDialog(Dialog):
    """Shows a photo with its corners and, beside it, what it becomes; it asks, the surface keeps."""

    kept = Signal(object)
    """The Shaping that was chosen."""
    original_wanted = Signal()

    def __init__(self, context: Context, data: bytes, parent: QWidget | None, *, has_original: bool = False) -> None:
        super().__init__(context, "sketch.shape_title", parent, width=980)
        self._data = data
        self._turns = 0
        self._background = Background(self)
        self.field = CornerField(context)
        self.preview = PicturePreview(context)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        self.page.addWidget(TextLabel(context, "sketch.shape_line", role="muted", wrap=True))
        self.setMinimumHeight(_HEIGHT)
        self._lay_out(context)
        self.original = self.add_button("sketch.original", kind="quiet")
        self.original.setVisible(has_original)
        self.original.clicked.connect(self._on_original)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self.keep = self.add_button("sketch.keep_picture", kind="primary", is_default=True)
        self.keep.clicked.connect(self._on_keep)
        self.field.changed.connect(self._timer.start)
        self.finished.connect(self._on_end)
        self.say()
        self.field.show_picture(QPixmap.fromImage(QImage.fromData(data)))
        self.field.setFocus()
        self._look()

    @property
    def shaping(self) -> Shaping:
        """What is chosen now."""
        return Shaping(self.field.corners, self._turns, self.paper.isChecked())

    def _lay_out(self, context: Context) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.field, 3)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(TextLabel(context, "sketch.becomes", role="bold"))
        side.addWidget(self.preview, 1)
        self.ways = Choices(context, "sketch.ways", [("sheet", "sketch.way_sheet"), ("cut", "sketch.way_cut")])
        self.ways.choose("sheet")
        self.ways.chosen.connect(lambda way: self.field.set_square(_MAY_BE[way]))
        side.addWidget(self.ways)
        self.find_sheet = Button(context, "sketch.find_sheet", icon="search")
        self.turn = Button(context, "sketch.turn", icon="redo")
        self.paper = Button(context, "sketch.paper", icon="contrast")
        self.whole = Button(context, "sketch.whole", icon="zoom_fit")
        self.left = Button(context, "sketch.tilt_left", icon="chevron_left")
        self.right = Button(context, "sketch.tilt_right", icon="chevron_right")
        self.paper.setCheckable(True)
        self.paper.toggled.connect(lambda _on: self._look())
        for button, act in (
            (self.find_sheet, self._on_find),
            (self.turn, self._on_turn),
            (self.whole, lambda: self.field.set_corners(WHOLE)),
            (self.left, lambda: self._tilt(-_TILT)),
            (self.right, lambda: self._tilt(_TILT)),
        ):
            button.clicked.connect(act)
        for pair in ((self.find_sheet, self.whole), (self.turn, self.paper), (self.left, self.right)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button, 1)
            side.addLayout(line)
        side.addWidget(TextLabel(context, "sketch.shape_keys", role="small", wrap=True))
        row.addLayout(side, 2)
        self.page.addLayout(row, 1)
        for key, button in (("R", self.turn), ("P", self.paper), ("F", self.find_sheet), ("0", self.whole)):
            QShortcut(key, self, button.click)
        for key, button in (("[", self.left), ("]", self.right)):
            QShortcut(key, self, button.click)

    # ---- what the buttons do

    def _on_find(self) -> None:
        self._background.run(lambda: find_sheet(self._data), self._on_found, lambda _error: self._on_found(None))

    def _on_found(self, corners: Corners | None) -> None:
        if corners is None:
            self.context.messages.tell(self.context.texts("sketch.no_sheet_found"))
            return
        self.ways.choose("sheet")
        self.field.set_square(False)
        self.field.set_corners(corners)

    def _on_turn(self) -> None:
        self._turns = (self._turns + 1) % 4
        self._look()

    def _tilt(self, tangent: float) -> None:
        self.field.set_corners(tilted(self.field.corners, self.field.ratio, tangent))

    def _look(self) -> None:
        """Make the picture as it will be, beside the window; only the last wish counts."""
        wish = self.shaping
        self._background.run(lambda: QImage.fromData(shape(self._data, wish)), lambda image: self._show(wish, image))

    def _show(self, wish: Shaping, image: QImage) -> None:
        if wish == self.shaping:
            self.preview.show_picture(QPixmap.fromImage(image))

    def _on_keep(self) -> None:
        if self.shaping:
            self.kept.emit(self.shaping)
        self.accept()

    def _on_original(self) -> None:
        self.original_wanted.emit()
        self.accept()

    def _on_end(self) -> None:
        self._timer.stop()
        self._background.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps from everywhere, the field of corners included."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        else:
            super().keyPressEvent(event)
