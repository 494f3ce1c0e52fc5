"""Dropping text, pictures and new things; what lands beside the board is not lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assets.palette import load_theme
from canvas.palette import NEW_TYPE
from canvas.style import CanvasStyle
from canvas.view import JourneyCanvas
from sprint.i18n import Translator
from sprint.records import Card, Lane, Picture, StepKind
from tests.canvas.desk import Desk, Hands


def drop(canvas: JourneyCanvas, data: QMimeData, place: QPointF) -> None:
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(place.toPoint(), *how), QDragMoveEvent(place.toPoint(), *how)):
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(place, *how))
    canvas.settle()


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def photo(folder: Path) -> Path:
    path = folder / "straat.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(path))
    return path


def test_lines_become_steps_and_a_lane_makes_a_card(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    drop(canvas, text("Belt\nWacht"), hands.at("S1"))
    assert desk.titles()[1:4] == ["Zoekt de site", "Belt", "Wacht"]
    drop(canvas, text("Geen idee wie"), hands.at("C1", across=0.5) + QPointF(0, 4))
    assert [desk.document.require(Card, one).text for one in desk.cards("S2", Lane.PAIN)] == [
        "Te lang",
        "Geen idee wie",
    ]
    assert desk.entries == 2


def test_text_beside_the_board_is_not_lost(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    drop(canvas, text("Ver weg"), QPointF(canvas.width() - 2, 4))
    assert "Ver weg" in desk.titles()


def test_a_photo_becomes_a_card_with_its_picture(
    canvas: JourneyCanvas, hands: Hands, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    drop(canvas, data, hands.at("C1"))
    qtbot.waitUntil(lambda: len(desk.document.table(Picture)) == 1)
    canvas.settle()
    (picture,) = desk.document.table(Picture).values()
    assert (picture.width, picture.height) == (300, 200)
    (card,) = [card for card in desk.document.table(Card).values() if card.picture_id == picture.id]
    assert (card.step_id, card.lane) == ("S2", Lane.PAIN)
    box = canvas.scene.board.cards[card.id]
    assert box.picture is not None
    assert box.picture.bottom <= box.rect.bottom
    canvas.complete()
    qtbot.waitUntil(lambda: canvas.picture_of(picture.id) is not None)
    canvas.complete()
    middle = canvas.camera.to_view(*box.picture.middle).toPoint()
    assert canvas.grab().toImage().pixelColor(middle).name() == "#008000"
    assert desk.entries == 1


def test_a_copied_picture_is_pasted(canvas: JourneyCanvas, hands: Hands, desk: Desk, qtbot: QtBot) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    hands.click(hands.at("S3"))
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(desk.document.table(Picture)) == 1)
    assert desk.cards("S3", Lane.STICKY)


def test_a_file_that_is_nothing_for_us_is_told(canvas: JourneyCanvas, hands: Hands, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "tabel.xyz"
    path.write_text("x")
    broken = tmp_path / "stuk.png"
    broken.write_bytes(b"geen plaatje")
    told: list[str] = []
    canvas.message.connect(lambda key, params: told.append(key))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(broken))])
    drop(canvas, data, hands.at("S1"))
    canvas.pictures.finish()
    QApplication.processEvents()
    assert told == ["canvas.drop_unknown", "store.picture_unreadable"]
    assert desk.entries == 0


def test_new_things_land_where_they_are_dropped(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    data = QMimeData()
    data.setData(NEW_TYPE, b"card:pain")
    drop(canvas, data, hands.at("S3"))
    hands.type("Niemand belt terug")
    canvas.finish_typing()
    (card,) = desk.cards("S3", Lane.PAIN)
    assert desk.document.require(Card, card).text == "Niemand belt terug"
    data.setData(NEW_TYPE, b"step:wait")
    drop(canvas, data, hands.at("S0"))
    hands.type("Wacht")
    canvas.finish_typing()
    new = next(one for one, _, _ in desk.places() if desk.step(one).title == "Wacht")
    assert desk.step(new).kind is StepKind.WAIT
    assert desk.titles()[1] == "Wacht"


def test_a_click_in_the_palette_adds_at_the_current_step(canvas: JourneyCanvas, hands: Hands, desk: Desk) -> None:
    assert canvas.is_palette_shown
    hands.click(hands.at("S3"))
    pain = next(one for one in canvas.palette_strip.sources if one.accessibleName() == canvas.t("kind.lane.pain"))
    QTest.mouseClick(pain, Qt.MouseButton.LeftButton)
    hands.type("Stil")
    canvas.finish_typing()
    assert len(desk.cards("S3", Lane.PAIN)) == 1
    canvas.toggle_palette()
    assert not canvas.is_palette_shown


def test_the_palette_stays_when_the_language_or_the_look_changes(canvas: JourneyCanvas) -> None:
    strip = canvas.palette_strip
    before = strip.geometry()
    assert strip.height() > 300
    canvas.set_translator(Translator.load("en"))
    canvas.settle()
    assert strip.geometry() == before
    assert strip.sources[0].accessibleName() == Translator.load("en")("kind.step.step")
    canvas.set_style(CanvasStyle.from_theme(load_theme("dark")))
    canvas.settle()
    assert strip.geometry() == before
    assert all(not source.visibleRegion().isEmpty() for source in strip.sources)


def test_no_palette_in_a_sprint_that_is_only_read(canvas: JourneyCanvas, desk: Desk) -> None:
    desk.is_read_only = True
    canvas.resize(1300, 900)
    assert not canvas.is_palette_shown
