"""Moving and zooming the view, and pixels that are never out of date."""

from __future__ import annotations

import gc
import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QMarginsF, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assets.palette import load_theme
from canvas.paint_boxes import large_lines
from canvas.style import CanvasStyle
from canvas.text import board_font
from canvas.view import JourneyCanvas
from sprint.diff import make_diff
from sprint.edits.cards import add_card, move_card, set_card_text
from sprint.edits.delete import delete
from sprint.edits.journey import add_phase, add_step, link_steps, move_steps, rename, set_feeling
from sprint.i18n import Translator
from sprint.layout import BoardWords, Column, Layouter
from sprint.records import Card, Journey, Lane, Note, Observation, Phase, Step
from tests.canvas.desk import JOURNEY, Desk, Hands


def wheel(canvas: JourneyCanvas, place: QPointF, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        place, canvas.mapToGlobal(place), QPoint(0, 0), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def picture(canvas: JourneyCanvas) -> QImage:
    canvas.refresh_lens()
    canvas.complete()
    return canvas.grab().toImage()


def furthest(one: QImage, other: QImage) -> int:
    """Give the largest difference of a colour; the edge of a clip moves a smooth edge by one or two."""
    assert one.size() == other.size()
    most, line = 0, one.bytesPerLine()
    left, right = bytes(one.constBits()), bytes(other.constBits())
    for start in range(0, len(left), line):
        if left[start : start + line] != right[start : start + line]:
            pairs = zip(left[start : start + line], right[start : start + line], strict=True)
            most = max(most, *(abs(a - b) for a, b in pairs))
    return most


def fresh_picture(canvas: JourneyCanvas, desk: Desk, qtbot: QtBot) -> QImage:
    other = JourneyCanvas(desk, canvas.t, canvas.style_of_canvas)
    qtbot.addWidget(other)
    other.resize(canvas.size())
    other.show_journey(JOURNEY)
    other.show()
    other.settle()
    assert other.hands, "as the other one has"
    other.camera.x, other.camera.y, other.camera.scale = canvas.camera.x, canvas.camera.y, canvas.camera.scale
    image = picture(other)
    other.close()
    return image


def test_control_and_wheel_zoom_to_the_pointer(canvas: JourneyCanvas) -> None:
    place = QPointF(500, 300)
    before = canvas.camera.to_board(place)
    scale = canvas.camera.scale
    wheel(canvas, place, 240, Qt.KeyboardModifier.ControlModifier)
    after = canvas.camera.to_board(place)
    assert canvas.camera.scale > scale
    assert (after - before).manhattanLength() < 0.01


def test_wheel_middle_button_and_space_move_the_board(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(2.5)
    start = canvas.camera.y
    wheel(canvas, QPointF(500, 300), 120, Qt.KeyboardModifier.NoModifier)
    assert canvas.camera.y < start
    x = canvas.camera.x
    hands.drag(QPointF(600, 500), QPointF(500, 500), Qt.MouseButton.MiddleButton)
    assert canvas.camera.x == pytest.approx(x + 100 / canvas.camera.scale, abs=0.5)
    x = canvas.camera.x
    hands.click(QPointF(3, 3))
    QApplication.sendEvent(canvas, _space(pressed=True))
    hands.drag(QPointF(500, 500), QPointF(600, 500))
    QApplication.sendEvent(canvas, _space(pressed=False))
    assert canvas.camera.x == pytest.approx(x - 100 / canvas.camera.scale, abs=0.5)


def _space(*, pressed: bool) -> object:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    kind = QEvent.Type.KeyPress if pressed else QEvent.Type.KeyRelease
    return QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")


def test_a_pinch_on_a_touchpad_zooms_to_the_fingers(canvas: JourneyCanvas) -> None:
    place = QPointF(500, 300)
    before, scale = canvas.camera.to_board(place), canvas.camera.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place, place,
        canvas.mapToGlobal(place), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    assert canvas.camera.scale == pytest.approx(scale * 1.25)
    assert (canvas.camera.to_board(place) - before).manhattanLength() < 0.01


def test_fit_shows_the_whole_board(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(3)
    canvas.pan(-500, -300)
    hands.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    board = canvas.scene.board
    for corner in (QPointF(board.left, board.metrics.margin), QPointF(board.width, board.height)):
        place = canvas.camera.to_view(corner.x(), corner.y())
        assert canvas.rect().adjusted(0, 0, 1, 1).contains(place.toPoint())


def test_go_to_brings_a_record_into_view(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(4)
    canvas.go_to("C2")
    assert canvas.rect().contains(hands.at("C2").toPoint())
    canvas.select(["S0", "gone"])
    assert canvas.selection.ids == ["S0"]
    assert canvas.rect().contains(hands.at("S0").toPoint())


def test_a_covered_part_of_the_view_does_not_count(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.zoom(2)
    canvas.ensure_visible(["S4"], QMarginsF(0, 0, 500, 0))
    assert hands.at("S4", across=1.0).x() <= canvas.width() - 500
    canvas.pan(-300, 0)
    canvas.go_to("S4")
    assert hands.at("S4", across=1.0).x() <= canvas.width() - 500


def test_a_wide_journey_opens_at_full_size_and_later_as_it_was_left(canvas: JourneyCanvas, desk: Desk) -> None:
    for _ in range(12):
        desk.do(add_step(desk.document, desk.ids, JOURNEY, title="Nog een"))
    other = Journey(id="K", title="Gewenst")
    desk.do(make_diff("edit.add_journey", [(None, other)]))
    canvas._seen.clear()
    canvas.journey_id = ""
    canvas.show_journey(JOURNEY)
    canvas.settle()
    assert (canvas.camera.scale, canvas.camera.y) == (1.0, 0.0)
    assert canvas.camera.to_view(0, 0).x() == canvas.palette_strip.width(), "the strip covers nothing"
    canvas.pan(-240, -30)
    left = (canvas.camera.x, canvas.camera.y)
    for journey_id in ("K", JOURNEY):
        canvas.show_journey(journey_id)
        canvas.settle()
    assert (canvas.camera.x, canvas.camera.y) == left


@pytest.mark.parametrize("scale", [1.0, 0.4, 0.1])
def test_a_changed_board_looks_like_a_fresh_one(canvas: JourneyCanvas, desk: Desk, qtbot: QtBot, scale: float) -> None:
    canvas.zoom(scale / canvas.camera.scale)
    canvas._zoom_rest.stop()
    document = desk.document
    edits = [
        lambda: set_feeling(document, ["S2"], 3),
        lambda: set_card_text(document, "C1", "Het formulier vraagt om een nummer dat niemand heeft " * 3),
        lambda: link_steps(document, desk.ids, "S0", "S4"),
        lambda: move_steps(document, ["S3"], "P0"),
        lambda: add_step(document, desk.ids, JOURNEY, title="Belt", after="S1", row=1),
        lambda: delete(document, ["S2"]),
        lambda: rename(document, "P1", "Iets heel anders"),
        lambda: make_diff("edit.add_remark", [(None, Observation(id="O1", step_id="S4", text="Jammer"))]),
    ]
    picture(canvas)
    for edit in edits:
        desk.do(edit())
        assert furthest(picture(canvas), fresh_picture(canvas, desk, qtbot)) <= 3
    for _ in edits:
        desk.undo()
    assert furthest(picture(canvas), fresh_picture(canvas, desk, qtbot)) <= 3


def test_the_picture_of_a_pulled_feeling_is_gone_after_escape(canvas: JourneyCanvas, hands: Hands) -> None:
    canvas.selection.choose(["S2"])
    before = picture(canvas)
    hands.press(hands.point("S2"))
    hands.move(hands.point("S2") - QPointF(0, 120))
    assert picture(canvas) != before
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.point("S2"))
    assert picture(canvas) == before


def random_edit(desk: Desk, random_: random.Random) -> None:
    document = desk.document
    steps = list(document.table(Step))
    cards = list(document.table(Card))
    phases = list(document.table(Phase))
    kind = random_.randrange(9)
    if kind == 0 or not steps:
        desk.do(add_step(document, desk.ids, JOURNEY, phase_id=random_.choice(phases), title="Stap"))
    elif kind == 1:
        desk.do(add_step(document, desk.ids, JOURNEY, after=random_.choice(steps), row=random_.randrange(3)))
    elif kind == 2:
        desk.do(add_card(document, desk.ids, random_.choice(steps), random_.choice(list(Lane)), "tekst " * 9))
    elif kind == 3:
        chosen = random_.sample(steps, min(len(steps), 3))
        desk.do(move_steps(document, chosen, random_.choice(phases), row=random_.choice((None, 0, 1))))
    elif kind == 4:
        desk.do(link_steps(document, desk.ids, random_.choice(steps), random_.choice(steps)))
    elif kind == 5 and cards:
        desk.do(move_card(document, random_.choice(cards), random_.choice(steps), random_.choice(list(Lane))))
    elif kind == 6:
        desk.do(delete(document, [random_.choice(steps + cards)]))
    elif kind == 7:
        desk.do(set_feeling(document, [random_.choice(steps)], random_.choice((None, -3, 0, 2))))
    elif desk.history.can_undo:
        desk.undo()
    if random_.random() < 0.05:
        desk.do(add_phase(document, desk.ids, JOURNEY, "Fase"))


@pytest.mark.parametrize("seed", range(4))
def test_the_board_follows_any_edits(canvas: JourneyCanvas, desk: Desk, seed: int) -> None:
    random_ = random.Random(seed)
    for _ in range(120):
        random_edit(desk, random_)
        canvas.settle()
        fresh = Layouter(canvas._text, BoardWords(canvas.t)).lay_out(desk.document, JOURNEY)
        assert canvas.scene.board == fresh
        assert all(canvas.scene.board.rect_of(record_id) for record_id in canvas.selection.ids)


def test_many_changes_are_laid_out_once(canvas: JourneyCanvas, desk: Desk, qtbot: QtBot) -> None:
    counted: list[str] = []
    lay_out = canvas._layouter.lay_out
    canvas._layouter.lay_out = lambda *args: counted.append("once") or lay_out(*args)
    for number in range(20):
        desk.do(rename(desk.document, "S0", f"Naam {number}"))
    qtbot.waitUntil(lambda: canvas.scene.board.steps["S0"] is not None and bool(counted))
    QApplication.processEvents()
    assert counted == ["once"]


def test_language_and_look_change_while_it_is_open(canvas: JourneyCanvas) -> None:
    dutch = picture(canvas)
    canvas.set_translator(Translator.load("en"))
    english = picture(canvas)
    assert english != dutch
    assert "21 days" in canvas.scene.board.steps["S3"].note
    canvas.set_style(CanvasStyle.from_theme(load_theme("dark")))
    assert picture(canvas) != english


def test_boxes_that_edits_replaced_are_let_go_of_also_far_away(canvas: JourneyCanvas, desk: Desk) -> None:
    canvas.zoom(0.1 / canvas.camera.scale)
    canvas._zoom_rest.stop()
    gc.collect()
    held = sum(isinstance(one, Column) for one in gc.get_objects())
    for number in range(150):
        desk.do(rename(desk.document, "S0", "naam " * (number % 12)))
        canvas.complete()
    gc.collect()
    assert sum(isinstance(one, Column) for one in gc.get_objects()) - held < 100


def test_nothing_is_left_listening_after_the_canvas_is_gone(desk: Desk, style: CanvasStyle, fonts: None) -> None:
    canvas = JourneyCanvas(desk, Translator.load("nl"), style)
    canvas.show_journey(JOURNEY)
    canvas.deleteLater()
    QApplication.sendPostedEvents(canvas, 52)
    step = desk.step("S0")
    desk.do(make_diff("edit.rename", [(step, replace(step, title="Nog steeds goed"))], title="x"))
    assert desk.step("S0").title == "Nog steeds goed"


def test_what_is_not_drawn_does_not_disturb_a_drag(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    hands.press(hands.at("S1"))
    hands.move(hands.at("S4"))
    desk.do(make_diff("edit.add_note", [(None, Note(id="note", text="Iets anders"))]))
    canvas.settle()
    assert canvas.gesture is not None
    hands.key(Qt.Key.Key_Escape)


def test_undo_between_press_and_drag_is_no_error(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    desk.do(add_step(desk.document, desk.ids, JOURNEY, title="Even", after="S1"))
    place = hands.at("n0001")
    hands.press(place)
    desk.undo()
    hands.move(place + QPointF(60, 0))
    assert canvas.gesture is None
    hands.release(place + QPointF(60, 0))
    assert canvas.selection.ids == []


def test_a_long_word_seen_from_afar_is_parted_and_never_cut(fonts: None) -> None:
    metrics = QFontMetricsF(board_font("Atkinson Hyperlegible", 30, bold=True))
    title = "Zoekt het telefoonnummer en wordt doorverbonden met de burgerlijkestandsambtenaar"
    for width in (20.0, 60.0, 120.0, 190.0, 400.0):
        for beside_star in (0, 2):
            lines = large_lines(metrics, title, width, beside_star)
            assert "".join(lines).replace("-", "").replace(" ", "") == title.replace(" ", "")
            if width > 60:
                assert max(map(metrics.horizontalAdvance, lines)) <= width
    assert large_lines(metrics, "Telefoonnummer zoeken", 190, 0) == ["Telefoon-", "nummer", "zoeken"]
