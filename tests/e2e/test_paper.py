"""From the window to paper, by a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox

from exports.offer import printables
from sprint.journeys import steps_of
from tests.helpers.facilitator import Facilitator
from ui.printing_room.window import PrintWindow
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel


def window_of(she: Facilitator) -> PrintWindow:
    found = she.front()
    assert isinstance(found, PrintWindow)
    return found


def tick(she: Facilitator, *names: str) -> None:
    for box in window_of(she).findChildren(QCheckBox):
        box.setChecked(box.objectName() in names)


def choose(she: Facilitator, name: str, value: object) -> None:
    def there() -> list[ChoiceField]:
        return [f for f in window_of(she).findChildren(ChoiceField) if f.objectName() == name and f.isVisible()]

    she.qtbot.waitUntil(lambda: bool(there()))
    field = there()[0]
    field.show_value(value)
    field.chosen.emit(value)


def saved_pdfs(she: Facilitator) -> list[Path]:
    with she.qtbot.waitSignal(she.sprint.paper.printer.finished, timeout=60_000) as blocker:
        she.press("save")
    return [job.out for job in blocker.args[0]]


def test_she_prints_the_journey_and_a_summary_while_she_goes_on(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    step = steps_of(she.document, she.sprint.bench.canvas.journey_id)[0]
    she.do("print")
    made = saved_pdfs(she)
    she.sprint.bench.canvas.select([step.id])
    assert [path.suffix for path in made] == [".pdf", ".pdf"]
    words = " ".join(PdfReader(made[0]).pages[0].extract_text().split())
    assert step.title.split()[0] in words
    assert "2" in she.notices()


def test_she_prints_the_packet_of_a_day_and_sees_its_pages_and_paper(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    window = window_of(she)
    offered = {box.objectName() for box in window.findChildren(QCheckBox)}
    assert offered >= {f"print_{output.id}" for output in printables() if output.id != "journey"}
    assert offered >= {"print_as_is", "print_to_be"}
    choose(she, "print_day", 2)
    she.qtbot.waitUntil(lambda: window.total.startswith("Samen"), timeout=60_000)
    chosen = [item.id for item in window.chosen]
    assert chosen[:3] == ["agenda", "script", "packing"]
    assert {"crazy_eights", "solution_sketch", "voting_sheet"} <= set(chosen)
    assert "certificate" not in chosen
    she.qtbot.waitUntil(lambda: window.preview.has_picture, timeout=60_000)
    counted = sum(int(part.split("×")[0].strip()) for part in window.total.removeprefix("Samen: ").split(","))
    made = saved_pdfs(she)
    assert len(made) == len(chosen)
    assert counted == sum(len(PdfReader(path).pages) for path in made)


def test_she_prints_a_poster_on_office_paper_in_english_and_then_only_what_changed(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    tick(she, "print_as_is")
    choose(she, "print_language", "en")
    choose(she, "option_paper", "A1")
    choose(she, "option_tiles", "A4")
    she.qtbot.waitUntil(lambda: "16 × A4" in window_of(she).total, timeout=60_000)
    first = PdfReader(saved_pdfs(she)[0])
    assert len(first.pages) == 16
    assert "glue the poster" in first.pages[0].extract_text()
    she.do("print")
    tick(she, "print_as_is")
    choose(she, "print_language", "en")
    choose(she, "option_paper", "A1")
    choose(she, "option_tiles", "A4")
    choose(she, "option_changed", "yes")
    she.qtbot.waitUntil(lambda: window_of(she).total.startswith("Er zijn geen bladen"), timeout=60_000)


def test_what_is_chosen_when_the_print_window_opens_can_be_seen(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    window = window_of(she)
    box = window.list.findChild(QCheckBox, f"print_{window.chosen[0].id}")
    assert box is not None and box.isChecked()
    assert not box.visibleRegion().isEmpty()


def test_without_a_printer_the_print_window_itself_says_what_to_do(
    she: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.paper.printers", list)
    she.do("open_example")
    she.saved()
    she.do("print")
    window = window_of(she)
    she.qtbot.waitUntil(lambda: window.total.startswith("Samen"), timeout=60_000)
    window.send_asked.emit()
    said = window.findChild(PlainLabel, "print_warning")
    assert said is not None
    assert said.isVisible()
    assert "geen printer" in said.text()
    assert window.isVisible()
    tick(she, "print_agenda")
    assert not said.isVisible()


def test_printing_is_stopped_when_she_asks(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    she.do("print")
    she.press("save")
    she.qtbot.waitUntil(lambda: "wordt gemaakt" in she.notices(), timeout=60_000)
    she.press("Stoppen")
    assert not she.sprint.paper.printer.is_busy
    assert "gestopt" in she.notices()
    assert "wordt gemaakt" not in she.notices()


def test_one_key_gives_the_sprint_book(she: Facilitator) -> None:
    she.do("open_example")
    she.saved()
    with she.qtbot.waitSignal(she.sprint.paper.printer.finished, timeout=60_000) as blocker:
        she.do("print_book")
    (job,) = blocker.args[0]
    assert job.out.name.endswith("Sprintboek.pdf")
    pages = PdfReader(job.out).pages
    assert len(pages) > 8
    assert "Op één bladzijde" in pages[1].extract_text()
    assert "pdf staat in" in she.notices()
