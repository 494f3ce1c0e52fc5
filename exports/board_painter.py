"""Draws a window of a board on a sheet, every line of text exactly once, so that nothing is cut or printed twice."""

from __future__ import annotations

from collections.abc import Mapping

from exports.board import Plan, Window
from exports.board_curves import CurvePainter
from exports.board_links import LinkPainter
from exports.board_view import BoardView
from exports.sheets import LongTexts
from exports.signs import draw_bullseye, draw_speech, draw_star, draw_track
from exports.stroke import Stroke
from exports.surface import Surface
from sprint.document import Document
from sprint.i18n import Translator
from sprint.layout import CardBox, LineKind, PhaseBox, StepBox, TextStyle, card_text_width
from sprint.layout import step_note_width as note_width
from sprint.layout import step_title_width as title_width
from sprint.records import Card, Lane, Persona, Phase, Step, Track

CARD_FILLS: Mapping[Lane, str] = {
    Lane.THOUGHT: "card_thought",
    Lane.PAIN: "card_pain",
    Lane.OPPORTUNITY: "card_opportunity",
    Lane.IDEA: "card_idea",
    Lane.QUOTE: "card_quote",
    Lane.FRONTSTAGE: "card_frontstage",
    Lane.BACKSTAGE: "card_backstage",
    Lane.LEGAL: "card_legal",
}
_LINES: Mapping[LineKind, tuple[float, float]] = {
    LineKind.INTERACTION: (16.0, 4.0),
    LineKind.VISIBILITY: (6.0, 4.0),
    LineKind.INTERNAL: (2.0, 5.0),
}
_LINE_NAMES: Mapping[LineKind, str] = {
    LineKind.INTERACTION: "canvas.line_interaction",
    LineKind.VISIBILITY: "canvas.line_visibility",
    LineKind.INTERNAL: "canvas.line_internal",
}
_CORNER = 7.0
_OUTLINE = 0.9
_HAIRLINE = 0.4
_EDGE = 4.0
_STAR_SHARE = 8 / 22


