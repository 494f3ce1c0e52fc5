"""Track by track: whose it is, where a human is, which screens lead to none, where it hurts."""

from __future__ import annotations

from sprint.document import Document
from sprint.edits.journey import change_step
from sprint.insight.two_tracks import is_legal, read_tracks
from sprint.journeys import steps_of, track_of
from sprint.records import Channel, Freedom, Journey, Link, LinkKind, Persona, Phase, Step, StepKind, Track


def step(name: str, channel: Channel, track: Track = Track.OPEN, **fields: object) -> Step:
    return Step(id=name, journey_id="j", phase_id="p", title=name, channel=channel, track=track, **fields)


def sprint() -> Document:
    return Document(
        [
            Journey(id="j", persona_ids=("bram", "greet", "ali"), spent_ids=("bram",)),
            Phase(id="p", journey_id="j"),
            Persona(id="bram", track=Track.SAVED),
            Persona(id="greet", track=Track.SPENT),
            Persona(id="ali"),
            Persona(id="elsewhere", track=Track.SAVED),
            step("web", Channel.WEB, order=0),
            step("form", Channel.WEB, Track.SAVED, order=1, feeling=-3),
            step("end", Channel.MESSAGE, order=2, kind=StepKind.END),
            step("phone", Channel.PHONE, Track.SPENT, order=3),
            Link(id="l", journey_id="j", source="web", target="phone", kind=LinkKind.TRACK_SWITCH),
        ]
    )


def test_each_track_has_its_people_its_humans_its_dead_ends_and_its_dips() -> None:
    saved, spent = read_tracks(sprint(), "j")
    assert (saved.track, spent.track) == (Track.SAVED, Track.SPENT)
    assert [who.id for who in saved.people] == []
    assert [who.id for who in spent.people] == ["bram", "greet"]
    assert [one.id for one in saved.humans] == []
    assert [one.id for one in spent.humans] == ["phone"]
    assert [one.id for one in saved.stuck] == ["form"]
    assert [one.id for one in spent.stuck] == []
    assert [one.id for one in saved.dips] == ["form"]


def test_the_track_chosen_in_a_journey_goes_before_the_one_of_the_sheet() -> None:
    document = sprint()
    journey, bram = document.require(Journey, "j"), document.require(Persona, "bram")
    assert track_of(journey, bram) is Track.SPENT
    assert track_of(Journey(id="k"), bram) is Track.SAVED


def test_a_step_is_legal_as_soon_as_anything_of_the_law_is_written_there() -> None:
    document = sprint()
    assert not any(is_legal(document, step) for step in steps_of(document, "j"))
    document.apply(change_step(document, "form", freedom=Freedom.MAY))
    document.apply(change_step(document, "web", statute="AVG 5"))
    document.apply(change_step(document, "end", term_days=42))
    assert [step.id for step in steps_of(document, "j") if is_legal(document, step)] == ["web", "form", "end"]
