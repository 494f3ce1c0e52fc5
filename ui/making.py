"""Makes the content of sprints that are not there yet; loaded when one is asked for, not to open a file."""

from __future__ import annotations

from pathlib import Path

from sprint.diff import Diff
from sprint.example import example_diff
from sprint.i18n import Translator
from sprint.ids import TimeIds
from ui.dialogs.new_sprint import SprintForm
from ui.messages import SPRINT_SUFFIX
from ui.starting import free_path, starting_content


def make_example(language: str) -> Diff:
    """Give the content of the example sprint."""
    return example_diff(language)


def make_new(folder: Path, form: SprintForm, words: Translator) -> tuple[Path, Diff]:
    """Give the file and the content of a sprint of one's own."""
    return free_path(folder, form.title, SPRINT_SUFFIX), starting_content(TimeIds(), form, words)
