"""The wall: a column for each citizen, a row for each step, a card for each note; the heads stay when it scrolls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sprint.records import Observation
from ui.context import Context
from ui.study.note_card import NoteCard

_HEAD_WIDE, _HEAD_NARROW, _HEAD_TALL, _HEAD_TIGHT = 190, 150, 48, 30
_NARROW_PX = 820
_COLUMN_LEAST, _COLUMN_MOST, _COLUMN_TIGHT = 122, 210, 80
_BAND = 26
_GAP, _ROW_LEAST = 6, 64
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True)
class ColumnHead:
    """A citizen above the column: the code, the track in words, and the colour role and the shape of the track."""

    id: str
    code: str
    track: str
    role: str
    shape: str = ""


@dataclass(frozen=True)
class RowHead:
    """A step beside the row: its title, and what is known of it in one or two lines."""

    id: str
    title: str
    facts: str


@dataclass(frozen=True)
class Wall:
    """What hangs on the wall; `cells` is by citizen and step, `numbers` names the patterns a note is in."""

    columns: tuple[ColumnHead, ...] = ()
    rows: tuple[RowHead, ...] = ()
    cells: Mapping[tuple[str, str], Sequence[Observation]] = field(default_factory=dict)
    numbers: Mapping[str, Sequence[int]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


class _Heads(QWidget):
    """Paints the heads along one side of the wall, moved along with it."""

    def __init__(self, wall: WallGrid, *, is_top: bool) -> None:
        super().__init__(wall)
        self._wall, self._is_top = wall, is_top

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what belongs to the columns or rows in view."""
        painter = QPainter(self)
        if self._is_top:
            self._wall.paint_columns(painter, self.width())
        else:
            self._wall.paint_rows(painter, self.width(), self.height())
        painter.end()


class _Body(QWidget):
    """The ground of the cards, with a line under each row."""

    def __init__(self, wall: WallGrid) -> None:
        super().__init__()
        self._wall = wall

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        self._wall.paint_lines(painter, event.rect())
        painter.end()


