"""How to draw the edits of pictures, sketches, test flows, the storyboard and the target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from sprint.diff import Diff
from sprint.document import Document
from sprint.edits import pictures, pieces, sketches, storyboard, target
from sprint.ids import IdSource
from sprint.journeys import main_route
from sprint.records import Block, Card, Cluster, Journey, Lane, Note, NoteKind, Persona, Picture, Record, Step
from sprint.store.media import ImportedPicture

Edit = Callable[[st.DrawFn, Document, IdSource], Diff | None]
WORDS = st.text(alphabet="ab é", max_size=6)
SHEET = ImportedPicture("0" * 64, "jpg", 400, 300, 9)


def _one(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(sorted(document.table(kind))))


def _maybe(draw: st.DrawFn, document: Document, kind: type[Record]) -> str:
    return draw(st.sampled_from(["", *sorted(document.table(kind))]))


def _take_down(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    holders = sorted([*document.table(Note), *document.table(Card), *document.table(Persona)])
    return pictures.take_picture_down(document, draw(st.sampled_from(holders)), _one(draw, document, Picture))


def _move_sketch(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff | None:
    row = [sketch.id for sketch in sketches.sketches_of(document)]
    if not row:
        return None
    return sketches.move_sketch(document, draw(st.sampled_from(row)), draw(st.sampled_from(["", *row])))


def _pick(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    persona, block = _maybe(draw, document, Persona), _maybe(draw, document, Block)
    step = _one(draw, document, Step)
    return target.pick_target(document, ids, step, persona, text=draw(WORDS), reason=draw(WORDS), block_id=block)


def _add_frame(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    home = _one(draw, document, Journey)
    before = draw(st.sampled_from(["", *(step.id for step in main_route(document, home))]))
    return storyboard.add_frame(document, ids, home, draw(WORDS), before)


def _move_frame(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    step = document.require(Step, _one(draw, document, Step))
    route = [other.id for other in main_route(document, step.journey_id)]
    return storyboard.move_frame(document, ids, step.id, draw(st.sampled_from(["", *route])))


def _write(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    lane = draw(st.sampled_from([Lane.FRONTSTAGE, Lane.BACKSTAGE]))
    return storyboard.write_in_frame(document, ids, _one(draw, document, Step), lane, draw(WORDS))


def _frames(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    home = _one(draw, document, Journey)
    return storyboard.frames_from_flow(document, ids, home, storyboard.chosen_flow(document))


def _begin(draw: st.DrawFn, document: Document, ids: IdSource) -> Diff:
    notes = storyboard.chosen_flow(document)
    return storyboard.begin_storyboard(document, ids, draw(WORDS), "fase", notes, _maybe(draw, document, Journey))


BOARDS: Mapping[str, tuple[tuple[type[Record], ...], Edit]] = MappingProxyType(
    {
        "add_flow": (
            (Block,),
            lambda d, x, ids: storyboard.add_flow(x, ids, _one(d, x, Block), d(st.lists(WORDS, max_size=2))),
        ),
        "add_flow_step": (
            (Cluster,),
            lambda d, x, ids: storyboard.add_flow_step(x, ids, _one(d, x, Cluster), d(WORDS)),
        ),
        "add_frame": ((Journey,), _add_frame),
        "add_picture": ((Note,), lambda d, x, ids: pictures.add_picture(x, ids, _one(d, x, Note), SHEET)),
        "add_pictured_note": (
            (Block,),
            lambda d, x, ids: pictures.add_pictured_note(
                x, ids, _one(d, x, Block), d(st.sampled_from(NoteKind)), SHEET
            ),
        ),
        "add_step_picture": ((Step,), lambda d, x, ids: pictures.add_step_picture(x, ids, _one(d, x, Step), SHEET)),
        "begin_storyboard": ((), _begin),
        "choose_flow": ((Cluster,), lambda d, x, _: storyboard.choose_flow(x, _one(d, x, Cluster))),
        "clear_target": ((), lambda d, x, _: target.clear_target(x)),
        "frames_from_flow": ((Journey,), _frames),
        "gather_flow": ((Block,), lambda d, x, ids: storyboard.gather_flow(x, ids, _one(d, x, Block))),
        "hang_sketch": ((Block,), lambda d, x, ids: sketches.hang_sketch(x, ids, _one(d, x, Block), d(WORDS))),
        "mark_standout": ((Note,), lambda d, x, _: sketches.mark_standout(x, _one(d, x, Note), d(st.booleans()))),
        "move_frame": ((Step,), _move_frame),
        "move_sketch": ((Note,), _move_sketch),
        "pick_target": ((Step,), _pick),
        "begin_frame": (
            (Journey, Note),
            lambda d, x, ids: pieces.begin_frame(x, ids, _one(d, x, Journey), _one(d, x, Note)),
        ),
        "put_piece": ((Step, Note), lambda d, x, ids: pieces.put_piece(x, ids, _one(d, x, Step), _one(d, x, Note))),
        "take_piece_out": (
            (Step, Note),
            lambda d, x, _: pieces.take_piece_out(x, _one(d, x, Step), _one(d, x, Note)),
        ),
        "replace_picture": (
            (Picture,),
            lambda d, x, ids: pictures.replace_picture(x, ids, _one(d, x, Picture), SHEET),
        ),
        "restore_picture": ((Picture,), lambda d, x, _: pictures.restore_picture(x, _one(d, x, Picture))),
        "say_of_sketch": (
            (Block, Note),
            lambda d, x, ids: sketches.say_of_sketch(x, ids, _one(d, x, Block), _one(d, x, Note), d(WORDS)),
        ),
        "take_picture_down": ((Note, Picture), _take_down),
        "write_in_frame": ((Step,), _write),
    }
)
"""The edits that work on what hangs on the wall, as `EDITS` of strategies."""
