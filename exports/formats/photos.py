"""All photos of the sprint in rows, with what they show."""

from __future__ import annotations

from typing import BinaryIO, Final

from exports.base import UPRIGHT, Output
from exports.kit.photos import photo_pieces
from exports.kit.printed import begin
from exports.options import Options
from exports.paper import Paper
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import Translator
from sprint.photos import photos_of


def write(document: Document, options: Options, stream: BinaryIO) -> None:
    """Write the photos; raises SprintError when there are none."""
    t = Translator.load(options.language)
    pictures = photos_of(document, t("kind.note.wall"))
    if not pictures:
        raise SprintError("print.photos.none")
    printed = begin(document, options, stream, t("print.title.photos"))
    printed.flow(photo_pieces(printed, pictures, columns=3), t("print.title.photos"))


OUTPUT: Final = Output(
    id="photos",
    title="print.title.photos",
    suffixes=(".pdf",),
    papers=(Paper.A4, Paper.A3),
    orientations=UPRIGHT,
    write=write,
)
