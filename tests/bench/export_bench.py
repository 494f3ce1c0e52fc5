"""How long an A0 poster takes in a process of its own, beside the same texts drawn by others; and the sprint book.

Run: python tests/bench/export_bench.py. Prints seconds, the ratio to bare reportlab of this run, KB and peak memory.
`typst` is only tried where that package is installed; the program itself does not need it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000, 10_000)
RUNS = 2
CARDS_PER_STEP = 10
LANES = 5
PAGES = 100
PHOTOS = 20
TEXT = "Inwoners wachten te lang op een bericht en weten niet of hun melding is aangekomen"

Result = tuple[float, float, int]
"""Seconds with the imports, seconds of writing alone, and bytes."""


def records(cards: int) -> list[object]:
    """Build a journey with this many cards, ten under each step."""
    from sprint.records import Card, Journey, Lane, Link, Phase, Step

    found: list[object] = [Journey(id="j", title="Ik wil iets melden")]
    steps = max(1, cards // CARDS_PER_STEP)
    lanes = list(Lane)[:LANES]
    for number in range(steps):
        phase = f"phase-{number // 5:05}"
        if number % 5 == 0:
            found.append(Phase(id=phase, journey_id="j", order=number, title=f"Fase {number // 5 + 1}"))
        step = f"step-{number:05}"
        feeling = number % 7 - 3
        title = f"Stap {number + 1}: wacht op een bericht"
        found.append(Step(id=step, journey_id="j", phase_id=phase, order=number, title=title, feeling=feeling))
        if number:
            found.append(Link(id=f"link-{number}", journey_id="j", source=f"step-{number - 1:05}", target=step))
        for rank in range(CARDS_PER_STEP):
            text = f"{TEXT} ({number * CARDS_PER_STEP + rank})"
            lane = lanes[rank % LANES]
            card_id = f"card-{number}-{rank}"
            found.append(Card(id=card_id, journey_id="j", step_id=step, lane=lane, order=rank, text=text))
    return found


def ours(cards: int, tiles: bool = False) -> Result:
    """Make the poster, on one sheet or on A4."""
    begin = time.perf_counter()
    from dataclasses import replace

    from exports.base import outputs
    from exports.options import Tiling
    from exports.paper import Paper
    from sprint.document import Document

    imported = time.perf_counter() - begin
    document = Document(records(cards))
    begin = time.perf_counter()
    stream = BytesIO()
    output = outputs()["journey"]
    options = output.options("nl", Paper.A0)
    output.write(document, replace(options, tiling=Tiling(Paper.A4)) if tiles else options, stream)
    written = time.perf_counter() - begin
    return imported + written, written, len(stream.getvalue())


def bare(cards: int) -> Result:
    """Draw the same boxes and texts with nothing but reportlab on one sheet."""
    begin = time.perf_counter()
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen.canvas import Canvas

    from assets.fonts import font_bytes

    pdfmetrics.registerFont(ttfonts.TTFont("A", BytesIO(font_bytes("regular"))))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(3370, 2384), initialFontName="A")
    for number in range(cards):
        x, y = number % 100 * 33, number // 100 * 23
        canvas.setFillColorRGB(0.9, 0.9, 0.8)
        canvas.roundRect(x, y, 30, 20, 2, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        pen = canvas.beginText(x, y + 15)
        pen.setFont("A", 4)
        for line in simpleSplit(f"{TEXT} ({number})", "A", 4, 28):
            pen.textLine(line)
        canvas.drawText(pen)
    canvas.showPage()
    canvas.save()
    seconds = time.perf_counter() - begin
    return seconds, seconds, len(stream.getvalue())


def qt(cards: int) -> Result:
    """Draw the same boxes and texts with QPdfWriter."""
    begin = time.perf_counter()
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

    from assets.fonts import FAMILY, font_bytes

    app = QGuiApplication(["bench", "-platform", "offscreen"])
    QFontDatabase.addApplicationFontFromData(font_bytes("regular"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A0))
    writer.setResolution(72)
    painter = QPainter(writer)
    font = QFont(FAMILY)
    font.setPointSizeF(4)
    painter.setFont(font)
    for number in range(cards):
        box = QRectF(number % 70 * 33, number // 70 * 23, 30, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#e6e6cc"))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QColor("black"))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, f"{TEXT} ({number})")
    painter.end()
    size = buffer.data().size()
    del app
    seconds = time.perf_counter() - begin
    return seconds, seconds, size


def typst(cards: int) -> Result:
    """Set the same boxes and texts with typst."""
    begin = time.perf_counter()
    import typst as engine

    from assets.fonts import font_bytes

    with TemporaryDirectory() as folder:
        (Path(folder) / "a.ttf").write_bytes(font_bytes("regular"))
        rows = "".join(
            f"#place(dx: {n % 100 * 33}pt, dy: {n // 100 * 23}pt, box(width: 30pt, height: 20pt, fill: luma(230), "
            f"radius: 2pt)[{TEXT} ({n})])\n"
            for n in range(cards)
        )
        page = '#set page(width: 3370pt, height: 2384pt, margin: 0pt)\n#set text(4pt, font: "Atkinson Hyperlegible")\n'
        source = Path(folder) / "a.typ"
        source.write_text(page + rows, encoding="utf-8")
        data = engine.compile(source, font_paths=[folder])
    seconds = time.perf_counter() - begin
    return seconds, seconds, len(data)


def book(_size: int) -> Result:
    """Make the sprint book of the example with charts and twenty pictures."""
    begin = time.perf_counter()
    from dataclasses import replace
    from hashlib import sha256

    from PIL import Image

    from exports.base import outputs
    from sprint.document import Document
    from sprint.records import Picture
    from tests.exports.rich import rich_document

    document = rich_document()
    photos = {}
    for number in range(PHOTOS):
        out = BytesIO()
        Image.effect_noise((1024, 768), 20 + number).convert("RGB").save(out, "JPEG", quality=85)
        photos[sha256(out.getvalue()).hexdigest()] = out.getvalue()
    pictures = [Picture(id=f"p{n:02}", sha256=name, extension="jpg", width=1024, height=768) for n, name in
                enumerate(photos)]  # fmt: skip
    document = Document([*(one for one in document if not isinstance(one, Picture)), *pictures])
    imported = time.perf_counter() - begin
    begin = time.perf_counter()
    stream = BytesIO()
    output = outputs()["report"]
    output.write(document, replace(output.options("nl"), picture=photos.get), stream)
    written = time.perf_counter() - begin
    return imported + written, written, len(stream.getvalue())


def long_ours(_size: int) -> Result:
    """Write a report of about a hundred pages with our own flow, tagged."""
    from exports.base import outputs
    from exports.kit.printed import begin as begin_print
    from sprint.document import Document

    begin = time.perf_counter()
    stream = BytesIO()
    printed = begin_print(Document(), outputs()["report"].options("nl"), stream, "Verslag")
    story = printed.story()
    for number in range(PAGES * 9):
        story.heading(f"Kop {number}", printed.types.heading)
        story.paragraph(f"{TEXT}. " * 4, printed.types.body)
    printed.flow(story.pieces)
    seconds = time.perf_counter() - begin
    return seconds, seconds, len(stream.getvalue())


def long_bare(_size: int) -> Result:
    """Write the same texts with reportlab's own flowables."""
    begin = time.perf_counter()
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from assets.fonts import font_bytes

    pdfmetrics.registerFont(ttfonts.TTFont("A", BytesIO(font_bytes("regular"))))
    pdfmetrics.registerFont(ttfonts.TTFont("B", BytesIO(font_bytes("bold"))))
    body = ParagraphStyle("body", fontName="A", fontSize=10, leading=13.6)
    head = ParagraphStyle("head", fontName="B", fontSize=12, leading=15.6, spaceBefore=15, keepWithNext=1)
    story = []
    for number in range(PAGES * 9):
        story += [Paragraph(f"Kop {number}", head), Paragraph(f"{TEXT}. " * 4, body)]
    stream = BytesIO()
    SimpleDocTemplate(stream).build(story)
    seconds = time.perf_counter() - begin
    return seconds, seconds, len(stream.getvalue())


