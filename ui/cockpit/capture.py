"""Quick capture: one key, a line, Enter, and the next; nothing that is said in the room gets lost."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.edits.capture import capture_note, decide, park
from sprint.edits.citizens import add_remark
from sprint.edits.team import decider_of
from sprint.frozen import dataclass
from sprint.journeys import journeys, steps_of
from sprint.records import Block, NoteKind, Step
from ui.bridge import SprintBridge
from ui.context import Context
from ui.panels.blocks import BlockNames
from ui.widgets.button import Button
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.labels import ElidedLabel

_EXTRA_PX = 190
_STEP_PX = 240


class CaptureKind(StrEnum):
    """What can be kept."""

    NOTE = "note"
    PARKED = "parked"
    DECISION = "decision"
    QUESTION = "question"
    REMARK = "remark"


KIND_KEYS = {
    CaptureKind.NOTE: "cockpit.capture.note",
    CaptureKind.PARKED: "cockpit.capture.parked",
    CaptureKind.DECISION: "cockpit.capture.decision",
    CaptureKind.QUESTION: "cockpit.capture.question",
    CaptureKind.REMARK: "cockpit.capture.remark",
}
_LETTER_KEYS = {
    CaptureKind.NOTE: "cockpit.letter.note",
    CaptureKind.PARKED: "cockpit.letter.parked",
    CaptureKind.DECISION: "cockpit.letter.decision",
    CaptureKind.QUESTION: "cockpit.letter.question",
    CaptureKind.REMARK: "cockpit.letter.remark",
}


@dataclass(frozen=True)
class Whereabouts:
    """What the room is at: the block on the clock or on the screen, and the step that is chosen ("" for none)."""

    block_id: str = ""
    step_id: str = ""


class CaptureStrip(QWidget):
    """A strip above the clock: kind, words, Enter. Stays open for the next; Esc closes it."""

    closed = Signal()
    kept = Signal(str)
    """What was kept, in words, such as "Besluit"."""

    def __init__(
        self,
        context: Context,
        bridge: SprintBridge,
        names: BlockNames,
        where: Callable[[], Whereabouts],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge, self._names, self._where = context, bridge, names, where
        self._kind = CaptureKind.NOTE
        self._place = Whereabouts()
        self._kept = 0
        self._buttons: dict[CaptureKind, Button] = {}
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        for field in (self.line, self.extra, self.when):
            field.returnPressed.connect(self._keep)
        self.line.typed.connect(self._on_typed)
        context.texts.changed.connect(self._say)
        self._say()
        self.hide()

    @property
    def kind(self) -> CaptureKind:
        """What Enter would keep."""
        return self._kind

    def open_strip(self, kind: CaptureKind | None = None) -> None:
        """Be ready for words."""
        self._place = self._where()
        self._kept = 0
        self._fill_steps()
        self.choose(kind or self._kind)
        self.show()
        self.line.setFocus()

    def close_strip(self) -> None:
        """Go away; what was half typed waits for the next time."""
        self.hide()
        self.closed.emit()

    def choose(self, kind: CaptureKind) -> None:
        """Keep something of another kind."""
        self._kind = kind
        self._buttons[kind].setChecked(True)
        self._say()

    # ---- building

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 10, 16, 12)
        page.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        group = QButtonGroup(self)
        for kind, key in KIND_KEYS.items():
            button = Button(self._context, key, parent=self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, kind=kind: self._on_kind(kind))
            group.addButton(button)
            top.addWidget(button)
            self._buttons[kind] = button
        self._hint = ElidedLabel(role="muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        top.addWidget(self._hint, 1)
        close = Button(self._context, kind="quiet", icon="close", name_key="cockpit.close", parent=self)
        close.clicked.connect(self.close_strip)
        top.addWidget(close)
        page.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.line, self.extra, self.when = LineField(self), LineField(self), LineField(self)
        self.step = ChoiceField(self._context, self)
        self.step.setFixedWidth(_STEP_PX)
        for field in (self.extra, self.when):
            field.setFixedWidth(_EXTRA_PX)
        for field in (self.line, self.extra, self.when, self.step):
            lead = self._context.theme.size("lead")
            field.setStyleSheet(f"font-size: {lead}px; min-height: 34px;")
            row.addWidget(field, 1 if field is self.line else 0)
        page.addLayout(row)

    def _fill_steps(self) -> None:
        document = self._bridge.document
        steps = [step for journey in journeys(document) for step in steps_of(document, journey.id)]
        self.step.show_choices([(step.id, step.title or "…") for step in steps])
        if self._place.step_id:
            self.step.show_value(self._place.step_id)

    # ---- showing

    def _say(self) -> None:
        t = self._context.texts
        self.setAccessibleName(t("cockpit.capture"))
        block = self._bridge.document.get(self._place.block_id) if self._place.block_id else None
        hint = t("cockpit.capture.at", title=self._names.title(block)) if isinstance(block, Block) else ""
        self.line.setPlaceholderText(t("cockpit.capture.hint"))
        self.line.setAccessibleName(t(KIND_KEYS[self._kind]))
        is_parked, is_decision = self._kind is CaptureKind.PARKED, self._kind is CaptureKind.DECISION
        self.extra.setVisible(is_parked or is_decision)
        self.when.setVisible(is_parked)
        self.step.setVisible(self._kind is CaptureKind.REMARK)
        self.step.setAccessibleName(t("cockpit.capture.step"))
        extra = t("cockpit.owner") if is_parked else t("cockpit.reason")
        for field, words in ((self.extra, extra), (self.when, t("cockpit.back_when"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        letters = ", ".join(t(_LETTER_KEYS[kind]) for kind in CaptureKind)
        kept = t("cockpit.capture.kept", count=self._kept) if self._kept else t("cockpit.capture.letters", list=letters)
        self._hint.setText(" · ".join(part for part in (hint, kept) if part))

    def _on_kind(self, kind: CaptureKind) -> None:
        self.choose(kind)
        self.line.setFocus()

    def _on_typed(self, text: str) -> None:
        """Let "b " at the beginning choose a decision, so that no hand leaves the keys."""
        letter, blank, rest = text.partition(" ")
        if not blank or rest or len(letter) != 1:
            return
        for kind, key in _LETTER_KEYS.items():
            if letter.lower() == self._context.texts(key):
                self.line.clear()
                self.choose(kind)
                return

    # ---- keeping

    def _keep(self) -> None:
        text = self.line.text().strip()
        if not text or not self._bridge.do(self._diff(text)):
            return
        self._kept += 1
        for field in (self.line, self.extra, self.when):
            field.clear()
        self._say()
        self.line.setFocus()
        self.kept.emit(self._context.texts(KIND_KEYS[self._kind]))

    def _diff(self, text: str) -> Diff:
        document, ids = self._bridge.document, self._bridge.ids
        block_id = self._place.block_id if document.get(self._place.block_id) is not None else ""
        extra = self.extra.text().strip()
        match self._kind:
            case CaptureKind.PARKED:
                back = self.when.text().strip()
                return park(document, ids, text, owner=extra, back_when=back, block_id=block_id)
            case CaptureKind.DECISION:
                who, now = decider_of(document), self._bridge.utc_now()
                return decide(document, ids, text, reason=extra, decided_by=who, block_id=block_id, at=now)
            case CaptureKind.QUESTION:
                return capture_note(document, ids, text, kind=NoteKind.QUESTION)
            case CaptureKind.REMARK if isinstance(document.get(self.step.currentData() or ""), Step):
                return add_remark(document, ids, self.step.currentData(), text, at=self._bridge.utc_now())
            case _:
                return capture_note(document, ids, text, block_id=block_id, step_id=self._step_of_note())

    def _step_of_note(self) -> str:
        step = self._bridge.document.get(self._place.step_id) if self._place.step_id else None
        return step.id if isinstance(step, Step) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; up and down choose the kind."""
        kinds = list(CaptureKind)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        elif step:
            self._on_kind(kinds[(kinds.index(self._kind) + step) % len(kinds)])
        else:
            super().keyPressEvent(event)
