"""The line in which notes are caught: one line one note, signs at its start, what it will be stands below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sprint.prefixes import KIND_SIGNS, CapturedLine, read_line
from sprint.records import NoteKind, Person
from ui.bridge import SprintBridge
from ui.context import Context
from ui.exercises.note_faces import kind_words
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.labels import PlainLabel

_CHOICE_LETTERS = 10


class CaptureLine(QWidget):
    """A field that empties itself at Enter and is ready for the next; kind and person stay until they change."""

    caught = Signal(object)
    """A CapturedLine with words; its person is an id, "" for nobody."""
    went_down = Signal()
    """The arrow down was pressed in the last line of the field, or Esc."""

    def __init__(
        self, context: Context, bridge: SprintBridge, place: str = "note", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._block_id = ""
        self._kinds: list[NoteKind] = [NoteKind.NOTE]
        self._signs: Mapping[str, NoteKind] = KIND_SIGNS
        self.field = TextField(self)
        self.field.setProperty("kind", "")
        self.kind = ChoiceField(context, self)
        self.person = ChoiceField(context, self)
        self.kind.setMinimumContentsLength(_CHOICE_LETTERS)
        self.kind.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.person.setMinimumContentsLength(_CHOICE_LETTERS)
        self.hint = PlainLabel(role="muted", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.person, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addWidget(self.hint, 1)
        column.addLayout(self.foot)
        self.field.entered.connect(self.enter)
        self.field.typed.connect(lambda _text: self._say_hint())
        self.field.installEventFilter(self)
        self._draft = DraftKeeper(bridge, self.field, self, place, self.enter)
        self.kind.chosen.connect(lambda _kind: self._say_hint())
        self._restyle()

    def show_place(self, block_id: str, kinds: Sequence[NoteKind], signs: Mapping[str, NoteKind] = KIND_SIGNS) -> None:
        """Catch notes for another block; the first kind is what a line without a sign becomes."""
        self._draft.show_place(block_id)
        self._block_id, self._kinds, self._signs = block_id, list(kinds), signs
        self.retranslate()
        self.kind.show_value(self._kinds[0])

    def retranslate(self) -> None:
        """Say everything again, as language, theme and team are now."""
        t = self._context.texts
        self._restyle()
        self.field.setPlaceholderText(t("work.line_hint"))
        self.field.setAccessibleName(t("work.line"))
        self.kind.show_choices([(kind, self._named(kind)) for kind in self._kinds])
        self.kind.setVisible(len(self._kinds) > 1)
        self.kind.setAccessibleName(t("work.kind"))
        self.person.show_choices([("", t("work.nobody")), *((one.id, one.name) for one in self._people())])
        self.person.setVisible(bool(self._people()))
        self.person.setAccessibleName(t("work.person"))
        self.setVisible(not self._bridge.is_read_only)
        self._say_hint()

    def enter(self) -> None:
        """Take what is written; a line with only signs sets the kind and the person of the lines to come."""
        line = self._read()
        if line.person is not None and not line.text:
            self.person.show_value(line.person)
        if not line.text:
            if self.field.toPlainText().strip():
                self.kind.show_value(line.kind)
                self._draft.done()
                self._say_hint()
            return
        person = line.person if line.person is not None else str(self.person.currentData() or "")
        self.caught.emit(CapturedLine(line.text, line.kind, line.valence, person))

    def done(self) -> None:
        """Empty the field: what was written is a note now."""
        self._draft.done()
        self._say_hint()

    def leave(self) -> None:
        """Enter what is half typed, and let go of the place."""
        self._draft.show_place("")

    @property
    def signs(self) -> Mapping[str, NoteKind]:
        """The signs that say of which kind a line is."""
        return self._signs

    def show_card_keys(self) -> None:
        """Say what keys do on a card, while the keyboard is on one."""
        signs = dict.fromkeys([*self._signs, "+", "−"])
        self.hint.setText(self._context.texts("work.card_keys", signs=" ".join(sign for sign in signs if sign != "-")))

    # ---- inside

    def _named(self, kind: NoteKind) -> str:
        return kind_words(self._bridge.document, self._context.texts, kind, self._block_id)

    def _people(self) -> list[Person]:
        return sorted(self._bridge.document.table(Person).values(), key=lambda person: (person.order, person.id))

    def _read(self) -> CapturedLine:
        kind = NoteKind(self.kind.currentData() or self._kinds[0])
        return read_line(self.field.toPlainText(), self._people(), kind, self._signs)

    def _say_hint(self) -> None:
        t = self._context.texts
        if not self.field.toPlainText().strip():
            self.hint.setText(t("work.signs", signs=self._sign_words()))
            return
        line = self._read()
        parts = [self._named(line.kind)]
        if line.valence:
            parts.append("+" if line.valence > 0 else "−")
        person = line.person if line.person is not None else str(self.person.currentData() or "")
        name = next((one.name for one in self._people() if one.id == person), "")
        parts.append(name or t("work.nobody"))
        self.hint.setText(t("work.becomes", what=" · ".join(parts)))

    def _sign_words(self) -> str:
        t = self._context.texts
        signs = {kind: sign for sign, kind in reversed(self._signs.items())}
        kinds = [f"{sign} {self._named(kind).lower()}" for kind, sign in reversed(signs.items())]
        valences = [] if "+" in self._signs else [t("work.sign_valence")]
        return " · ".join([*kinds, *valences, t("work.sign_person"), t("work.sign_break")])

    def _restyle(self) -> None:
        theme = self._context.theme
        line, high = theme.line("line"), theme.size("target.touch") - 22
        self.field.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.hex('surface')}; border: {line}px solid {theme.hex('line')};"
            f" border-radius: 8px; padding: 8px 10px; font-size: {theme.size('lead')}px; min-height: {high}px; }}"
            f"QPlainTextEdit:focus {{ border: {theme.line('focus')}px solid {theme.hex('focus')}; }}"
        )
        for choice in (self.kind, self.person):
            choice.setFixedHeight(theme.size("target.touch"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._say_hint()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_last = self.field.textCursor().blockNumber() == self.field.document().blockCount() - 1
            if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Down and is_last):
                self.went_down.emit()
                return True
        return super().eventFilter(watched, event)
