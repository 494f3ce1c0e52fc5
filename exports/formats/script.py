"""The facilitator's script of each day: when, how long, what to say, the steps with minutes, and what is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.choice import chosen_days
from exports.flow import Draw, Piece, Story, both
from exports.kit.days import day_head
from exports.kit.forms import inset
from exports.kit.printed import Part, Printed, begin
from exports.options import Options
from exports.paper import Paper
from exports.sheets import Scaled
from exports.structure import Element
from exports.surface import Surface
from sprint.agenda import Slot, clock_time_of, slots_of
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue, Exercise
from sprint.programme.titles import in_language

_INDENT = 5.0
_GAP = 4.0
_MOST_WHOLE = 0.6
"""A block higher than this share of a page may run on to the next."""


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the script of one day or of all; raises SprintError when the sprint has no days."""
    days = chosen_days(document, options.day)
    t = Translator.load(options.language)
    catalogue = Catalogue.from_assets()
    printed = begin(
        document, options, stream, t("print.title.script"), right=t("print.script.private"), lead=document.sprint.title
    )
    parts: list[Part] = []
    for number, day in days:
        story = printed.story()
        for slot in slots_of(document, day):
            _add_block(printed, story, slot, catalogue)
        parts.append((day_head(document, t, number, day, t("print.script.private")), story.pieces))
    printed.flow_parts(parts)


def _add_block(printed: Printed, story: Story, slot: Slot, catalogue: Catalogue) -> None:
    """Add a block: the time in the margin, and beside it all there is to say and do, on one page where it fits."""
    t, types, block = printed.t, printed.types, slot.block
    exercise = catalogue.exercise(block.exercise) if block.exercise in catalogue.ids else None
    own = in_language(block.title, t.language)
    title = own or (exercise.title.get(t.language) if exercise else t("export.untitled_block"))
    story.gap(types.body.line * 0.8)
    if block.skipped:
        story.paragraph(t("print.script.skipped", title=title), types.small)
        return
    margin = max(
        story.setter.width("00:00", types.heading), story.setter.width(t("export.minutes", count=120), types.small)
    )
    margin += _GAP
    inner = printed.story(story.width - margin)
    inner.paragraph(title, types.heading, keeps_next=True, role="H2")
    if block.remark:
        inner.paragraph(block.remark, types.body.coloured("accent"))
    if exercise is not None and not exercise.head.is_rest:
        _add_exercise(printed, inner, exercise)
    times = Element("P")
    minutes = t("export.minutes", count=block.minutes)

    def say_when(surface: Surface, x: float, y: float) -> None:
        with surface.tagged(times):
            surface.line_of_text(x, y, clock_time_of(slot.start), types.heading)
            surface.line_of_text(x, y + types.heading.line, minutes, types.small)

    if len(inner.pieces) == 1:
        inner.gap(types.small.line)
    height = sum(piece.height for piece in inner.pieces)
    is_whole = height <= printed.sheets.room * _MOST_WHOLE
    for number, piece in enumerate(inner.pieces):
        draw = inset(piece.draw, margin) if piece.draw is not None else None
        if number == 0 and draw is not None:
            draw = both(say_when, draw)
        binds = piece.keeps_next or is_whole
        story.pieces.append(replace(piece, draw=draw, keeps_next=binds and number < len(inner.pieces) - 1))


def _add_exercise(printed: Printed, story: Story, exercise: Exercise) -> None:
    t, types = printed.t, printed.types
    words = t.language
    story.paragraph(exercise.purpose.get(words), types.small, keeps_next=True)
    story.pieces.append(Piece(types.body.line * 0.3, keeps_next=True))
    _add_spoken(story, types, t("print.script.say"), f"“{exercise.say.get(words)}”")
    story.gap(types.body.line * 0.3)
    for step in exercise.steps:
        minutes = t("export.minutes", count=step.minutes)
        story.bullet(f"{step.text.get(words)} ({minutes})", types.body)
    for tip in exercise.tips[:1]:
        story.paragraph(f"{t('print.script.tip')}: {tip.get(words)}", types.small, indent=4)
    needs = ", ".join(t(f"programme.material.{name}") for name in exercise.materials)
    if needs:
        story.paragraph(f"{t('print.script.needs')}: {needs}", types.small)


def _add_spoken(story: Story, types: Scaled, label: str, text: str) -> None:
    """Add what is said aloud, with a bar beside it so that the eye finds it back."""
    story.paragraph(label, types.small.bolder(), indent=_INDENT, keeps_next=True)
    first = len(story.pieces) - 1
    story.paragraph(text, types.body, indent=_INDENT, role="BlockQuote")
    for number in range(first, len(story.pieces)):
        piece = story.pieces[number]
        if piece.draw is not None:
            story.pieces[number] = replace(piece, draw=both(_bar(piece.height), piece.draw))


def _bar(height: float) -> Draw:
    return lambda surface, x, y: surface.box(x + 1, y, 1.0, height, fill="accent")


OUTPUT: Final = Output(
    id="script",
    title="print.title.script",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
    takes=frozenset({"day", "size"}),
)
