"""The checklist of what must be ready before the sprint, to hang beside the desk: by date, with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import BinaryIO, Final, NamedTuple

from exports.base import UPRIGHT, Output
from exports.flow import Draw, Story, draw_pieces, paginate
from exports.opening import open_surface
from exports.options import Options
from exports.paper import Orientation, Paper, sheet_of
from exports.sheets import Head, Scaled, Sheets, kicker_of
from exports.stroke import Stroke
from exports.structure import DECORATION
from exports.surface import Surface
from exports.text import Type
from sprint.document import Document
from sprint.i18n import Translator
from sprint.programme.preparation import TASKS, due_date, first_date, preparation_text, preparations_of


class _Item(NamedTuple):
    when: str
    text: str
    owner: str
    is_done: bool


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the checklist of the sprint; before one was made, what every sprint needs."""
    t = Translator.load(options.language)
    sheet = sheet_of(options.paper, options.orientation or Orientation.PORTRAIT)
    items = list(_items(document, t)) or list(_usual(document, t))
    title = t("export.title.checklist")
    done = sum(item.is_done for item in items)
    surface = open_surface(options, stream, sheet, document.sprint.title or title, t, is_tagged=True)
    lead = t("export.checklist_done", done=done, count=len(items))
    sheets = Sheets(surface, t, t("export.name.checklist"), Head(kicker_of(document, t), "", title, lead))
    story = sheets.story(sheet.inner_width)
    for when, group in groupby(items, key=lambda item: item.when):
        _add_group(story, sheets.types, when, list(group), t)
    pages = paginate(story.pieces, sheets.room)
    sheets.begin(len(pages))
    for page in pages:
        sheets.next(title)
        draw_pieces(surface, sheet.left, sheets.top, page)
    sheets.finish()


def _items(document: Document, t: Translator) -> Iterator[_Item]:
    for record in preparations_of(document):
        when = t.date(record.due) if record.due else t("export.checklist_no_date")
        yield _Item(when, preparation_text(record, t), record.owner, record.is_done)


def _usual(document: Document, t: Translator) -> Iterator[_Item]:
    first = first_date(document)
    for task in TASKS:
        if first is None:
            when = t("export.checklist_before", count=task.days_before)
        else:
            when = t.date(due_date(first, task.days_before).isoformat())
        yield _Item(when, t(task.key), "", False)


def _add_group(story: Story, types: Scaled, when: str, items: list[_Item], t: Translator) -> None:
    story.heading(when, types.heading, above=0.7)
    for item in items:
        text = t("export.checklist_owned", task=item.text, owner=item.owner) if item.owner else item.text
        indent = types.body.line * 1.3
        story.bullet(text, types.body, _box(types.body, is_done=item.is_done), indent)
        story.gap(types.body.line * 0.22)


def _box(type_: Type, *, is_done: bool) -> Draw:
    """Draw a box to tick, with its tick when it is done."""
    side = type_.line * 0.62

    def draw(surface: Surface, x: float, y: float) -> None:
        top = y + (type_.line - side) / 2
        with surface.tagged(DECORATION):
            surface.box(x, top, side, side, stroke=Stroke("line", 0.35), radius=0.5)
            if is_done:
                corners = [(x + side * 0.2, top + side * 0.55), (x + side * 0.42, top + side * 0.78)]
                surface.line([*corners, (x + side * 0.82, top + side * 0.22)], Stroke("ink", 0.5))

    return draw


OUTPUT: Final = Output(
    id="checklist",
    title="export.title.checklist",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
