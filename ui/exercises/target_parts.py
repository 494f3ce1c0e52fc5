"""Parts of picking the target: the moments of the journey as a list, and the form with persona, reason and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sprint.frozen import dataclass
from sprint.records import Person, Persona, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn, tab_in_order
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import feeling_role, paint_face, paint_focus
from ui.widgets.picture_card import broken
from ui.widgets.wrapped_choice import WrappedChoice

_ROW, _PHASE, _FACE = 48, 26, 28
_TITLE_LINES = 2
_DOT, _DOT_STEP, _MOST_DOTS = 10, 13, 8
_FEW_DOTS, _WIDE_ROW = 2, 560
"""How many dots are drawn beside their number where the title needs the room, in rows narrower than this (pixels)."""


@dataclass(frozen=True)
class Moment:
    """A step as it can be chosen; `phase` is written above it when it is the first one of its phase."""

    id: str
    number: int
    title: str
    phase: str = ""
    feeling: int | None = None
    dots: int | None = None
    questions: int = 0
    is_truth: bool = False


class MomentRow(PaintedButton):
    """One moment: number, title, how it feels, how many dots; the target has an edge in the colour of now."""

    focused = Signal(str)

    def __init__(self, context: Context, moment: Moment, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._moment = moment
        self._is_target = self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def moment(self) -> Moment:
        """What it shows."""
        return self._moment

    def show_moment(self, moment: Moment, *, is_target: bool, is_current: bool) -> None:
        """Show this state of the moment."""
        self._moment, self._is_target, self._is_current = moment, is_target, is_current
        t = self.context.texts
        words = [str(moment.number), moment.title]
        if moment.feeling is not None:
            words.append(t("board.feels", value=t.translator.signed(moment.feeling)))
        if moment.dots is not None:
            words.append(t("sketch.dots", count=moment.dots))
        if moment.questions:
            words.append(t("sketch.questions", count=moment.questions))
        if is_target:
            words.append(t("board.target"))
        self.say(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _ROW + (_PHASE if self._moment.phase else 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the list where the keyboard is."""
        super().focusInEvent(event)
        self.focused.emit(self._moment.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, moment = self.context.theme, self._moment
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        if moment.phase:
            painter.setFont(theme.font("body", bold=True))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(4, 0, self.width(), _PHASE), int(Qt.AlignmentFlag.AlignVCenter), moment.phase)
            top = float(_PHASE)
        body = QRectF(1.5, top + 1.5, self.width() - 3, _ROW - 5)
        ground = "now_soft" if self._is_target else "accent_soft" if self._is_current else "surface"
        edge, width = ("ink", 2) if self._is_target else ("accent", 2) if self._is_current else ("line_soft", 1)
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(body, theme.size("radius.card"), theme.size("radius.card"))
        right = self._paint_figures(painter, body)
        painter.setFont(theme.font("lead", bold=True))
        painter.setPen(theme.colour("muted"))
        painter.drawText(body.adjusted(12, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), str(moment.number))
        self._paint_title(painter, QRectF(body.x() + 46, body.y(), right - body.x() - 54, body.height()))
        if self.hasFocus():
            paint_focus(painter, body.adjusted(-1, -1, 1, 1), theme.size("radius.card"), theme)
        painter.end()

    def _paint_title(self, painter: QPainter, at: QRectF) -> None:
        """Draw the title on one line, or smaller on two."""
        theme = self.context.theme
        font = theme.font("lead", bold=self._is_target)
        if QFontMetricsF(font).horizontalAdvance(self._moment.title) > at.width():
            font = theme.font("body", bold=self._is_target)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        lines = broken(self._moment.title, QFontMetricsF(font), at.width(), _TITLE_LINES)
        painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), "\n".join(lines))

    def _paint_figures(self, painter: QPainter, body: QRectF) -> float:
        """Draw face, dots and signs at the right end; give where they begin."""
        theme, moment = self.context.theme, self._moment
        x = body.right() - 10 - _FACE
        if moment.feeling is not None:
            disc = QRectF(x, body.center().y() - _FACE / 2, _FACE, _FACE)
            paint_face(
                painter, disc, moment.feeling, theme.colour(feeling_role(moment.feeling)), theme.colour("on_feeling")
            )
            painter.setFont(theme.font("body", bold=True))
            painter.setPen(theme.colour("ink"))
            number = QRectF(x - 30, body.y(), 26, body.height())
            words = self.context.texts.translator.signed(moment.feeling)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        x -= 44
        if moment.dots:
            shown = min(moment.dots, _MOST_DOTS if body.width() >= _WIDE_ROW else _FEW_DOTS)
            painter.setFont(theme.font("body", bold=True))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(str(moment.dots))
            painter.setPen(theme.colour("ink"))
            figures = QRectF(x - wide, body.y(), wide + 1, body.height())
            painter.drawText(figures, int(Qt.AlignmentFlag.AlignVCenter), str(moment.dots))
            x -= wide + 4 + shown * _DOT_STEP
            painter.setPen(QPen(theme.colour("ink"), 1))
            painter.setBrush(theme.colour("now"))
            for number_ in range(shown):
                painter.drawEllipse(QRectF(x + number_ * _DOT_STEP, body.center().y() - _DOT / 2, _DOT, _DOT))
        if moment.questions:
            painter.setFont(theme.font("body", bold=True))
            words = f"{moment.questions} ?"
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 14
            x -= wide + 8
            pill = QRectF(x, body.center().y() - 12, wide, 24)
            painter.setPen(QPen(theme.colour("card_line"), 1))
            painter.setBrush(theme.colour("card_thought"))
            painter.drawRoundedRect(pill, 12, 12)
            painter.setPen(theme.colour("on_card"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        if moment.is_truth:
            size = theme.size("icon.small")
            x -= size + 8
            star = self.context.icons.pixmap("star", "ink", size)
            painter.drawPixmap(round(x), round(body.center().y() - size / 2), star)
        return x


class MomentList(ScrollColumn):
    """The moments of a journey; the arrows walk, Enter goes on to persona and reason."""

    chosen = Signal(str)
    """Another moment is looked at."""
    entered = Signal()
    """This one: Enter or a second click."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, margin=0, spacing=2, passes_arrows=True)
        self._context = context
        self.rows: dict[str, MomentRow] = {}
        self._current = ""
        self._target = ""
        self._empty = TextLabel(context, "board.no_journey", role="lead", wrap=True)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)

    @property
    def current(self) -> str:
        """The moment that is looked at, "" when there is none."""
        return self._current if self._current in self.rows else next(iter(self.rows), "")

    def choose(self, step_id: str) -> None:
        """Look at a moment."""
        if step_id != self._current:
            self._current = step_id
            self._dress()
            self.chosen.emit(step_id)

    def show_moments(self, moments: Sequence[Moment], target: str) -> None:
        """Show these moments; the target among them stands out."""
        wanted = {moment.id: moment for moment in moments}
        for gone in [row_id for row_id in self.rows if row_id not in wanted]:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        before = list(self.rows)
        for place, moment in enumerate(moments):
            row = self.rows.get(moment.id) or self._new_row(moment)
            self.rows[moment.id] = row
            if self.column.indexOf(row) != place + 1:
                self.column.insertWidget(place + 1, row)
                row.show()
        self.rows = {moment.id: self.rows[moment.id] for moment in moments}
        self._moments, self._target = wanted, target
        if before != list(self.rows) and self.rows:
            rows = list(self.rows.values())
            tab_in_order(rows[0], rows[1:])
        self._empty.setVisible(not moments)
        self._dress()

    def focus_current(self) -> None:
        """Take the keyboard to the moment that is looked at."""
        row = self.rows.get(self.current)
        if row is not None:
            row.setFocus()

    def _new_row(self, moment: Moment) -> MomentRow:
        row = MomentRow(self._context, moment, self.inside)
        row.focused.connect(self._on_focus)
        row.clicked.connect(self._on_pressed)
        return row

    def _on_focus(self, step_id: str) -> None:
        self.ensureWidgetVisible(self.rows[step_id])
        self.choose(step_id)

    def _on_pressed(self) -> None:
        self.entered.emit()

    def _dress(self) -> None:
        for row_id, row in self.rows.items():
            moment = self._moments[row_id]
            row.show_moment(moment, is_target=row_id == self._target, is_current=row_id == self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk up and down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        order = list(self.rows)
        if step and self.current in order:
            place = max(0, min(len(order) - 1, order.index(self.current) + step))
            self.rows[order[place]].setFocus()
        else:
            super().keyPressEvent(event)


class TargetForm(QWidget):
    """The moment that is looked at, for whom, why, and who decides; one button makes it the target."""

    picked = Signal(str, str, str)
    """The persona's id, the reason, and who decided."""
    cleared = Signal()
    canvas_requested = Signal()
    journey_chosen = Signal(str)

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "band")
        self.journey = WrappedChoice(context, self)
        self._moment = PlainLabel(role="heading", wrap=True)
        self._now = PlainLabel(role="muted", wrap=True)
        self.persona = WrappedChoice(context, self)
        self.reason = TextField(self)
        self.reason.setProperty("kind", "")
        self.decider = WrappedChoice(context, self)
        self.pick = Button(context, "board.pick", kind="primary", icon="flag")
        self.to_canvas = Button(context, "board.on_canvas", icon="step")
        self.clear = Button(context, "board.clear_target", kind="quiet")
        self._lay_out()
        self._draft = DraftKeeper(bridge, self.reason, self, "target", lambda: None)
        self.reason.entered.connect(self.pick.setFocus)
        self.pick.clicked.connect(self._on_pick)
        self.to_canvas.clicked.connect(self.canvas_requested)
        self.clear.clicked.connect(self.cleared)
        self.journey.chosen.connect(lambda journey_id: self.journey_chosen.emit(str(journey_id)))

    def _lay_out(self) -> None:
        context = self._context
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(self.journey)
        column.addWidget(TextLabel(context, "board.moment", role="bold"))
        column.addWidget(self._moment)
        column.addSpacing(6)
        for key, widget in (
            ("board.persona", self.persona),
            ("board.reason", self.reason),
            ("board.decider", self.decider),
        ):
            column.addWidget(TextLabel(context, key, role="bold"))
            column.addWidget(widget)
            column.addSpacing(6)
        column.addWidget(self.pick)
        column.addWidget(self.to_canvas)
        column.addSpacing(12)
        column.addWidget(self._now)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_place(self, block_id: str) -> None:
        """Decide in another exercise."""
        self._draft.show_place(block_id)
        if block_id and not self.reason.toPlainText():
            self.reason.show_text(self._bridge.document.sprint.target_reason)

    def begin(self) -> None:
        """Begin with the persona of the target, or with the first one."""
        document = self._bridge.document
        personas = sorted(document.table(Persona).values(), key=lambda one: (one.order, one.id))
        first = personas[0].id if personas and not document.sprint.target_step_id else ""
        self.persona.show_value(document.sprint.target_persona_id or first)

    def suggest_reason(self, reason: str) -> None:
        """Take over the reason of a vote, where none was written yet."""
        if reason and not self.reason.toPlainText().strip():
            self.reason.show_text(reason)

    def show_journeys(self, choices: list[tuple[str, str]], current: str) -> None:
        """Offer the journeys to choose a moment from."""
        self.journey.show_choices([(journey_id, title) for journey_id, title in choices])
        self.journey.show_value(current)
        self.journey.setVisible(len(choices) > 1)
        self.journey.setAccessibleName(self._context.texts("board.journey"))

    def show_chosen(self, step: Step | None) -> None:
        """Show the moment that is looked at, and what the target is now."""
        t, document = self._context.texts, self._bridge.document
        sprint, is_writable = document.sprint, not self._bridge.is_read_only
        self._moment.setText(step.title if step is not None else t("board.no_moment"))
        personas = sorted(document.table(Persona).values(), key=lambda one: (one.order, one.id))
        people = sorted(document.table(Person).values(), key=lambda one: (one.order, one.id))
        self.persona.show_choices([("", t("board.everybody")), *((one.id, one.name) for one in personas)])
        names = [(one.name, f"{one.name} ({one.role})" if one.role else one.name) for one in people if one.name]
        self.decider.show_choices([("", t("board.the_decider")), *names])
        target = document.get(sprint.target_step_id)
        persona = document.get(sprint.target_persona_id)
        if isinstance(target, Step):
            who = persona.name if isinstance(persona, Persona) else t("board.everybody")
            self._now.setText(t("board.target_now", step=target.title, persona=who))
        else:
            self._now.setText(t("board.no_target"))
        self.clear.setVisible(isinstance(target, Step) and is_writable)
        for widget, key in (
            (self.persona, "board.persona"),
            (self.reason, "board.reason"),
            (self.decider, "board.decider"),
        ):
            widget.setAccessibleName(t(key))
            widget.setEnabled(is_writable)
        self.reason.setPlaceholderText(t("board.reason_hint"))
        self.pick.setEnabled(step is not None and is_writable)
        self.to_canvas.setEnabled(step is not None)

    def take_focus(self) -> None:
        """Go on with the persona."""
        self.persona.setFocus()

    def done(self) -> None:
        """The target is chosen: the reason is kept with it."""
        reason = self.reason.toPlainText()
        self._draft.done()
        self.reason.show_text(reason)

    def _on_pick(self) -> None:
        persona, decider = str(self.persona.currentData() or ""), str(self.decider.currentData() or "")
        by = decider or self._context.texts("board.the_decider")
        self.picked.emit(persona, self.reason.toPlainText().strip(), by)
