"""The litter journey, as it is and as it should be, with two personas, drawn from an empty sprint: by keys, by mouse.

How long a newcomer takes is estimated from what was pressed: 0.28 seconds for a key (40 words a minute), 1.1 for
pointing and a click, 1.35 for every thought before a new step, card or place (keystroke-level model, Card, Moran and
Newell 1980).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sprint.insight.compare import compare
from sprint.journeys import cards_of, journey_of_kind, phases_of, steps_of
from sprint.records import Card, JourneyKind, Persona, Step
from tests.helpers.facilitator import Facilitator

TITLE = "Ik wil zwerfafval in mijn straat laten opruimen"
AS_IS = (
    ("Ziet afval en ergert zich", 0, -1),
    ("Zoekt via Google de gemeentesite", 1, -1),
    ("Logt in met DigiD en vult een lang formulier in", 2, -3),
    ("Wijst de plaats aan op een kaart", 2, -2),
    ("Krijgt bericht: in behandeling", 3, 0),
    ("Hoort weken niets", 3, -2),
    ("Krijgt brief: over zes weken", 4, -3),
    ("Afval is opgeruimd, hoort het niet", 4, 0),
)
"""Title, phase and feeling of every step (method 17)."""
A_KEY, A_CLICK, A_THOUGHT = 0.28, 1.1, 1.35


class Counted:
    """Her hands, with the seconds that a person would take."""

    def __init__(self, she: Facilitator) -> None:
        self.she = she
        self.seconds = 0.0

    def key(self, sequence: str, times: int = 1) -> None:
        for _ in range(times):
            QTest.keySequence(QApplication.focusWidget() or self.she.front(), QKeySequence(sequence))
            self.seconds += A_KEY * (1 + sequence.count("+"))

    def row(self, row_id: str) -> None:
        """Press the keys of a row of the menu."""
        self.she.do(row_id)
        self.seconds += A_THOUGHT + 3 * A_KEY

    def write(self, text: str) -> None:
        for letter in text:  # the first one may open the field for the others
            QTest.keyClicks(QApplication.focusWidget() or self.she.front(), letter)
        self.seconds += A_THOUGHT + A_KEY * len(text)

    def point(self) -> None:
        self.seconds += A_THOUGHT + A_CLICK


def begin(hands: Counted) -> None:
    """Begin a sprint with a name and nothing else."""
    hands.row("new_sprint")
    hands.she.type_in("Wat wil de inwoner?", TITLE)
    hands.she.press("new_start")
    hands.seconds += A_THOUGHT + A_KEY * len(TITLE)
    hands.she.saved()
    hands.she.sprint.bench.canvas.setFocus()


def add_personas(hands: Counted, names: tuple[str, ...]) -> None:
    """Give the journey its people."""
    hands.row("personas")
    for name in names:
        hands.she.press("Persona toevoegen")
        hands.she.type_in("Naam (verzonnen)", name)
        hands.seconds += A_THOUGHT + A_KEY * (2 + len(name))
    hands.she.press("Klaar")


def drawn(she: Facilitator) -> list[tuple[str, int, int | None]]:
    """Read what stands on the canvas."""
    here = she.sprint.bench.canvas.journey_id
    phases = [phase.id for phase in phases_of(she.document, here)]
    return [(step.title, phases.index(step.phase_id), step.feeling) for step in steps_of(she.document, here)]


def step_called(she: Facilitator, words: str) -> Step:
    here = she.sprint.bench.canvas.journey_id
    return next(step for step in steps_of(she.document, here) if words in step.title)


def finish(hands: Counted) -> None:
    """Look at what changes between the two journeys, and at the clock."""
    she = hands.she
    now = journey_of_kind(she.document, JourneyKind.AS_IS)
    later = journey_of_kind(she.document, JourneyKind.TO_BE)
    assert now is not None
    assert later is not None
    assert set(now.persona_ids) == set(later.persona_ids) == set(she.document.table(Persona))
    assert {one.name for one in she.document.table(Persona).values()} == {"Sanne", "Meneer Bakker"}
    changed = compare(she.document, now.id, later.id)
    assert [row.before.title for row in changed.rows if row.after is None and row.before is not None] == [
        "Logt in met DigiD en vult een lang formulier in",
        "Hoort weken niets",
    ]
    assert steps_of(she.document, later.id)[-1].feeling == 3
    she.do("compare")
    assert she.sprint.bench.surface == "compare"
    she.saved()
    assert hands.seconds < 600, "ten minutes"


def test_by_keyboard_alone(she: Facilitator) -> None:
    hands = Counted(she)
    begin(hands)
    for place, (title, phase, _) in enumerate(AS_IS):
        if place:
            hands.key("Ctrl+Return" if phase != AS_IS[place - 1][1] else "Return")
        hands.write(title)
    hands.key("Esc")
    for _, _, feeling in reversed(AS_IS):
        hands.key(str(feeling + 4))
        hands.key("Left")
    assert drawn(she) == list(AS_IS)
    for _ in range(2):
        hands.key("Right")
    hands.key("F2")
    hands.key("Tab")
    hands.write("Ik wilde alleen melden dat er afval ligt")
    hands.key("Esc")
    (card,) = cards_of(she.document, step_called(she, "DigiD").id)
    assert card.text.startswith("Ik wilde alleen")
    add_personas(hands, ("Sanne", "Meneer Bakker"))
    she.messages.expect("copy")
    hands.row("show_to_be")
    assert drawn(she) == list(AS_IS)
    she.sprint.bench.canvas.select([step_called(she, "DigiD").id])
    hands.key("Del")
    she.sprint.bench.canvas.select([step_called(she, "weken niets").id])
    hands.key("Del")
    she.sprint.bench.canvas.select([step_called(she, "opgeruimd").id])
    hands.key("F2")
    hands.write("Krijgt een foto: het is schoon")
    hands.key("Return")
    hands.key("7")
    finish(hands)


def test_by_mouse(she: Facilitator) -> None:
    hands = Counted(she)
    begin(hands)
    canvas = she.sprint.bench.canvas
    board = canvas.scene.board
    for title, phase, _ in AS_IS:
        box = canvas.scene.board.phases[phase]
        canvas.go_to(box.id)
        she.canvas.click(she.canvas.board(box.title.x + 20, box.title.y + 6))
        she.canvas.double_click(QPointF(canvas.width() - 8, canvas.height() - 8))
        hands.point()
        hands.point()
        hands.write(title)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert [(title, phase) for title, phase, _ in drawn(she)] == [(title, phase) for title, phase, _ in AS_IS]
    for title, _, feeling in AS_IS:
        step = step_called(she, title)
        canvas.go_to(step.id)
        board = canvas.scene.board
        middle = board.steps[step.id].rect.middle.x
        she.canvas.double_click(she.canvas.board(middle, board.emotion.y_of(feeling)))
        hands.point()
    assert drawn(she) == list(AS_IS)
    add_personas(hands, ("Sanne", "Meneer Bakker"))
    she.messages.expect("copy")
    hands.row("show_to_be")
    for words in ("DigiD", "weken niets"):
        step = step_called(she, words)
        canvas.go_to(step.id)
        she.canvas.click(she.canvas.at(step.id))
        she.do("delete")
        hands.point()
        hands.point()
    last = step_called(she, "opgeruimd")
    canvas.go_to(last.id)
    canvas.settle()
    point = she.canvas.point(last.id)
    up = canvas.camera.scale * 3 * canvas.scene.board.emotion.unit
    she.drag(point, point + QPointF(0, -up))
    hands.point()
    she.canvas.double_click(she.canvas.at(last.id))
    hands.write("Krijgt een foto: het is schoon")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert len(she.document.table(Card)) == 0
    finish(hands)
