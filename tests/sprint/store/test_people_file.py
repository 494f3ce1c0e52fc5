"""The people's file when somebody or something hurt it."""

from __future__ import annotations

import zipfile

from tests.sprint.store.conftest import Here


def test_a_damaged_history_in_the_file_is_written_anew(here: Here) -> None:
    opened = here.create(tables={"steps": {"a": {"n": 1}}})
    opened.store.close()
    whole = here.path.read_bytes()
    with zipfile.ZipFile(here.path) as archive:
        info = archive.getinfo("history.log")
    hurt = bytearray(whole)
    hurt[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0x10
    here.path.write_bytes(hurt)

    again = here.open()
    assert len(again.store.history()) == 1
    again.store.close()
    assert here.path.read_bytes() == whole
