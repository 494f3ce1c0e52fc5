"""The print window: a list of everything, the real pages, the options of each, and what it takes in paper."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from canvas.background import Background
from exports.options import Form
from sprint.agenda import days_of
from sprint.document import Document
from ui.context import Context
from ui.dialogs.base import Dialog, Field
from ui.printing_room.item_list import ItemList
from ui.printing_room.items import PrintItem, items_of
from ui.printing_room.maker import PacketMaker, PrintJob
from ui.printing_room.option_form import OptionForm
from ui.printing_room.preview import PagePreview
from ui.settings import SETTINGS
from ui.widgets.button import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import PlainLabel, TextLabel

_POSTERS = frozenset({"journey", "comparison"})
"""What goes on the paper of the settings."""
_FRAME_PX = 60
"""What the frame of a window and the bar of the system take of a screen."""
_LIST_PX, _OPTIONS_PX = 330, 210
_WIDTH_PX, _HEIGHT_PX, _LEAST_HEIGHT_PX = 1080, 760, 560


class PrintWindow(Dialog):
    """Chooses what to print; it makes every item in a folder that nobody sees, to show and count the pages."""

    save_asked = Signal()
    """What is chosen must become PDFs in a folder."""
    send_asked = Signal()
    """What is chosen must go to a printer."""

    def __init__(
        self, context: Context, document: Document, folder: Path, marks: Path, *, day: int = 0, shown: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, "print.room.title", parent, width=_WIDTH_PX)
        self.setMinimumHeight(_LEAST_HEIGHT_PX)
        self.resize(_WIDTH_PX, min(_HEIGHT_PX, self.screen().availableGeometry().height() - _FRAME_PX))
        self._document = document
        self._folder = folder
        self._marks = marks
        self._copy: Path | None = None
        self._shown = shown
        self._values: dict[str, dict[str, str]] = {}
        self._pages: dict[str, tuple[int, str]] = {}
        self._background = Background(self)
        self.maker = PacketMaker(self)
        self._items: list[PrintItem] = []
        self._build(day)
        self.list.chosen.connect(self._say_total)
        self.list.chosen.connect(lambda: self.warn(""))
        self.list.looked_at.connect(self._look_at)
        self.options.changed.connect(self._on_option)
        self.maker.made.connect(self._on_made)
        self.maker.refused.connect(self._on_refused)
        self.finished.connect(self._on_closed)
        self._fill()

    # ---- what is chosen

    @property
    def chosen(self) -> list[PrintItem]:
        """What is ticked, in the order of the list."""
        return self.list.ticked()

    @property
    def total(self) -> str:
        """What is said about the paper it takes."""
        return self._total.text()

    def jobs(self, folder: Path, name: str, extra: Mapping[str, str] | None = None) -> list[PrintJob]:
        """Give the files to make in `folder`, their names beginning with `name`; a printer gets PDF."""
        texts, is_sent = self.context.texts, extra is not None
        jobs = []
        for item in self.chosen:
            values = {**self._values_of(item), **(extra or {})}
            marks = str(self._marks_of(item)) if "tiles" in values else ""
            form = Form.PDF if is_sent else Form(values.pop("form", Form.PDF))
            out = folder / f"{name} – {item.stem(texts)}.{form.value}"
            jobs.append(PrintJob(item.id, item.output.id, out, values, marks))
        return jobs

    def begin(self, copy: Path) -> None:
        """Start making: the copy of the sprint is there."""
        self._copy = copy
        self._make()

    def warn(self, said: str) -> None:
        """Say what is in the way, here where it was asked, until something else is chosen; "" takes it away."""
        self._warning.setText(said)
        self._warning.setVisible(bool(said))

    # ---- building

    def _build(self, day: int) -> None:
        context = self.context
        self.day = ChoiceField(context)
        self.day.setObjectName("print_day")
        rows = {row.key: row for row in SETTINGS}
        self.language = ChoiceField(context)
        self.language.setObjectName("print_language")
        self.language.show_choices([(value, context.texts(label)) for value, label in rows["language"].choices])
        self.language.show_value(context.texts.language)
        self._say_days()
        self.day.show_value(day)
        self.day.chosen.connect(lambda _day: self._fill())
        self.language.chosen.connect(lambda _language: self._make())
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(Field(context, "print.room.day", self.day), 2)
        top.addLayout(Field(context, "print.room.language", self.language), 1)
        self.page.addLayout(top)
        self.list = ItemList(context)
        self.preview = PagePreview(context, self._background)
        self.options = OptionForm(context)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addLayout(self._left())
        middle.addWidget(self.preview, 1)
        middle.addLayout(self._right())
        self.page.addLayout(middle, 1)
        self._total = PlainLabel(role="bold", wrap=True)
        self._total.setMinimumHeight(2 * context.theme.size("body"))
        self.page.addWidget(self._total)
        self._warning = PlainLabel(role="danger", wrap=True)
        self._warning.setObjectName("print_warning")
        self._warning.hide()
        self.page.addWidget(self._warning)
        self.add_button("ui.cancel").clicked.connect(self.reject)
        self._save = self.add_button("print.room.save")
        self._save.clicked.connect(self._on_save)
        self._send = self.add_button("print.room.send", kind="primary", is_default=True)
        self._send.clicked.connect(self.send_asked)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.list.setFixedWidth(_LIST_PX)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        self._every = Button(self.context, "print.room.choose_day", kind="quiet")
        self._every.clicked.connect(lambda: self.list.tick({item.id for item in self._items if item.is_wanted}))
        none = Button(self.context, "print.room.choose_none", kind="quiet")
        none.clicked.connect(lambda: self.list.tick(set()))
        row.addWidget(self._every)
        row.addWidget(none)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(TextLabel(self.context, "print.room.options", role="bold"))
        self.options.setFixedWidth(_OPTIONS_PX)
        column.addWidget(self.options, 1)
        return column

    # ---- showing

    def say(self) -> None:
        """Say everything in the language of the screen."""
        super().say()
        self._say_days()
        self.list.say()
        self._say_total()

    def _say_days(self) -> None:
        texts = self.context.texts
        days = [(number + 1, texts("export.day", number=number + 1)) for number in range(len(days_of(self._document)))]
        self.day.show_choices([(0, texts("print.room.all_days")), *days])

    def _fill(self) -> None:
        """List everything for the chosen day; what was looked at stays in view."""
        day = int(self.day.currentData() or 0)
        self._items = items_of(self._document, day)
        wanted = {item.id for item in self._items if item.is_wanted}
        known = {item.id for item in self._items}
        self._every.set_text_key("print.room.choose_day" if day else "paper.choose_sprint")
        self.list.show_items(self._items, wanted if day else {self._shown, "summary"} & known, day > 0)
        if self._items and (self._shown not in known or (wanted and day and self._shown not in wanted)):
            self._shown = self._items[0].id
        self._pages.clear()
        self._look_at(self._shown)
        self._make()

    def _item(self, item_id: str) -> PrintItem | None:
        return next((item for item in self._items if item.id == item_id), None)

    def _look_at(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is None:
            return
        self._shown = item.id
        self.options.show_item(item, self._values_of(item))
        self.list.bring_into_view(item.id)
        self._preview()

    def _preview(self) -> None:
        item = self._item(self._shown)
        if item is None:
            return
        pages, problem = self._pages.get(self._key(item), (0, ""))
        if pages:
            self.preview.show_pdf(self._path(item), item.words(self.context.texts), pages)
        else:
            self.preview.show_words(problem or self.context.texts("print.room.making"))

    # ---- making

    def _values_of(self, item: PrintItem) -> dict[str, str]:
        values = {"language": str(self.language.currentData() or ""), **self._values.get(item.id, {})}
        paper = self.context.settings.text("print_paper")
        if item.output.id in _POSTERS and paper in item.output.papers:
            values.setdefault("paper", paper)
        day = int(self.day.currentData() or 0)
        if day and "day" in item.output.takes:
            values["day"] = str(day)
        if item.journey:
            values["journey"] = item.journey
        return {name: value for name, value in values.items() if value}

    def _key(self, item: PrintItem) -> str:
        return json.dumps([item.id, sorted(self._values_of(item).items())])

    def _path(self, item: PrintItem) -> Path:
        return self._folder / f"{hashlib.sha256(self._key(item).encode()).hexdigest()[:24]}.pdf"

    def _make(self) -> None:
        """Make what is not there yet: what is looked at and ticked first."""
        self._say_counts()
        if self._copy is None:
            return
        ticked = {item.id for item in self.chosen}
        first = sorted(self._items, key=lambda item: (item.id != self._shown, item.id not in ticked))
        missing = [item for item in first if self._key(item) not in self._pages]
        self.maker.start(self._copy, [self._trial(item) for item in missing], self.context.texts.language)

    def _trial(self, item: PrintItem) -> PrintJob:
        """Give the job that makes an item to look at; the marks of printed sheets are only read."""
        values, marks = self._values_of(item), ""
        values.pop("form", None)
        if values.get("changed") and self._marks_of(item).is_file():
            marks = str(self._path(item).with_suffix(".marks"))
            shutil.copyfile(self._marks_of(item), marks)
        return PrintJob(self._key(item), item.output.id, self._path(item), values, marks)

    def _marks_of(self, item: PrintItem) -> Path:
        return self._marks / f"{item.id}.json"

    def _on_option(self, name: str, value: str) -> None:
        item = self._item(self._shown)
        if name == "paper" and item is not None and item.output.id in _POSTERS:
            self._keep_paper(value)
        self._values.setdefault(self._shown, {})[name] = value
        if item is not None and any(row.needs == name for row in item.output.choices):
            self.options.show_item(item, self._values_of(item))
        self._make()
        self._preview()

    def _keep_paper(self, paper: str) -> None:
        row = next(row for row in SETTINGS if row.key == "print_paper")
        if paper in [value for value, _ in row.choices]:
            self.context.settings.set("print_paper", paper)

    def _on_made(self, job: PrintJob, pages: int) -> None:
        self._keep(job.item, pages, "")

    def _on_refused(self, job: PrintJob, problem: str) -> None:
        self._keep(job.item, 0, problem)

    def _keep(self, key: str, pages: int, problem: str) -> None:
        self._pages[key] = (pages, problem)
        self._say_counts()
        shown = self._item(self._shown)
        if shown is not None and self._key(shown) == key:
            self._preview()

    def _say_counts(self) -> None:
        texts = self.context.texts
        for item in self._items:
            pages, problem = self._pages.get(self._key(item), (0, ""))
            said = texts("print.room.pages", count=pages) if pages else texts("print.room.cannot") if problem else ""
            self.list.say_of(item.id, said)
        self._say_total()

    def _say_total(self) -> None:
        texts, chosen = self.context.texts, self.chosen
        known = [self._pages.get(self._key(item)) for item in chosen]
        can_make = any(one is None or one[0] for one in known)
        self._save.setEnabled(can_make and bool(chosen))
        self._send.setEnabled(can_make and bool(chosen))
        if not chosen:
            self._total.setText(texts("print.room.nothing"))
        elif None in known:
            self._total.setText(texts("print.room.counting"))
        elif not can_make:
            self._total.setText(next((one[1] for one in known if one is not None and one[1]), ""))
        else:
            self._total.setText(self._papers(chosen, [one[0] for one in known if one is not None]))

    def _papers(self, chosen: Sequence[PrintItem], pages: Sequence[int]) -> str:
        texts = self.context.texts
        papers: Counter[str] = Counter()
        for item, count in zip(chosen, pages, strict=True):
            values = self._values_of(item)
            paper = values.get("tiles") or values.get("paper") or item.output.papers[0].value
            papers[paper] += count
        parts = [
            texts("print.room.total_part", count=count, paper=paper) for paper, count in sorted(papers.items()) if count
        ]
        return texts("print.room.total", sheets=", ".join(parts))

    def _on_save(self) -> None:
        self.save_asked.emit()

    def _on_closed(self) -> None:
        self.maker.stop()
        self._background.stop()
