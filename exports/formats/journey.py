"""One journey as a poster: phases, steps, links, the curve of feelings and the lanes of cards."""

from __future__ import annotations

from typing import BinaryIO, Final, NamedTuple

from exports.base import Options, Output
from exports.board import Plan, plan_board
from exports.board_painter import BoardPainter
from exports.choice import chosen_journey
from exports.paper import Orientation, Paper, sheet_of
from exports.sheets import Head, Sheets, kicker_of, people_and_date
from exports.surface import Surface
from sprint.document import Document
from sprint.i18n import Translator
from sprint.records import Journey, Persona


class _Poster(NamedTuple):
    surface: Surface
    sheets: Sheets
    plan: Plan


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the poster of one journey; raises SprintError when the sprint has no journey."""
    journey = chosen_journey(document, options.journey)
    t = Translator.load(options.language)
    poster = _planned(document, journey, t, options.paper, options.orientation or Orientation.LANDSCAPE, stream)
    if options.orientation is None and poster.plan.is_split:
        upright = _planned(document, journey, t, options.paper, Orientation.PORTRAIT, stream)
        if len(upright.plan.windows) < len(poster.plan.windows):
            poster = upright
    surface, sheets, plan = poster
    painter = BoardPainter(surface, document, t, plan)
    sheets.begin(len(plan.windows))
    for number, window in enumerate(plan.windows):
        sheets.next(_title(document, journey, t) if number == 0 else "", number + 1 < len(plan.windows))
        painter.draw(window, surface.sheet.left, sheets.top)
    sheets.finish()


def _planned(
    document: Document, journey: Journey, t: Translator, paper: Paper, orientation: Orientation, stream: BinaryIO
) -> _Poster:
    title = _title(document, journey, t)
    surface = Surface(stream, sheet_of(paper, orientation), title, t.language)
    head = Head(kicker_of(document, t), people_and_date(document, t), title, _lead(document, journey, t))
    name = f"{t('export.name.journey')} · {paper.value}"
    sheets = Sheets(surface, t, name, head, f"{t('export.legend.curve')} {t('export.legend.evidence')}")
    plan = plan_board(document, journey.id, t, surface.setter.face, surface.sheet.inner_width, sheets.room)
    return _Poster(surface, sheets, plan)


def _title(document: Document, journey: Journey, t: Translator) -> str:
    return journey.title or document.sprint.title or t("export.untitled")


def _lead(document: Document, journey: Journey, t: Translator) -> str:
    kind = t(f"kind.journey.{journey.kind.value}")
    names = [document.require(Persona, persona_id).name for persona_id in journey.persona_ids]
    people = ", ".join(name for name in names if name)
    return f"{kind} · {t('export.through_eyes', people=people)}" if people else kind


OUTPUT: Final = Output(
    id="journey",
    title="export.title.journey",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1, Paper.A0),
    orientations=(Orientation.LANDSCAPE, Orientation.PORTRAIT),
    write=write,
)
