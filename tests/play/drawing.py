"""A journey drawn by hands on the canvas and in the details beside it, with the words that the example has."""

from __future__ import annotations

from collections.abc import Iterator

from sprint.journeys import cards_of, links_from, phases_of, steps_of, steps_of_phase
from sprint.records import Journey, Link, Phase, Step, Track
from tests.play.hands import Room
from ui.panels.cards import CardRow
from ui.panels.step_links import LinkRow
from ui.panels.step_page import CARDS, FACTS, StepPage

_TEXTS = ("actor", "meanwhile", "who_decides", "legal_frame", "left_out")


def name_phases(room: Room, journey: Journey) -> None:
    """Name the journey, and its phases: those that are there get their name, the others are added."""
    page = room.bench.details.journey
    room.key("Esc")
    open_details(room)
    room.click(page.title)
    room.rewrite(journey.title)
    room.key("Return")
    wanted = phases_of(room.script, journey.id)
    for place, phase in enumerate(wanted):
        known = phases_of(room.document, room.bench.canvas.journey_id)
        if place < len(known) and known[place].title == phase.title:
            continue
        point_at(room, known[min(place, len(known) - 1)])
        if place < len(known):
            room.key("F2")
        else:
            room.key("Shift+F10")
            room.choose_in_menu("canvas.menu_add_phase")
        room.rewrite(phase.title)
        room.key("Esc")


def draw_steps(room: Room, journey_id: str) -> None:
    """Type the main route: Enter for the next step, Ctrl+Enter for the next phase."""
    room.bench.canvas.setFocus()
    room.key("Esc")
    room.key("Return")
    for place, phase in enumerate(phases_of(room.script, journey_id)):
        steps = [step for step in steps_of_phase(room.script, phase.id) if step.row == 0]
        for number, step in enumerate(steps):
            if number or place:
                room.key("Return" if number else "Ctrl+Return")
            room.type(step.title)
    room.key("Esc")


def draw_ways(room: Room, journey_id: str) -> None:
    """Add what branches off: behind the step before it on the same row, or below the one on the row above it."""
    for phase in phases_of(room.script, journey_id):
        steps = steps_of_phase(room.script, phase.id)
        for place, step in enumerate(steps):
            if not step.row:
                continue
            drawn = [one.id for one in steps_of(room.document, room.bench.canvas.journey_id)]
            near = [one for one in steps[:place] if one.row in (step.row, step.row - 1)]
            before = max(near, key=lambda one: drawn.index(room.same(one.id)))
            choose_step(room, before)
            if before.row == step.row:
                room.key("Return")
            else:
                room.key("Shift+F10")
                room.choose_in_menu("canvas.menu_add_alternative")
            room.type(step.title)
            room.key("Esc")


def tell_facts(room: Room, journey_id: str) -> None:
    """Say of every step what it is, who does it, by which channel, how long, and where it leads."""
    for step, page in each_step(room, journey_id):
        room.click(page.tabs.buttons[FACTS])
        facts = page.facts
        for field, value in ((facts.kind, step.kind), (facts.channel, step.channel), (facts.evidence, step.evidence)):
            room.choose(field, value)
        if step.track is not Track.OPEN:
            room.click(facts.tracks[step.track])
        for number, minutes in ((facts.wait, step.wait_days), (facts.minutes, step.minutes)):
            if minutes:
                room.type(str(minutes), into=number)
        for name in _TEXTS:
            if text := getattr(step, name):
                room.type(text, into=facts.texts[name])
        lead_on(room, step, page)


def lead_on(room: Room, step: Step, page: StepPage) -> None:
    """Draw the arrows that leave a step; one that drawing made too many goes."""
    wanted = {(room.same(link.target), link.kind): link for link in links_from(room.script, step.id)}
    targets = [target for target, _ in wanted]
    for row in list(page.links.rows.rows.values()):
        assert isinstance(row, LinkRow)
        if room.document.require(Link, _id_of(page, row)).target not in targets:
            room.click(row.trash)
    for (target, kind), link in wanted.items():
        if target not in {one.target for one in links_from(room.document, room.same(step.id))}:
            room.choose(page.links.more, target, stays=False)
        made = next(one for one in links_from(room.document, room.same(step.id)) if one.target == target)
        row = page.links.rows.rows[made.id]
        assert isinstance(row, LinkRow)
        room.choose(row.kind, kind)
        if link.label:
            room.type(link.label, into=row.label)


def write_cards(room: Room, journey_id: str) -> None:
    """Write the cards of every step, lane by lane, and whose they are."""
    for step, page in each_step(room, journey_id):
        if page.tabs.current != CARDS:
            room.click(page.tabs.buttons[CARDS])
        there = {(card.lane, card.text) for card in cards_of(room.document, room.same(step.id))}
        for card in cards_of(room.script, step.id):
            if (card.lane, card.text) not in there:  # the storyboard has written some already
                room.choose(page.cards.lane, card.lane)
                room.line(card.text, into=page.cards.line)
            if card.owner:
                made = next(one for one in cards_of(room.document, room.same(step.id)) if one.text == card.text)
                row = page.cards.rows.rows[made.id]
                assert isinstance(row, CardRow)
                room.type(card.owner, into=row.owner)


def feel_and_tell(room: Room, journey_id: str) -> None:
    """Give every step its feeling by key, and say why a moment counts."""
    for step, page in each_step(room, journey_id):
        if step.feeling is not None:
            room.bench.canvas.setFocus()
            room.key(str(step.feeling + 4))
        if step.truth_reason:
            room.click(page.tabs.buttons[FACTS])
            room.type(step.truth_reason, into=page.facts.texts["truth_reason"])


# ---- pointing


def each_step(room: Room, journey_id: str) -> Iterator[tuple[Step, StepPage]]:
    """Choose one step after the other; gives each with the page of its details."""
    for step in steps_of(room.script, journey_id):
        choose_step(room, step)
        open_details(room)
        yield step, room.bench.details.step


def open_details(room: Room) -> None:
    """Open the details; on a small screen they lie over the journey and are closed at first."""
    if not room.bench.details_open:
        room.do("details")
        room.rest()


def choose_step(room: Room, step: Step) -> None:
    """Click on a step of the board, found by its words."""
    canvas, made = room.bench.canvas, room.same(step.id)
    canvas.go_to(made)
    room.she.canvas.click(room.she.canvas.at(made))
    room.clicks += 1
    room.rest()
    assert canvas.selection.current == made


def point_at(room: Room, phase: Phase) -> None:
    """Click on the title of a phase."""
    canvas = room.bench.canvas
    canvas.go_to(phase.id)
    canvas.settle()
    title = next(box.title for box in canvas.scene.board.phases if box.id == phase.id)
    room.she.canvas.click(room.she.canvas.board(title.x + 20, title.y + 6))
    room.clicks += 1
    assert canvas.selection.current == phase.id


def _id_of(page: StepPage, row: LinkRow) -> str:
    return next(link_id for link_id, one in page.links.rows.rows.items() if one is row)
