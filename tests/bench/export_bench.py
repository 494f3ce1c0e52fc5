"""How long the A0 poster takes in a process of its own, beside the same number of texts drawn by bare reportlab.

Run: python tests/bench/export_bench.py. Prints seconds, the ratio to the bare drawing of this run, and KB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000, 10_000)
RUNS = 2
CARDS_PER_STEP = 10
LANES = 5
TEXT = "Inwoners wachten te lang op een bericht en weten niet of hun melding is aangekomen"


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


def ours(cards: int) -> tuple[float, float, int]:
    """Make the poster; gives seconds with the imports, seconds of writing alone, and bytes."""
    begin = time.perf_counter()
    from exports.base import outputs
    from exports.paper import Paper
    from sprint.document import Document

    imported = time.perf_counter() - begin
    document = Document(records(cards))  # type: ignore[arg-type]
    begin = time.perf_counter()
    stream = BytesIO()
    output = outputs()["journey"]
    output.write(document, output.options("nl", Paper.A0), stream)
    written = time.perf_counter() - begin
    return imported + written, written, len(stream.getvalue())


def bare(cards: int) -> tuple[float, float, int]:
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


WAYS: dict[str, Callable[[int], tuple[float, float, int]]] = {"ours": ours, "bare": bare}


def cold(way: str, cards: int) -> tuple[float, float, int]:
    """Run one way in a new process and give the best of some runs."""
    results = []
    for _ in range(RUNS):
        command = [sys.executable, __file__, way, str(cards)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        first, second, size = done.stdout.split()
        results.append((float(first), float(second), int(size)))
    return min(results)


def main() -> None:
    """Print the table."""
    if len(sys.argv) == 3:
        print(*WAYS[sys.argv[1]](int(sys.argv[2])))
        return
    print(f"{'cards':>7} {'ours s':>8} {'writing':>8} {'bare s':>8} {'ratio':>6} {'KB':>7}")
    for cards in SIZES:
        total, writing, size = cold("ours", cards)
        plain, _, _ = cold("bare", cards)
        print(f"{cards:>7} {total:>8.2f} {writing:>8.2f} {plain:>8.2f} {total / plain:>6.1f} {size / 1000:>7.0f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
