"""The consent form: what it is about, a yes and a no for every sentence, and the fields to sign, in two copies."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.flow import draw_pieces, paginate
from exports.kit.forms import add_field, add_fields, add_tick
from exports.kit.letter import add_letter, reading_types, version_of, words_of
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import StudyTextKind
from sprint.study.consent import TICK_TEXTS

_COPIES = 2


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the form two times: one for the citizen, one for the team."""
    t = Translator.load(options.language)
    title, paragraphs, version = words_of(document, StudyTextKind.FORM, t)
    right = t("print.letter.version", version=version) if version else ""
    head, name, twice = title or t("print.title.consent"), t("print.title.consent"), t("print.consent.twice")
    printed = begin(document, options, stream, head, right=right, name=name, legend=twice)
    types = reading_types(printed.types, options.is_large)
    story = printed.story()
    add_letter(story, types, paragraphs or [t("print.consent.lead")], options.is_large)
    story.gap(types.body.line * 0.5)
    answers = (t("print.consent.yes"), t("print.consent.no"))
    for text in TICK_TEXTS.values():
        add_tick(story, t(text), types, answers)
    letter = version_of(document, StudyTextKind.LETTER, t)
    add_fields(story, [(t("print.consent.code"), ""), (t("print.consent.date"), "")], types)
    add_field(story, t("print.consent.name"), types)
    story.gap(types.body.line * 0.5)
    add_field(story, t("print.consent.signature"), types)
    version_of_letter = (t("print.consent.letter"), str(letter) if letter else "")
    add_fields(story, [(t("print.consent.explained"), ""), version_of_letter], types)
    pages = paginate(story.pieces, printed.sheets.room)
    printed.sheets.begin(len(pages))
    for _ in range(_COPIES):
        printed.sheets.count_anew()
        for page in pages:
            printed.sheets.next()
            draw_pieces(printed.surface, printed.sheet.left, printed.sheets.top, page)
    printed.sheets.finish()


OUTPUT: Final = Output(
    id="consent_form",
    title="print.title.consent",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("consent_form",),
    takes=frozenset({"size"}),
)
