"""What blocks made that is no note: the journeys, the people, the target, parts that are ready, decisions, promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from sprint.document import Document
from sprint.journeys import journey_of_kind, main_route, steps_of
from sprint.plans import prototypes_of
from sprint.records import (
    Block,
    Decision,
    Evidence,
    FollowUp,
    Freedom,
    JourneyKind,
    ParkedItem,
    Persona,
    Record,
    Step,
)

Found = Callable[[Document, Block], Iterable[Record]]


def drawn_results(document: Document, block: Block, artefact: str) -> list[str] | None:
    """Return the ids of what a block made of an artefact; None when it is made of notes, heaps or votes."""
    find = _FOUND.get(artefact)
    return None if find is None else [record.id for record in find(document, block)]


def _steps(document: Document, kind: JourneyKind) -> list[Step]:
    journey = journey_of_kind(document, kind)
    return steps_of(document, journey.id) if journey is not None else []


def _frames(document: Document, _block: Block) -> list[Step]:
    journey = journey_of_kind(document, JourneyKind.TO_BE)
    return main_route(document, journey.id) if journey is not None else []


def _felt(document: Document, _block: Block) -> list[Step]:
    return [step for step in _steps(document, JourneyKind.AS_IS) if step.feeling is not None]


def _reviewed(document: Document, _block: Block) -> list[Step]:
    return [step for kind in JourneyKind for step in _steps(document, kind) if step.freedom is not Freedom.UNKNOWN]


def _validated(document: Document, _block: Block) -> list[Step]:
    return [step for step in _steps(document, JourneyKind.TO_BE) if step.evidence is not Evidence.ASSUMED]


def _target(document: Document, _block: Block) -> list[Record]:
    step = document.get(document.sprint.target_step_id) if document.sprint.target_step_id else None
    return [step] if step is not None else []


_FOUND: MappingProxyType[str, Found] = MappingProxyType(
    {
        "personas": lambda document, _block: document.table(Persona).values(),
        "journey": lambda document, _block: _steps(document, JourneyKind.AS_IS),
        "emotion": _felt,
        "target": _target,
        "legal_check": _reviewed,
        "storyboard": _frames,
        "to_be": lambda document, _block: _steps(document, JourneyKind.TO_BE),
        "roles": lambda document, _block: [part for part in prototypes_of(document) if part.owner],
        "prototype": lambda document, _block: [part for part in prototypes_of(document) if part.is_done],
        "decision": lambda document, block: (
            one for one in document.table(Decision).values() if one.block_id == block.id
        ),
        "parked": lambda document, block: (
            one for one in document.table(ParkedItem).values() if one.block_id == block.id
        ),
        "validated_journey": _validated,
        "owners": lambda document, _block: document.table(FollowUp).values(),
    }
)
