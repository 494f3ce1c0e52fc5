"""The work of an exercise in the room: all of it is seen, page after page, in type that the back row can read."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap

from tests.ui.room.conftest import Room
from ui.exercises.room_page import RoomCard, RoomColumn, RoomPage
from ui.room.words import RoomWords
from ui.room.work_face import WorkFace
from ui.room.work_layout import lay, without_first

AREA = QRectF(0, 0, 1600, 700)
WORDS = st.text(alphabet="ab ", min_size=1, max_size=60)
COLUMNS = st.lists(
    st.builds(
        lambda title, texts: RoomColumn(title, tuple(RoomCard(text) for text in texts)),
        st.sampled_from(["", "Hoop", "Een lange naam"]),
        st.lists(WORDS, min_size=1, max_size=14),
    ),
    min_size=1,
    max_size=6,
)


def high(card: RoomCard, size: int, width: float) -> float:
    return size * 1.2 * (1 + len(card.text) * size * 0.5 // max(1.0, width)) + size


def one_line(_title: str, _size: int, _width: float) -> int:
    return 1


@given(COLUMNS)
@settings(max_examples=60, deadline=None)
def test_every_card_is_seen_once_inside_the_picture_and_never_under_another(columns: list[RoomColumn]) -> None:
    seen: list[str] = []
    turned: Counter[int] = Counter()
    for _ in range(40):
        left = without_first(columns, turned)
        places = lay(left, AREA, 40, 28, high, one_line)
        rects = [placed.rect for placed in places.cards]
        assert all(AREA.adjusted(-1, -1, 1, 1).contains(rect) for rect in rects)
        overlaps = [(a, b) for n, a in enumerate(rects) for b in rects[n + 1 :] if a.intersected(b).height() > 1]
        assert not [pair for pair in overlaps if pair[0].intersected(pair[1]).width() > 1]
        assert 28 <= places.size <= 40
        seen += [placed.card.text for placed in places.cards]
        if not places.hidden:
            break
        turned.update(placed.column for placed in places.cards)
    assert sorted(seen) == sorted(card.text for column in columns for card in column.cards)


class Work:
    """An exercise with this many notes."""

    def __init__(self, count: int) -> None:
        self.texts = [f"Een gedachte over punt {number} die twee regels lang is" for number in range(count)]
        self.is_quiet = False
        self.block_id = ""

    def room_page(self) -> RoomPage:
        cards = tuple(RoomCard(text, tone="idea") for text in self.texts)
        columns = (RoomColumn(cards=cards),)
        return RoomPage("Werk", "Wat zien we?", columns, is_quiet=self.is_quiet, block_id=self.block_id)


def test_a_picture_takes_no_more_room_than_it_fills(room: Room) -> None:
    flat, tall = QPixmap(900, 300), QPixmap(300, 900)
    pictures = {"flat": flat, "tall": tall}
    room.director.toggle_work(Work(1))
    room.screen.stage.resize(1280, 720)
    face = room.screen.stage.typed_face(WorkFace)
    heights = {}
    for name in ("flat", "tall", "still to come"):
        columns = tuple(RoomColumn(cards=(RoomCard("Eén", picture_id=one),)) for one in (name, "flat", "flat"))
        face.show_page(RoomPage("Werk", "Wat?", columns), pictures.get)
        heights[name] = face._places.cards[0].rect.height()
    assert heights["flat"] < heights["tall"] == heights["still to come"]


def test_what_does_not_fit_is_a_page_further(room: Room) -> None:
    work = Work(60)
    room.director.toggle_work(work)
    stage = room.screen.stage
    stage.resize(1280, 720)
    face = stage.typed_face(WorkFace)
    first = {placed.card.text for placed in face._places.cards}
    assert len(first) < 60
    assert f"en nog {60 - len(first)}" in face.words()
    seen = set(first)
    for _ in range(9):
        room.director.walk(1)
        seen |= {placed.card.text for placed in face._places.cards}
    assert seen == set(work.texts)
    room.director.walk(-1)
    assert {placed.card.text for placed in face._places.cards} == first
    work.is_quiet = True
    room.director.refresh_work()
    assert not set(work.texts) & set(face.words())
    assert "Wat zien we?" in face.words()
    room.director.toggle_work(work)
    assert room.director.mode == "clock"


def test_a_clock_of_another_exercise_says_whose_it_is_and_waits_until_it_is_started(room: Room) -> None:
    work = Work(3)
    room.director.toggle_work(work)
    face = room.screen.stage.typed_face(WorkFace)
    own = face.facts.block_id
    for is_started in (False, True):
        for work.is_quiet in (False, True):
            seen = []
            for work.block_id in (own, "another"):
                room.director.refresh_work()
                clock = face._ring.isVisibleTo(face) if work.is_quiet else bool(face._clock.text)
                seen.append((clock, face.facts.title in face.words()))
                boxes = [part.geometry() for part in face.findChildren(RoomWords) if part.text]
                assert all(face.rect().contains(box) for box in boxes)
                assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
            assert seen == [(True, False), (is_started, is_started)]
        if not is_started:
            room.start(own)


def test_cards_fill_the_room_and_pictures_lie_in_even_rows_of_one_height(room: Room) -> None:
    room.director.toggle_work(Work(1))
    room.screen.stage.resize(1920, 1080)
    face = room.screen.stage.typed_face(WorkFace)
    lead = face.look.type_size("lead")
    drawing = QPixmap(900, 450)
    frames = tuple(RoomCard(f"Vak {n}", sign=str(n), picture_id="p" if n % 3 else "") for n in range(1, 7))
    face.show_page(RoomPage("Werk", "Wat?", (RoomColumn(cards=frames),)), {"p": drawing}.get)
    rects = [placed.rect for placed in face._places.cards]
    assert len({round(rect.x()) for rect in rects}) == 3
    assert len({round(rect.height()) for rect in rects}) == 1
    assert rects[-1].bottom() > 0.75 * face.height()
    kinds = tuple(RoomColumn(name, (RoomCard("Een kaart met een paar woorden"),)) for name in "ABCD")
    face.show_page(RoomPage("Werk", "Wat?", kinds), {}.get)
    assert face._places.size > lead
    assert len({head.box.y() for head in face._places.heads}) == 1
    face.show_page(RoomPage("Werk", "Wat?", (RoomColumn("A", (RoomCard("Een"), RoomCard("Twee"))),)), {}.get)
    assert face._places.size > lead * 1.35


def test_a_grey_card_stands_out_on_its_heap_in_the_look_for_a_projector(room: Room) -> None:
    room.director.toggle_work(Work(1))
    face = room.screen.stage.typed_face(WorkFace)
    room.screen.stage.resize(1280, 720)
    face.show_page(RoomPage("Werk", "Wat?", (RoomColumn("A", (RoomCard("Een", tone="backstage"),)),)), {}.get)
    room.context.theme.set_name("projector")
    picture = face.grab().toImage()
    rect = face._places.cards[0].rect
    across = [picture.pixelColor(round(rect.center().x()), round(rect.top()) + n).lightness() for n in range(-4, 5)]
    assert abs(across[0] - across[-1]) < 20, "card and heap are about the same grey"
    assert min(across) < across[0] - 60, "so the edge must part them"
