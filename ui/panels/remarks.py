"""What citizens said at a step: read it, and write it down as fast as it is said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.citizens import add_remark, change_remark
from sprint.edits.delete import delete
from sprint.journeys import remarks_of
from sprint.records import Observation, Participant, Record, RemarkKind, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.remark_facts import RemarkFacts, offer_kinds_and_people, participant_words
from ui.widgets.button import Button
from ui.widgets.columns import RecordColumn, RecordRow, inset
from ui.widgets.drafts import DraftKeeper
from ui.widgets.feeling_picker import FeelingPicker
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.painted import PaintedButton
from ui.widgets.painting import paint_focus, paint_sign
from ui.widgets.trash import TrashButton

INSET = 9
_DISC = 22
_TARGET = 32
_VALENCE_WORDS = {1: "panel.remarks.good", 0: "panel.remarks.neutral", -1: "panel.remarks.bad"}
_VALENCE_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 0, Qt.Key.Key_3: -1}
_NEXT_VALENCE = {1: 0, 0: -1, -1: 1}


class ValenceButton(PaintedButton):
    """A disc with +, 0 or −."""

    def __init__(self, context: Context, valence: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._valence = valence
        self.setFixedSize(_TARGET, _TARGET)
        context.texts.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def valence(self) -> int:
        """What it shows: −1, 0 or +1."""
        return self._valence

    def show_valence(self, valence: int) -> None:
        """Show another sign."""
        self._valence = valence
        self._retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """A target for a finger."""
        return QSize(_TARGET, _TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, with a ring when it is chosen."""
        theme = self.context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (_TARGET - _DISC) / 2
        disc = QRectF(edge, edge, _DISC, _DISC)
        paint_sign(painter, disc, self._valence, theme)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawEllipse(disc.adjusted(-3, -3, 3, 3))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 6, theme)
        painter.end()

    def _retranslate(self) -> None:
        words = self.context.texts(_VALENCE_WORDS[self._valence])
        self.say(words, words)


