"""One journey as a poster: phases, steps, links, the curve of feelings and the lanes of cards."""

from __future__ import annotations

from typing import BinaryIO, Final, NamedTuple

from exports.base import Options, Output
from exports.board import PaperWords, Plan, plan_board
from exports.board_painter import BoardPainter
from exports.choice import chosen_journey
from exports.paper import Orientation, Paper, sheet_of
from exports.sheets import Head, Sheets, kicker_of, people_and_date
from exports.surface import Surface
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.records import Journey, Persona


class _Poster(NamedTuple):
    surface: Surface
    sheets: Sheets
    plan: Plan


_MOST_TRIED_CARDS = 400


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the poster of one journey; raises SprintError when the sprint has no journey."""
    journey = chosen_journey(document, options.journey)
    t = Translator.load(options.language)
    surface, sheets, plan = _with_fewest_sheets(document, journey, t, options, stream)
    painter = BoardPainter(surface, document, t, plan, sheets.long)
    sheets.begin(len(plan.windows))
    for number, window in enumerate(plan.windows):
        is_last = number + 1 == len(plan.windows)
        sheets.next(_title(document, journey, t) if number == 0 else "", goes_on=not is_last)
        painter.draw(window, surface.sheet.left, sheets.top)
    sheets.finish()


def _with_fewest_sheets(
    document: Document, journey: Journey, t: Translator, options: Options, stream: BinaryIO
) -> _Poster:
    """Try landscape before portrait and full labels before short ones; a huge journey is split without trying."""
    ways = (options.orientation,) if options.orientation else (Orientation.LANDSCAPE, Orientation.PORTRAIT)
    best: _Poster | None = None
    for is_terse in (False, True):
        for way in ways:
            poster = _planned(document, journey, PaperWords(t, is_terse), t, (options.paper, way), stream)
            if best is None or len(poster.plan.windows) < len(best.plan.windows):
                best = poster
            if not best.plan.is_split or len(best.plan.board.cards) > _MOST_TRIED_CARDS:
                return best
    if best is None:
        raise SprintError("export.error.orientation")
    return best


def _planned(
    document: Document,
    journey: Journey,
    words: PaperWords,
    t: Translator,
    laid: tuple[Paper, Orientation],
    stream: BinaryIO,
) -> _Poster:
    sheet = sheet_of(*laid)
    title = _title(document, journey, t)
    surface = Surface(stream, sheet, title, t.language)
    head = Head(kicker_of(document, t), people_and_date(document, t), title, _lead(document, journey, t))
    legend = " ".join((t("export.legend.curve"), t("export.legend.evidence")))
    name = " · ".join((t("export.name.journey"), laid[0].value))
    sheets = Sheets(surface, t, name, head, legend)
    plan = plan_board(document, journey.id, words, surface.setter.face, sheet.inner_width, sheets.room)
    return _Poster(surface, sheets, plan)


def _title(document: Document, journey: Journey, t: Translator) -> str:
    return journey.title or document.sprint.title or t("export.untitled")


def _lead(document: Document, journey: Journey, t: Translator) -> str:
    kind = t(f"kind.journey.{journey.kind.value}")
    names = [document.require(Persona, persona_id).name for persona_id in journey.persona_ids]
    names = [name for name in names if name]
    people = names[0] if names else ""
    for name in names[1:]:
        people = t("export.and", first=people, last=name)
    return " · ".join((kind, t("export.through_eyes", people=people))) if people else kind


OUTPUT: Final = Output(
    id="journey",
    title="export.title.journey",
    suffixes=(".pdf",),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1, Paper.A0),
    orientations=(Orientation.LANDSCAPE, Orientation.PORTRAIT),
    write=write,
)
