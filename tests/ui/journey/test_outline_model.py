"""The rows of the outline follow the document, whatever happens to it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits.arrange import group_steps
from sprint.edits.cards import add_card, move_card
from sprint.edits.delete import delete
from sprint.edits.fork import fork_journey
from sprint.edits.journey import add_phase, add_step, move_steps, rename
from sprint.journeys import phases_of, steps_of
from sprint.records import Card, Journey, Lane, Phase, Record, Step
from tests.helpers.journeys import numbered
from ui.journey.outline_model import OutlineModel
from ui.journey.outline_node import Node, wanted_children

Edit = Callable[[Document], Diff]


def document() -> Document:
    found: list[Record] = [Journey(id="j"), Journey(id="other", order=9), Phase(id="x", journey_id="other")]
    found += [Phase(id=f"p{n}", journey_id="j", order=n, title=f"Fase {n}") for n in range(3)]
    for number in range(9):
        found.append(Step(id=f"s{number}", journey_id="j", phase_id=f"p{number // 3}", order=number, title="stap"))
        found.append(Card(id=f"c{number}", journey_id="j", step_id=f"s{number}", lane=Lane.PAIN, text="au"))
    return Document(found)


def say(record: Record, role: int) -> object:
    return record.id if role == Qt.ItemDataRole.DisplayRole else None


def model_of(made: Document) -> OutlineModel:
    model = OutlineModel(made, say)
    model.show_journey("j")
    made.subscribe(model.on_diff)
    return model


def tree(model: QAbstractItemModel, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> list[object]:  # noqa: B008 - Qt's own nowhere
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(row.data(), tree(model, row)) if model.rowCount(row) else row.data() for row in rows]


def expected(made: Document) -> list[object]:
    def below(record_id: str) -> list[object]:
        node = Node(1, record_id, Node(0, "", None))
        ids = wanted_children(made, "j", node)
        return [(one, below(one)) if below(one) else one for one in ids]

    return [(phase.id, below(phase.id)) if below(phase.id) else phase.id for phase in phases_of(made, "j")]


def test_qt_finds_nothing_wrong_while_the_journey_is_turned_inside_out(qtmodeltester: ModelTester) -> None:
    made, ids, random = document(), numbered(), Random(7)
    model = model_of(made)
    qtmodeltester.check(model)
    done: list[Diff] = []
    for _ in range(250):
        diff = random_edit(made, ids, random)
        if done and random.random() < 0.25:
            diff = done.pop().inverse()
        else:
            done.append(diff)
        made.apply(diff)
        assert tree(model) == expected(made)


def random_edit(made: Document, ids: Callable[[], str], random: Random) -> Diff:
    steps, phases = steps_of(made, "j"), phases_of(made, "j")
    cards = list(made.table(Card).values())
    phase = random.choice(phases).id if phases else ""
    some = [step.id for step in random.sample(steps, min(len(steps), 3))]
    choices: list[Edit] = [lambda at: add_phase(at, ids, "j", "nieuw", random.choice(["", phase]))]
    if phases:
        choices.append(lambda at: add_step(at, ids, "j", phase_id=phase))
    if some:
        choices += [
            lambda at: add_step(at, ids, "j", after=some[0]),
            lambda at: move_steps(at, some, phase, random.choice(["", steps[0].id])),
            lambda at: move_steps(at, some[:1], phase),
            lambda at: add_card(at, ids, some[0], random.choice(list(Lane))),
            lambda at: group_steps(at, ids, some, "groep"),
            lambda at: rename(at, some[0], ids()),
            lambda at: delete(at, some[:1]),
        ]
    if cards and some:
        choices.append(lambda at: move_card(at, random.choice(cards).id, some[0], Lane.IDEA))
    if len(phases) > 4:
        choices.append(lambda at: delete(at, [phase]))
    return random.choice(choices)(made)


def test_a_row_that_moves_to_another_phase_stays_the_same_row(qtmodeltester: ModelTester) -> None:
    made = document()
    model = model_of(made)
    qtmodeltester.check(model)
    kept = QPersistentModelIndex(model.index_of("s1"))
    made.apply(move_steps(made, ["s1"], "p2", "s7"))
    assert kept.isValid()
    assert kept.data() == "s1"
    assert kept.parent().data() == "p2"
    assert kept.row() == 1


@pytest.mark.parametrize(
    "edit", [lambda d: fork_journey(d, numbered(), "j", "wens"), lambda d: rename(d, "x", "elders")]
)
def test_another_journey_changes_nothing_here(edit: Edit) -> None:
    made = document()
    model = model_of(made)
    before = tree(model)
    noticed: list[object] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset):
        signal.connect(lambda *args: noticed.append(args))
    made.apply(edit(made))
    assert (tree(model), noticed) == (before, [])
