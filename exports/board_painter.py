"""Draws a window of a board on a sheet, every line of text exactly once, so that nothing is cut or printed twice."""

from __future__ import annotations

from collections.abc import Mapping

from exports.board import FACES, Plan, Window, repeated_head
from exports.paper import MM_PER_POINT
from exports.sheets import LongTexts
from exports.signs import draw_face, draw_speech, draw_star, feeling_role
from exports.stroke import Stroke
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.layout import CardBox, LinkPath, PhaseBox, StepBox, TextStyle
from sprint.layout import step_note_width as note_width
from sprint.layout import step_title_width as title_width
from sprint.records import Card, Lane, LinkKind, Phase, Step

CARD_FILLS: Mapping[Lane, str] = {
    Lane.THOUGHT: "card_thought",
    Lane.PAIN: "card_pain",
    Lane.OPPORTUNITY: "card_opportunity",
    Lane.IDEA: "card_idea",
    Lane.QUOTE: "card_quote",
    Lane.FRONTSTAGE: "card_quote",
    Lane.BACKSTAGE: "card_backstage",
    Lane.LEGAL: "card_legal",
}
_FACE_RADIUS = 11.0
_OUTLINED = frozenset({Lane.QUOTE, Lane.FRONTSTAGE})
_CORNER = 7.0
_LABEL_COLUMNS = 1.3
_LABEL_LINES = 2


