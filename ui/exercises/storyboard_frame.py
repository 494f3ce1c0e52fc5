"""One frame of the storyboard: a number, a drawing, a title, what is read and said, what happens behind the scenes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from sprint.document import Document
from sprint.edits.pieces import WORDS_OF_PIECE
from sprint.edits.storyboard import BACKSTAGE_LANE, WORDS_LANE, frame_card
from sprint.frozen import dataclass
from sprint.journeys import cards_of, phases_of
from sprint.records import Step
from ui.context import Context
from ui.widgets.columns import inset
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import feeling_role, paint_face, paint_focus
from ui.widgets.picture_bar import PictureBar
from ui.widgets.picture_card import paint_fitted, paint_letter
from ui.widgets.picture_desk import PictureDesk

_SHAPE = 0.56
_DISC, _FACE = 28, 24


@dataclass(frozen=True)
class FrameFace:
    """A frame as it is shown; without an id it is an empty one that becomes a step when its title is written."""

    number: int
    id: str = ""
    title: str = ""
    words: str = ""
    backstage: str = ""
    picture_id: str = ""
    feeling: int | None = None
    phase: str = ""
    pieces: tuple[str, ...] = ()


def read_frames(document: Document, journey_id: str, route: Sequence[Step]) -> list[FrameFace]:
    """Read the frames of these steps; the first one of a phase tells its title."""
    phases = {phase.id: phase.title for phase in phases_of(document, journey_id)} if journey_id else {}
    found: list[FrameFace] = []
    phase = ""
    for number, step in enumerate(route, start=1):
        words = frame_card(document, step.id, WORDS_LANE)
        behind = frame_card(document, step.id, BACKSTAGE_LANE)
        found.append(
            FrameFace(
                number,
                step.id,
                step.title,
                words.text if words is not None else "",
                behind.text if behind is not None else "",
                words.picture_id if words is not None else "",
                step.feeling,
                phases.get(step.phase_id, "") if step.phase_id != phase else "",
                tuple(card.text for card in cards_of(document, step.id, WORDS_OF_PIECE) if card.origin_id),
            )
        )
        phase = step.phase_id
    return found


class FrameDrawing(PaintedButton):
    """The drawing of a frame, or the empty place for it; pressing it asks for a photo or shows it large."""

    def __init__(self, context: Context, pictures: PictureDesk, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._pictures = pictures
        self._face = FrameFace(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.loaded.connect(self._on_loaded)

    def show_face(self, face: FrameFace) -> None:
        """Show the drawing of this frame."""
        self._face = face
        t = self.context.texts
        key = "board.drawing" if face.picture_id else "board.no_drawing"
        self.say(t(key, number=face.number))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * _SHAPE)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def _on_loaded(self, picture_id: str) -> None:
        if picture_id == self._face.picture_id:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, face = self.context.theme, self._face
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("line_soft"), 1))
        painter.setBrush(theme.colour("card_quote" if face.picture_id else "band"))
        painter.drawRoundedRect(place, 4, 4)
        pixmap = self._pictures.pixmap(face.picture_id) if face.picture_id else None
        if pixmap is not None:
            paint_fitted(painter, pixmap, place.adjusted(2, 2, -2, -2))
        elif face.id:
            size = theme.size("icon.large")
            middle = place.center()
            icon = self.context.icons.pixmap("photo", "muted", size)
            painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), icon)
        paint_letter(painter, QRectF(6, 6, _DISC, _DISC), str(face.number), self.context)
        if face.feeling is not None:
            disc = QRectF(self.width() - 6 - _FACE, 6, _FACE, _FACE)
            ground = theme.colour(feeling_role(face.feeling))
            paint_face(painter, disc, face.feeling, ground, theme.colour("on_feeling"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 4, theme)
        painter.end()


class FramePieces(QWidget):
    """The words of the pieces that hang in a frame, each on its own paper."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show these."""
        while len(self._labels) < len(words):
            self._labels.append(PlainLabel(wrap=True))
            self._column.addWidget(self._labels[-1])
        for place, label in enumerate(self._labels):
            label.setText(words[place] if place < len(words) else "")
            label.setVisible(place < len(words))
        self.setVisible(bool(words))
        self.restyle()

    def restyle(self) -> None:
        """Wear the colours of an idea."""
        theme = self._context.theme
        look = f"background: {theme.hex('card_idea')}; color: {theme.hex('on_card')}; border-radius: 4px; padding: 4px;"
        for label in self._labels:
            label.setStyleSheet(f"{look} font-size: {theme.size('small')}px;")