class BoardPainter:
    """Draws the windows of one plan; `x` and `y` say where the top left corner of a window lies on the sheet."""

    def __init__(self, surface: Surface, document: Document, t: Translator, plan: Plan, long: LongTexts) -> None:
        self._surface = surface
        self._document = document
        self._t = t
        self._plan = plan
        self._board = plan.board
        self._scale = plan.scale
        self._view = BoardView(surface, plan)
        self._links = LinkPainter(self._view, document, t, long)
        self._curves = CurvePainter(self._view, document, t)
        self._phase_titles = self._fitted_titles(long)

    def draw(self, window: Window, x: float, y: float) -> None:
        """Draw one window with its top left corner at x, y in millimetres."""
        board, s, view = self._board, self._scale, self._view
        view.show(window, x, y)
        m = board.metrics
        left = board.left - m.band_pad
        right = board.left + (window.last - window.first) * board.pitch - m.gap + m.band_pad
        top, height = view.sheet_y(window.top), (window.bottom - window.top) * s
        columns = board.columns[window.first : window.last]
        with self._surface.clipped(x + left * s, top, (right - left) * s, height):
            for phase in board.phases:
                self._phase_band(phase)
        with self._surface.clipped(x, top, right * s, height):
            self._lines_across(right)
        # What comes from the sheet before enters in the gap beside the first column, not over the names of lanes.
        with self._surface.clipped(x + (left - 8) * s, top, (right - left + 16) * s, height):
            self._links.draw_arrows()
            self._curves.draw_lines()
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
        self._curves.draw_points()
        self._links.draw_words()

    # ---- below everything

    def _phase_band(self, phase: PhaseBox) -> None:
        first, last = self._view.columns_of(phase)
        if phase.is_shaded and first < last:
            rect, s = phase.rect, self._scale
            self._surface.box(
                self._view.sheet_x(rect.x), self._view.sheet_y(rect.y), rect.width * s, rect.height * s, fill="band",
                radius=12 * s,
            )  # fmt: skip

    def _lines_across(self, right: float) -> None:
        board, s, view = self._board, self._scale, self._view
        end = view.x + right * s
        zero = view.sheet_y(board.emotion.zero_y)
        self._surface.line([(view.x + (board.left - board.metrics.band_pad) * s, zero), (end, zero)],
                           Stroke("line", 0.8 * s))  # fmt: skip
        for line in board.lines:
            if not view.is_seen(line.y, line.y + 1):
                continue
            # The name of a line stands on it, before it begins.
            name = self._t(_LINE_NAMES[line.kind])
            start = view.x + self._surface.setter.width(name, view.types[TextStyle.NOTE]) + 4 * s
            y, (dash, space) = view.sheet_y(line.y), _LINES[line.kind]
            self._surface.line([(start, y), (end, y)], Stroke("muted", 1.3 * s, (dash * s, space * s)))

    # ---- boxes

    def _card_box(self, card: CardBox) -> None:
        rect, s = card.rect, self._scale
        if self._view.is_seen(rect.y, rect.bottom):
            family = card.lane.family
            # On grey paper most cards are as light as the band behind them: a hairline shows where they end.
            outline = Stroke("card_line", (_OUTLINE if family is Lane.QUOTE else _HAIRLINE) * s)
            self._surface.box(
                self._view.sheet_x(rect.x), self._view.sheet_y(rect.y), rect.width * s, rect.height * s,
                fill=CARD_FILLS[family], stroke=outline, radius=_CORNER * s,
            )  # fmt: skip

    def _step_box(self, box: StepBox) -> None:
        rect, s, surface = box.rect, self._scale, self._surface
        if not self._view.is_seen(rect.y, rect.bottom):
            return
        x, y = self._view.sheet_x(rect.x), self._view.sheet_y(rect.y)
        edge = "accent" if box.row == 0 else "muted"
        surface.box(x, y, rect.width * s, rect.height * s, fill="surface", radius=_CORNER * s)
        self._edge(x, y, rect.width * s, edge)
        surface.box(x, y, rect.width * s, rect.height * s, stroke=Stroke("line", 1.1 * s), radius=_CORNER * s)
        step, m = self._document.require(Step, box.id), self._board.metrics
        if step.truth_reason:
            radius = m.star * _STAR_SHARE
            draw_star(surface, x + (rect.width - 7 - radius) * s, y + (m.step_top + 2 + radius) * s, radius * s,
                      "track_spent")  # fmt: skip
        if step.track is not Track.OPEN:
            colour = "track_saved" if step.track is Track.SAVED else "track_spent"
            sign = self._view.track_sign(rect)
            middle, radius = self._view.sheet_x(sign.middle.x), sign.width / 2 * s
            surface.disc(middle, y, radius, fill="surface", stroke=Stroke(colour, 1.6 * s))
            draw_track(surface, middle, y, radius * 0.62, step.track)

    def _edge(self, x: float, y: float, width: float, colour: str) -> None:
        """Draw the coloured upper edge of a step, as high as `_EDGE`, inside its round corners."""
        s, right = self._scale, x + width
        low, inner = y + _EDGE * s, _CORNER - (_CORNER**2 - (_CORNER - _EDGE) ** 2) ** 0.5
        start, end = (x + inner * s, low), (right - inner * s, low)
        # The handles of an eighth and a bit of a circle lie a little over a third of the way.
        left_arc = ((x + 1.7 * s, y + 1.7 * s), (x + 4.2 * s, y), (x + _CORNER * s, y))
        top = ((x + width / 2, y), (x + width / 2, y), (right - _CORNER * s, y))
        right_arc = ((right - 4.2 * s, y), (right - 1.7 * s, y + 1.7 * s), end)
        self._surface.bezier(start, [left_arc, top, right_arc], colour)

    # ---- words

    def _titles(self, top: float) -> None:
        board, view = self._board, self._view
        for phase in board.phases:
            first, last = view.columns_of(phase)
            if first < last:
                self._phase_title(phase, first, top)
        band, lane_y = board.emotion, view.window.top
        if view.is_seen(band.rect.y, band.rect.bottom):
            view.text(view.x, band.y_of(3) - 8, self._t("export.feeling"), band.title.width - 30, TextStyle.LANE)
            for feeling in (3, 0, -3):
                type_ = view.number.coloured("muted")
                y = view.sheet_y(band.y_of(feeling)) - type_.line / 2
                x = view.x + (board.left - board.metrics.band_pad - 5) * self._scale
                self._surface.line_of_text(x, y, self._t.signed(feeling), type_, "right")
        for lane in board.lanes:
            if view.is_seen(lane.rect.y, lane.rect.bottom):
                y = max(lane.rect.y, lane_y)
                title = self._t(f"kind.lane.{lane.lane.value}")
                view.text(view.x, y, title, lane.title.width, TextStyle.LANE)
        for line in board.lines:
            if view.is_seen(line.y, line.y + 1):
                type_ = view.types[TextStyle.NOTE]
                y = view.sheet_y(line.y) - type_.line / 2
                self._surface.line_of_text(view.x, y, self._t(_LINE_NAMES[line.kind]), type_)

    def _fitted_titles(self, long: LongTexts) -> dict[tuple[str, int], tuple[str, ...]]:
        """Break the title of every phase for the columns it has on its first sheet, in the lines that it may take."""
        board, measure = self._board, self._plan.measure
        found: dict[tuple[str, int], tuple[str, ...]] = {}
        for window in self._plan.windows:
            if window.top:
                continue
            for phase in board.phases:
                if not window.first <= phase.first < window.last:
                    continue
                title = self._document.require(Phase, phase.id).title
                width = (min(phase.last, window.last) - phase.first) * board.pitch - board.metrics.gap
                room = min(phase.title.height, window.bottom - phase.title.y)
                most = max(1, int(room / measure.line_height(TextStyle.PHASE) + 1e-6))
                lines = measure.lines(title, width, TextStyle.PHASE)
                found[phase.id, window.first] = long.shortened(lines, most, self._t("export.phase"), title)
        return found

    def _phase_title(self, phase: PhaseBox, first: int, top: float) -> None:
        board, view = self._board, self._view
        type_, s = view.types[TextStyle.PHASE], self._scale
        x = view.sheet_x(board.left + first * board.pitch)
        if view.window.top == 0 and first == phase.first:
            self._surface.lines(x, view.sheet_y(phase.title.y), self._phase_titles[phase.id, view.window.first], type_)
            return
        # A phase that goes on is named again, on one line: its full name stands where it begins.
        room = (min(phase.last, view.window.last) - first) * board.pitch - board.metrics.gap
        lines = self._plan.measure.lines(self._document.require(Phase, phase.id).title, room - 20, TextStyle.PHASE)
        begin = f"… {lines[0].removesuffix('-')}" if lines else ""
        for again in (f"{begin}…", begin) if len(lines) > 1 else (begin,):
            if again and self._surface.setter.width(again, type_) <= room * s:
                y = top + board.metrics.phase_top * s
                self._surface.line_of_text(x, y, again, type_.coloured("muted"))
                break

    def _card_text(self, card: CardBox) -> None:
        rect = card.rect
        if not self._view.is_seen(rect.y, rect.bottom):
            return
        m = self._board.metrics
        width = card_text_width(m)
        x = self._view.sheet_x(rect.x + m.card_pad)
        y = self._view.text(x, rect.y + m.card_top, card.label, width, TextStyle.LABEL)
        text = self._document.require(Card, card.id).text
        self._view.text(x, y + (m.label_below if card.label else 0), text, width, TextStyle.CARD)

    def _target(self, box: StepBox) -> None:
        """Put a ring around the step that the team aims at, with a word and whose moment it is on its upper edge."""
        rect, s, surface, view = box.rect, self._scale, self._surface, self._view
        x, y = view.sheet_x(rect.x), view.sheet_y(rect.y)
        width, height = rect.width * s, rect.height * s
        for out, thick in ((1.0, 2.4), (4.5, 1.6)):
            around = (x - out * s, y - out * s, width + 2 * out * s, height + 2 * out * s)
            surface.box(*around, stroke=Stroke("ink", thick * s), radius=(_CORNER + out) * s)
        type_, t = view.types[TextStyle.LABEL], self._t
        persona = self._document.get(self._document.sprint.target_persona_id)
        name = persona.name.partition(",")[0].strip() if isinstance(persona, Persona) else ""
        words = (t("canvas.target_for", persona=name), t("canvas.target")) if name else (t("canvas.target"),)
        room = (view.track_sign(rect).x - rect.x - 4) * s
        beside = type_.line * 1.5
        word = next((one for one in words if surface.setter.width(one, type_) + beside <= room), words[-1])
        wide = surface.setter.width(word, type_) + beside
        surface.box(x + 4 * s, y - type_.line / 2, wide, type_.line, fill="ink", radius=type_.line / 2)
        draw_bullseye(surface, x + 4 * s + type_.line * 0.58, y, type_.line * 0.34, "surface")
        surface.line_of_text(x + 4 * s + type_.line * 1.1, y - type_.line / 2, word, type_.coloured("surface"))

    def _step_text(self, box: StepBox) -> None:
        rect, m, view = box.rect, self._board.metrics, self._view
        if not view.is_seen(rect.y, rect.bottom):
            return
        if box.id == self._document.sprint.target_step_id:
            self._target(box)
        step = self._document.require(Step, box.id)
        x = view.sheet_x(rect.x + m.step_pad)
        y = view.text(x, rect.y + m.step_top, step.title, title_width(m, step), TextStyle.STEP)
        view.text(x, y + m.note_above, box.note, note_width(m), TextStyle.NOTE)
        if box.remarks and view.window.top < rect.bottom <= view.window.bottom:
            type_, s = view.number.coloured("accent"), view.signs
            right, bottom = view.sheet_x(rect.right - m.step_pad), view.sheet_y(rect.bottom - m.step_bottom)
            count = str(box.remarks)
            top = max(bottom - type_.line, view.sheet_y(view.window.top))
            self._surface.line_of_text(right, top, count, type_, "right")
            left = right - self._surface.setter.width(count, type_) - 9 * s
            draw_speech(self._surface, left, top + type_.line * 0.5, 5.5 * s, "accent")
