"""Looking after people's privacy: what was found, how long it is kept, the key, copies and a second laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sprint.diff import Diff
from sprint.errors import SprintError
from sprint.store.folders import home_folder
from sprint.study.second_laptop import bring_in, plan_merge
from sprint.study.sharing import Shareable, shareable, write_shareable
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.findings import FindingsList
from ui.study.keeping import KeepingDates
from ui.study.merge_words import merge_words
from ui.study.name_key import NameKeyPanel
from ui.study.tab import StudyTab
from ui.study.wordings import Wordings
from ui.widgets.button import Button
from ui.widgets.columns import ScrollColumn
from ui.widgets.labels import PlainLabel, TextLabel

_SIDE_PX, _SIDE_WIDE_PX, _WIDE_PX = 500, 600, 1_250


class PrivacyTab(StudyTab):
    """Findings on the left, everything that is done with the data on the right."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.findings = FindingsList(context, bridge, self)
        self.dates = KeepingDates(context, bridge)
        self.key = NameKeyPanel(context, bridge)
        self.copy = Button(context, "study_ui.copy_for_taker", icon="save_copy")
        self.merge = Button(context, "study_ui.merge", icon="people")
        self.wordings = Wordings(context, bridge)
        self.share = Button(context, "study_ui.share", icon="save_copy")
        self.report = PlainLabel(wrap=True)
        self._lay_out()
        self.key.names_changed.connect(self._on_names)
        self.copy.clicked.connect(self._copy)
        self.merge.clicked.connect(self._merge)
        self.share.clicked.connect(self._share)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 8, 12)
        row.setSpacing(20)
        row.addWidget(self.findings, 1)
        self._side = ScrollColumn(self, margin=0, spacing=12)
        column = self._side.column
        column.setContentsMargins(0, 0, 16, 0)
        column.addWidget(self.dates)
        column.addWidget(self._card("study_ui.share_title", "study_ui.share_hint", self.share))
        column.addWidget(self._card("study_ui.merge_title", "study_ui.merge_hint", *self._of_taker()))
        column.addWidget(self.key)
        column.addStretch(1)
        row.addWidget(self._side)

    def _of_taker(self) -> tuple[QWidget, ...]:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.copy)
        row.addWidget(self.merge)
        row.addStretch(1)
        return both, self.report, self.wordings

    def _card(self, title: str, hint: str, *widgets: QWidget) -> QFrame:
        card = QFrame(self)
        card.setProperty("ground", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(TextLabel(self.context, title, role="lead_bold"))
        inside.addWidget(TextLabel(self.context, hint, role="small", wrap=True))
        for widget in widgets:
            inside.addWidget(widget)
        return card

    # ---- showing

    def refresh(self) -> None:
        """Look through everything again."""
        self._side.setFixedWidth(_SIDE_WIDE_PX if self.width() > _WIDE_PX else _SIDE_PX)
        self.findings.refresh()
        self.dates.refresh()
        self.key.refresh()
        self.merge.setEnabled(not self.bridge.is_read_only)
        self.wordings.refresh()
        self.report.setVisible(bool(self.report.text()))

    def on_diff(self, diff: Diff) -> None:
        """Show what changed; names that are being typed stay."""
        self.findings.refresh()
        self.dates.refresh()
        self.wordings.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the key when nobody looks at it any more, unless it is to warn of names while people type."""
        super().hideEvent(event)
        if not self.key.stays_open:
            self.key.close_it()

    def take_focus(self) -> None:
        """Begin with the first finding, or with the dates."""
        first = next(iter(self.findings.rows), None)
        (first.cover if first is not None else self.dates.propose).setFocus()

    def _on_names(self, names: tuple[str, ...]) -> None:
        self.bridge.private_names = names
        self.findings.refresh()

    # ---- copies

    def _copy(self) -> None:
        """Write a copy for the second note taker: the whole sprint, whose notes come back with a merge."""
        t, messages = self.context.texts, self.context.messages
        path = self.bridge.workspace.path or home_folder() / "sprint.sprint"
        suggestion = path.with_name(f"{path.stem} {t('study_ui.copy_suffix')}{path.suffix}")
        target = messages.ask_save_path(t("study_ui.copy_for_taker"), suggestion)
        if target is None:
            return
        try:
            self.bridge.workspace.save_copy(target)
        except SprintError as error:
            messages.warn(t.error(error))
            return
        messages.tell(t("study_ui.copied_for_taker", name=target.name), tone="good")

    def _merge(self) -> None:
        path = self.context.messages.ask_open_path(self.context.texts("study_ui.merge"))
        if path is not None:
            self.merge_file(path)

    def merge_file(self, path: Path) -> None:
        """Bring in what a second laptop wrote down, and tell what came and what differs."""
        t, workspace = self.context.texts, self.bridge.workspace
        try:
            found = plan_merge(workspace, path)
            told = merge_words(self.context, found)
            if found.is_empty:
                self.context.messages.tell(told)
                return
            bring_in(workspace, path, found)
        except SprintError as error:
            self.context.messages.warn(t.error(error))
            return
        self.bridge.history_changed.emit()
        self.report.setText(told)
        self.report.show()
        self.wordings.refresh()
        if self.wordings.rows:
            self._side.ensureWidgetVisible(self.wordings)
            self.wordings.rows[0].setFocus()
        self.context.messages.tell(told, tone="good")

    def _share(self) -> None:
        """Write a copy for others; what still looks like personal data is told first."""
        t, messages = self.context.texts, self.context.messages
        found = shareable(self.document, t.translator, self.bridge.private_names)
        if found.places:
            choices = (("look", t("study_ui.look_first")), ("write", t("study_ui.write_anyway")))
            question = t("study_ui.share_places", count=len(found.places))
            if messages.ask(question, choices, detail=t("study_ui.share_places_detail")) != "write":
                return
        path = self.bridge.workspace.path or home_folder() / "sprint.sprint"
        suffix = t("study_ui.share_suffix")
        suggestion = path.with_name(f"{path.stem} {suffix}{path.suffix}")
        target = messages.ask_save_path(t("study_ui.share"), suggestion)
        if target is not None:
            self.share_to(target, found)

    def share_to(self, path: Path, found: Shareable) -> None:
        """Write the copy and say what was left out of it."""
        t = self.context.texts
        try:
            write_shareable(self.bridge.workspace, path, found)
        except SprintError as error:
            self.context.messages.warn(t.error(error))
            return
        left = sum(found.left_out.values())
        self.context.messages.tell(t("study_ui.shared", name=path.name, count=left), tone="good")
