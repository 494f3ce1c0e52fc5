"""Grabs every surface of the example in both windows, to be looked at; lists the words that do not fit.

Run it: `python tests/bench/every_surface.py FOLDER [--only WORD] [--languages nl,en] [--themes light,dark,projector]
[--sizes 1280x720,1920x1080] [--empty]`. With `--empty` it is a new sprint in which nothing was done.

Pictures are FOLDER/<size>/<theme>-<language>/<window>-<surface>.png, contact sheets of six lie in FOLDER/sheets, and
FOLDER/tight.md names every label, button and field whose words are cut.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sprint.agenda import blocks_of, days_of
from sprint.diff import make_diff
from sprint.document import Document
from sprint.journeys import steps_of
from sprint.programme.catalogue import Catalogue
from tests.helpers.fitting import too_tight
from tests.helpers.messages import ScriptedMessages
from ui.app import Session
from ui.dialogs.new_sprint import SprintForm
from ui.panels.blocks import BlockNames
from ui.workbench import Workbench

SIZES = ("1280x720", "1920x1080")
THEMES = ("light", "dark", "projector")
LANGUAGES = ("nl", "en")
STUDY = ("participants", "consent", "interview", "questions", "patterns", "answers", "privacy")
PLANNER = ("programme", "team", "preparation", "flight")
DIALOGS = ("new_sprint", "settings", "shortcuts", "palette", "moments", "print", "personas")
FACES = ("show", "agenda", "journey", "walk_next", "quiet", "blank")
EMPTY = SprintForm("Ik wil zwerfafval in mijn straat laten opruimen", "Gemeente Waterland", date(2026, 11, 23))
ROUNDS = 12
"""So many turns of the event loop until everything that follows by itself is there."""
SHEET, ACROSS, CELL = 6, 2, (960, 540)


@dataclass
class Gallery:
    """Walks through the program in one language, one theme and one size, and keeps what it sees."""

    session: Session
    folder: Path
    only: str
    size: QSize
    tight: list[str] = field(default_factory=list)

    @property
    def bench(self) -> Workbench:
        """The surfaces of the example."""
        bench = self.session.program.bench
        assert bench is not None
        return bench

    # ---- one picture

    def keep(self, name: str, *widgets: QWidget) -> None:
        """Save what these windows look like, the later ones lying over the first."""
        settle()
        image = QImage(widgets[0].size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for widget in widgets:
            place = (widgets[0].rect().center() - widget.rect().center()) if widget is not widgets[0] else None
            painter.drawPixmap(0 if place is None else place.x(), 0 if place is None else place.y(), widget.grab())
        painter.end()
        image.save(str(self.folder / f"{name}.png"))
        self.tight += [f"{name}: {said}" for said in too_tight(widgets[-1])]

    def wants(self, name: str) -> bool:
        """Whether this surface was asked for."""
        return self.only in name

    # ---- all of them

    def walk(self) -> None:
        """Look at everything."""
        for name, go in self.pages():
            if self.wants(name):
                go()
                self.keep(name, self.session.program.window)
                if "-exercise-" in name and self.wants(name.replace("own-", "room-")):
                    self.keep_room(name.replace("own-", "room-"), self.bench.exercise.tools.room_toggled.emit)
        for task in FACES:
            if self.wants(f"room-face-{task}"):
                self.keep_room(f"room-face-{task}", lambda task=task: self.bench.room.ask(task))
        for name in DIALOGS:
            if self.wants(f"own-dialog-{name}"):
                self.keep_dialog(name)

    def pages(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give a name and a way to each page of the facilitator's window."""
        program, bench = self.session.program, self.bench
        yield "own-canvas-as-is", lambda: self.choose_first("as_is")
        yield "own-canvas-to-be", lambda: bench.show_journey("to_be")
        for row in ("outline", "routes"):
            yield f"own-canvas-{row}", lambda row=row: (bench.show_journey("as_is"), program.actions[row].trigger())
            yield f"own-canvas-{row}-closed", program.actions[row].trigger
        yield "own-compare", program.actions["compare"].trigger
        yield from self.blocks()
        for number, day in enumerate(days_of(self.document), 1):
            yield f"own-day-{number}", lambda day=day: bench.show_day(day.id)
        for task in STUDY:
            yield f"own-study-{task}", lambda task=task: bench.show_study(task)
        for task in PLANNER:
            yield f"own-planner-{task}", lambda task=task: bench.show_planner(task)
        yield "own-lists", program.actions["lists"].trigger
        yield "own-lists-closed", program.actions["lists"].trigger
        yield "own-capture", program.actions["capture"].trigger
        yield "own-capture-closed", lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    @property
    def document(self) -> Document:
        """The example itself."""
        opened = self.session.program.sprint
        assert opened is not None
        return opened.bridge.document

    def choose_first(self, kind: str) -> None:
        """Show a journey with its first step chosen."""
        self.bench.show_journey(kind)
        canvas = self.bench.canvas
        canvas.select([step.id for step in steps_of(self.document, canvas.journey_id)[:1]])

    def blocks(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give every exercise once, with the day and the name of its surface; then those that no day has."""
        seen: set[str] = set()
        catalogue = Catalogue.from_assets()
        names = BlockNames(self.session.context.texts, catalogue)
        for number, day in enumerate(days_of(self.document), 1):
            for block in blocks_of(self.document, day.id):
                head = names.head(block)
                if block.exercise not in seen:
                    seen.add(block.exercise)
                    surface = head.surface if head is not None else "none"
                    name = f"own-exercise-{number}-{surface}-{block.exercise or block.id}"
                    yield name, lambda block=block: self.bench.show_block(block.id)
        for head in (catalogue.head(exercise_id) for exercise_id in catalogue.ids):
            if head.id not in seen and head.surface not in ("canvas", "text"):
                yield f"own-exercise-5-{head.surface}-{head.id}", lambda e=head.id: self.show_instead(e)

    def show_instead(self, exercise: str) -> None:
        """Let the last block of the last day be another exercise, and show it."""
        block = blocks_of(self.document, days_of(self.document)[-1].id)[-1]
        opened = self.session.program.sprint
        assert opened is not None
        opened.bridge.do(make_diff("edit.change_block", [(block, replace(block, exercise=exercise))]))
        self.bench.show_block(block.id)

    def keep_room(self, name: str, show: Callable[[], object]) -> None:
        """Show something in the room and keep what people see there."""
        show()
        screen = self.bench.room.screen
        if screen is not None:
            screen.resize(self.size)
            self.keep(name, screen)
        self.bench.room.close()

    def keep_dialog(self, name: str) -> None:
        """Open a dialog, keep it over the window, and close it."""
        program = self.session.program
        program.actions[name].trigger()
        settle()
        front = QApplication.activeModalWidget()
        if front is not None and front is not program.window:
            self.keep(f"own-dialog-{name}", program.window, front)
            front.close()


def settle() -> None:
    """Let everything happen that follows by itself."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
        while any(thread.name == "background" for thread in threading.enumerate()):
            QApplication.processEvents()  # pictures and routes come from threads
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def look(app: QApplication, options: argparse.Namespace) -> list[str]:
    """Go through all languages, themes and sizes; gives what does not fit."""
    found: list[str] = []
    for language in options.languages.split(","):
        with tempfile.TemporaryDirectory() as profile:
            session = Session(app, Path(profile), ScriptedMessages)
            window = session.program.window
            session.context.settings.set("language", language)
            window.show()
            session.program.show_sprints()
            for is_home in (True, False):
                if not is_home and options.empty:
                    session.program._create(EMPTY)  # what the form of a new sprint does
                elif not is_home:
                    session.program.open_example()
                for size in options.sizes.split(","):
                    width, height = (int(part) for part in size.split("x"))
                    window.resize(width, height)
                    for theme in options.themes.split(","):
                        session.context.settings.set("theme", theme)
                        folder = options.folder / size / f"{theme}-{language}"
                        folder.mkdir(parents=True, exist_ok=True)
                        gallery = Gallery(session, folder, options.only, QSize(width, height))
                        if not is_home:
                            gallery.walk()
                        elif gallery.wants("own-home"):
                            gallery.keep("own-home", window)
                        found += [f"{size} {theme} {language} {said}" for said in gallery.tight]
            session.end()
            window.close()
            settle()
    return found


def sheets(folder: Path) -> None:
    """Put six pictures on each contact sheet."""
    out = folder / "sheets"
    out.mkdir(exist_ok=True)
    for look_folder in sorted(path for path in folder.glob("*/*") if path.parent != out and path.is_dir()):
        pictures = sorted(look_folder.glob("*.png"))
        for first in range(0, len(pictures), SHEET):
            sheet = Image.new("RGB", (ACROSS * CELL[0], SHEET // ACROSS * CELL[1]), "grey")
            for place, path in enumerate(pictures[first : first + SHEET]):
                with Image.open(path) as picture:
                    corner = (place % ACROSS * CELL[0], place // ACROSS * CELL[1])
                    sheet.paste(picture.resize((CELL[0] - 4, CELL[1] - 4)), corner)
            sheet.save(out / f"{look_folder.parent.name}-{look_folder.name}-{first // SHEET:02}.png")


def main() -> None:
    """Grab what was asked for, and say where it is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--themes", default=",".join(THEMES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--empty", action="store_true")
    options = parser.parse_args()
    app = QApplication([sys.argv[0], "-style", "fusion"])
    tight = look(app, options)
    (options.folder / "tight.md").write_text("\n".join(tight) + "\n", encoding="utf-8")
    sheets(options.folder)
    print(
        f"{len(list(options.folder.glob('*/*-*/*.png')))} pictures in {options.folder}, {len(tight)} words that are cut"
    )


if __name__ == "__main__":
    main()
