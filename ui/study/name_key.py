"""The key from code to name: a file of its own behind a passphrase, opened only to look something up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sprint.edits.study import change_study
from sprint.errors import SprintError
from sprint.privacy import forget_names
from sprint.records import KeyKeeping
from sprint.study.namekey import KeyEntry, delete_key, key_path, read_key, write_key
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.people import code_words, participants_of
from ui.study.tab import HIDE_CODES
from ui.study.watch import PUBLIC
from ui.widgets.button import Button
from ui.widgets.check import CheckBox
from ui.widgets.fields import LineField
from ui.widgets.labels import PlainLabel, TextLabel


class NameKeyPanel(QFrame):
    """Names are on the screen only while the key is open; closing the page or the key takes them away."""

    names_changed = Signal(tuple)
    """The names that are known now; empty when the key is closed."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._names: dict[str, KeyEntry] | None = None
        self._passphrase = ""
        self.setProperty("ground", "card")
        self.setProperty(PUBLIC, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(TextLabel(context, "study_ui.name_key", role="lead_bold"))
        self._told = PlainLabel(role="small", wrap=True)
        column.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.passphrase = LineField()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.open, self.close_key = Button(context, "study_ui.open_key"), Button(context, "study_ui.close_key")
        self.remove = Button(context, "study_ui.delete_key", kind="quiet", icon="trash")
        row.addWidget(self.passphrase, 1)
        for button in (self.open, self.close_key, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        self.watch = CheckBox(context, self)
        column.addWidget(self.watch)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        column.addLayout(self._rows)
        self.fields: dict[str, tuple[LineField, LineField]] = {}
        self.passphrase.returnPressed.connect(self.open_it)
        self.open.clicked.connect(self.open_it)
        self.close_key.clicked.connect(self.close_it)
        self.remove.clicked.connect(self._delete)
        context.settings.changed.connect(self._on_setting)
        bridge.closing.connect(self.close_it)

    @property
    def stays_open(self) -> bool:
        """Whether the key stays open when the page is left, to warn of names while people type."""
        return self._names is not None and self.watch.isChecked()

    @property
    def path(self) -> Path | None:
        """Where the key lies, None for a sprint without a file."""
        path = self._bridge.workspace.path
        return key_path(path) if path is not None else None

    def refresh(self) -> None:
        """Show whether there is a key, and the names when it is open."""
        t, path = self._context.texts, self.path
        is_there = path is not None and path.exists()
        is_open = self._names is not None
        self.passphrase.setPlaceholderText(t("study_ui.passphrase"))
        self.passphrase.setAccessibleName(t("study_ui.passphrase"))
        self.passphrase.setVisible(not is_open)
        self.open.set_text_key("study_ui.open_key" if is_there else "study_ui.make_key")
        self.open.setVisible(not is_open)
        self.close_key.setVisible(is_open)
        self.watch.setVisible(is_open)
        self.watch.setText(t("study_ui.watch_names"))
        self.remove.setVisible(is_there)
        for part in (self.passphrase, self.open, self.remove):
            part.setEnabled(path is not None and not self._bridge.is_read_only)
        key = "study_ui.key_is_there" if is_there else "study_ui.key_is_not_there"
        self._told.setText(t(key, name=path.name if path is not None else ""))
        self._show_names()

    def _show_names(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        if self._names is None:
            return
        t = self._context.texts
        for row, who in enumerate(participants_of(self._bridge.document)):
            entry = self._names.get(who.code, KeyEntry(""))
            name, contact = LineField(), LineField()
            for field, words, key in ((name, entry.name, "study_ui.name"), (contact, entry.contact, "study_ui.reach")):
                field.show_text(words)
                field.setPlaceholderText(t(key))
                field.setAccessibleName(f"{code_words(self._context, who)} {t(key)}")
                field.editingFinished.connect(lambda code=who.code: self._keep(code))
            self._rows.addWidget(PlainLabel(code_words(self._context, who), role="bold"), row, 0)
            self._rows.addWidget(name, row, 1)
            self._rows.addWidget(contact, row, 2)
            self.fields[who.code] = (name, contact)

    # ---- doing

    def open_it(self) -> None:
        """Open the key with the passphrase that is typed, or make one."""
        path, passphrase = self.path, self.passphrase.text()
        if path is None:
            return
        try:
            if path.exists():
                names = read_key(path, passphrase)
            else:
                names = {}
                write_key(path, names, passphrase)
                self._bridge.do(change_study(self._bridge.document, key_keeping=KeyKeeping.SEPARATE))
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return
        self._names, self._passphrase = names, passphrase
        self.passphrase.clear()
        self.refresh()
        self._tell_names()

    def close_it(self) -> None:
        """Take the names off the screen and out of memory."""
        self._names, self._passphrase = None, ""
        self.watch.setChecked(False)
        forget_names()
        self.passphrase.clear()
        self.refresh()
        self._tell_names()

    def _keep(self, code: str) -> None:
        if self._names is None or self.path is None or code not in self.fields:
            return
        name, contact = (field.text().strip() for field in self.fields[code])
        entry = KeyEntry(name, contact)
        if entry == self._names.get(code, KeyEntry("")):
            return
        names = {**self._names, code: entry}
        if not name and not contact:
            names.pop(code)
        try:
            write_key(self.path, names, self._passphrase)
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return
        self._names = names
        self._tell_names()

    def _delete(self) -> None:
        t = self._context.texts
        choices = (("keep", t("study_ui.keep_key")), ("delete", t("study_ui.delete_key")))
        if self.path is None or self._context.messages.ask(t("study_ui.delete_key_ask"), choices) != "delete":
            return
        try:
            delete_key(self.path)
        except SprintError as error:
            self._context.messages.warn(t.error(error))
            return
        self._bridge.do(change_study(self._bridge.document, key_keeping=KeyKeeping.NONE))
        self.close_it()

    def _on_setting(self, key: str) -> None:
        if key == HIDE_CODES and self._context.settings.is_on(HIDE_CODES) and self._names is not None:
            self.close_it()

    def _tell_names(self) -> None:
        self.names_changed.emit(tuple(entry.name for entry in (self._names or {}).values() if entry.name))
