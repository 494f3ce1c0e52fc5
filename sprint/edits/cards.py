"""Edits of the cards under the steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sprint.diff import Diff, make_diff
from sprint.document import Document
from sprint.edits.order import index_before, last_place, places, still_before
from sprint.ids import IdSource
from sprint.journeys import cards_of
from sprint.records import Card, Lane, Step


def add_card(document: Document, ids: IdSource, step_id: str, lane: Lane, text: str = "") -> Diff:
    """Add a card at the end of a lane of a step."""
    step = document.require(Step, step_id)
    place = last_place(cards_of(document, step_id, lane))
    card = Card(id=ids(), journey_id=step.journey_id, step_id=step_id, lane=lane, order=place, text=text)
    return make_diff("edit.add_card", [(None, card)])


def set_card_text(document: Document, card_id: str, text: str) -> Diff:
    """Write another text on a card."""
    card = document.require(Card, card_id)
    return make_diff("edit.write_card", [(card, replace(card, text=text))])


def change_card(document: Document, card_id: str, **fields: Any) -> Diff:
    """Change fields of a card (its owner, its picture)."""
    card = document.require(Card, card_id)
    return make_diff("edit.change_card", [(card, replace(card, **fields))])


def move_card(document: Document, card_id: str, step_id: str, lane: Lane, before: str = "") -> Diff:
    """Move a card to a step and a lane: before another card, or to the end."""
    card = document.require(Card, card_id)
    step = document.require(Step, step_id)
    row = cards_of(document, step_id, lane)
    siblings = [other for other in row if other.id != card_id]
    (place,), room = places(siblings, index_before(siblings, still_before(row, before, [card_id])), 1)
    moved = replace(card, journey_id=step.journey_id, step_id=step_id, lane=lane, order=place)
    return make_diff("edit.move_card", [(card, moved), *room])
