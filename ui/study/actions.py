"""The rows of the study: its pages, and hiding the codes while a screen is shared."""

from __future__ import annotations

from ui.action_row import ActionRow
from ui.situation import is_open

STUDY_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "study_participants",
        "study_ui.action_participants",
        lambda to: to.study("participants"),
        "people",
        ("Alt+8",),
        when=is_open,
        is_on=lambda now: now.surface == "study",
    ),
    ActionRow("study_consent", "study_ui.action_consent", lambda to: to.study("consent"), "letter", when=is_open),
    ActionRow(
        "study_interview",
        "study_ui.action_interview",
        lambda to: to.study("interview"),
        "quote",
        ("Alt+9",),
        when=is_open,
    ),
    ActionRow(
        "study_questions", "study_ui.action_questions", lambda to: to.study("questions"), "counter", when=is_open
    ),
    ActionRow("study_patterns", "study_ui.action_patterns", lambda to: to.study("patterns"), "rows", when=is_open),
    ActionRow("study_answers", "study_ui.action_answers", lambda to: to.study("answers"), "check", when=is_open),
    ActionRow("study_privacy", "study_ui.action_privacy", lambda to: to.study("privacy"), "lock", when=is_open),
    ActionRow(
        "hide_codes",
        "study_ui.action_hide_codes",
        lambda to: to.toggle_codes(),
        "eye_off",
        ("Ctrl+Shift+H",),
        when=is_open,
        is_on=lambda now: now.codes_hidden,
    ),
)
