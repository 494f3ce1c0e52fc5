"""How to draw the edits that reshape journeys: forks, pastes, groups, lanes and personas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import advice, arrange, clipboard, fork, paste_text, personas
from sprint.ids import IdSource
from sprint.records import DismissedAdvice, Journey, JourneyKind, Lane, Persona, Phase, Record, Step, Track

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]

RULES = ("ends_positive", "unattended_wait")
WORDS = st.text(alphabet="ab é\t\n\"'-1", max_size=8)
PLACES = st.none() | st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def steps_of_one(draw: st.DrawFn, document: Document) -> list[str]:
    """Draw a few steps of one journey."""
    home = document.require(Step, _one(draw, document, Step)).journey_id
    there = sorted(step.id for step in document.referrers(Step, home))
    return draw(st.lists(st.sampled_from(there), min_size=1, max_size=4, unique=True))


def _fork(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    if len(document.table(Step)) > 60:  # forks of forks grow without end
        return None
    lanes = draw(st.none() | st.frozensets(st.sampled_from(Lane), max_size=2))
    kind = draw(st.sampled_from(JourneyKind))
    return fork.fork_journey(document, ids, _one(draw, document, Journey), draw(WORDS), kind, lanes)


def _fork_into(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    filled = {step.journey_id for step in document.table(Step).values()}
    blank = sorted(document.table(Journey).keys() - filled)
    if not blank or not filled or len(document.table(Step)) > 60:
        return None
    return fork.fork_into(document, ids, draw(st.sampled_from(sorted(filled))), draw(st.sampled_from(blank)))


def _match(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    one, other = (document.require(Step, _one(draw, document, Step)) for _ in range(2))
    return None if one.journey_id == other.journey_id else fork.accept_matches(document, {one.id: other.id})


def _paste_clip(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    clip = clipboard.clip_of(document, steps_of_one(draw, document))
    phase = document.require(Phase, _one(draw, document, Phase))
    return clipboard.paste_clip(document, ids, clip, phase.journey_id, phase_id=phase.id)


def _paste(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    after = document.require(Step, _one(draw, document, Step))
    text = draw(WORDS) if draw(st.booleans()) else clipboard.copy_steps(document, steps_of_one(draw, document))
    return clipboard.paste(document, ids, text, after.journey_id, after=after.id)


def _paste_lines(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    phase = document.require(Phase, _one(draw, document, Phase))
    head = draw(st.sampled_from(["", "stap\tfase\n", "Step\tphase\tchannel\n"]))
    return paste_text.paste_lines(document, ids, head + draw(WORDS), phase.journey_id, phase_id=phase.id)


def _track(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    journey, persona = _one(draw, document, Journey), _one(draw, document, Persona)
    return personas.set_persona_track(document, journey, persona, draw(st.sampled_from(Track)))


def _presence(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    journey, persona = _one(draw, document, Journey), _one(draw, document, Persona)
    return personas.set_persona_in_journey(document, journey, persona, draw(st.booleans()))


def _lane(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    return arrange.set_lane(document, _one(draw, document, Journey), draw(st.sampled_from(Lane)), draw(st.booleans()))


def _replace(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    later, before = (draw(st.sampled_from(["", *sorted(document.table(Step))])) for _ in range(2))
    homes = {document.require(Step, one).journey_id for one in (later, before) if one}
    return None if not later or (before and len(homes) == 1) else fork.replace_step(document, later, before)


SHAPING: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "accept_matches": ((Step,), _match),
        "add_persona": ((Journey,), lambda d, x, ids: personas.add_persona(x, ids, d(WORDS), _one(d, x, Journey))),
        "align_steps": (
            (Step,),
            lambda d, x, _: arrange.align_steps(x, steps_of_one(d, x), d(st.none() | st.integers(0, 3))),
        ),
        "change_persona": ((Persona,), lambda d, x, _: personas.change_persona(x, _one(d, x, Persona), fears=d(WORDS))),
        "dismiss_advice": (
            (Journey,),
            lambda d, x, ids: advice.dismiss_advice(x, ids, _one(d, x, Journey), d(st.sampled_from(RULES)), "bekend"),
        ),
        "duplicate_steps": ((Step,), lambda d, x, ids: clipboard.duplicate_steps(x, ids, steps_of_one(d, x))),
        "fork_into": ((Journey, Step), _fork_into),
        "fork_journey": ((Journey,), _fork),
        "group_steps": ((Step,), lambda d, x, ids: arrange.group_steps(x, ids, steps_of_one(d, x), d(WORDS))),
        "move_phase": (
            (Phase,),
            lambda d, x, _: arrange.move_phase(x, _one(d, x, Phase), d(st.sampled_from((-1, 1)))),
        ),
        "paste": ((Step,), _paste),
        "paste_clip": ((Step,), _paste_clip),
        "paste_lines": ((Phase,), _paste_lines),
        "pin_steps": ((Step,), lambda d, x, _: arrange.pin_steps(x, {_one(d, x, Step): d(PLACES)})),
        "adopt_present": (
            (Journey,),
            lambda d, x, _: fork.adopt_present(x, _one(d, x, Journey), _one(d, x, Journey)),
        ),
        "replace_step": ((Step,), _replace),
        "separate_steps": ((Step,), lambda d, x, _: fork.separate_steps(x, steps_of_one(d, x))),
        "set_lane": ((Journey,), _lane),
        "set_persona_in_journey": ((Journey, Persona), _presence),
        "set_persona_track": ((Journey, Persona), _track),
        "take_up_advice": (
            (DismissedAdvice,),
            lambda d, x, _: advice.take_up_advice(x, _one(d, x, DismissedAdvice)),
        ),
        "straighten_rows": ((Journey,), lambda d, x, _: arrange.straighten_rows(x, _one(d, x, Journey))),
    }
)
"""Every edit that reshapes a journey, by its name: the kinds that must be there, and how to draw one."""
