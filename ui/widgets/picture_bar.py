"""The strip through which photos come in: chosen, pasted, or from a folder that is watched; drops go on the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.labels import ElidedLabel
from ui.widgets.picture_desk import PictureDesk
from ui.widgets.picture_source import PictureSource, has_picture_to_paste

_STATE_PX = 240


class PictureBar(QWidget):
    """Buttons for photos and, beside them, what is on its way; it asks and tells, the surface hangs."""

    files_chosen = Signal(list)
    """Paths of photos that were chosen, or that came into the watched folder."""
    pasted = Signal(object)
    """A QMimeData with a picture."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.source = PictureSource(context, pictures, self)
        self.folder = self.source.folder
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.choose = Button(context, "sketch.choose_photos", icon="photo")
        self.paste = Button(context, "sketch.paste_photo")
        self.watch = Button(context, "sketch.watch_folder", icon="folder")
        self.watch.setCheckable(True)
        self._state = ElidedLabel(role="muted")
        self._state.setMaximumWidth(_STATE_PX)
        row.addWidget(self._state, 1)
        for button in (self.choose, self.paste, self.watch):
            row.addWidget(button)
        self.source.files_chosen.connect(self.files_chosen)
        self.source.pasted.connect(self.pasted)
        self.choose.clicked.connect(self.source.choose)
        self.paste.clicked.connect(self.source.paste)
        self.watch.clicked.connect(self.source.watch_or_stop)
        self.source.changed.connect(self._say)
        context.texts.changed.connect(self._say)
        self._say()

    def paste_picture(self) -> bool:
        """Take the picture from the clipboard; says what is missing when there is none."""
        return self.source.paste()

    @staticmethod
    def has_picture_to_paste(*, is_for_line: bool = False) -> bool:
        """Whether the clipboard holds a picture; in a line of words, only one that comes without words."""
        return has_picture_to_paste(is_for_line=is_for_line)

    def _say(self) -> None:
        state = self.source.state
        self.watch.setChecked(self.folder.folder is not None)
        if state:
            self._state.setText(state)
        self._state.setVisible(bool(state))
        self.choose.setToolTip(self._context.texts("sketch.drop_hint"))
