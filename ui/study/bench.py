"""The part of the workbench that shows the study: its page is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sprint.errors import SprintError
from ui.study.commands import StudyTask

if TYPE_CHECKING:
    from PySide6.QtCore import Signal

    from ui.bridge import SprintBridge
    from ui.context import Context
    from ui.study.page import StudyPage
    from ui.study.watch import PrivacyWatch


class StudyBench:
    """Shows the study in the middle of the workbench it is a part of."""

    _context: Context
    _bridge: SprintBridge
    _study: StudyPage | None = None
    _watch: PrivacyWatch | None = None
    situation_changed: Signal

    @property
    def study(self) -> StudyPage:
        """The page of the study, made when it is first opened."""
        if self._study is None:
            from ui.study.page import StudyPage  # noqa: PLC0415 - a sprint is open sooner without it

            self._study = StudyPage(self._context, self._bridge)
            self._study.step_requested.connect(self.go_to)
            self._study.codes_changed.connect(self.situation_changed)
        return self._study

    def watch_words(self) -> None:
        """Look along for personal data in every field, from when the window stands."""
        from ui.study.watch import PrivacyWatch  # noqa: PLC0415 - nobody types before the first frame

        if self._watch is None and isinstance(self, QWidget):
            self._watch = PrivacyWatch(self._context, self._bridge, self)

    def show_study(self, task: StudyTask) -> None:
        """Show a part of the study."""
        self.leave_past()
        part = self.study.open(task)
        self.show_page(self.study)
        part.take_focus()

    @property
    def hides_codes(self) -> bool:
        """Whether the codes of the participants are hidden."""
        return self._context.settings.is_on("hide_codes")

    def toggle_codes(self) -> None:
        """Hide the codes of the participants everywhere in the window, or show them again."""
        settings = self._context.settings
        settings.set("hide_codes", not settings.is_on("hide_codes"))
        self.situation_changed.emit()

    def begin_erasing(self, participant_id: str) -> bool:
        """Write down that everything of a participant must go; says why and gives False when that cannot be."""
        from sprint.study.withdrawal import begin_withdrawal  # noqa: PLC0415 - seldom needed, and never at the start

        try:
            begin_withdrawal(self._bridge.workspace, participant_id)
        except SprintError as error:
            self._context.messages.warn(self._context.texts.error(error))
            return False
        return True

    def tell_erased(self) -> None:
        """Say that somebody's part is gone."""
        self._context.messages.tell(self._context.texts("study_ui.withdrawn_done"), tone="good")

    # ---- what the workbench itself does

    def leave_past(self) -> None:
        """Show the present again."""
        raise NotImplementedError

    def go_to(self, step_id: str) -> None:
        """Bring a step into view."""
        raise NotImplementedError

    def show_page(self, page: QWidget) -> None:
        """Show a page in the middle."""
        raise NotImplementedError
