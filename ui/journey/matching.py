"""The review of steps that may be versions of each other: the program proposes, a person says yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from sprint.edits.fork import accept_matches
from sprint.insight.matching import Match, propose_matches
from ui.bridge import SprintBridge
from ui.context import Context
from ui.dialogs.base import Dialog
from ui.widgets.labels import TextLabel

_YES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_J, Qt.Key.Key_Y)
_NO = (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MatchList(QListWidget):
    """Proposals with a check mark; Enter or J says yes, N says no, and both go on to the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is None or event.key() not in (*_YES, *_NO):
            super().keyPressEvent(event)
            return
        item.setCheckState(Qt.CheckState.Checked if event.key() in _YES else Qt.CheckState.Unchecked)
        self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))


class MatchDialog(Dialog):
    """Couples the steps that a person approved, as one edit."""

    def __init__(
        self, context: Context, bridge: SprintBridge, before_id: str, after_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "journey.match_title", parent, width=720)
        self._bridge = bridge
        self._matches: tuple[Match, ...] = propose_matches(bridge.document, before_id, after_id)
        self.page.addWidget(TextLabel(context, "journey.match_line", role="muted", wrap=True))
        self.list = MatchList()
        self.list.setMinimumHeight(280)
        self.page.addWidget(self.list, 1)
        self.page.addWidget(TextLabel(context, "journey.match_keys", role="small", wrap=True))
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self.couple = self.add_button("journey.match_couple", kind="primary")
        self.couple.clicked.connect(self._on_couple)
        self.list.itemChanged.connect(lambda _item: self._count())
        for _ in self._matches:
            item = QListWidgetItem()
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.say()
        self.list.setFocus()

    @property
    def approved(self) -> dict[str, str]:
        """The pairs a person said yes to: earlier step → later step."""
        return {
            match.before.id: match.after.id
            for place, match in enumerate(self._matches)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        }

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        t = self.context.texts
        self.list.setAccessibleName(t("journey.match_title"))
        for place, match in enumerate(self._matches):
            percent = round(match.score * 100)
            line = t("journey.match_pair", before=match.before.title, after=match.after.title, percent=percent)
            self.list.item(place).setText(line)
        self._count()

    def _count(self) -> None:
        self.couple.setEnabled(bool(self.approved))

    def _on_couple(self) -> None:
        if self._bridge.do(accept_matches(self._bridge.document, self.approved)):
            self.accept()
