"""Kano pairs on paper: how a citizen likes it with and without each idea."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import add_choices, add_field, add_rules
from exports.kit.letter import reading_types
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Instrument, Question
from sprint.study.instruments import KANO_ANSWERS

_BLANK_PAIRS = 2


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the pairs of the study; without any there are blank pairs to write on."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.kano"), lead=t("print.kano.lead"))
    types = reading_types(printed.types, options.is_large)
    story = printed.story()
    add_field(story, t("print.guide.number"), types)
    answers = [t(answer) for answer in KANO_ANSWERS]
    found = sorted(document.table(Question).values(), key=lambda question: (question.order, question.id))
    pairs = [(one.text, one.opposite) for one in found if one.instrument is Instrument.KANO]
    for number, (functional, dysfunctional) in enumerate(pairs or [("", "")] * _BLANK_PAIRS):
        for side, text in (("a", functional), ("b", dysfunctional)):
            story.gap(types.body.line * (0.8 if side == "a" else 0.3))
            first = len(story.pieces)
            if text:
                story.paragraph(f"{number + 1}{side}. {text}", types.body.bolder(), keeps_next=True)
            else:
                asked = t("print.kano.with") if side == "a" else t("print.kano.without")
                story.paragraph(f"{number + 1}{side}. {asked}", types.small, keeps_next=True)
                add_rules(story, 1)
            add_choices(story, answers, types)
            story.keep_together(first)
    printed.flow(story.pieces, t("print.title.kano"))


OUTPUT: Final = Output(
    id="kano_pairs",
    title="print.title.kano",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("kano_pairs",),
    takes=frozenset({"size"}),
)
