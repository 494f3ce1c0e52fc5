"""Everybody can reach everything: by ear, by keyboard, with a finger, in every language and look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from assets.palette import theme_names
from sprint.edits.cards import set_card_text
from sprint.edits.citizens import add_remark
from tests.helpers.stage import Stage
from ui.panels.cards import CardRow
from ui.panels.clock_bar import ClockBar
from ui.panels.details import DetailsPanel
from ui.panels.exercise import ExercisePage
from ui.panels.rail import RouteRail
from ui.panels.route_rows import wrapped
from ui.widgets.fields import TextField

SMALLEST_TARGET = 32


def rail(stage: Stage) -> QWidget:
    return RouteRail(stage.context, stage.bridge)


def exercise(stage: Stage) -> QWidget:
    page = ExercisePage(stage.context, stage.bridge)
    page.show_block("b1")
    return page


def details(ids: list[str], tab: int = 0) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        panel = DetailsPanel(stage.context, stage.bridge)
        panel.set_journey("j")
        panel.show_selection(ids)
        if ids == ["s2"]:
            panel.step.tabs.open(tab)
        return panel

    return make


def clock(stage: Stage) -> QWidget:
    bar = ClockBar(stage.context, stage.bridge)
    bar.start()
    return bar


PANELS = {
    "rail": (rail, 248),
    "exercise": (exercise, 1000),
    "clock": (clock, 1280),
    "step": (details(["s2"]), 320),
    "cards": (details(["s2"], 1), 320),
    "citizens": (details(["s2"], 2), 320),
    "card": (details(["c1"]), 320),
    "several": (details(["s1", "s2"]), 320),
    "journey": (details([]), 320),
}


@pytest.fixture(params=PANELS)
def panel(request: pytest.FixtureRequest, stage: Stage, dressed: None) -> QWidget:
    make, width = PANELS[request.param]
    made = make(stage)
    stage.show(made, width, 600 if width < 1280 else 80)
    return made


def visible(panel: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in panel.findChildren(kind) if widget.isVisible()]


def test_whatever_takes_focus_has_a_name(panel: QWidget) -> None:
    takers = [widget for widget in visible(panel, QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takers
    assert [type(widget).__name__ for widget in takers if not widget.accessibleName()] == []


def test_whatever_can_be_pressed_is_big_enough(panel: QWidget) -> None:
    buttons = visible(panel, QAbstractButton)
    small = [b.accessibleName() for b in buttons if min(b.width(), b.height()) < SMALLEST_TARGET]
    assert small == []


def test_nothing_is_wider_than_its_panel(panel: QWidget) -> None:
    for area in visible(panel, QScrollArea):
        assert area.widget().width() <= area.viewport().width()


def test_no_words_are_cut_off_below(panel: QWidget) -> None:
    labels = [label for label in visible(panel, QLabel) if label.wordWrap() and label.text()]
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []


def test_a_card_alone_is_as_high_as_its_words(stage: Stage, dressed: None) -> None:
    made = details(["c1"])(stage)
    stage.show(made, 320, 1000)
    (row,) = made.findChildren(CardRow)
    assert row.height() <= row.sizeHint().height()


@pytest.mark.parametrize("width", [320, 420])
def test_every_field_shows_all_its_lines_at_once(stage: Stage, dressed: None, width: int) -> None:
    long = "Een hele lange zin over een formulier waar niemand iets van begrijpt. " * 4
    stage.bridge.do(add_remark(stage.document, stage.bridge.ids, "s2", long))
    stage.bridge.do(set_card_text(stage.document, "c1", long))
    made = DetailsPanel(stage.context, stage.bridge)
    made.set_journey("j")
    stage.show(made, width, 900)
    made.show_selection(["s2"])
    for tab in range(3):
        made.step.tabs.open(tab)
        fields = [field for field in made.findChildren(TextField) if field.isVisible()]
        assert fields
        assert [f.toPlainText() for f in fields if f.height() < f.heightForWidth(f.width())] == []
        assert [f.toPlainText() for f in fields if f.verticalScrollBar().maximum() > 0] == []


def test_nothing_reads_markup(panel: QWidget) -> None:
    labels = [label for label in panel.findChildren(QLabel) if label.text()]
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


@pytest.mark.parametrize("theme", theme_names())
def test_every_look_can_be_painted(stage: Stage, panel: QWidget, theme: str) -> None:
    stage.context.theme.set_name(theme)
    stage.context.texts.set_language("en")
    assert not panel.grab().isNull()


def test_a_long_name_is_broken_and_only_then_shortened(stage: Stage) -> None:
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("een lange naam")
    assert wrapped("een naam", metrics, width) == ["een naam"]
    assert wrapped("een lange naam van een oefening", metrics, width)[0] == "een lange naam"
    endless = wrapped("naam " * 40, metrics, width)
    assert len(endless) == 3
    assert endless[-1].endswith("…")
    assert max(metrics.horizontalAdvance(line) for line in endless) <= width