class RemarkField(TextField):
    """The field of a remark; Ctrl+1, 2 and 3 say how it felt without leaving it."""

    valence_chosen = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep the three keys from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._valence_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose how it felt."""
        valence = self._valence_of(event)
        if valence is None:
            super().keyPressEvent(event)
        else:
            self.valence_chosen.emit(valence)

    @staticmethod
    def _valence_of(event: QEvent) -> int | None:
        if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return None
        return _VALENCE_KEYS.get(Qt.Key(event.key()))


class RemarkRow(RecordRow):
    """One remark: how it felt, the words, what kind it is and who said it."""

    def __init__(self, context: Context, bridge: SprintBridge, remark: Observation) -> None:
        super().__init__()
        self._context, self._bridge, self._remark = context, bridge, remark
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(0)
        self.sign = ValenceButton(context, remark.valence, self)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.field = RemarkField(self)
        self._who = PlainLabel(role="small", wrap=True)
        self.more = Button(context, kind="quiet", icon="edit", name_key="panel.remarks.change", parent=self)
        self.more.setCheckable(True)
        self._facts: RemarkFacts | None = None
        self._words = words
        words.addWidget(self.field)
        words.addLayout(inset(self._who, INSET))
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.trash = TrashButton(context, "panel.remarks.delete", parent=self)
        row.addWidget(self.trash, 0, Qt.AlignmentFlag.AlignTop)
        self.sign.setEnabled(not bridge.is_read_only)
        self.more.setVisible(not bridge.is_read_only)
        self.more.toggled.connect(self._unfold)
        self.sign.clicked.connect(lambda: self._change(valence=_NEXT_VALENCE[self._remark.valence]))
        self.field.valence_chosen.connect(lambda valence: self._change(valence=valence))
        self.field.typed.connect(lambda text: self._change(f"remark.{self._remark.id}", text=text))
        self.field.left.connect(bridge.break_merge)
        self.field.entered.connect(self.field.clearFocus)
        self.trash.clicked.connect(lambda: bridge.do(delete(bridge.document, [self._remark.id])))
        context.texts.changed.connect(self._retranslate)
        context.settings.changed.connect(self._retranslate)  # codes may be hidden now
        self.show_record(remark)

    def show_record(self, record: Record) -> None:
        """Show this state of the remark."""
        if not isinstance(record, Observation):
            return
        self._remark = record
        t = self._context.texts
        kind = t(f"kind.remark.{record.kind.value}")
        who = participant_words(self._context, self._bridge, record.participant_id)
        self.sign.show_valence(record.valence)
        self.field.show_text(record.text)
        self.field.setAccessibleName(t("panel.remarks.name", kind=kind, who=who))
        felt = (
            "" if record.feeling is None else " · " + t("panel.remarks.felt", value=t.translator.signed(record.feeling))
        )
        self._who.setText(f"{kind} · {who}{felt}")
        if self._facts is not None:
            self._facts.show_remark(record)

    @property
    def facts(self) -> RemarkFacts:
        """The fields below the words, made when they are first unfolded."""
        if self._facts is None:
            self._facts = RemarkFacts(self._context, self._bridge, self)
            self._facts.changed.connect(lambda fields: self._change(**fields))
            self._facts.show_remark(self._remark)
            self._words.addWidget(self._facts)
        return self._facts

    def _unfold(self, is_open: bool) -> None:
        self.facts.retranslate()
        self.facts.show_remark(self._remark)
        self.facts.setVisible(is_open)

    def _retranslate(self, _setting: str = "") -> None:
        self.show_record(self._remark)

    def _change(self, merge: str = "", **fields: object) -> None:
        if not self._bridge.do(change_remark(self._bridge.document, self._remark.id, **fields), merge=merge):
            self.show_record(self._remark)


class RemarkForm(QWidget):
    """Write down the next remark: Enter saves it; how it felt, what it is and who said it stay as chosen."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._step_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.kind = ChoiceField(context, self)
        self.who = ChoiceField(context, self)
        self.signs = {valence: ValenceButton(context, valence, self) for valence in (1, 0, -1)}
        choices = QHBoxLayout()
        choices.setSpacing(6)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.who, 1)
        self.field = RemarkField(self)
        self.field.setProperty("kind", "")
        self.save = Button(context, "panel.remarks.save")
        signs = QHBoxLayout()
        signs.setSpacing(4)
        for valence, button in self.signs.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, valence=valence: self.choose(valence))
            signs.addWidget(button)
        signs.addStretch(1)
        signs.addWidget(self.save)
        self.feeling = FeelingPicker(context, self)
        column.addLayout(choices)
        column.addWidget(self.field)
        column.addWidget(TextLabel(context, "panel.remarks.feeling", role="small", wrap=True))
        column.addWidget(self.feeling)
        column.addLayout(signs)
        self._felt: int | None = None
        self.feeling.chosen.connect(self._on_feeling)
        self._listen()
        self.choose(0)
        self.retranslate()

    def _listen(self) -> None:
        context, bridge = self._context, self._bridge
        self.save.clicked.connect(self._on_enter)
        self.field.valence_chosen.connect(self.choose)
        self.field.entered.connect(self._on_enter)
        self._draft = DraftKeeper(bridge, self.field, self, "remark", self._on_enter)
        context.texts.changed.connect(self.retranslate)
        context.settings.changed.connect(self.retranslate)

    def show_step(self, step_id: str) -> None:
        """Write at another step; what was being written is kept at the step before."""
        self._draft.show_place(step_id)
        self._step_id = step_id

    def choose(self, valence: int) -> None:
        """Say how the next remark feels."""
        for value, button in self.signs.items():
            button.setChecked(value == valence)

    def _on_feeling(self, value: int | None) -> None:
        self._felt = value
        self.feeling.show_values([value])

    def retranslate(self, _setting: str = "") -> None:
        """Offer kinds and citizens in the language of the screen."""
        t = self._context.texts
        offer_kinds_and_people(self._context, self._bridge, self.kind, self.who)
        self.field.setPlaceholderText(t("panel.remarks.hint"))
        self.field.setToolTip(t("panel.remarks.keys"))
        self.field.setAccessibleName(t("panel.remarks.new"))

    def _on_enter(self) -> None:
        text = self.field.toPlainText().strip()
        is_something = bool(text) or self._felt is not None
        if not is_something or self._bridge.document.get(self._step_id) is None:
            return
        diff = add_remark(
            self._bridge.document,
            self._bridge.ids,
            self._step_id,
            text,
            kind=RemarkKind(self.kind.currentData()),
            valence=next(value for value, button in self.signs.items() if button.isChecked()),
            participant_id=self.who.currentData() or "",
            at=self._bridge.utc_now(),
            feeling=self._felt,
        )
        if self._bridge.do(diff):
            self._draft.done()
            self.choose(0)
            self._on_feeling(None)


class RemarksTab(QWidget):
    """Everything citizens said at one step."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 8, INSET, 0)
        column.setSpacing(8)
        self.form = RemarkForm(context, bridge, self)
        column.addWidget(self.form)
        self.form.setVisible(not bridge.is_read_only)
        self._empty = TextLabel(context, "panel.remarks.empty", role="muted", wrap=True)
        column.addWidget(self._empty)
        self.rows = RecordColumn(
            lambda remark: RemarkRow(context, bridge, remark),  # type: ignore[arg-type]  # remarks only
            self.form.save,
            self,
            spacing=2,
        )
        column.addWidget(self.rows)

    def show_step(self, step: Step, *, is_wanted: bool) -> int:
        """Show the remarks of this step, the newest first; gives how many. Rows are made when the tab is open."""
        self.form.show_step(step.id)
        remarks = remarks_of(self._bridge.document, step.id)[::-1]
        self._empty.setVisible(not remarks)
        self.rows.show_records(remarks if is_wanted else [])
        return len(remarks)

    def on_diff(self, diff: Diff) -> None:
        """Know the citizens again when they changed."""
        if any(isinstance(record, Participant) for change in diff.changes.values() for record in change):
            self.form.retranslate()
