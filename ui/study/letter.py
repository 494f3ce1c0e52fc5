"""The letter and the form: words to edit, with gaps the study fills, a version and a hash."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from sprint.edits.study import change_study, write_text
from sprint.i18n import Translator
from sprint.records import StudyTextKind
from sprint.study.texts import current_text, filled, is_agreed_to, sha256_of, study_of, template
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Field
from ui.study.tab import is_typing_in
from ui.study.watch import PUBLIC
from ui.widgets.chip import Chip
from ui.widgets.choices import Choices
from ui.widgets.columns import ScrollColumn
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import PlainLabel, TextLabel
from ui.widgets.toggles import ToggleChip

_FACTS = ("situation", "controller", "contact", "officer")
_SHOWN_HASH = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageField(TextField):
    """Text of a page: Enter is a new line here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write a new line with Enter."""
        if event.key() in _ENTER:
            QPlainTextEdit.keyPressEvent(self, event)
            return
        super().keyPressEvent(event)


class LetterEditor(QWidget):
    """One of the two texts in one of the two languages."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self.setProperty(PUBLIC, True)
        self.kind, self.language = StudyTextKind.LETTER, context.texts.language
        self.which = Choices(
            context, "study_ui.which_text", (("letter", "study_ui.letter"), ("form", "study_ui.form")), self
        )
        self.tongue = Choices(
            context, "study_ui.which_language", (("nl", "ui.language_nl"), ("en", "ui.language_en")), self
        )
        self.filled = ToggleChip(context, icon="search", role="accent", ground="accent_soft", parent=self)
        self.field = PageField(self)
        self.field.setProperty("kind", "")
        self._read = PlainLabel(wrap=True)
        self._read.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.version = Chip(context)
        self.facts = {name: LineField() for name in _FACTS}
        self._lay_out()
        self.which.choose(self.kind.value)
        self.tongue.choose(self.language)
        self._listen()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self.which, self.tongue):
            top.addWidget(part)
        top.addStretch(1)
        column.addLayout(top)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.version)
        under.addStretch(1)
        under.addWidget(self.filled)
        column.addLayout(under)
        scroll = ScrollColumn(self, margin=0, spacing=8)
        scroll.column.setContentsMargins(0, 0, 12, 0)
        scroll.column.addWidget(self.field)
        scroll.column.addWidget(self._read)
        scroll.column.addSpacing(8)
        scroll.column.addWidget(TextLabel(self._context, "study_ui.facts", role="bold"))
        keys = ("study_ui.situation", "study_ui.controller", "study_ui.contact", "study_ui.officer")
        for key, field in zip(keys, self.facts.values(), strict=True):
            scroll.column.addLayout(Field(self._context, key, field))
        scroll.column.addStretch(1)
        column.addWidget(scroll, 1)

    def _listen(self) -> None:
        self.which.chosen.connect(lambda value: self._turn_to(StudyTextKind(value), self.language))
        self.tongue.chosen.connect(lambda value: self._turn_to(self.kind, value))
        self.filled.clicked.connect(self.refresh)
        self.field.left.connect(self.keep)
        for name, field in self.facts.items():
            field.left.connect(lambda name=name, field=field: self._keep_fact(name, field.text().strip()))

    def _turn_to(self, kind: StudyTextKind, language: str) -> None:
        self.keep()
        self.kind, self.language = kind, language
        self.refresh()

    def refresh(self) -> None:
        """Show the newest version, or the words the program proposes."""
        t, document = self._context.texts, self._bridge.document
        known = current_text(document, self.kind, self.language)
        words = known.text if known is not None else template(self.kind, Translator.load(self.language))
        if not is_typing_in(self.field):
            self.field.show_text(words)
        self.field.setAccessibleName(t("study_ui.letter" if self.kind is StudyTextKind.LETTER else "study_ui.form"))
        self.field.setReadOnly(self._bridge.is_read_only)
        self.filled.show_text(t("study_ui.filled_in"))
        is_filled = self.filled.isChecked()
        self.field.setVisible(not is_filled)
        self._read.setVisible(is_filled)
        self._read.setText(filled(words, document, Translator.load(self.language)))
        if known is None:
            self.version.show_state(t("study_ui.proposal"), "quiet")
        else:
            agreed = is_agreed_to(document, known)
            key = "study_ui.version_fixed" if agreed else "study_ui.version"
            digest = sha256_of(known.text)[:_SHOWN_HASH]
            self.version.show_state(
                t(key, version=known.version, digest=digest), "good" if agreed else "accent", "lock" if agreed else ""
            )
        study = study_of(document)
        for name, field in self.facts.items():
            if not field.hasFocus():
                field.show_text(getattr(study, name))
            field.setReadOnly(self._bridge.is_read_only)

    def keep(self) -> None:
        """Keep what is written; words that somebody agreed to become a new version."""
        bridge = self._bridge
        known = current_text(bridge.document, self.kind, self.language)
        words = self.field.toPlainText()
        before = known.text if known is not None else template(self.kind, Translator.load(self.language))
        if words != before and words.strip() and not bridge.is_read_only:
            bridge.do(write_text(bridge.document, bridge.ids, self.kind, self.language, words, at=bridge.utc_now()))
            self.refresh()

    def fix_version(self) -> None:
        """Make the proposal a version of its own, before somebody agrees to it."""
        bridge = self._bridge
        self.keep()
        for kind in StudyTextKind:
            if current_text(bridge.document, kind, self.language) is None:
                words = template(kind, Translator.load(self.language))
                bridge.do(write_text(bridge.document, bridge.ids, kind, self.language, words, at=bridge.utc_now()))

    def _keep_fact(self, name: str, value: str) -> None:
        if getattr(study_of(self._bridge.document), name) != value:
            self._bridge.do(change_study(self._bridge.document, **{name: value}))
