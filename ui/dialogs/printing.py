"""What to put on paper: which sheets, on which paper, in which language, and how many sheets that gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exports.base import outputs
from sprint.document import Document
from sprint.frozen import dataclass
from sprint.journeys import journeys
from sprint.records import JourneyKind
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.printing import PrintJob
from ui.settings import SETTINGS
from ui.texts import Texts
from ui.widgets.check import CheckBox
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel

_KINDS = {
    JourneyKind.AS_IS: ("ui.print_as_is", "ui.print_file_as_is"),
    JourneyKind.TO_BE: ("ui.print_to_be", "ui.print_file_to_be"),
}
_PAPERS = ("A4", "A3", "A2", "A1")
_MOST_SHOWN = 9
_LONGEST_NAME = 60
_IMPOSSIBLE = str.maketrans(dict.fromkeys('<>:"/\\|?*\n\t', " "))


@dataclass(frozen=True)
class Sheet:
    """One thing that can be printed: what the export command calls it, which journey, its name, and its papers."""

    what: str
    name: str
    text: str
    file: str
    papers: tuple[str, ...]
    journey: str = ""
    title: str = ""

    def words(self, texts: Texts) -> str:
        """Say what it is in the language of the screen."""
        return texts(self.text, title=self.title)

    def stem(self, texts: Texts) -> str:
        """Give the end of its file name."""
        return " ".join(texts(self.file, title=self.title).translate(_IMPOSSIBLE).split())[:_LONGEST_NAME].strip(" .")

    def paper(self, wanted: str) -> str:
        """Give the paper it goes on when `wanted` is asked for."""
        return wanted if wanted in self.papers else self.papers[0]


def sheets_of(document: Document) -> list[Sheet]:
    """Give everything of a sprint that can be put on paper: a poster of each journey, then the other outputs."""
    found: list[Sheet] = []
    named: set[JourneyKind] = set()
    pdfs = {name: output for name, output in outputs().items() if ".pdf" in output.suffixes}
    poster = pdfs.pop("journey", None)
    for journey in journeys(document) if poster is not None else []:
        papers = tuple(paper.value for paper in poster.papers) if poster is not None else ()
        is_first = journey.kind in _KINDS and journey.kind not in named
        named.add(journey.kind)
        text, file = _KINDS[journey.kind] if is_first else ("ui.print_poster", "ui.print_file_poster")
        name = journey.kind.value if is_first else journey.id
        found.append(Sheet("journey", name, text, file, papers, journey.id, journey.title))
    for name, output in pdfs.items():
        found.append(Sheet(name, name, output.title, output.title, tuple(paper.value for paper in output.papers)))
    return found


class PrintDialog(Dialog):
    """Chooses sheets; every one becomes a PDF next to each other in one folder."""

    changed = Signal()
    """Other sheets, another paper or another language is chosen: the number of sheets is another one."""

    def __init__(
        self, context: Context, sheets: Sequence[Sheet], shown_journey: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "ui.print_title", parent, width=440)
        rows = {row.key: row for row in SETTINGS}
        self._sheets = list(sheets)
        self._boxes: list[CheckBox] = []
        self._counts: list[int | None] = []
        self._obstacle = ""
        self._list_sheets(shown_journey)
        papers = tuple((paper, paper) for paper in _PAPERS)
        self.paper = _choice(context, papers, context.settings.text("print_paper"))
        self.language = _choice(context, rows["language"].choices, context.texts.language)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(Field(context, "ui.setting_print_paper", self.paper), 1)
        row.addLayout(Field(context, "ui.print_language", self.language), 1)
        self.page.addSpacing(8)
        self.page.addLayout(row)
        self._total = PlainLabel(wrap=True)
        self._total.setMinimumHeight(2 * context.theme.size("body"))
        self.page.addWidget(self._total)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self._make = self.add_button("ui.print_make", kind="primary", is_default=True)
        self._make.clicked.connect(self._on_make)
        for field in (self.paper, self.language):
            field.chosen.connect(self._on_changed)
        self.say()
        self._switch()

    def jobs(self, folder: Path, name: str) -> list[PrintJob]:
        """Give the PDFs to make in `folder`, their names beginning with `name`."""
        language, texts = self.language.currentData(), self.context.texts
        return [
            PrintJob(
                sheet.what,
                folder / f"{name} – {sheet.stem(texts)}.pdf",
                language,
                sheet.paper(self.paper.currentData()),
                sheet.journey,
            )
            for sheet in self._chosen()
        ]

    def show_counts(self, counts: Sequence[int | None]) -> None:
        """Show how many sheets each chosen PDF has; None is being counted, 0 cannot be made."""
        self._counts = list(counts)
        self._say_counts()

    def show_obstacle(self, said: str) -> None:
        """Show why one of them cannot be made."""
        self._obstacle = said
        self._say_counts()

    @property
    def total(self) -> str:
        """What is said about the number of sheets."""
        return self._total.text()

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        self._say_counts()

    def _list_sheets(self, shown_journey: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for sheet in self._sheets:
            box = CheckBox(self.context)
            box.setObjectName(f"print_{sheet.name}")
            box.setChecked(sheet.name in ("summary", shown_journey or JourneyKind.AS_IS.value))
            box.toggled.connect(self._on_changed)
            column.addWidget(box)
            self._boxes.append(box)
        if len(self._sheets) <= _MOST_SHOWN:
            self.page.addWidget(inside)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(_MOST_SHOWN * (self.context.theme.size("target.mouse") + 4))
        self.page.addWidget(area, 1)

    def _chosen(self) -> list[Sheet]:
        return [sheet for sheet, box in zip(self._sheets, self._boxes, strict=True) if box.isChecked()]

    def _say_counts(self) -> None:
        texts = self.context.texts
        numbers = dict(zip((sheet.name for sheet in self._chosen()), self._counts, strict=False))
        for sheet, box in zip(self._sheets, self._boxes, strict=True):
            words, number = sheet.words(texts), numbers.get(sheet.name)
            sheets = texts("ui.print_sheets", count=number)
            box.setText(f"{words}  ·  {sheets}" if number else words)
        if self._obstacle:
            said = self._obstacle
        elif not numbers or None in numbers.values():
            said = texts("ui.print_counting") if self._chosen() else ""
        else:
            said = texts("ui.print_total", count=sum(number or 0 for number in numbers.values()))
        self._total.setText(said)

    def _on_changed(self, _value: object = None) -> None:
        self._counts, self._obstacle = [], ""
        self._switch()
        self._say_counts()
        self.changed.emit()

    def _switch(self) -> None:
        self._make.setEnabled(bool(self._chosen()))

    def _on_make(self) -> None:
        self.context.settings.set("print_paper", self.paper.currentData())
        self.accept()


def _choice(context: Context, choices: tuple[tuple[str, str], ...], chosen: str) -> ChoiceField:
    box = ChoiceField(context)
    for value, label in choices:
        box.addItem(label if label == value else context.texts(label), value)
    box.setCurrentIndex(box.findData(chosen))
    return box