class WallGrid(QScrollArea):
    """Cards that can be walked with the arrows; Space or a click takes one into what is being marked."""

    toggled = Signal(str, bool)
    """A note was chosen, or no longer."""
    key_pressed = Signal(str, int)
    """A key was pressed on a note."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = Wall()
        self._tops: list[int] = []
        self._column_px = _COLUMN_LEAST
        self._is_tight = False
        self.cards: dict[str, NoteCard] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = _Body(self)
        self.setCornerWidget(QWidget())
        self.setWidget(self._body)
        self._top, self._left = _Heads(self, is_top=True), _Heads(self, is_top=False)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._top.update())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._left.update())

    # ---- showing

    def show_wall(self, wall: Wall, chosen: set[str]) -> None:
        """Show the notes; cards that stay are kept, with the keyboard on them."""
        self._wall = wall
        places = {
            remark.id: (column, row, remark)
            for column, who in enumerate(wall.columns)
            for row, step in enumerate(wall.rows)
            for remark in wall.cells.get((who.id, step.id), ())
        }
        for gone in [remark_id for remark_id in self.cards if remark_id not in places]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for remark_id, (column, row, remark) in places.items():
            card = self.cards.get(remark_id)
            if card is None:
                card = self.cards[remark_id] = self._made(remark_id)
            card.column, card.row = column, row
            name = f"{wall.names.get(remark_id, '')}: {remark.text}"
            card.show_remark(remark, wall.numbers.get(remark_id, ()), name, is_chosen=remark_id in chosen)
        self._place()
        self._set_tabs()

    def _made(self, remark_id: str) -> NoteCard:
        card = NoteCard(self._context, self._body)
        card.clicked.connect(lambda is_on: self.toggled.emit(remark_id, is_on))
        card.key_pressed.connect(lambda key: self.key_pressed.emit(remark_id, key))
        card.focused.connect(lambda: self.ensureWidgetVisible(card, 12, 24))
        return card

    def _set_tabs(self) -> None:
        ordered = sorted(self.cards.values(), key=lambda card: (card.row, card.column, card.y()))
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    @property
    def is_tight(self) -> bool:
        """Whether there is so little room that steps stand above their row and heads are codes alone."""
        return self._is_tight

    @property
    def _head_px(self) -> int:
        if self._is_tight:
            return 0
        return _HEAD_NARROW if self.width() < _NARROW_PX else _HEAD_WIDE

    def _place(self) -> None:
        """Give every card its place, and the heads theirs."""
        wall = self._wall
        count = max(1, len(wall.columns))
        self._is_tight = False
        self._is_tight = self._room() // count < _COLUMN_LEAST
        least = _COLUMN_TIGHT if self._is_tight else _COLUMN_LEAST
        self._column_px = max(least, min(_COLUMN_MOST, self._room() // count))
        inner = self._column_px - _GAP
        self._tops, top = [], 0
        for step in wall.rows:
            self._tops.append(top)
            band = _BAND if self._is_tight else 0
            high = band + _GAP if band else max(_ROW_LEAST, self._head_height(step))
            for column, who in enumerate(wall.columns):
                y = top + band + _GAP
                for remark in wall.cells.get((who.id, step.id), ()):
                    card = self.cards[remark.id]
                    card.is_tight = self._is_tight
                    tall = card.height_for(inner)
                    card.setGeometry(column * self._column_px, y, inner, tall)
                    card.show()
                    y += tall + _GAP
                high = max(high, y - top)
            top += high + _GAP
        self._tops.append(top)
        self._body.resize(count * self._column_px, max(top, 1))
        self.setViewportMargins(self._head_px, self._top_px, 0, 0)
        self._top.setGeometry(self._head_px, 0, self.viewport().width(), self._top_px)
        self._left.setGeometry(0, self._top_px, self._head_px, self.viewport().height())
        self._top.update()
        self._left.update()

    @property
    def _top_px(self) -> int:
        return _HEAD_TIGHT if self._is_tight else _HEAD_TALL

    def _room(self) -> int:
        return self.width() - self._head_px - self.verticalScrollBar().sizeHint().width() - 2

    def _head_height(self, step: RowHead) -> int:
        theme, room = self._context.theme, QRect(0, 0, self._head_px - 16, 10_000)
        title = QFontMetrics(theme.font("body", bold=True)).boundingRect(room, _WRAP, step.title).height()
        facts = QFontMetrics(theme.font("small")).boundingRect(room, _WRAP, step.facts).height()
        return title + facts + 3 * _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._place()

    # ---- painting the heads

    def paint_columns(self, painter: QPainter, width: int) -> None:
        """Paint who stands above each column."""
        theme, shift = self._context.theme, self.horizontalScrollBar().value()
        for place, head in enumerate(self._wall.columns):
            x = place * self._column_px - shift
            if x + self._column_px < 0 or x > width:
                continue
            painter.setFont(theme.font("lead", bold=True))
            painter.setPen(theme.colour(head.role if self._is_tight else "ink"))
            code = f"{head.shape} {head.code}" if self._is_tight else head.code
            painter.drawText(QRectF(x, 2, self._column_px - _GAP, 22), Qt.AlignmentFlag.AlignVCenter, code)
            if self._is_tight:
                continue
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour(head.role))
            track = painter.fontMetrics().elidedText(head.track, Qt.TextElideMode.ElideRight, self._column_px - _GAP)
            painter.drawText(QRectF(x, 24, self._column_px - _GAP, 18), Qt.AlignmentFlag.AlignVCenter, track)
        painter.fillRect(0, self._top_px - 1, width, 1, theme.colour("line_soft"))

    def paint_lines(self, painter: QPainter, area: QRect) -> None:
        """Paint the line under each row."""
        soft = self._context.theme.colour("line_soft")
        for bottom in self._tops[1:]:
            painter.fillRect(area.left(), bottom - _GAP // 2, area.width(), 1, soft)
        if self._is_tight:
            self._paint_bands(painter)

    def _paint_bands(self, painter: QPainter) -> None:
        """Paint which step stands above each row."""
        theme, wide = self._context.theme, self._body.width()
        for top, head in zip(self._tops, self._wall.rows, strict=False):
            facts = head.facts.replace("\n", " · ")
            painter.setFont(theme.font("small"))
            room = QRectF(0, top + _GAP, wide - _GAP, _BAND - _GAP)
            used = painter.fontMetrics().horizontalAdvance(facts) + 12
            painter.setPen(theme.colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, facts)
            painter.setFont(theme.font("body", bold=True))
            painter.setPen(theme.colour("ink"))
            title = painter.fontMetrics().elidedText(head.title, Qt.TextElideMode.ElideRight, wide - used)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)

    def paint_rows(self, painter: QPainter, width: int, height: int) -> None:
        """Paint which step stands beside each row."""
        theme, shift = self._context.theme, self.verticalScrollBar().value()
        for place, head in enumerate(self._wall.rows):
            top, bottom = self._tops[place] - shift, self._tops[place + 1] - shift
            if bottom < 0 or top > height:
                continue
            room = QRectF(0, top + _GAP, width - 16, bottom - top - _GAP)
            painter.setFont(theme.font("body", bold=True))
            painter.setPen(theme.colour("ink"))
            painter.drawText(room, _WRAP, head.title)
            used = painter.fontMetrics().boundingRect(room.toRect(), _WRAP, head.title).height()
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(room.adjusted(0, used + 4, 0, 0), _WRAP, head.facts)
            painter.fillRect(0, int(bottom) - _GAP // 2, width, 1, theme.colour("line_soft"))

    # ---- walking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from card to card."""
        step = _ARROWS.get(Qt.Key(event.key()))
        now = next((card for card in self.cards.values() if card.hasFocus()), None)
        if step is None or now is None:
            super().keyPressEvent(event)
            return
        card = self._neighbour(now, *step)
        if card is not None:
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def _neighbour(self, now: NoteCard, across: int, down: int) -> NoteCard | None:
        others = [card for card in self.cards.values() if card is not now]
        if down:
            same = [card for card in others if card.column == now.column and (card.y() - now.y()) * down > 0]
            return min(same, key=lambda card: abs(card.y() - now.y()), default=None)
        beside = [card for card in others if (card.column - now.column) * across > 0]
        return min(beside, key=lambda card: (abs(card.column - now.column), abs(card.y() - now.y())), default=None)

    def focus_first(self) -> None:
        """Take the keyboard to the first card."""
        first = min(self.cards.values(), key=lambda card: (card.row, card.column), default=None)
        if first is not None:
            first.setFocus()
