"""TinyDB on the journal behaves as TinyDB does, and comes back after reopening."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from sprint.errors import SprintError
from sprint.store.ledger import Ledger
from sprint.store.recovery import Places, Recovered, recover
from sprint.store.storage import JournalDB
from tests.proof.disks import QuickDisk


def places(root: Path) -> Places:
    return Places(root / "work", root / "twin", root / "refuge")


def opened(root: Path) -> JournalDB:
    disk = QuickDisk()
    recovered = recover(disk, places(root)) or Recovered("test", {}, 0, 0, 1, history=[])
    return JournalDB(Ledger(disk, places(root), recovered))


def content(db: TinyDB) -> dict[str, list[dict[str, Any]]]:
    tables = {
        name: sorted((dict(doc) for doc in db.table(name)), key=lambda row: repr(sorted(row.items())))
        for name in db.tables()
    }
    return {name: rows for name, rows in tables.items() if rows}


VALUES = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("insert"), VALUES, VALUES),
    st.tuples(st.just("insert_multiple"), VALUES, VALUES),
    st.tuples(st.just("update"), VALUES, VALUES),
    st.tuples(st.just("update_all"), VALUES, VALUES),
    st.tuples(st.just("update_call"), VALUES, VALUES),
    st.tuples(st.just("update_multiple"), VALUES, VALUES),
    st.tuples(st.just("upsert"), VALUES, VALUES),
    st.tuples(st.just("remove"), VALUES, VALUES),
    st.tuples(st.just("truncate"), VALUES, VALUES),
    st.tuples(st.just("drop_table"), VALUES, VALUES),
    st.tuples(st.just("drop_tables"), VALUES, VALUES),
)


def act(db: TinyDB, step: tuple[str, int, int]) -> None:
    name, a, b = step
    table = db.table("notes" if b % 2 else "cards")
    match name:
        case "insert":
            table.insert({"a": a, "b": b, "deep": {"list": [a]}})
        case "insert_multiple":
            table.insert_multiple([{"a": a, "b": n} for n in range(b)])
        case "update":
            table.update({"c": b}, where("a") == a)
        case "update_all":
            table.update({"all": a})
        case "update_call":
            table.update(lambda doc: doc.setdefault("deep", {}).update(seen=a), where("b") == b)
        case "update_multiple":
            table.update_multiple([({"m": b}, where("a") == a), ({"n": a}, where("b") == b)])
        case "upsert":
            table.upsert({"a": a, "up": b}, where("a") == a)
        case "remove":
            table.remove(where("a") == a)
        case "truncate":
            table.truncate()
        case "drop_table":
            db.drop_table(table.name)
        case "drop_tables":
            db.drop_tables()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=25))
def test_same_answers_as_tinydb(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]) -> None:
    root = tmp_path_factory.mktemp("db")
    ours, theirs = opened(root), TinyDB(storage=MemoryStorage)
    try:
        for step in steps:
            act(ours, step)
            act(theirs, step)
            assert content(ours) == content(theirs)
            for value in range(4):
                query = where("a") == value
                assert ours.table("notes").count(query) == theirs.table("notes").count(query)
                assert ours.table("cards").contains(query) == theirs.table("cards").contains(query)
    finally:
        ours.close()
    again = opened(root)
    assert content(again) == content(theirs)
    again.close()


def test_an_edit_is_one_record_and_touches_one_document(tmp_path: Path) -> None:
    db = opened(tmp_path)
    db.table("notes").insert_multiple({"n": number} for number in range(50))
    key = db.table("notes").all()[7].doc_id
    db.table("notes").update({"n": "seven"}, doc_ids=[key])

    last = db.journal._ledger.history()[-1]
    assert dict(last.changes) == {"notes": {key: {"n": "seven"}}}
    assert db.table("notes").get(doc_id=key) == {"n": "seven"}
    db.close()


def test_a_group_is_one_commit_and_all_or_nothing(tmp_path: Path) -> None:
    db = opened(tmp_path)
    with db.journal.commit(label="edit.import"):
        db.table("notes").insert({"n": 1})
        db.table("cards").insert({"n": 2})
        assert len(db.table("notes")) == 1
    assert [commit.label for commit in db.journal._ledger.history()] == ["edit.import"]
    with pytest.raises(RuntimeError), db.journal.commit(label="edit.import"):
        db.table("notes").insert({"n": 3})
        raise RuntimeError
    assert len(db.table("notes")) == 1
    assert len(db.journal._ledger.history()) == 1
    db.close()


def test_what_is_read_may_be_changed_without_harm(tmp_path: Path) -> None:
    db = opened(tmp_path)
    db.insert({"deep": {"list": [1]}})
    db.all()[0]["deep"]["list"].append(2)
    db.search(where("deep").exists())[0]["deep"].clear()
    assert db.all() == [{"deep": {"list": [1]}}]
    db.close()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**70, object(), {1: 2}])
def test_what_json_cannot_keep_changes_nothing(tmp_path: Path, value: object) -> None:
    db = opened(tmp_path)
    with pytest.raises(SprintError):
        db.insert({"value": value})
    assert db.all() == []
    db.close()


def test_half_a_character_becomes_a_sign(tmp_path: Path) -> None:
    db = opened(tmp_path)
    db.insert({"text": "ok \ud83d"})
    db.close()
    again = opened(tmp_path)
    assert again.all() == [{"text": "ok \ufffd"}]
    again.close()
