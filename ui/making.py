"""Makes the content of sprints that are not there yet; loaded when one is asked for, not to open a file."""

from __future__ import annotations

from pathlib import Path

from sprint.diff import Diff
from sprint.example import example_diff, example_pictures
from sprint.i18n import Translator
from sprint.ids import TimeIds
from ui.dialogs.new_sprint import SprintForm
from ui.messages import SPRINT_SUFFIX
from ui.starting import free_path, starting_content


def make_example(language: str) -> tuple[Diff, dict[str, bytes]]:
    """Give the content of the example sprint, and its pictures."""
    pictures = example_pictures()
    return example_diff(language, pictures), pictures


def make_new(folder: Path, form: SprintForm, words: Translator) -> tuple[Path, Diff]:
    """Give the file and the content of a sprint of one's own."""
    return free_path(folder, form.title, SPRINT_SUFFIX), starting_content(TimeIds(), form, words)
