"""Every page of every printable as a picture, to look at: in both languages, for the example and for cruel sprints.

Run: python tests/bench/every_page.py FOLDER [--only report,script] [--sprints example,empty] [--languages nl]
     [--dpi 60] [--each 4] [--paper A4] [--option size=large]
Makes contact sheets `<printable>-<language>-<sprint>-<number>.png` of at most so many pages each, the PDF beside them,
and prints one line for each print: pages, or the sentence that says why there is nothing to print.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image

from exports.base import Output
from exports.offer import printables
from exports.options import Form, read_options
from exports.pictures import page_as_png, page_count
from exports.produce import produce
from sprint.document import Document
from sprint.errors import SprintError
from sprint.i18n import LANGUAGES, Translator
from tests.exports.cruel import PICTURES, cruel_sprints

GAP = 12
MOST_WIDE = 2400


def contact_sheets(pages: list[Image.Image], each: int) -> list[Image.Image]:
    """Lay pages side by side on a grey ground, as many as fit in a row."""
    sheets = []
    for first in range(0, len(pages), each):
        shown = pages[first : first + each]
        width, height = max(page.width for page in shown), max(page.height for page in shown)
        columns = max(1, min(len(shown), MOST_WIDE // (width + GAP)))
        rows = -(-len(shown) // columns)
        sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), "#777777")
        for number, page in enumerate(shown):
            place = GAP + number % columns * (width + GAP), GAP + number // columns * (height + GAP)
            sheet.paste(page, place)
        sheets.append(sheet)
    return sheets


def printed(output: Output, document: Document, language: str, chosen: dict[str, str]) -> bytes:
    """Print one sprint; raises SprintError when there is nothing to print."""
    stream = BytesIO()
    options = read_options(chosen, document.sprint.language, output.papers[0], Form.PDF, PICTURES.get)
    produce(output, document, replace(options, language=language), stream)
    return stream.getvalue()


def look(output: Output, name: str, language: str, document: Document, asked: argparse.Namespace) -> str:
    """Write the PDF and the contact sheets of one print; returns what there is to tell."""
    chosen = dict(one.split("=", 1) for one in asked.option) | ({"paper": asked.paper} if asked.paper else {})
    try:
        data = printed(output, document, language, chosen)
    except SprintError as error:
        return Translator.load(language).error(error)
    stem = f"{output.id}-{language}-{name}"
    (asked.folder / f"{stem}.pdf").write_bytes(data)
    total = page_count(data)
    pages = [Image.open(BytesIO(page_as_png(data, number, asked.dpi))) for number in range(min(total, asked.most))]
    for number, sheet in enumerate(contact_sheets(pages, asked.each)):
        sheet.save(asked.folder / f"{stem}-{number:02}.png")
    return f"{total} pages"


def main() -> None:
    """Make all that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--sprints", default="")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--paper", default="")
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("--dpi", type=float, default=60)
    parser.add_argument("--each", type=int, default=6)
    parser.add_argument("--most", type=int, default=40, help="pages of one print that are drawn")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    wanted, sprints = (frozenset(filter(None, one.split(","))) for one in (asked.only, asked.sprints))
    for language in asked.languages.split(","):
        for name, make in cruel_sprints(language).items():
            if sprints and name not in sprints:
                continue
            document = make()
            for output in printables():
                if not wanted or output.id in wanted:
                    print(f"{output.id:<16}{language}  {name:<9}{look(output, name, language, document, asked)}")


if __name__ == "__main__":
    main()
