"""One journey as a poster: phases, steps, links, the curve of feelings and the lanes of cards."""

from __future__ import annotations

from typing import BinaryIO, Final, NamedTuple

from exports.base import Output
from exports.board import Plan, plan_board
from exports.board_painter import BoardPainter
from exports.board_type import PaperWords
from exports.choice import chosen_journey
from exports.opening import open_surface
from exports.options import POSTER, Form, Options
from exports.paper import Orientation, Paper, Sheet, free_sheet, sheet_of, short_side
from exports.sheets import Head, Sheets, kicker_of, people_and_date
from exports.structure import Element
from exports.surface import Surface
from exports.tracks import on_track
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.journeys import steps_of
from sprint.records import Journey, Observation, Persona, Track
from sprint.sentences import dotted, listed


class _Poster(NamedTuple):
    surface: Surface
    sheets: Sheets
    plan: Plan


_MOST_TRIED_CARDS = 400
_LONGEST_ROLL = 10_000.0
_LONGEST_PICTURE = 100_000.0
_HIGHEST_PICTURE = 3_000.0
_HIGHER = 20.0


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the poster of one journey, or of one track of it; raises SprintError when the sprint has no journey."""
    journey = chosen_journey(document, options.journey)
    if options.track is not Track.OPEN:
        document = on_track(document, journey, options.track)
    t = Translator.load(options.language)
    if options.roll or options.form is not Form.PDF:
        poster = _on_a_roll(document, journey, t, options, stream)
    else:
        poster = _with_fewest_sheets(document, journey, t, options, stream)
    surface, sheets, plan = poster
    painter = BoardPainter(surface, document, t, plan, sheets.long)
    shares = plan.sheets(sheets.room)
    sheets.begin(len(shares))
    steps = listed(step.title for step in steps_of(document, journey.id) if step.title)
    alt = t("print.poster_alt", title=_title(document, journey, t), steps=steps)
    for number, windows in enumerate(shares):
        is_last = number + 1 == len(shares)
        sheets.next(_title(document, journey, t) if number == 0 else "", goes_on=not is_last)
        with surface.tagged(Element("Figure", alt=alt if number == 0 else t("print.poster_goes_on"))):
            for place, window in enumerate(windows):
                painter.draw(window, surface.sheet.left, sheets.top + place * sheets.room / len(windows))
    sheets.finish()


def _on_a_roll(document: Document, journey: Journey, t: Translator, options: Options, stream: BinaryIO) -> _Poster:
    """Take as much of a roll as the journey needs; a picture is as high as it needs, so that it is never split."""
    height = options.roll or short_side(options.paper)
    words = PaperWords(t, is_terse=False)
    longest = _LONGEST_ROLL if options.roll else _LONGEST_PICTURE
    while True:
        long = free_sheet(longest, height)
        _, sheets, plan = _planned(document, journey, words, t, long, options, stream)
        if options.roll or not plan.is_split or height > _HIGHEST_PICTURE:
            break
        height += max(_HIGHER, plan.board.height * plan.scale - sheets.room)
    width = max(height, plan.board.width * plan.scale + 2 * long.margin + 0.1)
    return _planned(document, journey, words, t, free_sheet(width, height), options, stream)


def _with_fewest_sheets(
    document: Document, journey: Journey, t: Translator, options: Options, stream: BinaryIO
) -> _Poster:
    """Try landscape before portrait and full labels before short ones; a huge journey is split without trying."""
    ways = (options.orientation,) if options.orientation else (Orientation.LANDSCAPE, Orientation.PORTRAIT)
    best: _Poster | None = None
    for is_terse in (False, True):
        for way in ways:
            sheet = sheet_of(options.paper, way)
            poster = _planned(document, journey, PaperWords(t, is_terse), t, sheet, options, stream)
            if best is None or _count(poster) < _count(best):
                best = poster
            if not best.plan.is_split or len(best.plan.board.cards) > _MOST_TRIED_CARDS:
                return best
    if best is None:
        raise SprintError("export.error.orientation")
    return best


def _count(poster: _Poster) -> int:
    return len(poster.plan.sheets(poster.sheets.room))


def _planned(
    document: Document,
    journey: Journey,
    words: PaperWords,
    t: Translator,
    sheet: Sheet,
    options: Options,
    stream: BinaryIO,
) -> _Poster:
    title = _title(document, journey, t)
    surface = open_surface(options, stream, sheet, title, t, is_tagged=True)
    kicker, lead = kicker_of(document, t), _lead(document, journey, t)
    if options.track is not Track.OPEN:
        lead = dotted((t(f"kind.track.{options.track.value}"), lead))
    head = Head(kicker, people_and_date(document, t), title, lead)
    paper = f"{options.roll:g} mm" if options.roll else options.paper.value if options.form is Form.PDF else ""
    name = dotted((t("export.name.journey"), paper))
    sheets = Sheets(surface, t, name, head, _legend(document, journey, t))
    plan = plan_board(document, journey.id, words, surface.setter.face, sheet.inner_width, sheets.room)
    return _Poster(surface, sheets, plan)


def _legend(document: Document, journey: Journey, t: Translator) -> str:
    """Explain the signs that are on this poster."""
    steps = {step.id: step for step in steps_of(document, journey.id)}
    remarks = [remark for remark in document.table(Observation).values() if remark.step_id in steps]
    parts = [t("export.legend.curve")]
    if any(remark.feeling is not None for remark in remarks):
        parts.append(t("export.legend.felt"))
    if remarks:
        parts.append(t("export.legend.remarks"))
    if any(step.track is not Track.OPEN for step in steps.values()):
        parts.append(t("export.legend.tracks"))
    if document.sprint.target_step_id in steps:
        parts.append(t("export.legend.target"))
    return " ".join((*parts, t("export.legend.evidence")))


def _title(document: Document, journey: Journey, t: Translator) -> str:
    return journey.title or document.sprint.title or t("export.untitled")


def _lead(document: Document, journey: Journey, t: Translator) -> str:
    kind = t(f"kind.journey.{journey.kind.value}")
    names = [document.require(Persona, persona_id).name for persona_id in journey.persona_ids]
    names = [name for name in names if name]
    people = names[0] if names else ""
    for name in names[1:]:
        people = t("export.and", first=people, last=name)
    return dotted((kind, t("export.through_eyes", people=people))) if people else kind


OUTPUT: Final = Output(
    id="journey",
    title="export.title.journey",
    suffixes=(".pdf", ".svg", ".png"),
    papers=(Paper.A3, Paper.A4, Paper.A2, Paper.A1, Paper.A0),
    orientations=(Orientation.LANDSCAPE, Orientation.PORTRAIT),
    write=write,
    sheets=("journey_poster",),
    takes=POSTER | {"track"},
)
