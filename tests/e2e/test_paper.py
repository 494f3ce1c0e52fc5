"""From the window to paper, by a process of its own."""

from __future__ import annotations

from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox

from exports.base import outputs
from sprint.journeys import steps_of
from tests.helpers.facilitator import Facilitator
from ui.dialogs.printing import PrintDialog


def test_she_prints_the_journey_and_a_summary_while_she_goes_on(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    step = steps_of(she.document, she.sprint.bench.canvas.journey_id)[0]
    she.do("print")
    she.press("print_make")
    with she.qtbot.waitSignal(she.sprint.paper.printer.finished, timeout=60_000) as blocker:
        she.sprint.bench.canvas.select([step.id])
    made = blocker.args[0]
    assert [path.suffix for path in made] == [".pdf", ".pdf"]
    words = " ".join(PdfReader(made[0]).pages[0].extract_text().split())
    assert step.title.split()[0] in words
    assert len(PdfReader(made[1]).pages) == 1
    assert "2" in she.notices()


def test_everything_that_can_be_printed_is_offered_and_its_sheets_are_counted(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    dialog = she.front()
    assert isinstance(dialog, PrintDialog)
    names = {box.objectName() for box in dialog.findChildren(QCheckBox)}
    others = {f"print_{name}" for name, output in outputs().items() if ".pdf" in output.suffixes and name != "journey"}
    assert names >= others | {"print_as_is", "print_to_be", "print_agenda", "print_comparison"}
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(box.objectName() in ("print_summary", "print_agenda"))
    she.qtbot.waitUntil(lambda: dialog.total.startswith("Samen"), timeout=60_000)
    counted = int(dialog.total.split()[1])
    she.press("print_make")
    with she.qtbot.waitSignal(she.sprint.paper.printer.finished, timeout=60_000) as blocker:
        pass
    assert counted == sum(len(PdfReader(path).pages) for path in blocker.args[0])
    assert len(blocker.args[0]) == 2


def test_printing_is_stopped_when_she_asks(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    she.press("print_make")
    she.qtbot.waitUntil(lambda: "wordt gemaakt" in she.notices(), timeout=60_000)
    she.press("Stoppen")
    assert not she.sprint.paper.printer.is_busy
    assert "gestopt" in she.notices()
    assert "wordt gemaakt" not in she.notices()
