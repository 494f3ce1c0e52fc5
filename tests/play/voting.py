"""A vote by hand, with the method, the counting, the dots and the choice that the example has."""

from __future__ import annotations

from sprint.votes.rounds import ALL
from tests.play.hands import Room
from ui.exercises.vote_pane import VotePane


def vote(room: Room, pane: VotePane, exercise: str) -> None:
    """Vote as the example did: prepare, count, close, reveal, and let the Decider choose and say why."""
    wanted, marks = room.script_vote(exercise)
    form = pane.form
    room.choose(form.method, wanted.method)
    room.choose(form.counting, wanted.counting)
    numbers = ((form.voters, wanted.voters), (form.dots, wanted.dots), (form.decider, wanted.decider_dots))
    for field, number in numbers:
        if field.isVisible() and field.number != number:
            room.click(field)
            room.rewrite(str(number))
    room.click(pane.primary)
    for voter in sorted(marks, key=lambda who: who != ALL):
        for place, count in enumerate(marks[voter]):
            assert pane.list.current == place, "the keyboard stands on the next row"
            if count:
                room.type(str(count))
            room.key("Return")
        assert room.focus is pane.primary
        room.key("Space")
    room.key("Space")  # the result is shown
    if wanted.chosen_ids:
        labels = [result.label for result in pane.desk.results]
        for option in wanted.chosen_ids:
            place = labels.index(wanted.labels[wanted.option_ids.index(option)])
            room.key("Down" if place >= pane.list.current else "Up", abs(place - pane.list.current))
            if pane.list.rows[place].row.remark != room.t("vote.chosen"):  # a vote that binds has chosen already
                room.key("Space")
        room.key("Return")
        room.line(wanted.reason)
