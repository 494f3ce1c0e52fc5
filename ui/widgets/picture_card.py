"""One sheet on the wall: its letter, its picture, its title and its dots, painted; it can be pressed and carried."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from sprint.frozen import dataclass
from sprint.records import Lane
from ui.context import Context
from ui.widgets.carried_card import CarriedCard

PAD, SIGN = 10, 30
_SHAPE = 0.707
"""Height by width of the place for a picture: a sheet of A4 that lies."""
_DOT, _DOT_STEP, _MOST_DOTS = 10, 13, 12
_WORDS_LINES = 2
_FOOT = 40
"""Room for letter, source and dots at the foot of a note."""


@dataclass(frozen=True)
class SheetFace:
    """What is on a card: an id, a letter, a title, small words below it, a picture, dots, and what stands out.

    `more` are further pictures of the same sheet; they are seen where it is looked at alone.
    """

    id: str
    title: str = ""
    sign: str = ""
    small: str = ""
    picture_id: str = ""
    tone: str = "quote"
    dots: int | None = None
    is_strong: bool = False
    name: str = ""
    more: tuple[str, ...] = ()


PixmapOf = Callable[[str], QPixmap | None]


class PictureCard(CarriedCard):
    """Shows one sheet; the wall walks along its cards, and a card that is dragged asks for another place."""

    carried = Signal(QPoint)
    """Where the mouse is while the card is dragged, in the wall."""
    put_down = Signal(QPoint)
    """Where it was let go, in the wall."""
    focused = Signal(str)
    """The keyboard came to it; its id."""

    def __init__(self, context: Context, face: SheetFace, pixmap_of: PixmapOf, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._pixmap_of = pixmap_of
        self._face = face
        self.is_movable = False
        self.show_face(face)

    @property
    def face(self) -> SheetFace:
        """What it shows."""
        return self._face

    def show_face(self, face: SheetFace) -> None:
        """Show another state of the same sheet."""
        self._face = face
        parts = (face.sign, face.title, face.small, str(face.dots) if face.dots else "")
        self.say(face.name or ", ".join(part for part in parts if part))
        self.update()

    def height_for(self, width: int) -> int:
        """Give the height at a width: a sheet, and below it three lines of words and a small one."""
        lead, small = (QFontMetricsF(self.context.theme.font(role)).height() for role in ("lead", "small"))
        words = max(lead * (_WORDS_LINES + 1), SIGN) + small
        return round(PAD + (width - 2 * PAD) * _SHAPE + PAD + words + PAD)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height_for(240))

    # ---- hands

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the wall where the keyboard is."""
        super().focusInEvent(event)
        self.focused.emit(self._face.id)

    def _carry(self, at: QPoint, grip: QPoint) -> None:
        self.raise_()
        self.move(self.mapToParent(at - grip))
        self.carried.emit(self.mapToParent(at))
        self.update()

    def _put_down(self, at: QPoint) -> None:
        self.put_down.emit(self.mapToParent(at))

    # ---- paint

    def _paper(self) -> tuple[QPen, str]:
        theme = self.context.theme
        line = theme.line("card_line")
        return QPen(theme.colour("line" if self.is_hovered or line > 1 else "line_soft"), max(1, line)), "surface"

    def _paint_on(self, painter: QPainter, body: QRectF) -> None:
        theme, face = self.context.theme, self._face
        sheet = QRectF(PAD, PAD, self.width() - 2 * PAD, (self.width() - 2 * PAD) * _SHAPE)
        if not face.picture_id:  # a note and no sheet: all of the card is its paper
            sheet.setBottom(self.height() - PAD)
        self._paint_sheet(painter, sheet)
        self._paint_words(painter, sheet)
        if face.is_strong:
            radius = theme.size("radius.card")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), 4))
            painter.drawRoundedRect(body, radius, radius)
            painter.setPen(QPen(theme.colour("selection"), 2))
            painter.drawRoundedRect(body, radius, radius)

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        theme, face = self.context.theme, self._face
        pixmap = self._pixmap_of(face.picture_id) if face.picture_id else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("band" if face.picture_id else f"card_{Lane(face.tone).family.value}"))
        painter.drawRoundedRect(sheet, 4, 4)
        if pixmap is not None:
            paint_fitted(painter, pixmap, sheet)
        elif face.picture_id:
            size = theme.size("icon.body")
            middle = sheet.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(middle, self.context.icons.pixmap("photo", "muted", size))
        else:
            painter.setPen(theme.colour("on_card"))
            painter.setFont(theme.font("title" if len(face.title) < 60 else "lead"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(sheet.adjusted(PAD, PAD, -PAD, -PAD - _FOOT), flags, face.title)

    def _paint_words(self, painter: QPainter, sheet: QRectF) -> None:
        """Write letter, title and small words below a picture, or at the foot of a note."""
        theme, face = self.context.theme, self._face
        edge = PAD if face.picture_id else 2 * PAD
        top = sheet.bottom() + PAD if face.picture_id else sheet.bottom() - PAD - SIGN
        left = float(edge)
        if face.sign:
            paint_letter(painter, QRectF(edge, top, SIGN, SIGN), face.sign, self.context)
            left += SIGN + PAD
        width = self.width() - left - edge
        bottom = self.height() - edge
        painter.setFont(theme.font("small" if face.picture_id else "body"))
        painter.setPen(theme.colour("muted" if face.picture_id else "on_card_muted"))
        small = QFontMetricsF(painter.font())
        # Where it comes from may take the place of a third line of the title.
        below = broken(face.small, small, width) if face.small else []
        for number, line in enumerate(reversed(below), start=1):
            painter.drawText(QRectF(left, bottom - number * small.height(), width, small.height()), line)
        if face.picture_id:
            painter.setPen(theme.colour("ink"))
            most = _WORDS_LINES + (len(below) < _WORDS_LINES)
            self._paint_title(painter, QRectF(left, top, width, bottom - top), most)
        if face.dots:
            self._paint_dots(painter, face.dots, self.width() - edge, bottom, "ink" if face.picture_id else "on_card")

    def _paint_title(self, painter: QPainter, place: QRectF, most: int) -> None:
        """Write the title on so many lines; one that is too long for them is written a size smaller."""
        for role in ("lead", "body"):
            painter.setFont(self.context.theme.font(role))
            metrics = QFontMetricsF(painter.font())
            lines = broken(self._face.title, metrics, place.width(), most)
            if " ".join(lines) == " ".join(self._face.title.split()):
                break
        for number, line in enumerate(lines):
            at = QRectF(place.left(), place.top() + number * metrics.height(), place.width(), metrics.height())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _paint_dots(self, painter: QPainter, dots: int, right: float, bottom: float, ink: str) -> None:
        theme = self.context.theme
        font = theme.font("body", bold=True)
        words = QFontMetricsF(font).horizontalAdvance(str(dots))
        shown = min(dots, _MOST_DOTS)
        left = right - words - 4 - shown * _DOT_STEP
        painter.setPen(QPen(theme.colour(ink), 1))
        painter.setBrush(theme.colour("now"))
        for number in range(shown):
            painter.drawEllipse(QRectF(left + number * _DOT_STEP, bottom - _DOT - 1, _DOT, _DOT))
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(QPointF(right - words, bottom - 1), str(dots))


def paint_fitted(painter: QPainter, pixmap: QPixmap, place: QRectF) -> QRectF:
    """Draw all of a picture in the middle of a place, as large as it fits; give where it is."""
    scale = min(place.width() / max(1, pixmap.width()), place.height() / max(1, pixmap.height()))
    wide, high = pixmap.width() * scale, pixmap.height() * scale
    target = QRectF(place.center().x() - wide / 2, place.center().y() - high / 2, wide, high)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    return target


def paint_letter(painter: QPainter, disc: QRectF, letter: str, context: Context) -> None:
    """Draw the letter of a sheet on the wall, on a ground that keeps it readable on every theme."""
    theme = context.theme
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    path = QPainterPath()
    path.addRoundedRect(disc, disc.height() / 2, disc.height() / 2)
    painter.drawPath(path)
    font = theme.font("lead", bold=True)
    font.setPixelSize(round(disc.height() * (0.58 if len(letter) == 1 else 0.44)))
    painter.setFont(font)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def broken(text: str, metrics: QFontMetricsF, width: float, most: int = _WORDS_LINES) -> list[str]:
    """Break words over lines, two unless told; the last one ends in … when there is more."""
    lines, line = [], ""
    words = " ".join(text.split()).split(" ")
    for number, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            if len(lines) == most - 1:
                rest = " ".join([line, *words[number:]])
                return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)]
