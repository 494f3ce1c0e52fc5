"""The questionnaire on paper: the questions of the study, or else our own six about the experience."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.forms import add_choices, add_field, add_rules, add_scale
from exports.kit.letter import reading_types
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Instrument, Question
from sprint.study.instruments import FORMS, SUCCESS_ANSWERS

_NOT_ASKED = frozenset({Instrument.KANO, Instrument.TIME})
"""Kano pairs have a sheet of their own; time is measured and not asked."""
_WIDEST_SCALE = 10


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write one questionnaire for one citizen."""
    t = Translator.load(options.language)
    printed = begin(document, options, stream, t("print.title.questionnaire"), lead=t("print.questionnaire.lead"))
    types = reading_types(printed.types, options.is_large)
    story = printed.story()
    add_field(story, t("print.guide.number"), types)
    story.gap(types.body.line)
    for question in _asked(document, t):
        if question.instrument is Instrument.SUCCESS:
            story.paragraph(question.text, types.body, keeps_next=True)
            add_choices(story, [t(answer) for answer in SUCCESS_ANSWERS], types)
        elif question.highest - question.lowest < _WIDEST_SCALE:
            ends = (question.low_label, question.high_label)
            add_scale(story, question.text, types, question.lowest, question.highest, ends)
        else:
            story.paragraph(question.text, types.body, keeps_next=True)
            add_rules(story, 1)
    story.paragraph(t("print.questionnaire.own"), types.body, keeps_next=True)
    add_rules(story, 3, 9)
    printed.flow(story.pieces, t("print.title.questionnaire"))


def _asked(document: Document, t: Translator) -> list[Question]:
    """Give the questions of the study in order; each item once, although it may be asked about two journeys."""
    found = sorted(document.table(Question).values(), key=lambda question: (question.order, question.id))
    asked = {(one.instrument, one.item, one.text): one for one in found if one.instrument not in _NOT_ASKED}
    if asked:
        return list(asked.values())
    form = FORMS[Instrument.EXPERIENCE]
    low, high = t(form.low_label), t(form.high_label)
    return [
        Question(
            id=item.name, instrument=Instrument.EXPERIENCE, item=item.name, text=t(item.text), lowest=form.lowest,
            highest=form.highest, low_label=low, high_label=high,
        )
        for item in form.items
    ]  # fmt: skip


OUTPUT: Final = Output(
    id="questionnaire",
    title="print.title.questionnaire",
    suffixes=(".pdf",),
    papers=(Paper.A4,),
    orientations=UPRIGHT[:1],
    write=write,
    sheets=("likert_sheet",),
    takes=frozenset({"size"}),
)