def tiled(cards: int) -> Result:
    """Make the poster on A4."""
    return ours(cards, tiles=True)


WAYS: dict[str, Callable[[int], Result]] = {
    "ours": ours, "tiled": tiled, "bare": bare, "qt": qt, "typst": typst, "book": book, "long": long_ours,
    "long_bare": long_bare,
}  # fmt: skip


def cold(way: str, size: int) -> tuple[float, float, int, float]:
    """Run one way in a new process and give the best of some runs, with its peak memory in MB."""
    results = []
    for _ in range(RUNS):
        command = [sys.executable, __file__, way, str(size)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        first, second, count, peak = done.stdout.split()
        results.append((float(first), float(second), int(count), float(peak)))
    return min(results)


def main() -> None:
    """Print the tables."""
    if len(sys.argv) == 3:
        result = WAYS[sys.argv[1]](int(sys.argv[2]))
        print(*result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    ways = ["ours", "tiled", "bare", "qt", *(["typst"] if find_spec("typst") else [])]
    print(f"{'cards':>7} {'way':>10} {'seconds':>8} {'writing':>8} {'ratio':>6} {'KB':>7} {'MB':>5}")
    for cards in SIZES:
        plain = cold("bare", cards)[0]
        for way in ways:
            total, writing, size, peak = cold(way, cards)
            times = f"{total:>8.2f} {writing:>8.2f} {total / plain:>6.1f}"
            print(f"{cards:>7} {way:>10} {times} {size / 1000:>7.0f} {peak:>5.0f}")
    plain = cold("long_bare", 0)[1]
    for way in ("book", "long", "long_bare"):
        total, writing, size, peak = cold(way, 0)
        print(
            f"{'':>7} {way:>10} {total:>8.2f} {writing:>8.2f} {writing / plain:>6.1f} {size / 1000:>7.0f} {peak:>5.0f}"
        )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
