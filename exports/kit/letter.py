"""Letters and forms that citizens read: the newest version of the team's words, in type of at least 12 points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exports.flow import Story
from exports.sheets import Scaled
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import StudyTextKind
from sprint.study.texts import current_text, filled, template

_READING_POINTS = 12.0
_HEADING_LETTERS = 60
_WHOLE_LINES = 8
"""A paragraph of at most so many lines stays on one page: nobody leafs back inside a sentence."""


def version_of(document: Document, kind: StudyTextKind, t: Translator) -> int:
    """Give the number of the newest version in this language, 0 when the team wrote none."""
    text = current_text(document, kind, t.language)
    return text.version if text is not None else 0


def words_of(document: Document, kind: StudyTextKind, t: Translator) -> tuple[str, list[str], int]:
    """Give the first line as the title, the paragraphs behind it, and the version (0: the proposed words)."""
    text = current_text(document, kind, t.language)
    words = filled(text.text if text is not None else template(kind, t), document, t)
    paragraphs = [part.strip() for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()]
    title = paragraphs[0] if paragraphs and "\n" not in paragraphs[0] and len(paragraphs[0]) < 200 else ""
    return title, paragraphs[1:] if title else paragraphs, text.version if text is not None else 0


def reading_types(types: Scaled, is_large: bool) -> Scaled:
    """Give type that is easy to read for everybody: 12 points, or more when large print was asked for."""
    if is_large:
        return types
    return replace(types, body=types.body.sized(_READING_POINTS), heading=types.heading.sized(13.5))


def add_letter(story: Story, types: Scaled, paragraphs: Sequence[str], is_large: bool) -> None:
    """Add the paragraphs of a letter; a short first line of a paragraph is its heading."""
    reading = reading_types(types, is_large)
    for paragraph in paragraphs:
        first, _, rest = paragraph.partition("\n")
        if rest and len(first) <= _HEADING_LETTERS:
            story.heading(first, reading.heading, above=0.7)
            begin = len(story.pieces)
            story.paragraph(" ".join(rest.split("\n")), reading.body)
            if len(story.pieces) - begin <= _WHOLE_LINES:
                story.keep_together(begin)
        else:
            story.gap(reading.body.line * 0.4)
            story.paragraph(" ".join(paragraph.split("\n")), reading.body)
