"""The information letter for citizens: the team's own words in the newest version, or else the proposed ones."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.letter import add_letter, words_of
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import StudyTextKind


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the letter in type of at least 12 points."""
    t = Translator.load(options.language)
    title, paragraphs, version = words_of(document, StudyTextKind.LETTER, t)
    right = t("print.letter.version", version=version) if version else ""
    printed = begin(
        document, options, stream, title or t("print.title.letter"), right=right, name=t("print.title.letter")
    )
    story = printed.story()
    add_letter(story, printed.types, paragraphs, options.is_large)
    printed.flow(story.pieces, title or t("print.title.letter"))


OUTPUT: Final = Output(
    id="info_letter",
    title="print.title.letter",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("info_letter",),
    takes=frozenset({"size"}),
)
