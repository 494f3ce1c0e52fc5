"""A journal makes room ahead for the frames to come; what a crash leaves of that room hides nothing."""

from __future__ import annotations

import errno
import hashlib
import shutil
from pathlib import Path

from sprint.store.frames import Frame, pack, scan_segment
from sprint.store.journal import LEAST_ROOM_BYTES, ROOM_BYTES, Journal, Twin, segment_name
from sprint.store.ledger import Ledger
from sprint.store.recovery import Places, Recovered, recover
from tests.proof.disks import FailingDisk, QuickDisk


def begun(root: Path, disk: QuickDisk) -> Journal:
    journal = Journal(disk, root / "journal", 1, Twin(disk, root / "twin"))
    journal.start_segment((0, 0))
    return journal


def chained(*sizes: int) -> list[Frame]:
    """Frames with payloads of these sizes, each the next of the one before."""
    found: list[Frame] = []
    for seq, size in enumerate(sizes, start=1):
        found.append(pack(seq, found[-1].crc if found else 0, b"x" * size))
    return found


def keep(journal: Journal, frame: Frame) -> None:
    journal.append([frame])
    journal.reckon()
    journal.make_room()


def segment(root: Path, place: str, number: int = 1) -> bytes:
    return (root / place / segment_name(number)).read_bytes()


def test_frames_fill_the_room_that_was_made_for_them(tmp_path: Path) -> None:
    journal, frames = begun(tmp_path, QuickDisk()), chained(*[300] * 250, ROOM_BYTES * 2, 300)
    sizes = []
    for number, frame in enumerate(frames, start=1):
        keep(journal, frame)
        content = segment(tmp_path, "journal")
        sizes.append(len(content))
        found = scan_segment(content)[1]
        assert (len(found.frames), found.stray_bytes) == (number, 0)
        assert found.room_bytes >= LEAST_ROOM_BYTES
    assert found.frames == frames
    assert len(set(sizes)) == 3, "the file grows when the room is nearly full, and at no other time"


def test_a_finished_segment_is_what_is_known_of_it_and_its_twin_is_the_same(tmp_path: Path) -> None:
    journal = begun(tmp_path, QuickDisk())
    for frame in chained(300, 400):
        keep(journal, frame)
    journal.seal()
    content = segment(tmp_path, "journal")
    (known,) = journal.sealed
    assert (known.size, known.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert segment(tmp_path, "twin") == content


def test_a_disk_without_room_for_the_room_keeps_the_frames(tmp_path: Path) -> None:
    disk = FailingDisk(errno.ENOSPC)
    journal, (first, second, third) = begun(tmp_path, disk), chained(300, 300, 300)
    journal.append([first])
    journal.reckon()
    disk.is_broken = True
    journal.make_room()
    assert not journal.is_open
    disk.is_broken = False
    journal.start_segment((first.seq, first.crc))
    for frame in (second, third):
        keep(journal, frame)
    journal.seal()
    contents = [segment(tmp_path, "journal", number) for number in (1, 2)]
    assert [scan_segment(content)[1].frames for content in contents] == [[first], [second, third]]
    assert [known.sha256 for known in journal.sealed] == [hashlib.sha256(content).hexdigest() for content in contents]
    assert scan_segment(contents[1])[1].room_bytes == 0, "it is not tried again"


def test_a_good_twin_is_never_written_over_by_a_journal_with_room(tmp_path: Path) -> None:
    disk = QuickDisk()
    journal, frames = begun(tmp_path, disk), chained(300, 300)
    for frame in frames:
        keep(journal, frame)
    path, whole = tmp_path / "journal" / segment_name(1), segment(tmp_path, "journal")
    twin = tmp_path / "twin" / segment_name(1)
    twin.parent.mkdir(exist_ok=True)
    twin.write_bytes(whole.rstrip(b"\0"))
    path.write_bytes(whole[:400].ljust(len(whole), b"\0"))  # the last frame was hit
    Twin(disk, tmp_path / "twin").catch_up(tmp_path / "journal", [1])
    assert scan_segment(twin.read_bytes())[1].frames == frames
    twin.write_bytes(whole[:200])
    Twin(disk, tmp_path / "twin").catch_up(tmp_path / "journal", [1])
    assert twin.read_bytes() == path.read_bytes(), "one that holds less is made anew"


def ledger_in(root: Path) -> Ledger:
    recovered = recover(QuickDisk(), places(root)) or Recovered("test", {}, 0, 0, 1, history=[])
    return Ledger(QuickDisk(), places(root), recovered)


def places(root: Path) -> Places:
    return Places(root / "work", root / "twin", root / "refuge")


def kept(ledger: Ledger, number: int) -> None:
    """One edit, and nothing more for the thread to do."""
    ledger.commit({"notes": {f"n{number}": {"v": number}}}, kind="edit", label="edit.change")
    writer = ledger._writer
    with writer._news:
        assert writer._news.wait_for(lambda: not writer.has_work and writer._finished == writer._begun, timeout=30)


def crashed(root: Path) -> Path:
    """The newest segment of a ledger with three edits that stopped without closing; the twin has all of it."""
    ledger = ledger_in(root / "alive")
    for number in (1, 2, 3):
        kept(ledger, number)
    shutil.copytree(root / "alive", root / "dead")
    ledger.close()
    found = root / "dead" / "work" / "journal" / segment_name(2)
    (root / "dead" / "twin" / segment_name(2)).write_bytes(found.read_bytes().rstrip(b"\0"))
    return found


def test_what_a_crash_leaves_opens_whole_and_without_a_word(tmp_path: Path) -> None:
    assert scan_segment(crashed(tmp_path).read_bytes())[1].room_bytes
    for _ in range(2):
        ledger = ledger_in(tmp_path / "dead")
        assert ledger.tables == {"notes": {f"n{number}": {"v": number} for number in (1, 2, 3)}}
        assert ledger.findings == ()
        assert [commit.seq for commit in ledger.history()] == [1, 2, 3]
        assert ledger.close().is_saved


def test_nothing_is_written_behind_room_without_frames(tmp_path: Path) -> None:
    path = crashed(tmp_path)
    ledger_in(tmp_path / "dead").close()
    fresh = path.with_name(segment_name(3))
    fresh.write_bytes(fresh.read_bytes() + bytes(ROOM_BYTES))
    ledger = ledger_in(tmp_path / "dead")
    kept(ledger, 4)
    shutil.copytree(tmp_path / "dead", tmp_path / "again")
    ledger.close()
    again = ledger_in(tmp_path / "again")
    assert (len(again.tables["notes"]), again.findings) == (4, ())
    again.close()


def test_a_zeroed_end_of_the_journal_is_taken_from_the_twin_and_told(tmp_path: Path) -> None:
    path = crashed(tmp_path)
    content = path.read_bytes()
    last = scan_segment(content)[1].frames[-1].data
    path.write_bytes(content.replace(last, bytes(len(last))))
    ledger = ledger_in(tmp_path / "dead")
    assert ledger.tables["notes"]["n3"] == {"v": 3}
    assert [finding.key for finding in ledger.findings] == ["store.found_rebuilt"]
    ledger.close()
