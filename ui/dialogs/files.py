"""The system's windows for files and folders, with our words where Qt has none in the language of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QToolButton, QTreeView, QWidget

from ui.icons import Icons
from ui.texts import Texts

_ICONS = {
    "backButton": "chevron_left",
    "forwardButton": "chevron_right",
    "toParentButton": "chevron_up",
    "newFolderButton": "plus",
}
_NOT_NEEDED = ("listModeButton", "detailModeButton")
_SIZE, _KIND, _DATE = 1, 2, 3
_NAME_WIDE, _DATE_WIDE = 380, 180  # pixels
_WIDE, _HIGH = 800, 520


class FileQuestions:
    """Asks which file or folder; None or an empty list means that the question was closed."""

    def __init__(self, texts: Texts, icons: Icons, window: QWidget | None) -> None:
        self._texts = texts
        self._icons = icons
        self._window = window

    def one_to_open(self, title: str, folder: Path, pattern: str) -> Path | None:
        """Ask for a file that is there."""
        dialog = self.dialog(title, folder, pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _answer_of(dialog)

    def one_to_save(self, title: str, suggestion: Path, suffix: str) -> Path | None:
        """Ask where to write; gives the path with its suffix."""
        dialog = self.dialog(title, suggestion.parent, f"*{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self._texts("ui.file_save"))
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(suggestion.name)
        path = _answer_of(dialog)
        if path is None or path.suffix.lower() == suffix:
            return path
        return path.with_name(path.name + suffix)

    def some_to_open(self, title: str, folder: Path, pattern: str) -> list[Path]:
        """Ask for files that are there."""
        dialog = self.dialog(title, folder, pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        is_chosen = dialog.exec()
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        return [Path(path) for path in chosen] if is_chosen else []

    def folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder."""
        dialog = self.dialog(title, start, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _answer_of(dialog)

    def dialog(self, title: str, folder: Path, pattern: str) -> QFileDialog:
        """Make the window, not shown yet."""
        dialog = QFileDialog(self._window, title, str(folder), pattern)
        label, texts = QFileDialog.DialogLabel, self._texts
        dialog.setLabelText(label.LookIn, texts("ui.file_look_in"))
        dialog.setLabelText(label.FileName, texts("ui.file_name"))
        dialog.setLabelText(label.FileType, texts("ui.file_type"))
        dialog.setLabelText(label.Accept, texts("ui.file_open"))
        dialog.setLabelText(label.Reject, texts("ui.cancel"))
        files = dialog.findChild(QTreeView, "treeView")
        if files is not None:
            self._dress(dialog, files)
        return dialog

    def _dress(self, dialog: QFileDialog, files: QTreeView) -> None:
        """Make Qt's own window quiet and legible; the system's has none of this, and looks after itself."""
        for name, icon in _ICONS.items():
            button = dialog.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._icons.icon(icon))
        for name in _NOT_NEEDED:
            button = dialog.findChild(QToolButton, name)
            if button is not None:
                button.hide()
        for box in dialog.findChildren(QDialogButtonBox):
            for answer in box.buttons():
                answer.setIcon(QIcon())
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        # The name whole and the day it was changed: that is how people find a file.
        files.setColumnHidden(_SIZE, True)
        files.setColumnHidden(_KIND, True)
        files.setColumnWidth(0, _NAME_WIDE)
        files.setColumnWidth(_DATE, _DATE_WIDE)
        dialog.resize(_WIDE, _HIGH)


def _answer_of(dialog: QFileDialog) -> Path | None:
    is_chosen = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if is_chosen and chosen else None
