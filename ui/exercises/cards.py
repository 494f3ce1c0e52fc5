"""One card on a wall of cards: painted like a card on the canvas, and a widget that keyboard and screen reader find."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from sprint.records import Lane
from ui.context import Context
from ui.widgets.painting import paint_focus, paint_sign
from ui.widgets.picture_card import PixmapOf, paint_fitted

PAD, LABEL_GAP, DOTS_GAP = 12, 4, 8
_PICTURE_SHAPE, _PICTURE_GAP = 0.6, 8
"""Height by width of the place for a photo, and what is free below it."""
_DOT, _DOT_STEP, _MOST_DOTS = 10, 14, 9
_SIGN = 20
_LEAST_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class CardFace:
    """What stands on a card: words, a small bold label above, a lane's colour, a sign +/−, dots, who a reader names.

    `picture_id` is the photo above the words, `more` says how many others there are.
    """

    id: str
    text: str
    label: str = ""
    tone: str = "idea"
    valence: int = 0
    dots: int | None = None
    name: str = ""
    picture_id: str = ""
    more: int = 0


class CardWidget(QWidget):
    """Shows one face; the wall it lies on decides where it is and what pressing it does."""

    def __init__(self, context: Context, face: CardFace, parent: QWidget, pixmap_of: PixmapOf | None = None) -> None:
        super().__init__(parent)
        self._context, self._pixmap_of = context, pixmap_of
        self._face = face
        self._is_chosen = self._is_raised = False
        self._measured: tuple[int, str, int] = (-1, "", 0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_face(face)

    @property
    def face(self) -> CardFace:
        """What it shows."""
        return self._face

    @property
    def is_chosen(self) -> bool:
        """Whether it is chosen together with others."""
        return self._is_chosen

    def show_face(self, face: CardFace) -> None:
        """Show another state of the same card."""
        self._face = face
        self.setAccessibleName(face.name or ": ".join(part for part in (face.label, face.text) if part))
        self.update()

    def choose(self, is_chosen: bool) -> None:
        """Show whether it is chosen together with others."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def raise_up(self, is_raised: bool) -> None:
        """Lift it while it is dragged."""
        self._is_raised = is_raised
        self.setCursor(Qt.CursorShape.ClosedHandCursor if is_raised else Qt.CursorShape.OpenHandCursor)
        if is_raised:
            self.raise_()
        self.update()

    def height_for(self, width: int) -> int:
        """Give the height of all that stands on it at a width."""
        face = self._face
        key = (width, face.text, self._context.theme.size("lead"))
        if self._measured[:2] != key[:2]:
            words = _words(face.text, self._context.theme.font("lead"), width - 2 * PAD)
            self._measured = (width, face.text, ceil(sum(line.height() for line in words[1])))
        height = self._picture_top() + self._picture_height(width) + self._measured[2] + PAD
        return max(_LEAST_HEIGHT, height + (_DOT + DOTS_GAP if face.dots else 0))

    def text_top(self) -> int:
        """Give where its words begin."""
        return self._picture_top() + self._picture_height(self.width())

    def picture_place(self) -> QRectF:
        """Give where its photo is; empty when it has none."""
        high = max(0, self._picture_height(self.width()) - _PICTURE_GAP)
        return QRectF(PAD, self._picture_top(), self.width() - 2 * PAD if high else 0, high)

    def _picture_top(self) -> int:
        return PAD + (self._label_height() if self._has_head() else 0)

    def _picture_height(self, width: int) -> int:
        """Give what a photo takes, with what is free below it; 0 without one, and where none can be read."""
        if not self._face.picture_id or self._pixmap_of is None:
            return 0
        return round((width - 2 * PAD) * _PICTURE_SHAPE) + _PICTURE_GAP

    def _has_head(self) -> bool:
        return bool(self._face.label or self._face.valence)

    def _label_height(self) -> int:
        return ceil(QFontMetricsF(self._context.theme.font("small", bold=True)).height()) + LABEL_GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = theme.size("radius.card")
        if self._is_raised:
            painter.setPen(Qt.PenStyle.NoPen)
            shadow = theme.colour("ink")
            shadow.setAlphaF(0.18)
            painter.setBrush(shadow)
            painter.drawRoundedRect(body.translated(0, 2), radius, radius)
        line = theme.line("card_line") or (1 if self._face.tone == "quote" else 0)
        painter.setPen(
            QPen(theme.colour("card_line" if line > 1 else "line_soft"), line) if line else Qt.PenStyle.NoPen
        )
        painter.setBrush(theme.colour(tone_role(self._face.tone)))
        painter.drawRoundedRect(body, radius, radius)
        if self._is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_card"), 4))
            painter.drawRoundedRect(body, radius, radius)
            painter.setPen(QPen(theme.colour("selection"), 2))
            painter.drawRoundedRect(body, radius, radius)
        self._paint_words(painter)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), radius, theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, face = self._context.theme, self._face
        width = self.width() - 2 * PAD
        if face.label:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(theme.colour("on_card_muted"))
            room = width - (_SIGN if face.valence else 0)
            shown = painter.fontMetrics().elidedText(face.label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(PAD, PAD, room, self._label_height()), int(Qt.AlignmentFlag.AlignTop), shown)
        if face.valence:
            disc = QRectF(self.width() - PAD - _SIGN + 4, PAD - 4, _SIGN, _SIGN)
            paint_sign(painter, disc, face.valence, theme)
        if face.picture_id and self._pixmap_of is not None:
            self._paint_picture(painter, self._pixmap_of(face.picture_id))
        painter.setPen(theme.colour("on_card"))
        painter.setFont(theme.font("lead"))
        layout, _ = _words(face.text, theme.font("lead"), width)
        layout.draw(painter, QPointF(PAD, self.text_top()))
        if face.dots:
            self._paint_dots(painter, face.dots)

    def _paint_picture(self, painter: QPainter, pixmap: QPixmap | None) -> None:
        theme, place = self._context.theme, self.picture_place()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("band"))
        painter.drawRoundedRect(place, 4, 4)
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            paint_fitted(painter, pixmap, place)
        else:
            size = theme.size("icon.body")
            middle = place.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(middle, self._context.icons.pixmap("photo", "muted", size))
        if self._face.more:
            painter.setFont(theme.font("small", bold=True))
            words = f"+{self._face.more}"
            wide = painter.fontMetrics().horizontalAdvance(words) + 14
            badge = QRectF(place.right() - wide - 4, place.bottom() - 26, wide, 22)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(badge, 11, 11)
            painter.setPen(theme.colour("on_accent"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_dots(self, painter: QPainter, dots: int) -> None:
        theme = self._context.theme
        top = self.height() - PAD - _DOT
        shown = min(dots, _MOST_DOTS)
        painter.setPen(QPen(theme.colour("on_card"), 1))
        painter.setBrush(theme.colour("now"))
        for number in range(shown):
            painter.drawEllipse(QRectF(PAD + number * _DOT_STEP, top, _DOT, _DOT))
        painter.setPen(theme.colour("on_card"))
        painter.setFont(theme.font("small", bold=True))
        place = QPointF(PAD + shown * _DOT_STEP + 3, top + _DOT - 0.5)
        painter.drawText(place, str(dots))


def tone_role(tone: str) -> str:
    """Name the colour role of a card of this tone: that of the family of its lane."""
    return f"card_{Lane(tone).family.value}"


def _words(text: str, font: QFont, width: float) -> tuple[QTextLayout, list[QRectF]]:
    """Lay words out at a width, line breaks kept; give the layout and the place of every line."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines, y = [], 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
        lines.append(QRectF(0, line.y(), line.naturalTextWidth(), line.height()))
    layout.endLayout()
    return layout, lines