class BoardPainter:
    """Draws the windows of one plan; `x` and `y` say where the top left corner of a window lies on the sheet."""

    def __init__(self, surface: Surface, document: Document, t: Translator, plan: Plan, long: LongTexts) -> None:
        self._surface = surface
        self._document = document
        self._t = t
        self._plan = plan
        self._board = plan.board
        self._scale = plan.scale
        self._types = {
            style: Type(face.pixels * plan.scale / MM_PER_POINT, face.bold, face.colour, face.leading)
            for style, face in FACES.items()
        }
        self._labels = {link.id: self._label(link, long) for link in plan.board.links.values() if link.label.strip()}
        self._window = plan.windows[0]
        self._x = self._y = 0.0

    def draw(self, window: Window, x: float, y: float) -> None:
        """Draw one window with its top left corner at x, y in millimetres."""
        board, s = self._board, self._scale
        self._window = window
        self._x = x
        self._y = y - window.top * s + (repeated_head(board) * s if window.top else 0.0)
        m = board.metrics
        left = board.left - m.band_pad
        right = board.left + (window.last - window.first) * board.pitch - m.gap + m.band_pad
        top, height = self._sheet_y(window.top), (window.bottom - window.top) * s
        columns = board.columns[window.first : window.last]
        with self._surface.clipped(x + left * s, top, (right - left) * s, height):
            for phase in board.phases:
                self._phase_band(phase)
        with self._surface.clipped(x, top, right * s, height):
            self._lines_across(right)
        # What comes from the sheet before enters in the gap beside the first column, not over the names of lanes.
        with self._surface.clipped(x + (left - 8) * s, top, (right - left + 16) * s, height):
            self._links()
            self._curves()
        with self._surface.clipped(x + left * s, top, (right - left) * s, height):
            for column in columns:
                for card in column.cards:
                    self._card_box(card)
                for step in column.steps:
                    self._step_box(step)
        self._titles(y)
        for column in columns:
            for card in column.cards:
                self._card_text(card)
            for step in column.steps:
                self._step_text(step)
                self._feeling(step)
        self._link_labels()

    # ---- places

    def _sheet_x(self, x: float) -> float:
        """Turn an x in the columns of the board into millimetres on the sheet."""
        return self._x + (x - self._window.first * self._board.pitch) * self._scale

    def _sheet_y(self, y: float) -> float:
        return self._y + y * self._scale

    def _is_seen(self, top: float, bottom: float) -> bool:
        return top < self._window.bottom and bottom > self._window.top

    def _text(self, x: float, y: float, text: str, width: float, style: TextStyle, colour: str = "") -> float:
        """Write the lines of a text that begin inside the window; returns the y below the last line, in pixels."""
        type_ = self._types[style].coloured(colour) if colour else self._types[style]
        step = FACES[style].pixels * FACES[style].leading
        lines = self._plan.measure.lines(text, width, style)
        first = next((n for n in range(len(lines)) if y + n * step >= self._window.top - 1e-6), len(lines))
        last = next((n for n in range(first, len(lines)) if y + n * step >= self._window.bottom - 1e-6), len(lines))
        if first < last:
            self._surface.lines(x, self._sheet_y(y + first * step), lines[first:last], type_)
        return y + len(lines) * step

    # ---- below everything

    def _phase_band(self, phase: PhaseBox) -> None:
        if phase.is_shaded and phase.last > self._window.first and phase.first < self._window.last:
            rect, s = phase.rect, self._scale
            self._surface.box(
                self._sheet_x(rect.x), self._sheet_y(rect.y), rect.width * s, rect.height * s, fill="band",
                radius=12 * s,
            )  # fmt: skip

    def _lines_across(self, right: float) -> None:
        board, s = self._board, self._scale
        left = self._x + (board.left - board.metrics.band_pad) * s
        end = self._x + right * s
        zero = self._sheet_y(board.emotion.zero_y)
        self._surface.line([(left, zero), (end, zero)], Stroke("line", 0.8 * s))
        if board.visibility_y is not None:
            y = self._sheet_y(board.visibility_y)
            self._surface.line([(self._x, y), (end, y)], Stroke("muted", 1.2 * s, (5 * s, 4 * s)))

    def _links(self) -> None:
        s = self._scale
        for link in self._board.links.values():
            bounds = link.bounds
            if not self._is_seen(bounds.y - 20, bounds.bottom + 20) or not self._spans(bounds.x, bounds.right):
                continue
            stroke = Stroke("ink" if link.kind is LinkKind.NEXT else "muted", 1.5 * s, _dash(link, s))
            places = [(self._sheet_x(x), self._sheet_y(y)) for x, y in link.points]
            self._surface.arrow(places, stroke, 7 * s)

    def _spans(self, left: float, right: float) -> bool:
        pitch, board = self._board.pitch, self._board
        first = board.left + self._window.first * pitch - board.metrics.gap
        return left < board.left + self._window.last * pitch and right > first

    def _curves(self) -> None:
        s = self._scale
        for number, ids in enumerate(self._board.emotion.curves):
            boxes = [self._board.steps[step_id] for step_id in ids]
            first = next((n for n, box in enumerate(boxes) if box.column >= self._window.first), len(boxes))
            last = next((n for n, box in enumerate(boxes) if box.column >= self._window.last), len(boxes))
            # One point before and one after the window, so that the line enters and leaves the sheet.
            points = [box.point for box in boxes[max(0, first - 1) : last + 1] if box.point is not None]
            if len(points) < 2:
                continue
            stroke = Stroke("ink" if number == 0 else "muted", (2.2 if number == 0 else 1.4) * s, (7 * s, 5 * s))
            self._surface.wave([(self._sheet_x(x), self._sheet_y(y)) for x, y in points], stroke)

    # ---- boxes

    def _card_box(self, card: CardBox) -> None:
        rect, s = card.rect, self._scale
        if self._is_seen(rect.y, rect.bottom):
            outline = Stroke("card_line", 0.9 * s) if card.lane in _OUTLINED else None
            self._surface.box(
                self._sheet_x(rect.x), self._sheet_y(rect.y), rect.width * s, rect.height * s,
                fill=CARD_FILLS[card.lane.family], stroke=outline, radius=_CORNER * s,
            )  # fmt: skip

    def _step_box(self, box: StepBox) -> None:
        rect, s = box.rect, self._scale
        if not self._is_seen(rect.y, rect.bottom):
            return
        x, y = self._sheet_x(rect.x), self._sheet_y(rect.y)
        edge = "accent" if box.row == 0 else "muted"
        self._surface.box(x, y, rect.width * s, 14 * s, fill=edge, radius=_CORNER * s)
        self._surface.box(x, y + 4 * s, rect.width * s, (rect.height - 4) * s, fill="surface", radius=2 * s)
        self._surface.box(x, y, rect.width * s, rect.height * s, stroke=Stroke("line", 1.1 * s), radius=_CORNER * s)
        step = self._document.require(Step, box.id)
        if step.truth_reason:
            draw_star(self._surface, x + (rect.width - 15) * s, y + 21 * s, 8 * s, "track_spent")

    # ---- words

    def _titles(self, top: float) -> None:
        board = self._board
        for phase in board.phases:
            first, last = max(phase.first, self._window.first), min(phase.last, self._window.last)
            if first < last:
                self._phase_title(phase, first, top)
        band, lane_y = board.emotion, self._window.top
        if self._is_seen(band.rect.y, band.rect.bottom):
            top_y = band.y_of(3) - 8
            self._text(self._x, top_y, self._t("export.feeling"), band.title.width - 30, TextStyle.LANE)
            for feeling in (3, 0, -3):
                y = self._sheet_y(band.y_of(feeling) - 8)
                x = self._x + (board.left - board.metrics.band_pad - 5) * self._scale
                type_ = self._types[TextStyle.NOTE]
                self._surface.line_of_text(x, y, self._t.signed(feeling), type_, "right")
        for lane in board.lanes:
            if self._is_seen(lane.rect.y, lane.rect.bottom):
                y = max(lane.rect.y, lane_y)
                title = self._t(f"kind.lane.{lane.lane.value}")
                self._text(self._x, y, title, lane.title.width, TextStyle.LANE)

    def _phase_title(self, phase: PhaseBox, first: int, top: float) -> None:
        board, window = self._board, self._window
        record = self._document.require(Phase, phase.id)
        x = self._sheet_x(board.left + first * board.pitch)
        lines = self._plan.measure.lines(record.title, phase.title.width, TextStyle.PHASE)
        if window.top == 0 and first == phase.first:
            self._text(x, phase.title.y, record.title, phase.title.width, TextStyle.PHASE)
        elif lines:
            # A phase that goes on is named again, shortly: its full name stands where it begins.
            y = top + board.metrics.phase_top * self._scale
            room = board.metrics.column * self._scale
            name = self._plan.measure.lines(record.title, board.metrics.column - 20, TextStyle.PHASE)[0]
            again = f"… {name}"
            if self._surface.setter.width(again, self._types[TextStyle.PHASE]) <= room:
                self._surface.line_of_text(x, y, again, self._types[TextStyle.PHASE].coloured("muted"))

    def _card_text(self, card: CardBox) -> None:
        rect = card.rect
        if not self._is_seen(rect.y, rect.bottom):
            return
        m = self._board.metrics
        width = m.column - 2 * m.card_pad
        x = self._sheet_x(rect.x + m.card_pad)
        y = self._text(x, rect.y + m.card_top, card.label, width, TextStyle.LABEL)
        text = self._document.require(Card, card.id).text
        self._text(x, y + (m.label_below if card.label else 0), text, width, TextStyle.CARD)

    def _step_text(self, box: StepBox) -> None:
        rect, m, s = box.rect, self._board.metrics, self._scale
        if not self._is_seen(rect.y, rect.bottom):
            return
        step = self._document.require(Step, box.id)
        x = self._sheet_x(rect.x + m.step_pad)
        y = self._text(x, rect.y + m.step_top, step.title, title_width(m, step), TextStyle.STEP)
        self._text(x, y + m.note_above, box.note, note_width(m), TextStyle.NOTE)
        if box.remarks and rect.bottom <= self._window.bottom:
            type_ = self._types[TextStyle.LABEL].coloured("accent")
            right, bottom = self._sheet_x(rect.right - m.step_pad), self._sheet_y(rect.bottom - m.step_bottom)
            count = str(box.remarks)
            self._surface.line_of_text(right, bottom - type_.line, count, type_, "right")
            left = right - self._surface.setter.width(count, type_) - 9 * s
            draw_speech(self._surface, left, bottom - type_.line * 0.5, 5.5 * s, "accent")

    def _feeling(self, box: StepBox) -> None:
        step = self._document.require(Step, box.id)
        if box.point is None or step.feeling is None or not self._is_seen(box.point.y, box.point.y + 1):
            return
        radius = (_FACE_RADIUS if box.row == 0 else _FACE_RADIUS * 0.8) * self._scale
        x, y = self._sheet_x(box.point.x), self._sheet_y(box.point.y)
        draw_face(self._surface, x, y, radius, step.feeling)
        type_ = self._types[TextStyle.LABEL].coloured(feeling_role(step.feeling))
        top = y + radius * 1.1 if step.feeling < 0 else y - radius * 1.1 - type_.line
        self._surface.line_of_text(x, top, self._t.signed(step.feeling), type_, "middle")

    def _label(self, link: LinkPath, long: LongTexts) -> tuple[str, ...]:
        """Break the words on an arrow; more than a few lines would cover the steps and go to a sheet at the end."""
        width = self._board.metrics.column * _LABEL_COLUMNS
        lines = self._plan.measure.lines(link.label, width, TextStyle.NOTE)
        return long.shortened(lines, _LABEL_LINES, self._t("export.arrow"), link.label)

    def _link_labels(self) -> None:
        type_ = self._types[TextStyle.NOTE].coloured("ink")
        for link_id, lines in self._labels.items():
            at = self._board.links[link_id].label_at
            column = max(0, int((at.x - self._board.left) // self._board.pitch))
            if not self._window.first <= column < self._window.last or not self._is_seen(at.y, at.y + 1):
                continue
            width = max(self._surface.setter.width(line, type_) for line in lines)
            height = type_.line * len(lines)
            x, y = self._sheet_x(at.x), self._sheet_y(at.y) - height / 2
            x = min(max(x, self._x + width / 2), self._surface.sheet.right - width / 2)
            self._surface.box(x - width / 2 - 0.6, y, width + 1.2, height, fill="surface", radius=0.8)
            self._surface.lines(x, y, lines, type_, "middle")


def _dash(link: LinkPath, s: float) -> tuple[float, ...]:
    if link.kind is LinkKind.NEXT:
        return ()
    return (1.5 * s, 3 * s) if link.kind is LinkKind.DROP_OUT else (5 * s, 3.5 * s)