class FrameCard(QFrame):
    """A frame that is written in place; keys that move, add and remove go to the board it hangs on."""

    titled = Signal(str, str)
    """The frame ("" for an empty one) has this title."""
    worded = Signal(str, str)
    staged = Signal(str, str)
    left = Signal()
    """A field was left: what is typed next is an edit of its own."""
    drawing_pressed = Signal(str)
    dropped = Signal(object, str)
    pasted = Signal(str)
    """A drawing lies on the clipboard and is wanted in this frame."""
    focused = Signal(str)
    entered = Signal(int)
    """Enter in the title: the number of this frame."""

    def __init__(self, context: Context, pictures: PictureDesk, face: FrameFace, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._face = context, face
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.drawing = FrameDrawing(context, pictures, self)
        self.title, self.words, self.backstage = TextField(self), TextField(self), TextField(self)
        self._phase = PlainLabel(role="small")
        self._pieces = FramePieces(context, self)
        self._is_marked = False
        self._told: tuple[FrameFace, bool, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(self.drawing)
        column.addLayout(inset(self._phase, 9, 4))
        for widget in (self.title, self.words, self.backstage):
            column.addWidget(widget)
        column.addWidget(self._pieces)
        column.addStretch(1)
        for field, signal in ((self.title, self.titled), (self.words, self.worded), (self.backstage, self.staged)):
            field.typed.connect(lambda text, signal=signal: signal.emit(self._face.id, text))
            field.left.connect(self.left)
            field.installEventFilter(self)
        self.title.entered.connect(lambda: self.entered.emit(self._face.number))
        self.words.entered.connect(self.backstage.setFocus)
        self.backstage.entered.connect(lambda: self.entered.emit(self._face.number))
        self.drawing.clicked.connect(lambda: self.drawing_pressed.emit(self._face.id))
        self.drawing.installEventFilter(self)
        context.theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def face(self) -> FrameFace:
        """What it shows."""
        return self._face

    def show_face(self, face: FrameFace, *, is_writable: bool) -> None:
        """Show this state of the frame; the others are shown again at every letter, so nothing is done twice."""
        told = (face, is_writable, self._context.texts.language)
        if told == self._told:
            return
        self._told = told
        was_empty = not self._face.id
        self._face = face
        t, is_made = self._context.texts, bool(face.id)
        self.drawing.show_face(face)
        self.drawing.setEnabled(is_made)
        self._phase.setText(face.phase)
        self._phase.setVisible(bool(face.phase))
        for field, text, key in (
            (self.title, face.title, "board.frame_title"),
            (self.words, face.words, "board.frame_words"),
            (self.backstage, face.backstage, "board.frame_backstage"),
        ):
            if is_made or field is not self.title:
                field.show_text(text)
            field.setPlaceholderText(t(key))
            field.setAccessibleName(t("board.field_name", number=face.number, field=t(key)))
            field.setReadOnly(not is_writable)
            field.setVisible(is_made or field is self.title)
        self._pieces.show_words(face.pieces)
        if was_empty != (not is_made):
            self.restyle()

    def mark(self, is_marked: bool) -> None:
        """Say that what is picked goes here."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.restyle()

    def restyle(self) -> None:
        """Look like a sheet on the wall, or like the empty place for one."""
        theme = self._context.theme
        is_made = bool(self._face.id)
        ground = theme.hex("surface" if is_made else "paper")
        edge = f"1px {'solid' if is_made else 'dashed'} {theme.hex('line_soft' if is_made else 'line')}"
        if self._is_marked:
            edge = f"2px solid {theme.hex('accent')}"
        self._pieces.restyle()
        self.setStyleSheet(f"FrameCard {{ background: {ground}; border: {edge}; border-radius: 8px; }}")
        ink, muted = theme.hex("ink"), theme.hex("muted")
        self.title.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {theme.size('lead')}px; font-weight: bold; color: {ink}; }}"
        )
        self.words.setStyleSheet(f"QPlainTextEdit {{ font-size: {theme.size('body')}px; color: {ink}; }}")
        self.backstage.setStyleSheet(f"QPlainTextEdit {{ font-size: {theme.size('body')}px; color: {muted}; }}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit(self._face.id)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste) and PictureBar.has_picture_to_paste(is_for_line=True):
                self.pasted.emit(self._face.id)
                return True
            parent = self.parentWidget()
            if parent is not None and _is_for_board(event):
                parent.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a drawing in."""
        if self._face.id and PictureDesk.is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a drawing."""
        self.dropped.emit(event.mimeData(), self._face.id)
        event.acceptProposedAction()


def _is_for_board(event: QKeyEvent) -> bool:
    """Whether the board wants this key although somebody types: frames are moved and added with Ctrl and Shift."""
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    is_new = event.key() in keys[2:] and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_new or (event.key() in keys and (event.modifiers() & both) == both)
