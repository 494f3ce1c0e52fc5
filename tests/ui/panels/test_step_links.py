"""Where a step leads, told in its details: kind and words of its arrows, one more, one less."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sprint.edits.journey import add_step
from sprint.journeys import links_from, steps_of
from sprint.records import LinkKind, Step
from tests.helpers.stage import Stage
from tests.ui.panels.hands import CLICK, choose, settle
from ui.panels.details import DetailsPanel
from ui.panels.step_links import LinkRow, likely_kind


def rows(details: DetailsPanel) -> list[LinkRow]:
    return [row for row in details.step.links.rows.rows.values() if isinstance(row, LinkRow)]


def arrows(stage: Stage) -> list[tuple[str, LinkKind, str]]:
    return sorted((link.target, link.kind, link.label) for link in links_from(stage.document, "s2"))


def draw(stage: Stage, details: DetailsPanel, target_id: str) -> None:
    """Walk to a step in the list, which opens before anything is drawn, and choose it with Enter."""
    more = details.step.links.more
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Down)
    for _ in range(more.findData(target_id)):
        QTest.keyClick(more.view(), Qt.Key.Key_Down)
    QTest.keyClick(more.view(), Qt.Key.Key_Return)
    settle(stage, details)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_arrows_are_drawn_told_and_taken_away(stage: Stage, details: DetailsPanel) -> None:
    before = arrows(stage)
    led_to = {target for target, *_ in before}
    wanted = next(step.id for step in steps_of(stage.document, "j") if step.id not in {"s2", *led_to})
    draw(stage, details, wanted)
    assert [target for target, *_ in arrows(stage)] == sorted([*led_to, wanted])
    assert details.step.links.more.currentIndex() == 0, "it invites to the next one"
    title = stage.document.require(Step, wanted).title
    row = next(row for row in rows(details) if title in row.target.accessibleName())
    choose(row.kind, stage.context.texts("kind.link.drop_out"))
    QTest.keyClicks(row.label, "te lang")
    assert (wanted, LinkKind.DROP_OUT, "te lang") in arrows(stage)
    QTest.mouseClick(row.trash, CLICK)
    settle(stage, details)
    assert arrows(stage) == before
    stage.bridge.undo()
    stage.bridge.undo()
    assert (wanted, LinkKind.DROP_OUT, "") in arrows(stage), "typed words are one step back"


def test_an_arrow_back_is_a_loop_and_one_down_another_way(stage: Stage) -> None:
    stage.bridge.do(add_step(stage.document, stage.bridge.ids, "j", after="s2", row=1, title="Belt"))
    first, second, below = (
        *(stage.document.require(Step, one) for one in ("s1", "s2")),
        next(step for step in steps_of(stage.document, "j") if step.title == "Belt"),
    )
    assert likely_kind(stage.document, second, first) is LinkKind.LOOP
    assert likely_kind(stage.document, second, second) is LinkKind.LOOP
    assert likely_kind(stage.document, first, second) is LinkKind.NEXT
    assert likely_kind(stage.document, second, below) is LinkKind.ALTERNATIVE
