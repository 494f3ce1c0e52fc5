"""What a person can choose for a print, as one table: the command line and the print window are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exports.ink import Ink
from exports.paper import Orientation, Paper
from sprint.errors import SprintError
from sprint.i18n import LANGUAGES
from sprint.records import Track

LEAST_OVERLAP, MOST_OVERLAP = 10.0, 15.0
LEAST_MARGIN, MOST_MARGIN = 0.0, 20.0
LEAST_ROLL, MOST_ROLL = 300.0, 1_600.0
LEAST_DPI, MOST_DPI = 36, 600

ReadPicture = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, None when it is not there."""


class Form(StrEnum):
    """What kind of file is made."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a poster is cut into sheets for an office printer; lengths in millimetres.

    `margin` is what the printer leaves white at the edges. `only` names the sheets to print (none: all of them);
    `known` holds the fingerprint of every sheet of the last print, and `tell` is given those of this one.
    """

    paper: Paper
    orientation: Orientation | None = None
    overlap: float = LEAST_OVERLAP
    margin: float = 5.0
    only: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)
    tell: Callable[[Mapping[str, str]], None] | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chose for one print; the language of paper is not that of the screen.

    Without an orientation the output takes the one that needs the fewest sheets. `journey` is the id of a journey or
    "as_is" or "to_be"; empty means the first that fits. `day` is the number of a day, 0 for all. `roll` is the width of
    a roll of paper in millimetres, 0 for sheets. `written_in` is the language
    in which the team wrote, where that is not the language of the print.
    """

    language: str
    paper: Paper
    orientation: Orientation | None
    journey: str = ""
    day: int = 0
    track: Track = Track.OPEN
    ink: Ink = Ink.FULL
    is_large: bool = False
    roll: float = 0.0
    boxes: int = 8
    tiling: Tiling | None = None
    form: Form = Form.PDF
    dpi: int = 150
    picture: ReadPicture | None = None
    written_in: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: the option's name, what it does, how its value is written, what may be chosen, and the usual value.

    `is_own` rows belong to some outputs only; the others count for every PDF. `label` is its name in the print window
    (rows without one are asked elsewhere there), `none` what is said there when nothing is chosen; a row that
    `needs` another is only asked when that one is chosen. The command line has no `is_window` rows: there the name of
    the file says it.
    """

    name: str
    help: str
    shown: str
    choices: tuple[str, ...] = ()
    usual: str = ""
    is_own: bool = False
    label: str = ""
    none: str = "print.value."
    needs: str = ""
    is_window: bool = False


CHOICES: tuple[Choice, ...] = (
    Choice("form", "print.help.form", "pdf|png|svg", tuple(Form), Form.PDF, label="print.label.form", is_window=True),
    Choice("paper", "cli.help.paper", "A4…A0", tuple(Paper), label="print.label.paper"),
    Choice(
        "orientation", "cli.help.orientation", "landscape|portrait", tuple(Orientation), label="print.label.orientation"
    ),
    Choice("language", "cli.help.language", "nl|en", LANGUAGES),
    Choice("ink", "print.help.ink", "full|saving", tuple(Ink), Ink.FULL, label="print.label.ink"),
    Choice("journey", "cli.help.journey", "as_is|to_be|ID", is_own=True),
    Choice("day", "print.help.day", "1…5", usual="0", is_own=True),
    Choice(
        "track",
        "print.help.track",
        "saved|spent",
        (Track.SAVED.value, Track.SPENT.value),
        is_own=True,
        label="print.label.track",
        none="print.value.both",
    ),
    Choice(
        "size", "print.help.size", "normal|large", ("normal", "large"), "normal", is_own=True, label="print.label.size"
    ),
    Choice("boxes", "print.help.boxes", "8|15", ("8", "15"), "8", is_own=True, label="print.label.boxes"),
    Choice("roll", "print.help.roll", "MM", usual="0", is_own=True, label="print.label.roll"),
    Choice(
        "tiles",
        "print.help.tiles",
        "A4|A3",
        (Paper.A4.value, Paper.A3.value),
        is_own=True,
        label="print.label.tiles",
        none="print.value.whole",
    ),
    Choice(
        "tile-orientation",
        "print.help.tile_orientation",
        "landscape|portrait",
        tuple(Orientation),
        is_own=True,
        label="print.label.tile_orientation",
        needs="tiles",
    ),
    Choice(
        "overlap", "print.help.overlap", "10…15", usual="10", is_own=True, label="print.label.overlap", needs="tiles"
    ),
    Choice("margin", "print.help.margin", "MM", usual="5", is_own=True),
    Choice("sheets", "print.help.sheets", "A1,B2", is_own=True, label="print.label.sheets", needs="tiles"),
    Choice(
        "changed",
        "print.help.changed",
        "yes",
        ("yes",),
        is_own=True,
        label="print.label.changed",
        needs="tiles",
        none="print.value.every",
    ),
    Choice("dpi", "print.help.dpi", "36…600", usual="150"),
)
TILED = frozenset({"tiles", "tile-orientation", "overlap", "margin", "sheets", "changed"})
"""What everything takes that can be spread over sheets of an office printer."""
POSTER = TILED | {"journey", "roll"}
"""What a poster of a journey takes."""


def read_options(
    values: Mapping[str, str], language: str, paper: Paper, form: Form, picture: ReadPicture | None = None
) -> Options:
    """Turn what was typed or chosen into options; raises SprintError for a value that makes no sense."""

    def value(name: str) -> str:
        row = next(row for row in CHOICES if row.name == name)
        return values.get(name) or row.usual

    orientation = value("orientation")
    return Options(
        language=value("language") or language,
        paper=Paper(value("paper")) if value("paper") else paper,
        orientation=Orientation(orientation) if orientation else None,
        journey=value("journey"),
        day=int(_number("day", value("day"), 0, 99)),
        track=Track(value("track")),
        ink=Ink(value("ink")),
        is_large=value("size") == "large",
        roll=_number("roll", value("roll"), LEAST_ROLL, MOST_ROLL, may_be_none=True),
        boxes=int(_number("boxes", value("boxes"), 8, 15)),
        tiling=_tiling(value) if value("tiles") else None,
        form=form,
        dpi=int(_number("dpi", value("dpi"), LEAST_DPI, MOST_DPI)),
        picture=picture,
        written_in=language,
    )


def _tiling(value: Callable[[str], str]) -> Tiling:
    orientation = value("tile-orientation")
    return Tiling(
        paper=Paper(value("tiles")),
        orientation=Orientation(orientation) if orientation else None,
        overlap=_number("overlap", value("overlap"), LEAST_OVERLAP, MOST_OVERLAP),
        margin=_number("margin", value("margin"), LEAST_MARGIN, MOST_MARGIN),
        only=frozenset(code.strip().upper() for code in value("sheets").split(",") if code.strip()),
    )


def _number(name: str, text: str, least: float, most: float, *, may_be_none: bool = False) -> float:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = float("nan")
    if may_be_none and number == 0:
        return 0.0
    if not least <= number <= most:
        raise SprintError("print.error.number", option=f"--{name}", value=text, least=f"{least:g}", most=f"{most:g}")
    return number
