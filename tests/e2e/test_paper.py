"""From the window to paper, by a process of its own."""

from __future__ import annotations

from pypdf import PdfReader

from sprint.journeys import steps_of
from tests.helpers.facilitator import Facilitator


def test_she_prints_the_journey_and_a_summary_while_she_goes_on(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    step = steps_of(she.document, she.sprint.bench.canvas.journey_id)[0]
    she.do("print")
    she.press("print_make")
    with she.qtbot.waitSignal(she.sprint.printer.finished, timeout=60_000) as blocker:
        she.sprint.bench.canvas.select([step.id])
    made = blocker.args[0]
    assert [path.suffix for path in made] == [".pdf", ".pdf"]
    words = " ".join(PdfReader(made[0]).pages[0].extract_text().split())
    assert step.title.split()[0] in words
    assert len(PdfReader(made[1]).pages) == 1
    assert "2" in she.notices()
