"""One sheet as large as the surface: walk to the next with the arrows, go back with Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.picture_card import SheetFace, broken, paint_fitted, paint_letter
from ui.widgets.picture_desk import LARGE_PX, SMALL_PX, PictureDesk

_EDGE, _HEAD, _LETTER, _FOOT = 20, 56, 40, 28


class PictureViewer(QWidget):
    """Covers the widget it belongs to and shows one sheet of several."""

    shape_requested = Signal(str)
    """Work on the picture of this sheet."""
    take_requested = Signal(str)
    """Add a photo to this sheet."""
    drop_requested = Signal(str, str)
    """Take a picture off this sheet: the sheet's id and the picture's."""
    walked = Signal(str)
    """Another sheet is shown."""
    key_pressed = Signal(str, str)
    """A letter was typed while a sheet is shown: its id and the letter."""
    closed = Signal(str)
    """The wall is to be seen again; the sheet that was shown last."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._pictures = context, pictures
        self._faces: list[SheetFace] = []
        self._place = self._which = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, _EDGE)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.photo = Button(context, "sketch.add_photo", icon="photo")
        self.shape = Button(context, "sketch.shape", icon="edit")
        self.drop = Button(context, icon="trash", name_key="sketch.drop_photo")
        self.before = Button(context, icon="chevron_left", name_key="sketch.sheet_before")
        self.next = Button(context, icon="chevron_right", name_key="sketch.sheet_next")
        self.back = Button(context, "sketch.back_to_wall", kind="primary")
        for button in (self.photo, self.shape, self.drop, self.before, self.next, self.back):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        self.photo.clicked.connect(lambda: self.take_requested.emit(self.current))
        self.shape.clicked.connect(lambda: self.shape_requested.emit(self.current))
        self.drop.clicked.connect(self._on_drop)
        self.before.clicked.connect(lambda: self.walk(-1))
        self.next.clicked.connect(lambda: self.walk(1))
        self.back.clicked.connect(self.close_look)
        pictures.loaded.connect(self._on_loaded)
        context.theme.changed.connect(self.update)
        parent.installEventFilter(self)
        self.hide()

    @property
    def current(self) -> str:
        """The sheet that is shown, "" when none is."""
        return self._faces[self._place].id if self._faces else ""

    @property
    def picture_id(self) -> str:
        """The picture that is shown, "" when the sheet has none."""
        pictures = self._pictures_of()
        return pictures[min(self._which, len(pictures) - 1)] if pictures else ""

    def look_at(self, faces: Sequence[SheetFace], sheet_id: str) -> None:
        """Show one of these sheets."""
        self.show_faces(faces)
        self._go(next((place for place, face in enumerate(self._faces) if face.id == sheet_id), 0))
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()

    def show_faces(self, faces: Sequence[SheetFace]) -> None:
        """Take over what sheets there are now; the same one stays in view."""
        current = self.current
        self._faces = list(faces)
        self._place = next((place for place, face in enumerate(self._faces) if face.id == current), 0)
        if self.isVisible() and current not in {face.id for face in self._faces}:
            self.close_look()
        self._say()

    def walk(self, by: int) -> None:
        """Show the next sheet, or the one before."""
        if self._faces:
            self._go((self._place + by) % len(self._faces))

    def turn_over(self, by: int) -> None:
        """Show another picture of the same sheet."""
        count = len(self._pictures_of())
        if count > 1:
            self._which = (min(self._which, count - 1) + by) % count
            self.update()

    def close_look(self) -> None:
        """Show the wall again."""
        self.hide()
        self.closed.emit(self.current)

    def _go(self, place: int) -> None:
        self._place, self._which = place, 0
        self._say()
        self.walked.emit(self.current)

    def _say(self) -> None:
        face = self._faces[self._place] if self._faces else SheetFace("")
        self.setAccessibleName(" ".join(part for part in (face.sign, face.title) if part))
        for button in (self.shape, self.drop):
            button.setEnabled(bool(face.picture_id))
        self.update()

    def _pictures_of(self) -> tuple[str, ...]:
        face = self._faces[self._place] if self._faces else SheetFace("")
        return (face.picture_id, *face.more) if face.picture_id else ()

    def _on_drop(self) -> None:
        if self.picture_id:
            self.drop_requested.emit(self.current, self.picture_id)

    def _on_loaded(self, _picture_id: str) -> None:
        if self.isVisible():
            self.update()

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, go back, or work on the photo."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.walk(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.walk(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.turn_over(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Delete and self.drop.isVisible():
            self._on_drop()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_look()
        elif event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.key_pressed.emit(self.current, event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard; a click beside the buttons is no way back."""
        self.setFocus()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._faces:
            return
        theme, face = self._context.theme, self._faces[self._place]
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if face.sign:
            paint_letter(painter, QRectF(_EDGE, 12, _LETTER, _LETTER), face.sign, self._context)
        self._paint_title(painter)
        place = QRectF(_EDGE, 12 + _HEAD, self.width() - 2 * _EDGE, self.height() - 12 - _HEAD - _EDGE)
        pixmap, picture = None, self.picture_id
        if picture:
            pixmap = self._pictures.pixmap(picture, LARGE_PX) or self._pictures.pixmap(picture, SMALL_PX)
        words = self._words_below()
        if words:
            place.setBottom(place.bottom() - _FOOT)
            painter.setFont(theme.font("lead"))
            painter.setPen(theme.colour("ink"))
            foot = QRectF(place.x(), place.bottom(), place.width(), _FOOT)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
        if pixmap is not None:
            paint_fitted(painter, pixmap, place)
        else:
            painter.setFont(theme.font("display"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place, flags, face.title)
        painter.end()

    def _title_lines(self) -> tuple[QFont, list[str]]:
        """Break the title for the place beside the buttons: one line, or two smaller ones."""
        theme, title = self._context.theme, self._faces[self._place].title
        room = self._title_place().width()
        font = theme.font("heading", bold=True)
        lines = broken(title, QFontMetricsF(font), room, 1)
        if lines != [title]:
            font = theme.font("title", bold=True)
            lines = broken(title, QFontMetricsF(font), room)
        return font, lines

    def _title_place(self) -> QRectF:
        left = float(_EDGE) + (_LETTER + 12 if self._faces[self._place].sign else 0)
        return QRectF(left, 8, max(40.0, self.photo.x() - left - 12), _HEAD - 8)

    def _paint_title(self, painter: QPainter) -> None:
        place, (font, lines) = self._title_place(), self._title_lines()
        painter.setFont(font)
        painter.setPen(self._context.theme.colour("ink"))
        high = QFontMetricsF(font).height()
        top = place.center().y() - high * len(lines) / 2
        for number, line in enumerate(lines):
            at = QRectF(place.x(), top + number * high, place.width(), high)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _words_below(self) -> str:
        """Give the title when it is cut off above, say where it comes from, and which of several photos is seen."""
        face, count = self._faces[self._place], len(self._pictures_of())
        number = min(self._which, count - 1) + 1
        which = self._context.texts("sketch.photo_of", number=number, count=count) if count > 1 else ""
        title = " ".join(face.title.split())
        is_whole = " ".join(self._title_lines()[1]) == title or not face.picture_id
        return " · ".join(part for part in ("" if is_whole else title, face.small, which) if part)
