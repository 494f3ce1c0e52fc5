"""The study as one page of the window: its parts behind tabs, each made when it is first opened."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.commands import StudyTask
from ui.study.tab import HIDE_CODES, StudyTab
from ui.widgets.passes_focus import PassesFocus
from ui.widgets.toggles import Segments, ToggleChip

TABS: tuple[tuple[StudyTask, str], ...] = (
    ("participants", "ParticipantsTab"),
    ("consent", "ConsentTab"),
    ("interview", "InterviewTab"),
    ("questions", "QuestionsTab"),
    ("patterns", "PatternsTab"),
    ("answers", "AnswersTab"),
    ("privacy", "PrivacyTab"),
)
"""The parts in their order: the name of each is that of its module, and its class."""


class StudyPage(PassesFocus, QWidget):
    """Everything about the citizens of this sprint."""

    step_requested = Signal(str)
    """A step on the canvas."""
    codes_changed = Signal()
    """Codes are hidden, or shown again."""

    def __init__(self, context: Context, bridge: SprintBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._bridge = context, bridge
        self._pages: dict[StudyTask, StudyTab] = {}
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = Segments(context, len(TABS))
        self.hide_codes = ToggleChip(context, icon="eye_off", role="accent", ground="accent_soft", parent=self)
        self.hide_codes.clicked.connect(lambda is_on: context.settings.set(HIDE_CODES, is_on))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 0)
        top.setSpacing(16)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.hide_codes)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.tabs.opened.connect(self._on_opened)
        context.texts.changed.connect(self._say)
        context.settings.changed.connect(self._on_setting)
        self._say()
        self._on_setting(HIDE_CODES)

    @property
    def task(self) -> StudyTask:
        """Which part is open."""
        return TABS[self.tabs.current][0]

    def open(self, task: StudyTask) -> StudyTab:
        """Open a part and give it."""
        self.tabs.open([name for name, _ in TABS].index(task))
        return self.part(task)

    def part(self, task: StudyTask) -> StudyTab:
        """Give a part, made when it is first asked for."""
        if task not in self._pages:
            module = import_module(f".{task}", __package__)
            made: StudyTab = getattr(module, dict(TABS)[task])(self._context, self._bridge)
            made.task_requested.connect(self.open)
            made.step_requested.connect(self.step_requested)
            self._pages[task] = made
            self._stack.addWidget(made)
        return self._pages[task]

    def _on_opened(self, place: int) -> None:
        part = self.part(TABS[place][0])
        self._stack.setCurrentWidget(part)
        # What is hidden must not keep the keyboard; it goes on at the open tab.
        self.pass_focus_to(self.tabs.buttons[place])

    def _on_setting(self, key: str) -> None:
        if key == HIDE_CODES:
            self.hide_codes.setChecked(self._context.settings.is_on(HIDE_CODES))
            self.hide_codes.update()
            self.codes_changed.emit()

    def _say(self) -> None:
        t = self._context.texts
        self.setAccessibleName(t("study_ui.page"))
        self.tabs.setAccessibleName(t("study_ui.page"))
        keys = (
            *("study_ui.tab_participants", "study_ui.tab_consent", "study_ui.tab_interview", "study_ui.tab_questions"),
            *("study_ui.tab_patterns", "study_ui.tab_answers", "study_ui.tab_privacy"),
        )
        self.tabs.show_texts([t(key) for key in keys])
        self.hide_codes.show_text(t("study_ui.hide_codes"))
