"""What the rooms of the example left behind: notes on their heaps, drawings, the review of the law, votes, promises."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from sprint.edits.sketches import letter_of
from sprint.records import Json, NoteKind, VoteState
from sprint.votes.rounds import ALL, DECIDER

Row = dict[str, Json]
PutAll = Callable[[str, str, Iterable[Mapping[str, Json]]], None]
"""Puts rows into a table, named after their place when they have no id of their own."""
_PNG_SIZE = slice(16, 24)
_VOTED_ON = {"note": "notes", "cluster": "clusters", "step": "steps"}
"""The table of what is voted on, by how its ids begin."""
"""Where a PNG says how wide and how high it is, as two numbers of four bytes."""


class RoomShelf:
    """The tables while they are filled with what was written, drawn and chosen; the programme stands there already."""

    def __init__(self, tables: dict[str, dict[str, Row]], put_all: PutAll, zone: timezone) -> None:
        self._tables, self._put_all, self._zone = tables, put_all, zone
        self._drawn: dict[str, str] = {}

    def fill_notes(self, exercises: Iterable[Mapping[str, Any]]) -> None:
        """Add the notes that the exercises left behind, each under its block and on its heap or in its row."""
        for exercise in exercises:
            block_id: str = exercise["block_id"]
            # Notes of one exercise may have been put on heaps in a later one; the rows of a test flow have no name.
            home: str = exercise.get("cluster_block", block_id)
            prefix = home.replace("block", "cluster", 1)
            names = dict.fromkeys(name for note in exercise["notes"] if (name := _heap_of(note)) is not None)
            titles = (name if isinstance(name, str) else "" for name in names)
            self._put_all("clusters", prefix, [{"block_id": home, "title": title} for title in titles])
            heaps = {name: f"{prefix}-{number}" for number, name in enumerate(names, start=1)}
            start = block_id.replace("block", "note", 1)
            for number, note in enumerate(exercise["notes"], start=1):
                if "picture" in note:
                    self._drawn[f"{start}-{number}"] = note["picture"]
            rows = (_on_its_heap(note, heaps) | {"block_id": block_id} for note in exercise["notes"])
            self._put_all("notes", start, rows)

    def review_law(self, steps: Iterable[Mapping[str, Json]]) -> None:
        """Write in the steps of a journey what the law leaves open there."""
        for fields in steps:
            row = dict(fields)
            self._tables["steps"][str(row.pop("step_id"))] |= row

    def hang_pictures(self, names: Iterable[str], pictures: Mapping[str, bytes]) -> None:
        """Hang drawings on the notes that ask for them; `pictures` has them by checksum, in the order of the names."""
        ids: dict[str, str] = {}
        for name, (stored, data) in zip(names, pictures.items(), strict=bool(pictures)):
            checksum, _, extension = stored.partition(".")
            width, height = struct.unpack(">II", data[_PNG_SIZE])
            ids[name] = f"picture-{name.replace('_', '-')}"
            row: Row = {"sha256": checksum, "extension": extension, "width": width, "height": height}
            self._tables["pictures"][ids[name]] = row
        for note_id, name in self._drawn.items():
            if name in ids:
                self._tables["notes"][note_id]["picture_ids"] = [ids[name]]

    def hang_pieces(self) -> None:
        """Give the cards that were made of a note its drawing, or its words: nobody typed those again."""
        for card in self._tables["cards"].values():
            note = self._tables["notes"].get(str(card.get("origin_id", "")))
            if note is None:
                continue
            drawn = note.get("picture_ids")
            if isinstance(drawn, list) and drawn:
                card["picture_id"] = drawn[0]
            card.setdefault("text", note["text"])

    # ---- votes, promises, the maturity sheet

    def fill_votes(self, votes: Iterable[Mapping[str, Any]]) -> None:
        """Add votes with their ballots."""
        for vote in votes:
            self._put_vote(vote)

    def fill_promises(self, data: Mapping[str, Any]) -> None:
        """Add what was agreed on for afterwards, and how far the organisation is."""
        self._put_all("follow_ups", "follow-up", data["follow_ups"])
        for lever, stages in data["maturity"].items():
            for stage, cell in stages.items():
                row: Row = {**cell, "stage": stage, "lever": lever}
                self._tables["maturity_marks"][f"maturity-{stage}-{lever}"] = row

    def _put_vote(self, vote: Mapping[str, Any]) -> None:
        """Put one revealed vote on what has ids that begin alike, with a ballot of all and of the Decider."""
        fields = dict(vote)
        begin, day_and_time = fields.pop("options"), fields.pop("at")
        at = datetime.fromisoformat(day_and_time).replace(tzinfo=self._zone).astimezone(timezone(timedelta(0)))
        moment = at.isoformat(timespec="seconds")
        table = self._tables[_VOTED_ON[begin.partition("-")[0]]]
        options = [one for one in table if one.rpartition("-")[0] == begin]
        ballots = {"all": fields.pop("marks", None), "decider": fields.pop("decider_marks", None)}
        chosen: list[Json] = [options[number - 1] for number in fields.pop("chosen", ())]
        round_id = str(fields["block_id"]).replace("block", "vote", 1)
        labels: list[Json] = fields.pop("labels", None) or [
            _label(table[one], place) for place, one in enumerate(options)
        ]
        moments: Row = {"opened_at": moment, "closed_at": moment, "revealed_at": moment}
        ids: list[Json] = [*options]
        row: Row = {**fields, **moments, "option_ids": ids, "labels": labels, "chosen_ids": chosen}
        self._tables["vote_rounds"][round_id] = row | {"state": VoteState.REVEALED.value}
        for voter, marks in ballots.items():
            if marks is not None:
                self._put_dots(options, marks)
                is_decider = voter == "decider"
                ballot: Row = {"round_id": round_id, "is_decider": is_decider, "marks": marks, "at": moment}
                ballot |= {"voter": DECIDER if is_decider else ALL}
                self._tables["ballots"][f"ballot-{voter}-{round_id}"] = ballot

    def _put_dots(self, options: Sequence[str], marks: Sequence[int]) -> None:
        """Let the rows of a test flow keep their dots; a note says its own, for it may be voted on again."""
        for option, count in zip(options, marks, strict=True):
            row = self._tables["clusters"].get(option)
            if row is not None:
                row["votes"] = int(str(row.get("votes", 0))) + count


def _label(row: Row, place: int) -> str:
    """Say what stands on an option: the words of a note, with its letter for a sketch, or a step with its number."""
    if "phase_id" in row:
        return f"{place + 1} · {row['title']}"
    is_sketch = row.get("kind") == NoteKind.SKETCH.value
    return f"{letter_of(place)} · {row['text']}" if is_sketch else str(row["text"])


def _heap_of(note: Mapping[str, Json]) -> str | int | None:
    """Give the name of the heap of a note, or the number of its row."""
    found = note.get("cluster", note.get("row"))
    return found if isinstance(found, str | int) else None


def _on_its_heap(note: Mapping[str, Json], heaps: Mapping[str | int, str]) -> Row:
    row = {name: value for name, value in note.items() if name not in ("cluster", "row", "picture")}
    name = _heap_of(note)
    return row if name is None else row | {"cluster_id": heaps[name]}
